// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/pagemessage.h"

#include "models/tablewords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using State = AccountLoader::State;

bool isRunning(State state)
{
    return state == State::Idle || state == State::Counting || state == State::Listing ||
           state == State::Detailing;
}

bool isListing(const PageFacts &facts)
{
    if (facts.table == allTables().front()) // it is its lists that the state speaks of
        return facts.state == State::Idle || facts.state == State::Counting || facts.state == State::Listing;
    return isRunning(facts.state) && !(facts.state == State::Listing && facts.isListOver) &&
           !(facts.state == State::Detailing && facts.isListOver);
}

/// Whether pressing a button that does this changes anything now.
bool canDo(PageAction action, const PageFacts &facts)
{
    switch (action) {
    case PageAction::GoOn:
        return facts.canGoOn;
    case PageAction::Load:
        return !isRunning(facts.state);
    case PageAction::None:
    case PageAction::ClearFilter:
    case PageAction::ShowAll:
    case PageAction::Stop:
    case PageAction::TryNow:
    case PageAction::ExportAgain:
        break;
    }
    return true;
}

/// Without a button that would do nothing.
PageMessage offered(PageMessage message, const PageFacts &facts)
{
    if (!canDo(message.action, facts)) {
        message.action = PageAction::None;
        message.actionText.clear();
    }
    return message;
}

bool hasListErrors(const LoadOutcome &outcome)
{
    return std::any_of(outcome.lists.cbegin(), outcome.lists.cend(),
                       [](const LoadOutcome::List &list) { return !list.isComplete(); });
}

/// Of a button for PageAction::GoOn, as the tool bar calls it: a load that somebody stopped goes on, what
/// failed is tried again.
QString goOnText(const PageFacts &facts)
{
    return facts.state == State::Stopped ? QCoreApplication::translate("PageMessage", "Go on")
                                         : QCoreApplication::translate("PageMessage", "Try again");
}

/// What stands in the table while nothing gets through; empty: nothing does.
QString keptText(const PageFacts &facts)
{
    if (facts.tableRows == 0)
        return {};
    if (facts.staleAsOf.isEmpty())
        return QCoreApplication::translate("PageMessage", "What arrived is kept.");
    return QCoreApplication::translate("PageMessage",
                                       "What did not come again is kept, as of %1, and shown in grey.")
        .arg(facts.staleAsOf);
}

PageMessage outageMessage(const PageFacts &facts)
{
    const Outage &outage = *facts.outage;
    const bool isStopped = facts.state == State::Stopped;
    //: %1 is a time, %2 a reason such as "503 Service Unavailable"
    const char *const itIsOut = QT_TRANSLATE_NOOP("PageMessage", "The server has not answered since %1: %2.");
    //: %1 is a time, %2 a reason such as "503 Service Unavailable"
    const char *const itWasOut =
        QT_TRANSLATE_NOOP("PageMessage", "Stopped. The server had not answered since %1: %2.");
    QStringList sentences{QCoreApplication::translate("PageMessage", isStopped ? itWasOut : itIsOut)
                              .arg(facts.outageSince, outage.cause)};
    if (isRunning(facts.state))
        sentences.append(QCoreApplication::translate("PageMessage", "It is tried again now and then."));
    if (const QString kept = keptText(facts); !kept.isEmpty())
        sentences.append(kept);
    return {sentences.join(u' '), outage.message, isStopped ? PageAction::GoOn : PageAction::TryNow,
            isStopped ? goOnText(facts) : QCoreApplication::translate("PageMessage", "Try now")};
}

/// Other tables may have all that they asked for: only what is missing is asked for again.
PageMessage failure(const PageFacts &facts)
{
    const LoadOutcome &outcome = facts.outcome;
    if (outcome.fatal)
        return {outcome.fatal->message, outcome.fatal->detail, PageAction::GoOn, goOnText(facts)};
    return {TableWords(*facts.table).notListed(), outcome.reasons().join(u'\n'), PageAction::GoOn,
            goOnText(facts)};
}

PageMessage emptyAccount(const PageFacts &facts)
{
    if (isListing(facts) && facts.outage)
        return outageMessage(facts);
    if (isListing(facts))
        return {TableWords(*facts.table).asking(),
                {},
                PageAction::Stop,
                QCoreApplication::translate("PageMessage", "Stop")};
    if (facts.state == State::Failed || hasListErrors(facts.outcome))
        return failure(facts);
    if (facts.state == State::Stopped)
        return {TableWords(*facts.table).stopped(), {}, PageAction::GoOn, goOnText(facts)};
    return {TableWords(*facts.table).none(),
            {},
            PageAction::Load,
            QCoreApplication::translate("PageMessage", "Refresh")};
}

