// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/loadoutcome.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LoadOutcome)
};

QString number(qint64 value)
{
    return QLocale().toString(value);
}

/// Plural forms go by an int; what matters of larger numbers is only that they are many.
int pluralOf(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, 1'000'000'000));
}

QString kindName(RowKind kind)
{
    switch (kind) {
    case RowKind::BareMetal:
        return Text::tr("bare metal servers");
    case RowKind::Virtual:
        return Text::tr("virtual servers");
    default:
        return Text::tr("bandwidth pools");
    }
}

void addListReasons(const LoadOutcome::List &list, QStringList &reasons)
{
    if (list.missing() > 0) {
        //: %1 and %2 are numbers, %3 is "virtual servers" or "bare metal servers".
        reasons +=
            Text::tr("%1 of %2 %3 were listed.")
                .arg(number(*list.announced - list.missing()), number(*list.announced), kindName(list.kind));
    } else if (!list.isComplete()) { // rows of an earlier load stand for what is missing
        reasons += Text::tr("The list of %1 is not complete.").arg(kindName(list.kind));
    }
    QStringList sentences;
    for (const ApiError &error : list.errors)
        sentences += error.message;
    sentences.removeDuplicates();
    reasons += sentences;
}

} // namespace

void RowTally::add(const InventoryTable &table, int row, GroupSet wanted)
{
    switch (table.rowState(row, wanted)) {
    case RowState::Complete:
        ++complete;
        return;
    case RowState::Refused:
        ++refused;
        return;
    case RowState::Failed:
        ++failed;
        return;
    case RowState::Gone:
        ++gone;
        return;
    case RowState::Partial:
        break;
    }
    ++partial;
    bool isAnyOld = false;
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

bool LoadOutcome::isComplete() const
{
    return !wasStopped && !fatal && poolsWithoutMembers == 0 && servers.isComplete() && pools.isComplete() &&
           members.isComplete() &&
           std::all_of(lists.cbegin(), lists.cend(), [](const List &list) { return list.isComplete(); });
}

LoadOutcome LoadOutcome::ofServers() const
{
    LoadOutcome part = *this;
    part.lists.removeIf([](const List &list) { return list.kind == RowKind::Pool; });
    part.pools = {};
    part.members = {};
    part.poolsWithoutMembers = 0;
    return part;
}

LoadOutcome LoadOutcome::ofPools() const
{
    LoadOutcome part = *this;
    part.lists.removeIf([](const List &list) { return list.kind != RowKind::Pool; });
    part.servers = {};
    return part;
}

QStringList LoadOutcome::reasons() const
{
    QStringList reasons;
    if (fatal)
        reasons += fatal->message;
    if (wasStopped)
        reasons += Text::tr("Loading was stopped.");
    for (const List &list : lists)
        addListReasons(list, reasons);

    const auto addRows = [&reasons](qint64 rows, const char *sentence) {
        if (rows > 0)
            reasons += Text::tr(sentence, nullptr, pluralOf(rows)).arg(number(rows));
    };
    addRows(servers.refused,
            QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 servers have cells that this key may not see."));
    addRows(servers.failed,
            QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 servers have cells that could not be had."));
    addRows(servers.notLoaded(),
            QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 servers have cells that were not asked for in time."));
    addRows(servers.old, QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 servers have values of an earlier load."));
    addRows(servers.unreadable,
            QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 servers have texts that are not valid UTF-8; “�” stands "
                                               "for what cannot be read of them."));
    addRows(servers.gone, QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 servers vanished while they were read."));
    addRows(pools.refused,
            QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 pools have cells that this key may not see."));
    addRows(pools.failed, QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 pools have cells that could not be had."));
    addRows(pools.notLoaded(),
            QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 pools have cells that were not asked for in time."));
    addRows(pools.old, QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 pools have values of an earlier load."));
    addRows(pools.unreadable,
            QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 pools have texts that are not valid UTF-8; “�” stands "
                                               "for what cannot be read of them."));
    addRows(pools.gone, QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 pools vanished while they were read."));
    addRows(poolsWithoutMembers,
            QT_TRANSLATE_N_NOOP("LoadOutcome", "The members of %1 pools were not listed."));
    addRows(members.refused,
            QT_TRANSLATE_N_NOOP("LoadOutcome",
                                "%1 rows of pool members are not visible to this key, whole or in "
                                "part."));
    addRows(
        members.failed,
        QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 rows of pool members could not be had, whole or in part."));
    addRows(
        members.notLoaded(),
        QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 pool members have cells that were not asked for in time."));
    addRows(members.old,
            QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 pool members have values of an earlier load."));
    addRows(members.unreadable,
            QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 pool members have texts that are not valid UTF-8; “�” "
                                               "stands for what cannot be read of them."));
    addRows(members.gone,
            QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 pool members vanished while they were read."));
    reasons.removeDuplicates(); // the fatal error is often that of a list, too
    return reasons;
}

} // namespace layerscope
