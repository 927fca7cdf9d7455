// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rowsview.h"

#include "inventory/kinds.h"
#include "views/columnactions.h"
#include "views/columnlayout.h"
#include "views/groupexpansion.h"
#include "views/orderhold.h"
#include "views/rowcopier.h"
#include "views/rowlinks.h"
#include "views/rowmenu.h"
#include "views/rowretrier.h"
#include "views/rowselection.h"
#include "views/rowslayout.h"
#include "views/screenreport.h"
#include "views/tableheader.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

RowsView::RowsView(const TableSpec &table, QWidget *parent)
    : TreeTableView(table.catalogue(), parent)
    , m_copier(new RowCopier(this))
    , m_columnActions(new ColumnActions(*this))
    , m_retrier(new RowRetrier(this))
    , m_hold(new OrderHold(this))
    , m_report(new ScreenReport(this))
{
    setAccessibleName(table.translatedTitle());
    viewport()->setMouseTracking(true); // a pointer that moves says that somebody reads
    tableHeader().setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&tableHeader(), &QWidget::customContextMenuRequested, this, &RowsView::showHeaderMenu);
    connect(m_columnActions, &ColumnActions::used, m_hold, &OrderHold::personIsActive);
    connect(m_retrier, &RowRetrier::wanted, this, &RowsView::retryRequested);
    connect(m_report, &ScreenReport::viewOrderChanged, this, &RowsView::viewOrderChanged);
    connect(m_report, &ScreenReport::openRowsChanged, this, &RowsView::openRowsChanged);
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const std::optional<RowKey> key = linkOf(*m_model, index))
            Q_EMIT rowWanted(*key);
    });
}

RowsView::~RowsView() = default;

// ---- the model
// ---------------------------------------------------------------------------------------------------

void RowsView::setRowsModel(RowsModel *model)
{
    m_layout.reset();
    m_groups.reset();
    m_columns.reset();
    m_model = model;
    setModel(model);
    makeSelection();
    if (model != nullptr) {
        m_groups = std::make_unique<GroupExpansion>(*this, *model, nullptr);
        m_columns = std::make_unique<ColumnLayout>(tableHeader(), model->catalogue(), nullptr);
        m_layout = std::make_unique<RowsLayout>(*this, *model, *m_groups, *m_columns);
    }
    m_columnActions->setColumns(m_columns.get());
    m_copier->setModel(model, m_columns.get(), m_selection);
    m_retrier->setModel(model, m_columns.get(), m_selection);
    m_hold->setModel(model);
    m_report->setModel(model);
    if (model != nullptr)
        connectModel();
}

/// In the place of the one that setModel() made.
void RowsView::makeSelection()
{
    delete std::exchange(m_selection, nullptr);
    if (m_model == nullptr)
        return;
    const QItemSelectionModel *made = selectionModel();
    m_selection = new RowSelection(*m_model, *this);
    setSelectionModel(m_selection);
    delete made;
}

void RowsView::connectModel()
{
    setTreePosition(m_model->catalogue().nameColumn());
    m_shownSpec = m_model->arrangedSpec();
    connect(m_columns.get(), &ColumnLayout::changed, this, [this] {
        m_model->setShownColumns(m_columns->shownSet());
        Q_EMIT shownColumnsChanged(m_columns->shown());
    });
    connect(m_model, &ArrangementModel::aboutToMove, this, [this] {
        m_anchor.capture(*this);
        m_hasMoved = true;
        m_selection->beginMove();
    });
    connect(m_model, &ArrangementModel::moved, m_selection, &RowSelection::endMove);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { m_hasMoved = true; });
    connect(m_model, &RowsModel::arranged, this, &RowsView::onArranged);
    m_columns->reset();
    header()->setSortIndicator(m_model->spec().sortColumn, m_model->spec().sortOrder);
    setSortingEnabled(true);
    m_groups->apply();
    m_report->reschedule();
}

