// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/latencybook.h"

#include "api/apirequest.h"

#include <algorithm>
#include <bit>

namespace layerscope {

namespace {

using std::chrono::milliseconds;

constexpr std::size_t maxRemembered = 32;
constexpr int percentTypical = 80;

constexpr double fullBudget = 16;
constexpr double asksACall = 0.1;
/// Its own and another one, that was lost as well: up to half of all answers may be.
constexpr double asksAHelp = 2;

/// An id of a filter takes about this many bytes; how a list without a limit is told from a longer one.
constexpr qsizetype bytesAnId = 9;

int sizeClass(qint64 number)
{
    return static_cast<int>(std::bit_width(static_cast<quint64>(std::max<qint64>(0, number))));
}

} // namespace

// --- LatencyBook
// -------------------------------------------------------------------------------------------------------

QByteArray LatencyBook::likeOf(const ApiRequest &request)
{
    const qint64 rows = request.limit ? request.limit->count : request.filter.toJson().size() / bytesAnId;
    return request.service + "::" + request.method + ' ' + QByteArray::number(sizeClass(rows)) + ' ' +
           QByteArray::number(sizeClass(request.mask.relationCount()));
}

void LatencyBook::learn(const QByteArray &like, milliseconds duration)
{
    m_byLike[like].add(duration);
    m_all.add(duration);
}

milliseconds LatencyBook::patience(const QByteArray &like) const
{
    if (const auto known = m_byLike.constFind(like); known != m_byLike.constEnd())
        return std::max(shortestPatience, factor * known->typical());
    if (m_all.isEmpty())
        return patienceAtFirst;
    return std::max(patienceWithStrangers, factor * m_all.typical());
}

void LatencyBook::Recent::add(milliseconds duration)
{
    if (m_durations.size() < maxRemembered) {
        m_durations.push_back(duration);
        return;
    }
    m_durations[m_oldest] = duration;
    m_oldest = (m_oldest + 1) % maxRemembered;
}

milliseconds LatencyBook::Recent::typical() const
{
    std::vector<milliseconds> sorted = m_durations;
    const std::size_t at = sorted.size() * percentTypical / 100;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(at), sorted.end());
    return sorted[at];
}

// --- BesideBudget
// ------------------------------------------------------------------------------------------------------

bool BesideBudget::take(milliseconds now)
{
    if (m_asks < 1 && now - m_lastTaken < pauseWithoutBudget)
        return false;
    m_asks = std::max(0.0, m_asks - 1);
    m_lastTaken = now;
    return true;
}

void BesideBudget::giveBack()
{
    add(1);
}

void BesideBudget::answered()
{
    add(asksACall);
}

void BesideBudget::helped()
{
    add(asksAHelp);
}

void BesideBudget::add(double asks)
{
    m_asks = std::min(fullBudget, m_asks + asks);
}

} // namespace layerscope
