// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/kinds.h"

#include <QAction>
#include <QObject>

namespace layerscope {

/// Every action of the main window with its text, shortcut, icon and object name. Knows nothing of what they
/// do: the window connects them. Disabled where there is nothing to do.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QWidget *window);

    // File
    QAction *exportAll;
    QAction *exportFiltered;
    QAction *exportSelected;
    QAction *exportMembers;
    QAction *exportAccount;
    QAction *exportWorkbook;
    QAction *closeAccount;
    QAction *quit;
    // Edit
    QAction *selectAll;
    QAction *find;
    QAction *clearFilter;
    // View
    /// Of each table with a page, and after it of each kind that the navigator tells apart in it; data() is
    /// the navigator's node. The first nine have keys.
    QList<QAction *> tables;
    QAction *goBack;
    QAction *goForward;
    QList<QAction *> panels; ///< Of allPanels(), in their order; data() is the panel's id.
    QAction *resetPanels;
    QAction *goToTable;
    QAction *goToNextPane;
    QAction *goToPreviousPane;
    QAction *chooseColumns;
    QAction *expandGroups;
    QAction *collapseGroups;
    QAction *compactRows; ///< Checkable
    // Account
    QAction *nextAccount;
    QAction *previousAccount;
    QAction *connectAccount;
    QAction *manageAccounts;
    QAction *refresh;
    QAction *goOn;
    QAction *stop;
    // Help
    QAction *help;
    QAction *about;

    /// How many are open: one has no next.
    void setOpenAccounts(qsizetype count);
    /// What the account on screen can do now; without `isOpen` nothing that needs one.
    struct AccountState
    {
        bool isOpen = false;
        bool isLoading = false;
        bool isFiltered = false;
        bool canGoOn = false;    ///< A load ended, and not all of it came, …
        bool wasStopped = false; ///< … because the person stopped it; else something failed.
    };
    void setAccountState(const AccountState &state);
    /// Rows there are to export.
    struct ExportCounts
    {
        const TableSpec *table = allTables().front();
        qint64 all = 0;
        qint64 filtered = 0;
        qint64 selected = 0;
        qint64 members = 0;
        bool hasAccount = false; ///< All of it can be written
    };
    void setExportCounts(const ExportCounts &counts);

Q_SIGNALS:
    /// That of one of `panels`, which is not triggered then.
    void panelKeyPressed(const QString &panelId);

private:
    void addTables();
    void addTable(const char *node, const QString &title);
    void addPanels();
    /// "showSshKeys" of "ssh-keys".
    [[nodiscard]] static QString nameOfShowing(const char *key);
    QAction *add(const QString &name, const QString &text, const QList<QKeySequence> &shortcuts = {});
};

} // namespace layerscope
