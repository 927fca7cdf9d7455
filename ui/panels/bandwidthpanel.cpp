// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/bandwidthpanel.h"

#include "api/apiclient.h"
#include "models/cellformat.h"
#include "panels/bandwidthchart.h"
#include "panels/bandwidthtext.h"
#include "panels/chartmessage.h"
#include "widgets/mutedlabel.h"
#include "widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using HistoryState = BandwidthHistoryLoader::State;

} // namespace

BandwidthPanel::BandwidthPanel(ApiClient &client, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_loader(new BandwidthHistoryLoader(client, this))
    , m_summary(plainLabel(u"bandwidthSummary"_s, this))
    , m_pages(new QStackedLayout)
    , m_chart(new BandwidthChart(this))
    , m_message(new ChartMessage(this))
    , m_footnote(new MutedLabel(this))
    , m_retry(new QPushButton(tr("Try again"), this))
{
    setObjectName(u"bandwidthPanel"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_footnote->setObjectName(u"bandwidthFootnote"_s);
    m_retry->setObjectName(u"bandwidthRetry"_s);

    m_pages->addWidget(m_message);
    m_pages->addWidget(m_chart);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_footnote, 1);
    foot->addWidget(m_retry);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 2);
    column->addWidget(m_summary);
    column->addLayout(m_pages, 1);
    column->addLayout(foot);

    connect(m_loader, &BandwidthHistoryLoader::changed, this, &BandwidthPanel::update);
    connect(m_message, &ChartMessage::actionChosen, this, &BandwidthPanel::reload);
    connect(m_retry, &QPushButton::clicked, this, &BandwidthPanel::reload);
    update();
}

void BandwidthPanel::showServer(RowKey server, const UsageFacts &facts)
{
    show(BandwidthSubject::server(server), facts);
}

void BandwidthPanel::showPool(qint64 pool, const UsageFacts &facts)
{
    show(BandwidthSubject::pool(pool), facts);
}

void BandwidthPanel::show(BandwidthSubject subject, const UsageFacts &facts)
{
    m_facts = facts;
    const bool isSame = m_loader->subject() == subject && m_loader->state() != HistoryState::Idle;
    const bool isOtherCycle =
        facts.cycle && m_loader->history() && m_loader->history()->cycle != *facts.cycle;
    if (isSame && !isOtherCycle)
        update();
    else
        m_loader->load(subject, facts.cycle);
}

void BandwidthPanel::clear()
{
    m_facts = {};
    m_loader->clear();
}

void BandwidthPanel::reload()
{
    m_loader->reload();
}

bool BandwidthPanel::showsChart() const
{
    return m_pages->currentWidget() == m_chart;
}

QString BandwidthPanel::summary() const
{
    return m_summary->text();
}

QString BandwidthPanel::footnote() const
{
    return m_footnote->text();
}

void BandwidthPanel::update()
{
    const std::optional<BandwidthHistory> &history = m_loader->history();
    m_summary->setText(BandwidthText().summary(m_facts, history));
    m_summary->setVisible(!m_summary->text().isEmpty());
    if (history && history->hasData()) {
        m_chart->setContents(*history, m_facts);
        m_pages->setCurrentWidget(m_chart);
    } else {
        m_pages->setCurrentWidget(m_message);
        updateMessage();
    }
    updateFootnote();
}

void BandwidthPanel::updateMessage()
{
    switch (m_loader->state()) {
    case HistoryState::Idle:
        m_message->say({}, {});
        break;
    case HistoryState::Loading:
        m_message->sayLoading(tr("Loading the traffic by day …"));
        break;
    case HistoryState::Refused:
        if (m_loader->error()->kind == ApiError::Kind::NotFound)
            m_message->say(
                tr("Not found, or not permitted."),
                tr("It may be gone. Else the account's owner can give your user access to it, and the "
                   "permission BANDWIDTH_MANAGE."));
        else
            m_message->say(tr("Your user may not see traffic."),
                           tr("The account's owner can give it the permission BANDWIDTH_MANAGE."));
        break;
    case HistoryState::Failed:
        m_message->say(tr("The traffic could not be loaded."), m_loader->error()->message, tr("Try again"));
        break;
    case HistoryState::Value:
        if (m_loader->history()->isBillingCycle)
            m_message->say(tr("No data yet."), tr("Nothing was recorded in this billing cycle."));
        else
            m_message->say(tr("No data."),
                           tr("Nothing was recorded in the last 30 days. The billing cycle is "
                              "not known."));
        break;
    }
}

void BandwidthPanel::updateFootnote()
{
    const HistoryState state = m_loader->state();
    QString text;
    if (showsChart()) {
        if (state == HistoryState::Loading)
            text = tr("Refreshing …");
        else if (state == HistoryState::Failed || state == HistoryState::Refused)
            text = tr("Could not be refreshed. %1").arg(m_loader->error()->message);
        else
            //: When the data was asked for: As of 10:02
            text = tr("As of %1").arg(CellFormat::moment(m_loader->asOf(), m_client.clock().utcNow()));
        if (!m_loader->history()->isBillingCycle)
            text = tr("Last 30 days; the billing cycle is not known. %1").arg(text);
    }
    m_footnote->setText(text);
    m_footnote->setVisible(!text.isEmpty());
    m_retry->setVisible(showsChart() && state == HistoryState::Failed);
}

} // namespace layerscope
