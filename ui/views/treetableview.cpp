// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/treetableview.h"

#include "delegates/celldelegate.h"
#include "views/columnlayout.h"
#include "views/scrollanchor.h"
#include "views/tableheader.h"
#include "views/visiblerows.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDataStream>
#include <QIcon>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QTimer>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace layerscope {

namespace {

constexpr auto frame = 16ms;          // one repaint of 60 a second
constexpr auto reportInterval = 50ms; // between two words of what is on screen (style §3.7)
constexpr auto readingTime = 1500ms;  // so long after the last move or key nothing is put in another order
constexpr auto layoutStream = QDataStream::Qt_6_4;

} // namespace

class TreeTableView::Private
{
public:
    Private(TreeTableView *view, const Catalogue &catalogue, quint32 magic);

    QAction *addAction(const QString &text, const QString &name, const QKeySequence &shortcut);
    void connectModel();
    void onArranged();
    void paintDirtyRows();
    void personIsActive();
    void releaseOrder();
    void copyCell();
    void moveCurrentColumn(int step);
    void showHeaderMenu(const QPoint &position);

    TreeTableView *q;
    CellDelegate *delegate;
    TableHeader *header;
    const quint32 layoutMagic;
    RowsModel *model = nullptr;
    std::unique_ptr<ColumnLayout> columns;
    ScrollAnchor anchor;
    ArrangementSpec shownSpec;
    bool hasMoved = false; ///< Since the last arrangement was in place
    DirtyRows dirty;
    QTimer frameTimer;
    QTimer reportTimer;
    QTimer readingTimer;
    bool selectionPending = false;
    bool showsCellCursor = false; ///< Only for those who move it with the keys
    int copyNumber = 0;           ///< A newer copy overtakes one that is still being written
    QAction *copyAction;
    QAction *copyAsOneLineAction;
    QAction *copyCellAction;
    QAction *retryAction;
};

TreeTableView::Private::Private(TreeTableView *view, const Catalogue &catalogue, quint32 magic)
    : q(view)
    , delegate(new CellDelegate(catalogue, view))
    , header(new TableHeader(view))
    , layoutMagic(magic)
{
    copyAction = addAction(TreeTableView::tr("Copy"), u"copy"_s, QKeySequence::Copy);
    copyAction->setIcon(QIcon::fromTheme(u"edit-copy"_s));
    copyAsOneLineAction =
        addAction(TreeTableView::tr("Copy as one line"), u"copyAsOneLine"_s, QKeySequence(u"Ctrl+Shift+C"_s));
    copyCellAction = addAction(TreeTableView::tr("Copy cell"), u"copyCell"_s, {});
    retryAction = addAction(TreeTableView::tr("Retry"), u"retry"_s, {});
    retryAction->setIcon(QIcon::fromTheme(u"view-refresh"_s));
    QObject::connect(copyAction, &QAction::triggered, q, [this] { q->copySelection(false); });
    QObject::connect(copyAsOneLineAction, &QAction::triggered, q, [this] { q->copySelection(true); });
    QObject::connect(copyCellAction, &QAction::triggered, q, [this] { copyCell(); });
    QObject::connect(retryAction, &QAction::triggered, q, [this] { q->retrySelection(); });

    for (QTimer *timer : {&frameTimer, &reportTimer, &readingTimer})
        timer->setSingleShot(true);
    frameTimer.setInterval(frame);
    reportTimer.setInterval(reportInterval);
    readingTimer.setInterval(readingTime);
    QObject::connect(&frameTimer, &QTimer::timeout, q, [this] { paintDirtyRows(); });
    QObject::connect(&reportTimer, &QTimer::timeout, q, [this] {
        if (model != nullptr && q->isVisible())
            q->reportOrder();
    });
    QObject::connect(&readingTimer, &QTimer::timeout, q, [this] { releaseOrder(); });
}

QAction *TreeTableView::Private::addAction(const QString &text, const QString &name,
                                           const QKeySequence &shortcut)
{
    auto *action = new QAction(text, q);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setEnabled(false);
    q->addAction(action);
    return action;
}

