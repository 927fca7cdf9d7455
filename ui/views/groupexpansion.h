// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QString>

class QDataStream;
class QTreeView;

namespace layerscope {

class RowsModel;

/// Groups are open unless the person closed them, also when they vanish and come back. Opens them one by one:
/// QTreeView::expandAll() takes 13 s for 100 groups of 1 000 rows (limits §3). GUI thread; child of the view.
class GroupExpansion : public QObject
{
    Q_OBJECT

public:
    GroupExpansion(QTreeView &view, RowsModel &model, QObject *parent);

    /// Opens what should be open. To be called after each new arrangement, before its layout is made.
    void apply();

    void openAll();

    void save(QDataStream &out) const;
    bool restore(QDataStream &in);

private:
    struct Group
    {
        QString column; ///< Key of the grouping column
        QString name;   ///< As shown: a group of unknown or empty values has no key of its own
        bool operator==(const Group &) const = default;
        friend size_t qHash(const Group &group, size_t seed = 0)
        {
            return qHashMulti(seed, group.column, group.name);
        }
    };

    [[nodiscard]] Group groupOf(const QModelIndex &index) const;

    QTreeView &m_view;
    RowsModel &m_model;
    QSet<Group> m_closed;
};

} // namespace layerscope
