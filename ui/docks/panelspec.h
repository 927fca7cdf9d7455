// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyCombination>
#include <QList>
#include <QString>
#include <QVariant>

class QWidget;

namespace layerscope {

class PanelContext;

/// One panel beside the tables of an account. Its dock, its entry in the View menu, its key, its accessible
/// name and what is kept of it for the next start follow from this. A value of the program's whole life.
struct PanelSpec
{
    const char *id = ""; ///< "navigator": in settings and, as "showNavigator", of its action. Never changes.
    /// QT_TRANSLATE_NOOP("Panels", "&Navigator"), with the key of the View menu; see translatedTitle().
    const char *title = "";
    Qt::DockWidgetArea area = Qt::RightDockWidgetArea; ///< At first, where text runs from left to right.
    QKeyCombination shortcut = Qt::Key_unknown;        ///< PanelDocks::goTo(); Key_unknown: none.
    bool isOpenAtFirst = true;
    /// Of one that is closed at first: opens by itself when something is selected, unless the person opened
    /// or closed it before.
    bool opensWithSelection = false;
    double textMargin = 0.5; ///< Of its text from its edge, in heights of a line; the title stands above it.
    /// Called once for each account; the dock takes it over. It is as wide, or high, as it hints until the
    /// person moves its edge, and should ask for nothing while it is hidden, as it also is behind the tab of
    /// another one.
    QWidget *(*make)(PanelContext &context) = nullptr;
    /// What else it wants to find again at the next start, and that again, from whatever is in the settings;
    /// nullptr: nothing.
    QVariant (*state)(const QWidget &panel) = nullptr;
    void (*restoreState)(QWidget &panel, const QVariant &state) = nullptr;

    [[nodiscard]] QString key() const { return QString::fromLatin1(id); }
    [[nodiscard]] QString translatedTitle() const;
    /// With its mnemonic.
    [[nodiscard]] QString translatedMenuText() const;
};

/// Every panel, in the order of the View menu.
[[nodiscard]] const QList<const PanelSpec *> &allPanels();

} // namespace layerscope
