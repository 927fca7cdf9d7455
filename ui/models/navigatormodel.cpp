// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/navigatormodel.h"

#include <QHash>
#include <QLocale>
#include <QMap>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

struct Node
{
    QString id;
    QString title;
    std::optional<RowKind> kind = {};
    std::optional<ColumnIndex> scopeColumn = {};
    int indent = 0;
    std::optional<qint64> count = {};
    bool isPartial = false;

    bool operator==(const Node &) const = default;
};

struct Section
{
    QString title;
    QList<Node> nodes;
};

enum SectionNumber : int { AccountSection, DatacenterSection };
enum AccountNode : int { AllServers, BareMetalServers, VirtualServers };

} // namespace

class NavigatorModel::Private
{
public:
    Private(NavigatorModel *model, InventoryStore &inventory);

    void recountSoon();
    void recount();
    void recountKinds(qint64 bareMetal, qint64 virtualGuests);
    void recountDatacenters(const QMap<QString, qint64> &counts, bool arePartial);
    void setCount(int section, int row, std::optional<qint64> count, bool isPartial);
    [[nodiscard]] std::pair<std::optional<qint64>, bool> countOf(qint64 listed,
                                                                 std::optional<qint64> announced) const;
    [[nodiscard]] const Node *node(const QModelIndex &index) const;
    [[nodiscard]] QString countText(const Node &node) const;

    NavigatorModel *q;
    InventoryStore &store;
    QTimer timer;
    QList<Section> sections;
    std::optional<AccountSummary> account;
    bool isListing = true;
    QLocale locale;
};

NavigatorModel::Private::Private(NavigatorModel *model, InventoryStore &inventory)
    : q(model)
    , store(inventory)
{
    locale.setNumberOptions(locale.numberOptions() & ~QLocale::OmitGroupSeparator);
    sections.append({NavigatorModel::tr("Account"),
                     {Node{u"servers"_s, NavigatorModel::tr("Servers")},
                      Node{u"bare_metal"_s, NavigatorModel::tr("Bare metal"), RowKind::BareMetal, {}, 1},
                      Node{u"virtual"_s, NavigatorModel::tr("Virtual"), RowKind::Virtual, {}, 1}}});
    timer.setSingleShot(true);
    timer.setInterval(countInterval);
}

// ---- counting
// --------------------------------------------------------------------------------------------------

void NavigatorModel::Private::recountSoon()
{
    if (!timer.isActive())
        timer.start();
}

void NavigatorModel::Private::recount()
{
    const InventoryTable &table = store.table();
    const int rows = table.rowCount();
    qint64 bareMetal = 0;
    qint64 unknown = 0;
    // The texts of a column that repeats are equal if their handles are: no hashing of texts for 100 000
    // rows.
    QHash<qint64, qint64> countOfHandle;
    for (int row = 0; row < rows; ++row) {
        bareMetal += table.key(row).kind == RowKind::BareMetal ? 1 : 0;
        if (table.hasValue(row, ServerColumn::Datacenter))
            ++countOfHandle[table.bits(row, ServerColumn::Datacenter)];
        else if (table.cellState(row, ServerColumn::Datacenter) != CellState::Empty)
            ++unknown;
    }
    QMap<QString, qint64> countOfDatacenter;
    for (auto count = countOfHandle.cbegin(); count != countOfHandle.cend(); ++count)
        countOfDatacenter[table.textOfHandle(count.key())] += count.value();

    recountKinds(bareMetal, rows - bareMetal);
    const bool moreRowsCome =
        q->index(AllServers, 0, q->index(AccountSection, 0)).data(CountRole).toLongLong() > rows;
    recountDatacenters(countOfDatacenter, unknown > 0 || moreRowsCome);
}

/// While the lists come in, the larger of what was announced and what is there; partial if nothing was
/// announced.
std::pair<std::optional<qint64>, bool> NavigatorModel::Private::countOf(qint64 listed,
                                                                        std::optional<qint64> announced) const
{
    if (!isListing)
        return {listed, false};
    if (announced)
        return {std::max(*announced, listed), false};
    return {listed > 0 ? std::optional(listed) : std::nullopt, true};
}

void NavigatorModel::Private::recountKinds(qint64 bareMetal, qint64 virtualGuests)
{
    const auto [hardware, hardwareIsPartial] =
        countOf(bareMetal, account ? account->hardwareCount : std::nullopt);
    const auto [guests, guestsArePartial] =
        countOf(virtualGuests, account ? account->virtualGuestCount : std::nullopt);
    setCount(AccountSection, BareMetalServers, hardware, hardwareIsPartial);
    setCount(AccountSection, VirtualServers, guests, guestsArePartial);
    const bool isAnyKnown = hardware || guests;
    setCount(AccountSection, AllServers,
             isAnyKnown ? std::optional(hardware.value_or(0) + guests.value_or(0)) : std::nullopt,
             hardwareIsPartial || guestsArePartial);
}

void NavigatorModel::Private::setCount(int section, int row, std::optional<qint64> count, bool isPartial)
{
    Node &node = sections[section].nodes[row];
    if (node.count == count && node.isPartial == isPartial)
        return;
    node.count = count;
    node.isPartial = isPartial;
    const QModelIndex index = q->index(row, 0, q->index(section, 0));
    Q_EMIT q->dataChanged(index, index, {CountRole, IsPartialRole, CountTextRole, Qt::AccessibleTextRole});
}

