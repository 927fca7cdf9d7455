// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"
#include "session/layoutsettings.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace layerscope {

class RowsPage;
struct TableSpec;

/// How an account's tables were left the last time: columns, order, groups, the filter and the row that was
/// selected. Puts each page into that state when it is made, and says what to keep for the next time, also of
/// tables that nobody has looked at since.
class KeptTables
{
public:
    /// By TableSpec::key. For pages that are made, and restored, from now on.
    void setLayouts(const QMap<QString, TableLayout> &layouts);
    /// The row is not selected yet: it comes later. takeRow() has it.
    void restore(RowsPage &page);
    /// The row that was selected in this table; nullopt: none was, or it was taken already.
    [[nodiscard]] std::optional<RowKey> takeRow(const TableSpec &table);
    /// It was taken and not seen yet: the next look at the table is to have it.
    void giveBackRow(const TableSpec &table, RowKey row) { m_rows.insert(&table, row); }
    /// `wished`: a row that the page is to select as soon as it comes. What is filtered by `secret` is not
    /// kept: somebody put a key there by mistake, and a key is in no file.
    void keep(const RowsPage &page, std::optional<RowKey> wished, const QString &secret);
    [[nodiscard]] const QMap<QString, TableLayout> &layouts() const { return m_layouts; }

private:
    QMap<QString, TableLayout> m_layouts;
    QHash<const TableSpec *, RowKey> m_rows; ///< Not taken yet
};

} // namespace layerscope
