// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/navigatormodel.h"

#include "inventory/kinds.h"
#include "models/navigatorcells.h"
#include "models/navigatorcounter.h"
#include "models/navigatornodes.h"
#include "models/parentid.h"
#include "models/rowsignals.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace layerscope {

namespace {

using Node = NavigatorNode;

/// In the order on screen. Sections without nodes are not there.
enum class SectionId : int { Account, Attention, Datacenters, Pools };

struct Section
{
    SectionId id;
    QString title;
    QList<Node> nodes;
};

} // namespace

class NavigatorModel::Private
{
public:
    Private(NavigatorModel *model, const InventoryStore &servers, const InventoryStore &pools,
            const InventoryStore &members, const QList<const InventoryStore *> &beside, QThreadPool &workers);

    void recountSoon() { counter.countWithin(countInterval); }
    void recount() { counter.count(); }
    void showCounts();
    void setNodes(SectionId id, const QString &title, const QList<Node> &nodes);
    void mergeNodes(int section, const QList<Node> &nodes);
    void removeOthers(const QModelIndex &parent, QList<Node> &present, const QHash<QString, int> &places);
    void bringTo(int place, const QModelIndex &parent, QList<Node> &present,
                 const QHash<QString, int> &places);
    void moveNode(const QModelIndex &parent, QList<Node> &present, int from, int to);
    [[nodiscard]] const Node *node(const QModelIndex &index) const;

    NavigatorModel *q;
    NavigatorCounter counter;
    QList<Section> sections;
    NavigatorNodes::Facts facts;
    NavigatorCells cells;
    QLocale locale;
};

NavigatorModel::Private::Private(NavigatorModel *model, const InventoryStore &servers,
                                 const InventoryStore &pools, const InventoryStore &members,
                                 const QList<const InventoryStore *> &beside, QThreadPool &workers)
    : q(model)
    , counter(servers, pools, members, beside, workers)
{
    for (const InventoryStore *store : beside)
        facts.beside.append(&tableSpec(store->table().catalogue()));
    for (const InventoryStore *store : {&servers, &pools})
        facts.tables.append(&tableSpec(store->table().catalogue()));
    facts.tables += facts.beside;
    facts.listing = facts.beside;
    locale.setNumberOptions(locale.numberOptions() & ~QLocale::OmitGroupSeparator);
}

// ---- counting
// --------------------------------------------------------------------------------------------------

void NavigatorModel::Private::showCounts()
{
    const NavigatorNodes nodes(facts, counter.counts());
    const QString company = facts.account && !facts.account->companyName.isEmpty()
                                ? facts.account->companyName
                                : NavigatorModel::tr("Account");
    setNodes(SectionId::Account, company, nodes.ofAccount());
    setNodes(SectionId::Attention, NavigatorModel::tr("Attention"), nodes.ofAttention());
    setNodes(SectionId::Datacenters, NavigatorModel::tr("Datacenters"), nodes.ofDatacenters());
    setNodes(SectionId::Pools, NavigatorModel::tr("Pools"), nodes.ofPools());
}

void NavigatorModel::Private::setNodes(SectionId id, const QString &title, const QList<Node> &nodes)
{
    auto place =
        std::lower_bound(sections.begin(), sections.end(), id,
                         [](const Section &section, SectionId wanted) { return section.id < wanted; });
    const auto row = static_cast<int>(std::distance(sections.begin(), place));
    const bool isThere = place != sections.end() && place->id == id;
    if (nodes.isEmpty()) {
        if (isThere) {
            q->beginRemoveRows({}, row, row);
            sections.removeAt(row);
            q->endRemoveRows();
        }
        return;
    }
    if (!isThere) {
        q->beginInsertRows({}, row, row);
        sections.insert(row, {id, title, {}});
        q->endInsertRows();
    } else if (place->title != title) {
        place->title = title;
        Q_EMIT q->dataChanged(q->index(row, 0), q->index(row, 0), {Qt::DisplayRole, Qt::AccessibleTextRole});
    }
    mergeNodes(row, nodes);
}

