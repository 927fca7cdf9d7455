// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/navigatormodel.h"

#include <QTreeView>

namespace layerscope {

class NavigatorDelegate;

/// The navigator at the left: one node is always chosen, by mouse or with the arrow keys. Sections are titles
/// only.
class NavigatorView : public QTreeView
{
    Q_OBJECT

public:
    explicit NavigatorView(QWidget *parent = nullptr);

    void setNavigatorModel(NavigatorModel *model);
    [[nodiscard]] NavigatorModel *navigatorModel() const { return m_model; }

    /// The chosen node's NodeIdRole; "servers" if the wished one is not there.
    [[nodiscard]] QString currentNode() const;
    /// A node that does not stand yet (a datacenter from the last session) is chosen when it comes, unless
    /// the person chose another one meanwhile. So is the chosen one if it vanished and comes back.
    void setCurrentNode(const QString &nodeId);
    [[nodiscard]] bool hasNode(const QString &nodeId) const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// Another node is chosen; `node` carries NavigatorModel's roles. Also when the chosen one vanished: then
    /// that of its whole table.
    void nodeChosen(const QModelIndex &node);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;

private:
    void keepChoice();
    [[nodiscard]] QModelIndex standIn() const;
    void announce(const QModelIndex &node);

    NavigatorModel *m_model = nullptr;
    NavigatorDelegate *m_delegate;
    QString m_wishedNode;
    QString m_announcedNode;
    QString m_announcedTable;     ///< That node's
    bool m_isLosingNodes = false; ///< Meanwhile Qt goes elsewhere by itself.
};

} // namespace layerscope
