// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/rowspage.h"

#include "core/whendone.h"
#include "dialogs/rowssubject.h"
#include "inventory/kinds.h"
#include "models/cellformat.h"
#include "pages/pageheading.h"
#include "pages/pagenotices.h"
#include "pages/undecidedrows.h"
#include "session/accountsession.h"
#include "views/rowselection.h"
#include "views/rowsview.h"
#include "widgets/announcer.h"

#include <QHeaderView>
#include <QLocale>
#include <QtConcurrentRun>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

RowsPage::RowsPage(AccountSession &session, const TableSpec &table, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(table)
    , m_children(childTable(table))
    , m_view(new RowsView(table)) // the layout gives it its place behind heading and banner
    , m_heading(new PageHeading(this))
    , m_notices(new PageNotices(m_view, this))
    , m_outage(session.loader().outage())
    , m_isListOver(session.areListsOver(table))
{
    setObjectName(QLatin1StringView(table.key) + u"Page"_s);
    m_view->setObjectName(QLatin1StringView(table.key) + u"View"_s);
    m_view->setRowsModel(&session.rows(table));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_heading);
    column->addWidget(m_notices->banner());
    column->addWidget(m_view, 1);

    connectView();
    connectLoader();
    connect(m_notices, &PageNotices::actionWanted, this, &RowsPage::actionWanted);
    m_heading->setTitle(table.translatedTitle(), true);
    askForColumns();
    showState();
}

RowsPage::~RowsPage() = default;

void RowsPage::connectView()
{
    connect(m_view, &RowsView::shownColumnsChanged, this, &RowsPage::askForColumns);
    connect(m_view->header(), &QHeaderView::sortIndicatorChanged, this, &RowsPage::askForColumns);
    connect(&model(), &RowsModel::arranged, this, [this] {
        showRows();
        tellMatches();
        Q_EMIT arranged();
    });
    connect(m_view, &RowsView::viewOrderChanged, this,
            [this](const ViewOrder &order) { m_session.setViewOrder(m_table, order); });
    connect(m_view, &RowsView::openRowsChanged, this,
            [this](const QList<qint64> &ids) { m_session.setOpenRows(m_table, ids); });
    connect(m_view, &RowsView::retryRequested, this,
            [this](const QList<int> &rows) { m_session.retry(m_table, rows); });
}

void RowsPage::connectLoader()
{
    const AccountLoader &loader = m_session.loader();
    connect(&loader, &AccountLoader::stateChanged, this, &RowsPage::showState);
    connect(&loader, &AccountLoader::outageChanged, this, [this] {
        m_outage = m_session.loader().outage();
        showState();
    });
    connect(&m_session, &AccountSession::canGoOnChanged, this, &RowsPage::showRows);
    connect(&loader, &AccountLoader::progressChanged, this, [this] {
        // The lists of tables end each in their own time, not when the load gets into another state.
        const bool isOver = m_session.areListsOver(m_table);
        if (std::exchange(m_isListOver, isOver) != isOver)
            showState();
        else
            showRows();
    });
}

RowsModel &RowsPage::model() const
{
    return *m_view->rowsModel();
}

QWidget *RowsPage::heading() const
{
    return m_heading;
}

// ---- what is looked at
// --------------------------------------------------------------------------------------------------

void RowsPage::setScope(const QModelIndex &node)
{
    ArrangementSpec spec = model().spec();
    m_session.navigator().applyScope(node, spec);
    const bool isWhole = !spec.kind && !spec.scopeColumn;
    m_heading->setTitle(isWhole ? m_table.translatedTitle() : node.data().toString(), isWhole);
    m_view->setOneKind(spec.kind.has_value());
    model().setSpec(spec);
    askForColumns();
}

void RowsPage::setFilter(const QString &text)
{
    m_isFilterNews = std::exchange(m_filter, text.trimmed()) != text.trimmed() || m_isFilterNews;
    model().setFilter(text);
    askForColumns();
}

QList<FilterRemark> RowsPage::filterRemarks(const QString &text) const
{
    return layerscope::filterRemarks(text, m_table.catalogue(),
                                     m_children != nullptr ? &m_children->catalogue() : nullptr);
}

void RowsPage::completeFilter(const QString &text, qsizetype cursor,
                              const std::function<void(const FilterCompletion &)> &give)
{
    const auto complete = [text, cursor, tables = model().snapshot()] {
        return filterCompletion(text, cursor, tables.rows, tables.children ? &*tables.children : nullptr);
    };
    whenDone(QtConcurrent::run(&workers(), complete), this, give);
}

QString RowsPage::filterHint() const
{
    return m_table.translatedFilterHint();
}

bool RowsPage::canGroup() const
{
    return model().children() == nullptr;
}

void RowsPage::setGroup(std::optional<ColumnIndex> column)
{
    ArrangementSpec spec = model().spec();
    spec.groupColumn = column;
    model().setSpec(spec);
    askForColumns();
}

std::optional<ColumnIndex> RowsPage::group() const
{
    return model().spec().groupColumn;
}

void RowsPage::openAll()
{
    m_view->openAll();
}

void RowsPage::closeAll()
{
    m_view->closeAll();
}

bool RowsPage::showRow(RowKey key)
{
    return m_view->showRow(key);
}

void RowsPage::askForColumns()
{
    m_session.setScreenColumns(m_table, model().usedColumns() | m_view->shownColumnSet());
    if (m_children != nullptr)
        m_session.setScreenColumns(*m_children, model().usedChildColumns());
}

// ---- what there is
// ------------------------------------------------------------------------------------------------------

qint64 RowsPage::totalRows() const
{
    return model().table().rowCount();
}

bool RowsPage::hasRow(RowKey key) const
{
    return model().table().find(key).has_value();
}

