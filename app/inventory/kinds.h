// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "inventory/rowkey.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <span>

namespace layerscope {

class InventoryTable;
struct RowPatch;
struct TableSpec;

/// What a table is about: where the navigator has it. In the order in which people are told of them.
enum class Category : quint8 { General, Network, Security, Storage, Compute, Dns, Billing, Support, Account };
/// As a heading says it. Translated.
[[nodiscard]] QString categoryTitle(Category category);

/// In which order the rows of a list come.
struct ListOrder
{
    /// Of a row. By "id" pages prove that they fit together; of any other, totals and keys have to tell.
    const char *path = "id";
    bool newestFirst = false; ///< Descending, else ascending.
};

/// How a list is asked for.
enum class Paging : quint8 {
    Slices,  ///< Page by page, each a slice of the list in its order.
    OneCall, ///< All at once: it knows neither limit nor order (softlayer-kinds §2.8).
};

/// One relation to-many that lists rows of a kind: of the account, or of a row of another kind.
struct ListRelation
{
    const char *method = "";        ///< "getHardware"
    const char *filterRoot = "";    ///< "hardware": what paths of filters start with; "" where they are those
                                    ///< of a row itself, as of getAllObjects.
    const char *countProperty = ""; ///< "hardwareCount", of whatever has the relation; "" if it has none.
    /// What it is asked of, if it is no relation of a row of another kind.
    const char *service = "SoftLayer_Account";
    ListOrder order = {};
    Paging paging = Paging::Slices;
};

/// What holds for the rows of a list besides that they are of the kind.
struct ListCondition
{
    const char *path = "";      ///< Of a row, without the filter's root: "statusCode.keyName".
    const char *operation = ""; ///< As the API writes it: "PUBLISHED", "> sysdate - 2".
};

/// Rows that no list has: they stand in rows of another kind, and come with the list of those.
struct Inside
{
    const char *path = ""; ///< Of the outer row: "networkVlanFirewall".
    bool isList = false;   ///< Many of them stand there, else at most one.
    RowKind outer = RowKind::BareMetal;
};

/// One of several lists that together have the rows of a kind. A row may be in more than one of them.
struct ListVariant
{
    ListRelation list = {}; ///< Of rows inside others nothing: it is that of the outer kind.
    std::span<const ListCondition> conditions = {};
    std::optional<Inside> inside = {};
};

/// The rows of a list that suffice to look at it.
struct RecentRows
{
    int rows = 0; ///< So many at most.
    ListOrder order = {};
};

/// What is known of one kind of rows: how it is called and how the API is asked for it. Immutable, lives as
/// long as the program. Everything that treats kinds alike follows from it: lists, details, counts, exports.
struct KindSpec
{
    RowKind kind = RowKind::BareMetal;
    const char *key = "";      ///< "bare_metal": in cells, settings and files. Never changes.
    const char *fileKey = "";  ///< "bare-metal": of its own file, if it has one beside that of its table.
    const char *sheet = "";    ///< "vBareMetal": of that file, as TableSpec::sheet.
    const char *plural = "";   ///< "bare metal servers"; see translatedPlural().
    const char *singular = ""; ///< "Bandwidth pool", as a heading says it; see translatedSingular().
    const char *goTo = "";     ///< "Go to pool “%1”", of a row that leads to one of it; see goToText().
    const char *service = "";  ///< "SoftLayer_Hardware_Server": of one of them.
    ListRelation list = {};    ///< Of the account. A relation of a parent has the same names.
    /// Instead of `list`, if it takes several to have all rows, or rows stand in those of other kinds.
    std::span<const ListVariant> lists = {};
    /// What `keyOf` reads, in every mask of a list: comma-separated paths.
    const char *keyMask = "id";
    /// What a row is known by where that is no id, as a positive number; nullopt: it cannot be known.
    /// nullptr: it is the id. A kind with one has no column "id", and no row of it can be asked for by
    /// itself.
    std::optional<qint64> (*keyOf)(const JsonReader &row) = nullptr;
    /// Rows of one answer with equal keys are different ones: they are numbered. Else the second is dropped,
    /// and counted as one without a key.
    bool keysRepeat = false;
    /// Lists are declared as of a less exact type than `service`, and need the cast (softlayer-api §6.2).
    bool needsCast = false;
    bool comesInBatches = false; ///< "id in […]" on the account's list brings details; else a call a row.
    int pageSize = 1000;         ///< Rows of one page of its list; slim rows bear many.
    GroupSet groupsOfList = {};  ///< What is cheap in the list, and comes with it.
    /// The count that the account has of it is that of its list. Else the list says more or less.
    bool isCounted = false;
    /// Only rows with this number at this path of the list are of this kind.
    struct Condition
    {
        const char *path;
        qint64 number;
    };
    std::optional<Condition> only = {};
    /// The account's own lists have its rows, too, as rows of this kind.
    std::optional<RowKind> listedAs = {};
    /// A row that comes although the condition was asked for: the filter was not kept.
    bool (*isStranger)(const RowPatch &row) = nullptr;
    /// What comes when somebody looks at a list that grows for ever; all of it comes when that is wanted.
    std::optional<RecentRows> recent = {};
    /// How long a call of its list may take; 0: as long as any other.
    std::chrono::seconds patience{0};
    /// One call of its list at a time, after all others: the API takes long for each.
    bool hasOwnLane = false;
    /// Of its list: the property by which rows are searched that are not loaded: "label". "": by none.
    const char *searchPath = "";

