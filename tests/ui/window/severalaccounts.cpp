// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/severalaccounts.h"

#include "inventory/kinds.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "pages/startpage.h"
#include "session/accountsession.h"
#include "views/rowsview.h"
#include "widgets/filteredit.h"
#include "window/openaccounts.h"

#include <QAction>
#include <QLabel>
#include <QTest>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

std::unique_ptr<SimulatedServer> serverOf(int servers, std::chrono::milliseconds latency)
{
    FaultPlan withoutLimit;
    withoutLimit.callsPerSecond = 0;
    auto server =
        std::make_unique<SimulatedServer>(servers, LatencyModel::fromBase(latency), withoutLimit, 3);
    if (!server->start())
        qFatal("no port for the demo account");
    return server;
}

} // namespace

void SlowKeychain::read(const QString &accountId, QObject *context, ReadDone done)
{
    if (isSlow)
        m_waiting.append({accountId, context, std::move(done)});
    else
        m_secrets.read(accountId, context, std::move(done));
}

void SlowKeychain::write(const QString &accountId, const QString &secret, QObject *context, WriteDone done)
{
    const auto change = [=, this, context = QPointer(context)] {
        if (context)
            m_secrets.write(accountId, secret, context, done);
    };
    if (holdsChanges)
        m_heldChanges.append(change);
    else
        change();
}

void SlowKeychain::remove(const QString &accountId, QObject *context, WriteDone done)
{
    const auto change = [=, this, context = QPointer(context)] {
        if (context)
            m_secrets.remove(accountId, context, done);
    };
    if (holdsChanges)
        m_heldChanges.append(change);
    else
        change();
}

void SlowKeychain::makeHeldChanges()
{
    for (const auto &change : std::exchange(m_heldChanges, {}))
        change();
}

void SlowKeychain::answer()
{
    for (Waiting &read : std::exchange(m_waiting, {})) {
        if (read.context)
            m_secrets.read(read.id, read.context, std::move(read.done));
    }
}

void SlowKeychain::lose(const QString &accountId)
{
    m_secrets.remove(accountId, &m_context, [](const Result<Done> &) {});
}

SeveralAccounts::SeveralAccounts(int servers, std::chrono::milliseconds latency)
    : acmeServer(serverOf(servers, latency))
    , otherServer(serverOf(servers + 5, latency))
    , demoServer(serverOf(7, latency))
    , store(window.folder.filePath(u"accounts.ini"_s))
{
    {
        AccountBook former(store, keychain);
        keep(former, acmeId, u"Acme"_s, *acmeServer);
        keep(former, otherId, u"Other"_s, *otherServer);
    }
    makeBook();
    window.client.limits.maxStartsPerSecond = 100'000;
    makeWindow();
}

SeveralAccounts::~SeveralAccounts()
{
    window.window.reset(); // before what it stands on
}

void SeveralAccounts::makeBook()
{
    window.book = nullptr;
    book = std::make_unique<AccountBook>(store, keychain);
    window.book = book.get();
}

void SeveralAccounts::makeWindow()
{
    AccountChoice demo{u"demo"_s,
                       u"Try the demo account"_s,
                       {},
                       [this]() -> Result<Connection> { return connectionTo(*demoServer); },
                       u"Demo account"_s};
    window.makeWindow({demo});
    main().show();
}

void SeveralAccounts::makeWindowWithPatience(std::chrono::milliseconds patience)
{
    keychain.isSlow = true;
    window.keychainPatience = patience;
    makeWindow();
}

void SeveralAccounts::openBoth()
{
    main().openKnownAccount(otherId);
    QTRY_VERIFY(account(otherId));
    main().openKnownAccount(acmeId);
    QTRY_VERIFY(account(acmeId));
}

void SeveralAccounts::loadBoth()
{
    openBoth();
    QTRY_VERIFY_WITH_TIMEOUT(isLoaded(acmeId) && isLoaded(otherId), loadTimeout);
}

OpenAccount *SeveralAccounts::account(const QString &id) const
{
    return main().accounts().find(id);
}

QString SeveralAccounts::shownId() const
{
    return main().accounts().shown() ? main().accounts().shown()->id() : QString();
}

bool SeveralAccounts::isLoaded(const QString &id) const
{
    AccountSession &session = account(id)->session();
    return session.loader().state() == AccountLoader::State::Finished &&
           session.servers().rowCount() == session.store().table().rowCount();
}

RowsView &SeveralAccounts::view(const QString &id) const
{
    return *account(id)->page().rows(serversTable).view();
}

FilterEdit &SeveralAccounts::filter() const
{
    return *main().findChild<FilterEdit *>();
}

QAction *SeveralAccounts::entry(const QString &id) const
{
    return main().findChild<QAction *>(u"account_"_s + id);
}

void SeveralAccounts::choose(const QString &id) const
{
    entry(id)->trigger();
}

QLabel *SeveralAccounts::opening() const
{
    return main().findChild<QLabel *>(u"openingAccount"_s);
}

StartPage *SeveralAccounts::startPage() const
{
    return main().findChild<StartPage *>();
}

QString SeveralAccounts::note() const
{
    const auto *label = main().findChild<QLabel *>(u"startNote"_s);
    return label->isVisible() ? label->text() : QString();
}

void SeveralAccounts::keep(AccountBook &book, const QString &id, const QString &name,
                           const SimulatedServer &server)
{
    Account account;
    account.id = id;
    account.name = name;
    account.userName = server.userName();
    account.restBase = server.restUrl();
    bool isKept = false;
    book.save(account, {server.apiKey(), {}}, &book,
              [&isKept](const Result<AccountBook::Kept> &kept) { isKept = kept.has_value(); });
    QTRY_VERIFY(isKept);
}

} // namespace layerscope
