// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/pages.h"
#include "loaders/poolremainder.h"

#include <QObject>

#include <memory>
#include <vector>

namespace layerscope {

/// The lists of the members of one pool, side by side: one for each kind of which the pool counts any, or of
/// which it does not tell. GUI thread; the client outlives it. One run an object; may be destroyed by whoever
/// hears its signals.
class MemberLists : public QObject
{
    Q_OBJECT

public:
    /// `pools` is read now, for the counts; `groups` are asked for besides the identity.
    MemberLists(ApiClient &client, const InventoryTable &pools, qint64 poolId, GroupSet groups,
                Priority priority);
    ~MemberLists() override;

    /// Ends at once if the pool has nobody.
    void start();
    [[nodiscard]] qint64 poolId() const { return m_poolId; }
    [[nodiscard]] bool isOver() const { return m_isOver; }
    /// What became of the lists.
    [[nodiscard]] QList<PoolRemainder::List> came() const;

Q_SIGNALS:
    void rowsArrived(const QList<layerscope::RowPatch> &rows);
    /// Once, unless blocked.
    void finished();
    /// Nothing more can be had: a wrong key, say.
    void blocked(const layerscope::ApiError &error);

private:
    struct List
    {
        std::unique_ptr<Pages> pages;
        bool isOver = false;
        PoolRemainder::List came;
    };
    void endList(List &list, const Pages::Outcome &outcome);
    void endIfAllAreOver();

    qint64 m_poolId;
    std::vector<List> m_lists;
    bool m_isOver = false;
};

} // namespace layerscope
