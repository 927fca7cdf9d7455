// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rowdensity.h"

#include <QHeaderView>

#include <optional>

namespace layerscope {

/// A header that looks like a part of its table: same surface, muted titles that stand exactly over their
/// cells, one thin line below, a small arrow beside the title of the sorted column. Its first section stays
/// in place when it is scrolled (PinnedColumn). Behaves as any QHeaderView.
class TableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);

    /// As high as the rows of its table. The view lays it out anew.
    void setDensity(RowDensity density);
    /// Room for the title, the arrow and the padding.
    [[nodiscard]] int titleWidth(int section) const;
    /// In the order on screen.
    [[nodiscard]] QList<int> shownSections() const;
    /// What is seen at this point of the viewport: logicalIndexAt() looks beneath the first section. -1:
    /// nothing.
    [[nodiscard]] int sectionAt(const QPoint &point) const;

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;

private:
    void paintBehindTheLast(QPainter &painter) const;
    [[nodiscard]] bool takesMouse(const QMouseEvent &mouse);
    [[nodiscard]] bool isPinnedGrip(int x) const;
    void showWhatCanBeSeized(bool isGrip);
    bool passOn(const QMouseEvent &mouse, int shift);

    /// The first section's edge that the mouse holds while others are beneath it.
    struct Grip
    {
        int section;
        int x;     ///< Where it was seized
        int width; ///< What the section had then
    };
    std::optional<Grip> m_grip;
    RowDensity m_density = RowDensity::Comfortable;
    bool m_isPinnedPressed = false; ///< The first section, while others are beneath it
};

} // namespace layerscope
