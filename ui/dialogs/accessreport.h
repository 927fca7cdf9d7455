// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/connectioncheck.h"

#include <QFrame>
#include <QTimer>

#include <chrono>

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

    /// Something is under way that may have to wait until the person has unlocked the keychain, perhaps in a
    /// window behind this one. If it takes so long that a person asks what goes on, `sentence` and that
    /// stand here, in place of what does now. Ended by all of the above and by stopWaiting().
    void waitForKeychain(const QString &sentence);
    /// Takes it back if it was said.
    void stopWaiting();
    /// Of a person; keychainPatience at first.
    void setPatience(std::chrono::milliseconds patience) { m_patience.setInterval(patience); }

    /// All that it says, for tests and the clipboard; a line each.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// The details were unfolded or folded, or it says something by itself: it wants another height.
    void folded();

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

    void say(const QString &sentence);
    void beLate();
    void drawSign();
    void showRows();
    void colourRows();

    QList<AccessFinding> m_findings;
    QString m_request;
    QString m_awaited; ///< What the keychain is needed for; empty: nothing.
    QTimer m_patience;
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
