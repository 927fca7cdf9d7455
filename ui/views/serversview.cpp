// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/serversview.h"

#include "core/whendone.h"
#include "delegates/celldelegate.h"
#include "views/columnlayout.h"
#include "views/groupexpansion.h"
#include "views/scrollanchor.h"
#include "views/selectiontext.h"
#include "views/tableheader.h"
#include "views/visiblerows.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDataStream>
#include <QElapsedTimer>
#include <QIcon>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QtConcurrent>
#include <QTimer>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace layerscope {

namespace {

constexpr auto frame = 16ms;             // one repaint of 60 a second
constexpr auto reportInterval = 50ms;    // between two words of what is on screen (style §3.7)
constexpr auto readingTime = 1500ms;     // so long after the last move or key nothing is put in another order
constexpr qsizetype copiedAtOnce = 2000; // rows whose text takes a few milliseconds; more go to a worker

constexpr quint32 layoutMagic = 0x4c535631; // "LSV1": a layout of another make starts with another number
constexpr auto layoutStream = QDataStream::Qt_6_4;

constexpr ColumnIndex nameColumn = ServerColumn::Fqdn;

} // namespace

class ServersView::Private
{
public:
    explicit Private(ServersView *view);

    QAction *addAction(const QString &text, const QString &name, const QKeySequence &shortcut);
    void connectModel();
    void onArranged();
    void paintDirtyRows();
    void reportOrder();
    void personIsActive();
    void releaseOrder();
    void copy(bool asOneLine);
    void copyCell();
    void retry(const QList<int> &tableRows);
    [[nodiscard]] ColumnIndex copiedColumn() const;
    [[nodiscard]] QList<int> rowsToRetry() const;
    [[nodiscard]] QList<int> tableRowsBetween(int top, int bottom) const;
    void moveCurrentColumn(int step);
    void showHeaderMenu(const QPoint &position);

    ServersView *q;
    CellDelegate *delegate;
    TableHeader *header;
    ServersModel *model = nullptr;
    std::unique_ptr<ColumnLayout> columns;
    std::unique_ptr<GroupExpansion> groups;
    ScrollAnchor anchor;
    ArrangementSpec shownSpec;
    DirtyRows dirty;
    QTimer frameTimer;
    QTimer reportTimer;
    QTimer readingTimer;
    ViewOrder reported;
    std::shared_ptr<const Arrangement> orderedArrangement; ///< Whose rows `reported.all` are
    bool selectionPending = false;
    bool showsCellCursor = false; ///< Only for those who move it with the keys
    int copyNumber = 0;           ///< A newer copy overtakes one that is still being written
    QString searched;
    QElapsedTimer sinceSearch;
    QAction *copyAction;
    QAction *copyAsOneLineAction;
    QAction *copyCellAction;
    QAction *retryAction;
};

ServersView::Private::Private(ServersView *view)
    : q(view)
    , delegate(new CellDelegate(view))
    , header(new TableHeader(view))
{
    copyAction = addAction(ServersView::tr("Copy"), u"copy"_s, QKeySequence::Copy);
    copyAction->setIcon(QIcon::fromTheme(u"edit-copy"_s));
    copyAsOneLineAction =
        addAction(ServersView::tr("Copy as one line"), u"copyAsOneLine"_s, QKeySequence(u"Ctrl+Shift+C"_s));
    copyCellAction = addAction(ServersView::tr("Copy cell"), u"copyCell"_s, {});
    retryAction = addAction(ServersView::tr("Retry"), u"retry"_s, {});
    retryAction->setIcon(QIcon::fromTheme(u"view-refresh"_s));
    QObject::connect(copyAction, &QAction::triggered, q, [this] { copy(false); });
    QObject::connect(copyAsOneLineAction, &QAction::triggered, q, [this] { copy(true); });
    QObject::connect(copyCellAction, &QAction::triggered, q, [this] { copyCell(); });
    QObject::connect(retryAction, &QAction::triggered, q, [this] { retry(rowsToRetry()); });

    for (QTimer *timer : {&frameTimer, &reportTimer, &readingTimer})
        timer->setSingleShot(true);
    frameTimer.setInterval(frame);
    reportTimer.setInterval(reportInterval);
    readingTimer.setInterval(readingTime);
    QObject::connect(&frameTimer, &QTimer::timeout, q, [this] { paintDirtyRows(); });
    QObject::connect(&reportTimer, &QTimer::timeout, q, [this] { reportOrder(); });
    QObject::connect(&readingTimer, &QTimer::timeout, q, [this] { releaseOrder(); });
}