    [[nodiscard]] QString translatedPlural() const;
    /// For headings; that of the plural if it has none.
    [[nodiscard]] QString translatedSingular() const;
    /// For a menu: the way to the row with this name.
    [[nodiscard]] QString goToText(const QString &name) const;
};

/// A way from a row of one table to the rows that have to do with it, in another one. They meet by a value
/// that both have, an id wherever the API gives one (softlayer-kinds §0.9).
struct Relation
{
    const char *key = "";   ///< "servers": unique in its table; of actions and buttons.
    const char *title = ""; ///< "Servers on this VLAN"; see translatedTitle().
    const char *table = ""; ///< Key of the table that they are in.
    /// Of this row: the value that theirs are found by; several of them in a list.
    ColumnIndex column = 0;
    /// Their column that has the same: a filter word. With "id" a single value is a row.
    const char *word = "";
    /// Words of their filter, of rows that do not meet by an equal value; "" if there are no such rows.
    /// Instead of `word`; only of rows whose `column` has a value.
    QString (*words)(const InventoryTable &table, int row) = nullptr;

    [[nodiscard]] QString translatedTitle() const;
};

/// Rows of a table that somebody should look at, a node of the navigator: those that have this text, or
/// anything, in a column. Servers and pools only so far: of other tables the navigator counts rows when they
/// are listed, not when their details come.
struct AttentionNode
{
    const char *id = "";    ///< "over": in settings. Never changes.
    const char *title = ""; ///< "Over allocation"; see translatedTitle().
    /// One sentence: which rows they are; see translatedDescription().
    const char *description = "";
    int place = 0; ///< Among those of all tables.
    ColumnIndex column = 0;
    const char *text = ""; ///< "": anything.
    /// Instead of `column` and `text`: words of a filter, "days_left<=60".
    const char *words = "";
    /// With anything: also rows below which some have anything in this column of theirs; -1: none.
    ColumnIndex childColumn = -1;

    [[nodiscard]] QString translatedTitle() const;
    [[nodiscard]] QString translatedDescription() const;
};

/// One list of rows of a kind below a row of another table.
struct ListBelow
{
    RowKind kind = RowKind::BareMetal;
    ColumnIndex countColumn = 0; ///< Of the parent's: how many it has.
    /// Of the parent; nullopt: it is called as that of the account (KindSpec::list).
    std::optional<ListRelation> relation = {};

    [[nodiscard]] const ListRelation &names() const;
};

/// A column whose sum is what the parent has in one of its own: what rows do not have of that, the rest has.
struct SharedSum
{
    ColumnIndex ofParent = 0;
    ColumnIndex column = 0;
    ColumnIndex shareColumn = -1; ///< Says it in percent of the parent's; -1: none.

