// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace layerscope {

/// A message above the rows that stay: what happened, on request the details, and one thing to press. Never
/// modal, never takes the focus; announced to who listens as soon as it can be seen. Hidden until say().
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// `detail` empty: nothing to unfold. `action` empty: no button.
    void say(const QString &sentence, const QString &detail, const QString &action);
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void actionChosen();
    /// The person hid it.
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void drawSign();

    QLabel *m_sign;
    QLabel *m_sentence;
    QLabel *m_detail;
    QToolButton *m_unfold;
    QPushButton *m_action;
};

} // namespace layerscope
