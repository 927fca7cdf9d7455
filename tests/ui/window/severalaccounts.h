// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "ui/window/windowfixture.h"

#include <QList>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>

class QAction;
class QLabel;

namespace layerscope {

class FilterEdit;
class OpenAccount;
class RowsView;
class StartPage;

inline const QString acmeId = QStringLiteral("id-of-acme");
inline const QString otherId = QStringLiteral("id-of-other");

/// A keychain that takes its time, until told to answer; or has lost everything.
class SlowKeychain final : public CredentialStore
{
public:
    bool isSlow = false;       ///< In reading
    bool holdsChanges = false; ///< As while it asks the person for a password

    void read(const QString &accountId, QObject *context, ReadDone done) override;
    void write(const QString &accountId, const QString &secret, QObject *context, WriteDone done) override;
    void remove(const QString &accountId, QObject *context, WriteDone done) override;

    [[nodiscard]] qsizetype asked() const { return m_waiting.size(); }
    void answer();
    void makeHeldChanges();
    void lose(const QString &accountId);

private:
    struct Waiting
    {
        QString id;
        QPointer<QObject> context;
        ReadDone done;
    };

    MemoryCredentialStore m_secrets;
    QList<Waiting> m_waiting;
    QList<std::function<void()>> m_heldChanges;
    QObject m_context;
};

/// A window with two accounts that the person set up, Acme and Other, and the demo account as a choice, each
/// on a server of its own. The keys are in the keychain, not in the book's memory.
class SeveralAccounts
{
public:
    explicit SeveralAccounts(int servers = 60,
                             std::chrono::milliseconds latency = std::chrono::milliseconds(0));
    ~SeveralAccounts();

    /// As after a start of the program: what was kept for a session only is gone.
    void makeBook();
    void makeWindow();
    /// A window whose person begins to wonder after so long a silence of the keychain.
    void makeWindowWithPatience(std::chrono::milliseconds patience);
    /// Both accounts, Acme on screen.
    void openBoth();
    void loadBoth();

    [[nodiscard]] MainWindow &main() const { return *window.window; }
    [[nodiscard]] OpenAccount *account(const QString &id) const;
    [[nodiscard]] QString shownId() const;
    [[nodiscard]] bool isLoaded(const QString &id) const;
    [[nodiscard]] RowsView &view(const QString &id) const;
    [[nodiscard]] FilterEdit &filter() const;
    [[nodiscard]] QAction *entry(const QString &id) const;
    void choose(const QString &id) const;
    [[nodiscard]] QLabel *opening() const;
    [[nodiscard]] StartPage *startPage() const;
    /// What the start page says, if one can see it.
    [[nodiscard]] QString note() const;

    WindowFixture window;
    std::unique_ptr<SimulatedServer> acmeServer;
    std::unique_ptr<SimulatedServer> otherServer;
    std::unique_ptr<SimulatedServer> demoServer;
    SlowKeychain keychain;
    AccountStore store;
    std::unique_ptr<AccountBook> book;

private:
    static void keep(AccountBook &book, const QString &id, const QString &name,
                     const SimulatedServer &server);
};

} // namespace layerscope