/// No row is seen, and of some nobody can say whether it should be.
PageMessage undecided(const PageFacts &facts)
{
    const TableWords words(*facts.table);
    const bool isFiltered = !facts.filter.isEmpty();
    PageMessage message;
    message.sentence = isFiltered ? words.undecidedMatches(facts.undecidedRows, facts.filter)
                                  : words.undecidedInNode(facts.undecidedRows, facts.scopeTitle);
    const PageAction back = isFiltered ? PageAction::ClearFilter : PageAction::ShowAll;
    const QString backText =
        isFiltered ? QCoreApplication::translate("PageMessage", "Clear filter") : words.showAll();
    const auto say = [&](const QString &detail, PageAction action, const QString &text) {
        message.detail = detail.arg(facts.decidingColumns);
        message.action = canDo(action, facts) ? action : back;
        message.actionText = canDo(action, facts) ? text : backText;
    };
    switch (facts.why) {
    case PageFacts::Undecided::Coming:
        //: %1 are titles of columns
        say(QCoreApplication::translate("PageMessage", "Still loading: %1"), back, backText);
        break;
    case PageFacts::Undecided::NotLoaded:
        say(QCoreApplication::translate("PageMessage", "Not loaded: %1"), PageAction::GoOn, goOnText(facts));
        break;
    case PageFacts::Undecided::Failed:
        say(QCoreApplication::translate("PageMessage", "Unavailable: %1"), PageAction::GoOn, goOnText(facts));
        break;
    case PageFacts::Undecided::NotPermitted:
        say(QCoreApplication::translate("PageMessage", "This key may not see: %1"), back, backText);
        break;
    case PageFacts::Undecided::Gone:
        say(QCoreApplication::translate("PageMessage", "Vanished before it was read: %1"), back, backText);
        break;
    }
    if (facts.decidingColumns.isEmpty())
        message.detail.clear();
    return message;
}

} // namespace

std::optional<PageMessage> emptyMessage(const PageFacts &facts)
{
    if (facts.visibleRows > 0)
        return std::nullopt;
    if (facts.tableRows == 0)
        return offered(emptyAccount(facts), facts);
    if (facts.undecidedRows > 0)
        return undecided(facts);
    if (facts.scopeRows == 0) {
        if (isRunning(facts.state))
            return PageMessage{
                QCoreApplication::translate("PageMessage", "Nothing in “%1” yet.").arg(facts.scopeTitle),
                QCoreApplication::translate("PageMessage", "The account is still loading."),
                PageAction::ShowAll, TableWords(*facts.table).showAll()};
        return PageMessage{
            QCoreApplication::translate("PageMessage", "Nothing in “%1”.").arg(facts.scopeTitle),
            {},
            PageAction::ShowAll,
            TableWords(*facts.table).showAll()};
    }
    QStringList details;
    if (!facts.filterRemark.isEmpty())
        details.append(facts.filterRemark);
    if (isRunning(facts.state))
        details.append(QCoreApplication::translate("PageMessage",
                                                   "Some values are still loading, so rows may yet appear."));
    return PageMessage{TableWords(*facts.table).noMatch(facts.filter), details.join(u' '),
                       PageAction::ClearFilter, QCoreApplication::translate("PageMessage", "Clear filter")};
}

std::optional<PageMessage> bannerMessage(const PageFacts &facts)
{
    if (facts.tableRows == 0)
        return std::nullopt;
    if (facts.outage)
        return offered(outageMessage(facts), facts);
    if (isListing(facts))
        return std::nullopt;
    const QString reasons = facts.outcome.reasons().join(u'\n');
    if (facts.outcome.fatal) {
        const ApiError &error = *facts.outcome.fatal;
        return offered({error.message + u' ' + keptText(facts),
                        error.detail.isEmpty() ? reasons : error.detail, PageAction::GoOn, goOnText(facts)},
                       facts);
    }
    if (facts.state == State::Finished && hasListErrors(facts.outcome)) {
        return offered({TableWords(*facts.table).notComplete(), reasons, PageAction::GoOn, goOnText(facts)},
                       facts);
    }
    return std::nullopt;
}

} // namespace layerscope
