// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/rowdetailsloader.h"

#include "inventory/kinds.h"
#include "loaders/detailspolicy.h"
#include "loaders/queuedcall.h"

#include <QByteArrayList>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace layerscope {

namespace {

/// Beyond the ids asked for, so that a server that ignores the filter betrays itself without sending the
/// whole account.
constexpr int extraLimit = 5;
/// The API's server takes lines of about 8 kB at most (softlayer-api §1.6).
constexpr qsizetype longestUrl = 6000;

} // namespace

/// Makes the calls that the policy asks for, and tells of their ends.
class RowDetailsLoader::Private
{
public:
    Private(RowDetailsLoader &stages, ApiClient &usedClient, InventoryStore &usedStore);

    void start();
    void stop();
    void hear(DetailsPolicy::Outlook outlook);
    void tellDone();

    [[nodiscard]] ApiCall next();
    [[nodiscard]] DetailsPolicy::Calls calls() const;
    [[nodiscard]] ApiRequest requestFor(const DetailRequest &ask) const;
    [[nodiscard]] bool isTooLong(const DetailRequest &ask) const;
    void receive(quint64 number, RowKind kind, Result<Reply<RowPatches>> result);

    void recallRefusals();
    void rememberRefusals();
    [[nodiscard]] QByteArray nameOf(RowKind kind) const;
    [[nodiscard]] GroupSet refusedBefore(RowKind kind) const;

    RowDetailsLoader &q;
    ApiClient &client;
    const TableSpec &spec;
    const Catalogue &catalogue;
    DetailsPolicy policy;
    bool isFirstStart = true;
    bool isDoneDue = false; ///< By what the policy said last.
    QueuedCall doneCheck;
    std::unique_ptr<CallGroup> callGroup; ///< Only while started.
};

RowDetailsLoader::Private::Private(RowDetailsLoader &stages, ApiClient &usedClient, InventoryStore &usedStore)
    : q(stages)
    , client(usedClient)
    , spec(tableSpec(usedStore.table().catalogue()))
    , catalogue(usedStore.table().catalogue())
    , policy(usedStore, [this](DetailsPolicy::Outlook outlook) { hear(outlook); })
    , doneCheck(stages, [this] { tellDone(); })
{
    for (const RowKind kind : spec.kinds)
        policy.recallSize(kind, client.rowsBorne(kindSpec(kind).list.method));
}

void RowDetailsLoader::Private::start()
{
    if (callGroup)
        return;
    callGroup = std::make_unique<CallGroup>(client);
    callGroup->setSupplier({[this] { return policy.mostUrgent(); }, [this] { return next(); }});
    if (std::exchange(isFirstStart, false))
        recallRefusals();
    policy.start();
}

void RowDetailsLoader::Private::stop()
{
    callGroup.reset(); // aborts what is in flight, which is heard of no more
    policy.stop();
}

void RowDetailsLoader::Private::hear(DetailsPolicy::Outlook outlook)
{
    isDoneDue = outlook == DetailsPolicy::Outlook::Done;
    if (!isDoneDue) {
        callGroup->wake();
        return;
    }
    doneCheck.ask();
}

/// Whoever started it may have added rows since.
void RowDetailsLoader::Private::tellDone()
{
    if (!callGroup || !isDoneDue)
        return;
    if (policy.isDone())
        Q_EMIT q.done();
    else
        policy.wake();
}

ApiCall RowDetailsLoader::Private::next()
{
    const DetailsPolicy::Next next = policy.next(calls());
    const DetailRequest &ask = next.ask;
    ApiCall call = ApiCall::make<RowPatches>(
        requestFor(ask), ask.priority,
        [columns = &catalogue, kind = ask.kind, groups = ask.groups](const JsonReader &root) {
            return decodeRows(*columns, kind, groups, root);
        },
        [this, number = next.number, kind = ask.kind](Result<Reply<RowPatches>> result) {
            receive(number, kind, std::move(result));
        });
    call.isTriedOnceInSilence = true; // the policy asks for less, or once more
    return call;
}

DetailsPolicy::Calls RowDetailsLoader::Private::calls() const
{
    const RequestScheduler &scheduler = client.scheduler();
    const int atOnce = scheduler.windowSize();
    return {atOnce, std::max(atOnce - scheduler.inFlight(), 1), scheduler.startsPerSecond(),
            [this](const DetailRequest &ask) { return isTooLong(ask); }};
}

