// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/windowactions.h"

#include "docks/panelspec.h"
#include "models/tablewords.h"
#include "tables/fileformat.h"
#include "widgets/icons.h"
#include "window/panelaction.h"

#include <QLocale>
#include <QWidget>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr qsizetype maxNumbered = 9; // a digit each

} // namespace

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
{
    exportAll = add(u"exportAll"_s, {}, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)});
    exportFiltered = add(u"exportFiltered"_s, {}, {QKeySequence(Qt::CTRL | Qt::Key_E)});
    exportSelected = add(u"exportSelected"_s, {});
    exportMembers = add(u"exportMembers"_s, {});
    exportAccount = add(u"exportAccount"_s, tr("&Whole account …"));
    exportWorkbook = add(u"exportWorkbook"_s, tr("Export account as wor&kbook …"));
    exportWorkbook->setVisible(writableFormats().contains(FileFormat::Xlsx));
    closeAccount = add(u"closeAccount"_s, tr("&Close account"), {QKeySequence(Qt::CTRL | Qt::Key_W)});
    quit = add(u"quit"_s, tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    quit->setMenuRole(QAction::QuitRole);

    selectAll = add(u"selectAll"_s, tr("Select &all"));
    find = add(u"find"_s, tr("&Filter …"), {QKeySequence(Qt::CTRL | Qt::Key_F)});
    find->setIcon(iconOf(IconName::Search));
    clearFilter = add(u"clearFilter"_s, tr("&Clear filter"));
    clearFilter->setIcon(iconOf(IconName::Clear));

    addTables();
    goBack = add(u"goBack"_s, tr("Go bac&k"), {QKeySequence(Qt::ALT | Qt::Key_Left)});
    goForward = add(u"goForward"_s, tr("Go for&ward"), {QKeySequence(Qt::ALT | Qt::Key_Right)});
    addPanels();
    resetPanels = add(u"resetPanels"_s, tr("&Reset panels"));
    goToTable = add(u"goToTable"_s, tr("Go to &table"), {QKeySequence(Qt::CTRL | Qt::Key_T)});
    goToNextPane = add(u"goToNextPane"_s, tr("Go to ne&xt panel"), {QKeySequence(Qt::Key_F6)});
    goToPreviousPane =
        add(u"goToPreviousPane"_s, tr("Go to previo&us panel"), {QKeySequence(Qt::SHIFT | Qt::Key_F6)});
    chooseColumns = add(u"chooseColumns"_s, tr("&Columns …"));
    chooseColumns->setIcon(iconOf(IconName::Columns));
    expandGroups = add(u"expandGroups"_s, tr("&Open all"), {QKeySequence(Qt::CTRL | Qt::Key_Plus)});
    collapseGroups = add(u"collapseGroups"_s, tr("C&lose all"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)});
    compactRows = add(u"compactRows"_s, tr("Com&pact rows"));
    compactRows->setCheckable(true);

    nextAccount = add(u"nextAccount"_s, tr("Ne&xt account"), {QKeySequence(Qt::CTRL | Qt::Key_Tab)});
    previousAccount = add(u"previousAccount"_s, tr("&Previous account"),
                          {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab)});
    connectAccount =
        add(u"connectAccount"_s, tr("Co&nnect an account …"), {QKeySequence(Qt::CTRL | Qt::Key_N)});
    manageAccounts = add(u"manageAccounts"_s, tr("&Manage accounts …"));
    refresh =
        add(u"refresh"_s, tr("&Refresh"), {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)});
    refresh->setIcon(iconOf(IconName::Refresh));
    refresh->setToolTip(tr("Load everything again; rows stay meanwhile"));
    goOn = add(u"goOn"_s, {}, {QKeySequence(Qt::SHIFT | Qt::Key_F5)});
    goOn->setIcon(iconOf(IconName::Refresh));
    goOn->setToolTip(tr("Load what is missing; what has arrived stays"));
    stop = add(u"stop"_s, tr("&Stop"), {QKeySequence(Qt::Key_Escape)});
    stop->setIcon(iconOf(IconName::Stop));
    stop->setToolTip(tr("Stop loading and keep what has arrived"));

    help = add(u"help"_s, tr("&Keys and filter words"), {QKeySequence(Qt::Key_F1)});
    about = add(u"about"_s, tr("&About Layerscope"));
    about->setMenuRole(QAction::AboutRole);

    for (QAction *action :
         {exportAll, exportFiltered, exportSelected, exportMembers, exportAccount, exportWorkbook})
        action->setIcon(iconOf(IconName::Export));
    setExportCounts({});
    setOpenAccounts(0);
    setAccountState({});
}

