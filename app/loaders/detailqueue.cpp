// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/detailqueue.h"

#include <algorithm>

namespace layerscope {

namespace {

/// So many in a row that lack nothing, and there are likely to be many more.
constexpr int fruitlessRows = 2000;

} // namespace

DetailQueue::DetailQueue(const InventoryTable &table)
    : m_table(table)
    , m_tiers{Tier{Priority::Visible, false, {}, 0, 0, {}}, Tier{Priority::ReadAhead, false, {}, 0, 0, {}},
              Tier{Priority::Sweep, false, {}, 0, 0, {}}, Tier{Priority::Sweep, true, {}, 0, 0, {}}}
{}

void DetailQueue::setWanted(GroupSet groups)
{
    m_wanted = groups;
    m_done = Done{0, m_table.lackRevision()}; // what is wanted anew is often there already
    rewindAll();
}

void DetailQueue::setHeld(RowKind kind, GroupSet groups)
{
    GroupSet &held = m_held[static_cast<std::size_t>(kind)];
    if (held == groups)
        return;
    held = groups;
    m_done.reset();
    rewindAll();
}

void DetailQueue::setHeldRows(const QSet<RowKey> &rows)
{
    if (m_heldRows == rows)
        return;
    m_heldRows = rows;
    m_done.reset();
    rewindAll();
}

GroupSet DetailQueue::missing(int row) const
{
    if (!m_heldRows.isEmpty() && m_heldRows.contains(m_table.key(row)))
        return {};
    const GroupSet held = m_held[static_cast<std::size_t>(m_table.key(row).kind)];
    return m_table.missingGroups(row, m_wanted & ~held);
}

void DetailQueue::setViewOrder(const ViewOrder &order)
{
    m_tiers[0].rows = order.visible;
    m_tiers[1].rows = order.nearby;
    m_tiers[2].rows = order.all;
    rewindAll();
}

void DetailQueue::restart()
{
    rewind(m_tiers[0]);
    rewind(m_tiers[1]);
    m_mayLack.clear();
    m_needsNewPass = true;
}

void DetailQueue::remap(const QList<int> &newRowOfOld)
{
    for (Tier &tier : m_tiers) {
        for (int &row : tier.rows)
            row = newRowOfOld.value(row, -1);
    }
    rewindAll();
}

std::optional<DetailQueue::Front> DetailQueue::front()
{
    Tier *tier = firstWithWork();
    return tier != nullptr ? std::optional(Front{tier->priority, frontBucket(*tier, 1)->kind}) : std::nullopt;
}

DetailRequest DetailQueue::take(int most)
{
    Tier *tier = firstWithWork();
    Q_ASSERT(tier != nullptr);
    Bucket *bucket = frontBucket(*tier, most);
    DetailRequest ask;
    ask.kind = bucket->kind;
    ask.groups = bucket->groups;
    ask.priority = tier->priority;
    while (!bucket->rows.empty() && ask.ids.size() < most) {
        const int row = bucket->rows.front().row;
        bucket->rows.pop_front();
        --tier->waiting;
        const GroupSet lacking = missing(row);
        if (lacking == ask.groups)
            ask.ids.append(m_table.key(row).id);
        else
            m_needsNewPass |= lacking.any();
    }
    return ask;
}

void DetailQueue::rewind(Tier &tier)
{
    tier.cursor = 0;
    tier.waiting = 0;
    tier.buckets.clear();
}

void DetailQueue::rewindAll()
{
    std::for_each(m_tiers.begin(), m_tiers.end(), rewind);
    m_mayLack.clear();
}

void DetailQueue::markLacking()
{
    m_mayLack.resize(static_cast<std::size_t>(m_table.rowCount()));
    for (int row = 0; row < m_table.rowCount(); ++row)
        m_mayLack[static_cast<std::size_t>(row)] =
            missing(row).any() || m_table.isGone(row); // which may come back without a word
}

/// Looks at the rows in the order of the table, and only at those that may have come to lack something: for
/// whoever scrolls through an account that is loaded, and lists that come with all that is wanted.
bool DetailQueue::isNothingMissing()
{
    int row = m_done && m_done->lackRevision == m_table.lackRevision() ? m_done->rows : 0;
    m_done.reset();
    for (; row < m_table.rowCount(); ++row) {
        if (missing(row).any())
            return false;
    }
    m_done = {m_table.rowCount(), m_table.lackRevision()};
    return true;
}

DetailQueue::Tier *DetailQueue::firstWithWork()
{
    if (m_done && isNothingMissing())
        return nullptr;
    for (;;) {
        for (Tier &tier : m_tiers) {
            if (frontBucket(tier, 1) != nullptr)
                return &tier;
        }
        if (!m_needsNewPass) {
            m_done.reset();
            (void)isNothingMissing(); // rows that were passed may lack something again, for restart() to tell
            return nullptr;
        }
        m_needsNewPass = false;
        rewindAll();
    }
}

DetailQueue::Bucket *DetailQueue::frontBucket(Tier &tier, int most)
{
    for (;;) {
        dropOutdated(tier);
        const auto front =
            std::min_element(tier.buckets.begin(), tier.buckets.end(), [](const Bucket &a, const Bucket &b) {
                return a.rows.front().place < b.rows.front().place;
            });
        const bool isFull =
            front != tier.buckets.end() && front->rows.size() >= static_cast<std::size_t>(most);
        if (isFull || tier.waiting >= lookahead || !lookAtNext(tier))
            return front != tier.buckets.end() ? &*front : nullptr;
    }
}

/// Candidates may have been asked for meanwhile, through another tier, or lack other groups than when they
/// were filed. Only the first ones matter here; take() looks at the others.
void DetailQueue::dropOutdated(Tier &tier)
{
    for (Bucket &bucket : tier.buckets) {
        while (!bucket.rows.empty()) {
            const GroupSet lacking = missing(bucket.rows.front().row);
            if (lacking == bucket.groups)
                break;
            bucket.rows.pop_front();
            --tier.waiting;
            m_needsNewPass |= lacking.any();
        }
    }
    std::erase_if(tier.buckets, [](const Bucket &bucket) { return bucket.rows.empty(); });
}

/// False: the tier is finished.
bool DetailQueue::lookAtNext(Tier &tier)
{
    const qsizetype end = tier.isTable ? m_table.rowCount() : tier.rows.size();
    for (int looked = 1; tier.cursor < end; ++looked) {
        if (looked == fruitlessRows && m_mayLack.empty())
            markLacking();
        const int row = tier.isTable ? static_cast<int>(tier.cursor) : tier.rows[tier.cursor];
        ++tier.cursor;
        if (row < 0 || row >= m_table.rowCount() || !mayLack(row))
            continue;
        const GroupSet lacking = missing(row);
        if (lacking.none())
            continue;
        file(tier, row, lacking, ++m_lastPlace);
        return true;
    }
    return false;
}

void DetailQueue::file(Tier &tier, int row, GroupSet missing, quint64 place)
{
    const RowKind kind = m_table.key(row).kind;
    auto bucket = std::find_if(tier.buckets.begin(), tier.buckets.end(), [&](const Bucket &candidate) {
        return candidate.kind == kind && candidate.groups == missing;
    });
    if (bucket == tier.buckets.end())
        bucket = tier.buckets.insert(bucket, Bucket{kind, missing, {}});
    bucket->rows.push_back({row, place});
    ++tier.waiting;
}

} // namespace layerscope
