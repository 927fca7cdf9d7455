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
    /// the person chose another one meanwhile.
    void setCurrentNode(const QString &nodeId);
    [[nodiscard]] bool hasNode(const QString &nodeId) const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// Another node is chosen; `node` carries NavigatorModel's roles. Also when the chosen one vanished.
    void nodeChosen(const QModelIndex &node);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;

private:
    void keepChoice();

    NavigatorModel *m_model = nullptr;
    NavigatorDelegate *m_delegate;
    QString m_wishedNode;
    QString m_announcedNode;
};

} // namespace layerscope
