// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/navigatorcells.h"

#include "models/navigatormodel.h"
#include "models/tablewords.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

NavigatorCells::NavigatorCells()
{
    m_locale.setNumberOptions(m_locale.numberOptions() & ~QLocale::OmitGroupSeparator);
}

QString NavigatorCells::countText(const NavigatorNode &node) const
{
    if (!node.count)
        return node.isUnknown ? u"?"_s : u"…"_s;
    const QString number = m_locale.toString(*node.count);
    //: A count of which some parts are not known: at least this many.
    return node.isPartial ? NavigatorModel::tr("≥ %1").arg(number) : number;
}

QString NavigatorCells::spoken(const NavigatorNode &node) const
{
    if (node.isUnknown)
        //: For screen readers: the title of a list of which nobody knows how long it is
        return NavigatorModel::tr("%1, unknown").arg(node.title);
    if (!node.count)
        return node.title;
    const TableWords words(*node.table);
    return node.row ? words.spokenCountBelow(node.title, countText(node))
                    : words.spokenCount(node.title, countText(node));
}

QVariant NavigatorCells::data(const NavigatorNode &node, int role) const
{
    switch (role) {
    case NavigatorModel::IsSectionRole:
        return false;
    case NavigatorModel::NodeIdRole:
        return node.id;
    case Qt::DisplayRole:
        return node.title;
    case Qt::AccessibleTextRole:
        return spoken(node);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return node.description.isEmpty() ? QVariant() : node.description;
    case NavigatorModel::CountRole:
        return node.count ? QVariant(*node.count) : QVariant();
    case NavigatorModel::CountTextRole:
        return countText(node);
    case NavigatorModel::IsPartialRole:
        return node.isPartial;
    case NavigatorModel::TableRole:
        return QString::fromLatin1(node.table->key);
    case NavigatorModel::KindRole:
        return node.kind ? QVariant(static_cast<int>(*node.kind)) : QVariant();
    case NavigatorModel::ScopeColumnRole:
        return node.scopeColumn ? QVariant(*node.scopeColumn) : QVariant();
    case NavigatorModel::ScopeTextRole:
        return node.scopeColumn ? QVariant(node.scopeText) : QVariant();
    case NavigatorModel::IndentRole:
        return node.indent;
    case NavigatorModel::RowRole:
        return node.row ? QVariant::fromValue(*node.row) : QVariant();
    case NavigatorModel::NodeMarkRole:
        return node.mark != StateMark::Unknown ? QVariant(static_cast<int>(node.mark)) : QVariant();
    default:
        return {};
    }
}

} // namespace layerscope
