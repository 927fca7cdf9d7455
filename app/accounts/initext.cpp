// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/initext.h"

#include <QStringDecoder>
#include <QStringView>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int maxNumbers = 10'000;
constexpr char byteOrderMark[] = "\xef\xbb\xbf"; // editors put it in front

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// Where the line that begins at `start` ends, its line end included. A value in quotes, and one behind a
/// backslash, go on in the next line; a semicolon outside of quotes begins a comment, which does not. Quotes
/// that are never closed hold together what stands in one line.
qsizetype endOfLine(const QByteArray &text, qsizetype start)
{
    const auto behind = [&text](qsizetype lineEnd) {
        return lineEnd + (text[lineEnd] == '\r' && text.mid(lineEnd + 1, 1) == "\n" ? 2 : 1);
    };
    qsizetype i = start;
    while (i < text.size() && isBlank(text[i]))
        ++i;
    bool isOver =
        i < text.size() && (text[i] == ';' || text[i] == '#'); // nothing but the line's end counts any more
    bool isQuoted = false;
    qsizetype firstEnd = -1;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (isLineEnd(c)) {
            if (!isQuoted)
                return behind(i);
            if (firstEnd < 0)
                firstEnd = behind(i);
        }
        if (isOver)
            continue;
        if (c == '"')
            isQuoted = !isQuoted;
        else if (c == ';' && !isQuoted)
            isOver = true;
        else if (c == '\\')
            i += text.mid(i + 1, 2) == "\r\n" ? 2 : 1;
    }
    return isQuoted && firstEnd >= 0 ? firstEnd : text.size();
}

QByteArray lineEndOf(const QByteArray &line)
{
    return line.endsWith("\r\n") ? line.last(2) : line.last(isLineEnd(line.back()) ? 1 : 0);
}

/// The name in "[name]"; nullopt: the line is no heading. QSettings calls the settings before every heading
/// "General".
std::optional<QString> headingOf(const QByteArray &line)
{
    const QByteArray trimmed = line.trimmed();
    const qsizetype end = trimmed.indexOf(']');
    if (!trimmed.startsWith('[') || end < 0)
        return std::nullopt;
    const QString name = QString::fromUtf8(trimmed.mid(1, end - 1).trimmed());
    return name.compare("general"_L1, Qt::CaseInsensitive) == 0 ? QString() : name;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Reads what QSettings wrote as one text. Of the forms that it has for other types only "nothing" is
/// understood.
class ValueReader
{
public:
    explicit ValueReader(const QByteArray &raw)
        : m_raw(raw)
    {}

    [[nodiscard]] QString read()
    {
        bool isQuoted = false;
        qsizetype solid = 0; // so much of the text is no blank that only leads to the end
        while (m_next < m_raw.size()) {
            const char c = m_raw[m_next++];
            if (c == '"') {
                isQuoted = !isQuoted;
                solid = m_text.size();
                continue;
            }
            if (c == ';' && !isQuoted)
                break;
            if (c == '\\')
                readEscape();
            else
                m_text.append(c);
            if (isQuoted || !isBlank(c))
                solid = m_text.size();
        }
        m_text.truncate(solid);
        // A mark at the beginning of a value is a part of it; QString::fromUtf8() would take it away.
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
        const QString text = decoder.decode(m_text);
        if (text == "@Invalid()"_L1)
            return {};
        return text.startsWith("@@"_L1) ? text.sliced(1) : text;
    }

private:
    void readEscape()
    {
        static constexpr std::pair<char, char> letters[]{{'a', '\a'}, {'b', '\b'}, {'f', '\f'}, {'n', '\n'},
                                                         {'r', '\r'}, {'t', '\t'}, {'v', '\v'}};
        if (m_next >= m_raw.size())
            return;
        const char c = m_raw[m_next++];
        if (c == 'x') {
            appendNumber(16);
        } else if (c >= '0' && c <= '7') {
            --m_next;
            appendNumber(8);
        } else if (isLineEnd(c)) { // the value goes on in the next line
            if (c == '\r' && m_next < m_raw.size() && m_raw[m_next] == '\n')
                ++m_next;
        } else {
            const auto *letter = std::find_if(std::begin(letters), std::end(letters),
                                              [c](const auto &candidate) { return candidate.first == c; });
            m_text.append(letter == std::end(letters) ? c : letter->second);
        }
    }

    /// As many digits as there are.
    void appendNumber(int base)
    {
        char16_t unit = 0;
        while (m_next < m_raw.size()) {
            const int digit = hexDigit(m_raw[m_next]);
            if (digit < 0 || digit >= base)
                break;
            unit = static_cast<char16_t>(unit * base + digit);
            ++m_next;
        }
        m_text.append(QString(QChar(unit)).toUtf8());
    }

    QByteArray m_raw;
    QByteArray m_text; // UTF-8
    qsizetype m_next = 0;
};

/// As ValueReader and QSettings read it. Without quotes, though QSettings would take some: one that is left
/// open in an earlier line would end at them.
QByteArray escaped(const QString &value)
{
    const QByteArray text = (value.startsWith(u'@') ? u'@' + value : value).toUtf8();
    QByteArray bytes;
    bool wasNumber = false; // a digit right behind one would belong to it
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto code = static_cast<unsigned char>(c);
        const bool isOuterBlank = c == ' ' && (i == 0 || i == text.size() - 1);
        const bool hasMeaning = c == '"' || c == ';' || c == ',' || c == '=' || c == '#';
        if (code < 0x20 || code == 0x7f || isOuterBlank || hasMeaning || (wasNumber && hexDigit(c) >= 0)) {
            bytes += "\\x" + QByteArray::number(code, 16);
            wasNumber = true;
        } else {
            bytes += c == '\\' ? QByteArray("\\\\") : QByteArray(1, c);
            wasNumber = false;
        }
    }
    return bytes;
}

} // namespace

