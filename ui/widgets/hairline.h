// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>
#include <QWidget>

namespace layerscope {

/// A thin line in a mid tone between two facts that stand side by side, as high as the text.
class Hairline final : public QWidget
{
    Q_OBJECT

public:
    explicit Hairline(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A splitter whose handles are such lines; Qt makes them easier to grab than they are to see.
class HairlineSplitter final : public QSplitter
{
    Q_OBJECT

public:
    explicit HairlineSplitter(Qt::Orientation orientation, QWidget *parent = nullptr);

protected:
    QSplitterHandle *createHandle() override;
};

} // namespace layerscope
