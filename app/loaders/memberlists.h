// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/listloader.h"
#include "loaders/poolremainder.h"

#include <QObject>

#include <bitset>
#include <memory>
#include <vector>

namespace layerscope {

/// The lists of the members of one pool, side by side: one for each relation of which the pool counts any, or
/// of which it does not tell. Bare metal comes from two: those without a public network are a list of their
/// own. GUI thread; the client outlives it. One run an object; may be destroyed by whoever
/// hears its signals.
class MemberLists : public QObject
{
    Q_OBJECT

public:
    /// `pools` is read now, for the counts; `groups` are asked for besides the identity. Of `former` lists of
    /// this load only those are asked again that lack something. `isNamed`: servers say that they share this
    /// pool, so it is asked even if all its counts are 0.
    MemberLists(ApiClient &client, const InventoryTable &pools, qint64 poolId, GroupSet groups,
                Priority priority, const QList<PoolRemainder::List> &former = {}, bool isNamed = false);
    ~MemberLists() override;

    /// Ends at once if the pool has nobody.
    void start();
    [[nodiscard]] qint64 poolId() const { return m_poolId; }
    [[nodiscard]] bool isOver() const { return m_isOver; }
    /// What became of the lists.
    [[nodiscard]] QList<PoolRemainder::List> came() const;
    /// Kinds of which every member that this key may see came: who is not among them is none any more.
    [[nodiscard]] std::bitset<rowKindCount> wholeKinds() const;

Q_SIGNALS:
    void rowsArrived(const QList<layerscope::RowPatch> &rows);
    /// Once, unless blocked.
    void finished();
    /// Nothing more can be loaded: a wrong key, say.
    void blocked(const layerscope::ApiError &error);

private:
    struct List
    {
        std::unique_ptr<ListLoader> loader; ///< None of a former list that is whole.
        PoolRemainder::List came;

        [[nodiscard]] bool isOver() const { return !loader || loader->state() == ListLoader::State::Ended; }
    };
    void endList(List &list);
    void endIfAllAreOver();

    qint64 m_poolId;
    std::vector<List> m_lists;
    bool m_isOver = false;
};

} // namespace layerscope
