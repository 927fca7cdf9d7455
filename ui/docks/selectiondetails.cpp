// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/selectiondetails.h"

#include "details/rowloader.h"
#include "inventory/kinds.h"
#include "panels/bandwidthpanel.h"
#include "panels/detailspanel.h"
#include "panels/poolpanel.h"
#include "panels/rowpanel.h"
#include "panels/usagesource.h"
#include "session/accountsession.h"

#include <QEvent>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

SelectionDetails::SelectionDetails(AccountSession &session, QWidget *parent)
    : QStackedWidget(parent)
    , m_session(session)
    , m_servers(new DetailsPanel(session.client(), session.store(), this))
    , m_traffic(new BandwidthPanel(session.client()))
    , m_pool(new PoolPanel(session.client(), session.pools(), this))
    , m_rowLoader(new RowLoader(session.client(), this))
    , m_row(new RowPanel(m_rowLoader, this))
{
    setObjectName(u"selectionDetails"_s);
    addWidget(m_servers);
    addWidget(m_pool);
    addWidget(m_row);
    m_servers->setBandwidthChart(m_traffic);
    m_traffic->installEventFilter(this);
    connect(m_servers, &DetailsPanel::serverChanged, this, &SelectionDetails::followTraffic);
    connect(&m_servers->loader(), &DetailsLoader::partChanged, this, &SelectionDetails::followTraffic);
    connect(m_servers, &DetailsPanel::rowWanted, this, &SelectionDetails::rowWanted);
    connect(&m_servers->loader(), &DetailsLoader::partChanged, this, &SelectionDetails::keepVlans);
    connect(m_pool, &PoolPanel::jumpWanted, this, &SelectionDetails::jumpWanted);
    connect(m_row, &RowPanel::rowWanted, this, &SelectionDetails::rowWanted);
    connect(m_row, &RowPanel::jumpWanted, this, &SelectionDetails::jumpWanted);
    connect(m_rowLoader, &RowLoader::answered, this,
            [this](const RowPatch &answer) { m_session.addAnswer(tableOf(answer.key.kind), answer); });
}

SelectionDetails::~SelectionDetails() = default;

void SelectionDetails::showServers(const QList<RowKey> &servers, qsizetype count)
{
    setCurrentWidget(m_servers);
    m_pool->showPool(std::nullopt);
    m_row->showRow(nullptr, std::nullopt);
    m_servers->showServers(servers, count);
}

void SelectionDetails::showPool(qint64 poolId)
{
    setCurrentWidget(m_pool);
    m_servers->showServers({});
    m_row->showRow(nullptr, std::nullopt);
    m_pool->showPool(poolId);
}

void SelectionDetails::showRow(const TableSpec &table, std::optional<RowKey> key)
{
    setCurrentWidget(m_row);
    m_servers->showServers({});
    m_pool->showPool(std::nullopt);
    m_row->showRow(&m_session.rows(table), key);
}

void SelectionDetails::refresh()
{
    m_isOld = !isVisible();
    if (m_isOld) // asked for again when it is seen
        return;
    if (currentWidget() == m_row) {
        m_row->refresh();
        return;
    }
    if (currentWidget() == m_pool) {
        m_pool->refresh();
        return;
    }
    m_servers->refresh();
    if (m_traffic->isVisible())
        m_traffic->reload();
}

QSize SelectionDetails::sizeHint() const
{
    return m_servers->sizeHint();
}

/// Only what is seen: an arrow key held down in the table must not ask for the traffic of each row.
void SelectionDetails::followTraffic()
{
    const std::optional<RowKey> server = m_servers->server();
    if (!server) {
        m_traffic->clear();
        return;
    }
    if (!m_traffic->isVisible()) {
        if (m_traffic->loader().subject() != BandwidthSubject::server(*server))
            m_traffic->clear();
        return;
    }
    const InventoryTable &table = m_session.store().table();
    m_traffic->showServer(*server, usageOfServer(m_servers->loader().values(), table, table.find(*server)));
}

/// So that the row in the table leads to its VLANs, too: their column is seldom shown.
void SelectionDetails::keepVlans(ServerPart part)
{
    const DetailsLoader &loader = m_servers->loader();
    const PartStatus &vlans = loader.values().at(part);
    if (part != ServerPart::NetworkVlans || !loader.server() || !vlans.value || vlans.isLoading ||
        vlans.error) // what is remembered is not of this load
        return;
    const RowKey server = *loader.server();
    JsonIssues issues;
    const JsonReader object(QJsonObject{{u"id"_s, server.id}, {u"networkVlans"_s, *vlans.value}}, issues);
    const RowPatches patches = decodeRows(serverCatalogue(), server.kind, 1U << ServerGroup::Vlans, object);
    for (const RowPatch &patch : patches.rows)
        m_session.addAnswer(tableOf(server.kind), patch);
}

void SelectionDetails::showEvent(QShowEvent *event)
{
    QStackedWidget::showEvent(event);
    Q_EMIT shown();
    if (m_isOld)
        refresh();
}

bool SelectionDetails::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_traffic && event->type() == QEvent::Show)
        followTraffic();
    return QStackedWidget::eventFilter(watched, event);
}

} // namespace layerscope