IniText::IniText(const QByteArray &text)
{
    QString section;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = endOfLine(text, start);
        Line line{text.mid(start, end - start), section, {}};
        start = end;
        QByteArray content = line.bytes;
        if (m_lines.isEmpty() && content.startsWith(byteOrderMark))
            content.remove(0, sizeof byteOrderMark - 1);
        if (const std::optional<QString> heading = headingOf(content)) {
            section = *heading;
            line.section = section;
        } else if (const QByteArray key = line.key(); !key.isEmpty()) {
            const QString name = QString::fromUtf8(key).replace(u'\\', u'/');
            if (section.contains(u'/') ||
                section.contains(u'\\')) // nobody writes such; its numbers are not ours
                line.path.clear();
            else
                line.path = section.isEmpty() ? name : QString(section + u'/' + name);
        }
        m_lines.append(line);
    }
}

QByteArray IniText::text() const
{
    QByteArray text;
    for (const Line &line : m_lines)
        text += line.bytes;
    return text;
}

std::optional<QString> IniText::value(const QString &path) const
{
    const auto found = std::find_if(m_lines.crbegin(), m_lines.crend(),
                                    [&path](const Line &line) { return line.path == path; });
    return found == m_lines.crend() ? std::nullopt : std::optional(ValueReader(found->value()).read());
}

void IniText::setValue(const QString &path, const QString &value)
{
    const qsizetype slash = path.indexOf(u'/');
    const QString section = slash < 0 ? QString() : path.left(slash);
    const QString group = path.left(qMax<qsizetype>(path.lastIndexOf(u'/'), 0));
    qsizetype afterSection = -1;
    qsizetype afterGroup = -1;
    for (qsizetype i = m_lines.size() - 1; i >= 0; --i) {
        Line &line = m_lines[i];
        if (line.path == path) {
            const qsizetype afterKey = line.bytes.indexOf('=') + 1;
            line.bytes = line.bytes.left(afterKey) + escaped(value) + lineEndOf(line.bytes);
            return;
        }
        if (afterSection < 0 && line.section == section && (!line.path.isEmpty() || headingOf(line.bytes)))
            afterSection = i + 1;
        if (afterGroup < 0 && !group.isEmpty() && line.section == section && line.isAtOrBelow(group))
            afterGroup = i + 1;
    }
    const Line added{lineOf(path, value), section, path};
    const qsizetype place = afterGroup >= 0 ? afterGroup : afterSection;
    if (place < 0 || place == m_lines.size())
        endLastLine();
    if (place >= 0) {
        m_lines.insert(place, added);
        return;
    }
    if (!m_lines.isEmpty())
        m_lines.append({"\n", m_lines.constLast().section, {}});
    m_lines.append({'[' + (section.isEmpty() ? "General" : section.toUtf8()) + "]\n", section, {}});
    m_lines.append(added);
}

void IniText::remove(const QString &path)
{
    m_lines.removeIf([&path](const Line &line) { return line.isAtOrBelow(path); });
}

QList<int> IniText::numbersBelow(const QString &section) const
{
    QList<int> numbers;
    for (const Line &line : m_lines) {
        if (line.section != section || !line.isAtOrBelow(section) || line.path == section)
            continue;
        const QStringView below = QStringView(line.path).sliced(section.size() + 1);
        const qsizetype slash = below.indexOf(u'/');
        const QStringView digits = below.left(slash < 0 ? 0 : slash);
        const int number = digits.toInt();
        if (number > 0 && number <= maxNumbers && QString::number(number) == digits &&
            !numbers.contains(number))
            numbers.append(number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

void IniText::renumber(const QString &section, int from, int to)
{
    const QString old = section + u'/' + QString::number(from);
    for (Line &line : m_lines) {
        if (line.section != section || !line.isAtOrBelow(old) || line.path == old)
            continue;
        const QByteArray digits = QByteArray::number(from);
        const qsizetype place = line.bytes.indexOf(digits);
        line.bytes.replace(place, digits.size(), QByteArray::number(to));
        line.path = section + u'/' + QString::number(to) + line.path.sliced(old.size());
    }
}

/// So that what is appended is no part of it: it may end without a line end, or go on behind a backslash.
void IniText::endLastLine()
{
    if (m_lines.isEmpty())
        return;
    QByteArray &last = m_lines.last().bytes;
    while (endOfLine(last + 'x', 0) > last.size())
        last += '\n';
}

QByteArray IniText::Line::key() const
{
    const QByteArray start = bytes.trimmed();
    if (start.startsWith(';') || start.startsWith('#'))
        return {};
    return bytes.left(qMax<qsizetype>(bytes.indexOf('='), 0)).trimmed();
}

QByteArray IniText::Line::value() const
{
    return bytes.mid(bytes.indexOf('=') + 1).trimmed();
}

bool IniText::Line::isAtOrBelow(const QString &wanted) const
{
    return path.startsWith(wanted) && (path.size() == wanted.size() || path[wanted.size()] == u'/');
}

QByteArray IniText::lineOf(const QString &path, const QString &value)
{
    QString key = path.mid(path.indexOf(u'/') + 1);
    return key.replace(u'/', u'\\').toUtf8() + '=' + escaped(value) + '\n';
}

} // namespace layerscope
