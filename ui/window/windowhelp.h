// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/helpsheet.h"
#include "pages/rowspage.h"

#include <QObject>
#include <QPointer>

class QMainWindow;
class QMenu;

namespace layerscope {

class FilterEdit;
class WindowActions;

/// What F1 opens: the keys of the window as its menus have them at the moment, those of its tables and
/// fields, and the filter words of the table on screen.
class WindowHelp : public QObject
{
    Q_OBJECT

public:
    /// After the menus were made.
    WindowHelp(const WindowActions &actions, const FilterEdit &filter, QMainWindow *window);

    /// The table on screen; nullptr: none.
    void follow(RowsPage *page) { m_page = page; }

private:
    void show();
    [[nodiscard]] QList<HelpSheet::Line> keys() const;
    void addKeysOf(const QMenu &menu, QList<HelpSheet::Line> &lines) const;

    const FilterEdit &m_filter;
    QMainWindow *m_window;
    QPointer<RowsPage> m_page;
    HelpSheet *m_sheet = nullptr; ///< The window's, since it was first wanted
};

} // namespace layerscope
