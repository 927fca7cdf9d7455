// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/numberfinder.h"

#include <algorithm>

namespace layerscope {

bool isTypedFor(QChar typed, QStringView separator)
{
    if (separator.size() != 1)
        return false;
    return typed == separator.front() || (typed.isSpace() && separator.front().isSpace());
}

NumberFinder::NumberFinder(const QString &word, const QLocale &locale)
{
    addReading(word, u".", u",");
    addReading(word, locale.decimalPoint(), locale.groupSeparator());
}

void NumberFinder::addReading(const QString &word, QStringView decimalPoint, QStringView groupSeparator)
{
    Reading reading;
    for (const QChar c : word) {
        if ((c >= u'0' && c <= u'9') || c == u'-') {
            reading.text.push_back(static_cast<char>(c.unicode()));
        } else if (isTypedFor(c, decimalPoint)) {
            reading.text.push_back('.');
        } else if (isTypedFor(c, groupSeparator)) {
            reading.text.push_back(',');
            reading.isGrouped = true;
        } else {
            return;
        }
    }
    if (std::find(m_readings.cbegin(), m_readings.cend(), reading) == m_readings.cend())
        m_readings.push_back(std::move(reading));
}

bool NumberFinder::isIn(Decimal number, int shownDecimals)
{
    if (isInText(m_text.plain(number), number.decimals() == 0))
        return true;
    if (shownDecimals >= 0)
        return isInText(m_text.fixed(number, shownDecimals), true);
    // Shown as it is, only not with endless decimals.
    constexpr int most = 2;
    return number.decimals() > 0 && isInText(m_text.plain(number.rounded(most)), true);
}

bool NumberFinder::isInText(std::string_view text, bool mayBeGrouped)
{
    return std::any_of(m_readings.cbegin(), m_readings.cend(), [&](const Reading &reading) {
        if (!reading.isGrouped)
            return text.find(reading.text) != std::string_view::npos;
        return mayBeGrouped && m_text.grouped(text).find(reading.text) != std::string_view::npos;
    });
}

} // namespace layerscope
