// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/bandwidthhistory.h"

#include <algorithm>
#include <array>
#include <map>

namespace layerscope {

namespace {

qint64 dayOf(Timestamp moment)
{
    return moment.msecsUtc / msecsPerDay; // nobody was billed before 1970
}

enum Direction { Out, In };

struct Row
{
    Timestamp time;
    Direction direction;
    Decimal bytes;
};

std::optional<Direction> directionOf(const QString &type)
{
    if (type == QLatin1String("publicOut_net_octet"))
        return Out;
    if (type == QLatin1String("publicIn_net_octet"))
        return In;
    return std::nullopt;
}

QList<Row> readRows(const JsonReader &root)
{
    QList<Row> rows;
    root.forEach([&rows](const JsonReader &row) {
        const std::optional<Direction> direction = directionOf(row["type"].text().value_or(QString()));
        if (!direction)
            return;
        const std::optional<Timestamp> time = row["dateTime"].timestamp();
        const std::optional<Decimal> bytes = row["counter"].decimal();
        if (time && bytes && !bytes->isNegative())
            rows.append({*time, *direction, *bytes});
    });
    return rows;
}

/// The smallest distance between rows of one direction: with holes in between, others are larger.
std::chrono::milliseconds stepOf(const QList<Row> &rows)
{
    std::array<QList<qint64>, 2> times;
    for (const Row &row : rows)
        times[row.direction].append(row.time.msecsUtc);
    qint64 step = 0;
    for (QList<qint64> &ofDirection : times) {
        std::sort(ofDirection.begin(), ofDirection.end());
        for (qsizetype i = 1; i < ofDirection.size(); ++i) {
            const qint64 distance = ofDirection.at(i) - ofDirection.at(i - 1);
            if (distance > 0 && (step == 0 || distance < step))
                step = distance;
        }
    }
    return std::chrono::milliseconds(step);
}

using Sums = std::array<std::optional<Decimal>, 2>;

std::optional<qint64> wholeBytes(const std::optional<Decimal> &sum)
{
    if (!sum)
        return std::nullopt;
    return sum->rounded(0).mantissa();
}

} // namespace

std::optional<BillingCycle> BillingCycle::fromBillingItem(const JsonReader &item)
{
    constexpr qint64 usualDays = 31;
    std::optional<Timestamp> begin = item["cycleStartDate"].timestamp();
    if (!begin)
        begin = item["lastBillDate"].timestamp();
    if (!begin)
        return std::nullopt;
    const Timestamp end =
        item["nextBillDate"].timestamp().value_or(Timestamp{begin->msecsUtc + usualDays * msecsPerDay});
    const qint64 length = end.msecsUtc - begin->msecsUtc;
    if (length <= 0 || length > longest * msecsPerDay)
        return std::nullopt;
    return BillingCycle{*begin, end};
}

int BandwidthHistory::daysOfCycle() const
{
    return static_cast<int>(dayOf({cycle.end.msecsUtc - 1}) - dayOf(cycle.begin) + 1);
}

bool BandwidthHistory::hasData() const
{
    return std::any_of(days.cbegin(), days.cend(), [](const BandwidthDay &day) { return day.isKnown(); });
}

TrafficSum sumOf(const BandwidthHistory &history, qsizetype days)
{
    TrafficSum sum;
    for (qsizetype i = 0; i < std::min(days, history.days.size()); ++i) {
        const BandwidthDay &day = history.days.at(i);
        sum.outBytes += day.outBytes.value_or(0);
        sum.inBytes += day.inBytes.value_or(0);
        sum.isWhole = sum.isWhole && day.outBytes && day.inBytes;
    }
    return sum;
}

BandwidthHistory readBandwidthRows(const JsonReader &root, const BillingCycle &cycle, Timestamp now)
{
    const QList<Row> rows = readRows(root);
    const std::chrono::milliseconds step = stepOf(rows);

    const qint64 firstDay = dayOf(cycle.begin);
    const qint64 finalDay = dayOf({cycle.end.msecsUtc - 1});
    std::map<qint64, Sums> sums;
    for (const Row &row : rows) {
        const qint64 day = dayOf(row.time);
        const bool isBefore = step.count() > 0 && row.time.msecsUtc + step.count() <= cycle.begin.msecsUtc;
        if (day < firstDay || day > finalDay || isBefore)
            continue;
        std::optional<Decimal> &sum = sums[day][row.direction];
        sum = sum.value_or(Decimal()) + row.bytes;
    }

    BandwidthHistory history;
    history.cycle = cycle;
    history.step = std::chrono::duration_cast<std::chrono::seconds>(step);
    const qint64 lastRow = sums.empty() ? firstDay - 1 : sums.rbegin()->first;
    const qint64 lastDay = cycle.contains(now) ? std::max(dayOf(now), lastRow) : lastRow;
    for (qint64 day = firstDay; day <= lastDay; ++day) {
        const auto found = sums.find(day);
        const Sums ofDay = found == sums.end() ? Sums() : found->second;
        history.days.append({{day * msecsPerDay}, wholeBytes(ofDay[Out]), wholeBytes(ofDay[In])});
    }
    return history;
}

} // namespace layerscope
