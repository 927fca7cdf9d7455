// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace layerscope {

/// Names of servers above, names of properties at the side, without boxes: on the table's own surface, with a
/// thin line towards it. Properties in which the servers differ stand out.
class ComparisonHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit ComparisonHeader(Qt::Orientation orientation, QWidget *parent = nullptr);

protected:
    /// Its own tooltips: those of QHeaderView take the name of a server for HTML.
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;

private:
    [[nodiscard]] QFont strongFont() const;
};

} // namespace layerscope
