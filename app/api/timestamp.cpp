// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/timestamp.h"

#include <chrono>

namespace layerscope {

namespace {

/// Reads a text from the left, piece by piece.
class Cursor
{
public:
    explicit Cursor(QStringView text)
        : m_rest(text)
    {}

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] bool isDigit() const
    {
        return !atEnd() && m_rest.front() >= u'0' && m_rest.front() <= u'9';
    }

    bool skip(char16_t c)
    {
        if (atEnd() || m_rest.front() != c)
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

    /// Exactly `digits` digits, or nullopt.
    std::optional<int> number(int digits)
    {
        int value = 0;
        for (int i = 0; i < digits; ++i) {
            if (!isDigit())
                return std::nullopt;
            value = value * 10 + (m_rest.front().unicode() - u'0');
            m_rest = m_rest.sliced(1);
        }
        return value;
    }

private:
    QStringView m_rest;
};

using std::chrono::milliseconds;

std::optional<milliseconds> readTime(Cursor &cursor)
{
    const auto hour = cursor.number(2);
    if (!hour || *hour > 23 || !cursor.skip(u':'))
        return std::nullopt;
    const auto minute = cursor.number(2);
    if (!minute || *minute > 59)
        return std::nullopt;
    std::optional<int> second = 0;
    if (cursor.skip(u':')) {
        second = cursor.number(2);
        if (!second || *second > 60)
            return std::nullopt;
    }
    int fraction = 0;
    if (cursor.skip(u'.') || cursor.skip(u',')) {
        if (!cursor.isDigit())
            return std::nullopt;
        for (int weight = 100; cursor.isDigit(); weight /= 10)
            fraction += *cursor.number(1) * weight;
    }
    return std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second) +
           milliseconds(fraction);
}

/// What to take away from the local time to have UTC.
std::optional<milliseconds> readOffset(Cursor &cursor)
{
    if (cursor.atEnd() || cursor.skip(u'Z') || cursor.skip(u'z'))
        return milliseconds(0);
    const bool isAhead = cursor.skip(u'+');
    if (!isAhead && !cursor.skip(u'-'))
        return std::nullopt;
    const auto hours = cursor.number(2);
    cursor.skip(u':');
    const auto minutes = cursor.atEnd() ? std::optional<int>(0) : cursor.number(2);
    if (!hours || !minutes || *hours > 18 || *minutes > 59)
        return std::nullopt;
    const milliseconds offset = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
    return isAhead ? offset : -offset;
}

} // namespace

std::optional<Timestamp> Timestamp::fromIso(QStringView text)
{
    Cursor cursor(text.trimmed());
    const auto year = cursor.number(4);
    const bool firstDash = cursor.skip(u'-');
    const auto month = cursor.number(2);
    const bool secondDash = cursor.skip(u'-');
    const auto day = cursor.number(2);
    if (!year || !firstDash || !month || !secondDash || !day)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok())
        return std::nullopt;

    milliseconds sinceEpoch = std::chrono::sys_days(date).time_since_epoch();
    if (cursor.skip(u'T') || cursor.skip(u't') || cursor.skip(u' ')) {
        const auto time = readTime(cursor);
        if (!time)
            return std::nullopt;
        const auto offset = readOffset(cursor);
        if (!offset)
            return std::nullopt;
        sinceEpoch += *time - *offset;
    }
    if (!cursor.atEnd())
        return std::nullopt;
    return Timestamp{sinceEpoch.count()};
}

} // namespace layerscope