QAction *ServersView::Private::addAction(const QString &text, const QString &name,
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

ServersView::ServersView(QWidget *parent)
    : QTreeView(parent)
    , d(std::make_unique<Private>(this))
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
    setAccessibleName(tr("Servers"));

    d->header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(d->header, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &position) { d->showHeaderMenu(position); });
    connect(this, &QTreeView::expanded, this, [this] { d->reportTimer.start(); });
    connect(this, &QTreeView::collapsed, this, [this] { d->reportTimer.start(); });
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        const bool isFailed = index.data(CellStateRole).value<CellState>() == CellState::Failed;
        if (isFailed && index.data(CellStateRole).isValid() &&
            QApplication::keyboardModifiers() == Qt::NoModifier)
            d->retry({d->model->tableRow(index).value()});
    });
}

ServersView::~ServersView() = default;

// ---- the model
// ---------------------------------------------------------------------------------------------------

void ServersView::setServersModel(ServersModel *model)
{
    if (d->model != nullptr)
        disconnect(d->model, nullptr, this, nullptr);
    d->columns.reset();
    d->groups.reset();
    d->model = model;
    setModel(model);
    if (model != nullptr)
        d->connectModel();
}

void ServersView::Private::connectModel()
{
    q->setTreePosition(nameColumn);
    columns = std::make_unique<ColumnLayout>(*header, model->table().catalogue(), nullptr);
    groups = std::make_unique<GroupExpansion>(*q, *model, nullptr);
    shownSpec = model->arrangement()->spec;
    QObject::connect(columns.get(), &ColumnLayout::changed, q, [this] {
        model->setShownColumns(columns->shownSet());
        Q_EMIT q->shownColumnsChanged(columns->shown());
    });
    QObject::connect(model, &QAbstractItemModel::layoutAboutToBeChanged, q, [this] { anchor.capture(*q); });
    // Rows are numbered anew, and all of them are painted.
    QObject::connect(model, &QAbstractItemModel::layoutChanged, q, [this] { dirty.clear(); });
    QObject::connect(model, &QAbstractItemModel::modelReset, q, [this] { dirty.clear(); });
    QObject::connect(model, &ServersModel::arranged, q, [this] { onArranged(); });
    columns->reset();
    header->setSortIndicator(model->spec().sortColumn, model->spec().sortOrder);
    q->setSortingEnabled(true);
    groups->apply();
    reportTimer.start();
}

void ServersView::Private::onArranged()
{
    ArrangementSpec spec = model->arrangement()->spec;
    spec.searchedColumns = shownSpec.searchedColumns; // another column alone does not lead elsewhere
    const bool personAsked = spec != shownSpec;
    shownSpec = spec;
    groups->apply();
    q->executeDelayedItemsLayout();
    anchor.restore(*q, personAsked);
    anchor = {};
    if (copyAction->isEnabled())
        q->selectionChanged({}, {}); // a filter may have taken selected rows away, which no signal tells
    if (!reportTimer.isActive())
        reportTimer.start();
}

ServersModel *ServersView::serversModel() const
{
    return d->model;
}

void ServersView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
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

void ServersView::Private::paintDirtyRows()
{
    if (!q->isVisible() || dirty.isEmpty()) {
        dirty.clear();
        return;
    }
    const int width = q->viewport()->width();
    for (const QModelIndex &index : indexesBetween(*q, 0, q->viewport()->height())) {
        if (!dirty.contains(index))
            continue;
        const QRect rect = q->visualRect(index.siblingAtColumn(nameColumn));
        q->viewport()->update(0, rect.top(), width, rect.height());
    }
    dirty.clear();
}

