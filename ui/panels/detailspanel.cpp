// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/detailspanel.h"

#include "api/redactor.h"
#include "details/serverfacts.h"
#include "details/serverparts.h"
#include "inventory/kinds.h"
#include "inventory/serverstate.h"
#include "models/cellformat.h"
#include "panels/comparisonview.h"
#include "panels/detailsheading.h"
#include "panels/detailspage.h"
#include "panels/detailssection.h"
#include "panels/nothingselected.h"
#include "panels/partnotice.h"
#include "panels/rawjsonview.h"
#include "panels/sectiontext.h"
#include "panels/usagesource.h"
#include "widgets/flattabbar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

using std::chrono::milliseconds;

namespace {

// Of the stack.
constexpr int nothingShown = 0;
constexpr int oneServerShown = 1;
constexpr int severalShown = 2;

constexpr milliseconds ageInterval{5'000};
constexpr milliseconds selectionRest{150};
/// The whole text is written anew each time, which takes some milliseconds.
constexpr milliseconds rawInterval{100};
constexpr int panelCharacters = 50;

} // namespace

bool DetailsPanel::isFor(const TableSpec &table)
{
    return std::any_of(table.kinds.begin(), table.kinds.end(),
                       [](RowKind kind) { return !partsOf(kind).empty(); });
}

DetailsPanel::DetailsPanel(ApiClient &client, const InventoryStore &servers, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_servers(servers)
    , m_loader(client)
    , m_stack(new QStackedWidget(this))
    , m_heading(new DetailsHeading(this))
    , m_tabs(new FlatTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_gone(new PartNotice(this))
    , m_raw(new RawJsonView(this))
    , m_comparison(new ComparisonView(client, this))
{
    setObjectName(u"detailsPanel"_s);
    setAccessibleName(tr("Details"));
    auto *one = new QWidget(this);
    makeTabs(one);
    m_stack->addWidget(new NothingSelected(
        tr("Select a row to see everything about it, or several servers to compare them."), this));
    m_stack->addWidget(one);
    m_stack->addWidget(m_comparison);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);

    m_update.setSingleShot(true);
    m_compare.setSingleShot(true);
    m_compare.setInterval(selectionRest);
    m_ageing.setInterval(ageInterval);
    connect(&m_update, &QTimer::timeout, this, &DetailsPanel::updateNow);
    connect(&m_ageing, &QTimer::timeout, this, &DetailsPanel::updateSoon);
    connect(&m_compare, &QTimer::timeout, this,
            [this] { m_comparison->compare(m_servers.table(), m_keys, m_count); });
    connect(&m_loader, &DetailsLoader::serverChanged, this, [this] {
        for (DetailsPage *page : std::as_const(m_sectionPages))
            page->beginAnother();
        updateNow(); // what is remembered stands at once
        Q_EMIT serverChanged();
    });
    connect(&m_loader, &DetailsLoader::partChanged, this, &DetailsPanel::updateSoon);
    connect(&m_servers, &InventoryStore::rowsChanged, this, &DetailsPanel::showHeading);
    connect(&m_servers, &InventoryStore::rowsAppended, this, &DetailsPanel::showHeading);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_pages->setCurrentIndex(tab);
        updateNow();
    });
}

DetailsPanel::~DetailsPanel() = default;

void DetailsPanel::makeTabs(QWidget *whole)
{
    m_tabs->setObjectName(u"detailsTabs"_s);
    m_tabs->setAccessibleName(tr("Details"));
    addPage(new DetailsPage(DetailsTab::Overview, m_client.clock(), this), tr("Overview"), tr("Overview"));
    addPage(new DetailsPage(DetailsTab::Network, m_client.clock(), this), tr("Network"), tr("Network"));
    addPage(new DetailsPage(DetailsTab::Hardware, m_client.clock(), this), tr("Hardware and software"),
            tr("Hardware"));
    addPage(new DetailsPage(DetailsTab::Billing, m_client.clock(), this), tr("Billing"), tr("Billing"));
    m_bandwidth = new DetailsPage(DetailsTab::Bandwidth, m_client.clock(), this);
    addPage(m_bandwidth, tr("Bandwidth"), tr("Bandwidth"));
    m_pages->addWidget(m_raw);
    m_tabs->addTab(tr("Raw JSON"), tr("Raw"));

    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(tabMargin(), 0, tabMargin(), 0);
    tabRow->addWidget(m_tabs, 1);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_heading);
    column->addLayout(tabRow);
    column->addWidget(m_pages, 1);
    const int line = fontMetrics().height();
    auto *goneRow = new QHBoxLayout;
    goneRow->setContentsMargins(line, line / 2, line, line);
    goneRow->addWidget(m_gone);
    column->addLayout(goneRow);
    column->addStretch(0);
    m_gone->setObjectName(u"goneNotice"_s);
    m_gone->setAlignment(Qt::AlignTop);
    m_gone->hide();
    connect(m_gone, &PartNotice::retryWanted, this, &DetailsPanel::refresh);
    connect(m_gone, &PartNotice::requestCopyWanted, this, &DetailsPanel::copyRequests);
}

