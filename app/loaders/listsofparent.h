// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/kinds.h"
#include "loaders/listloader.h"
#include "loaders/parentcounts.h"
#include "loaders/remainder.h"

#include <QObject>
#include <QSet>

#include <bitset>
#include <memory>
#include <vector>

namespace layerscope {

/// The lists of the rows below one row (Nesting::lists), side by side: one for each relation of which it is
/// not believed (ParentCounts) that the parent has none. GUI thread; the client outlives it. One run an
/// object; may be destroyed by whoever hears its signals.
class ListsOfParent : public QObject
{
    Q_OBJECT

public:
    struct Query
    {
        qint64 parentId = 0;
        GroupSet groups; ///< Asked for besides the identity.
        Priority priority = Priority::Sweep;
        QList<Remainder::List> former; ///< Of this load: only those are asked again that lack something,
        QSet<RowKey> elsewhere;        ///< or brought some that stand below another parent now.
    };
    /// `table`: that of the rows. `counts` are read now.
    ListsOfParent(ApiClient &client, const TableSpec &table, const ParentCounts &counts, const Query &query);
    ~ListsOfParent() override;

    /// Ends at once if there is nobody below it.
    void start();
    [[nodiscard]] qint64 parentId() const { return m_parentId; }
    [[nodiscard]] bool isOver() const { return m_isOver; }
    /// Lists that were not asked, since the parent counts none.
    [[nodiscard]] const QList<const ListBelow *> &believed() const { return m_believed; }
    /// What became of the lists.
    [[nodiscard]] QList<Remainder::List> came() const;
    /// Kinds of which every row that this key may see came: who is not among them is none any more.
    [[nodiscard]] std::bitset<rowKindCount> wholeKinds() const;
    /// Of Query::elsewhere.
    [[nodiscard]] bool wasElsewhere(RowKey key) const { return m_elsewhere.contains(key); }
    /// Of Query::elsewhere: those of kinds that are not whole, so that they may be here, too.
    [[nodiscard]] QSet<RowKey> elsewhereStill() const;

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
        Remainder::List came;

        [[nodiscard]] bool isOver() const { return !loader || loader->state() == ListLoader::State::Ended; }
    };
    void endList(List &list);
    void forgetWhoLeft(Remainder::List &came, qint64 listed) const;
    void endIfAllAreOver();

    qint64 m_parentId;
    QSet<RowKey> m_elsewhere;
    std::vector<List> m_lists;
    QList<const ListBelow *> m_believed;
    bool m_isOver = false;
};

} // namespace layerscope
