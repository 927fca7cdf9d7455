// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/windowhelp.h"

#include "inventory/kinds.h"
#include "widgets/filteredit.h"
#include "window/windowactions.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// "Servers" of "&1  Servers", "Find & go" of "F&ind && go …".
QString plainMenuText(const QString &text)
{
    QString plain;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'&' && ++at == text.size())
            break;
        plain += text[at];
    }
    if (plain.size() > 3 && plain[0].isDigit() && plain.sliced(1).startsWith("  "_L1))
        plain.remove(0, 3);
    if (plain.endsWith(u'…'))
        plain = plain.chopped(1).trimmed();
    return plain;
}

QString textOfKeys(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(u", "_s);
}

} // namespace

WindowHelp::WindowHelp(const WindowActions &actions, const FilterEdit &filter, QMainWindow *window)
    : QObject(window)
    , m_filter(filter)
    , m_window(window)
{
    connect(actions.help, &QAction::triggered, this, &WindowHelp::show);
}

void WindowHelp::show()
{
    const bool isFiltering = m_filter.hasFocus(); // before the sheet takes it
    if (m_sheet == nullptr)
        m_sheet = new HelpSheet(m_window);
    m_sheet->setKeys(keys());
    m_sheet->setTable(m_page ? m_page->table() : *allTables().front());
    m_sheet->showPart(isFiltering ? HelpSheet::Part::FilterWords : HelpSheet::Part::Keys);
}

QList<HelpSheet::Line> WindowHelp::keys() const
{
    QList<HelpSheet::Line> lines;
    for (const QAction *action : m_window->menuBar()->actions()) {
        if (const QMenu *menu = action->menu())
            addKeysOf(*menu, lines);
    }
    const auto add = [&lines](const QList<QKeySequence> &keys, const QString &does) {
        lines.append({textOfKeys(keys), does});
    };
    add({Qt::Key_Left, Qt::Key_Right}, tr("In a table: close and open a group or a pool"));
    lines.append({u"*"_s, tr("In a table: open all groups, or all pools")});
    const QString toTheCellBefore = textOfKeys({Qt::CTRL | Qt::Key_Left});
    const bool isListed = std::any_of(lines.cbegin(), lines.cend(), [&](const HelpSheet::Line &line) {
        return line.what == toTheCellBefore;
    });
    if (!isListed) // by a menu of a table that is open
        add({Qt::CTRL | Qt::Key_Left, Qt::CTRL | Qt::Key_Right}, tr("In a table: from cell to cell"));
    add({Qt::Key_Return}, tr("On a pool's member: that server, among the servers"));
    add({Qt::Key_Menu}, tr("On a row: what can be done with it, and what it leads to"));
    lines.append({tr("Letters"), tr("In a table: the next name that begins so")});
    add({Qt::Key_Return}, tr("In the filter: filter at once"));
    add({Qt::Key_Down}, tr("In the filter: to the words that are offered, else to the rows"));
    add({Qt::Key_Return, Qt::Key_Tab}, tr("On a word that the filter offers: take it"));
    add({Qt::Key_Escape}, tr("In the filter: put away what is offered; clear the filter"));
    add({Qt::Key_Return, Qt::SHIFT | Qt::Key_Return},
        tr("In the search of raw JSON: the next match, the one before"));
    add({Qt::Key_Escape}, tr("In the search of raw JSON: clear the words, then go to the text"));
    return lines;
}

/// Also of what cannot be done at the moment, but not of what is not to be seen.
void WindowHelp::addKeysOf(const QMenu &menu, QList<HelpSheet::Line> &lines) const
{
    for (const QAction *action : menu.actions()) {
        if (const QMenu *submenu = action->menu())
            addKeysOf(*submenu, lines);
        else if (action->isVisible() && !action->shortcuts().isEmpty())
            lines.append({textOfKeys(action->shortcuts()), plainMenuText(action->text())});
    }
}

} // namespace layerscope
