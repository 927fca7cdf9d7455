// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/restrows.h"

#include "core/saturatingsum.h"
#include "inventory/kinds.h"

namespace layerscope {

RestRows::RestRows(InventoryStore &parents, InventoryStore &store)
    : m_parents(parents)
    , m_store(store)
    , m_standing(store.table())
{}

void RestRows::put(qint64 parentId, const Remainder &rest, const QList<int> &shown,
                   const QList<RowKey> &elsewhere)
{
    const std::optional<RowKind> kind = tableSpec(m_store.table().catalogue()).nesting->restKind;
    if (!kind)
        return;
    if (rest.isNeeded()) {
        QList<int> rows;
        for (const RowKey key : elsewhere) {
            if (const std::optional<int> row = m_standing.rowOfSame(key))
                rows.append(*row);
        }
        rest.put(parentId, m_parents.table(), shown, m_store, rows);
        m_rests.insert(parentId, {rest.missing(), rest.isNumberKnown()});
        return;
    }
    m_rests.remove(parentId);
    if (const std::optional<int> row = m_store.table().find({*kind, parentId}))
        m_store.removeRows({*row});
}

RestTally RestRows::tally(GroupSet wanted) const
{
    RestTally tally;
    const InventoryTable &table = m_store.table();
    const std::optional<RowKind> kind = tableSpec(table.catalogue()).nesting->restKind;
    for (auto rest = m_rests.cbegin(); kind && rest != m_rests.cend(); ++rest) {
        const std::optional<int> row = table.find({*kind, rest.key()});
        const RowState state = row ? table.rowState(*row, wanted) : RowState::Complete;
        if (state != RowState::Refused && state != RowState::Failed)
            continue;
        qint64 &more = state == RowState::Refused ? tally.refused : tally.failed;
        more = saturatingSum(more, rest.value().missing - 1); // the row itself is counted with the others
        tally.unknown += rest.value().isNumberKnown ? 0 : 1;
    }
    return tally;
}

} // namespace layerscope
