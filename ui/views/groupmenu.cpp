// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/groupmenu.h"

#include "widgets/icons.h"

#include <QActionGroup>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr ColumnIndex offered[] = {ServerColumn::Datacenter, ServerColumn::Kind,  ServerColumn::Os,
                                   ServerColumn::Owner,      ServerColumn::State, ServerColumn::Tags,
                                   ServerColumn::Pool};
constexpr ColumnIndex none = -1;

} // namespace

GroupMenu::GroupMenu(const Catalogue &catalogue, QWidget *parent)
    : QMenu(tr("&Group"), parent)
    , m_catalogue(catalogue)
    , m_choices(new QActionGroup(this))
{
    setObjectName(u"groupMenu"_s);
    setIcon(iconOf(IconName::Group));
    const auto add = [this](const QString &text, ColumnIndex column, const QString &name) {
        QAction *action = addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setData(column);
        m_choices->addAction(action);
        return action;
    };
    //: Rows are not grouped
    add(tr("None"), none, u"groupByNone"_s)->setChecked(true);
    addSeparator();
    for (ColumnIndex column : offered) {
        const ColumnSpec &spec = catalogue.column(column);
        add(spec.translatedTitle(), column, u"groupBy_"_s + QLatin1StringView(spec.key));
    }
    connect(m_choices, &QActionGroup::triggered, this, [this] { Q_EMIT groupChosen(group()); });
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
    return column ? tr("Group: %1").arg(m_catalogue.column(*column).translatedTitle()) : tr("Group");
}

std::optional<ColumnIndex> GroupMenu::columnOfKey(const Catalogue &catalogue, const QString &key)
{
    const std::optional<ColumnIndex> column = catalogue.find(key);
    return column && std::ranges::find(offered, *column) != std::end(offered) ? column : std::nullopt;
}

} // namespace layerscope
