// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/naturalorder.h"

#include <QByteArray>
#include <QString>

#include <algorithm>

namespace layerscope {

namespace {

constexpr std::size_t longestRun = 255; // what one byte can count

template<class Character>
bool isDigit(Character c)
{
    return c >= '0' && c <= '9';
}

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

/// Of UTF-16 that is all ASCII, or of case-folded UTF-8.
template<class Iterator>
void appendKey(Iterator at, Iterator end, std::string &key)
{
    while (at != end) {
        if (!isDigit(*at)) {
            key.push_back(folded(static_cast<char>(*at++)));
            continue;
        }
        while (at != end && *at == '0')
            ++at;
        const Iterator first = at;
        while (at != end && isDigit(*at))
            ++at;
        const auto length = static_cast<std::size_t>(at - first);
        key.push_back('0');
        key.push_back(static_cast<char>(std::min(length, longestRun)));
        std::for_each(first, at, [&key](auto digit) { key.push_back(static_cast<char>(digit)); });
    }
}

} // namespace

void appendNaturalKey(QStringView text, std::string &key)
{
    const bool isAscii =
        std::all_of(text.utf16(), text.utf16() + text.size(), [](char16_t c) { return c < 0x80; });
    if (!isAscii) {
        const QByteArray utf8 = text.toString().toCaseFolded().toUtf8();
        appendKey(utf8.cbegin(), utf8.cend(), key);
        return;
    }
    appendKey(text.utf16(), text.utf16() + text.size(), key);
}

std::string naturalKey(QStringView text)
{
    std::string key;
    appendNaturalKey(text, key);
    return key;
}

} // namespace layerscope
