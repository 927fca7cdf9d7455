// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/textfinder.h"

#include <algorithm>

namespace layerscope {

namespace {

char16_t foldedAscii(char16_t c)
{
    return c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c | 0x20) : c;
}

} // namespace

TextFinder::TextFinder(const QString &word)
    : m_word(word)
    , m_isAscii(std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c.unicode() < 0x80; }))
{}

bool TextFinder::isAt(const char16_t *text) const
{
    const QStringView word = m_word;
    return std::equal(word.utf16(), word.utf16() + word.size(), text,
                      [](char16_t folded, char16_t c) { return folded == foldedAscii(c); });
}

bool TextFinder::isIn(QStringView text) const
{
    if (m_word.isEmpty())
        return true;
    if (!m_isAscii)
        return text.contains(m_word, Qt::CaseInsensitive);
    const char16_t first = m_word.front().unicode();
    const char16_t *const end = text.utf16() + text.size() - m_word.size();
    for (const char16_t *at = text.utf16(); at <= end; ++at) {
        if (foldedAscii(*at) == first && isAt(at))
            return true;
    }
    return false;
}

bool TextFinder::isAllOf(QStringView text) const
{
    if (!m_isAscii)
        return text.compare(m_word, Qt::CaseInsensitive) == 0;
    return text.size() == m_word.size() && isAt(text.utf16());
}

} // namespace layerscope
