// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/canceltoken.h"
#include "core/decimal.h"
#include "inventory/inventorytable.h"
#include "inventory/rowfilter.h"

#include <QBitArray>
#include <QList>
#include <QSet>
#include <QString>
#include <QVarLengthArray>

#include <memory>
#include <optional>

namespace layerscope {

struct TableSpec;

/// What is to be seen and in which order: navigator node, quick filter, sort column, grouping. A value.
struct ArrangementSpec
{
    /// The navigator's node: rows of this kind and with this exact text (or number as text) in a column; in a
    /// list of texts as one of them. Empty text: rows that truly have none.
    std::optional<RowKind> kind;
    std::optional<ColumnIndex> scopeColumn;
    QString scopeText;
    bool scopeIsAnyValue = false; ///< Rows that have anything in the column, whatever the text.
    ColumnSet stateColumns;       ///< What a row state as the node's text is about; none: shownColumns.

    RowFilter filter;
    ColumnSet searchedColumns; ///< Where plain words of the filter look; see searchEverywhere().
    ColumnSet
        shownColumns; ///< On screen or in the file: what row_state, "120 loaded" and the like are about.

    ColumnIndex nameColumn = ServerColumn::Fqdn; ///< Decides between equals.
    ColumnIndex sortColumn = ServerColumn::Fqdn;
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    std::optional<ColumnIndex>
        groupColumn; ///< Of a list, as tags are: a row is in the group of each of them.

    // Of rows of another table that lie below these (Nesting): what does not follow from the above.
    /// With a node: a row is there also for those below it that have anything in this column of theirs.
    std::optional<ColumnIndex> childScopeColumn;
    RowFilter childFilter; ///< The same words, read with their catalogue.
    ColumnSet childSearchedColumns;

    bool operator==(const ArrangementSpec &) const = default;
    /// Everything, by name. A spec as it is made is that of servers.
    [[nodiscard]] static ArrangementSpec of(const Catalogue &catalogue);
    /// Has the plain words of the filter look into each column in which they can be found: all that can be
    /// asked for without much ado (Catalogue::wordColumns()) and what is shown. After a change of the filter
    /// or of the shown columns. `children`: of the rows below, or nullptr.
    void searchEverywhere(const Catalogue &catalogue, const TableSpec *children = nullptr);
    /// Columns whose values decide the arrangement: they must be loaded, and a change in them asks for a new
    /// one.
    [[nodiscard]] ColumnSet usedColumns() const;
    /// The same of the rows below these: in the same order, as far as they have such columns, below the row
    /// that they belong to.
    [[nodiscard]] ArrangementSpec ofChildren(const TableSpec &children) const;
};

/// What an arrangement is made of: unchanging copies, for a worker.
struct ArrangedTables
{
    InventoryTable rows;
    /// Of the table whose rows lie below those (Nesting), if there is one.
    std::optional<InventoryTable> children = {};
    /// The numbers of rows below which all stand that can be loaded; nullopt: of each, nothing more will
    /// come.
    std::optional<QSet<qint64>> settled = {};
};

/// Sum of one column over rows, with how many of them are known: unknown ones make it "at least".
struct ColumnSum
{
    Decimal sum;
    int known = 0;
    int total = 0;
};

/// Where a row of a table is seen; {-1, -1}: nowhere.
struct ArrangedPlace
{
    int group = -1; ///< Of rows that lie below others: the place of the row above.
    int row = -1;   ///< The place in that group, or below that row.
};

/// What the next arrange() may take over from the one that this is of: all rows of the table in order,
/// whatever is seen of them, and the revisions of the table's columns that this holds for.
struct ArrangedOrder
{
    QList<int> rowsByName;
    QList<int> rowsInOrder;
    quint64 nameRevision = 0;
    quint64 orderRevision = 0;
    quint64 filterRevision = 0;
};

/// What lies below the rows that are seen. A row that passes node and filter is seen with all that is below
/// it, another one with those that pass, if there are any.
///
/// Not within Arrangement: clang 14 reads the initial values of a nested struct's members only at the end of
/// the outer one, too late for a std::optional of it there to learn that it can be made without arguments.
struct ArrangedChildren
{
    int tableRows = 0;           ///< Rows their table had when this was made.
    QList<int> rows;             ///< Of their table, in view order
    QList<int> firsts;           ///< Where in `rows` those of each seen row begin; at last, where they end.
    QBitArray areToCome;         ///< Of each seen row: none are there, and some may still come.
    QList<ArrangedPlace> places; ///< For each row of their table.
    QList<int> undecidedRows;    ///< As those of an Arrangement; only of rows that are listed.
    ArrangedOrder reusable;

