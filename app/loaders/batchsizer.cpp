// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/batchsizer.h"

#include <algorithm>
#include <cmath>

namespace layerscope {

namespace {

/// Of an answer's weight with each one that comes after it.
constexpr double shareRemembered = 0.9;
/// Sizes that differ by less say nothing about what a row costs.
constexpr double leastSpread = 0.1;
constexpr int mostGrowth = 4;
/// A cost that is so many times another is another.
constexpr double otherCost = 1.5;
/// Of a row more, before any was answered: the API was seen to take less (softlayer-api §4.4).
constexpr std::chrono::duration<double> assumedCost{0.001};

qint64 dividedUp(qint64 number, qint64 by)
{
    return (number + by - 1) / by;
}

} // namespace

BatchSizer::BatchSizer(RowsBorne known)
{
    if (known.rows <= 0)
        return;
    // One bad hour must not make many small calls of each later load: less than this is found out again.
    m_bearable = std::clamp(known.rows, smallest, largest);
    m_borne = m_bearable; // so a single failure proves nothing
    m_isLimited = known.isLimited;
    if (m_isLimited) {
        m_answersToWait = maxAnswersBeforeGrowth;
        m_nextWait = maxAnswersBeforeGrowth;
    }
}

RowsBorne BatchSizer::borne() const
{
    return {m_bearable, m_isLimited};
}

int BatchSizer::next(const Ahead &ahead)
{
    const qint64 rows = std::max<qint64>(ahead.rows, 1);
    if (isPlanOutdated(rows))
        plan(ahead);
    const bool isLast = 2 * rows <= 3 * m_size; // the rest is not worth another one
    const auto size =
        std::clamp(isLast ? static_cast<int>(rows) : m_size, std::min(smallest, m_bearable), m_bearable);
    m_rowsPlanned = rows - size;
    return size;
}

bool BatchSizer::isPlanOutdated(qint64 rows) const
{
    const std::optional<Seconds> cost = costOfARow();
    const bool isDearer = cost && m_costPlanned && *cost > otherCost * *m_costPlanned;
    const bool isCheaper = cost && (!m_costPlanned || otherCost * *cost < *m_costPlanned);
    return m_size == 0 || m_size > m_bearable || rows > m_rowsPlanned || isDearer || isCheaper;
}

void BatchSizer::plan(const Ahead &ahead)
{
    const qint64 rows = std::max<qint64>(ahead.rows, 1);
    // As long as some are free, no row needs to wait until one of those under way has ended.
    const qint64 atOnce = std::max(ahead.freeCalls > 1 ? ahead.freeCalls : ahead.callsAtOnce, 1);
    m_costPlanned = costOfARow();
    // With n calls, the last one starts after n / starts, and takes rows / n times the cost of a row. The sum
    // is smallest at the root of rows x cost x starts.
    const double cost = m_costPlanned.value_or(assumedCost).count();
    const double best = std::sqrt(static_cast<double>(rows) * cost * ahead.startsPerSecond);
    qint64 number = std::clamp<qint64>(std::llround(best), 1, atOnce);
    number = std::max(number, dividedUp(rows, m_bearable));
    // In full rounds, unless calls end sooner than as many can be started.
    const bool areAllInUse =
        m_weight > 0 && m_seconds / m_weight * ahead.startsPerSecond > static_cast<double>(atOnce);
    if (number > atOnce && areAllInUse)
        number = dividedUp(number, atOnce) * atOnce;
    m_size = static_cast<int>(dividedUp(rows, number));
}

void BatchSizer::answered(int rows, std::chrono::milliseconds duration)
{
    m_borne = std::max(m_borne, rows);
    learn(rows, duration);
    if (duration > slow) {
        m_bearable = std::min(m_bearable, std::max(smallest, rows * 2 / 3));
        return;
    }
    if (m_answersToWait > 0) {
        --m_answersToWait;
        return;
    }
    if (rows < std::min(smallest, m_bearable))
        return; // a handful proves nothing
    // At worst, twice the rows take twice as long.
    const double likely = Seconds(longest).count() / std::max(Seconds(duration).count(), 0.001);
    const auto grown = static_cast<int>(rows * std::min<double>(likely, mostGrowth));
    m_bearable = std::clamp(grown, m_bearable, largest);
    m_isLimited = m_isLimited && m_bearable < largest;
}

void BatchSizer::wasTooMuch(int rows)
{
    if (rows <= m_borne) {
        m_borne = rows - 1; // a second one would be no accident
        return;
    }
    m_bearable = std::min(m_bearable, std::max(least, rows / 2));
    m_isLimited = true;
    m_answersToWait = m_nextWait;
    m_nextWait = std::min(2 * m_nextWait, maxAnswersBeforeGrowth);
}

void BatchSizer::learn(int rows, Seconds duration)
{
    for (double *sum : {&m_weight, &m_rows, &m_seconds, &m_rowsSquared, &m_rowsTimesSeconds})
        *sum *= shareRemembered;
    m_weight += 1;
    m_rows += rows;
    m_seconds += duration.count();
    m_rowsSquared += static_cast<double>(rows) * rows;
    m_rowsTimesSeconds += rows * duration.count();
}

std::optional<BatchSizer::Seconds> BatchSizer::costOfARow() const
{
    if (m_rows <= 0)
        return std::nullopt;
    const double atMost = m_seconds / m_rows; // as if a call cost nothing
    const double spread = m_weight * m_rowsSquared - m_rows * m_rows;
    if (spread < leastSpread * leastSpread * m_rows * m_rows)
        return Seconds(atMost);
    const double slope = (m_weight * m_rowsTimesSeconds - m_rows * m_seconds) / spread;
    return Seconds(std::clamp(slope, 0.0, atMost));
}

} // namespace layerscope