void RowsView::onArranged()
{
    ArrangementSpec spec = m_model->arrangedSpec();
    // Another column alone does not lead elsewhere, whatever rows it makes come or go.
    spec.shownColumns = m_shownSpec.shownColumns;
    spec.searchedColumns = m_shownSpec.searchedColumns;
    spec.childSearchedColumns = m_shownSpec.childSearchedColumns;
    spec.stateColumns = m_shownSpec.stateColumns;
    // Where nothing moved, somebody may be led to a row already.
    const bool hasMoved = std::exchange(m_hasMoved, false);
    const bool personAsked = hasMoved && spec != m_shownSpec;
    m_shownSpec = spec;
    m_groups->apply();
    if (hasMoved) { // else there is time until it is painted: rows at the end come 20 times a second
        executeDelayedItemsLayout();
        m_anchor.restore(*this, personAsked);
    }
    m_anchor = {};
    if (copyAction()->isEnabled())
        tellSelectionLater(); // a filter may have taken selected rows away, which no signal tells
    m_report->schedule();
}

// ---- what is on screen
// ---------------------------------------------------------------------------------------------

void RowsView::scrollContentsBy(int dx, int dy)
{
    TreeTableView::scrollContentsBy(dx, dy);
    m_report->schedule();
}

void RowsView::resizeEvent(QResizeEvent *event)
{
    TreeTableView::resizeEvent(event);
    m_report->schedule();
}

void RowsView::showEvent(QShowEvent *event)
{
    TreeTableView::showEvent(event);
    m_report->reschedule();
}

void RowsView::openAll()
{
    if (m_model == nullptr)
        return;
    if (m_model->children() == nullptr) {
        m_groups->openAll();
        return;
    }
    // One by one: QTreeView::expandAll() takes seconds for some ten thousand rows (limits §3).
    for (int row = 0; row < m_model->rowCount(); ++row)
        expand(m_model->index(row, 0));
}

void RowsView::closeAll()
{
    if (m_layout)
        m_layout->forgetOpenRows();
    collapseAll(); // says so of each
}

bool RowsView::showRow(RowKey key)
{
    const QVariant current = currentIndex().data(KeyRole);
    const bool isThere = current.isValid() && current.value<RowKey>() == key; // under whichever of its tags
    const QModelIndex index =
        isThere ? currentIndex().siblingAtColumn(treePosition()) : m_model->indexOfKey(key, treePosition());
    if (!index.isValid())
        return false;
    const bool canBeOpened = m_model->hasChildren(index.siblingAtColumn(0));
    if (index.parent().isValid())
        expand(index.parent());
    if (canBeOpened)
        expand(index.siblingAtColumn(0));
    setCurrentIndex(index);
    // With room for what lies below it, if anything does.
    const bool isParent = m_model->children() != nullptr && !index.parent().isValid();
    scrollTo(index, isParent ? PositionAtTop : PositionAtCenter);
    return true;
}

// ---- columns
// -------------------------------------------------------------------------------------------------------

QList<ColumnIndex> RowsView::shownColumns() const
{
    return m_columns ? m_columns->shown() : QList<ColumnIndex>();
}

ColumnSet RowsView::shownColumnSet() const
{
    return m_columns ? m_columns->shownSet() : ColumnSet();
}

QList<ColumnIndex> RowsView::wantedColumns() const
{
    return m_columns ? m_columns->wanted() : QList<ColumnIndex>();
}

void RowsView::setColumnShown(ColumnIndex column, bool shown)
{
    if (m_columns)
        m_columns->setShown(column, shown);
}

void RowsView::moveColumn(ColumnIndex column, int places)
{
    if (m_columns)
        m_columns->move(column, places);
}

void RowsView::resetColumns()
{
    if (m_columns)
        m_columns->reset();
}

void RowsView::setOneKind(bool isOne)
{
    if (m_columns)
        m_columns->setOneKind(isOne);
}

void RowsView::chooseColumns(const QWidget &anchor)
{
    m_columnActions->choose(anchor.isVisible() ? anchor : *header());
}

QList<QAction *> RowsView::columnActions() const
{
    return m_columnActions->actions();
}

