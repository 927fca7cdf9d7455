// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tones.h"

#include <QAbstractItemDelegate>

namespace layerscope {

/// Paints the navigator: section titles small and semibold, nodes with their count at the right. The view
/// paints the background of the chosen node.
class NavigatorDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    using QAbstractItemDelegate::QAbstractItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    [[nodiscard]] const TableTones &tones(const QPalette &palette) const { return m_tones.of(palette); }

private:
    mutable RememberedTones m_tones;
};

} // namespace layerscope
