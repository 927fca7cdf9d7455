// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inventoryroles.h"

#include <QWidget>

namespace layerscope {

/// A server's state as shape and word in a thin outline: "● Running".
class StatePill final : public QWidget
{
    Q_OBJECT

public:
    explicit StatePill(QWidget *parent = nullptr);

    /// `inFull`: the same with what there is no room for, for tooltips and screen readers.
    void setState(const QString &word, StateMark activity, const QString &inFull);
    [[nodiscard]] QString word() const { return m_word; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int padding() const { return fontMetrics().height() / 2; }

    QString m_word;
    StateMark m_activity = StateMark::Unknown;
};

} // namespace layerscope
