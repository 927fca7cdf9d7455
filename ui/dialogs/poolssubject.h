// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exportsubject.h"
#include "models/pooltree.h"

namespace layerscope {

class PoolsView;

/// The bandwidth pools on screen, a row each.
class PoolsSubject final : public ExportSubject
{
public:
    PoolsSubject(AccountSession &session, const PoolsView &view);

    [[nodiscard]] Words words() const override;
    [[nodiscard]] QString fileStem() const override;
    [[nodiscard]] const InventoryTable &table() const override;
    [[nodiscard]] QList<int> rows(ExportScope scope) const override;
    [[nodiscard]] qsizetype rowCount(ExportScope scope) const override;
    [[nodiscard]] QList<int> undecidedRows(ExportScope scope) const override;
    [[nodiscard]] qint64 unlistedRows() const override;
    [[nodiscard]] Agreement agree(ExportScope scope) const override;
    void setExportColumns(const ColumnSet &columns) const override;

protected:
    [[nodiscard]] QList<ColumnIndex> shownColumns() const override;
    [[nodiscard]] ColumnSet decidingColumns() const override;

private:
    const PoolsView &m_view;
};

/// Their members, a row each, with one for what is not visible of a pool. Filtered: those of the tree on
/// screen, opened or not.
class MembersSubject final : public ExportSubject
{
public:
    MembersSubject(AccountSession &session, const PoolsView &view);

    [[nodiscard]] Words words() const override;
    [[nodiscard]] QString fileStem() const override;
    [[nodiscard]] const InventoryTable &table() const override;
    [[nodiscard]] QList<int> rows(ExportScope scope) const override;
    [[nodiscard]] qsizetype rowCount(ExportScope scope) const override;
    [[nodiscard]] QList<int> undecidedRows(ExportScope scope) const override;
    [[nodiscard]] qint64 unlistedRows() const override;
    [[nodiscard]] Agreement agree(ExportScope scope) const override;
    void setExportColumns(const ColumnSet &columns) const override;

protected:
    [[nodiscard]] QList<ColumnIndex> shownColumns() const override;
    [[nodiscard]] ColumnSet decidingColumns() const override;

private:
    const PoolsView &m_view;
};

} // namespace layerscope
