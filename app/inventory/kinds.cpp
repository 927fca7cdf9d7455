// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"

#include "core/plural.h"
#include "inventory/tablelist.h"

#include <QByteArrayList>
#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <vector>

namespace layerscope {

namespace {

/// Where a table comes in the order of all: its own place behind those of all that it is below of.
QList<int> placesOf(const TableSpec &table)
{
    QList<int> places =
        table.parent != nullptr ? placesOf(*table.parent) : QList<int>{static_cast<int>(table.category)};
    places.append(table.place);
    return places;
}

/// Files come in any order, so tables of equal places go by their keys.
bool comesBefore(const TableSpec *table, const TableSpec *other)
{
    const QList<int> places = placesOf(*table);
    const QList<int> others = placesOf(*other);
    return places != others ? places < others : QLatin1StringView(table->key) < QLatin1StringView(other->key);
}

struct KindEntry
{
    const KindSpec *spec = nullptr;
    const TableSpec *table = nullptr;
};

const KindEntry &entryOf(RowKind kind)
{
    static const std::array<KindEntry, rowKindCount> kinds = [] {
        std::array<KindEntry, rowKindCount> known{};
        for (const TableSpec *table : allTables()) {
            for (const KindSpec &spec : table->specs)
                known[static_cast<std::size_t>(spec.kind)] = {&spec, table};
        }
        return known;
    }();
    const KindEntry &entry = kinds[static_cast<std::size_t>(kind)];
    Q_ASSERT(entry.spec != nullptr); // a row of it can only come from its table
    return entry;
}

} // namespace

QString categoryTitle(Category category)
{
    switch (category) {
    case Category::General:
        break;
    case Category::Network:
        return QCoreApplication::translate("Kinds", "Network");
    case Category::Security:
        return QCoreApplication::translate("Kinds", "Security");
    case Category::Storage:
        return QCoreApplication::translate("Kinds", "Storage");
    case Category::Compute:
        return QCoreApplication::translate("Kinds", "Compute");
    case Category::Dns:
        return QCoreApplication::translate("Kinds", "DNS");
    case Category::Billing:
        return QCoreApplication::translate("Kinds", "Billing");
    case Category::Support:
        return QCoreApplication::translate("Kinds", "Support");
    case Category::Account:
        return QCoreApplication::translate("Kinds", "Account");
    }
    return QCoreApplication::translate("Kinds", "General");
}

QString KindSpec::translatedPlural() const
{
    return QCoreApplication::translate("Kinds", plural);
}

QString KindSpec::translatedSingular() const
{
    return *singular != '\0' ? QCoreApplication::translate("Kinds", singular) : translatedPlural();
}

QString KindSpec::goToText(const QString &name) const
{
    const char *const text = *goTo != '\0' ? goTo : QT_TRANSLATE_NOOP("Kinds", "Go to “%1”");
    return QCoreApplication::translate("Kinds", text).arg(name);
}

QString Relation::translatedTitle() const
{
    return QCoreApplication::translate("Kinds", title);
}

QString AttentionNode::translatedTitle() const
{
    return QCoreApplication::translate("Kinds", title);
}

QString AttentionNode::translatedDescription() const
{
    return QCoreApplication::translate("Kinds", description);
}

const ListRelation &ListBelow::names() const
{
    return relation ? *relation : kindSpec(kind).list;
}

std::optional<ColumnIndex> Nesting::columnIn(ColumnIndex ofParent) const
{
    const ColumnIndex column = columns[static_cast<std::size_t>(ofParent)];
    return column >= 0 ? std::optional(column) : std::nullopt;
}

ColumnSet Nesting::columnsIn(const ColumnSet &ofParent) const
{
    ColumnSet own;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (ofParent.test(column) && columns[column] >= 0)
            own.set(static_cast<std::size_t>(columns[column]));
    }
    return own;
}

QString TableSpec::translatedTitle() const
{
    if (*title != '\0')
        return QCoreApplication::translate("Kinds", title);
    const QString made = translatedPlural();
    return made.left(1).toUpper() + made.mid(1);
}

QString TableSpec::translatedShortTitle() const
{
    return *shortTitle != '\0' ? QCoreApplication::translate("Kinds", shortTitle) : translatedTitle();
}

