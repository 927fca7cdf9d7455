// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/columnchooser.h"

#include "views/columnlayout.h"
#include "widgets/searchedit.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int columnRole = Qt::UserRole;
constexpr int fewestRows = 6; // that are seen however low the screen is

/// Leaves the mouse to the list, which knows whether it was pressed where it is released: a choice is
/// switched by a click anywhere on it.
class ChoiceDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool editorEvent(QEvent *, QAbstractItemModel *, const QStyleOptionViewItem &,
                     const QModelIndex &) override
    {
        return false;
    }
};

/// By its title, its key or what is said of it.
bool isAbout(const ColumnSpec &column, const QStringList &words)
{
    const QString text = column.translatedTitle() + u' ' + QLatin1StringView(column.key) + u' ' +
                         column.translatedDescription() + u' ' + translatedTopic(column.topic);
    return std::all_of(words.cbegin(), words.cend(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

ColumnChooser::ColumnChooser(ColumnLayout &layout, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_layout(layout)
    , m_search(new SearchEdit(this))
    , m_list(new QTreeView(this))
    , m_choices(new QStandardItemModel(this))
    , m_reset(new QPushButton(tr("Reset columns"), this))
{
    setObjectName(u"columnChooser"_s);
    setAccessibleName(tr("Columns"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(
        Qt::WA_NoMouseReplay); // a click on the button that opened it closes it, and does not open it anew
    setFrameShape(QFrame::StyledPanel);
    m_search->setObjectName(u"columnSearch"_s);
    m_search->setAccessibleName(tr("Search columns"));
    m_list->setObjectName(u"columnChoices"_s);
    m_list->setAccessibleName(tr("Columns"));
    m_list->setModel(m_choices);
    m_list->setItemDelegate(new ChoiceDelegate(m_list));
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setExpandsOnDoubleClick(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformRowHeights(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_reset->setObjectName(u"resetColumns"_s);
    m_reset->setAutoDefault(false);

    auto *column = new QVBoxLayout(this);
    const int margin = fontMetrics().height() / 2;
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_reset, 0, Qt::AlignLeft);
    fill();
    connectParts();
}

void ColumnChooser::fill()
{
    for (const ColumnTopic topic : columnTopics)
        addTopic(topic);
    m_list->expandAll();
    showWhatIsShown();
    m_list->setCurrentIndex(firstFound());
}

void ColumnChooser::addTopic(ColumnTopic topic)
{
    auto *heading = new QStandardItem(translatedTopic(topic));
    heading->setFlags(Qt::ItemIsEnabled);
    QFont font = m_list->font();
    font.setBold(true);
    heading->setFont(font);
    for (const ColumnIndex index : m_layout.catalogue().viewColumns()) {
        const ColumnSpec &column = m_layout.catalogue().column(index);
        if (column.topic != topic)
            continue;
        auto *choice = new QStandardItem(column.translatedTitle());
        choice->setData(index, columnRole);
        choice->setToolTip(column.translatedDescription());
        choice->setAccessibleDescription(column.translatedDescription());
        choice->setEditable(false);
        choice->setCheckable(true);
        choice->setEnabled(index != m_layout.catalogue().nameColumn()); // which is always shown
        heading->appendRow(choice);
    }
    if (heading->hasChildren())
        m_choices->appendRow(heading);
    else
        delete heading;
}

QList<QStandardItem *> ColumnChooser::choices() const
{
    QList<QStandardItem *> found;
    for (int topic = 0; topic < m_choices->rowCount(); ++topic) {
        const QStandardItem *heading = m_choices->item(topic);
        for (int row = 0; row < heading->rowCount(); ++row)
            found.append(heading->child(row));
    }
    return found;
}

void ColumnChooser::connectParts()
{
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ColumnChooser::lookFor);
    connect(m_search, &SearchEdit::nextWanted, this, [this] { switchOver(m_list->currentIndex()); });
    connect(m_search, &SearchEdit::leaveWanted, this, &QWidget::close);
    connect(m_list, &QAbstractItemView::clicked, this, &ColumnChooser::switchOver);
    connect(m_choices, &QStandardItemModel::itemChanged, this,
            [this](const QStandardItem *choice) { take(*choice); });
    connect(m_reset, &QPushButton::clicked, &m_layout, &ColumnLayout::reset);
    connect(&m_layout, &ColumnLayout::changed, this, &ColumnChooser::showWhatIsShown);
    connect(&m_layout, &QObject::destroyed, this, &QWidget::close);
}

// ---- choosing
// ----------------------------------------------------------------------------------------------------------

void ColumnChooser::switchOver(const QModelIndex &index)
{
    QStandardItem *choice = m_choices->itemFromIndex(index);
    if (choice == nullptr || !choice->isCheckable() || !choice->isEnabled())
        return;
    m_list->setCurrentIndex(index);
    choice->setCheckState(choice->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
}

/// Also what a screen reader switched, by the model.
void ColumnChooser::take(const QStandardItem &choice)
{
    if (!m_isShowing && choice.isCheckable())
        m_layout.setShown(choice.data(columnRole).toInt(), choice.checkState() == Qt::Checked);
}

void ColumnChooser::showWhatIsShown()
{
    m_isShowing = true;
    for (QStandardItem *choice : choices()) {
        const bool isShown = m_layout.isShown(choice->data(columnRole).toInt());
        choice->setCheckState(isShown ? Qt::Checked : Qt::Unchecked);
    }
    m_isShowing = false;
}

// ---- searching
// ---------------------------------------------------------------------------------------------------------

void ColumnChooser::lookFor(const QString &words)
{
    const QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
    for (int topic = 0; topic < m_choices->rowCount(); ++topic) {
        const QStandardItem *heading = m_choices->item(topic);
        bool isAny = false;
        for (int row = 0; row < heading->rowCount(); ++row) {
            const bool isFound =
                isAbout(m_layout.catalogue().column(heading->child(row)->data(columnRole).toInt()), parts);
            m_list->setRowHidden(row, heading->index(), !isFound);
            isAny = isAny || isFound;
        }
        m_list->setRowHidden(topic, {}, !isAny);
    }
    m_list->setCurrentIndex(firstFound());
    m_list->scrollToTop();
}

/// That can be switched; none if there is none.
QModelIndex ColumnChooser::firstFound() const
{
    for (const QStandardItem *choice : choices()) {
        const QModelIndex index = choice->index();
        if (choice->isEnabled() && !m_list->isRowHidden(index.row(), index.parent()))
            return index;
    }
    return {};
}

// ---- keys
// --------------------------------------------------------------------------------------------------------------

/// The view that it belongs to has keys of its own, which hold in all of its children.
bool ColumnChooser::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_search && key == Qt::Key_Down) {
        m_list->setFocus(Qt::TabFocusReason);
        return true;
    }
    return (watched == m_list && isKeyOfList(key)) || QFrame::eventFilter(watched, event);
}

/// Does what it is for.
bool ColumnChooser::isKeyOfList(int key)
{
    switch (key) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        switchOver(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Up: // from the first choice, and from what is above that: Home leads to the heading
        if (m_list->currentIndex() != firstFound() && m_list->indexAbove(m_list->currentIndex()).isValid())
            return false;
        m_search->setFocus(Qt::BacktabFocusReason);
        return true;
    default:
        return false;
    }
}

// ---- its place
// ---------------------------------------------------------------------------------------------------------

/// Of all that it has, however low the screen.
QSize ColumnChooser::wantedSize() const
{
    int widest = m_search->sizeHint().width();
    int rows = m_choices->rowCount();
    int rowHeight = fontMetrics().height();
    for (const QStandardItem *choice : choices()) {
        const QSize hint = m_list->sizeHintForIndex(choice->index());
        widest = std::max(widest, hint.width() + 2 * m_list->indentation());
        rowHeight = std::max(rowHeight, hint.height());
        ++rows;
    }
    const QMargins margins = contentsMargins() + layout()->contentsMargins();
    const int spacing = layout()->spacing();
    const int besideRows = m_search->sizeHint().height() + m_reset->sizeHint().height() + 3 * spacing;
    return {widest + m_list->verticalScrollBar()->sizeHint().width() + margins.left() + margins.right(),
            rows * rowHeight + besideRows + margins.top() + margins.bottom()};
}

void ColumnChooser::popUpBelow(const QWidget &anchor)
{
    const QRect screen = anchor.screen()->availableGeometry();
    QRect place({}, wantedSize());
    place.moveTopLeft(anchor.mapToGlobal(QPoint(0, anchor.height())));
    if (layoutDirection() == Qt::RightToLeft)
        place.moveRight(anchor.mapToGlobal(QPoint(anchor.width() - 1, 0)).x());
    const int rows = m_choices->rowCount() + static_cast<int>(choices().size());
    const int rowHeight = m_list->sizeHintForIndex(m_choices->index(0, 0)).height();
    const int fewest = place.height() - std::max(0, rows - fewestRows) * rowHeight;
    place.setHeight(std::min(place.height(), std::max(fewest, screen.bottom() - place.top())));
    place.moveLeft(std::max(screen.left(), std::min(place.left(), screen.right() - place.width())));
    place.moveTop(std::max(screen.top(), std::min(place.top(), screen.bottom() - place.height())));
    setGeometry(place);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

} // namespace layerscope
