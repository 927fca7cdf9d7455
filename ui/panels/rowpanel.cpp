// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/rowpanel.h"

#include "details/rowloader.h"
#include "inventory/kinds.h"
#include "models/rowsmodel.h"
#include "panels/cellfact.h"
#include "panels/copymenu.h"
#include "panels/detailsheading.h"
#include "panels/factview.h"
#include "panels/nothingselected.h"
#include "panels/rawjsonview.h"
#include "panels/relationlinks.h"
#include "panels/scrolledcolumn.h"
#include "panels/troublenotice.h"
#include "widgets/flattabbar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

RowPanel::RowPanel(RowLoader *loader, QWidget *parent)
    : QWidget(parent)
    , m_loader(loader)
    , m_heading(new DetailsHeading(this))
    , m_tabs(new FlatTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_trouble(new TroubleNotice(this))
    , m_facts(new FactView(this))
    , m_relations(new RelationLinks(m_facts, this))
    , m_raw(new RawJsonView(this))
    , m_nothing(new NothingSelected(tr("Select a row to see everything about it."), this))
{
    setObjectName(u"rowPanel"_s);
    setAccessibleName(tr("Details of the row"));
    m_tabs->setObjectName(u"rowTabs"_s);
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->addTab(tr("Overview"), tr("Overview"));
    m_tabs->addTab(tr("Raw JSON"), tr("Raw"));
    m_trouble->setObjectName(u"rowTrouble"_s);
    m_pages->addWidget(makeFacts());
    m_pages->addWidget(m_raw);
    const int line = fontMetrics().height();
    auto *tabRow = new QHBoxLayout;
    const int margin = line - fontMetrics().averageCharWidth();
    tabRow->setContentsMargins(margin, 0, margin, 0);
    tabRow->addWidget(m_tabs, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_heading); // with margins of its own
    column->addLayout(tabRow);
    column->addWidget(m_pages, 1);
    column->addWidget(m_nothing, 1);
    showNothing();
    m_update.setSingleShot(true);
    m_update.setInterval(0);
    connect(&m_update, &QTimer::timeout, this, &RowPanel::update);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_pages->setCurrentIndex(tab);
        m_update.start();
    });
    connect(m_facts, &FactView::menuWanted, this, &RowPanel::copyMenu);
    connect(m_facts, &FactView::rowActivated, this, &RowPanel::rowWanted);
    connect(m_relations, &RelationLinks::jumpWanted, this, &RowPanel::jumpWanted);
    connect(m_trouble, &TroubleNotice::retryChosen, this, &RowPanel::refresh);
    connect(m_trouble, &TroubleNotice::copyChosen, this, &RowPanel::copyRequest);
    if (m_loader != nullptr)
        connect(m_loader, &RowLoader::changed, &m_update, qOverload<>(&QTimer::start));
}

RowPanel::~RowPanel() = default;

QWidget *RowPanel::makeFacts()
{
    const int line = fontMetrics().height();
    auto *area = new ScrolledColumn({m_trouble, m_relations, m_facts}, {line, line / 2, line / 2, line / 2},
                                    line / 2, this);
    area->setObjectName(u"rowScroll"_s);
    return area;
}

void RowPanel::showRow(RowsModel *model, std::optional<RowKey> key)
{
    if (model != m_model)
        follow(model);
    m_row = model != nullptr ? key : std::nullopt;
    ask();
    m_update.start();
}

void RowPanel::refresh()
{
    if (m_loader != nullptr)
        m_loader->refresh();
}

void RowPanel::follow(RowsModel *model)
{
    if (m_model)
        m_model->disconnect(&m_update);
    m_model = model;
    if (model == nullptr)
        return;
    connect(model, &RowsModel::dataChanged, &m_update, qOverload<>(&QTimer::start));
    connect(model, &RowsModel::arranged, &m_update, qOverload<>(&QTimer::start));
}

/// Only what is seen.
void RowPanel::ask()
{
    if (m_loader == nullptr)
        return;
    if (m_row && isVisible())
        m_loader->show(*m_row);
    else
        m_loader->clear();
}

int RowPanel::currentTab() const
{
    return m_tabs->currentIndex();
}

void RowPanel::setCurrentTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

QString RowPanel::text() const
{
    QString text = m_heading->facts().name + u'\n' + m_heading->facts().place + u'\n';
    if (const QString missing = trouble(); !missing.isEmpty())
        text += missing + u'\n';
    for (const Fact &fact : m_facts->facts())
        text += fact.label + u'\t' + fact.value + u'\n';
    return text;
}

void RowPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
    m_update.start();
}

void RowPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!isVisible()) // not only minimised
        ask();
}

void RowPanel::update()
{
    if (!isVisible())
        return; // showEvent() comes back to it
    const std::optional<int> row = m_model && m_row ? m_model->table().find(*m_row) : std::nullopt;
    if (!row) {
        showNothing();
        return;
    }
    const InventoryTable &table = m_model->table();
    const ColumnIndex nameColumn = table.catalogue().nameColumn();
    const QString kind = kindSpec(m_row->kind).translatedSingular();
    const QString place = kind % u" · " % QString::number(m_row->id);
    const QString name = table.hasValue(*row, nameColumn)
                             ? m_model->cellsOf(table).rowData(*row, nameColumn, Qt::DisplayRole).toString()
                             : place;
    m_heading->show({name, place, {}, StateMark::Unknown, {}, false});
    m_heading->setVisible(true);
    m_nothing->hide();
    const bool hasObject = m_loader != nullptr && *kindSpec(m_row->kind).service != '\0';
    m_tabs->setVisible(hasObject);
    m_pages->setCurrentIndex(hasObject ? m_tabs->currentIndex() : 0);
    m_pages->show();
    if (m_pages->currentWidget() == m_raw) {
        showRaw();
        return;
    }
    showTrouble();
    m_relations->show(table, *row, [this, row](ColumnIndex column) { return whyUnknown(*row, column); });
    showFacts(*row);
}

