// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/tableloader.h"

#include "inventory/kinds.h"
#include "loaders/accountlists.h"
#include "loaders/countedrows.h"
#include "loaders/queuedcall.h"
#include "loaders/rowdetailsloader.h"

#include <chrono>
#include <utility>

namespace layerscope {

namespace {

/// Until a view has put the last page in order (0.1 s for 100 000 rows) and told what is on the screen (50
/// ms).
constexpr std::chrono::milliseconds timeToArrange{150};

} // namespace

class TableLoader::Private
{
public:
    /// `usedLists`: nullptr for those of the account.
    Private(TableLoader &loader, ApiClient &usedClient, InventoryStore &usedStore, TableLists *usedLists)
        : q(loader)
        , client(usedClient)
        , store(usedStore)
        , spec(tableSpec(usedStore.table().catalogue()))
        , kinds(spec.kinds.begin(), spec.kinds.end())
        , look(loader, [this] { lookAtEnd(); })
        , ownLists(usedLists == nullptr ? std::make_unique<AccountLists>(usedClient, usedStore) : nullptr)
        , lists(usedLists == nullptr ? *ownLists : *usedLists)
    {}

    void hearLists();
    void begin();
    void stop();
    void resume();
    void makeDetails();
    void endLists(const std::optional<ApiError> &hopeless);
    void block(const ApiError &error);
    void lookAtEnd();
    [[nodiscard]] GroupSet wantedGroups() const;
    [[nodiscard]] GroupSet askedGroups() const { return wantedGroups() | followUps; }
    [[nodiscard]] GroupSet dueFollowUps() const;
    /// No row lacks anything that could still be asked for, as far as rows may be asked for at all.
    [[nodiscard]] bool areDetailsDone() const;

    [[nodiscard]] const CountedRows::Count &count()
    {
        return countedRows.of(store.table(), wantedGroups(), kinds);
    }

    TableLoader &q;
    ApiClient &client;
    InventoryStore &store;
    const TableSpec &spec;
    QList<RowKind> kinds;
    ColumnSet wanted;
    GroupSet beside;
    GroupSet followUps; ///< Those that are asked for in this load.
    struct Followed
    {
        quint64 revision; ///< Of the table.
        ColumnSet wanted;
        GroupSet groups;
    };
    mutable std::optional<Followed> followed; ///< What followed when it was looked for last.
    ViewOrder viewOrder;
    bool followsView = false;
    bool isBegun = false; ///< And not started yet.
    bool isRunning = false;
    /// Whatever changed: there may be something to ask for that follows from it, or nothing any more.
    QueuedCall look;
    std::optional<ApiError> blockedBy;
    std::unique_ptr<TableLists> ownLists;
    TableLists &lists;
    std::unique_ptr<RowDetailsLoader> details; ///< Of this load; none before the first.
    CountedRows countedRows;
};

void TableLoader::Private::hearLists()
{
    connect(&lists, &TableLists::totalsChanged, &q, [this] {
        if (!details)
            return; // somebody who heard of a parent's end began another load
        details->setExpectedRows(lists.expected());
        Q_EMIT q.progressed();
    });
    connect(&lists, &TableLists::rowsListed, &q, [this] {
        details->setExpectedRows(lists.expected());
        details->wake();
        Q_EMIT q.progressed();
    });
    connect(&lists, &TableLists::recounted, &q, &TableLoader::recounted);
    connect(&lists, &TableLists::ended, &q,
            [this](const std::optional<ApiError> &hopeless) { endLists(hopeless); });
}

void TableLoader::Private::begin()
{
    if (!isBegun)
        q.beginLoad();
    isBegun = false;
    isRunning = true;
    blockedBy.reset();
    makeDetails();
    if (lists.areDetailsFree())
        details->start();
}

void TableLoader::Private::makeDetails()
{
    details = std::make_unique<RowDetailsLoader>(client, store);
    details->setWanted(askedGroups());
    details->setViewOrder(viewOrder);
    details->setSweepHeld(followsView && !kinds.isEmpty());
    details->setCompletion([this](RowPatch &answer) {
        if (spec.complete != nullptr)
            spec.complete(store.table(), answer);
        lists.complete(answer);
    });
    connect(details.get(), &RowDetailsLoader::progressed, &q, [this] {
        lists.setUnsettled();
        Q_EMIT q.progressed();
    });
    connect(details.get(), &RowDetailsLoader::blocked, &q, [this](const ApiError &error) { block(error); });
    connect(details.get(), &RowDetailsLoader::done, &q, [this] { look.ask(); });
}

void TableLoader::Private::stop()
{
    isRunning = false;
    lists.stop();
    if (details)
        details->stop();
}

void TableLoader::Private::resume()
{
    if (!details || isRunning)
        return;
    isRunning = true;
    blockedBy.reset();
    lists.resume();
    if (lists.areDetailsFree())
        details->start();
    if (lists.areOver())
        details->setSweepHeld(false);
    look.ask();
}

void TableLoader::Private::endLists(const std::optional<ApiError> &hopeless)
{
    if (hopeless) {
        block(*hopeless);
        return;
    }
    if (!isRunning)
        return; // somebody who heard of the last rows stopped it
    if (lists.areDetailsFree())
        details->start(); // they may have waited for the lists
    if (followsView)
        client.clock().callAfter(timeToArrange, details.get(), [this] { details->setSweepHeld(false); });
    look.ask(); // the details may have ended before
    Q_EMIT q.listsEnded();
}

void TableLoader::Private::block(const ApiError &error)
{
    stop();
    blockedBy = error;
    Q_EMIT q.blocked(error);
}

void TableLoader::Private::lookAtEnd()
{
    if (!isRunning || !lists.areOver() || !areDetailsDone())
        return;
    if (const GroupSet due = dueFollowUps(); due.any()) {
        followUps |= due;
        details->setWanted(askedGroups());
        if (!areDetailsDone())
            return;
    }
    if (lists.areDetailsFree() && !lists.isSettled())
        lists.settle();
    Q_EMIT q.advanced();
}

GroupSet TableLoader::Private::wantedGroups() const
{
    const Catalogue &catalogue = store.table().catalogue();
    const auto identity = static_cast<std::size_t>(catalogue.column(0).group);
    return catalogue.groupsOf(wanted) | beside | GroupSet().set(identity);
}

GroupSet TableLoader::Private::dueFollowUps() const
{
    if (spec.followUp == nullptr)
        return {};
    // It looks at all rows, and whether all is done is asked several times in a turn.
    if (const quint64 revision = store.table().revision();
        !followed || followed->revision != revision || followed->wanted != wanted)
        followed = Followed{revision, wanted, spec.followUp(store.table(), wanted)};
    return followed->groups & ~askedGroups();
}

bool TableLoader::Private::areDetailsDone() const
{
    return !lists.areDetailsFree() || details->isDone();
}

// --- TableLoader
// ------------------------------------------------------------------------------------------------

TableLoader::TableLoader(ApiClient &client, InventoryStore &store, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, store, nullptr))
{
    d->hearLists();
}