bool RowsPage::isUpToDate() const
{
    const std::shared_ptr<const Arrangement> arrangement = model().arrangement();
    return !model().isArranging() && arrangement->tableRows == model().table().rowCount() &&
           (model().children() == nullptr ||
            arrangement->children->tableRows == model().children()->rowCount());
}

int RowsPage::filteredRows() const
{
    return model().arrangement()->visibleRows;
}

qsizetype RowsPage::selectedRows() const
{
    return m_view->rowSelection()->tableRowCount();
}

QList<RowKey> RowsPage::keysOf(const QList<int> &rows) const
{
    QList<RowKey> keys;
    keys.reserve(rows.size());
    for (const int row : rows)
        keys.append(model().table().key(row));
    return keys;
}

QList<RowKey> RowsPage::selectedKeys() const
{
    return keysOf(m_view->selectedTableRows());
}

QList<RowKey> RowsPage::firstSelectedKeys(qsizetype most) const
{
    return keysOf(m_view->rowSelection()->firstTableRows(most));
}

QList<RowKey> RowsPage::selectedChildKeys() const
{
    QList<RowKey> keys;
    for (const int row : m_view->selectedChildRows())
        keys.append(model().children()->key(row));
    return keys;
}

SelectedRows RowsPage::selection() const
{
    const QList<int> rows = m_view->rowSelection()->tableRowsByNumber(); // sums ask for no order
    if (rows.isEmpty() && model().children() != nullptr)
        return {*model().children(), m_view->selectedChildRows(), model().format()};
    return {model().table(), rows, model().format()};
}

QThreadPool &RowsPage::workers() const
{
    return m_session.client().workers();
}

QString RowsPage::countText() const
{
    return m_heading->countText();
}

std::shared_ptr<ExportSubject> RowsPage::exportSubject() const
{
    return std::make_shared<RowsSubject>(m_session, m_table, *m_view, m_filter);
}

std::shared_ptr<ExportSubject> RowsPage::childrenSubject() const
{
    return m_children != nullptr ? std::make_shared<RowsSubject>(m_session, *m_children, *m_view, m_filter)
                                 : nullptr;
}

// ---- what is said
// -------------------------------------------------------------------------------------------------------

void RowsPage::showBanner(const PageMessage &message)
{
    m_notices->showBanner(message);
}

void RowsPage::showState()
{
    m_outcome = m_session.loader().outcome();
    m_notices->showLoadBanner(facts());
    showRows();
}

void RowsPage::showRows()
{
    const PageFacts now = facts();
    showCount(now);
    if (now.tableRows == 0 || !isBehind())
        m_notices->showEmptyState(now);
}

void RowsPage::showCount(const PageFacts &now)
{
    const std::optional<qint64> expected = m_session.expectedRows(m_table);
    const ArrangementSpec &spec = model().spec();
    const bool isWholeTable = !spec.kind && !spec.scopeColumn;
    // What the account says there is counts also after a list that came short.
    const qint64 total = isWholeTable ? qMax<qint64>(now.scopeRows, expected.value_or(0)) : now.scopeRows;
    const QLocale locale;
    QString text;
    if (now.tableRows > 0) {
        text = spec.filter.isEmpty() && total == now.visibleRows
                   ? m_table.countedRows(now.visibleRows)
                   //: Rows on screen, of all rows that there are
                   : tr("%1 of %2").arg(locale.toString(now.visibleRows), locale.toString(total));
        if (!now.undecidedText.isEmpty())
            text += u" · " + now.undecidedText;
        if (const qint64 waiting = m_session.waitingRows(m_table); waiting > 0)
            text += u" · " + tr("%1 loading").arg(locale.toString(waiting));
    }
    m_heading->setCountText(text);
}

void RowsPage::tellMatches()
{
    if (isBehind() || !std::exchange(m_isFilterNews, false) || !isVisible())
        return;
    const std::optional<PageMessage> none = emptyMessage(facts());
    Announcer::say(*this, none ? none->sentence : countText());
}

bool RowsPage::isBehind() const
{
    const std::shared_ptr<const Arrangement> arrangement = model().arrangement();
    return model().isArranging() || (arrangement->tableRows < totalRows() && arrangement->visibleRows == 0);
}

PageFacts RowsPage::facts() const
{
    const std::shared_ptr<const Arrangement> arrangement = model().arrangement();
    PageFacts facts;
    facts.table = &m_table;
    facts.state = m_session.loader().state();
    facts.tableRows = model().table().rowCount();
    facts.scopeRows = arrangement->scopeRows;
    facts.visibleRows = arrangement->visibleRows;
    const bool isRunning = m_session.loader().isRunning();
    const UndecidedRows undecided =
        UndecidedRows::of(model().table(), model().children(), *arrangement, isRunning);
    facts.undecidedRows = undecided.rows;
    facts.why = undecided.why;
    facts.decidingColumns = undecided.columns;
    facts.undecidedText = undecided.text(isRunning);
    facts.scopeTitle = m_heading->title();
    facts.filter = m_filter;
    if (const QList<FilterRemark> remarks = filterRemarks(m_filter); !remarks.isEmpty())
        facts.filterRemark = remarks.constFirst().sentence;
    facts.canGoOn = m_session.canGoOn();
    facts.isListOver = m_session.areListsOver(m_table);
    QList<const TableSpec *> tables{&m_table};
    if (m_children != nullptr)
        tables.append(m_children);
    facts.outcome = m_outcome.only(tables);
    const QDateTime now = m_session.client().clock().utcNow();
    facts.staleAsOf = CellFormat::moment(m_session.staleAsOf(), now);
    facts.outage = m_outage;
    if (m_outage)
        facts.outageSince = CellFormat::moment(m_outage->since, now);
    return facts;
}

} // namespace layerscope
