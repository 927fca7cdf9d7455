// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/connectioncheck.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace layerscope {

/// What a check of a key came to: who, which account, and what may be seen of it, or why nothing can be seen.
/// Empty, and of no height, until there is something to say. GUI thread.
class AccessReport final : public QFrame
{
    Q_OBJECT

public:
    explicit AccessReport(QWidget *parent = nullptr);

    void clear();
    void setChecking();
    void setReport(const ConnectionReport &report);
    void setError(const ApiError &error);

    /// All that it says, for tests and the clipboard; a line each.
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// A finding's row: mark and word in the colour of what it means, area, sentence.
    struct Row
    {
        QLabel *access = nullptr;
        QLabel *area = nullptr;
        QLabel *sentence = nullptr;
    };

    void showRows();
    void colourRows();

    QList<AccessFinding> m_findings;
    QString m_request;
    QLabel *m_sign;
    QLabel *m_headline;
    QLabel *m_who;
    QToolButton *m_unfold;
    QLabel *m_detail;
    QGridLayout *m_grid;
    QList<Row> m_rows;
    QPushButton *m_copy;
};

} // namespace layerscope