/// Nodes that are the same stay the same indexes, also where a new name leads to another place: whoever is at
/// one of them stays there.
void NavigatorModel::Private::mergeNodes(int section, const QList<Node> &nodes)
{
    const QModelIndex parent = q->index(section, 0);
    QList<Node> &present = sections[section].nodes;
    QHash<QString, int> places;
    for (const Node &node : nodes)
        places.insert(node.id, static_cast<int>(places.size()));
    removeOthers(parent, present, places);
    QSet<QString> known;
    for (const Node &node : std::as_const(present))
        known.insert(node.id);
    QModelIndexList changed; // nodes that come and go after one of them leave its row as it is
    for (int row = 0; row < nodes.size(); ++row) {
        const Node &node = nodes.at(row);
        if (!known.contains(node.id)) {
            int last = row; // of those that are new and follow it
            while (last + 1 < nodes.size() && !known.contains(nodes.at(last + 1).id))
                ++last;
            q->beginInsertRows(parent, row, last);
            for (int place = row; place <= last; ++place)
                present.insert(place, nodes.at(place));
            q->endInsertRows();
            row = last;
            continue;
        }
        bringTo(row, parent, present, places);
        if (present.at(row) == node)
            continue;
        present[row] = node;
        changed.append(q->index(row, 0, parent));
    }
    announceRows(*q, changed);
}

/// All that have no place any more, neighbours together.
void NavigatorModel::Private::removeOthers(const QModelIndex &parent, QList<Node> &present,
                                           const QHash<QString, int> &places)
{
    for (int last = static_cast<int>(present.size()) - 1; last >= 0; --last) {
        if (places.contains(present.at(last).id))
            continue;
        int first = last;
        while (first > 0 && !places.contains(present.at(first - 1).id))
            --first;
        q->beginRemoveRows(parent, first, last);
        present.remove(first, last - first + 1);
        q->endRemoveRows();
        last = first;
    }
}

/// Moves the node of this place there; those before it are where they belong.
void NavigatorModel::Private::bringTo(int place, const QModelIndex &parent, QList<Node> &present,
                                      const QHash<QString, int> &places)
{
    const auto wanted = [&places](const Node &node) { return places.value(node.id); };
    if (wanted(present.at(place)) == place)
        return;
    const auto here = present.cbegin() + place;
    if (here + 1 != present.cend() && wanted(*(here + 1)) == place) {
        // It is the one here that stands elsewhere now: else all that follow would have to pass it.
        const int target = wanted(*here);
        const auto before =
            std::count_if(here + 1, present.cend(), [&](const Node &node) { return wanted(node) < target; });
        moveNode(parent, present, place, place + static_cast<int>(before));
        return;
    }
    const auto found =
        std::find_if(here, present.cend(), [&](const Node &node) { return wanted(node) == place; });
    moveNode(parent, present, static_cast<int>(std::distance(present.cbegin(), found)), place);
}

void NavigatorModel::Private::moveNode(const QModelIndex &parent, QList<Node> &present, int from, int to)
{
    q->beginMoveRows(parent, from, from, parent, to > from ? to + 1 : to);
    present.move(from, to);
    q->endMoveRows();
}

// ---- the model
// -------------------------------------------------------------------------------------------------

NavigatorModel::NavigatorModel(const InventoryStore &servers, const InventoryStore &pools,
                               const InventoryStore &members, const QList<const InventoryStore *> &beside,
                               QThreadPool *workers, QObject *parent)
    : QAbstractItemModel(parent)
    , d(std::make_unique<Private>(this, servers, pools, members, beside, *workers))
{
    connect(&d->counter, &NavigatorCounter::counted, this, [this] { d->showCounts(); });
    const GroupSet countedServers = GroupSet().set(ServerGroup::Datacenter).set(ServerGroup::Transaction);
    for (const InventoryStore *store : QList<const InventoryStore *>{&servers, &pools, &members} + beside) {
        connect(store, &InventoryStore::rowsAppended, this, [this] { d->recountSoon(); });
        connect(store, &InventoryStore::rowsRemapped, this, [this] { d->recountSoon(); });
        connect(store, &InventoryStore::cleared, this, [this] { d->recount(); });
    }
    connect(&servers, &InventoryStore::rowsChanged, this,
            [this, countedServers, &servers](const QList<int> &, GroupSet groups) {
                if ((groups & countedServers).any() || servers.table().hasFailures())
                    d->recountSoon();
            });
    connect(&pools, &InventoryStore::rowsChanged, this, [this] { d->recountSoon(); });
    connect(&members, &InventoryStore::rowsChanged, this, [this] { d->recountSoon(); });
    d->recount();
}

