// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/serverlists.h"

#include "core/saturatingsum.h"
#include "loaders/accountcounts.h"

#include <algorithm>
#include <utility>

namespace layerscope {

ServerLists::ServerLists(ApiClient &client, InventoryStore &servers, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_store(servers)
{}

ServerLists::~ServerLists() = default;

void ServerLists::start(const QList<RowKind> &kinds, const std::optional<AccountSummary> &account)
{
    clear();
    m_account = account;
    for (const RowKind kind : kinds)
        m_lists.push_back(List{kind, nullptr, false, false, {}, 0, {}});
    for (List &list : m_lists) // not before all stand: their addresses are taken
        startList(list);
}

void ServerLists::stop()
{
    m_recount.reset();
    for (List &list : m_lists)
        list.pages->stop();
}

void ServerLists::resume()
{
    for (List &list : m_lists) {
        if (!list.isOver || (m_wasHopeless && !list.errors.isEmpty()))
            goOn(list);
    }
    m_wasHopeless = false;
    if (!m_isConcluded && !m_recount)
        lookAtEnd(); // it was stopped while it counted once more
}

void ServerLists::retry()
{
    resume();
    for (List &list : m_lists) {
        if (!list.isOver || isWhole(list))
            continue;
        if (list.errors.isEmpty())
            startList(list); // all of it came, and nobody knows where the others are
        else
            goOn(list);
    }
}

void ServerLists::goOn(List &list)
{
    m_isConcluded = false;
    list.isOver = false;
    list.errors.clear();
    list.pages->resume();
}

bool ServerLists::isWhole(const List &list) const
{
    return list.isComplete && announced(list).value_or(0) <= list.listed;
}

void ServerLists::clear()
{
    m_recount.reset();
    m_lists.clear();
    m_account.reset();
    m_isConcluded = true;
    m_wasHopeless = false;
}

void ServerLists::startList(List &list)
{
    m_isConcluded = false;
    list.isOver = false;
    list.listed = 0;
    list.errors.clear();
    Pages::Query query;
    query.kind = list.kind;
    query.expectedTotal = announced(list);
    list.pages = std::make_unique<Pages>(m_client, m_store.table().catalogue(), query);
    connect(list.pages.get(), &Pages::totalKnown, this, [this, &list](qint64 total) {
        list.total = total;
        Q_EMIT totalsChanged();
    });
    connect(list.pages.get(), &Pages::rowsArrived, this, [this, &list](const QList<RowPatch> &rows) {
        list.listed += rows.size();
        m_store.listRows(rows);
        Q_EMIT rowsListed();
    });
    connect(list.pages.get(), &Pages::finished, this,
            [this, &list](const Pages::Outcome &outcome) { endList(list, outcome); });
    list.pages->start();
}

void ServerLists::endList(List &list, const Pages::Outcome &outcome)
{
    list.isOver = true;
    list.isComplete = outcome.isComplete();
    list.total = outcome.announced;
    list.listed = outcome.listed;
    list.errors = outcome.errors;
    lookAtEnd();
}

void ServerLists::lookAtEnd()
{
    if (!std::all_of(m_lists.cbegin(), m_lists.cend(), [](const List &list) { return list.isOver; }))
        return;
    if (!someAreMissing()) {
        conclude();
        return;
    }
    // The account announced more than its lists brought. Perhaps servers went meanwhile: then it says so now.
    m_recount = std::make_unique<CallGroup>(m_client);
    m_recount->add(accountCountsCall([this](const Result<Reply<AccountSummary>> &reply) {
        if (reply && m_account) {
            m_account->hardwareCount = reply->value.hardwareCount;
            m_account->virtualGuestCount = reply->value.virtualGuestCount;
            Q_EMIT recounted(*m_account);
        }
        conclude();
    }));
}

void ServerLists::conclude()
{
    m_isConcluded = true;
    const std::optional<ApiError> hopeless = hopelessError();
    m_wasHopeless = hopeless.has_value();
    if (!hopeless) {
        QList<RowKind> whole;
        for (const List &list : m_lists) {
            if (isWhole(list))
                whole.append(list.kind);
        }
        for (const RowKind kind : std::as_const(whole))
            m_store.removeRowsNotListed(kind); // what is gone since the last load
    }
    Q_EMIT ended(hopeless);
}

/// A list that holds all it promised itself, and still less than the account's count.
bool ServerLists::someAreMissing() const
{
    return std::any_of(m_lists.cbegin(), m_lists.cend(), [this](const List &list) {
        return list.isComplete && announced(list).value_or(0) > list.listed;
    });
}

std::optional<ApiError> ServerLists::hopelessError() const
{
    std::optional<ApiError> hopeless;
    bool anyCame = m_lists.empty();
    for (const List &list : m_lists) {
        anyCame |= list.listed > 0 || list.errors.isEmpty();
        for (const ApiError &error : list.errors) {
            if (error.stopsEverything())
                hopeless = error;
        }
    }
    if (!anyCame && !hopeless)
        hopeless = m_lists.front().errors.front();
    return hopeless;
}

/// How many there are, by whoever said more; unknown is less than any number.
std::optional<qint64> ServerLists::announced(const List &list) const
{
    if (!m_account)
        return list.total;
    return std::max(list.total, list.kind == RowKind::BareMetal ? m_account->hardwareCount
                                                                : m_account->virtualGuestCount);
}

bool ServerLists::areOver() const
{
    return m_isConcluded;
}

qint64 ServerLists::listed() const
{
    qint64 sum = 0;
    for (const List &list : m_lists)
        sum += list.listed;
    return sum;
}

std::optional<qint64> ServerLists::expected() const
{
    if (m_lists.empty())
        return std::nullopt;
    qint64 sum = 0;
    for (const List &list : m_lists) {
        const std::optional<qint64> rows = announced(list);
        if (!rows)
            return std::nullopt;
        sum = saturatingSum(sum, std::max(*rows, list.listed));
    }
    return sum;
}

QList<LoadOutcome::List> ServerLists::outcome() const
{
    QList<LoadOutcome::List> lists;
    for (const List &list : m_lists)
        lists.append({list.kind, announced(list), list.listed, list.errors});
    return lists;
}

} // namespace layerscope
