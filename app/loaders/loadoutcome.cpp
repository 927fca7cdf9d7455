// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/loadoutcome.h"

#include "core/plural.h"
#include "inventory/kinds.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct LoadOutcomeText
{
    Q_DECLARE_TR_FUNCTIONS(LoadOutcome)
};

QString inDigits(qint64 value)
{
    return QLocale().toString(value);
}

void addListReasons(const LoadOutcome::List &list, QStringList &reasons)
{
    const QString rows = kindSpec(list.kind).translatedPlural();
    if (list.missing() > 0) {
        //: %1 and %2 are numbers, %3 is "virtual servers" or "bare metal servers".
        reasons += LoadOutcomeText::tr("%1 of %2 %3 were listed.")
                       .arg(inDigits(*list.announced - list.missing()), inDigits(*list.announced), rows);
    } else if (!list.isComplete()) { // rows of an earlier load stand for what is missing
        reasons += LoadOutcomeText::tr("The list of %1 is not complete.").arg(rows);
    }
    QStringList sentences;
    for (const ApiError &error : list.errors)
        sentences += error.message;
    sentences.removeDuplicates();
    reasons += sentences;
}

void addRowReasons(const LoadOutcome::Table &table, QStringList &reasons)
{
    //: %1 is "3 servers" or "1 pool".
    const auto add = [&](qint64 rows, const char *sentence) {
        if (rows > 0)
            reasons +=
                LoadOutcomeText::tr(sentence, nullptr, pluralOf(rows)).arg(table.table->countedRows(rows));
    };
    const RowTally &rows = table.rows;
    const bool isBelow = table.table->parent != nullptr; // one row may stand for several of them
    add(table.refused(),
        isBelow ? QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 are not visible to this key, whole or in part.")
                : QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 have cells that this key may not see."));
    add(table.failed(),
        isBelow ? QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 could not be loaded, in whole or in part.")
                : QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 have cells that could not be loaded."));
    if (table.rest.unknown > 0)
        //: %1 is "3 bandwidth pools": rows below which others are listed.
        reasons += LoadOutcomeText::tr("How many are missing below %1 is not known.")
                       .arg(table.table->parent->countedRows(table.rest.unknown));
    add(rows.notLoaded(),
        QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 have cells that were not asked for in time."));
    add(rows.old, QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 have values of an earlier load."));
    add(rows.unreadable,
        QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 have texts that are not valid UTF-8; “�” stands for what "
                                           "cannot be read of them."));
    add(rows.gone, QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 vanished while they were read."));
}

} // namespace

qint64 &RowTally::count(RowState state)
{
    switch (state) {
    case RowState::Complete:
        return complete;
    case RowState::Partial:
        return partial;
    case RowState::Refused:
        return refused;
    case RowState::Failed:
        return failed;
    case RowState::Gone:
        break;
    }
    return gone;
}

void RowTally::add(const InventoryTable &table, int row, GroupSet wanted)
{
    const RowState whole = table.rowState(row, wanted);
    ++count(whole);
    if (whole != RowState::Partial)
        return;
    bool isAnyOld = false;
    // Mostly something of it was never asked for: then it is neither.
    const GroupSet missing = table.missingGroups(row, wanted);
    for (int group = 0; missing.any() && group < table.catalogue().groupCount(); ++group) {
        if (missing.test(static_cast<std::size_t>(group)) &&
            table.groupState(row, group) == CellState::NotAsked)
            return;
    }
    for (int group = 0; group < table.catalogue().groupCount(); ++group) {
        if (!wanted.test(static_cast<std::size_t>(group)))
            continue;
        const CellState state = table.groupState(row, group);
        if (state != CellState::Value && state != CellState::Stale)
            return;
        isAnyOld = isAnyOld || state == CellState::Stale;
    }
    ++(isAnyOld ? old : unreadable);
}

RowTally RowTally::of(const InventoryTable &table, GroupSet wanted)
{
    RowTally tally;
    for (int row = 0; row < table.rowCount(); ++row)
        tally.add(table, row, wanted);
    return tally;
}

RowTally &LoadOutcome::of(const TableSpec &table)
{
    for (Table &known : tables) {
        if (known.table == &table)
            return known.rows;
    }
    tables.append(Table{&table, {}});
    return tables.last().rows;
}

RowTally LoadOutcome::of(const TableSpec &table) const
{
    for (const Table &known : tables) {
        if (known.table == &table)
            return known.rows;
    }
    return {};
}

void LoadOutcome::setRest(const TableSpec &table, const RestTally &rest)
{
    (void)of(table); // adds it
    for (Table &known : tables) {
        if (known.table == &table)
            known.rest = rest;
    }
}

bool LoadOutcome::isComplete() const
{
    return !wasStopped && !fatal && poolsWithoutMembers == 0 && errorsBelow.isEmpty() &&
           std::all_of(tables.cbegin(), tables.cend(),
                       [](const Table &table) { return table.rows.isComplete(); }) &&
           std::all_of(lists.cbegin(), lists.cend(), [](const List &list) { return list.isComplete(); });
}

LoadOutcome LoadOutcome::only(const QList<const TableSpec *> &wanted) const
{
    LoadOutcome part = *this;
    part.lists.removeIf([&wanted](const List &list) { return !wanted.contains(&tableOf(list.kind)); });
    part.tables.removeIf([&wanted](const Table &table) { return !wanted.contains(table.table); });
    const auto isBelowAnother = [](const TableSpec *table) { return table->parent != nullptr; };
    if (std::none_of(wanted.cbegin(), wanted.cend(), isBelowAnother)) {
        part.errorsBelow.clear();
        part.poolsWithoutMembers = 0;
    }
    return part;
}

QStringList LoadOutcome::reasons() const
{
    QStringList reasons;
    if (fatal)
        reasons += fatal->message;
    if (wasStopped)
        reasons += LoadOutcomeText::tr("Loading was stopped.");
    for (const List &list : lists)
        addListReasons(list, reasons);
    for (const Table &table : tables)
        addRowReasons(table, reasons);
    for (const ApiError &error : errorsBelow)
        reasons += error.message;
    if (poolsWithoutMembers > 0)
        reasons += LoadOutcomeText::tr("The members of %1 pools were not listed.", nullptr,
                                       pluralOf(poolsWithoutMembers))
                       .arg(inDigits(poolsWithoutMembers));
    reasons.removeDuplicates(); // the fatal error is often that of a list, too
    return reasons;
}

} // namespace layerscope
