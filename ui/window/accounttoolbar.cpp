// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/accounttoolbar.h"

#include "widgets/filteredit.h"
#include "widgets/icons.h"
#include "widgets/menubutton.h"
#include "widgets/plaintooltip.h"
#include "window/windowactions.h"

#include <QEvent>
#include <QLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

// Longer names are cut; the whole is in the title bar and the tooltip.
constexpr int maxAccountCharacters = 28;

} // namespace

AccountToolBar::AccountToolBar(const WindowActions &actions, const Menus &menus, QWidget *parent)
    : QToolBar(tr("Tool bar"), parent)
    , m_actions(actions)
{
    setObjectName(u"accountToolBar"_s);
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int iconSize = fontMetrics().height();
    setIconSize({iconSize, iconSize});
    layout()->setSpacing(iconSize / 2);
    setContentsMargins(iconSize / 4, iconSize / 4, iconSize / 4, iconSize / 4);

    m_account = buttonAt(addMenuButton(u"accountButton"_s, {}, menus.account));
    m_account->setIcon(iconOf(IconName::Account));

    m_load = new QToolButton(this);
    m_load->setObjectName(u"loadButton"_s);
    m_load->setFocusPolicy(Qt::TabFocus);
    addWidget(m_load);

    m_filter = new FilterEdit(this);
    addWidget(m_filter);

    m_groupPlace = addMenuButton(u"groupButton"_s, tr("Group"), menus.group);
    m_group = buttonAt(m_groupPlace);
    m_group->setIcon(iconOf(IconName::Group));
    m_columns = buttonAt(addMenuButton(u"columnsButton"_s, tr("Columns"), nullptr));
    m_columns->setIcon(iconOf(IconName::Columns));
    connect(m_columns, &QToolButton::clicked, m_actions.chooseColumns, &QAction::trigger);
    buttonAt(addMenuButton(u"exportButton"_s, tr("Export"), menus.exporting))
        ->setIcon(iconOf(IconName::Export));
    showLoadAction(m_actions.refresh);
    if (auto *rest = findChild<QToolButton *>(u"qt_toolbar_ext_button"_s)) // an arrow, in a narrow window
        rest->setAccessibleName(tr("More buttons"));
}

const QWidget &AccountToolBar::columnsButton() const
{
    return *m_columns;
}

void AccountToolBar::setAccount(const QString &name, const QString &title)
{
    const int room = fontMetrics().averageCharWidth() * maxAccountCharacters;
    m_account->setText(fontMetrics().elidedText(name, Qt::ElideRight, room).replace(u'&', u"&&"_s));
    m_account->setToolTip(plainToolTip(title));
    m_account->setAccessibleDescription(title);
    m_account->setAccessibleName(tr("Account %1").arg(name));
}

void AccountToolBar::showLoadAction(QAction *now)
{
    if (m_load->defaultAction() == now)
        return;
    for (QAction *action : m_load->actions())
        m_load->removeAction(action);
    m_load->setDefaultAction(now);
}

void AccountToolBar::setGroupSummary(const QString &summary)
{
    m_group->setText(summary);
}

void AccountToolBar::setGroupShown(bool shown)
{
    m_groupPlace->setVisible(shown);
}

bool AccountToolBar::event(QEvent *event)
{
    if (event->type() == QEvent::Polish) // before it is laid out; a window's first frame has none
        keepPlaceOfLoad();
    return QToolBar::event(event);
}

/// Refresh, Stop and Go on each get the room of the longest of them.
void AccountToolBar::keepPlaceOfLoad()
{
    int widest = 0;
    for (QAction *action : {m_actions.refresh, m_actions.goOn, m_actions.stop}) {
        QToolButton button(this);
        button.setDefaultAction(action);
        button.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button.setIconSize(iconSize());
        widest = qMax(widest, button.sizeHint().width());
    }
    m_load->setMinimumWidth(widest);
}

QToolButton *AccountToolBar::buttonAt(QAction *place) const
{
    return qobject_cast<QToolButton *>(widgetForAction(place));
}

QAction *AccountToolBar::addMenuButton(const QString &name, const QString &text, QMenu *menu)
{
    auto *button = new MenuButton(menu, this);
    button->setObjectName(name);
    button->setText(text);
    return addWidget(button);
}

} // namespace layerscope
