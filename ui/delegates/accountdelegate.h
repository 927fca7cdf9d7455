// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tones.h"

#include <QStyledItemDelegate>

namespace layerscope {

/// Paints the rows of AccountsModel with the look of the other tables, background included: the name in the
/// text's colour, the rest muted; what is selected or under the pointer, soft.
class AccountDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Shape {
        Cells,    ///< A column each.
        TwoLines, ///< Name, and below it user and endpoint.
    };

    explicit AccountDelegate(Shape shape, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where a text is cut short, the whole of it.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    /// Over the whole cell, so that the name does not jump.
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    Shape m_shape;
    mutable RememberedTones m_tones;
};

} // namespace layerscope