QString TableSpec::translatedPlural() const
{
    return *plural != '\0' ? QCoreApplication::translate("Kinds", plural)
                           : kindSpec(kinds.front()).translatedPlural();
}

QString TableSpec::translatedFilterHint() const
{
    //: Hint in the filter field.
    const char *const hint =
        *filterHint != '\0' ? filterHint : QT_TRANSLATE_NOOP("Kinds", "Filter by any word");
    return QCoreApplication::translate("Kinds", hint);
}

QList<ColumnIndex> TableSpec::columnsToGroupBy() const
{
    if (!groupColumns.empty())
        return {groupColumns.begin(), groupColumns.end()};
    QList<ColumnIndex> columns;
    for (ColumnIndex column = 0; column < catalogue().columnCount(); ++column) {
        if (catalogue().column(column).repeats && column != catalogue().rowStateColumn())
            columns.append(column);
    }
    return columns;
}

QList<ColumnIndex> TableSpec::columnsShownAtFirst() const
{
    if (!firstColumns.empty())
        return {firstColumns.begin(), firstColumns.end()};
    QList<ColumnIndex> columns = catalogue().defaultColumns();
    const ColumnIndex name = catalogue().nameColumn();
    // Rows that nobody named are called by their id: to show that twice would say nothing.
    const auto isTheName = [this, name](ColumnIndex column) {
        return column == name || std::ranges::all_of(kinds, [&](RowKind kind) {
                   const char *mask = catalogue().column(column).mask(kind);
                   const char *nameMask = catalogue().column(name).mask(kind);
                   return mask != nullptr && nameMask != nullptr && qstrcmp(mask, nameMask) == 0;
               });
    };
    columns.removeIf(isTheName);
    columns.prepend(name);
    return columns;
}

QList<RowKind> TableSpec::kindsByService() const
{
    QList<RowKind> found;
    QByteArrayList services;
    for (const RowKind kind : kinds) {
        const QByteArray service = kindSpec(kind).service;
        if (service.isEmpty() || services.contains(service))
            continue;
        services.append(service);
        found.append(kind);
    }
    return found;
}

QString TableSpec::countedRows(qint64 count) const
{
    return QCoreApplication::translate("Kinds", counted, nullptr, pluralOf(count));
}

std::span<const TableSpec *const> allTables()
{
    static const std::vector<const TableSpec *> inOrder = [] {
        const std::span<const TableSpec *const> files = tablesOfFiles();
        std::vector<const TableSpec *> sorted(files.begin(), files.end());
        std::sort(sorted.begin(), sorted.end(), comesBefore);
        return sorted;
    }();
    return inOrder;
}

const TableSpec *tableOfKey(QStringView key)
{
    const auto tables = allTables();
    const auto table = std::find_if(tables.begin(), tables.end(), [key](const TableSpec *known) {
        return key == QLatin1StringView(known->key);
    });
    return table != tables.end() ? *table : nullptr;
}

const TableSpec &tableSpec(const Catalogue &catalogue)
{
    static const QHash<const Catalogue *, const TableSpec *> tables = [] {
        QHash<const Catalogue *, const TableSpec *> known;
        for (const TableSpec *table : allTables())
            known.insert(&table->catalogue(), table);
        return known;
    }();
    const TableSpec *const table = tables.value(&catalogue);
    Q_ASSERT(table != nullptr);
    return *table;
}

const TableSpec *childTable(const TableSpec &table)
{
    const auto tables = allTables();
    const auto child = std::find_if(tables.begin(), tables.end(),
                                    [&table](const TableSpec *known) { return known->parent == &table; });
    return child != tables.end() ? *child : nullptr;
}

const TableSpec &tableOf(RowKind kind)
{
    return *entryOf(kind).table;
}

const KindSpec &kindSpec(RowKind kind)
{
    return *entryOf(kind).spec;
}

std::optional<RowKey> rowOfOwnTable(RowKey key)
{
    key.kind = kindSpec(key.kind).listedAs.value_or(key.kind);
    return tableOf(key.kind).parent == nullptr ? std::optional(key) : std::nullopt;
}

std::optional<RowKind> kindOfKey(QStringView key)
{
    for (const TableSpec *table : allTables()) {
        for (const KindSpec &spec : table->specs) {
            if (key == QLatin1StringView(spec.key))
                return spec.kind;
        }
    }
    return std::nullopt;
}

} // namespace layerscope
