// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/rowspage.h"

#include "dialogs/rowssubject.h"
#include "inventory/kinds.h"
#include "pages/selectionstatus.h"
#include "pages/undecidedrows.h"
#include "session/accountsession.h"
#include "views/rowsview.h"

#include <QLocale>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

RowsView *makeView(AccountSession &session, const TableSpec &table)
{
    auto *view = new RowsView(table);
    view->setObjectName(QLatin1StringView(table.key) + u"View"_s);
    view->setRowsModel(&session.rows(table));
    return view;
}

} // namespace

RowsPage::RowsPage(AccountSession &session, const TableSpec &table, QWidget *parent)
    : RowsPage(session, table, makeView(session, table), parent)
{}

RowsPage::RowsPage(AccountSession &session, const TableSpec &table, RowsView *view, QWidget *parent)
    : TablePage(session, view, parent)
    , m_table(table)
    , m_view(view)
    , m_isListOver(session.areListsOver(table))
{
    setObjectName(QLatin1StringView(table.key) + u"Page"_s);
    connect(m_view, &RowsView::viewOrderChanged, &session,
            [&session, &table](const ViewOrder &order) { session.setViewOrder(table, order); });
    connect(m_view, &RowsView::openRowsChanged, &session,
            [&session, &table](const QList<qint64> &ids) { session.setOpenRows(table, ids); });
    connect(m_view, &RowsView::retryRequested, &session,
            [&session, &table](const QList<int> &rows) { session.retry(table, rows); });
    // The lists of tables end each in their own time, not when the load gets into another state.
    connect(&session.loader(), &AccountLoader::progressChanged, this, [this] {
        const bool isOver = this->session().areListsOver(m_table);
        if (std::exchange(m_isListOver, isOver) != isOver)
            showState();
    });
    setTitle(table.translatedTitle(), true);
    askForColumns();
    showState();
}

RowsPage::~RowsPage() = default;

RowsModel &RowsPage::model() const
{
    return session().rows(m_table);
}

void RowsPage::setScope(const QModelIndex &node)
{
    ArrangementSpec spec = model().spec();
    session().navigator().applyScope(node, spec);
    const bool isWhole = !spec.kind && !spec.scopeColumn;
    setTitle(isWhole ? m_table.translatedTitle() : node.data().toString(), isWhole);
    model().setSpec(spec);
    askForColumns();
}

void RowsPage::applyFilter(const QString &text)
{
    model().setFilter(text);
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

bool RowsPage::showRow(RowKey key)
{
    return m_view->showRow(key);
}

QList<RowKey> RowsPage::selectedKeys() const
{
    QList<RowKey> keys;
    for (const int row : m_view->selectedTableRows())
        keys.append(model().table().key(row));
    return keys;
}

QList<RowKey> RowsPage::selectedChildKeys() const
{
    QList<RowKey> keys;
    for (const int row : m_view->selectedChildRows())
        keys.append(model().children()->key(row));
    return keys;
}

QString RowsPage::filterHint() const
{
    return m_table.translatedFilterHint();
}

qint64 RowsPage::totalRows() const
{
    return model().table().rowCount();
}

int RowsPage::filteredRows() const
{
    return model().arrangement()->visibleRows;
}

qsizetype RowsPage::selectedRows() const
{
    return m_view->selectedTableRows().size();
}

QString RowsPage::selectionText() const
{
    const QList<int> rows = m_view->selectedTableRows();
    if (rows.isEmpty() && model().children() != nullptr)
        return layerscope::selectionText(*model().children(), m_view->selectedChildRows(), model().format());
    return layerscope::selectionText(model().table(), rows, model().format());
}

std::shared_ptr<ExportSubject> RowsPage::exportSubject() const
{
    return std::make_shared<RowsSubject>(session(), m_table, *m_view);
}

std::shared_ptr<ExportSubject> RowsPage::childrenSubject() const
{
    const TableSpec *children = childTable(m_table);
    return children != nullptr ? std::make_shared<RowsSubject>(session(), *children, *m_view) : nullptr;
}

void RowsPage::openAll()
{
    m_view->openAll();
}

void RowsPage::closeAll()
{
    m_view->closeAll();
}

void RowsPage::askForColumns()
{
    session().setScreenColumns(m_table, model().usedColumns() | m_view->shownColumnSet());
    if (const TableSpec *children = childTable(m_table))
        session().setScreenColumns(*children, model().usedChildColumns());
}

void RowsPage::showCount()
{
    const PageFacts now = facts();
    const std::optional<qint64> expected = session().expectedRows(m_table);
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
        if (const qint64 waiting = session().waitingRows(m_table); waiting > 0)
            text += u" · " + tr("%1 loading").arg(locale.toString(waiting));
    }
    setCountText(text);
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
    facts.state = session().loader().state();
    facts.tableRows = model().table().rowCount();
    facts.scopeRows = arrangement->scopeRows;
    facts.visibleRows = arrangement->visibleRows;
    const bool isRunning = session().loader().isRunning();
    const UndecidedRows undecided = UndecidedRows::of(model().table(), *arrangement, isRunning);
    facts.undecidedRows = undecided.rows;
    facts.why = undecided.why;
    facts.decidingColumns = undecided.columns;
    facts.undecidedText = undecided.text(isRunning);
    facts.scopeTitle = title();
    addOutage(facts);
    facts.filter = filter();
    facts.isListOver = session().areListsOver(m_table);
    QList<const TableSpec *> tables{&m_table};
    if (const TableSpec *children = childTable(m_table))
        tables.append(children);
    facts.outcome = outcome().only(tables);
    return facts;
}

} // namespace layerscope
