// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/openaccount.h"

#include <QStringList>

#include <vector>

namespace layerscope {

/// The accounts that are open, side by side, and which of them is on screen. Those that are not go on
/// loading. GUI thread.
class OpenAccounts : public QObject
{
    Q_OBJECT

public:
    explicit OpenAccounts(const OpenAccount::Place &place, QObject *parent = nullptr);
    ~OpenAccounts() override;

    /// In the order they were opened.
    [[nodiscard]] QList<OpenAccount *> all() const;
    /// nullptr: not open.
    [[nodiscard]] OpenAccount *find(const QString &id) const;
    /// The one on screen; nullptr: none is open.
    [[nodiscard]] OpenAccount *shown() const { return m_shown; }

    /// What would be lost if all were closed now, a sentence each.
    [[nodiscard]] QStringList unfinished() const;

    /// Opens it beside the others. If it is open, it stays as it is; if it is to be called in another way
    /// (another key, say), it is opened anew. Shown if that is wanted or no other is.
    void open(const AccountToOpen &account, bool isToBeShown = true);
    /// Nothing if it is not open.
    void show(const QString &id);
    /// Goes on to the next or the one before, round and round.
    void showNext();
    void showPrevious();
    /// Keeps its layout; cancels its calls. The one that was on screen before is then shown.
    void close(const QString &id);
    /// Without showing any other meanwhile.
    void closeAll();

Q_SIGNALS:
    /// Before it is shown for the first time.
    void opened(layerscope::OpenAccount *account);
    /// Another one, or none, is on screen. What was shown is still there, but may be about to go.
    void shownChanged(layerscope::OpenAccount *account);
    /// Which are open or shown, a title, or what one of them is busy with.
    void changed();

private:
    void showAt(qsizetype step);

    OpenAccount::Place m_place;
    std::vector<std::unique_ptr<OpenAccount>> m_accounts;
    OpenAccount *m_shown = nullptr;
    QStringList m_formerlyShown; ///< Ids, the last one at the end
};

} // namespace layerscope
