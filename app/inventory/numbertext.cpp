// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/numbertext.h"

#include <algorithm>
#include <charconv>

namespace layerscope {

std::string_view NumberText::whole(qint64 number)
{
    const char *const end = std::to_chars(m_text.data(), m_text.data() + m_text.size(), number).ptr;
    return {m_text.data(), static_cast<std::size_t>(end - m_text.data())};
}

std::string_view NumberText::plain(Decimal number)
{
    std::array<char, 24> digits;
    const qint64 mantissa = number.mantissa();
    const char *const digitsEnd =
        std::to_chars(digits.data(), digits.data() + digits.size(), mantissa < 0 ? -mantissa : mantissa).ptr;
    const auto digitCount = digitsEnd - digits.data();
    const auto decimals = static_cast<std::ptrdiff_t>(number.decimals());

    char *out = m_text.data();
    if (mantissa < 0)
        *out++ = '-';
    const std::ptrdiff_t whole = digitCount - decimals;
    if (whole > 0)
        out = std::copy_n(digits.data(), whole, out);
    else
        *out++ = '0';
    if (decimals > 0) {
        *out++ = '.';
        out = std::fill_n(out, std::max<std::ptrdiff_t>(-whole, 0), '0');
        const std::ptrdiff_t taken = std::max<std::ptrdiff_t>(whole, 0);
        out = std::copy_n(digits.data() + taken, digitCount - taken, out);
    }
    return {m_text.data(), static_cast<std::size_t>(out - m_text.data())};
}

std::string_view NumberText::fixed(Decimal number, int decimals)
{
    const Decimal rounded = number.rounded(decimals);
    const std::size_t length = plain(rounded).size();
    const int added = std::min(decimals - rounded.decimals(), 17);
    if (added <= 0)
        return {m_text.data(), length};
    char *out = m_text.data() + length;
    if (rounded.decimals() == 0)
        *out++ = '.';
    out = std::fill_n(out, added, '0');
    return {m_text.data(), static_cast<std::size_t>(out - m_text.data())};
}

std::string_view NumberText::grouped(std::string_view text)
{
    const std::size_t sign = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = std::min(text.find('.'), text.size()) - sign;
    char *out = std::copy_n(text.data(), sign, m_grouped.data());
    for (std::size_t i = 0; i < whole; ++i) {
        if (i > 0 && (whole - i) % 3 == 0)
            *out++ = ',';
        *out++ = text[sign + i];
    }
    out = std::copy(text.begin() + static_cast<std::ptrdiff_t>(sign + whole), text.end(), out);
    return {m_grouped.data(), static_cast<std::size_t>(out - m_grouped.data())};
}

} // namespace layerscope
