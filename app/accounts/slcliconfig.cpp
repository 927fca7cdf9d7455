// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/slcliconfig.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

const QString wantedSection = u"softlayer"_s;
const QString defaultSection = u"DEFAULT"_s;

/// One pass over a file, line by line, in RawConfigParser's order of questions.
class Parser
{
public:
    explicit Parser(const QString &fileName)
        : m_fileName(fileName)
    {}

    Result<Done> parse(const QString &text)
    {
        // Python's universal newlines; a lone CR is one as well.
        static const QRegularExpression lineEnd(u"\r\n|\r|\n"_s);
        const QStringList lines = text.split(lineEnd);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (Result<Done> taken = takeLine(lines[i]); !taken) {
                ApiError error = taken.error();
                error.message = QCoreApplication::translate("SlcliConfig", "%1, line %2: %3")
                                    .arg(m_fileName, QString::number(i + 1), error.message);
                return Unexpected(error);
            }
        }
        finishValue();
        return Done();
    }

    [[nodiscard]] bool hasSection() const { return m_sections.contains(wantedSection); }
    [[nodiscard]] QHash<QString, QString> settings() const { return m_values.value(wantedSection); }
    [[nodiscard]] QHash<QString, QString> defaults() const { return m_values.value(defaultSection); }

private:
    Result<Done> takeLine(const QString &line)
    {
        const QString trimmed = line.trimmed();
        if (trimmed.startsWith(u'#') || trimmed.startsWith(u';'))
            return Done();
        if (trimmed.isEmpty()) {
            if (!m_key.isEmpty())
                m_lines.append(QString()); // empty lines belong to the value if it goes on after them
            return Done();
        }
        const auto firstLetter = std::find_if(line.begin(), line.end(), [](QChar c) { return !c.isSpace(); });
        const auto indent = firstLetter - line.begin();
        if (!m_key.isEmpty() && indent > m_indent) {
            m_lines.append(trimmed);
            return Done();
        }
        finishValue();
        m_indent = indent;

        // A section's name goes to the last bracket of the line; what follows it does not matter.
        if (const qsizetype end = trimmed.lastIndexOf(u']'); trimmed.startsWith(u'[') && end > 1)
            return beginSection(trimmed.mid(1, end - 1));
        return beginValue(trimmed);
    }

    Result<Done> beginSection(const QString &name)
    {
        if (name != defaultSection && m_sections.contains(name))
            return refuse(QT_TRANSLATE_NOOP("SlcliConfig", "this section stands twice."));
        m_sections.insert(name);
        m_section = name;
        return Done();
    }

    Result<Done> beginValue(const QString &line)
    {
        if (m_section.isEmpty())
            return refuse(QT_TRANSLATE_NOOP("SlcliConfig", "a setting stands before the first [section]."));
        const auto delimiter =
            std::find_if(line.begin(), line.end(), [](QChar c) { return c == u'=' || c == u':'; });
        const QString key = line.left(delimiter - line.begin()).trimmed().toLower();
        if (delimiter == line.end() || key.isEmpty())
            return refuse(
                QT_TRANSLATE_NOOP("SlcliConfig", "this is no setting; a setting looks like: key = value."));
        if (m_values[m_section].contains(key))
            return refuse(QT_TRANSLATE_NOOP("SlcliConfig", "this setting stands twice in its section."));
        m_key = key;
        m_lines = {line.mid(delimiter - line.begin() + 1).trimmed()};
        m_values[m_section].insert(key, QString());
        return Done();
    }

    void finishValue()
    {
        if (m_key.isEmpty())
            return;
        while (!m_lines.isEmpty() && m_lines.constLast().isEmpty())
            m_lines.removeLast();
        m_values[m_section].insert(m_key, m_lines.join(u'\n'));
        m_key.clear();
    }

    static Unexpected<ApiError> refuse(const char *sentence)
    {
        // Never the line itself: it may be the one with the key.
        return failure(ApiError::Kind::InvalidRequest, QCoreApplication::translate("SlcliConfig", sentence));
    }

    QString m_fileName;
    QSet<QString> m_sections;
    QHash<QString, QHash<QString, QString>> m_values;
    QString m_section;
    QString m_key; ///< of the value that may still go on
    QStringList m_lines;
    qsizetype m_indent = 0;
};

} // namespace

Result<Done> SlcliConfig::add(const QString &text, const QString &fileName)
{
    Parser parser(fileName);
    if (Result<Done> parsed = parser.parse(text); !parsed)
        return parsed;
    const auto take = [&fileName](const QHash<QString, QString> &read, Settings &into) {
        for (auto setting = read.cbegin(); setting != read.cend(); ++setting)
            into.insert(setting.key(), {setting.value(), fileName});
    };
    take(parser.settings(), m_values);
    take(parser.defaults(), m_defaults);
    m_hasSection |= parser.hasSection();
    return Done();
}

SlcliConfig::Setting SlcliConfig::setting(const QString &key) const
{
    return m_hasSection ? m_values.value(key, m_defaults.value(key)) : Setting();
}

} // namespace layerscope