NavigatorModel::~NavigatorModel() = default;

// An index's internal id is that of the top on sections and, on nodes, that of the section's id, not its row:
// sections come and go, and their nodes keep their indexes then.

QModelIndex NavigatorModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    const quintptr id =
        parent.isValid() ? ParentId::of(static_cast<int>(d->sections.at(parent.row()).id)) : ParentId::top;
    return createIndex(row, column, id);
}

QModelIndex NavigatorModel::parent(const QModelIndex &child) const
{
    if (ParentId::isTop(child))
        return {};
    const auto id = static_cast<SectionId>(ParentId::numberOf(child));
    for (int row = 0; row < d->sections.size(); ++row) {
        if (d->sections.at(row).id == id)
            return createIndex(row, 0, ParentId::top);
    }
    return {};
}

int NavigatorModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(d->sections.size());
    const bool isSection =
        ParentId::isTop(parent) && parent.column() == 0 && parent.row() < d->sections.size();
    return isSection ? static_cast<int>(d->sections.at(parent.row()).nodes.size()) : 0;
}

int NavigatorModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return 1;
}

const Node *NavigatorModel::Private::node(const QModelIndex &index) const
{
    if (ParentId::isTop(index))
        return nullptr;
    const QModelIndex section = index.parent();
    if (!section.isValid())
        return nullptr;
    const QList<Node> &nodes = sections.at(section.row()).nodes;
    return index.row() < nodes.size() ? &nodes.at(index.row()) : nullptr;
}

QVariant NavigatorModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node *node = d->node(index);
    if (node == nullptr) {
        if (role == IsSectionRole)
            return true;
        const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
        return isText && index.row() < d->sections.size() ? QVariant(d->sections.at(index.row()).title)
                                                          : QVariant();
    }
    return d->cells.data(*node, role);
}

Qt::ItemFlags NavigatorModel::flags(const QModelIndex &index) const
{
    // Sections are not enabled: the arrow keys pass over them.
    const bool isNode = d->node(index) != nullptr;
    return isNode ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

void NavigatorModel::setAccount(const AccountSummary &account)
{
    d->facts.account = account;
    d->recount();
}

void NavigatorModel::clearAccount()
{
    setAccount({});
}

void NavigatorModel::setListingRunning(bool running)
{
    if (std::exchange(d->facts.isListing, running) != running)
        d->recount();
}

void NavigatorModel::setIncompleteKinds(const QSet<RowKind> &kinds)
{
    if (std::exchange(d->facts.incomplete, kinds) != kinds)
        d->recount();
}

void NavigatorModel::setTablesListing(const QList<const TableSpec *> &tables)
{
    if (std::exchange(d->facts.listing, tables) != tables)
        d->recount();
}

void NavigatorModel::setWantedGroups(GroupSet groups)
{
    if (d->counter.setWantedGroups(groups))
        d->recountSoon();
}

QModelIndex NavigatorModel::indexOfNode(const QString &nodeId) const
{
    for (int s = 0; s < d->sections.size(); ++s) {
        const QList<Node> &nodes = d->sections.at(s).nodes;
        for (int row = 0; row < nodes.size(); ++row) {
            if (nodes.at(row).id == nodeId)
                return index(row, 0, index(s, 0));
        }
    }
    return {};
}

QString NavigatorModel::nodeIdOf(RowKey key)
{
    return NavigatorNodes::idOf(key);
}

void NavigatorModel::applyScope(const QModelIndex &index, ArrangementSpec &spec) const
{
    const Node *node = d->node(index);
    spec.kind = node != nullptr ? node->kind : std::nullopt;
    spec.scopeColumn = node != nullptr ? node->scopeColumn : std::nullopt;
    spec.scopeText = spec.scopeColumn ? node->scopeText : QString();
    spec.scopeIsAnyValue = node != nullptr && node->scopeIsAnyValue;
    spec.childScopeColumn = node != nullptr ? node->childScopeColumn : std::nullopt;
}

} // namespace layerscope
