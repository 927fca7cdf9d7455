// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/listsofparent.h"

#include <algorithm>
#include <utility>

namespace layerscope {

ListsOfParent::ListsOfParent(ApiClient &client, const TableSpec &table, const ParentCounts &counts,
                             const Query &query)
    : m_parentId(query.parentId)
    , m_elsewhere(query.elsewhere)
{
    const Nesting &nesting = *table.nesting;
    const Catalogue &catalogue = table.catalogue();
    const RowKey parent = table.parentRow(query.parentId);
    for (const ListBelow &list : nesting.lists) {
        std::optional<qint64> count = counts.of(query.parentId, list);
        ListSource source = ListSource::below(parent, list);
        const auto former =
            std::find_if(query.former.cbegin(), query.former.cend(),
                         [&source](const auto &came) { return came.method == source.method; });
        const bool isKnown = former != query.former.cend();
        const bool isInDoubt = std::any_of(query.elsewhere.cbegin(), query.elsewhere.cend(),
                                           [&list](RowKey key) { return key.kind == list.kind; });
        if (isKnown && !former->isMissingSome() && !isInDoubt) {
            m_lists.push_back({nullptr, *former});
            continue;
        }
        if (count == 0 && counts.isNoneBelieved(query.parentId, list)) {
            m_believed.append(&list);
            continue;
        }
        if (count == 0)
            count.reset(); // of a list that does not come nobody knows how many are in it
        Pages::Query pages;
        pages.kind = list.kind;
        pages.source = source;
        pages.groups = query.groups & catalogue.groupsOfKind(list.kind);
        pages.pageSize = nesting.pageSize;
        pages.expectedTotal = count;
        pages.priority = query.priority;
        m_lists.push_back({std::make_unique<ListLoader>(client, catalogue, std::move(pages)),
                           {list.kind, count, isKnown ? former->listed : 0, {}, source.method, count}});
    }
    for (List &list : m_lists) { // not before all stand: their addresses are taken
        if (!list.loader)
            continue;
        connect(list.loader.get(), &ListLoader::rowsArrived, this, &ListsOfParent::rowsArrived);
        connect(list.loader.get(), &ListLoader::ended, this, [this, &list] { endList(list); });
    }
}

ListsOfParent::~ListsOfParent() = default;

void ListsOfParent::start()
{
    for (const List &list : m_lists) {
        if (list.loader)
            list.loader->start();
    }
    endIfAllAreOver();
}

QList<Remainder::List> ListsOfParent::came() const
{
    QList<Remainder::List> came;
    for (const List &list : m_lists)
        came.append(list.came);
    return came;
}

std::bitset<rowKindCount> ListsOfParent::wholeKinds() const
{
    std::bitset<rowKindCount> whole = std::bitset<rowKindCount>().set();
    for (const List &list : m_lists) {
        if (list.loader && !list.loader->isWhole())
            whole.reset(static_cast<std::size_t>(list.came.kind));
    }
    return whole;
}

QSet<RowKey> ListsOfParent::elsewhereStill() const
{
    const std::bitset<rowKindCount> whole = wholeKinds();
    QSet<RowKey> keys = m_elsewhere;
    keys.removeIf([&whole](RowKey key) { return whole.test(static_cast<std::size_t>(key.kind)); });
    return keys;
}

void ListsOfParent::endList(List &list)
{
    list.came.announced = list.loader->announced();
    if (list.loader->isWhole())
        forgetWhoLeft(list.came, list.loader->listed());
    // Rows of before still stand if it brings fewer of them this time.
    list.came.listed = std::max(list.came.listed, list.loader->listed());
    if (!list.loader->errors().isEmpty())
        list.came.error = list.loader->errors().constFirst();
    if (const std::optional<ApiError> fatal = list.loader->fatalError())
        Q_EMIT blocked(*fatal);
    else
        endIfAllAreOver();
}

/// Who is in a whole list no more, and stands below another parent, has gone there: the parent counted it
/// before. Which of those rows this list had nobody knows, but it had as many more as it has fewer now.
void ListsOfParent::forgetWhoLeft(Remainder::List &came, qint64 listed) const
{
    const auto elsewhere = std::count_if(m_elsewhere.cbegin(), m_elsewhere.cend(),
                                         [&came](RowKey key) { return key.kind == came.kind; });
    const qint64 left = std::clamp<qint64>(came.listed - listed, 0, elsewhere);
    came.listed -= left;
    if (came.announced)
        came.announced = std::max(listed, *came.announced - left);
}

void ListsOfParent::endIfAllAreOver()
{
    if (m_isOver ||
        !std::all_of(m_lists.cbegin(), m_lists.cend(), [](const List &list) { return list.isOver(); }))
        return;
    m_isOver = true;
    Q_EMIT finished();
}

} // namespace layerscope
