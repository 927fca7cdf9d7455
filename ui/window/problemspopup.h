// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;
class QPushButton;

namespace layerscope {

/// The reasons behind the status bar's problem word, above it, until the person clicks elsewhere. Text can be
/// selected.
class ProblemsPopup : public QFrame
{
    Q_OBJECT

public:
    explicit ProblemsPopup(QWidget *parent);

    void setReasons(const QStringList &reasons, bool canRetry);
    /// Its lower left corner at the upper left one of `anchor`, as far as the screen allows.
    void popUpAbove(const QWidget &anchor);

Q_SIGNALS:
    void retryChosen();

private:
    QLabel *m_reasons;
    QPushButton *m_retry;
};

} // namespace layerscope
