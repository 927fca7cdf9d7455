// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/keychainpatience.h"

#include <QObject>
#include <QTimer>

#include <chrono>

class QStackedWidget;

namespace layerscope {

class MutedLabel;
class StartPage;

/// Says which account is on its way while none is on screen: on a page of its own when the program starts,
/// under the start page's cards else. A keychain may wait for the person, perhaps behind the window: when
/// that takes long it says so, and the start page comes in any case, so that another account can be chosen.
/// GUI thread.
class OpeningNotice : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds keychainPatience = layerscope::keychainPatience;

    /// What it is given outlives it. Its own page is the first of `pages`.
    OpeningNotice(QStackedWidget &pages, StartPage &startPage, std::chrono::milliseconds patience,
                  QObject *parent = nullptr);

    /// In place of what was said before. The same account again: only its name may be another; the patience
    /// goes on.
    void say(const QString &id, const QString &name);
    /// The account is there, or does not come: nothing of it stays.
    void clear();
    /// What say() says is on the page of its own. Returns that page.
    QWidget &takePage();
    /// In place of whatever page is on screen. Not one of the pages before: they have the size of the
    /// largest, and to measure the start page takes as long as to paint it, which a start with an account
    /// need not wait for.
    void showStartPage();

private:
    void beLate();
    void show();

    QStackedWidget &m_pages;
    StartPage &m_startPage;
    MutedLabel *m_page;
    QString m_id; ///< Empty: nothing is said.
    QString m_name;
    QTimer m_patience;
    bool m_isLate = false;
};

} // namespace layerscope
