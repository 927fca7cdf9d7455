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

/// How an account's tables were left the last time: columns, order, groups, the filter and the rows that were
/// selected. Puts each page into that state when it is made, its rows as they come, and says what to keep for
/// the next time, also of tables that nobody has looked at since. Where a table was scrolled to is not kept:
/// its current row is brought into sight, which is what somebody comes back for.
class KeptTables
{
public:
    /// By TableSpec::key. For pages that are made, and restored, from now on.
    void setLayouts(const QMap<QString, TableLayout> &layouts);
    /// Rows are not selected yet: they come later, with showRows().
    void restore(RowsPage &page);
    /// Of a page that is seen, whenever its rows change: selects what came of those that were selected, once
    /// the first one of them is there, or all is listed that there is.
    void showRows(const RowsPage &page, bool isListOver);
    /// The rows that are not selected yet: what the person does in the page themselves is above them.
    void noteSelection(const RowsPage &page);
    void noteScrolling(const RowsPage &page);
    void forgetRows(const TableSpec &table) { m_coming.remove(&table); }
    /// `wished`: a row that the page is to select as soon as it comes. What is filtered by `secret` is not
    /// kept: somebody put a key there by mistake, and a key is in no file.
    void keep(const RowsPage &page, std::optional<RowKey> wished, const QString &secret);
    [[nodiscard]] const QMap<QString, TableLayout> &layouts() const { return m_layouts; }

private:
    struct Coming
    {
        QList<RowKey> rows;  ///< The current one first
        QList<RowKey> shown; ///< Those of them that were selected
    };

    QMap<QString, TableLayout> m_layouts;
    QHash<const TableSpec *, Coming> m_coming; ///< Not all of them have come
};

} // namespace layerscope