QString WindowActions::nameOfShowing(const char *key)
{
    QString name = u"show"_s;
    bool isBeginning = true;
    const QString letters = QString::fromLatin1(key);
    for (const QChar c : letters) {
        if (c.isLetterOrNumber())
            name += isBeginning ? c.toUpper() : c;
        isBeginning = !c.isLetterOrNumber();
    }
    return name;
}

void WindowActions::addTables()
{
    for (const TableSpec *table : allTables()) {
        if (table->parent != nullptr) // seen below the rows of that one
            continue;
        addTable(table->key, table->translatedTitle());
        for (const RowKind kind : table->kinds) {
            if (const std::optional<QString> title = TableWords::nodeOfKind(kind))
                addTable(kindSpec(kind).key, *title);
        }
    }
}

void WindowActions::addTable(const char *node, const QString &title)
{
    QString text = QString(title).replace(u'&', u"&&"_s);
    QList<QKeySequence> keys;
    if (const int number = static_cast<int>(tables.size()) + 1; number <= maxNumbered) {
        text = u'&' + QString::number(number) + u"  "_s + text;
        keys.append(QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key(Qt::Key_0 + number))));
    }
    QAction *action = add(nameOfShowing(node), text, keys);
    action->setData(QString::fromLatin1(node));
    tables.append(action);
}

void WindowActions::addPanels()
{
    for (const PanelSpec *panel : allPanels()) {
        auto *action = new PanelAction(panel->translatedMenuText(), this);
        action->setObjectName(nameOfShowing(panel->id));
        if (panel->shortcut.key() != Qt::Key_unknown)
            action->setShortcut(panel->shortcut);
        action->setChecked(panel->isOpenAtFirst);
        action->setData(panel->key());
        connect(action, &PanelAction::keyPressed, this,
                [this, id = panel->key()] { Q_EMIT panelKeyPressed(id); });
        panels.append(action);
    }
}

void WindowActions::setOpenAccounts(qsizetype count)
{
    for (QAction *action : {nextAccount, previousAccount}) {
        action->setEnabled(count > 1);
        action->setVisible(count > 1);
    }
}

void WindowActions::setAccountState(const AccountState &state)
{
    const auto &[isOpen, isLoading, isFiltered, canGoOn, wasStopped] = state;
    for (QAction *action : {closeAccount, selectAll, find, resetPanels, goToTable, goToNextPane,
                            goToPreviousPane, chooseColumns, expandGroups, collapseGroups, compactRows})
        action->setEnabled(isOpen);
    for (QAction *action : tables + panels)
        action->setEnabled(isOpen);
    refresh->setEnabled(isOpen && !isLoading);
    goOn->setEnabled(isOpen && canGoOn && !isLoading);
    goOn->setText(canGoOn && !wasStopped ? tr("Try &again") : tr("&Go on")); // as the pages call it
    stop->setEnabled(isOpen && isLoading);
    clearFilter->setEnabled(isOpen && isFiltered);
    // Esc stops first and clears afterwards; two enabled actions with one key would block each other.
    clearFilter->setShortcut(isLoading ? QKeySequence() : QKeySequence(Qt::Key_Escape));
}

void WindowActions::setExportCounts(const ExportCounts &counts)
{
    const QLocale locale;
    const TableSpec *children = childTable(*counts.table);
    exportAll->setText(TableWords(*counts.table).exportAll(locale.toString(counts.all)));
    exportFiltered->setText(tr("&Filtered (%1) …").arg(locale.toString(counts.filtered)));
    exportSelected->setText(tr("&Selected (%1) …").arg(locale.toString(counts.selected)));
    if (children != nullptr)
        exportMembers->setText(TableWords(*children).exportAll(locale.toString(counts.members)));
    exportAll->setEnabled(counts.all > 0);
    exportFiltered->setEnabled(counts.filtered > 0);
    exportSelected->setEnabled(counts.selected > 0);
    exportMembers->setEnabled(counts.members > 0);
    exportMembers->setVisible(children != nullptr);
    exportAccount->setEnabled(counts.hasAccount);
    exportWorkbook->setEnabled(counts.hasAccount);
}

QAction *WindowActions::add(const QString &name, const QString &text, const QList<QKeySequence> &shortcuts)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(shortcuts);
    return action;
}

} // namespace layerscope
