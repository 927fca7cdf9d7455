// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/pagemessage.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using State = AccountLoader::State;

bool isListing(State state)
{
    return state == State::Idle || state == State::Counting || state == State::Listing;
}

bool isRunning(State state)
{
    return isListing(state) || state == State::Detailing;
}

bool hasListErrors(const LoadOutcome &outcome)
{
    return std::any_of(outcome.lists.cbegin(), outcome.lists.cend(),
                       [](const LoadOutcome::List &list) { return !list.isComplete(); });
}

PageMessage failure(const LoadOutcome &outcome)
{
    if (outcome.fatal)
        return {outcome.fatal->message, outcome.fatal->detail, PageAction::Load,
                QCoreApplication::translate("PageMessage", "Try again")};
    return {QCoreApplication::translate("PageMessage", "The servers could not be listed."),
            outcome.reasons().join(u'\n'), PageAction::Load,
            QCoreApplication::translate("PageMessage", "Try again")};
}

PageMessage emptyAccount(const PageFacts &facts)
{
    if (isListing(facts.state))
        return {QCoreApplication::translate("PageMessage", "Asking the account for its servers …"),
                {},
                PageAction::Stop,
                QCoreApplication::translate("PageMessage", "Stop")};
    if (facts.state == State::Failed || hasListErrors(facts.outcome))
        return failure(facts.outcome);
    if (facts.state == State::Stopped)
        return {QCoreApplication::translate("PageMessage", "Stopped before any server arrived."),
                {},
                PageAction::Load,
                QCoreApplication::translate("PageMessage", "Load again")};
    return {QCoreApplication::translate("PageMessage", "This account has no servers."),
            {},
            PageAction::Load,
            QCoreApplication::translate("PageMessage", "Refresh")};
}

} // namespace

std::optional<PageMessage> emptyMessage(const PageFacts &facts)
{
    if (facts.visibleRows > 0)
        return std::nullopt;
    if (facts.tableRows == 0)
        return emptyAccount(facts);
    if (facts.scopeRows == 0) {
        if (isRunning(facts.state))
            return PageMessage{
                QCoreApplication::translate("PageMessage", "Nothing in “%1” yet.").arg(facts.scopeTitle),
                QCoreApplication::translate("PageMessage", "The account is still loading."),
                PageAction::ShowAll, QCoreApplication::translate("PageMessage", "Show all servers")};
        return PageMessage{
            QCoreApplication::translate("PageMessage", "Nothing in “%1”.").arg(facts.scopeTitle),
            {},
            PageAction::ShowAll,
            QCoreApplication::translate("PageMessage", "Show all servers")};
    }
    return PageMessage{
        QCoreApplication::translate("PageMessage", "No server matches “%1”.").arg(facts.filter),
        isRunning(facts.state) ? QCoreApplication::translate(
                                     "PageMessage", "Some values are still loading, so rows may yet appear.")
                               : QString(),
        PageAction::ClearFilter, QCoreApplication::translate("PageMessage", "Clear filter")};
}

std::optional<PageMessage> bannerMessage(const PageFacts &facts)
{
    if (facts.tableRows == 0 || isListing(facts.state))
        return std::nullopt;
    const QString reasons = facts.outcome.reasons().join(u'\n');
    if (facts.outcome.fatal) {
        const ApiError &error = *facts.outcome.fatal;
        const QString kept =
            QCoreApplication::translate("PageMessage", "The rows that had arrived are kept.");
        return PageMessage{error.message + u' ' + kept, error.detail.isEmpty() ? reasons : error.detail,
                           PageAction::Load, QCoreApplication::translate("PageMessage", "Try again")};
    }
    if (facts.state == State::Finished && hasListErrors(facts.outcome)) {
        return PageMessage{QCoreApplication::translate("PageMessage", "The list of servers is not complete."),
                           reasons, PageAction::Load,
                           QCoreApplication::translate("PageMessage", "Try again")};
    }
    return std::nullopt;
}

} // namespace layerscope
