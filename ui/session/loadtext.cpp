// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loadtext.h"

#include "core/plural.h"
#include "inventory/kinds.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using State = AccountLoader::State;

QString amount(qint64 number)
{
    return QLocale().toString(number);
}

QString durationText(std::chrono::seconds duration)
{
    constexpr std::chrono::seconds aMinute{60};
    if (duration < aMinute)
        return QCoreApplication::translate("LoadStatus", "%1 s left").arg(amount(duration.count()));
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(duration);
    return QCoreApplication::translate("LoadStatus", "%1 min left").arg(amount(minutes.count()));
}

} // namespace

QString progressText(State state, const LoadProgress &progress)
{
    switch (state) {
    case State::Counting:
        if (progress.listedRows == 0)
            return QCoreApplication::translate("LoadStatus", "Connecting");
        [[fallthrough]]; // the account's counts are what is missing
    case State::Listing:
        if (progress.expectedRows) {
            return QCoreApplication::translate("LoadStatus", "Listed %1 of %2")
                .arg(amount(progress.listedRows), amount(*progress.expectedRows));
        }
        return QCoreApplication::translate("LoadStatus", "Listed %1").arg(amount(progress.listedRows));
    case State::Detailing:
        if (progress.settledRows >= progress.listedRows && progress.isLoadingMembers) {
            return QCoreApplication::translate("LoadStatus", "Pool members %1 of %2 pools")
                .arg(amount(progress.poolsWithMembers), amount(progress.pools));
        }
        return QCoreApplication::translate("LoadStatus", "Details %1 of %2")
            .arg(amount(progress.settledRows), amount(progress.listedRows));
    case State::Idle:
    case State::Finished:
    case State::Stopped:
    case State::Failed:
        break;
    }
    return {};
}

QString callsText(const LoadProgress &progress)
{
    QStringList parts;
    if (progress.callsInFlight > 0) {
        parts.append(QCoreApplication::translate("LoadStatus", "%Ln call(s)", "calls on their way",
                                                 progress.callsInFlight));
    }
    if (progress.timeLeft)
        parts.append(durationText(*progress.timeLeft));
    return parts.join(u" · "_s);
}

std::optional<double> progressShare(State state, const LoadProgress &progress)
{
    const auto share = [](qint64 part, qint64 whole) -> std::optional<double> {
        if (whole <= 0)
            return std::nullopt;
        return std::min(1.0, static_cast<double>(part) / static_cast<double>(whole));
    };
    switch (state) {
    case State::Listing:
        return progress.expectedRows ? share(progress.listedRows, *progress.expectedRows) : std::nullopt;
    case State::Detailing:
        if (progress.settledRows >= progress.listedRows && progress.isLoadingMembers)
            return share(progress.poolsWithMembers, progress.pools);
        return share(progress.settledRows, progress.listedRows);
    default:
        return std::nullopt;
    }
}

LoadedRows loadedRows(const LoadOutcome &outcome)
{
    LoadedRows rows;
    for (const LoadOutcome::List &list : outcome.lists) {
        rows.all += std::max(list.announced.value_or(0), list.listed);
        rows.isAllKnown = rows.isAllKnown && (list.announced || list.isComplete());
    }
    qint64 standing = 0;
    for (const LoadOutcome::Table &table : outcome.tables) {
        if (table.table == &poolmembersTable)
            continue; // told by their pools
        // What the account does not let the key see, or does not have any more, was answered.
        rows.loaded += table.rows.complete + table.rows.unreadable + table.rows.refused + table.rows.gone;
        standing += table.rows.rows();
    }
    // Rows of an earlier load are rows of the account as far as anybody knows.
    rows.all = std::max(rows.all, standing);
    return rows;
}

QString resultText(State state, const LoadOutcome &outcome, std::optional<std::chrono::milliseconds> loadTime)
{
    if (state == State::Finished && loadTime)
        return QCoreApplication::translate("LoadStatus", "Loaded in %1 s")
            .arg(QLocale().toString(double(loadTime->count()) / 1000, 'f', 1));
    if (state != State::Stopped && state != State::Failed)
        return {};
    const LoadedRows rows = loadedRows(outcome);
    if (rows.all == 0)
        return state == State::Stopped ? QCoreApplication::translate("LoadStatus", "Stopped") : QString();
    //: A number of which some parts are not known: at least this many.
    const QString all = rows.isAllKnown
                            ? amount(rows.all)
                            : QCoreApplication::translate("LoadStatus", "≥ %1").arg(amount(rows.all));
    const QString sentence = state == State::Stopped
                                 ? QCoreApplication::translate("LoadStatus", "Stopped: %1 of %2 loaded")
                                 : QCoreApplication::translate("LoadStatus", "Failed: %1 of %2 loaded");
    return sentence.arg(amount(rows.loaded), all);
}

QString problemsText(State state, const LoadOutcome &outcome)
{
    QStringList parts;
    const auto add = [&parts](qint64 rows, const QString &text) {
        if (rows > 0)
            parts.append(text.arg(amount(rows)));
    };
    qint64 missing = 0;
    bool hasListError = false;
    const bool isRunning = state == State::Counting || state == State::Listing || state == State::Detailing;
    for (const LoadOutcome::List &list : outcome.lists) {
        // What did not come yet is no problem: of other tables lists are under way while details come.
        if (isRunning && (state != State::Detailing || list.errors.isEmpty()))
            continue;
        missing += list.missing();
        hasListError = hasListError || !list.errors.isEmpty();
    }
    add(missing, QCoreApplication::translate("LoadStatus", "%1 not listed"));
    if (missing == 0 && hasListError && !outcome.fatal)
        parts.append(QCoreApplication::translate("LoadStatus", "List not complete"));

    // Each table by itself, and named but the first: the navigator counts servers, and a number that no place
    // has rows for is a riddle.
    for (const LoadOutcome::Table &table : outcome.tables) {
        const auto addRows = [&](qint64 count, const QString &text) {
            if (count > 0)
                parts.append(text.arg(table.table == allTables().front() ? amount(count)
                                                                         : table.table->countedRows(count)));
        };
        const RowTally &rows = table.rows;
        addRows(table.refused(), QCoreApplication::translate("LoadStatus", "%1 not permitted"));
        addRows(table.failed(), QCoreApplication::translate("LoadStatus", "%1 failed"));
        addRows(rows.gone, QCoreApplication::translate("LoadStatus", "%1 gone"));
        if (isRunning)
            continue;
        addRows(rows.old, QCoreApplication::translate("LoadStatus", "%1 not refreshed"));
        addRows(rows.notLoaded(), QCoreApplication::translate("LoadStatus", "%1 not loaded"));
    }
    if (!isRunning && outcome.poolsWithoutMembers > 0)
        parts.append(QCoreApplication::translate("LoadStatus", "%Ln pool(s) without all members", nullptr,
                                                 pluralOf(outcome.poolsWithoutMembers)));
    if (outcome.fatal && (parts.isEmpty() || loadedRows(outcome).all == 0))
        parts.prepend(QCoreApplication::translate("LoadStatus", "Failed"));
    return parts.join(u" · "_s);
}

} // namespace layerscope