void DetailsPanel::addPage(DetailsPage *page, const QString &title, const QString &shortTitle)
{
    m_sectionPages.append(page);
    m_pages->addWidget(page);
    m_tabs->addTab(title, shortTitle);
    connect(page, &DetailsPage::rowActivated, this, &DetailsPanel::rowWanted);
    connect(page, &DetailsPage::retryWanted, &m_loader, &DetailsLoader::retry);
    connect(page, &DetailsPage::requestCopyWanted, this, &DetailsPanel::copyRequests);
    connect(page, &DetailsPage::copyAllWanted, this,
            [this] { QGuiApplication::clipboard()->setText(this->text()); });
}

void DetailsPanel::showServers(const QList<RowKey> &keys, qsizetype count)
{
    const qsizetype all = std::max(count, keys.size());
    if (keys == m_keys && all == m_count)
        return;
    m_keys = keys;
    m_count = all;
    if (isVisible())
        follow();
}

void DetailsPanel::refresh()
{
    if (m_keys.size() > 1)
        m_comparison->compare(m_servers.table(), m_keys, m_count);
    else
        m_loader.refresh();
}

void DetailsPanel::setBandwidthChart(QWidget *chart)
{
    m_bandwidth->setTop(chart);
}

std::optional<RowKey> DetailsPanel::server() const
{
    return m_loader.server();
}

int DetailsPanel::currentTab() const
{
    return m_tabs->currentIndex();
}

void DetailsPanel::setCurrentTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

QSize DetailsPanel::sizeHint() const
{
    const int width =
        std::max(fontMetrics().averageCharWidth() * panelCharacters, m_tabs->briefWidth() + 2 * tabMargin());
    return {width, fontMetrics().height() * panelCharacters};
}

int DetailsPanel::tabMargin() const
{
    return fontMetrics().height() - fontMetrics().averageCharWidth();
}

void DetailsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_ageing.start();
    follow();
}

void DetailsPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (isVisible())
        return; // only minimised
    m_ageing.stop();
    m_compare.stop();
    // What nobody sees is not asked for.
    m_comparison->clear();
    m_loader.clear();
}

void DetailsPanel::follow()
{
    if (m_keys.size() > 1) {
        m_loader.clear();
        compareLater();
        m_stack->setCurrentIndex(severalShown);
        return;
    }
    m_compare.stop();
    m_comparison->clear();
    if (m_keys.isEmpty()) {
        m_loader.clear();
        m_stack->setCurrentIndex(nothingShown);
        return;
    }
    m_loader.show(m_keys.first());
    m_stack->setCurrentIndex(oneServerShown);
}

void DetailsPanel::compareLater()
{
    m_compare.start();
}

void DetailsPanel::updateSoon()
{
    if (!m_update.isActive())
        m_update.start(m_pages->currentWidget() == m_raw ? rawInterval : milliseconds(0));
}

void DetailsPanel::updateNow()
{
    if (!m_loader.server())
        return;
    m_update.stop();
    showHeading();
    showGone(m_loader.values().isGone());
    if (m_pages->currentWidget() == m_raw)
        showRaw();
    else if (auto *page = qobject_cast<DetailsPage *>(m_pages->currentWidget()))
        page->show(values(), now());
}

/// Each of its parts would say that it is not there.
void DetailsPanel::showGone(bool isGone)
{
    if (isGone)
        m_gone->say({ServerPart::Object}, goneText());
    m_gone->setVisible(isGone);
    m_tabs->setVisible(!isGone);
    m_pages->setVisible(!isGone);
}

