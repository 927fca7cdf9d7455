// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/tableloader.h"

#include "inventory/kinds.h"

#include <chrono>
#include <numeric>
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
    Private(TableLoader &loader, ApiClient &usedClient, InventoryStore &usedStore)
        : q(loader)
        , client(usedClient)
        , store(usedStore)
        , spec(tableSpec(usedStore.table().catalogue()))
        , kinds(spec.kinds.begin(), spec.kinds.end())
        , lists(usedClient, usedStore)
    {}

    void begin();
    void stop();
    void resume();
    void makeDetails();
    void endLists(const std::optional<ApiError> &hopeless);
    void block(const ApiError &error);
    void lookSoon();
    void lookAtEnd();
    [[nodiscard]] GroupSet wantedGroups() const;
    [[nodiscard]] GroupSet askedGroups() const { return wantedGroups() | followUps; }
    [[nodiscard]] GroupSet dueFollowUps() const;
    [[nodiscard]] QList<int> allRows() const;

    TableLoader &q;
    ApiClient &client;
    InventoryStore &store;
    const TableSpec &spec;
    QList<RowKind> kinds;
    ColumnSet wanted;
    GroupSet beside;
    GroupSet followUps; ///< Those that are asked for in this load.
    ViewOrder viewOrder;
    bool followsView = false;
    bool isBegun = false; ///< And not started yet.
    bool isRunning = false;
    bool isLookPending = false;
    AccountLists lists;
    std::unique_ptr<RowDetailsLoader> details; ///< Of this load; none before the first.
};

void TableLoader::Private::begin()
{
    if (!isBegun)
        q.beginLoad();
    isBegun = false;
    isRunning = true;
    makeDetails();
    details->start();
}

void TableLoader::Private::makeDetails()
{
    details = std::make_unique<RowDetailsLoader>(client, store);
    details->setWanted(askedGroups());
    details->setViewOrder(viewOrder);
    details->setSweepHeld(followsView && !kinds.isEmpty());
    if (spec.complete != nullptr)
        details->setCompletion([this](RowPatch &answer) { spec.complete(store.table(), answer); });
    connect(details.get(), &RowDetailsLoader::progressed, &q, &TableLoader::progressed);
    connect(details.get(), &RowDetailsLoader::blocked, &q, [this](const ApiError &error) { block(error); });
    connect(details.get(), &RowDetailsLoader::done, &q, [this] { lookAtEnd(); });
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
    lists.resume();
    details->start();
    if (lists.areOver())
        details->setSweepHeld(false);
    lookSoon();
}

void TableLoader::Private::endLists(const std::optional<ApiError> &hopeless)
{
    if (hopeless) {
        block(*hopeless);
        return;
    }
    if (followsView)
        client.clock().callAfter(timeToArrange, details.get(), [this] { details->setSweepHeld(false); });
    lookSoon(); // the details may have ended before
    Q_EMIT q.listsEnded();
}

void TableLoader::Private::block(const ApiError &error)
{
    stop();
    Q_EMIT q.blocked(error);
}

/// Whatever changed: there may be something to ask for that follows from it, or nothing any more.
void TableLoader::Private::lookSoon()
{
    if (std::exchange(isLookPending, true))
        return;
    QMetaObject::invokeMethod(
        &q,
        [this] {
            isLookPending = false;
            lookAtEnd();
        },
        Qt::QueuedConnection);
}

void TableLoader::Private::lookAtEnd()
{
    if (!isRunning || !lists.areOver() || !details->isDone())
        return;
    if (const GroupSet due = dueFollowUps(); due.any()) {
        followUps |= due;
        details->setWanted(askedGroups());
        if (!details->isDone())
            return;
    }
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
    return spec.followUp != nullptr ? spec.followUp(store.table(), wanted) & ~askedGroups() : GroupSet();
}

QList<int> TableLoader::Private::allRows() const
{
    QList<int> rows(store.table().rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

// --- TableLoader
// ------------------------------------------------------------------------------------------------

TableLoader::TableLoader(ApiClient &client, InventoryStore &store, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, store))
{
    connect(&d->lists, &AccountLists::totalsChanged, this, [this] {
        d->details->setExpectedRows(d->lists.expected());
        Q_EMIT progressed();
    });
    connect(&d->lists, &AccountLists::rowsListed, this, [this] {
        d->details->setExpectedRows(d->lists.expected());
        d->details->wake();
        Q_EMIT progressed();
    });
    connect(&d->lists, &AccountLists::recounted, this, &TableLoader::recounted);
    connect(&d->lists, &AccountLists::ended, this,
            [this](const std::optional<ApiError> &hopeless) { d->endLists(hopeless); });
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
    d->wanted = columns;
    d->beside = beside;
    if (!d->details)
        return;
    d->details->setWanted(d->askedGroups());
    d->lookSoon();
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

void TableLoader::retryRows(const QList<int> &rows)
{
    if (!d->details)
        return;
    d->details->retry(rows);
    d->resume();
    d->lookSoon();
}

void TableLoader::retryLists()
{
    if (!d->details)
        return;
    d->resume();
    d->lists.retry();
    d->lookSoon();
}

void TableLoader::retryAll()
{
    retryRows(d->allRows());
    retryLists();
}

TableLoader::State TableLoader::state() const
{
    if (!d->details)
        return State::Idle;
    if (!d->isRunning)
        return State::Stopped;
    if (!d->lists.areOver())
        return State::Listing;
    return isDone() ? State::Done : State::Detailing;
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
    return areListsOver() && d->details->isDone() && d->dueFollowUps().none();
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
    for (int row = 0; row < table().rowCount(); ++row) {
        for (LoadOutcome::List &list : lists)
            list.rows += list.kind == table().key(row).kind ? 1 : 0;
    }
    return lists;
}

RowTally TableLoader::tally() const
{
    RowTally tally;
    const GroupSet wanted = wantedGroups();
    for (int row = 0; row < table().rowCount(); ++row) {
        if (d->kinds.contains(table().key(row).kind))
            tally.add(table(), row, wanted);
    }
    return tally;
}

} // namespace layerscope
