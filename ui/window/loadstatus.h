// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/accountloader.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace layerscope {

class AccountSession;
class ElidedButton;
class MutedLabel;
class ProblemsPopup;
class ThinBar;

/// The status bar's left: how far the load is while it runs, what it came to afterwards, and what is missing
/// as a word that opens the reasons. That a load ended is announced to who listens.
class LoadStatus : public QWidget
{
    Q_OBJECT

public:
    explicit LoadStatus(QWidget *parent = nullptr);

    /// Whose load to show; nullptr: none. Not owned, may die before.
    void follow(AccountSession *session);
    /// All texts in a row, for tests and for assistive tools.
    [[nodiscard]] QString summary() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void showProgress();
    void showProblems();
    void colourProblems();
    void openProblems();

    bool m_isRunning = false; ///< As it was last told of
    QPointer<AccountSession> m_session;
    QPointer<AccountLoader> m_loader; ///< The session's
    QTimer m_problemTimer;
    MutedLabel *m_progress;
    ThinBar *m_bar;
    MutedLabel *m_calls;
    ElidedButton *m_problems;
    ProblemsPopup *m_popup;
};

} // namespace layerscope