// ---- what is on screen
// ---------------------------------------------------------------------------------------------

QList<int> ServersView::Private::tableRowsBetween(int top, int bottom) const
{
    QList<int> rows;
    for (const QModelIndex &index : indexesBetween(*q, top, bottom)) {
        if (const std::optional<int> row = model->tableRow(index))
            rows.append(*row);
    }
    return rows;
}

void ServersView::Private::reportOrder()
{
    if (model == nullptr || !q->isVisible())
        return;
    ViewOrder order;
    const int screen = q->viewport()->height();
    order.visible = tableRowsBetween(0, screen);
    order.nearby = tableRowsBetween(screen, 2 * screen);
    if (q->verticalOffset() > 0)
        order.nearby += tableRowsBetween(-screen, 0);
    const std::shared_ptr<const Arrangement> arrangement = model->arrangement();
    const bool isSame = arrangement == orderedArrangement;
    order.all = isSame ? reported.all : arrangement->rowsInOrder();
    orderedArrangement = arrangement;
    if (order == reported)
        return;
    reported = order;
    Q_EMIT q->viewOrderChanged(order);
}

void ServersView::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    if (!d->reportTimer.isActive())
        d->reportTimer.start();
}

void ServersView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (!d->reportTimer.isActive())
        d->reportTimer.start();
}

void ServersView::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    d->reportTimer.start();
}

// ---- painting
// ------------------------------------------------------------------------------------------------------

void ServersView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const TableTones &tones = d->delegate->tones(option.palette);
    const bool isGroup = d->model != nullptr && d->model->group(index) != nullptr;
    const bool isSelected = selectionModel()->isSelected(index);
    const bool isActive = isActiveWindow();
    const Tones &row = isSelected ? (isActive ? tones.selected : tones.selectedInactive)
                       : isGroup  ? tones.group
                                  : tones.table;
    const QRect rect = option.rect;
    if (isSelected || isGroup)
        painter->fillRect(0, rect.top(), viewport()->width(), rect.height(), row.background);

    QStyleOptionViewItem cell(option);
    cell.state.setFlag(QStyle::State_Selected, isSelected);
    cell.state.setFlag(QStyle::State_Active, isActive);
    const int width = viewport()->width();
    for (int place = 0; place < d->header->count(); ++place) {
        const int column = d->header->logicalIndex(place);
        const int left = columnViewportPosition(column);
        const int columnWidth = columnWidthOf(column);
        if (columnWidth == 0 || left >= width || left + columnWidth <= 0)
            continue;
        cell.rect = QRect(left, rect.top(), columnWidth, rect.height() - 1);
        if (column == nameColumn && rootIsDecorated()) {
            const bool isRightToLeft = option.direction == Qt::RightToLeft;
            const int indent = indentation() * (isGroup ? 1 : 2);
            const QRect branch(isRightToLeft ? cell.rect.right() + 1 - indent : left, rect.top(), indent,
                               rect.height());
            if (isGroup)
                drawBranches(painter, branch, index);
            cell.rect.adjust(isRightToLeft ? 0 : indent, 0, isRightToLeft ? -indent : 0, 0);
            // The name stands right after the arrow.
            if (isGroup)
                cell.rect.adjust(isRightToLeft ? 0 : -indentation() / 4, 0,
                                 isRightToLeft ? indentation() / 4 : 0, 0);
        }
        d->delegate->paint(painter, cell, index.siblingAtColumn(column));
    }
    painter->fillRect(0, rect.bottom(), width, 1, row.hairline);
    drawCursor(painter, rect, index, row.accent);
}

/// Shows keyboard users where they are: a bar before the current row, a frame around its cell once they moved
/// between cells.
void ServersView::drawCursor(QPainter *painter, const QRect &rect, const QModelIndex &index,
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

int ServersView::columnWidthOf(int column) const
{
    return d->header->isSectionHidden(column) ? 0 : d->header->sectionSize(column);
}

void ServersView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setIndentation(fontMetrics().height() * 5 / 4);
}

// ---- columns
// -------------------------------------------------------------------------------------------------------

