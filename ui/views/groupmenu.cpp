// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/groupmenu.h"

#include "inventory/kinds.h"
#include "widgets/icons.h"
#include "widgets/menukeys.h"

#include <QActionGroup>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr ColumnIndex none = -1;

} // namespace

GroupMenu::GroupMenu(const TableSpec &table, QWidget *parent)
    : QMenu(tr("&Group"), parent)
    , m_choices(new QActionGroup(this))
{
    setObjectName(u"groupMenu"_s);
    setIcon(iconOf(IconName::Group));
    connect(m_choices, &QActionGroup::triggered, this, [this] { Q_EMIT groupChosen(group()); });
    MenuKeys::installOn(*this);
    setTable(table);
}

void GroupMenu::showEvent(QShowEvent *event)
{
    QMenu::showEvent(event);
    setActiveAction(m_choices->checkedAction()); // the keys begin where the person is
}

void GroupMenu::setTable(const TableSpec &table)
{
    if (m_table == &table)
        return;
    m_table = &table;
    clear(); // what is deleted leaves its group
    //: Rows are not grouped
    add(tr("None"), none, u"groupByNone"_s)->setChecked(true);
    addSeparator();
    for (const ColumnIndex column : table.columnsToGroupBy()) {
        const ColumnSpec &spec = table.catalogue().column(column);
        add(spec.translatedTitle(), column, u"groupBy_"_s + QLatin1StringView(spec.key));
    }
}

QAction *GroupMenu::add(const QString &text, ColumnIndex column, const QString &name)
{
    QAction *action = addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setData(column);
    m_choices->addAction(action);
    return action;
}

void GroupMenu::setGroup(std::optional<ColumnIndex> column)
{
    const QList<QAction *> actions = m_choices->actions();
    for (QAction *action : actions) {
        if (action->data().toInt() == column.value_or(none)) {
            action->setChecked(true);
            return;
        }
    }
    actions.first()->setChecked(true);
}

std::optional<ColumnIndex> GroupMenu::group() const
{
    const ColumnIndex column = m_choices->checkedAction()->data().toInt();
    return column == none ? std::nullopt : std::optional(column);
}

QString GroupMenu::summary() const
{
    const std::optional<ColumnIndex> column = group();
    //: %1 is a column's title
    return column ? tr("Group: %1").arg(m_table->catalogue().column(*column).translatedTitle()) : tr("Group");
}

std::optional<ColumnIndex> GroupMenu::columnOfKey(const TableSpec &table, const QString &key)
{
    const std::optional<ColumnIndex> column = table.catalogue().find(key);
    return column && table.columnsToGroupBy().contains(*column) ? column : std::nullopt;
}

} // namespace layerscope
