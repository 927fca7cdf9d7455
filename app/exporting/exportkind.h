// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"
#include "inventory/kinds.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace layerscope {

struct LoadOutcome;

/// A KIND of the command line that is one file: which table, and which rows of it. A value.
struct ExportKind
{
    QString name; ///< "pool-members"; also that of its file in a folder.
    const TableSpec *table = nullptr;
    /// What its columns are told by: of each service one. Of a part of a table also which rows are in the
    /// file.
    QList<RowKind> rowKinds;
    bool isWholeTable = true;

    [[nodiscard]] const Catalogue &catalogue() const { return table->catalogue(); }
    /// The columns of an export that names none: those of the window's default view, the ids, so that each
    /// row can be found again, and row_state, which says why a field is empty.
    [[nodiscard]] QList<ColumnIndex> defaultColumns() const;

    /// "vBareMetal": of its sheet in a workbook, unique among all kinds. Its name, unless its table says
    /// another.
    [[nodiscard]] QString sheet() const;
    /// "bare metal servers". Translated.
    [[nodiscard]] QString translatedTitle() const;
    /// Its rows of the table, by name.
    [[nodiscard]] ArrangementSpec everything() const;
    /// This row of its table goes into the file.
    [[nodiscard]] bool has(RowKey row) const { return isWholeTable || rowKinds.contains(row.kind); }
    /// None of its rows came in this load, and that for an error: its file would look like that of an account
    /// that has nothing of the kind. O(rows).
    [[nodiscard]] bool isHopeless(const InventoryTable &rows, const LoadOutcome &outcome) const;

    /// A table each, and the kinds that have a file of their own.
    [[nodiscard]] static const QList<ExportKind> &all();
    [[nodiscard]] static QStringList names(); ///< Of all of them.
    [[nodiscard]] static std::optional<ExportKind> find(const QString &name);
    /// Those that together are the whole account, each row once.
    [[nodiscard]] static QList<ExportKind> wholeAccount();
};

} // namespace layerscope