void NavigatorModel::Private::recountDatacenters(const QMap<QString, qint64> &counts, bool arePartial)
{
    const bool hasSection = sections.size() > DatacenterSection;
    if (counts.isEmpty()) {
        if (hasSection) {
            q->beginRemoveRows({}, DatacenterSection, DatacenterSection);
            sections.removeLast();
            q->endRemoveRows();
        }
        return;
    }
    if (!hasSection) {
        q->beginInsertRows({}, DatacenterSection, DatacenterSection);
        sections.append({NavigatorModel::tr("Datacenters"), {}});
        q->endInsertRows();
    }

    const QModelIndex section = q->index(DatacenterSection, 0);
    QList<Node> &nodes = sections[DatacenterSection].nodes;
    for (int row = static_cast<int>(nodes.size()) - 1; row >= 0; --row) {
        if (!counts.contains(nodes.at(row).title)) {
            q->beginRemoveRows(section, row, row);
            nodes.removeAt(row);
            q->endRemoveRows();
        }
    }
    int row = 0; // both are in the order of names
    for (auto count = counts.cbegin(); count != counts.cend(); ++count, ++row) {
        if (row >= nodes.size() || nodes.at(row).title != count.key()) {
            q->beginInsertRows(section, row, row);
            nodes.insert(row, Node{u"datacenter:"_s + count.key(),
                                   count.key(),
                                   {},
                                   ServerColumn::Datacenter,
                                   0,
                                   count.value(),
                                   arePartial});
            q->endInsertRows();
        } else {
            setCount(DatacenterSection, row, count.value(), arePartial);
        }
    }
}

// ---- the model
// -------------------------------------------------------------------------------------------------

NavigatorModel::NavigatorModel(InventoryStore &store, QObject *parent)
    : QAbstractItemModel(parent)
    , d(std::make_unique<Private>(this, store))
{
    connect(&d->timer, &QTimer::timeout, this, [this] { d->recount(); });
    connect(&store, &InventoryStore::rowsAppended, this, [this] { d->recountSoon(); });
    connect(&store, &InventoryStore::rowsRemapped, this, [this] { d->recountSoon(); });
    connect(&store, &InventoryStore::rowsChanged, this, [this](const QList<int> &, GroupSet groups) {
        if (groups.test(ServerGroup::Datacenter))
            d->recountSoon();
    });
    connect(&store, &InventoryStore::cleared, this, [this] { d->recount(); });
    d->recount();
}

NavigatorModel::~NavigatorModel() = default;

// An index's internal id is 0 on sections and the section's number + 1 on nodes. Only the last section comes
// and goes.

QModelIndex NavigatorModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, static_cast<quintptr>(parent.isValid() ? parent.row() + 1 : 0));
}

QModelIndex NavigatorModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int NavigatorModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(d->sections.size());
    const bool isSection =
        parent.internalId() == 0 && parent.column() == 0 && parent.row() < d->sections.size();
    return isSection ? static_cast<int>(d->sections.at(parent.row()).nodes.size()) : 0;
}

int NavigatorModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return 1;
}

const Node *NavigatorModel::Private::node(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    const Section &section = sections.at(static_cast<qsizetype>(index.internalId()) - 1);
    return index.row() < section.nodes.size() ? &section.nodes.at(index.row()) : nullptr;
}

QString NavigatorModel::Private::countText(const Node &node) const
{
    if (!node.count)
        return u"…"_s;
    const QString number = locale.toString(*node.count);
    //: A count of which some parts are not known: at least this many.
    return node.isPartial ? NavigatorModel::tr("≥ %1").arg(number) : number;
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
    switch (role) {
    case Qt::DisplayRole:
        return node->title;
    case Qt::AccessibleTextRole:
        return node->count ? tr("%1, %2 servers").arg(node->title, d->countText(*node)) : node->title;
    case CountRole:
        return node->count ? QVariant(*node->count) : QVariant();
    case CountTextRole:
        return d->countText(*node);
    case IsPartialRole:
        return node->isPartial;
    case KindRole:
        return node->kind ? QVariant(static_cast<int>(*node->kind)) : QVariant();
    case ScopeColumnRole:
        return node->scopeColumn ? QVariant(*node->scopeColumn) : QVariant();
    case ScopeTextRole:
        return node->scopeColumn ? QVariant(node->title) : QVariant();
    case IsSectionRole:
        return false;
    case NodeIdRole:
        return node->id;
    case IndentRole:
        return node->indent;
    default:
        return {};
    }
}

Qt::ItemFlags NavigatorModel::flags(const QModelIndex &index) const
{
    // Sections are not enabled: the arrow keys pass over them.
    const bool isNode = d->node(index) != nullptr;
    return isNode ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

void NavigatorModel::setAccount(const AccountSummary &account)
{
    d->account = account;
    d->sections[AccountSection].title = account.companyName.isEmpty() ? tr("Account") : account.companyName;
    Q_EMIT dataChanged(index(AccountSection, 0), index(AccountSection, 0),
                       {Qt::DisplayRole, Qt::AccessibleTextRole});
    d->recount();
}

void NavigatorModel::clearAccount()
{
    setAccount({});
}

void NavigatorModel::setListingRunning(bool running)
{
    if (std::exchange(d->isListing, running) != running)
        d->recount();
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

void NavigatorModel::applyScope(const QModelIndex &index, ArrangementSpec &spec) const
{
    const Node *node = d->node(index);
    spec.kind = node != nullptr ? node->kind : std::nullopt;
    spec.scopeColumn = node != nullptr ? node->scopeColumn : std::nullopt;
    spec.scopeText = spec.scopeColumn ? node->title : QString();
}

} // namespace layerscope
