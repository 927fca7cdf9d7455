// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace layerscope {

/// A header that looks like a part of its table: same surface, muted titles that stand exactly over their
/// cells, one thin line below, a small arrow beside the title of the sorted column. Behaves as any
/// QHeaderView.
class TableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);

    /// Room for the title, the arrow and the padding.
    [[nodiscard]] int titleWidth(int section) const;
    /// In the order on screen.
    [[nodiscard]] QList<int> shownSections() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;
};

} // namespace layerscope