    /// What the parent may have more than its rows, all of them known, without there being others.
    struct Slack
    {
        int amount = 0;   ///< Of the column's unit.
        int perMille = 0; ///< Of the parent's. The larger one counts.
    };
    std::optional<Slack> slack = {}; ///< nullopt: there may be any reason.
};

/// Rows that name the one that another row is below of.
struct NamedBy
{
    const TableSpec *table = nullptr;
    ColumnIndex column = 0; ///< With its number.
};

/// How the rows of a table lie below those of its parent, and how they are loaded.
struct Nesting
{
    ColumnIndex parentIdColumn = 0; ///< Of these rows: the number of the one that they are below.
    /// Of these rows: the name of that one, which no answer has; -1: an answer has it, or there is none.
    ColumnIndex parentNameColumn = -1;
    ColumnIndex countColumn = 0; ///< Of the parent's: how many there are below it.
    /// For each column of the parent's the one of these rows that stands in it; -1: none. Empty: these rows
    /// are not shown below their parents, but in a page of their own.
    std::span<const ColumnIndex> columns = {};
    /// Rows of this kind stand for all that cannot be seen of those below a row. They come last, and no load
    /// tells more of them.
    std::optional<RowKind> restKind = {};
    ColumnIndex restNameColumn = 0; ///< Says in words how many they are: restName().
    /// Of so many rows, or of nobody knows how many: 0. `hasFailed`: trying again may bring them.
    /// `elsewhere`: so many more stand below another row, whose lists have them, too; `names`: those that
    /// are known. Translated.
    QString (*restName)(qint64 rows, bool hasFailed, qint64 elsewhere, const QStringList &names) = nullptr;
    /// A sentence on how rows come to stand elsewhere. Translated.
    QString (*restMoved)() = nullptr;
    std::span<const SharedSum> sums = {};

    /// Those of a parent, side by side. Several may be of the same kind.
    std::span<const ListBelow> lists = {};
    int pageSize = 1000; ///< Rows of one page of them.
    /// A parent may have rows below it; of one that has not nobody asks. nullptr: what it counts says it.
    bool (*hasChildren)(const InventoryTable &parents, int row) = nullptr;
    /// A row may have gone from one parent to another while both lists came. False: it is below the one that
    /// lists it for good, or may be below several.
    bool rowsMove = true;
    /// A parent that these name has rows below it even if it counts none.
    std::optional<NamedBy> namedBy = {};
    /// The number of the parent that a row says of itself it is below of, if what was asked for has it: for
    /// rows that lists of several parents bring.
    std::optional<qint64> (*ownParent)(const JsonReader &row) = nullptr;
    /// Of the parent's: it has some of this from the rows below it, so with some it is not true that it has
    /// none. Must be known, or a count of none says nothing.
    std::optional<ColumnIndex> provenBy = {};
    /// The same, if it is known.
    std::optional<ColumnIndex> hintedBy = {};
    /// Groups of the parent's that must stand before rows with these groups are asked for.
    GroupSet (*groupsOfParent)(GroupSet wanted) = nullptr;
    /// Puts into an answer what only the parent can tell. nullptr: its number and name, where
    /// `parentIdColumn` and `parentNameColumn` say.
    void (*complete)(const InventoryTable &parents, RowKey parent, RowPatch &answer) = nullptr;

