// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/loadtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

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
        return QCoreApplication::translate("LoadStatus", "Connecting");
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

QString problemsText(State state, const LoadOutcome &outcome)
{
    QStringList parts;
    qint64 missing = 0;
    bool hasListError = false;
    const bool isListing = state == State::Counting || state == State::Listing;
    for (const LoadOutcome::List &list : outcome.lists) {
        if (isListing)
            continue;
        missing += std::max<qint64>(0, list.announced.value_or(0) - list.listed);
        hasListError = hasListError || !list.errors.isEmpty();
    }
    if (outcome.fatal)
        parts.append(QCoreApplication::translate("LoadStatus", "Failed"));
    else if (missing > 0)
        parts.append(QCoreApplication::translate("LoadStatus", "%1 not listed").arg(amount(missing)));
    else if (hasListError)
        parts.append(QCoreApplication::translate("LoadStatus", "List not complete"));
    const auto rows = [&outcome](qint64 RowTally::*what) {
        return outcome.servers.*what + outcome.pools.*what + outcome.members.*what;
    };
    if (const qint64 refused = rows(&RowTally::refused); refused > 0)
        parts.append(QCoreApplication::translate("LoadStatus", "%1 not permitted").arg(amount(refused)));
    if (const qint64 failed = rows(&RowTally::failed); failed > 0)
        parts.append(QCoreApplication::translate("LoadStatus", "%1 failed").arg(amount(failed)));
    if (const qint64 gone = rows(&RowTally::gone); gone > 0)
        parts.append(QCoreApplication::translate("LoadStatus", "%1 gone").arg(amount(gone)));
    return parts.join(u" · "_s);
}

} // namespace layerscope
