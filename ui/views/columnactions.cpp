// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/columnactions.h"

#include "views/columnchooser.h"
#include "views/columnlayout.h"
#include "views/treetableview.h"
#include "views/viewaction.h"
#include "widgets/menukeys.h"

#include <QHeaderView>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

struct CommandNames
{
    const char *name;
    QKeySequence key;
};

/// In the order of ColumnActions::Command. Ctrl with an arrow goes to another column, with Shift it takes the
/// column along.
const std::array<CommandNames, 6> &commandNames()
{
    static const std::array<CommandNames, 6> names{{
        {"sortByColumn", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
        {"moveColumnLeft", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Left)},
        {"moveColumnRight", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Right)},
        {"narrowColumn", QKeySequence(Qt::CTRL | Qt::Key_Comma)},
        {"widenColumn", QKeySequence(Qt::CTRL | Qt::Key_Period)},
        {"hideColumn", QKeySequence()},
    }};
    return names;
}

} // namespace

ColumnActions::ColumnActions(TreeTableView &view)
    : QObject(&view)
    , m_view(view)
    , m_cellLeft(
          addViewAction(view, tr("Cell to the left"), u"cellToTheLeft"_s, QKeySequence(u"Ctrl+Left"_s)))
    , m_cellRight(
          addViewAction(view, tr("Cell to the right"), u"cellToTheRight"_s, QKeySequence(u"Ctrl+Right"_s)))
{
    static_assert(std::tuple_size_v<std::array<CommandNames, 6>> == commands.size());
    for (std::size_t i = 0; i < commands.size(); ++i) {
        const auto &[name, key] = commandNames()[i];
        m_actions[i] = addViewAction(view, {}, QString::fromLatin1(name), key);
        connect(m_actions[i], &QAction::triggered, this,
                [this, command = commands[i]] { run(command, currentColumn()); });
    }
    connect(m_cellLeft, &QAction::triggered, this, [this] { moveCell(false); });
    connect(m_cellRight, &QAction::triggered, this, [this] { moveCell(true); });
    update();
}

void ColumnActions::setColumns(ColumnLayout *columns)
{
    m_columns = columns;
    if (m_columns != nullptr) {
        connect(columns, &ColumnLayout::changed, this, &ColumnActions::update);
        connect(m_view.selectionModel(), &QItemSelectionModel::currentChanged, this, &ColumnActions::update);
    }
    update();
}

QList<QAction *> ColumnActions::actions() const
{
    QList<QAction *> all(m_actions.begin(), m_actions.end());
    all << m_cellLeft << m_cellRight;
    return all;
}

void ColumnActions::update()
{
    const bool isAny = m_columns != nullptr && m_view.currentIndex().isValid();
    const ColumnIndex column = currentColumn();
    for (std::size_t i = 0; i < commands.size(); ++i) {
        m_actions[i]->setText(textOf(commands[i], column));
        m_actions[i]->setEnabled(isAny && can(commands[i], column));
    }
    m_cellLeft->setEnabled(isAny);
    m_cellRight->setEnabled(isAny);
}

QMenu *ColumnActions::makeMenu(ColumnIndex column, QWidget *parent)
{
    auto *menu = new QMenu(tr("Column"), parent);
    menu->setObjectName(u"columnMenu"_s);
    MenuKeys::installOn(*menu);
    if (m_columns == nullptr)
        return menu;
    if (column == currentColumn() && m_view.currentIndex().isValid()) { // with their keys
        menu->addActions(QList<QAction *>(m_actions.begin(), m_actions.end()));
        menu->addSeparator();
    } else if (m_columns->isShown(column)) {
        for (std::size_t i = 0; i < commands.size(); ++i) {
            QAction *action = menu->addAction(textOf(commands[i], column));
            action->setObjectName(QString::fromLatin1(commandNames()[i].name));
            action->setEnabled(can(commands[i], column));
            connect(action, &QAction::triggered, this,
                    [this, command = commands[i], column] { run(command, column); });
        }
        menu->addSeparator();
    }
    QAction *chooser = menu->addAction(tr("Choose columns …"));
    chooser->setObjectName(u"chooseColumnsHere"_s);
    connect(chooser, &QAction::triggered, this, [this] { choose(*m_view.header()); });
    QAction *reset = menu->addAction(tr("Reset columns"));
    reset->setObjectName(u"resetColumns"_s);
    connect(reset, &QAction::triggered, m_columns.data(), &ColumnLayout::reset);
    return menu;
}