QList<ColumnIndex> ServersView::shownColumns() const
{
    return d->columns ? d->columns->shown() : QList<ColumnIndex>();
}

void ServersView::setColumnShown(ColumnIndex column, bool shown)
{
    if (d->columns)
        d->columns->setShown(column, shown);
}

void ServersView::moveColumn(ColumnIndex column, int places)
{
    if (d->columns)
        d->columns->move(column, places);
}

void ServersView::resetColumns()
{
    if (d->columns)
        d->columns->reset();
}

QMenu *ServersView::makeColumnsMenu(QWidget *parent)
{
    return d->columns ? d->columns->makeColumnsMenu(parent) : new QMenu(parent);
}

void ServersView::Private::showHeaderMenu(const QPoint &position)
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

void ServersView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
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

QList<int> ServersView::selectedTableRows() const
{
    return d->model != nullptr ? tableRowsOf(*d->model, selectionModel()->selection()) : QList<int>();
}

QString ServersView::selectionAsTsv() const
{
    if (d->model == nullptr)
        return {};
    const InventoryTable &table = d->model->table();
    return toTsv(d->model->cellsOf(table), table.catalogue(), selectedTableRows(), shownColumns());
}

QString ServersView::selectionAsOneLine() const
{
    if (d->model == nullptr)
        return {};
    return toOneLine(d->model->cellsOf(d->model->table()), selectedTableRows(), d->copiedColumn());
}

ColumnIndex ServersView::Private::copiedColumn() const
{
    const QModelIndex current = q->currentIndex();
    return current.isValid() && columns->isShown(current.column()) ? current.column() : nameColumn;
}

void ServersView::Private::copy(bool asOneLine)
{
    if (model == nullptr)
        return;
    const QList<int> rows = q->selectedTableRows();
    if (rows.isEmpty())
        return;
    const int number = ++copyNumber;
    if (rows.size() <= copiedAtOnce) {
        QGuiApplication::clipboard()->setText(asOneLine ? q->selectionAsOneLine() : q->selectionAsTsv());
        return;
    }
    // 100 000 rows are a second of formatting: on a worker, over a snapshot.
    auto table = std::make_shared<const InventoryTable>(model->table());
    const auto write = [table, cells = model->cellsOf(*table), rows, shown = columns->shown(),
                        column = copiedColumn(), asOneLine] {
        return asOneLine ? toOneLine(cells, rows, column) : toTsv(cells, table->catalogue(), rows, shown);
    };
    whenDone(QtConcurrent::run(write), q, [this, number](const QString &text) {
        if (number == copyNumber)
            QGuiApplication::clipboard()->setText(text);
    });
}

void ServersView::Private::copyCell()
{
    const QModelIndex index = q->currentIndex().siblingAtColumn(copiedColumn());
    const QString raw = index.data(RawTextRole).toString();
    QGuiApplication::clipboard()->setText(raw.isEmpty() ? index.data().toString() : raw);
}

QList<int> ServersView::Private::rowsToRetry() const
{
    const InventoryTable &table = model->table();
    const GroupSet shown = table.catalogue().groupsOf(columns->shownSet());
    QList<int> rows = q->selectedTableRows();
    rows.removeIf([&](int row) {
        const RowState state = table.rowState(row, shown);
        return state != RowState::Failed && state != RowState::Refused;
    });
    return rows;
}

void ServersView::Private::retry(const QList<int> &tableRows)
{
    if (!tableRows.isEmpty())
        Q_EMIT q->retryRequested(tableRows);
}

QAction *ServersView::copyAction() const
{
    return d->copyAction;
}

QAction *ServersView::copyAsOneLineAction() const
{
    return d->copyAsOneLineAction;
}

QAction *ServersView::copyCellAction() const
{
    return d->copyCellAction;
}

QAction *ServersView::retryAction() const
{
    return d->retryAction;
}