    /// Below the row that is seen at this place.
    [[nodiscard]] int countBelow(int place) const { return firsts.at(place + 1) - firsts.at(place); }
    [[nodiscard]] QList<int> rowsBelow(int place) const
    {
        return rows.mid(firsts.at(place), countBelow(place));
    }
};

/// Rows of a table in the order they are to be seen. Immutable once made; shared between threads by const
/// pointer. Unknown values sort last in both directions; ties fall back to name, then kind and id, so the
/// order is total.
struct Arrangement
{
    using Place = ArrangedPlace;
    using Children = ArrangedChildren;

    struct Group
    {
        QString key;            ///< The raw text or number as text; "" with isUnknown or isEmpty.
        bool isUnknown = false; ///< Rows whose group value is not known (yet)
        bool isEmpty = false;   ///< Rows that truly have none
        QList<int> rows;        ///< Table rows in view order
        int loadedRows = 0;     ///< Rows complete as far as the shown columns go
        QList<ColumnSum> sums;  ///< One for each summable column, in catalogue order
    };

    /// One place behind another of the same row, and which of these comes next; -1: none does.
    struct OtherPlace
    {
        Place place;
        int next;
    };

    ArrangementSpec spec;
    int tableRows = 0; ///< Rows the table had when this was made.
    bool isGrouped = false;
    QList<Group> groups; ///< Exactly one (nameless) if not grouped.
    QList<Place> places; ///< For each table row: group and place in it, or {-1, -1} if it is not seen.
    QList<OtherPlace> otherPlaces; ///< Of rows that stand in several groups; see placesOf().
    QList<int> firstOtherPlaces;   ///< For each table row; none without such places.
    int visibleRows = 0;           ///< Each counted once, in however many groups it is.
    int scopeRows = 0;             ///< Rows in the navigator's node, before the quick filter.
    /// Rows of which node and filter cannot tell yet whether they belong here, in view order: the values that
    /// decide are not asked for, on their way, refused, failed or gone. Most are not seen; those are that a
    /// word with '-' lets through until it is found. None without node and filter.
    QList<int> undecidedRows;

    ArrangedOrder reusable;
    /// Of a table that has another one below it; then rows are not grouped.
    std::optional<Children> children;

    /// All rows in view order, groups one after the other; each once, where it comes up first.
    [[nodiscard]] QList<int> rowsInOrder() const;
    /// Some rows stand in several groups.
    [[nodiscard]] bool hasSharedRows() const { return !otherPlaces.isEmpty(); }
    /// Each place of a row that is seen, group after group.
    [[nodiscard]] QVarLengthArray<Place, 4> placesOf(int row) const;
    /// Sets places and number of the rows after the groups and what they hold. O(rows).
    void placeRows();
};

/// Makes the arrangement: filter, group, sort, sum. Pure; for worker threads; looks at the token at least
/// every 1 000 rows (not within a sort) and returns nullptr if cancelled. `former` is an earlier arrangement
/// of the same table or of a snapshot of it: if the columns that matter have not changed since, its order is
/// taken over, and if the filter narrows its filter, only its rows are looked at. The result is the same
/// without it. Cost: O(n log n) with typed keys; with
/// `former` O(n) where its order can be taken over.
[[nodiscard]] std::shared_ptr<const Arrangement> arrange(const InventoryTable &table,
                                                         const ArrangementSpec &spec,
                                                         const CancelToken &cancel,
                                                         const Arrangement *former = nullptr);

/// The same, with the rows of another table below them if there is one. `shown`: what is on screen and is not
/// to move; rows stand as they stand there, whatever node and filter say of them now, new ones after them, on
/// both levels. O(rows of both tables).
[[nodiscard]] std::shared_ptr<const Arrangement>
arrange(const ArrangedTables &tables, const ArrangementSpec &spec, const CancelToken &cancel,
        const Arrangement *former = nullptr, const Arrangement *shown = nullptr);

/// Sums over given rows (a selection), one for each summable column. Truly empty cells are known and add
/// nothing; where all are empty nothing is known, since 0 would read as an amount that the API told. O(rows ×
/// summable columns).
[[nodiscard]] QList<ColumnSum> sumColumns(const InventoryTable &table, const QList<int> &rows);
/// The summable columns of a catalogue, in order.
[[nodiscard]] QList<ColumnIndex> summableColumns(const Catalogue &catalogue);

} // namespace layerscope
