// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/accountlists.h"

#include "core/saturatingsum.h"
#include "inventory/kinds.h"
#include "loaders/accountcounts.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace layerscope {

AccountLists::AccountLists(ApiClient &client, InventoryStore &store, QObject *parent)
    : TableLists(parent)
    , m_client(client)
    , m_store(store)
{}

AccountLists::~AccountLists() = default;

void AccountLists::setNeedsRows(bool needs)
{
    m_needsRows = needs;
}

void AccountLists::begin(const QList<RowKind> &kinds)
{
    clear();
    makeLists(kinds);
    startLists();
}

void AccountLists::announce(const std::optional<AccountSummary> &account)
{
    m_account = account;
    m_isAnnounced = true;
    if (account) {
        for (const auto &list : m_lists)
            list->setExpected(account->count(list->kind()));
    }
    // Perhaps they have ended already. Never from inside this call.
    QMetaObject::invokeMethod(
        this,
        [this, run = m_run] {
            if (run == m_run && !m_isConcluded && !m_recount)
                lookAtEnd();
        },
        Qt::QueuedConnection);
}

void AccountLists::start(const QList<RowKind> &kinds, const std::optional<AccountSummary> &account)
{
    clear();
    m_account = account;
    m_isAnnounced = true;
    makeLists(kinds);
    startLists();
}

void AccountLists::makeLists(const QList<RowKind> &kinds)
{
    m_isConcluded = kinds.isEmpty();
    for (const RowKind kind : kinds)
        m_lists.push_back(makeList(kind));
}

/// Not before all stand: one of them may end all.
void AccountLists::startLists()
{
    for (const auto &list : m_lists)
        list->start();
}

std::unique_ptr<ListLoader> AccountLists::makeList(RowKind kind)
{
    const KindSpec &spec = kindSpec(kind);
    Pages::Query query;
    query.kind = kind;
    query.groups = spec.groupsOfList;
    query.pageSize = spec.pageSize;
    query.expectedTotal = m_account ? m_account->count(kind) : std::nullopt;
    auto list = std::make_unique<ListLoader>(m_client, m_store.table().catalogue(), std::move(query));
    connect(list.get(), &ListLoader::totalKnown, this, &AccountLists::totalsChanged);
    connect(list.get(), &ListLoader::rowsArrived, this, [this](const QList<RowPatch> &rows) {
        m_store.listRows(rows);
        Q_EMIT rowsListed();
    });
    connect(list.get(), &ListLoader::ended, this, &AccountLists::lookAtEnd);
    return list;
}

void AccountLists::stop()
{
    ++m_run;
    m_recount.reset();
    for (const auto &list : m_lists)
        list->stop();
}

void AccountLists::resume()
{
    for (const auto &list : m_lists) {
        if (m_wasHopeless && !list->errors().isEmpty())
            list->setCut();
        list->resume();
        m_isConcluded = m_isConcluded && !list->isListing();
    }
    m_wasHopeless = false;
    if (!m_isConcluded && !m_recount)
        lookAtEnd(); // it was stopped while it counted once more
}

void AccountLists::retry()
{
    resume();
    for (const auto &list : m_lists) {
        list->retry();
        if (!list->isListing())
            continue;
        m_isConcluded = false;
        m_recount.reset(); // it was asked for at an end that is none any more
    }
}

void AccountLists::clear()
{
    ++m_run;
    m_recount.reset();
    m_lists.clear();
    m_account.reset();
    m_isAnnounced = false;
    m_isConcluded = true;
    m_wasHopeless = false;
}

void AccountLists::lookAtEnd()
{
    const auto isOver = [](const auto &list) { return list->state() == ListLoader::State::Ended; };
    if (!std::all_of(m_lists.cbegin(), m_lists.cend(), isOver))
        return;
    const auto isFatal = [](const auto &list) { return list->fatalError().has_value(); };
    if (!m_isAnnounced && std::none_of(m_lists.cbegin(), m_lists.cend(), isFatal))
        return; // perhaps the account knows of more
    if (std::none_of(m_lists.cbegin(), m_lists.cend(), [](const auto &list) { return list->isShort(); })) {
        conclude();
        return;
    }
    // The account announced more than its lists brought. Perhaps rows went meanwhile: then it says so now.
    m_recount = std::make_unique<CallGroup>(m_client);
    QList<RowKind> kinds;
    for (const auto &list : m_lists)
        kinds.append(list->kind());
    m_recount->add(accountCountsCall(kinds, [this](const Result<Reply<AccountSummary>> &reply) {
        if (reply && m_account) {
            for (const auto &list : m_lists) {
                m_account->setCount(list->kind(), reply->value.count(list->kind()));
                list->setExpected(m_account->count(list->kind()));
            }
            Q_EMIT recounted(*m_account);
        }
        conclude();
    }));
}

void AccountLists::conclude()
{
    m_isConcluded = true;
    const std::optional<ApiError> hopeless = hopelessError();
    m_wasHopeless = hopeless.has_value();
    if (!hopeless) {
        for (const auto &list : m_lists) {
            if (list->isWhole() && !list->isShort())
                m_store.removeRowsNotListed(list->kind()); // what is gone since the last load
        }
    }
    Q_EMIT ended(hopeless);
}

std::optional<ApiError> AccountLists::hopelessError() const
{
    std::optional<ApiError> hopeless;
    bool anyCame = m_lists.empty();
    for (const auto &list : m_lists) {
        anyCame |= list->listed() > 0 || list->errors().isEmpty();
        if (const std::optional<ApiError> fatal = list->fatalError())
            hopeless = fatal;
    }
    if (m_needsRows && !anyCame && !hopeless)
        hopeless = m_lists.front()->errors().front();
    return hopeless;
}

bool AccountLists::areOver() const
{
    return m_isConcluded;
}

qint64 AccountLists::listed() const
{
    qint64 sum = 0;
    for (const auto &list : m_lists)
        sum += list->listed();
    return sum;
}

std::optional<qint64> AccountLists::expected() const
{
    if (m_lists.empty() || !m_isAnnounced)
        return std::nullopt;
    qint64 sum = 0;
    for (const auto &list : m_lists) {
        const std::optional<qint64> rows = list->announced();
        if (!rows)
            return std::nullopt;
        sum = saturatingSum(sum, std::max(*rows, list->listed()));
    }
    return sum;
}

QList<LoadOutcome::List> AccountLists::outcome() const
{
    QList<LoadOutcome::List> lists;
    for (const auto &list : m_lists)
        lists.append(list->outcome());
    return lists;
}

QList<int> AccountLists::rowsToRetry() const
{
    QList<int> rows(m_store.table().rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

} // namespace layerscope
