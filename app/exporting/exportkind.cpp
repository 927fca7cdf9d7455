// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportkind.h"

#include "loaders/loadoutcome.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

QList<ColumnIndex> ExportKind::defaultColumns() const
{
    QList<ColumnIndex> columns;
    for (const ColumnIndex index : catalogue().allColumns()) {
        const ColumnSpec &column = catalogue().column(index);
        if (column.isDefault || column.identifies || index == catalogue().rowStateColumn())
            columns.append(index);
    }
    return columns;
}

QString ExportKind::sheet() const
{
    if (isWholeTable && *table->sheet != '\0')
        return QString::fromLatin1(table->sheet);
    QString sheet = u"v"_s;
    for (const QString &word : name.split(u'-', Qt::SkipEmptyParts))
        sheet += word.front().toUpper() + word.sliced(1);
    return sheet;
}

QString ExportKind::translatedTitle() const
{
    return isWholeTable ? table->translatedPlural() : kindSpec(rowKinds.constFirst()).translatedPlural();
}

ArrangementSpec ExportKind::everything() const
{
    ArrangementSpec spec = ArrangementSpec::of(catalogue());
    if (!isWholeTable)
        spec.kind = rowKinds.constFirst();
    return spec;
}

bool ExportKind::isHopeless(const InventoryTable &rows, const LoadOutcome &outcome) const
{
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (has(rows.key(row)))
            return false;
    }
    const TableSpec &listed = table->parent != nullptr ? *table->parent : *table;
    const auto failed = [this, &listed](const LoadOutcome::List &list) {
        return !list.errors.isEmpty() &&
               (isWholeTable ? &tableOf(list.kind) == &listed : rowKinds.contains(list.kind));
    };
    return outcome.fatal || std::any_of(outcome.lists.cbegin(), outcome.lists.cend(), failed);
}

const QList<ExportKind> &ExportKind::all()
{
    static const QList<ExportKind> kinds = [] {
        QList<ExportKind> found;
        for (const TableSpec *table : allTables()) {
            found.append({QString::fromLatin1(table->key), table, table->kindsByService(), true});
            for (const KindSpec &kind : table->specs) {
                if (*kind.fileKey != '\0')
                    found.append({QString::fromLatin1(kind.fileKey), table, {kind.kind}, false});
            }
        }
        return found;
    }();
    return kinds;
}

QStringList ExportKind::names()
{
    QStringList names;
    for (const ExportKind &kind : all())
        names.append(kind.name);
    return names;
}

std::optional<ExportKind> ExportKind::find(const QString &name)
{
    const auto kind = std::find_if(all().cbegin(), all().cend(),
                                   [&name](const ExportKind &known) { return known.name == name; });
    return kind != all().cend() ? std::optional(*kind) : std::nullopt;
}

QList<ExportKind> ExportKind::wholeAccount()
{
    const auto hasPartsOf = [](const TableSpec *table) {
        return std::any_of(all().cbegin(), all().cend(), [table](const ExportKind &kind) {
            return kind.table == table && !kind.isWholeTable;
        });
    };
    QList<ExportKind> kinds;
    for (const ExportKind &kind : all()) {
        if (!kind.isWholeTable || !hasPartsOf(kind.table)) // else its parts are files of their own
            kinds.append(kind);
    }
    return kinds;
}

} // namespace layerscope