void ColumnActions::choose(const QWidget &anchor)
{
    if (m_columns != nullptr)
        (new ColumnChooser(*m_columns, &m_view))->popUpBelow(anchor);
}

// ---- one command
// -------------------------------------------------------------------------------------------------------

QString ColumnActions::textOf(Command command, ColumnIndex column) const
{
    const QString title =
        m_columns != nullptr ? m_columns->catalogue().column(column).translatedTitle() : QString();
    const QString shown = QString(title).replace(u'&', "&&"_L1);
    switch (command) {
    case Command::Sort:
        //: %1 is the title of a column
        return tr("Sort by “%1”").arg(shown);
    case Command::MoveLeft:
        return tr("Move left");
    case Command::MoveRight:
        return tr("Move right");
    case Command::Narrower:
        return tr("Narrower");
    case Command::Wider:
        return tr("Wider");
    case Command::Hide:
        break;
    }
    //: %1 is the title of a column
    return tr("Hide “%1”").arg(shown);
}

bool ColumnActions::can(Command command, ColumnIndex column) const
{
    switch (command) {
    case Command::MoveLeft:
        return m_columns->canMove(column, leftwards());
    case Command::MoveRight:
        return m_columns->canMove(column, -leftwards());
    case Command::Hide:
        return column != m_columns->catalogue().nameColumn();
    case Command::Sort:
    case Command::Narrower:
    case Command::Wider:
        break;
    }
    return m_columns->isShown(column);
}

void ColumnActions::run(Command command, ColumnIndex column)
{
    if (m_columns == nullptr)
        return;
    Q_EMIT used();
    switch (command) {
    case Command::Sort:
        sortBy(column);
        break;
    case Command::MoveLeft:
        m_columns->move(column, leftwards());
        break;
    case Command::MoveRight:
        m_columns->move(column, -leftwards());
        break;
    case Command::Narrower:
        m_columns->widen(column, -1);
        break;
    case Command::Wider:
        m_columns->widen(column, 1);
        break;
    case Command::Hide:
        m_columns->setShown(column, false);
        break;
    }
    // One that moved or grew out of sight would be moved on blindly.
    const bool isCurrent = column == m_view.currentIndex().column() && m_columns->isShown(column);
    if (isCurrent && command != Command::Sort)
        m_view.scrollTo(m_view.currentIndex());
}

/// As a click on its title: once more turns the order round.
void ColumnActions::sortBy(ColumnIndex column)
{
    const QHeaderView &header = *m_view.header();
    const bool isUp =
        header.sortIndicatorSection() == column && header.sortIndicatorOrder() == Qt::AscendingOrder;
    m_view.sortByColumn(column, isUp ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ColumnActions::moveCell(bool toTheRight)
{
    Q_EMIT used();
    m_view.moveCurrentColumn(toTheRight ? -leftwards() : leftwards());
}

ColumnIndex ColumnActions::currentColumn() const
{
    const QModelIndex current = m_view.currentIndex();
    if (m_columns != nullptr && current.isValid() && m_columns->isShown(current.column()))
        return current.column();
    return m_columns != nullptr ? m_columns->catalogue().nameColumn() : 0;
}

int ColumnActions::leftwards() const
{
    return m_view.layoutDirection() == Qt::LeftToRight ? -1 : 1;
}

} // namespace layerscope
