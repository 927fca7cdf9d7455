// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <array>

class QAction;
class QMenu;

namespace layerscope {

class ColumnLayout;
class TreeTableView;

/// What people do with one column of a table: sort by it, move it, make it wider or narrower, hide it; by
/// keys and the window's menu for the column of the current cell, by a menu for any. With them go the two
/// that move that cell, and the choice of columns. GUI thread; child of the view, which gets the actions.
class ColumnActions : public QObject
{
    Q_OBJECT

public:
    explicit ColumnActions(TreeTableView &view);

    /// Of the view; nullptr: none.
    void setColumns(ColumnLayout *columns);
    /// Have the actions mean the column of the current cell. To be called where it may be another one without
    /// word of it: a new layout takes it away silently.
    void update();

    /// In the order of menus; they work while the view has the focus, and are enabled while there is a
    /// current cell.
    [[nodiscard]] QList<QAction *> actions() const;
    /// The same for this column, and the choice of columns; owned by `parent`.
    [[nodiscard]] QMenu *makeMenu(ColumnIndex column, QWidget *parent);
    /// Opens a ColumnChooser below this widget.
    void choose(const QWidget &anchor);

Q_SIGNALS:
    /// The person did something with one.
    void used();

private:
    enum class Command { Sort, MoveLeft, MoveRight, Narrower, Wider, Hide };
    static constexpr std::array commands{Command::Sort,     Command::MoveLeft, Command::MoveRight,
                                         Command::Narrower, Command::Wider,    Command::Hide};

    [[nodiscard]] QString textOf(Command command, ColumnIndex column) const;
    [[nodiscard]] bool can(Command command, ColumnIndex column) const;
    void run(Command command, ColumnIndex column);
    void sortBy(ColumnIndex column);
    void moveCell(bool toTheRight);
    /// That of the current cell; the name where it has none that is shown.
    [[nodiscard]] ColumnIndex currentColumn() const;
    /// In the order of columns, of one place to the left on screen.
    [[nodiscard]] int leftwards() const;

    TreeTableView &m_view;
    QPointer<ColumnLayout> m_columns;
    std::array<QAction *, commands.size()> m_actions;
    QAction *m_cellLeft;
    QAction *m_cellRight;
};

} // namespace layerscope
