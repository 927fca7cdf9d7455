// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>
#include <QWidget>

namespace layerscope {

/// How something is drawn in a chart; each differs from the others without its colour too.
enum class ChartMark : quint8 { Bar, BarBelow, Line, DottedLine, DashedLine, DashDotLine, Hatch };

/// The pen of a line of the chart; the legend's sample uses the same.
[[nodiscard]] QPen penOf(ChartMark mark, const QColor &color);

/// Samples of what is drawn in a chart with their names, in as many lines as the width needs.
class ChartLegend final : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        ChartMark mark;
        QColor color;
        QString text;

        bool operator==(const Entry &) const = default;
    };

    explicit ChartLegend(QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries);
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QList<QRect> placed(int width) const;
    [[nodiscard]] int entryWidth(const Entry &entry) const;

    QList<Entry> m_entries;
};

} // namespace layerscope
