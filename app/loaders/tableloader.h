// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "inventory/inventorystore.h"
#include "loaders/loadoutcome.h"
#include "loaders/retryscope.h"
#include "loaders/vieworder.h"

#include <QObject>

#include <memory>
#include <optional>

namespace layerscope {

class TableLists;

/// Loads one table into its store: the lists of its rows, of the account or of the rows that they are below
/// (TableLists), and the details of the rows that stand already: side by side with the lists, as far as these
/// leave them free. GUI thread; client and store outlive it. Has no window of calls of its own.
///
///     Idle ─start()▶ Listing ▶ Detailing ▶ Done ─more is wanted, or retry()▶ Listing or Detailing
///                       └──────────┴─stop()▶ Stopped ─resume()▶ Listing or Detailing
///                       └──────────┴───────▶ Blocked ─resume()▶ Listing or Detailing
class TableLoader : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Listing,
        Detailing,
        Done,
        Stopped,
        Blocked ///< Nothing more can be loaded; blockedBy() says why.
    };
    Q_ENUM(State)

    /// With the account's lists of it.
    TableLoader(ApiClient &client, InventoryStore &store, QObject *parent = nullptr);
    /// With these lists, which outlive it.
    TableLoader(ApiClient &client, InventoryStore &store, TableLists &lists, QObject *parent = nullptr);
    ~TableLoader() override;

    /// Of its kinds those to load; all of them at first, perhaps none. Before start().
    void setKinds(const QList<RowKind> &kinds);
    [[nodiscard]] const QList<RowKind> &kinds() const;
    /// See TableLists. Before start().
    void setNeedsRows(bool needs);
    /// Columns that are shown or used, and `beside` them groups that others need. At any time.
    void setWanted(const ColumnSet &columns, GroupSet beside = {});
    /// All of those, and the identity: it comes with the lists, but rows of an earlier load that a failed
    /// list did not bring need it, too.
    [[nodiscard]] GroupSet wantedGroups() const;
    void setViewOrder(const ViewOrder &order);
    /// Somebody looks at the rows, and tells by setViewOrder() which are on the screen. As long as rows are
    /// listed, and a moment longer, only those on and near the screen get their details: else the first calls
    /// would go to rows that the last page moves off the screen. Off by default, as for a file. Before
    /// start().
    void setFollowsView(bool follows);

    /// What stands is of an earlier load from now on; asks for nothing. start() does it if nobody did.
    void beginLoad();
    /// `account`: what it announced, if it is known.
    void start(const std::optional<AccountSummary> &account);
    /// The same before the account has spoken: the first pages only. The lists end after announce() at the
    /// earliest.
    void startAhead();
    void announce(const std::optional<AccountSummary> &account);
    /// Keeps what arrived.
    void stop();
    /// Goes on from where stop() ended it, or blocked(). Else nothing.
    void resume();
    /// Asks again. Before the first load: nothing.
    void retry(const RetryScope &scope);

    [[nodiscard]] State state() const;
    [[nodiscard]] const std::optional<ApiError> &blockedBy() const;
    [[nodiscard]] const InventoryTable &table() const;
    [[nodiscard]] bool areListsOver() const;
    /// The lists are over, and no row lacks anything that could still be asked for.
    [[nodiscard]] bool isDone() const;
    [[nodiscard]] qint64 listedRows() const;
    /// Of the lists together; nullopt: one of them was not told.
    [[nodiscard]] std::optional<qint64> expectedRows() const;
    /// Rows whose wanted cells are all answered.
    [[nodiscard]] qint64 settledRows() const;
    /// What came of the lists. O(rows).
    [[nodiscard]] QList<LoadOutcome::List> lists() const;
    /// Rows of the kinds that were to be loaded, by what they came to. O(rows).
    [[nodiscard]] RowTally tally() const;
    /// What those of them stand for that stand for others.
    [[nodiscard]] RestTally rest() const;
    /// Adds both. O(rows).
    void tell(LoadOutcome &outcome) const;

Q_SIGNALS:
    /// Nothing more can be loaded: a wrong key, say. Has stopped by itself.
    void blocked(const layerscope::ApiError &error);
    /// Rows came, or cells, or a total.
    void progressed();
    void recounted(const layerscope::AccountSummary &counts);
    void listsEnded();
    /// isDone() may have become true, from the event loop.
    void advanced();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace layerscope