TreeTableView::TreeTableView(const Catalogue &catalogue, quint32 layoutMagic, QWidget *parent)
    : QTreeView(parent)
    , d(std::make_unique<Private>(this, catalogue, layoutMagic))
{
    setItemDelegate(d->delegate);
    setHeader(d->header);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(false);
    setExpandsOnDoubleClick(true);
    setFrameShape(NoFrame);
    setIndentation(fontMetrics().height() * 5 / 4);
    viewport()->setMouseTracking(true); // a pointer that moves says that somebody reads

    d->header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(d->header, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &position) { d->showHeaderMenu(position); });
    connect(this, &QTreeView::expanded, this, [this] { d->reportTimer.start(); });
    connect(this, &QTreeView::collapsed, this, [this] { d->reportTimer.start(); });
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        const bool isFailed = index.data(CellStateRole).value<CellState>() == CellState::Failed;
        if (isFailed && index.data(CellStateRole).isValid() &&
            QApplication::keyboardModifiers() == Qt::NoModifier)
            retryIndex(index);
    });
}

TreeTableView::~TreeTableView() = default;

// ---- the model
// ---------------------------------------------------------------------------------------------------

void TreeTableView::setRowsModel(RowsModel *model)
{
    if (d->model != nullptr)
        disconnect(d->model, nullptr, this, nullptr);
    d->columns.reset();
    d->model = model;
    setModel(model);
    if (model != nullptr)
        d->connectModel();
}

void TreeTableView::Private::connectModel()
{
    q->setTreePosition(model->catalogue().nameColumn());
    columns = std::make_unique<ColumnLayout>(*header, model->catalogue(), nullptr);
    shownSpec = model->arrangedSpec();
    QObject::connect(columns.get(), &ColumnLayout::changed, q, [this] {
        model->setShownColumns(columns->shownSet());
        Q_EMIT q->shownColumnsChanged(columns->shown());
    });
    QObject::connect(model, &QAbstractItemModel::layoutAboutToBeChanged, q, [this] {
        anchor.capture(*q);
        hasMoved = true;
    });
    // Rows are numbered anew, and all of them are painted.
    QObject::connect(model, &QAbstractItemModel::layoutChanged, q, [this] { dirty.clear(); });
    QObject::connect(model, &QAbstractItemModel::modelReset, q, [this] {
        dirty.clear();
        hasMoved = true;
    });
    QObject::connect(model, &RowsModel::arranged, q, [this] { onArranged(); });
    columns->reset();
    header->setSortIndicator(model->spec().sortColumn, model->spec().sortOrder);
    q->setSortingEnabled(true);
    q->openAfterArranging();
    reportTimer.start();
}

void TreeTableView::Private::onArranged()
{
    ArrangementSpec spec = model->arrangedSpec();
    spec.searchedColumns = shownSpec.searchedColumns; // another column alone does not lead elsewhere
    // Where nothing moved, somebody may be led to a row already.
    const bool personAsked = std::exchange(hasMoved, false) && spec != shownSpec;
    shownSpec = spec;
    q->openAfterArranging();
    q->executeDelayedItemsLayout();
    anchor.restore(*q, personAsked);
    anchor = {};
    if (copyAction->isEnabled())
        q->selectionChanged({}, {}); // a filter may have taken selected rows away, which no signal tells
    if (!reportTimer.isActive())
        reportTimer.start();
}

RowsModel *TreeTableView::rowsModel() const
{
    return d->model;
}

void TreeTableView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                                const QList<int> &roles)
{
    // The base class would look at each cell and repaint at once, which costs too much thousands of times a
    // second.
    d->dirty.add(topLeft, bottomRight);
    if (!d->frameTimer.isActive())
        d->frameTimer.start();
    // Those who listen to the screen hear of the row they are on.
    if (QAccessible::isActive() && topLeft.row() == bottomRight.row() &&
        topLeft.parent() == currentIndex().parent() && topLeft.row() == currentIndex().row())
        QTreeView::dataChanged(topLeft, bottomRight, roles);
}

void TreeTableView::Private::paintDirtyRows()
{
    if (!q->isVisible() || dirty.isEmpty()) {
        dirty.clear();
        return;
    }
    const int width = q->viewport()->width();
    for (const QModelIndex &index : indexesBetween(*q, 0, q->viewport()->height())) {
        if (!dirty.contains(index))
            continue;
        const QRect rect = q->visualRect(index.siblingAtColumn(q->treePosition()));
        q->viewport()->update(0, rect.top(), width, rect.height());
    }
    dirty.clear();
}

