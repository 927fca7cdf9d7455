// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/groupexpansion.h"

#include "models/rowsmodel.h"

#include <QDataStream>
#include <QTreeView>

namespace layerscope {

namespace {

constexpr qint32 maxClosedGroups = 10'000; // more closed groups than that is not a layout but garbage

} // namespace

GroupExpansion::GroupExpansion(QTreeView &view, RowsModel &model, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_model(model)
{
    connect(&m_view, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_closed.insert(groupOf(index)); });
    connect(&m_view, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { m_closed.remove(groupOf(index)); });
}

GroupExpansion::Group GroupExpansion::groupOf(const QModelIndex &index) const
{
    const std::optional<ColumnIndex> column = m_model.arrangement()->spec.groupColumn;
    if (!column)
        return {};
    return {QString::fromLatin1(m_model.table().catalogue().column(*column).key),
            index.siblingAtColumn(m_model.catalogue().nameColumn()).data().toString()};
}

void GroupExpansion::apply()
{
    const std::shared_ptr<const Arrangement> arrangement = m_model.arrangement();
    m_view.setRootIsDecorated(arrangement->isGrouped || arrangement->children);
    if (!arrangement->isGrouped)
        return;
    for (int row = 0; row < arrangement->groups.size(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        if (!m_view.isExpanded(index) && (m_closed.isEmpty() || !m_closed.contains(groupOf(index))))
            m_view.expand(index);
    }
}

void GroupExpansion::openAll()
{
    m_closed.clear();
    apply();
}

void GroupExpansion::save(QDataStream &out) const
{
    out << static_cast<qint32>(m_closed.size());
    for (const Group &group : m_closed)
        out << group.column << group.name;
}

bool GroupExpansion::restore(QDataStream &in)
{
    qint32 count = 0;
    in >> count;
    if (in.status() != QDataStream::Ok || count < 0 || count > maxClosedGroups)
        return false;
    QSet<Group> closed;
    for (qint32 i = 0; i < count; ++i) {
        Group group;
        in >> group.column >> group.name;
        if (in.status() != QDataStream::Ok)
            return false;
        closed.insert(group);
    }
    m_closed = closed;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        if (m_model.group(index) != nullptr)
            m_view.setExpanded(index, !m_closed.contains(groupOf(index)));
    }
    return true;
}

} // namespace layerscope
