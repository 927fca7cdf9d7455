// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/poolpanel.h"

#include "inventory/kinds.h"
#include "models/cellformat.h"
#include "panels/bandwidthpanel.h"
#include "panels/cellfact.h"
#include "panels/copymenu.h"
#include "panels/detailsheading.h"
#include "panels/factview.h"
#include "panels/relationlinks.h"
#include "panels/scrolledcolumn.h"
#include "panels/usagesource.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// In the order of the lines.
constexpr ColumnIndex toldColumns[] = {
    PoolColumn::Region,
    PoolColumn::AllocationGb,
    PoolColumn::OutPublicGb,
    PoolColumn::UsedPercent,
    PoolColumn::ProjectedPublicGb,
    PoolColumn::ProjectedPercent,
    PoolColumn::OverByGb,
    PoolColumn::InPublicGb,
    PoolColumn::Devices,
    PoolColumn::HardwareCount,
    PoolColumn::VirtualCount,
    PoolColumn::BareMetalInstanceCount,
    PoolColumn::ControllerCount,
    PoolColumn::PrivateNetworkOnlyCount,
    PoolColumn::FeeMonthUsd,
    PoolColumn::Created,
    PoolColumn::Ends,
};

} // namespace

bool PoolPanel::isFor(const TableSpec &table)
{
    return &table == &poolsTable;
}

PoolPanel::PoolPanel(ApiClient &client, const InventoryStore &pools, QWidget *parent)
    : QWidget(parent)
    , m_pools(pools)
    , m_heading(new DetailsHeading(this))
    , m_facts(new FactView(this))
    , m_relations(new RelationLinks(m_facts, this))
    , m_bandwidth(new BandwidthPanel(client, this))
{
    setObjectName(u"poolPanel"_s);
    setAccessibleName(tr("Details of the pool"));
    const int line = fontMetrics().height();
    auto *area =
        new ScrolledColumn({m_bandwidth, m_relations, m_facts}, {line, 0, line / 2, line / 2}, line, this);
    area->setObjectName(u"poolScroll"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(line / 2);
    column->addWidget(m_heading); // with margins of its own
    column->addWidget(area, 1);
    m_update.setSingleShot(true);
    m_update.setInterval(0);
    connect(&m_update, &QTimer::timeout, this, &PoolPanel::update);
    connect(&m_pools, &InventoryStore::rowsChanged, &m_update, qOverload<>(&QTimer::start));
    connect(&m_pools, &InventoryStore::rowsRemapped, &m_update, qOverload<>(&QTimer::start));
    connect(m_facts, &FactView::menuWanted, this, &PoolPanel::copyMenu);
    connect(m_relations, &RelationLinks::jumpWanted, this, &PoolPanel::jumpWanted);
}

PoolPanel::~PoolPanel() = default;

void PoolPanel::showPool(std::optional<qint64> poolId)
{
    m_pool = poolId;
    m_update.start();
}

void PoolPanel::refresh()
{
    m_bandwidth->reload();
}

QString PoolPanel::text() const
{
    QString text = m_heading->facts().name + u'\n' + m_bandwidth->summary() + u'\n';
    for (const Fact &fact : m_facts->facts())
        text += fact.label + u'\t' + fact.value + u'\n';
    return text;
}

void PoolPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_update.start();
}

void PoolPanel::update()
{
    if (!isVisible())
        return; // showEvent() comes back to it
    const InventoryTable &table = m_pools.table();
    const std::optional<int> row = m_pool ? table.find({RowKind::Pool, *m_pool}) : std::nullopt;
    if (!row) {
        m_bandwidth->clear();
        m_relations->clear();
        return;
    }
    const CellFormat format;
    const StateMark mark = CellFormat::mark(table, *row);
    m_heading->show({table.text(*row, PoolColumn::Name),
                     kindSpec(RowKind::Pool).translatedSingular() % u" · " % QString::number(*m_pool),
                     format.display(table, *row, PoolColumn::Over),
                     mark,
                     {}});
    m_relations->show(table, *row, [&](ColumnIndex column) { return format.stateText(table, *row, column); });
    QList<Fact> facts;
    for (const ColumnIndex column : toldColumns) {
        if (column == PoolColumn::OverByGb && table.cellState(*row, column) == CellState::Empty)
            continue; // it is said above that it is not over
        facts.append(factOfCell(table, *row, column,
                                table.hasValue(*row, column) ? format.display(table, *row, column)
                                                             : format.stateText(table, *row, column)));
    }
    m_facts->setFacts(facts);
    m_bandwidth->showPool(*m_pool, usageOfPool(table, *row));
}

void PoolPanel::copyMenu(const QPoint &globalPosition)
{
    auto *menu = new CopyMenu(this);
    menu->addSelectionAndAll(*m_facts, [this] { return text(); });
    menu->popup(globalPosition);
}

} // namespace layerscope
