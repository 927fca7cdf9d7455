// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowpatch.h"
#include "loaders/idcover.h"
#include "loaders/slicequeue.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

namespace layerscope {

/// What was read of a list so far, and what follows from it: which rows are new, how far it is worth asking,
/// what a page left out, which places are to be read again because pages do not meet there, and whether all
/// of it came. Knows nothing of calls, nor of what failed. A value; no thread of its own.
class ListReading
{
public:
    explicit ListReading(int pageSize);

    /// 0 for a number that is none, or none that an account could have.
    [[nodiscard]] static qint64 plausible(std::optional<qint64> total);

    struct News
    {
        QList<RowPatch> rows;        ///< In the order in which they came.
        std::optional<qint64> total; ///< The server's own, if it is known now, or another one.
    };
    /// A page was answered, so that this slice succeeded. The queue hears how far there may be rows, and what
    /// is to be asked for at once.
    [[nodiscard]] News add(const Slice &slice, const RowPatches &page, std::optional<qint64> totalItems,
                           SliceQueue &queue);

    /// Distinct rows.
    [[nodiscard]] qint64 listed() const { return m_ids.size(); }
    /// The newest total that the server named, if it named any.
    [[nodiscard]] std::optional<qint64> announced() const { return m_announced; }
    [[nodiscard]] int withoutId() const { return m_withoutId; }
    /// Rows that stood in the list once more: the total counts them, and there are no others for them.
    [[nodiscard]] qint64 twins() const { return m_twins; }
    /// A page behind the last row was empty.
    [[nodiscard]] bool isEndSeen() const { return m_emptyFrom < SliceQueue::maxRows; }
    /// Its order is that of ids, so that the rows themselves prove what came.
    [[nodiscard]] bool isProvable() const { return m_isOrdered && m_withoutId == 0; }
    /// Of what is provable: there are places where pages do not meet.
    [[nodiscard]] bool hasGaps() const { return !m_cover.gaps().isEmpty(); }
    /// Neither the list nor whoever else knows its number (`expected`) tells where it ends.
    [[nodiscard]] bool isEndUnknown(std::optional<qint64> expected) const;

    /// All that was asked for was answered: some of it is worth reading again.
    [[nodiscard]] bool wantsRepair(const SliceQueue &queue) const;
    /// Asks for the places where pages do not meet, and what was created meanwhile: new rows are at the tail.
    void repair(SliceQueue &queue);
    /// After a stop, or a failure. What came proves what did not: the places where pages do not meet. Where
    /// it proves nothing, all is asked for.
    void goOn(SliceQueue &queue, std::optional<qint64> expected);

private:
    [[nodiscard]] QList<RowPatch> takeNews(const QList<RowPatch> &rows);
    void countTwins(const Slice &slice, const RowPatches &page);
    void lookAtCover(const Slice &slice, const RowPatches &page, std::optional<qint64> total, bool hasNews);
    void lookAtEnd(qint64 end, std::optional<qint64> total, SliceQueue &queue) const;
    void askForRest(const Slice &slice, const RowPatches &page, bool hasNews, SliceQueue &queue) const;
    [[nodiscard]] bool areSomeMissing() const;
    void readOnceMore(SliceQueue &queue);

    const int m_pageSize;
    QSet<qint64> m_ids;
    qint64 m_lastId = 0; ///< The highest of them.
    int m_withoutId = 0;
    /// At which places an id stood, of those that were more than once in a page.
    QHash<qint64, QSet<qint64>> m_placesOf;
    QHash<qint64, qint64> m_twinsOf; ///< How often besides the first time.
    qint64 m_twins = 0;
    std::optional<qint64> m_announced;
    IdCover m_cover;
    qint64 m_seenEnd = 0;                     ///< Where the furthest page ended that had rows.
    qint64 m_emptyFrom = SliceQueue::maxRows; ///< The lowest offset behind it at which a page was empty.
    qint64 m_behindTotal = 0;                 ///< To be looked at, although the total says there is nothing.
    std::optional<qint64> m_totalAtTail;      ///< What was announced when the tail was read.
    bool m_totalMoved = false;                ///< Rows came or went during the run.
    bool m_isOrdered = true;                  ///< Each page came in the order of its ids.
    bool m_isInPieces = false;                ///< Not all rows came in one page.
    int m_repairs = 0;
    int m_repairCalls = 0;
};

} // namespace layerscope