// ---- what is on screen
// ---------------------------------------------------------------------------------------------

void TreeTableView::scheduleReport()
{
    if (!d->reportTimer.isActive())
        d->reportTimer.start();
}

void TreeTableView::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    if (!d->reportTimer.isActive())
        d->reportTimer.start();
}

void TreeTableView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (!d->reportTimer.isActive())
        d->reportTimer.start();
}

void TreeTableView::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    d->reportTimer.start();
}

// ---- painting
// ------------------------------------------------------------------------------------------------------

void TreeTableView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const TableTones &tones = d->delegate->tones(option.palette);
    const bool isGroup = index.data(IsGroupRole).toBool();
    const bool isTop = !index.parent().isValid();
    const bool isOpen = isTop && isExpanded(index);
    const bool isSelected = selectionModel()->isSelected(index);
    const bool isActive = isActiveWindow();
    const Tones &row = isSelected          ? (isActive ? tones.selected : tones.selectedInactive)
                       : isGroup || isOpen ? tones.group
                                           : tones.table;
    const QRect rect = option.rect;
    if (isSelected || isGroup || isOpen)
        painter->fillRect(0, rect.top(), viewport()->width(), rect.height(), row.background);

    QStyleOptionViewItem cell(option);
    cell.state.setFlag(QStyle::State_Selected, isSelected);
    cell.state.setFlag(QStyle::State_Active, isActive);
    cell.state.setFlag(QStyle::State_Open, isOpen && !isGroup);
    const int width = viewport()->width();
    for (int place = 0; place < d->header->count(); ++place) {
        const int column = d->header->logicalIndex(place);
        const int left = columnViewportPosition(column);
        const int columnWidth = columnWidthOf(column);
        if (columnWidth == 0 || left >= width || left + columnWidth <= 0)
            continue;
        cell.rect = QRect(left, rect.top(), columnWidth, rect.height() - 1);
        if (column == treePosition() && index.siblingAtColumn(column).data(StateMarkRole).isValid())
            cell.rect |= emptyCellsBehind(place, index, cell.rect);
        if (column == treePosition() && rootIsDecorated()) {
            const bool isRightToLeft = option.direction == Qt::RightToLeft;
            const int indent = indentation() * (isTop ? 1 : 2);
            const QRect branch(isRightToLeft ? cell.rect.right() + 1 - indent : left, rect.top(), indent,
                               rect.height());
            if (isTop)
                drawBranches(painter, branch, index);
            cell.rect.adjust(isRightToLeft ? 0 : indent, 0, isRightToLeft ? -indent : 0, 0);
            // The name stands right after the arrow.
            if (isTop)
                cell.rect.adjust(isRightToLeft ? 0 : -indentation() / 4, 0,
                                 isRightToLeft ? indentation() / 4 : 0, 0);
        }
        d->delegate->paint(painter, cell, index.siblingAtColumn(column));
    }
    painter->fillRect(0, rect.bottom(), width, 1, row.hairline);
    drawCursor(painter, rect, index, row.accent);
}

/// What a sentence in place of a name may run over: cells that follow and have nothing to show.
QRect TreeTableView::emptyCellsBehind(int place, const QModelIndex &index, const QRect &cell) const
{
    QRect room;
    for (int next = place + 1; next < d->header->count(); ++next) {
        const int column = d->header->logicalIndex(next);
        const QModelIndex behind = index.siblingAtColumn(column);
        const int width = columnWidthOf(column);
        const auto state = behind.data(CellStateRole).value<CellState>();
        const bool isToCome = state == CellState::Loading || state == CellState::NotAsked;
        if (width > 0 && (isToCome || !behind.data().toString().isEmpty()))
            break;
        room |= QRect(columnViewportPosition(column), cell.top(), width, cell.height());
    }
    return room;
}

