// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delegates/measuredfont.h"
#include "inventory/columncatalogue.h"
#include "models/inventoryroles.h"
#include "models/rowdensity.h"
#include "widgets/tones.h"

#include <QAbstractItemDelegate>

namespace layerscope {

/// Paints one cell of a table: values and words for states, a soft bar where a value will stand, bars for
/// what is used, group rows with name, count and sums. Knows roles and the palette, not the store. The row's
/// background, lines and tree arrow belong to the view. Light: a screen of 400 cells is painted in some
/// milliseconds, so there is no style and no text document here.
class CellDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    /// Widths are those of this catalogue's columns.
    explicit CellDelegate(const Catalogue &catalogue, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Tooltips only where they say more than the cell does; always as plain text.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// For sizeHint(). The view lays its rows out anew.
    void setDensity(RowDensity density) { m_density = density; }
    [[nodiscard]] RowDensity density() const { return m_density; }

    /// Tones for this palette; remembered until the palette changes.
    [[nodiscard]] const TableTones &tones(const QPalette &palette) const { return m_tones.of(palette); }

    /// From the cell's edge to its text, on both sides.
    [[nodiscard]] static int padding(const QFontMetrics &metrics);
    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics,
                                       RowDensity density = RowDensity::Comfortable);
    /// Width in which the column's usual content fits, with padding.
    [[nodiscard]] static int usualWidth(const ColumnSpec &column, const QFontMetrics &metrics);
    /// The same of what is longer than usual in it (ColumnSample::longer); 0: nothing is.
    [[nodiscard]] static int longerWidth(const ColumnSpec &column, const QFontMetrics &metrics);
    /// Of the bar of a Usage.
    [[nodiscard]] static int usageBarWidth(const QFontMetrics &metrics);

private:
    struct Cell;

    void useFont(const QFont &font) const;
    [[nodiscard]] const QFontMetrics &metrics() const { return m_font.metrics(); }
    void paintGroup(const Cell &cell, const QModelIndex &index) const;
    void paintSoftBar(const Cell &cell, int column) const;
    void paintUsage(const Cell &cell, const Usage &usage, const QString &text, const QColor &color) const;
    /// Text in the rectangle, cut with an ellipsis; returns its width.
    int paintText(const Cell &cell, const QRect &rect, const QString &text, const QColor &color,
                  bool isBold = false) const;
    void paintMarked(const Cell &cell, const QString &text, const QColor &markColor, const QColor &textColor,
                     StateMark mark, bool isWarning) const;
    [[nodiscard]] int contentWidth(const QModelIndex &index) const;

    const Catalogue &m_catalogue;
    RowDensity m_density = RowDensity::Comfortable;
    // Looked up once for a whole repaint.
    mutable RememberedTones m_tones;
    mutable MeasuredFont m_font;
    mutable MeasuredFont m_boldFont;
};

} // namespace layerscope
