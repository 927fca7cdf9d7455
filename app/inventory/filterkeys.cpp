// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/filterkeys.h"

#include "inventory/kinds.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

struct ShortForm
{
    QLatin1StringView word;
    std::array<QLatin1StringView, 3> keys;
};

/// What people type for a column, where it is not its key, or where they mean more than one. They go before
/// the keys.
constexpr ShortForm shortForms[] = {
    {"name"_L1, {"fqdn"_L1}},
    {"host"_L1, {"hostname"_L1}},
    {"dc"_L1, {"datacenter"_L1}},
    {"ip"_L1, {"public_ip"_L1, "private_ip"_L1, "management_ip"_L1}},
    {"cpu"_L1, {"cores"_L1}},
    {"ram"_L1, {"memory_gb"_L1}},
    {"memory"_L1, {"memory_gb"_L1}},
    {"tag"_L1, {"tags"_L1}},
    {"fee"_L1, {"fee_month_usd"_L1}},
    {"out"_L1, {"out_public_gb"_L1}},
    {"in"_L1, {"in_public_gb"_L1}},
    {"projected"_L1, {"projected_public_gb"_L1}},
    {"used"_L1, {"used_percent"_L1}},
    {"share"_L1, {"pool_share_percent"_L1}},
    {"allocation"_L1, {"allocation_gb"_L1}},
    {"note"_L1, {"notes"_L1}},
    {"serial"_L1, {"serial"_L1, "manufacturer_serial"_L1}},
    {"vlan"_L1, {"public_vlan"_L1, "private_vlan"_L1}},
    {"uuid"_L1, {"global_id"_L1}},
};

ColumnSet columnsOfShortForm(const ShortForm &form, const Catalogue &catalogue)
{
    ColumnSet columns;
    for (const QLatin1StringView key : form.keys) {
        if (const auto index = catalogue.find(QString(key)))
            columns.set(static_cast<std::size_t>(*index));
    }
    return columns;
}

} // namespace

ColumnSet columnsOfFilterKey(QStringView key, const Catalogue &catalogue)
{
    const QString word = key.toString().toLower();
    ColumnSet columns;
    for (const ShortForm &form : shortForms) {
        if (word == form.word)
            columns |= columnsOfShortForm(form, catalogue);
    }
    if (columns.none()) {
        if (const auto index = catalogue.find(word))
            columns.set(static_cast<std::size_t>(*index));
    }
    return columns;
}

bool isFilterKeyOfAnyTable(QStringView key)
{
    const auto tables = allTables();
    return std::any_of(tables.begin(), tables.end(), [key](const TableSpec *table) {
        return columnsOfFilterKey(key, table->catalogue()).any();
    });
}

QStringList filterKeys(const Catalogue &catalogue)
{
    QStringList keys;
    for (const ShortForm &form : shortForms) {
        if (columnsOfShortForm(form, catalogue).any())
            keys.append(QString(form.word));
    }
    for (const ColumnIndex column : catalogue.allColumns())
        keys.append(QString::fromLatin1(catalogue.column(column).key));
    keys.removeDuplicates(); // "serial" is both
    return keys;
}

} // namespace layerscope
