// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"

#include <QList>
#include <QString>

#include <optional>

namespace layerscope {

/// The tables of an account that a file can be made of.
enum class ExportTable { Servers, Pools, Members };

/// A KIND of the command line that is one file: which table, and which rows of it. A value.
struct ExportKind
{
    QString name; ///< "pool-members"; also that of its file in a folder.
    ExportTable table = ExportTable::Servers;
    /// Of servers those in the file; of other tables all there are. What their columns are told by.
    QList<RowKind> rowKinds;

    [[nodiscard]] const Catalogue &catalogue() const;
    /// The columns of an export that names none: those of the window's default view, the ids, so that each
    /// row can be found again, and row_state, which says why a field is empty.
    [[nodiscard]] QList<ColumnIndex> defaultColumns() const;

    [[nodiscard]] static const QList<ExportKind> &all();
    [[nodiscard]] static std::optional<ExportKind> find(const QString &name);
    /// Those that together are the whole account, each row once.
    [[nodiscard]] static QList<ExportKind> wholeAccount();
};

} // namespace layerscope
