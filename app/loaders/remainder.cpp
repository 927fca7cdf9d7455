// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/remainder.h"

#include "core/saturatingsum.h"
#include "inventory/cellreading.h"
#include "inventory/kinds.h"
#include "loaders/sharedsums.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// "db01.example.com (EU pool)", in order.
QStringList namesOf(const QList<int> &rows, const InventoryTable &table, const InventoryTable &parents)
{
    const TableSpec &spec = tableSpec(table.catalogue());
    const Nesting &nesting = *spec.nesting;
    QStringList names;
    for (const int row : rows) {
        QString name = table.text(row, nesting.restNameColumn);
        if (name.isEmpty())
            name = u'#' + QString::number(table.key(row).id);
        const std::optional<int> parent =
            table.hasValue(row, nesting.parentIdColumn)
                ? parents.find(spec.parentRow(table.bits(row, nesting.parentIdColumn)))
                : std::nullopt;
        if (parent)
            name += u" ("_s + parents.text(*parent, parents.catalogue().nameColumn()) + u')';
        names.append(name);
    }
    names.sort();
    return names;
}

} // namespace

Remainder::Remainder(const QList<List> &lists, qint64 known, qint64 elsewhere, qint64 shared)
    : m_elsewhere(elsewhere)
    , m_shared(shared)
{
    for (const List &list : lists) {
        m_isNumberKnown = m_isNumberKnown && (!list.error || list.announced);
        m_rows = saturatingSum(m_rows, std::max<qint64>(0, list.announced.value_or(0) - list.listed));
        if (list.error && !list.error->isRefusal())
            m_failure = list.error;
        else if (list.error && !list.announced)
            m_failure = list.error; // nobody told how many there are: perhaps none, but that is not known
    }
    m_rows = std::max<qint64>(0, m_rows - known);
}

std::optional<ApiError> Remainder::failure(const Nesting &nesting) const
{
    if (m_failure || m_elsewhere == m_shared)
        return m_failure;
    return ApiError::withMessage(ApiError::Kind::BadResponse, nesting.restMoved(),
                                 QStringLiteral("rows in lists of two parents"));
}

qint64 Remainder::missing() const
{
    return saturatingSum(m_rows, std::max<qint64>(0, m_elsewhere - m_shared));
}

/// Texts: numbers are those of the parent's sums.
void Remainder::putCommon(const QList<int> &elsewhere, const InventoryTable &table, GroupSet groups,
                          RowPatch &patch) const
{
    if (elsewhere.isEmpty())
        return;
    for (ColumnIndex column = 0; column < table.catalogue().columnCount(); ++column) {
        const ColumnSpec &spec = table.catalogue().column(column);
        if (spec.type != ColumnType::Text || !groups.test(static_cast<std::size_t>(spec.group)))
            continue;
        const CellValue value = table.value(elsewhere.constFirst(), column);
        if (std::all_of(elsewhere.cbegin(), elsewhere.cend(),
                        [&](int row) { return table.value(row, column) == value; }))
            patch.values.emplace_back(column, value);
    }
}

void Remainder::put(qint64 parentId, const InventoryTable &parents, const QList<int> &shown,
                    InventoryStore &store, const QList<int> &elsewhere) const
{
    const InventoryTable &table = store.table();
    const Catalogue &catalogue = table.catalogue();
    const TableSpec &spec = tableSpec(catalogue);
    const Nesting &nesting = *spec.nesting;
    const RowKey parentKey = spec.parentRow(parentId);
    const std::optional<int> parent = parents.find(parentKey);
    if (!parent || !nesting.restKind)
        return;
    const auto groupOf = [&catalogue](ColumnIndex column) {
        return static_cast<std::size_t>(catalogue.column(column).group);
    };
    RowPatch patch;
    patch.key = {*nesting.restKind, parentId};
    patch.loaded.set(groupOf(nesting.restNameColumn));
    nesting.complete(parents, parentKey, patch);
    patch.values.emplace_back(
        nesting.restNameColumn,
        nesting.restName(m_rows, m_failure.has_value(), m_elsewhere, namesOf(elsewhere, table, parents)));

    for (const SharedSum &sum : nesting.sums) {
        const std::optional<Decimal> left = restOf(sum, parents, *parent, table, shown);
        if (!left)
            continue;
        patch.loaded.set(groupOf(sum.column));
        patch.values.emplace_back(sum.column, *left);
        if (sum.shareColumn < 0)
            continue;
        if (const std::optional<Decimal> share = percentage(left, parents.decimal(*parent, sum.ofParent))) {
            patch.loaded.set(groupOf(sum.shareColumn));
            patch.values.emplace_back(sum.shareColumn, *share);
        }
    }

    GroupSet others;
    for (int group = 0; group < catalogue.groupCount(); ++group)
        others.set(static_cast<std::size_t>(group), !patch.loaded.test(static_cast<std::size_t>(group)));
    if (!isMissingSome()) {
        putCommon(elsewhere, table, others, patch);
        patch.loaded |= others;
        store.listRows({patch});
        return;
    }
    store.listRows({patch});
    const std::optional<ApiError> mayCome = failure(nesting);
    store.setFailure({*table.find(patch.key)}, others, mayCome ? CellState::Failed : CellState::Refused,
                     mayCome.value_or(ApiError::make(ApiError::Kind::Forbidden)));
}

} // namespace layerscope