TableLoader::TableLoader(ApiClient &client, InventoryStore &store, TableLists &lists, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, store, &lists))
{
    d->hearLists();
}

TableLoader::~TableLoader() = default;

void TableLoader::setKinds(const QList<RowKind> &kinds)
{
    d->kinds = kinds;
}

const QList<RowKind> &TableLoader::kinds() const
{
    return d->kinds;
}

void TableLoader::setNeedsRows(bool needs)
{
    d->lists.setNeedsRows(needs);
}

void TableLoader::setWanted(const ColumnSet &columns, GroupSet beside)
{
    if (columns != d->wanted)
        d->lists.setUnsettled(); // what follows from cells may follow from others, too
    d->wanted = columns;
    d->beside = beside;
    d->lists.setWanted(d->store.table().catalogue().groupsOf(columns));
    if (!d->details)
        return;
    d->details->setWanted(d->askedGroups());
    d->look.ask();
}

GroupSet TableLoader::wantedGroups() const
{
    return d->wantedGroups();
}

void TableLoader::setViewOrder(const ViewOrder &order)
{
    d->viewOrder = order;
    if (d->details)
        d->details->setViewOrder(order);
}

void TableLoader::setFollowsView(bool follows)
{
    d->followsView = follows;
}

void TableLoader::beginLoad()
{
    d->stop();
    d->details.reset();
    d->lists.clear();
    d->followUps.reset();
    d->store.beginLoad();
    d->isBegun = true;
}

void TableLoader::start(const std::optional<AccountSummary> &account)
{
    d->begin();
    d->lists.start(d->kinds, account);
}

void TableLoader::startAhead()
{
    d->begin();
    d->lists.begin(d->kinds);
}

void TableLoader::announce(const std::optional<AccountSummary> &account)
{
    d->lists.announce(account);
    d->details->setExpectedRows(d->lists.expected());
}

void TableLoader::stop()
{
    d->stop();
}

void TableLoader::resume()
{
    d->resume();
}

void TableLoader::retry(const RetryScope &scope)
{
    if (!d->details)
        return;
    if (scope.hasRows())
        d->details->retry(scope.rows() ? *scope.rows() : d->lists.rowsToRetry());
    d->resume();
    if (scope.hasLists())
        d->lists.retry();
    d->look.ask();
}

TableLoader::State TableLoader::state() const
{
    if (!d->details)
        return State::Idle;
    if (!d->isRunning)
        return d->blockedBy ? State::Blocked : State::Stopped;
    if (!d->lists.areOver())
        return State::Listing;
    return isDone() ? State::Done : State::Detailing;
}

const std::optional<ApiError> &TableLoader::blockedBy() const
{
    return d->blockedBy;
}

const InventoryTable &TableLoader::table() const
{
    return d->store.table();
}

bool TableLoader::areListsOver() const
{
    return d->details && d->lists.areOver();
}

bool TableLoader::isDone() const
{
    const bool isSettled = !d->lists.areDetailsFree() || d->lists.isSettled();
    return areListsOver() && d->areDetailsDone() && isSettled && d->dueFollowUps().none();
}

qint64 TableLoader::listedRows() const
{
    return d->lists.listed();
}

std::optional<qint64> TableLoader::expectedRows() const
{
    return d->lists.expected();
}

qint64 TableLoader::settledRows() const
{
    return d->details ? d->details->settledRows() : 0;
}

QList<LoadOutcome::List> TableLoader::lists() const
{
    QList<LoadOutcome::List> lists = d->lists.outcome();
    for (LoadOutcome::List &list : lists)
        list.rows = d->count().rowsOf(list.kind);
    return lists;
}

RowTally TableLoader::tally() const
{
    return d->count().tally;
}

RestTally TableLoader::rest() const
{
    return d->lists.rest(d->wantedGroups());
}

void TableLoader::tell(LoadOutcome &outcome) const
{
    outcome.lists += lists();
    outcome.of(d->spec) = tally();
    outcome.setRest(d->spec, rest());
}

} // namespace layerscope
