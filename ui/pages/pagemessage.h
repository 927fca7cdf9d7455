// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/kinds.h"
#include "loaders/accountloader.h"

#include <QString>

#include <optional>

namespace layerscope {

/// What pressing a message's button does.
enum class PageAction { None, ClearFilter, ShowAll, Load, GoOn, Stop, TryNow, ExportAgain };

/// A sentence, what is behind it, and the one thing to press, if there is one that does something.
struct PageMessage
{
    QString sentence;
    QString detail;
    PageAction action = PageAction::None;
    QString actionText;

    bool operator==(const PageMessage &) const = default;
};

/// What decides whether rows, a sentence or a banner is to be seen.
struct PageFacts
{
    const TableSpec *table = allTables().front();
    AccountLoader::State state = AccountLoader::State::Idle;
    int tableRows = 0;     ///< Of the account
    int scopeRows = 0;     ///< Of the navigator's node
    int visibleRows = 0;   ///< After the filter
    int undecidedRows = 0; ///< Not seen, of which node and filter cannot tell yet
    /// Why not, if there is anything that no row is seen of: the first of these that holds for some row.
    enum class Undecided { Coming, NotLoaded, Failed, NotPermitted, Gone };
    Undecided why = Undecided::Coming;
    QString undecidedText;   ///< "486 not decided yet", for the count beside the title
    QString decidingColumns; ///< "Owner", "Owner, Notes": what is not known of them
    QString scopeTitle;      ///< The navigator's node, for people
    QString filter;          ///< As typed
    QString filterRemark;    ///< What of it is probably a mistake, a sentence; empty: nothing
    LoadOutcome outcome;     ///< So far, as far as it is about the table
    QString staleAsOf;       ///< "14:02": of the values that the last load did not bring again; empty: none
    std::optional<Outage> outage; ///< Nothing gets through at present
    QString outageSince;          ///< "14:02"
    bool canGoOn = false;         ///< Nothing is loaded, and asking again may bring more
    bool isListOver = false;      ///< Of any table but the first, whose lists are what the state speaks of
};

/// What to say in the middle of the table; nullopt: there are rows. Pure.
[[nodiscard]] std::optional<PageMessage> emptyMessage(const PageFacts &facts);
/// What to say above rows that are not all there is; nullopt: nothing. Pure.
[[nodiscard]] std::optional<PageMessage> bannerMessage(const PageFacts &facts);

} // namespace layerscope
