// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/serverspage.h"

#include "dialogs/serverssubject.h"
#include "inventory/kinds.h"
#include "pages/selectionstatus.h"
#include "pages/undecidedrows.h"
#include "session/accountsession.h"
#include "views/rowsview.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

RowsView *makeView(AccountSession &session)
{
    auto *view = new RowsView(serversTable);
    view->setObjectName(u"serversView"_s);
    view->setRowsModel(&session.servers());
    return view;
}

} // namespace

ServersPage::ServersPage(AccountSession &session, QWidget *parent)
    : ServersPage(session, makeView(session), parent)
{}

ServersPage::ServersPage(AccountSession &session, RowsView *view, QWidget *parent)
    : TablePage(session, view, parent)
    , m_view(view)
{
    setObjectName(u"serversPage"_s);
    AccountLoader &loader = session.loader();
    connect(m_view, &RowsView::viewOrderChanged, &loader,
            [&loader](const ViewOrder &order) { loader.setViewOrder(order); });
    connect(m_view, &RowsView::retryRequested, &loader,
            [&loader](const QList<int> &rows) { loader.retry(rows); });
    setTitle(tr("Servers"), true);
    askForColumns();
    showState();
}

ServersPage::~ServersPage() = default;

void ServersPage::setScope(const QModelIndex &node)
{
    ArrangementSpec spec = session().servers().spec();
    session().navigator().applyScope(node, spec);
    const bool isWhole = !spec.kind && !spec.scopeColumn;
    setTitle(isWhole ? tr("Servers") : node.data().toString(), isWhole);
    session().servers().setSpec(spec);
    askForColumns();
}

void ServersPage::applyFilter(const QString &text)
{
    ArrangementSpec spec = session().servers().spec();
    spec.filter = RowFilter::parse(text, serverCatalogue());
    session().servers().setSpec(spec);
}

void ServersPage::setGroup(std::optional<ColumnIndex> column)
{
    ArrangementSpec spec = session().servers().spec();
    spec.groupColumn = column;
    session().servers().setSpec(spec);
    askForColumns();
}

std::optional<ColumnIndex> ServersPage::group() const
{
    return session().servers().spec().groupColumn;
}

bool ServersPage::showServer(RowKey key)
{
    const QModelIndex index = session().servers().indexOfKey(key, m_view->treePosition());
    if (!index.isValid())
        return false;
    if (index.parent().isValid())
        m_view->expand(index.parent());
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
    return true;
}

QString ServersPage::filterHint() const
{
    //: Hint in the filter field. "dc:" and "ram>" are filter words and stay as they are.
    return tr("Filter by any word, or dc:dal10 ram>64");
}

qint64 ServersPage::totalRows() const
{
    return session().store().table().rowCount();
}

int ServersPage::filteredRows() const
{
    return session().servers().arrangement()->visibleRows;
}

qsizetype ServersPage::selectedRows() const
{
    return m_view->selectedTableRows().size();
}

QString ServersPage::selectionText() const
{
    return layerscope::selectionText(session().servers().table(), m_view->selectedTableRows(),
                                     session().servers().format());
}

std::shared_ptr<ExportSubject> ServersPage::exportSubject() const
{
    return std::make_shared<ServersSubject>(session(), *m_view);
}

void ServersPage::openAll()
{
    m_view->openAllGroups();
}

void ServersPage::closeAll()
{
    m_view->closeAllGroups();
}

void ServersPage::askForColumns()
{
    session().setScreenColumns(session().servers().spec().usedColumns() | m_view->shownColumnSet());
}

void ServersPage::showCount()
{
    const PageFacts now = facts();
    const LoadProgress &progress = session().loader().progress();
    const ArrangementSpec &spec = session().servers().spec();
    const bool isWholeAccount = !spec.kind && !spec.scopeColumn;
    // What the account says there is counts also after a list that came short.
    const qint64 total =
        isWholeAccount ? qMax<qint64>(now.scopeRows, progress.expectedServers.value_or(0)) : now.scopeRows;
    const QLocale locale;
    const QString undecided = now.undecidedText.isEmpty() ? QString() : u" · " + now.undecidedText;
    if (now.tableRows == 0)
        setCountText({});
    else if (spec.filter.isEmpty() && total == now.visibleRows)
        setCountText(tr("%Ln server(s)", nullptr, now.visibleRows) + undecided);
    else
        //: Rows on screen, of all rows that there are
        setCountText(tr("%1 of %2").arg(locale.toString(now.visibleRows), locale.toString(total)) +
                     undecided);
}

bool ServersPage::isBehind() const
{
    const std::shared_ptr<const Arrangement> arrangement = session().servers().arrangement();
    return session().servers().isArranging() ||
           (arrangement->tableRows < totalRows() && arrangement->visibleRows == 0);
}

PageFacts ServersPage::facts() const
{
    const std::shared_ptr<const Arrangement> arrangement = session().servers().arrangement();
    PageFacts facts;
    facts.state = session().loader().state();
    facts.tableRows = session().store().table().rowCount();
    facts.scopeRows = arrangement->scopeRows;
    facts.visibleRows = arrangement->visibleRows;
    const bool isRunning = session().loader().isRunning();
    const UndecidedRows undecided = UndecidedRows::of(session().store().table(), *arrangement, isRunning);
    facts.undecidedRows = undecided.rows;
    facts.why = undecided.why;
    facts.decidingColumns = undecided.columns;
    facts.undecidedText = undecided.text(isRunning);
    facts.scopeTitle = title();
    addOutage(facts);
    facts.filter = filter();
    facts.outcome = outcome().only({&serversTable});
    return facts;
}

} // namespace layerscope