void ServersView::contextMenuEvent(QContextMenuEvent *event)
{
    if (d->model == nullptr)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({d->copyAction, d->copyAsOneLineAction, d->copyCellAction});
    if (!d->rowsToRetry().isEmpty()) {
        menu->addSeparator();
        menu->addAction(d->retryAction);
    }
    menu->addSeparator();
    menu->addMenu(d->columns->makeColumnMenu(d->copiedColumn(), menu));
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        position = viewport()->mapToGlobal(
            visualRect(currentIndex().siblingAtColumn(d->copiedColumn())).bottomLeft());
    d->personIsActive();
    menu->popup(position);
    event->accept();
}

// ---- keys, and not moving rows under the pointer
// -------------------------------------------------------------------

void ServersView::Private::personIsActive()
{
    if (model == nullptr)
        return;
    if (!readingTimer.isActive())
        model->setHoldOrder(true);
    readingTimer.start();
}

void ServersView::Private::releaseOrder()
{
    const bool isBusy =
        QApplication::activePopupWidget() != nullptr || QApplication::mouseButtons() != Qt::NoButton;
    if (isBusy)
        readingTimer.start();
    else if (model != nullptr)
        model->setHoldOrder(false);
}

bool ServersView::viewportEvent(QEvent *event)
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

void ServersView::keyPressEvent(QKeyEvent *event)
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

void ServersView::Private::moveCurrentColumn(int step)
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

void ServersView::keyboardSearch(const QString &search)
{
    // The base class searches column 0, and walks an index for each of 100 000 rows.
    if (d->model == nullptr || search.isEmpty())
        return;
    const bool isNew =
        !d->sinceSearch.isValid() || d->sinceSearch.hasExpired(QApplication::keyboardInputInterval());
    d->sinceSearch.start();
    d->searched = isNew ? search : d->searched + search;
    // The same letter again and again goes from match to match.
    const bool isRepeated = d->searched.count(d->searched.front(), Qt::CaseInsensitive) == d->searched.size();
    const QString wanted = isRepeated ? d->searched.left(1) : d->searched;

    const std::shared_ptr<const Arrangement> arrangement = d->model->arrangement();
    QList<int> rows; // in view order, those of closed groups left out
    for (int g = 0; g < arrangement->groups.size(); ++g) {
        if (!arrangement->isGrouped || isExpanded(d->model->index(g, 0)))
            rows += arrangement->groups.at(g).rows;
    }
    const std::optional<int> current = d->model->tableRow(currentIndex());
    const qsizetype start = current ? std::max<qsizetype>(rows.indexOf(*current), 0) : 0;
    const qsizetype offset = current && (isNew || isRepeated) ? 1 : 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const int row = rows.at((start + offset + i) % rows.size());
        if (!d->model->table().text(row, nameColumn).startsWith(wanted, Qt::CaseInsensitive))
            continue;
        setCurrentIndex(d->model->indexOfTableRow(row, nameColumn));
        return;
    }
}

// ---- layout
// --------------------------------------------------------------------------------------------------------

QByteArray ServersView::saveLayout() const
{
    if (d->model == nullptr)
        return {};
    QByteArray content;
    QDataStream out(&content, QIODevice::WriteOnly);
    out.setVersion(layoutStream);
    const ArrangementSpec &spec = d->model->spec();
    out << QByteArray(d->model->table().catalogue().column(spec.sortColumn).key)
        << (spec.sortOrder == Qt::DescendingOrder);
    d->groups->save(out);
    d->columns->save(out);

    QByteArray layout;
    QDataStream envelope(&layout, QIODevice::WriteOnly);
    envelope.setVersion(layoutStream);
    envelope << layoutMagic << qChecksum(content) << content;
    return layout;
}

bool ServersView::restoreLayout(const QByteArray &layout)
{
    if (d->model == nullptr)
        return false;
    QDataStream envelope(layout);
    envelope.setVersion(layoutStream);
    quint32 magic = 0;
    quint16 checksum = 0;
    QByteArray content;
    envelope >> magic;
    if (magic != layoutMagic)
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
    const std::optional<ColumnIndex> sortColumn =
        d->model->table().catalogue().find(QString::fromLatin1(sortKey));
    if (in.status() != QDataStream::Ok || !d->groups->restore(in) || !d->columns->restore(in))
        return false;
    if (sortColumn)
        sortByColumn(*sortColumn, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    return true;
}

} // namespace layerscope