void RowsView::showHeaderMenu(const QPoint &position)
{
    if (!m_columns)
        return;
    QMenu *menu = m_columnActions->makeMenu(tableHeader().sectionAt(position), this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_hold->personIsActive();
    menu->popup(tableHeader().viewport()->mapToGlobal(position));
}

// ---- the selection
// ----------------------------------------------------------------------------------------------------

void RowsView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    TreeTableView::selectionChanged(selected, deselected);
    tellSelectionLater();
}

bool RowsView::isRowSelected(const QModelIndex &index) const
{
    return m_selection != nullptr && m_selection->contains(index);
}

void RowsView::tellSelectionLater()
{
    if (!std::exchange(m_isSelectionPending, true))
        QMetaObject::invokeMethod(this, &RowsView::tellSelection, Qt::QueuedConnection);
}

void RowsView::tellSelection()
{
    m_isSelectionPending = false;
    const bool isAny = m_selection != nullptr && !m_selection->isEmpty();
    for (QAction *action : {copyAction(), copyAsOneLineAction(), copyCellAction(), retryAction()})
        action->setEnabled(isAny);
    m_copier->nameColumn();
    m_columnActions->update();
    Q_EMIT selectedRowsChanged();
}

QList<int> RowsView::selectedTableRows() const
{
    return m_selection != nullptr ? m_selection->tableRows() : QList<int>();
}

QList<int> RowsView::selectedChildRows() const
{
    return m_selection != nullptr ? m_selection->childRows() : QList<int>();
}

QString RowsView::selectionAsTsv() const
{
    return m_copier->selectionAsTsv();
}

QString RowsView::selectionAsOneLine() const
{
    return m_copier->selectionAsOneLine();
}

QAction *RowsView::copyAction() const
{
    return m_copier->copyRows;
}

QAction *RowsView::copyAsOneLineAction() const
{
    return m_copier->copyAsOneLine;
}

QAction *RowsView::copyCellAction() const
{
    return m_copier->copyCell;
}

QAction *RowsView::retryAction() const
{
    return m_retrier->retry;
}

void RowsView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_model == nullptr)
        return;
    auto *menu = new RowMenu({*m_model, *m_copier, *m_retrier, *m_columnActions}, currentIndex(), this);
    connect(menu, &RowMenu::rowWanted, this, &RowsView::rowWanted);
    connect(menu, &RowMenu::jumpWanted, this, &RowsView::jumpWanted);
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid()) {
        const QModelIndex cell = currentIndex().siblingAtColumn(m_copier->copiedColumn());
        position = viewport()->mapToGlobal(visualRect(cell).bottomLeft());
    }
    m_hold->personIsActive();
    menu->popup(position);
    event->accept();
}

// ---- pointer and keys
// -------------------------------------------------------------------------------------------------

bool RowsView::viewportEvent(QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::MouseButtonPress || type == QEvent::MouseMove || type == QEvent::MouseButtonRelease ||
        type == QEvent::Wheel)
        m_hold->personIsActive();
    return TreeTableView::viewportEvent(event);
}

void RowsView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const std::optional<RowKey> key =
        isEnter && m_model != nullptr ? linkOfChild(*m_model, currentIndex()) : std::nullopt;
    if (key && event->modifiers() == Qt::NoModifier) {
        Q_EMIT rowWanted(*key);
        event->accept();
        return;
    }
    m_hold->personIsActive();
    if (event->key() == Qt::Key_Asterisk && m_model != nullptr && m_model->hasTwoLevels()) {
        openAll(); // QTreeView opens what is below the current row
        event->accept();
        return;
    }
    TreeTableView::keyPressEvent(event);
}

void RowsView::keyboardSearch(const QString &search)
{
    if (m_model == nullptr || search.isEmpty())
        return;
    if (const QModelIndex found = m_names.find(search, *this, *m_model); found.isValid())
        setCurrentIndex(found);
}

// ---- layout
// --------------------------------------------------------------------------------------------------------

QByteArray RowsView::saveLayout() const
{
    return m_layout ? m_layout->save() : QByteArray();
}

bool RowsView::restoreLayout(const QByteArray &layout)
{
    return m_layout && m_layout->restore(layout);
}

} // namespace layerscope
