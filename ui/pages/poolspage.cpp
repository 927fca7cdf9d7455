// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/poolspage.h"

#include "dialogs/poolssubject.h"
#include "inventory/kinds.h"
#include "models/navigatormodel.h"
#include "pages/selectionstatus.h"
#include "pages/undecidedrows.h"
#include "session/accountsession.h"
#include "views/poolsview.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

PoolsView *makeView(AccountSession &session)
{
    auto *view = new PoolsView;
    view->setObjectName(u"poolsView"_s);
    view->setPoolsModel(&session.poolsModel());
    return view;
}

} // namespace

PoolsPage::PoolsPage(AccountSession &session, QWidget *parent)
    : PoolsPage(session, makeView(session), parent)
{}

PoolsPage::PoolsPage(AccountSession &session, PoolsView *view, QWidget *parent)
    : TablePage(session, view, parent)
    , m_view(view)
{
    setObjectName(u"poolsPage"_s);
    PoolsLoader &loader = session.poolsLoader();
    connect(m_view, &PoolsView::viewOrderChanged, &loader, &PoolsLoader::setViewOrder);
    connect(m_view, &PoolsView::openPoolsChanged, &loader, &PoolsLoader::setOpenPools);
    connect(m_view, &PoolsView::retryRequested, &session.loader(), &AccountLoader::retryPools);
    setTitle(poolsTable.translatedTitle(), true);
    askForColumns();
    showState();
}

PoolsPage::~PoolsPage() = default;

void PoolsPage::setScope(const QModelIndex &node)
{
    const QVariant kind = node.data(NavigatorModel::PoolScopeRole);
    session().poolsModel().setScope(kind.isValid() ? static_cast<PoolScope::Kind>(kind.toInt())
                                                   : PoolScope::Kind::All);
    const QVariant pool = node.data(NavigatorModel::PoolIdRole);
    const bool isWhole = session().poolsModel().scope().kind == PoolScope::Kind::All;
    setTitle(isWhole ? poolsTable.translatedTitle() : node.data().toString(), isWhole);
    if (pool.isValid())
        m_view->showPool(pool.toLongLong());
}

void PoolsPage::applyFilter(const QString &text)
{
    session().poolsModel().setFilter(text);
}

QString PoolsPage::filterHint() const
{
    return poolsTable.translatedFilterHint();
}

qint64 PoolsPage::totalRows() const
{
    return session().poolsModel().pools().rowCount();
}

int PoolsPage::filteredRows() const
{
    return session().poolsModel().rowCount();
}

qsizetype PoolsPage::selectedRows() const
{
    return m_view->selectedPools().size();
}

QString PoolsPage::selectionText() const
{
    const PoolsModel &model = session().poolsModel();
    const QList<int> pools = m_view->selectedPools();
    return pools.isEmpty()
               ? layerscope::selectionText(model.members(), m_view->selectedMembers(), model.format())
               : layerscope::selectionText(model.pools(), pools, model.format());
}

std::shared_ptr<ExportSubject> PoolsPage::exportSubject() const
{
    return std::make_shared<PoolsSubject>(session(), *m_view);
}

std::shared_ptr<ExportSubject> PoolsPage::membersSubject() const
{
    return std::make_shared<MembersSubject>(session(), *m_view);
}

void PoolsPage::openAll()
{
    m_view->openAllPools();
}

void PoolsPage::closeAll()
{
    m_view->closeAllPools();
}

void PoolsPage::askForColumns()
{
    session().setPoolColumns(session().poolsModel().usedPoolColumns() | m_view->shownColumnSet(),
                             session().poolsModel().usedMemberColumns());
}

void PoolsPage::showCount()
{
    const PageFacts now = facts();
    const PoolsLoader::Progress progress = session().poolsLoader().progress();
    const QLocale locale;
    const bool isAll = session().poolsModel().scope().kind == PoolScope::Kind::All;
    const qint64 total =
        isAll ? qMax<qint64>(now.scopeRows, progress.expectedPools.value_or(0)) : now.scopeRows;
    QString text;
    if (now.tableRows > 0) {
        text = total == now.visibleRows
                   ? tr("%Ln pool(s)", nullptr, now.visibleRows)
                   //: Rows on screen, of all rows that there are
                   : tr("%1 of %2").arg(locale.toString(now.visibleRows), locale.toString(total));
        if (!now.undecidedText.isEmpty())
            text += u" · " + now.undecidedText;
        if (const qint64 loading = progress.listedPools - progress.settledPools;
            loading > 0 && session().loader().isRunning())
            text += u" · " + tr("%1 loading").arg(locale.toString(loading));
    }
    setCountText(text);
}

bool PoolsPage::isBehind() const
{
    return session().poolsModel().rowCount() == 0 && totalRows() > 0 && filter().isEmpty() &&
           session().poolsModel().scope().kind == PoolScope::Kind::All;
}

PageFacts PoolsPage::facts() const
{
    const PoolTree &tree = session().poolsModel().tree();
    PageFacts facts;
    facts.table = &poolsTable;
    facts.state = session().loader().state();
    facts.tableRows = session().poolsModel().pools().rowCount();
    facts.scopeRows = tree.scopePools;
    facts.visibleRows = static_cast<int>(tree.pools.size());
    const bool isRunning = session().loader().isRunning();
    const PoolScope &scope = session().poolsModel().scope();
    ColumnSet deciding = scope.poolFilter.namedColumns();
    if (scope.poolFilter.hasPlainWords())
        deciding |= scope.searchedPoolColumns;
    if (scope.kind != PoolScope::Kind::All)
        deciding.set(scope.kind == PoolScope::Kind::Leaving ? PoolColumn::Ends : PoolColumn::Over);
    QList<int> unseen = tree.undecidedPools;
    unseen.removeIf([&tree](int row) { return tree.placeOfPool.contains(row); });
    const UndecidedRows undecided =
        UndecidedRows::of(session().poolsModel().pools(), unseen, deciding, isRunning);
    facts.undecidedRows = undecided.rows;
    facts.why = undecided.why;
    facts.decidingColumns = undecided.columns;
    facts.undecidedText = undecided.text(isRunning);
    facts.scopeTitle = title();
    addOutage(facts);
    facts.filter = filter();
    facts.isListOver = session().poolsLoader().isListOver();
    facts.outcome = outcome().only({&poolsTable, &poolMembersTable});
    return facts;
}

} // namespace layerscope