PartValues DetailsPanel::values() const
{
    PartValues values = m_loader.values();
    const std::optional<RowKey> key = m_loader.server();
    if (const std::optional<int> row = key ? m_servers.table().find(*key) : std::nullopt)
        values.setListedTraffic(listedTrafficOf(m_servers.table(), *row));
    return values;
}

void DetailsPanel::showHeading()
{
    const std::optional<RowKey> key = m_loader.server();
    if (!key)
        return;
    const PartValues &values = m_loader.values();
    const InventoryTable &table = m_servers.table();
    const std::optional<int> row = table.find(*key);
    // The account's own list knows most of it before the first answer comes.
    const auto known = [&](const QString &fresh, ColumnIndex column) {
        return fresh.isEmpty() && row ? table.text(*row, column) : fresh;
    };
    DetailsHeading::Facts facts;
    facts.name = known(nameOf(values), ServerColumn::Fqdn);
    if (facts.name.isEmpty())
        facts.name = tr("Server %1").arg(key->id);
    const QString kind = key->kind == RowKind::BareMetal ? tr("Bare metal") : tr("Virtual");
    QStringList place{kind, known(datacenterOf(values), ServerColumn::Datacenter), QString::number(key->id)};
    place.removeAll(QString());
    facts.place = place.join(u" · "_s);

    QString state = known(stateOf(values), ServerColumn::State);
    if (row && !tellsWhetherItRuns(key->kind, state) && !table.text(*row, ServerColumn::State).isEmpty())
        state = table.text(*row, ServerColumn::State); // its list may know the power already
    facts.state = CellFormat::word(state);
    const std::optional<QJsonValue> &transaction = values.at(ServerPart::ActiveTransaction).value;
    if (transaction)
        facts.transaction = transactionOf(values);
    else if (row)
        facts.transaction = table.text(*row, ServerColumn::Transaction);
    const bool isBusy = transaction ? !transaction->toObject().isEmpty() : !facts.transaction.isEmpty();
    facts.activity = isBusy ? StateMark::Working : CellFormat::markOf(key->kind, state);
    if (values.isGone() || (row && table.isGone(*row))) {
        facts.state = tr("Gone");
        facts.activity = StateMark::Unknown;
        facts.transaction.clear();
    }
    m_heading->show(facts);
}

void DetailsPanel::showRaw()
{
    const PartValues &values = m_loader.values();
    int loading = 0;
    int missing = 0;
    for (const ServerPartSpec &spec : partsOf(values.kind())) {
        const PartStatus &status = values.at(spec.part);
        loading += status.isPending() ? 1 : 0;
        missing += !status.value && status.error ? 1 : 0;
    }
    QStringList remarks;
    if (loading > 0)
        remarks.append(tr("%Ln part(s) is/are still loading.", nullptr, loading));
    if (missing > 0)
        remarks.append(tr("%Ln part(s) could not be loaded; the other tabs say why.", nullptr, missing));
    m_raw->setRemark(remarks.join(u' '));
    m_raw->setValue(values.wholeObject());
}

void DetailsPanel::copyRequests(const QList<ServerPart> &parts)
{
    if (!m_loader.server())
        return;
    QStringList texts;
    for (const ServerPart part : parts)
        texts.append(requestText(*m_loader.server(), part));
    QGuiApplication::clipboard()->setText(m_client.redactor().redacted(texts.join(u'\n')));
}

QString DetailsPanel::text() const
{
    if (m_keys.size() > 1)
        return m_comparison->text();
    if (!m_loader.server())
        return {};
    const DetailsHeading::Facts &heading = m_heading->facts();
    QString text = heading.name + u'\n' + heading.place + u'\n';
    const PartValues all = values();
    if (all.isGone())
        return text + goneText() + u'\n';
    for (const DetailsPage *page : m_sectionPages) {
        for (const ServerSection section : sectionsOf(all.kind(), page->tab())) {
            const SectionFacts facts = factsOf(section, all);
            if (!facts.facts.isEmpty())
                text += u'\n' + factsAsText(titleOf(section), facts.facts);
        }
    }
    return text;
}

QDateTime DetailsPanel::now() const
{
    return m_client.clock().utcNow();
}

} // namespace layerscope