/// Shows keyboard users where they are: a bar before the current row, a frame around its cell once they moved
/// between cells.
void TreeTableView::drawCursor(QPainter *painter, const QRect &rect, const QModelIndex &index,
                               const QColor &color) const
{
    const QModelIndex current = currentIndex();
    if (!hasFocus() || current.row() != index.row() || current.parent() != index.parent())
        return;
    const int thickness = std::max(2, fontMetrics().height() / 7);
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    painter->fillRect(isRightToLeft ? viewport()->width() - thickness : 0, rect.top(), thickness,
                      rect.height() - 1, color);
    if (!d->showsCellCursor)
        return;
    const QRect cell(columnViewportPosition(current.column()), rect.top(),
                     columnWidthOf(current.column()) - 1, rect.height() - 2);
    painter->save();
    painter->setPen(color);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(cell);
    painter->restore();
}

int TreeTableView::columnWidthOf(int column) const
{
    return d->header->isSectionHidden(column) ? 0 : d->header->sectionSize(column);
}

void TreeTableView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setIndentation(fontMetrics().height() * 5 / 4);
}

// ---- columns
// -------------------------------------------------------------------------------------------------------

QList<ColumnIndex> TreeTableView::shownColumns() const
{
    return d->columns ? d->columns->shown() : QList<ColumnIndex>();
}

ColumnSet TreeTableView::shownColumnSet() const
{
    return d->columns ? d->columns->shownSet() : ColumnSet();
}

void TreeTableView::setColumnShown(ColumnIndex column, bool shown)
{
    if (d->columns)
        d->columns->setShown(column, shown);
}

void TreeTableView::moveColumn(ColumnIndex column, int places)
{
    if (d->columns)
        d->columns->move(column, places);
}

void TreeTableView::resetColumns()
{
    if (d->columns)
        d->columns->reset();
}

QMenu *TreeTableView::makeColumnsMenu(QWidget *parent)
{
    return d->columns ? d->columns->makeColumnsMenu(parent) : new QMenu(parent);
}

void TreeTableView::Private::showHeaderMenu(const QPoint &position)
{
    if (!columns)
        return;
    QMenu *menu = columns->makeColumnMenu(header->logicalIndexAt(position), q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    personIsActive();
    menu->popup(header->viewport()->mapToGlobal(position));
}

// ---- selection and copying
// -----------------------------------------------------------------------------------------

void TreeTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    if (std::exchange(d->selectionPending, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            d->selectionPending = false;
            const bool isAny = selectionModel() != nullptr && selectionModel()->hasSelection();
            for (QAction *action : {d->copyAction, d->copyAsOneLineAction, d->copyCellAction, d->retryAction})
                action->setEnabled(isAny);
            Q_EMIT selectedRowsChanged();
        },
        Qt::QueuedConnection);
}

ColumnIndex TreeTableView::copiedColumn() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() && d->columns->isShown(current.column()) ? current.column() : treePosition();
}

void TreeTableView::copySelection(bool asOneLine)
{
    if (d->model == nullptr || !selectionModel()->hasSelection())
        return;
    ++d->copyNumber; // overtakes what a worker may still be writing
    QGuiApplication::clipboard()->setText(asOneLine ? selectionAsOneLine() : selectionAsTsv());
}

int TreeTableView::nextCopyNumber()
{
    return ++d->copyNumber;
}

bool TreeTableView::isNewestCopy(int number) const
{
    return number == d->copyNumber;
}

void TreeTableView::Private::copyCell()
{
    const QModelIndex index = q->currentIndex().siblingAtColumn(q->copiedColumn());
    const QString raw = index.data(RawTextRole).toString();
    QGuiApplication::clipboard()->setText(raw.isEmpty() ? index.data().toString() : raw);
}

QAction *TreeTableView::copyAction() const
{
    return d->copyAction;
}

QAction *TreeTableView::copyAsOneLineAction() const
{
    return d->copyAsOneLineAction;
}

QAction *TreeTableView::copyCellAction() const
{
    return d->copyCellAction;
}

QAction *TreeTableView::retryAction() const
{
    return d->retryAction;
}

void TreeTableView::contextMenuEvent(QContextMenuEvent *event)
{
    if (d->model == nullptr)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({d->copyAction, d->copyAsOneLineAction, d->copyCellAction});
    addRowActions(menu);
    if (canRetrySelection()) {
        menu->addSeparator();
        menu->addAction(d->retryAction);
    }
    menu->addSeparator();
    menu->addMenu(d->columns->makeColumnMenu(copiedColumn(), menu));
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        position =
            viewport()->mapToGlobal(visualRect(currentIndex().siblingAtColumn(copiedColumn())).bottomLeft());
    d->personIsActive();
    menu->popup(position);
    event->accept();
}

