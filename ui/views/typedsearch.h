// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

namespace layerscope {

/// What a person types into a table to find a name: letters in quick succession are one word, the same letter
/// again and again goes from match to match.
class TypedSearch
{
public:
    /// Takes the next letters; word() and startsAfterCurrent() are about all of them.
    void type(const QString &letters);

    [[nodiscard]] const QString &word() const { return m_word; }
    /// The search goes on behind the current row; else that row may still be the one.
    [[nodiscard]] bool startsAfterCurrent() const { return m_startsAfterCurrent; }

private:
    QString m_typed;
    QString m_word;
    QElapsedTimer m_sinceLast;
    bool m_startsAfterCurrent = true;
};

} // namespace layerscope