    /// That stands in this column of the parent's.
    [[nodiscard]] std::optional<ColumnIndex> columnIn(ColumnIndex ofParent) const;
    [[nodiscard]] ColumnSet columnsIn(const ColumnSet &ofParent) const;
};

/// One table: rows of some kinds with the same columns, shown, filtered and exported together.
struct TableSpec
{
    const char *key = ""; ///< "servers": on the command line, of files, in settings. Never changes.
    Category category = Category::General; ///< Of one with a parent that of the parent.
    /// Among those of its category, or of its parent; in tens, so that one fits between.
    int place = 0;
    /// "vVLANs": of its sheet in a workbook, if that does not follow from the key. Unique, at most 31
    /// characters. Never changes.
    const char *sheet = "";
    /// "Load everything" takes those with more of it first; of equals the one that is told of first.
    int worth = 0;
    /// Its lists come when columns of it are wanted, because somebody looks at it or writes it to a file.
    /// Else they come with every load.
    bool isListedOnDemand = false;
    bool isLeftOut = false; ///< Of "load everything": only who looks at it or writes it to a file has it.
    const Catalogue &(*catalogue)() = nullptr;
    std::span<const RowKind> kinds; ///< In the order in which they are told of.
    /// Of those kinds that no table before it has.
    std::span<const KindSpec> specs;
    /// A file of one of its kinds has only the columns that this kind has, and not all of the table's.
    bool partsHaveOwnColumns = false;
    /// Its rows are listed under those of another table, not by the account.
    const TableSpec *parent = nullptr;
    /// If it has a parent.
    std::optional<Nesting> nesting = {};
    const char *title = "";      ///< "Bandwidth pools"; see translatedTitle().
    const char *shortTitle = ""; ///< "Pools", where there is no room for the title; else that.
    const char *plural = "";     ///< "servers", in sentences; see translatedPlural().
    const char *filterHint = ""; ///< What one may type to find rows; see translatedFilterHint().
    const char *counted = "";    ///< "%Ln server(s)": see countedRows().
    /// Columns that make sensible groups, in the order in which they are offered; see columnsToGroupBy().
    std::span<const ColumnIndex> groupColumns = {};
    /// What a view has at first, in its order, the name before all others; see columnsShownAtFirst().
    std::span<const ColumnIndex> firstColumns = {};
    /// Where its rows lead to besides the links of their columns (ColumnSpec::link); see relations.h.
    std::span<const Relation> relations = {};
    std::span<const AttentionNode> attention = {};
    /// The navigator has a node for each text of this column; -1: none.
    ColumnIndex placeColumn = -1;
    /// Asked for whatever is shown: the navigator counts by them.
    std::span<const ColumnIndex> countedColumns = {};
    /// Puts into an answer what follows from it and the table together, before the table takes it.
    void (*complete)(const InventoryTable &table, RowPatch &answer) = nullptr;
    /// Groups that some rows need besides those of the wanted columns, for a value that follows from both;
    /// asked when everything else came. O(rows).
    GroupSet (*followUp)(const InventoryTable &table, const ColumnSet &wanted) = nullptr;

    /// The row that rows of this table with this number in Nesting::parentIdColumn lie below.
    [[nodiscard]] RowKey parentRow(qint64 id) const { return {parent->kinds.front(), id}; }
    /// One for each service of the API that its rows are of.
    [[nodiscard]] QList<RowKind> kindsByService() const;
    /// Of its page, its node in the navigator and its view. Made of the plural if it has none of its own.
    [[nodiscard]] QString translatedTitle() const;
    [[nodiscard]] QString translatedShortTitle() const;
    /// That of its first kind if it has none of its own.
    [[nodiscard]] QString translatedPlural() const;
    /// A general one if it has none of its own.
    [[nodiscard]] QString translatedFilterHint() const;
    /// All whose texts repeat if it names none.
    [[nodiscard]] QList<ColumnIndex> columnsToGroupBy() const;
    /// The default ones if it names none, with the name before all others, and without a column that says
    /// the same as the name.
    [[nodiscard]] QList<ColumnIndex> columnsShownAtFirst() const;
    /// "3 servers", for sentences. Translated.
    [[nodiscard]] QString countedRows(qint64 count) const;
};

extern const TableSpec serversTable;
extern const TableSpec poolsTable;
extern const TableSpec poolmembersTable;

/// All of them, in the order in which they are told of: by category and place, the rows below a row behind
/// its table.
[[nodiscard]] std::span<const TableSpec *const> allTables();

/// The one with this key; nullptr: there is none. O(tables).
[[nodiscard]] const TableSpec *tableOfKey(QStringView key);
/// The first that has rows of this kind, which some table has: that of the account's own list of them. O(1).
[[nodiscard]] const TableSpec &tableOf(RowKind kind);
/// That of these columns. O(1).
[[nodiscard]] const TableSpec &tableSpec(const Catalogue &catalogue);
/// The one whose rows lie below those of this one; nullptr: none do. O(tables).
[[nodiscard]] const TableSpec *childTable(const TableSpec &table);
/// Of a kind that some table has. O(1).
[[nodiscard]] const KindSpec &kindSpec(RowKind kind);
/// The row of a table of its own that this one is: itself, or the same thing as the account lists it;
/// nullopt: it is none. O(1).
[[nodiscard]] std::optional<RowKey> rowOfOwnTable(RowKey key);
/// The one with this key (KindSpec::key), or nullopt. O(kinds).
[[nodiscard]] std::optional<RowKind> kindOfKey(QStringView key);

} // namespace layerscope
