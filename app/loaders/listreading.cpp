// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/listreading.h"

#include <algorithm>
#include <utility>

namespace layerscope {

namespace {

/// How often the places are read again where pages do not meet, each time from further before them. Rows do
/// not come and go so fast that three were not enough, or else it is said.
constexpr int maxRepairs = 3;

} // namespace

ListReading::ListReading(int pageSize)
    : m_pageSize(pageSize)
{}

qint64 ListReading::plausible(std::optional<qint64> total)
{
    return total && *total <= SliceQueue::maxRows ? *total : 0;
}

// --- answers
// --------------------------------------------------------------------------------------------------

ListReading::News ListReading::add(const Slice &slice, const RowPatches &page,
                                   std::optional<qint64> totalItems, SliceQueue &queue)
{
    const auto received = static_cast<qint64>(page.rows.size()) + page.withoutId;
    const qint64 end = slice.from() + received;
    m_withoutId += page.withoutId;
    countTwins(slice, page);
    queue.succeeded(slice, received);

    News news;
    news.rows = takeNews(page.rows);
    const bool hasNews = !news.rows.isEmpty();
    // A single row that is known is how a page meets the one before.
    m_isInPieces |= slice.from() > 0 && (received > 1 || hasNews);
    // A total that is less than what just came is none.
    const bool isPlausible = totalItems.value_or(-1) >= (received > 0 ? end : 0);
    const std::optional<qint64> total = isPlausible ? totalItems : std::nullopt;
    if (total && total != m_announced) {
        m_totalMoved |= m_announced.has_value();
        m_announced = total;
        m_ids.reserve(plausible(total)); // or all of them move each time that their number has doubled
        news.total = total;
    }
    if (received == 0)
        m_emptyFrom = std::min(m_emptyFrom, slice.from());
    else if (hasNews)
        m_seenEnd = std::max(m_seenEnd, end);
    if (m_seenEnd > m_emptyFrom)
        m_emptyFrom = SliceQueue::maxRows; // an accident: there are rows behind it
    queue.seen(m_seenEnd);

    lookAtCover(slice, page, total, hasNews);
    // A full page up to the total proves no end: the total may be lower than the truth.
    const bool isFullPage = slice.count == m_pageSize && received == slice.limit().count;
    if (isFullPage && total == end && end == m_seenEnd)
        m_behindTotal = end + 1;
    lookAtEnd(end, total, queue);
    askForRest(slice, page, hasNews, queue);
    return news;
}

QList<RowPatch> ListReading::takeNews(const QList<RowPatch> &rows)
{
    QList<RowPatch> news = rows; // mostly all of them, and then nothing is copied
    news.removeIf([this](const RowPatch &row) {
        const qsizetype former = m_ids.size();
        m_ids.insert(row.key.id);
        m_lastId = std::max(m_lastId, row.key.id);
        return m_ids.size() == former;
    });
    return news;
}

/// Only within a page, and in those that meet it there: a row that comes in any other may have moved
/// meanwhile.
void ListReading::countTwins(const Slice &slice, const RowPatches &page)
{
    QHash<qint64, qint64> firstPlace;
    QHash<qint64, QSet<qint64>> twins;
    qint64 place = slice.from();
    for (const RowPatch &row : page.rows) {
        const auto first = firstPlace.constFind(row.key.id);
        if (first == firstPlace.cend())
            firstPlace.insert(row.key.id, place);
        else
            twins[row.key.id] += QSet<qint64>{*first, place};
        ++place;
    }
    for (auto twin = twins.cbegin(); twin != twins.cend(); ++twin) {
        QSet<qint64> &places = m_placesOf[twin.key()];
        const bool arePlacesKnown = page.withoutId == 0; // else nobody knows where those stood
        if (arePlacesKnown && places.intersects(*twin))
            places += *twin;
        else if (twin->size() > places.size())
            places = *twin;
        qint64 &again = m_twinsOf[twin.key()];
        m_twins += std::max<qint64>(0, places.size() - 1 - again);
        again = std::max<qint64>(again, places.size() - 1);
    }
}

void ListReading::lookAtCover(const Slice &slice, const RowPatches &page, std::optional<qint64> total,
                              bool hasNews)
{
    if (page.withoutId > 0)
        return; // what comes before and behind such a row cannot be told
    if (page.rows.isEmpty()) {
        const bool isContradiction = total.value_or(0) > 0 && m_repairs == 0; // once more, then it is so
        if (slice.from() == 0 && !isContradiction)
            m_cover.addEmptyList();
        return;
    }
    const auto idLess = [](const RowPatch &a, const RowPatch &b) { return a.key.id < b.key.id; };
    m_isOrdered &= std::is_sorted(page.rows.cbegin(), page.rows.cend(), idLess);
    if (!m_isOrdered)
        return;

    const auto received = static_cast<int>(page.rows.size());
    const qint64 end = slice.from() + received;
    // Where more was asked for behind the last row than came (or all came whatever was asked), and it is the
    // last again, nothing is behind it.
    // Any other short page proves nothing: limits are not always kept (softlayer-api §9.6).
    const bool endsAtLastKnown =
        !hasNews && received != slice.limit().count && page.rows.constLast().key.id == m_lastId;
    const bool isTail =
        total == end || (endsAtLastKnown && (received == 1 || slice.afterId || m_repairs == 0));
    if (isTail) {
        m_totalAtTail = total;
        if (end >= m_seenEnd && received != slice.limit().count)
            m_emptyFrom = std::min(m_emptyFrom, end);
    }
    m_cover.add({page.rows.constFirst().key.id, page.rows.constLast().key.id, slice.from(), end - 1,
                 slice.from() == 0, isTail});
}

/// How far pages are worth asking for: by the total if the server named a plausible one, or else as long as
/// rows come; in any case not behind an empty page.
void ListReading::lookAtEnd(qint64 end, std::optional<qint64> total, SliceQueue &queue) const
{
    if (total && *total <= SliceQueue::maxRows)
        queue.planTo(std::min(std::max(*total, m_behindTotal), m_emptyFrom));
    else if (end >= queue.planned() && end == m_seenEnd && queue.planned() < m_emptyFrom)
        queue.planOneMore();
    else if (m_emptyFrom < SliceQueue::maxRows)
        queue.planTo(m_emptyFrom);
}

/// What a page left out although there must be more: its limit was not kept.
void ListReading::askForRest(const Slice &slice, const RowPatches &page, bool hasNews,
                             SliceQueue &queue) const
{
    const auto received = static_cast<qint64>(page.rows.size()) + page.withoutId;
    const qint64 end = slice.from() + received;
    qint64 last = slice.end();
    if (m_announced && *m_announced <= SliceQueue::maxRows)
        last = std::min(last, *m_announced);
    if (end <= slice.offset || end >= last)
        return;
    // A server that does not keep offsets answers the same for ever.
    const bool goesOn = hasNews || (m_repairs > 0 && !slice.afterId && received > 1);
    if (!goesOn)
        return;
    std::optional<qint64> afterId;
    if (!page.rows.isEmpty())
        afterId = page.rows.constLast().key.id;
    queue.pushRest({end, static_cast<int>(last - end), slice.page, afterId, false});
}

// --- what it proves
// ---------------------------------------------------------------------------------------------------

bool ListReading::areSomeMissing() const
{
    return m_announced && listed() + m_withoutId + m_twins < *m_announced;
}

/// In any order but that of ids a row may be in no page and others in two, and only a number that is kept to
/// can tell. Where all of it came at once there is nothing to lose.
bool ListReading::isEndUnknown(std::optional<qint64> expected) const
{
    const std::optional<qint64> total = std::max(m_announced, expected);
    return !m_isOrdered && m_isInPieces && (!total || listed() > *total);
}

bool ListReading::wantsRepair(const SliceQueue &queue) const
{
    if (!isProvable())
        return m_repairs == 0 && (m_totalMoved || areSomeMissing());
    if (m_repairCalls > 2 * queue.planned() / std::max(m_pageSize, 1) + maxRepairs)
        return false; // it changes faster than it can be read
    const bool hasGrown = areSomeMissing() && m_totalAtTail && *m_announced > *m_totalAtTail;
    return m_repairs < maxRepairs && (hasGaps() || hasGrown);
}

// --- what is read again
// -----------------------------------------------------------------------------------------------

void ListReading::repair(SliceQueue &queue)
{
    ++m_repairs;
    m_placesOf.clear(); // rows may have moved since
    if (!isProvable()) {
        readOnceMore(queue);
        return;
    }
    const qint64 half = std::max(m_pageSize / 2, 1);
    const qint64 back = half << (m_repairs - 1);
    QList<IdCover::Gap> gaps = m_cover.gaps();
    if (gaps.isEmpty() || !gaps.constLast().isTail)
        gaps.append({m_cover.lastPosition(), m_cover.lastPosition() + 1, true});
    for (const IdCover::Gap &gap : std::as_const(gaps)) {
        // Rows in front of the gap have gone since: what is missing has moved forward by as many.
        m_repairCalls +=
            queue.push(std::max<qint64>(0, gap.from + 1 - back), gap.isTail ? gap.to + half : gap.to + 1);
    }
}

/// Without an order of ids only the count can tell whether all came.
void ListReading::readOnceMore(SliceQueue &queue)
{
    queue.restart();
    m_emptyFrom = SliceQueue::maxRows;
    m_withoutId = 0;
    queue.planTo(std::clamp<qint64>(m_announced.value_or(listed()), 1, SliceQueue::maxRows));
}

void ListReading::goOn(SliceQueue &queue, std::optional<qint64> expected)
{
    m_repairs = 0;
    m_repairCalls = 0;
    m_placesOf.clear();
    m_emptyFrom = SliceQueue::maxRows;
    m_behindTotal = 0;
    qint64 least = 1;
    if (!isProvable()) {
        least = listed() + m_withoutId + m_twins;
        m_cover.clear();
        m_isOrdered = true;
        m_isInPieces = false;
        m_withoutId = 0;
    }
    const qint64 next = m_cover.lastPosition() + 1;
    queue.restart(next);
    for (const IdCover::Gap &gap : m_cover.gaps()) {
        if (!gap.isTail)
            queue.push(gap.from > 0 ? gap.from + 1 : 0, gap.to + 1);
        else
            queue.planTo(std::max({next + 1, least, plausible(m_announced), plausible(expected)}));
    }
}

} // namespace layerscope
