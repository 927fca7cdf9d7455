// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace layerscope {

class MutedLabel;

/// What stands in the place of a chart: soft bars while it is loading, or a sentence with at most one thing
/// to press.
class ChartMessage final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartMessage(QWidget *parent = nullptr);

    /// Bars where bars will be, and the sentence below them.
    void sayLoading(const QString &sentence);
    /// `detail` and `action` may be empty.
    void say(const QString &sentence, const QString &detail, const QString &action = {});

    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString detail() const;

Q_SIGNALS:
    void actionChosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isLoading = false;
    QLabel *m_sentence;
    MutedLabel *m_detail;
    QPushButton *m_action;
};

} // namespace layerscope
