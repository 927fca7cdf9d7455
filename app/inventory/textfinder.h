// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace layerscope {

/// Finds a word in texts, ignoring case; made for looking through some hundred thousand short ones at a
/// keystroke, fastest while the word is ASCII. Const functions are safe on any thread.
class TextFinder
{
public:
    /// `word` is case-folded.
    explicit TextFinder(const QString &word);

    [[nodiscard]] bool isIn(QStringView text) const;
    [[nodiscard]] bool isAllOf(QStringView text) const;

private:
    [[nodiscard]] bool isAt(const char16_t *text) const;

    QString m_word;
    bool m_isAscii;
};

} // namespace layerscope
