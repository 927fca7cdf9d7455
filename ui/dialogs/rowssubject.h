// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exportsubject.h"
#include "inventory/arrangement.h"

namespace layerscope {

class RowsModel;
class RowsView;
struct TableSpec;

/// The rows of a table that are on screen; or, of the table below it, all that lie below those, opened or
/// not.
class RowsSubject final : public ExportSubject
{
public:
    /// `table` is that of the view, or the one below it. `filter`: as the person typed it.
    RowsSubject(AccountSession &session, const TableSpec &table, const RowsView &view,
                const QString &filter = {});

    [[nodiscard]] Words words() const override;
    [[nodiscard]] QString fileStem() const override;
    [[nodiscard]] const InventoryTable &table() const override;
    [[nodiscard]] QList<int> rows(ExportScope scope) const override;
    [[nodiscard]] qsizetype rowCount(ExportScope scope) const override;
    [[nodiscard]] QList<int> undecidedRows(ExportScope scope) const override;
    [[nodiscard]] qint64 unlistedRows() const override;
    [[nodiscard]] QString filterWords(ExportScope scope) const override;
    [[nodiscard]] Agreement agree(ExportScope scope) const override;
    void setExportColumns(const ColumnSet &columns) const override;

protected:
    [[nodiscard]] QList<ColumnIndex> shownColumns() const override;
    [[nodiscard]] ColumnSet decidingColumns() const override;

private:
    [[nodiscard]] RowsModel &model() const;
    [[nodiscard]] bool isBelow() const { return &m_table != &m_upper; }
    [[nodiscard]] ColumnSet upperColumns() const;

    const TableSpec &m_table;
    const TableSpec &m_upper; ///< The view's
    const RowsView &m_view;
    const QString m_filter;
};

} // namespace layerscope
