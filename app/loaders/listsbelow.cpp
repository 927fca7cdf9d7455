// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/listsbelow.h"

#include "loaders/listsofparent.h"

#include <QPointer>

#include <algorithm>
#include <iterator>
#include <utility>

namespace layerscope {

ListsBelow::ListsBelow(ApiClient &client, InventoryStore &parents, InventoryStore &store, QObject *parent)
    : TableLists(parent)
    , m_client(client)
    , m_parents(parents)
    , m_store(store)
    , m_spec(tableSpec(store.table().catalogue()))
    , m_nesting(*m_spec.nesting)
    , m_counts(parents, m_spec)
    , m_standing(store.table())
    , m_rests(parents, store)
    , m_look(*this, [this] { look(); })
{}

ListsBelow::~ListsBelow() = default;

// --- which parents ---------------------------------------------------------------------------------------

void ListsBelow::begin(const QList<RowKind> &)
{
    clear();
}

void ListsBelow::start(const QList<RowKind> &kinds, const std::optional<AccountSummary> &)
{
    begin(kinds);
}

void ListsBelow::clear()
{
    stop();
    m_asked.clear();
    m_settled.clear();
    m_counts.clear();
    m_believed.clear();
    m_came.clear();
    m_rows.clear();
    m_cleared.clear();
    m_wholeKinds.clear();
    m_listed = 0;
}

void ListsBelow::setNamed(const NamedParents &names)
{
    m_counts.setNames(names);
    askWhoIsBelievedNoMore();
}

void ListsBelow::askWhoIsBelievedNoMore()
{
    QList<qint64> again;
    for (auto believed = m_believed.cbegin(); believed != m_believed.cend(); ++believed) {
        if (!m_counts.areNoneBelieved(believed.key(), believed.value()))
            again.append(believed.key());
    }
    std::sort(again.begin(), again.end());
    askAgain(again, Priority::Sweep);
}

void ListsBelow::ask(const QList<qint64> &parentIds, Priority priority)
{
    auto &queue = m_waiting[static_cast<std::size_t>(priority)];
    bool anyNew = false;
    for (const qint64 id : parentIds) {
        if (!m_asked.contains(id)) {
            m_asked.insert(id);
            queue.push_back(id);
            anyNew = true;
            continue;
        }
        for (std::size_t lower = static_cast<std::size_t>(priority) + 1; lower < m_waiting.size(); ++lower) {
            if (std::erase(m_waiting[lower], id) > 0)
                queue.push_back(id);
        }
    }
    if (!anyNew)
        return; // whoever heard of the end may ask for what was there: that is no new end
    lookSoon();
    startSome(); // at last: this may be gone then
}

void ListsBelow::setAllAsked()
{
    m_isAllAsked = true;
    lookSoon();
}

void ListsBelow::stop()
{
    for (auto &queue : m_waiting) {
        for (const qint64 id : std::exchange(queue, {}))
            m_asked.remove(id);
    }
    for (const std::unique_ptr<ListsOfParent> &run : m_runs) {
        if (!run->isOver())
            m_asked.remove(run->parentId());
    }
    m_runs.clear();
    m_isAllAsked = false;
    m_isOver = true;
}

void ListsBelow::retry()
{
    retryOf(allParents());
}

void ListsBelow::retryOf(const QList<qint64> &parentIds)
{
    QList<qint64> again;
    std::copy_if(parentIds.cbegin(), parentIds.cend(), std::back_inserter(again),
                 [this](qint64 id) { return m_settled.contains(id) && remainderOf(id).isMissingSome(); });
    m_cleared = {again.cbegin(), again.cend()};
    askAgain(again, Priority::Visible);
}

void ListsBelow::askAgain(const QList<qint64> &parentIds, Priority priority)
{
    for (const qint64 id : parentIds) {
        m_asked.remove(id);
        m_settled.remove(id);
        m_believed.remove(id);
    }
    ask(parentIds, priority);
}

// --- their lists -----------------------------------------------------------------------------------------

/// Parents without lists are settled at once, and whoever hears of it may destroy this.
void ListsBelow::startSome()
{
    const QPointer<ListsBelow> self(this);
    const auto isRunning = [](const std::unique_ptr<ListsOfParent> &run) { return !run->isOver(); };
    auto running = static_cast<std::size_t>(std::count_if(m_runs.cbegin(), m_runs.cend(), isRunning));
    for (std::size_t priority = 0; priority < m_waiting.size(); ++priority) {
        while (!m_waiting[priority].empty() && running < maxParentsAtOnce) {
            const qint64 id = m_waiting[priority].front();
            m_waiting[priority].pop_front();
            startParent(id, static_cast<Priority>(priority));
            if (!self)
                return;
            ++running;
        }
    }
}

void ListsBelow::startParent(qint64 parentId, Priority priority)
{
    // Who stands elsewhere may have gone there: only its lists can tell whether it still has them, and after
    // a stop all of them once more.
    const QSet<RowKey> elsewhere = m_rows.takeDoubtful(parentId);
    const QList<Remainder::List> former =
        elsewhere.isEmpty() ? m_came.value(parentId) : m_came.take(parentId);
    const ListsOfParent::Query query{parentId, m_groups, priority, former, elsewhere};
    m_runs.push_back(std::make_unique<ListsOfParent>(m_client, m_spec, m_counts, query));
    ListsOfParent *lists = m_runs.back().get();
    connect(lists, &ListsOfParent::rowsArrived, this,
            [this, lists](const QList<RowPatch> &rows) { receive(*lists, rows); });
    connect(lists, &ListsOfParent::finished, this, [this, lists] { endParent(*lists); });
    connect(lists, &ListsOfParent::blocked, this, [this](const ApiError &error) {
        const std::optional<ApiError> hopeless = error; // a copy: whoever hears of it stops the lists
        Q_EMIT ended(hopeless);
    });
    lists->start();
}

void ListsBelow::receive(const ListsOfParent &lists, const QList<RowPatch> &rows)
{
    QList<RowPatch> own;
    own.reserve(rows.size());
    for (const RowPatch &patch : rows) {
        if (!takeRow(lists, patch))
            continue; // it stays where it is
        own.append(patch);
        m_nesting.complete(m_parents.table(), m_spec.parentRow(lists.parentId()), own.last());
    }
    m_store.listRows(own);
    Q_EMIT rowsListed();
}

/// Before it is put into the table: each row once, whichever lists have it. Whether it stands below the
/// parent of these, as what this list makes of it: of two lists of one parent the first is right. O(1).
bool ListsBelow::takeRow(const ListsOfParent &lists, const RowPatch &patch)
{
    const RowKey key = patch.key;
    const std::optional<int> row = m_standing.rowOfSame(key);
    const RowKey standsAs = row ? m_store.table().key(*row) : key;
    const std::optional<qint64> standsBelow = row ? m_standing.parentOf(*row) : std::nullopt;
    if (!row)
        ++m_listed;
    const std::optional<qint64> named = m_counts.names().parentOf(key);
    const bool isHere = m_rows.take(lists.parentId(), {key, standsBelow, named ? named : patch.ownParent,
                                                       lists.wasElsewhere(key), standsAs});
    if (!isHere || standsAs == key)
        return isHere;
    if (standsBelow == lists.parentId() && m_standing.kindOfSame(standsAs.kind, key.kind) != key.kind)
        return false;
    m_store.removeRows({*row});
    return true;
}

/// Lists that failed told nothing of them.
void ListsBelow::rememberWhoIsElsewhere(const ListsOfParent &lists)
{
    const qint64 parentId = lists.parentId();
    for (const RowKey key : lists.elsewhereStill()) {
        const std::optional<int> row = m_standing.rowOfSame(key);
        if (row && m_standing.parentOf(*row) != parentId)
            m_rows.putBack(parentId, key);
    }
}

void ListsBelow::endParent(const ListsOfParent &lists)
{
    const qint64 parentId = lists.parentId();
    rememberWhoIsElsewhere(lists);
    m_came.insert(parentId, lists.came());
    const bool isAnyDoubted = m_counts.doubtLike(parentId, lists.came());
    if (!m_counts.areNoneBelieved(parentId, lists.believed())) { // it was named meanwhile, or doubted
        m_believed.insert(parentId, lists.believed());
        askWhoIsBelievedNoMore();
        return;
    }
    m_settled.insert(parentId);
    if (!lists.believed().isEmpty())
        m_believed.insert(parentId, lists.believed());
    m_wholeKinds.insert(parentId, lists.wholeKinds());
    m_counts.complete(parentId, lists.came(), m_rows.count(parentId));
    const bool needsRest = remainderOf(parentId).isNeeded();
    putRemainder(parentId, needsRest ? rowsByParent({parentId}).value(parentId) : QList<int>());
    const QPointer<ListsBelow> self(this);
    Q_EMIT parentSettled(parentId);
    if (!self)
        return;
    Q_EMIT totalsChanged();
    if (!self)
        return;
    lookSoon();
    if (isAnyDoubted)
        askWhoIsBelievedNoMore(); // at last, as ask() may
}

void ListsBelow::completeCounts()
{
    for (const qint64 parentId : std::as_const(m_settled)) {
        QList<Remainder::List> &came = m_came[parentId];
        m_counts.compare(parentId, came);
        m_counts.complete(parentId, came, m_rows.count(parentId));
    }
}

/// Cells that came late count too, and so do rows that went to another parent.
void ListsBelow::settle()
{
    m_isSettled = true;
    const QList<qint64> all = m_came.keys();
    const QHash<qint64, QList<int>> rows = rowsByParent({all.cbegin(), all.cend()});
    QList<qint64> again;
    for (const qint64 parentId : all) {
        if (remainderOf(parentId).isNeeded())
            putRemainder(parentId, rows.value(parentId));
        else if (m_believed.contains(parentId) &&
                 m_counts.doubtOwn(parentId, rows.value(parentId), m_store.table()))
            again.append(parentId);
    }
    m_store.flush();
    std::sort(again.begin(), again.end());
    askAgain(again, Priority::Sweep); // at last: then this is not the end
}

Remainder ListsBelow::remainderOf(qint64 parentId, qint64 known) const
{
    return Remainder(m_came.value(parentId), known, m_rows.elsewhere(parentId), m_rows.shared(parentId));
}

void ListsBelow::putRemainder(qint64 parentId, const QList<int> &rowsOfParent)
{
    const InventoryTable &table = m_store.table();
    const auto known = std::count_if(rowsOfParent.cbegin(), rowsOfParent.cend(), [&table](int row) {
        return !table.isListed(row) && !table.isGone(row);
    });
    m_rests.put(parentId, remainderOf(parentId, known), rowsOfParent, m_rows.keysElsewhere(parentId));
}

void ListsBelow::complete(RowPatch &answer) const
{
    const InventoryTable &table = m_store.table();
    const std::optional<int> row = table.find(answer.key);
    if (row && table.hasValue(*row, m_nesting.parentIdColumn))
        m_nesting.complete(m_parents.table(), m_spec.parentRow(table.bits(*row, m_nesting.parentIdColumn)),
                           answer);
}

// --- the rows below --------------------------------------------------------------------------------------

QList<qint64> ListsBelow::allParents() const
{
    QList<qint64> ids;
    for (int row = 0; row < m_parents.table().rowCount(); ++row)
        ids.append(m_parents.table().key(row).id);
    return ids;
}

bool ListsBelow::hasVanished(int row) const
{
    const InventoryTable &table = m_store.table();
    if (table.isListed(row))
        return false;
    const std::optional<qint64> parentId = m_standing.parentOf(row);
    if (!parentId)
        return false; // gone already, and to be seen so
    if (!m_parents.table().find(m_spec.parentRow(*parentId)))
        return true;
    const auto whole = m_wholeKinds.constFind(*parentId);
    return whole != m_wholeKinds.cend() && whole->test(static_cast<std::size_t>(table.key(row).kind));
}

QHash<qint64, QList<int>> ListsBelow::rowsByParent(const QSet<qint64> &parentIds) const
{
    return m_standing.below(parentIds, [this](int row) { return hasVanished(row); });
}

QList<int> ListsBelow::rowsBelow(const QList<qint64> &parentIds) const
{
    QList<int> rows;
    for (const QList<int> &rowsOfParent : rowsByParent({parentIds.cbegin(), parentIds.cend()}))
        rows.append(rowsOfParent);
    return rows;
}

QList<ApiError> ListsBelow::errors() const
{
    QList<ApiError> errors;
    QSet<QString> sentences;
    for (auto came = m_came.keyBegin(); came != m_came.keyEnd(); ++came) {
        const std::optional<ApiError> error = remainderOf(*came).failure(m_nesting);
        if (!error || sentences.contains(error->message))
            continue;
        sentences.insert(error->message);
        errors.append(*error);
    }
    return errors;
}

// --- the end ---------------------------------------------------------------------------------------------

void ListsBelow::lookSoon()
{
    m_isOver = false;
    m_isSettled = false;
    m_look.ask();
}

/// Once a load, or a retry: else lists that change all the time would be asked without end.
bool ListsBelow::askWhoIsInDoubt()
{
    QList<qint64> doubtful = m_isAllAsked ? m_rows.inDoubt() : QList<qint64>();
    doubtful.removeIf([this](qint64 id) { return !m_settled.contains(id) || m_cleared.contains(id); });
    m_cleared.unite({doubtful.cbegin(), doubtful.cend()});
    askAgain(doubtful, Priority::Sweep);
    return !doubtful.isEmpty();
}

void ListsBelow::look()
{
    std::erase_if(m_runs, [](const std::unique_ptr<ListsOfParent> &run) { return run->isOver(); });
    const QPointer<ListsBelow> self(this);
    startSome();
    if (!self)
        return;
    const bool areListsThrough =
        m_runs.empty() &&
        std::all_of(m_waiting.cbegin(), m_waiting.cend(), [](const auto &queue) { return queue.empty(); });
    if (!areListsThrough || m_isOver || askWhoIsInDoubt())
        return;
    m_isOver = true;
    if (m_isAllAsked) // not before: another parent might have brought some of them
        m_store.removeRowsNotListed([this](int row) { return hasVanished(row); });
    m_store.flush();
    if (m_isOver) // whoever heard of it may have asked for more
        Q_EMIT ended(std::nullopt);
}

} // namespace layerscope
