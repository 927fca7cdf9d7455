// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delegates/measuredfont.h"
#include "widgets/tones.h"

#include <QAbstractItemDelegate>

namespace layerscope {

/// Paints the navigator: section titles small and semibold, nodes with their count at the right. The view
/// paints the background of the chosen node.
class NavigatorDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    explicit NavigatorDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    [[nodiscard]] const TableTones &tones(const QPalette &palette) const { return m_tones.of(palette); }

private:
    void useFont(const QFont &font) const;

    mutable RememberedTones m_tones;
    mutable MeasuredFont m_font;
    mutable MeasuredFont m_sectionFont;
};

} // namespace layerscope
