// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace layerscope {

/// The text of an INI file as QSettings writes and reads it, changed setting by setting: every other line
/// stays as it is, to the byte, whoever wrote it and whether or not it is understood. QSettings itself writes
/// the whole file anew, as it understood it. A value; cost O(lines) a call, for files of some dozen lines.
class IniText
{
public:
    explicit IniText(const QByteArray &text = {});

    [[nodiscard]] QByteArray text() const;

    /// `path` has '/' between its levels, as QSettings has it: "accounts/1/id". The last that stands there.
    /// nullopt: it is not set.
    [[nodiscard]] std::optional<QString> value(const QString &path) const;
    /// Replaces it, or adds it behind its neighbours. `path` consists of ASCII letters, digits and '/'.
    void setValue(const QString &path, const QString &value);
    /// With all that is below: "accounts/1" takes "accounts/1/id" along.
    void remove(const QString &path);

    /// The numbers that stand below `section`, each once, in ascending order: 1 and 3 if there are
    /// "accounts/3/id" and "accounts/1/id". Those above 10 000 are not looked at: no person makes as many, a
    /// damaged file may.
    [[nodiscard]] QList<int> numbersBelow(const QString &section) const;
    /// Gives all that is below `section`/`from` the number `to`, values untouched.
    void renumber(const QString &section, int from, int to);

private:
    struct Line
    {
        QByteArray bytes; ///< With its line end; a value may go on over several.
        QString section;  ///< Of the line and, if it is a heading, of those below it.
        QString path;     ///< Empty: no setting, but a heading, a comment, a blank line or nonsense.

        [[nodiscard]] QByteArray key() const;
        [[nodiscard]] QByteArray value() const;
        [[nodiscard]] bool isAtOrBelow(const QString &wanted) const;
    };

    void endLastLine();
    [[nodiscard]] static QByteArray lineOf(const QString &path, const QString &value);

    QList<Line> m_lines;
};

} // namespace layerscope