ApiRequest RowDetailsLoader::Private::requestFor(const DetailRequest &ask) const
{
    const KindSpec &names = kindSpec(ask.kind);
    ApiRequest request;
    request.mask = catalogue.mask(ask.kind, ask.groups);
    if (ask.form == DetailRequest::Form::Single) {
        request.service = names.service;
        request.method = "getObject";
        request.objectId = QString::number(ask.ids.first());
        return request;
    }
    request.service = "SoftLayer_Account";
    request.method = names.list.method;
    const QByteArray idPath = QByteArray(names.list.filterRoot) + ".id";
    request.filter.in(idPath, ask.ids);
    request.limit = ResultLimit{0, static_cast<int>(ask.ids.size()) + extraLimit};
    return request;
}

bool RowDetailsLoader::Private::isTooLong(const DetailRequest &ask) const
{
    return requestFor(ask).url(client.connection().restBase).toEncoded().size() > longestUrl;
}

void RowDetailsLoader::Private::receive(quint64 number, RowKind kind, Result<Reply<RowPatches>> result)
{
    const QPointer<RowDetailsLoader> self(&q);
    if (result) {
        const std::chrono::milliseconds duration = result->duration;
        policy.answered(number, std::move(*result).value, duration);
    } else {
        const ApiError error = result.error();
        policy.answered(number, Unexpected(error), {});
        if (error.stopsEverything()) { // so the policy has stopped
            callGroup.reset();
            Q_EMIT q.blocked(error);
        }
    }
    if (!self)
        return;
    client.setRowsBorne(kindSpec(kind).list.method, policy.sizeBorne(kind)); // for the next load
    rememberRefusals();
    Q_EMIT q.progressed();
}

// --- what earlier loads were refused
// --------------------------------------------------------------------------------------

/// Of a table: some have rows of the same kind, with other columns.
QByteArray RowDetailsLoader::Private::nameOf(RowKind kind) const
{
    return QByteArray(spec.key) + '.' + kindSpec(kind).key;
}

GroupSet RowDetailsLoader::Private::refusedBefore(RowKind kind) const
{
    GroupSet groups;
    const QByteArrayList names = client.refused(nameOf(kind));
    for (const QByteArray &name : names) {
        if (const std::optional<ColumnIndex> column = catalogue.find(QString::fromLatin1(name)))
            groups.set(static_cast<std::size_t>(catalogue.column(*column).group));
    }
    return groups.reset(static_cast<std::size_t>(catalogue.column(0).group)); // not the identity
}

void RowDetailsLoader::Private::recallRefusals()
{
    for (const RowKind kind : spec.kinds)
        policy.recallRefusals(kind, refusedBefore(kind));
}

/// A group goes by the key of its first column, which never changes. What is not wanted now stays as it was.
void RowDetailsLoader::Private::rememberRefusals()
{
    for (const RowKind kind : spec.kinds) {
        const GroupSet before = refusedBefore(kind);
        const GroupSet now = policy.refusals(kind) | (before & ~policy.wanted());
        if (now == before)
            continue;
        QByteArrayList names;
        GroupSet left = now;
        for (const ColumnSpec &column : catalogue.columns()) {
            if (left.test(static_cast<std::size_t>(column.group)))
                names.append(column.key);
            left.reset(static_cast<std::size_t>(column.group));
        }
        client.setRefused(nameOf(kind), names);
    }
}

// --- RowDetailsLoader
// ------------------------------------------------------------------------------------------------

RowDetailsLoader::RowDetailsLoader(ApiClient &client, InventoryStore &store, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, store))
{
    connect(&store, &InventoryStore::rowsRemapped, this,
            [this](const QList<int> &newRowOfOld) { d->policy.remap(newRowOfOld); });
    connect(&store, &InventoryStore::cleared, this, [this] { d->policy.remap({}); });
}

RowDetailsLoader::~RowDetailsLoader() = default;

void RowDetailsLoader::setWanted(GroupSet groups)
{
    d->policy.setWanted(groups);
}

GroupSet RowDetailsLoader::wanted() const
{
    return d->policy.wanted();
}

void RowDetailsLoader::setViewOrder(const ViewOrder &order)
{
    d->policy.setViewOrder(order);
}

void RowDetailsLoader::setExpectedRows(std::optional<qint64> rows)
{
    d->policy.setExpectedRows(rows);
}

void RowDetailsLoader::setSweepHeld(bool held)
{
    d->policy.setSweepHeld(held);
}

void RowDetailsLoader::setCompletion(std::function<void(RowPatch &)> completion)
{
    d->policy.setCompletion(std::move(completion));
}

void RowDetailsLoader::wake()
{
    d->policy.wake();
}

void RowDetailsLoader::retry(const QList<int> &rows)
{
    d->policy.retry(rows);
}

void RowDetailsLoader::stop()
{
    d->stop();
}

void RowDetailsLoader::start()
{
    d->start();
}

bool RowDetailsLoader::isDone() const
{
    return d->policy.isDone();
}

int RowDetailsLoader::settledRows() const
{
    return d->policy.settledRows();
}

} // namespace layerscope