void RowPanel::showNothing()
{
    m_heading->hide();
    m_tabs->hide();
    m_pages->hide();
    m_trouble->hide();
    m_relations->clear();
    m_facts->setFacts({});
    m_raw->setValue({});
    m_nothing->setVisible(true);
}

void RowPanel::showFacts(int row)
{
    const InventoryTable &table = m_model->table();
    const Catalogue &catalogue = table.catalogue();
    const TableCells cells = m_model->cellsOf(table);
    QList<Fact> facts;
    for (const ColumnIndex column : catalogue.allColumns()) {
        if (column == catalogue.rowStateColumn()) // of each line it is told by itself
            continue;
        if (const std::optional<CellState> state = stateOfOwnCall(row, column))
            facts.append(factOfUnknownCell(catalogue.column(column), *state));
        else
            facts.append(
                factOfCell(table, row, column, cells.rowData(row, column, Qt::DisplayRole).toString()));
    }
    m_facts->setFacts(facts);
}

/// The table was not asked for it, or it could not be loaded there: the row's own call says more.
std::optional<CellState> RowPanel::stateOfOwnCall(int row, ColumnIndex column) const
{
    const InventoryTable &table = m_model->table();
    if (m_loader == nullptr || m_loader->row() != m_row || table.isKnown(row, column))
        return std::nullopt;
    const int group = table.catalogue().column(column).group;
    if (m_loader->isLoading(group))
        return CellState::Loading;
    const ApiError *failure = m_loader->failure(group);
    if (failure == nullptr)
        return std::nullopt;
    return failure->isRefusal() ? CellState::Refused : CellState::Failed;
}

QString RowPanel::whyUnknown(int row, ColumnIndex column) const
{
    if (const std::optional<CellState> state = stateOfOwnCall(row, column))
        return CellFormat::whyUnknown(*state, false);
    return m_model->cellsOf(m_model->table()).rowData(row, column, Qt::AccessibleTextRole).toString();
}

void RowPanel::showTrouble()
{
    const QString missing = trouble();
    if (!missing.isEmpty())
        m_trouble->setTrouble(missing);
    m_trouble->setVisible(!missing.isEmpty());
}

QString RowPanel::trouble() const
{
    if (m_loader == nullptr || !m_model || m_loader->row() != m_row || !m_loader->hasFailures() ||
        m_loader->isLoading())
        return {};
    if (m_loader->isGone())
        return tr("This row is gone, or this key may not see it any more. Refresh takes it off the list.");
    // One sentence for each cause, with what it cost.
    const Catalogue &catalogue = m_model->catalogue();
    QList<std::pair<QString, QStringList>> causes;
    qsizetype lost = 0;
    for (const ColumnIndex column : catalogue.allColumns()) {
        const ApiError *failure = m_loader->failure(catalogue.column(column).group);
        if (failure == nullptr || column == catalogue.rowStateColumn())
            continue;
        ++lost;
        const QString why =
            failure->isRefusal() ? tr("Not there, or this key may not see it") : failure->message;
        auto cause = std::find_if(causes.begin(), causes.end(),
                                  [&why](const auto &known) { return known.first == why; });
        if (cause == causes.end())
            cause = causes.insert(causes.end(), {why, {}});
        cause->second.append(catalogue.column(column).translatedTitle());
    }
    const bool isWhole = causes.size() == 1 && lost == catalogue.columnCount() - 1;
    QStringList sentences;
    for (const auto &[why, titles] : std::as_const(causes))
        //: Why something is missing, and the titles of the columns that are
        sentences.append(isWhole ? why : tr("%1: %2").arg(why, titles.join(u", "_s)));
    return sentences.join(u'\n');
}

void RowPanel::showRaw()
{
    if (m_loader == nullptr || m_loader->row() != m_row) {
        m_raw->setValue({});
        return;
    }
    QString remark;
    if (m_loader->isLoading())
        remark = tr("It is still loading.");
    else if (m_loader->hasFailures())
        remark = tr("Not all of it could be loaded; the overview says why.");
    m_raw->setRemark(remark);
    m_raw->setValue(m_loader->object());
}

void RowPanel::copyRequest()
{
    if (m_loader != nullptr) // holds no key, and nothing of an answer
        QGuiApplication::clipboard()->setText(m_loader->requestText());
}

void RowPanel::copyMenu(const QPoint &globalPosition, const std::optional<Fact> &fact)
{
    auto *menu = new CopyMenu(this);
    menu->addText(tr("Copy value"), fact ? fact->value : QString()); // also what is too long to show
    menu->addSelectionAndAll(*m_facts, [this] { return text(); });
    menu->popup(globalPosition);
}

} // namespace layerscope
