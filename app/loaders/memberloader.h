// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestscheduler.h"
#include "inventory/inventorystore.h"
#include "loaders/callgroup.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace layerscope {

/// The members of bandwidth pools, a few lists a pool (Pages), the pools that somebody opened first. What the
/// lists could not bring is asked for row by row afterwards (RowDetailsLoader). A pool that counts more
/// devices than its lists show gets one more row that stands for the others (RowKind::NotVisible), with what
/// they take of allocation and traffic, so that the sums of the rows are those of the pool. Rows of an
/// earlier load go when the list of their pool and kind came whole without them, or when their pool went;
/// until then they stay. Reads the pools, writes the members; GUI thread; client and stores outlive it.
class MemberLoader : public QObject
{
    Q_OBJECT

public:
    MemberLoader(ApiClient &client, const InventoryStore &pools, InventoryStore &members,
                 QObject *parent = nullptr);
    ~MemberLoader() override;

    void setWantedColumns(const ColumnSet &columns);
    [[nodiscard]] GroupSet wantedGroups() const;

    /// Pools that servers say they share: these have members whatever they count.
    void setNamedPools(const QSet<qint64> &poolIds);
    /// A new load: what is known becomes stale, no pool was asked yet.
    void begin();
    /// These pools, those of a higher priority first; one that was asked in this load is not asked again.
    void ask(const QList<qint64> &poolIds, Priority priority);
    /// There will be no further pools: what is left over can be asked for row by row, and rows that vanished
    /// can go.
    void setAllAsked();
    /// Keeps what arrived.
    void stop();
    /// Asks again for lists of these pools that failed or brought less than the pool counts, and for cells
    /// that failed or were refused.
    void retry(const QList<qint64> &poolIds);
    /// Only for the lists.
    void retryLists(const QList<qint64> &poolIds);

    /// Nothing waits, nothing is in flight.
    [[nodiscard]] bool isDone() const;
    /// Pools asked and answered in this load, whatever the answer.
    [[nodiscard]] int settledPools() const;
    /// Whether this pool's members stand: none of its lists waits or is in flight.
    [[nodiscard]] bool isSettled(qint64 poolId) const;
    [[nodiscard]] bool wasAsked(qint64 poolId) const;

Q_SIGNALS:
    void progressed();
    /// The lists of this pool are finished.
    void poolSettled(qint64 poolId);
    /// isDone() became true. From the event loop.
    void done();
    /// Nothing more can be loaded: a wrong key, say. Has stopped by itself.
    void blocked(const layerscope::ApiError &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace layerscope
