// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "inventory/rowkey.h"
#include "session/layoutsettings.h"
#include "views/scrollreturn.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace layerscope {

class RowsPage;
struct TableSpec;

/// How an account's tables were left the last time: columns, order, groups, the filter, the rows that were
/// selected and where they were scrolled to. Puts each page into that state when it is made, its rows as they
/// come, and says what to keep for the next time, also of tables that nobody has looked at since. Where the
/// row that stood at the top is gone, the current row is brought into sight.
class KeptTables
{
public:
    /// By TableSpec::key. For pages that are made, and restored, from now on.
    void setLayouts(const QMap<QString, TableLayout> &layouts);
    /// Rows are not selected yet: they come later, with showRows().
    void restore(RowsPage &page);
    /// How far the rows of a page have come.
    enum class Progress {
        Listing,   ///< More may come.
        Listed,    ///< All of the table itself; their values, and rows below them, are still to come.
        LoadIsOver ///< Nothing comes any more, and all that came is among the rows.
    };
    /// Of a page that is seen, whenever its rows change: selects what came of those that were selected, once
    /// the first one of them is there, or all is listed that there is; and leads back to where the page was
    /// scrolled to, until the load is over or the person goes elsewhere.
    void showRows(const RowsPage &page, Progress progress);
    /// The rows that are not selected yet: what the person does in the page themselves is above them.
    void noteSelection(const RowsPage &page);
    void noteScrolling(const RowsPage &page);
    void forgetRows(const TableSpec &table) { m_coming.remove(&table); }
    /// `wished`: a row that the page is to select as soon as it comes. What is filtered by `secret` is not
    /// kept: somebody put a key there by mistake, and a key is in no file.
    void keep(const RowsPage &page, std::optional<RowKey> wished, const QString &secret);
    [[nodiscard]] const QMap<QString, TableLayout> &layouts() const { return m_layouts; }

private:
    /// Filter, order and groups: among others no row is where it was.
    struct ViewedRows
    {
        QString filter;
        std::optional<ColumnIndex> group;
        ColumnIndex sortColumn = 0;
        Qt::SortOrder sortOrder = Qt::AscendingOrder;

        bool operator==(const ViewedRows &) const = default;
    };
    [[nodiscard]] static ViewedRows viewedIn(const RowsPage &page);

    struct Coming
    {
        QList<RowKey> rows;              ///< The current one first
        QList<RowKey> shown;             ///< Those of them that were selected
        std::optional<ScrollReturn> way; ///< Back to where it was scrolled to
        ViewedRows viewed;               ///< What the way is among
    };

    static void goBack(Coming &coming, const RowsPage &page, Progress progress);

    QMap<QString, TableLayout> m_layouts;
    QHash<const TableSpec *, Coming> m_coming; ///< Not all of them have come
};

} // namespace layerscope