// ---- keys, and not moving rows under the pointer
// -------------------------------------------------------------------

void TreeTableView::Private::personIsActive()
{
    if (model == nullptr)
        return;
    if (!readingTimer.isActive())
        model->setHoldOrder(true);
    readingTimer.start();
}

void TreeTableView::Private::releaseOrder()
{
    const bool isBusy =
        QApplication::activePopupWidget() != nullptr || QApplication::mouseButtons() != Qt::NoButton;
    if (isBusy)
        readingTimer.start();
    else if (model != nullptr)
        model->setHoldOrder(false);
}

bool TreeTableView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        d->showsCellCursor = false;
        [[fallthrough]];
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
    case QEvent::Wheel:
        d->personIsActive();
        break;
    default:
        break;
    }
    return QTreeView::viewportEvent(event);
}

void TreeTableView::keyPressEvent(QKeyEvent *event)
{
    d->personIsActive();
    const bool isSideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (isSideways && event->modifiers().testFlag(Qt::ControlModifier)) {
        const bool isForward = (event->key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
        d->moveCurrentColumn(isForward ? 1 : -1);
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void TreeTableView::Private::moveCurrentColumn(int step)
{
    const QModelIndex current = q->currentIndex();
    if (!current.isValid() || !columns)
        return;
    const QList<ColumnIndex> shown = columns->shown();
    const qsizetype place = shown.indexOf(current.column());
    const qsizetype next = showsCellCursor && place >= 0
                               ? std::clamp<qsizetype>(place + step, 0, shown.size() - 1)
                               : std::max<qsizetype>(place, 0);
    showsCellCursor = true;
    const QModelIndex index = current.siblingAtColumn(shown.at(next));
    q->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    q->scrollTo(index);
    q->viewport()->update();
}

// ---- layout
// --------------------------------------------------------------------------------------------------------

void TreeTableView::addRowActions(QMenu *menu)
{
    Q_UNUSED(menu)
}

void TreeTableView::saveOwn(QDataStream &out) const
{
    Q_UNUSED(out)
}

bool TreeTableView::restoreOwn(QDataStream &in)
{
    Q_UNUSED(in)
    return true;
}

QByteArray TreeTableView::saveLayout() const
{
    if (d->model == nullptr)
        return {};
    QByteArray content;
    QDataStream out(&content, QIODevice::WriteOnly);
    out.setVersion(layoutStream);
    const ArrangementSpec &spec = d->model->spec();
    out << QByteArray(d->model->catalogue().column(spec.sortColumn).key)
        << (spec.sortOrder == Qt::DescendingOrder);
    saveOwn(out);
    d->columns->save(out);

    QByteArray layout;
    QDataStream envelope(&layout, QIODevice::WriteOnly);
    envelope.setVersion(layoutStream);
    envelope << d->layoutMagic << qChecksum(content) << content;
    return layout;
}

bool TreeTableView::restoreLayout(const QByteArray &layout)
{
    if (d->model == nullptr)
        return false;
    QDataStream envelope(layout);
    envelope.setVersion(layoutStream);
    quint32 magic = 0;
    quint16 checksum = 0;
    QByteArray content;
    envelope >> magic;
    if (magic != d->layoutMagic)
        return false;
    envelope >> checksum >> content;
    // What was cut off or damaged is found before any of it is put in place.
    if (envelope.status() != QDataStream::Ok || checksum != qChecksum(content))
        return false;

    QDataStream in(content);
    in.setVersion(layoutStream);
    QByteArray sortKey;
    bool isDescending = false;
    in >> sortKey >> isDescending;
    const std::optional<ColumnIndex> sortColumn = d->model->catalogue().find(QString::fromLatin1(sortKey));
    if (in.status() != QDataStream::Ok || !restoreOwn(in) || !d->columns->restore(in))
        return false;
    if (sortColumn)
        sortByColumn(*sortColumn, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    return true;
}

} // namespace layerscope
