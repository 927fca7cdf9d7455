// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountbook.h"

#include "accounts/accountstore.h"

#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

void sortByName(QList<Account> &accounts)
{
    std::stable_sort(accounts.begin(), accounts.end(), [](const Account &a, const Account &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
}

} // namespace

QString AccountBook::keyIsLeaving(const QString &name)
{
    return tr("The key of “%1” is being taken out of the keychain.").arg(name);
}

AccountBook::AccountBook(AccountStore &store, CredentialStore &keychain, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_keychain(keychain)
    , m_accounts(store.accounts())
{
    sortByName(m_accounts);
}

AccountBook::~AccountBook() = default;

const Account *AccountBook::find(const QString &id) const
{
    const auto found =
        std::find_if(m_accounts.cbegin(), m_accounts.cend(), [&id](const Account &a) { return a.id == id; });
    return found == m_accounts.cend() ? nullptr : &*found;
}

Result<Account> AccountBook::findByName(const QString &name) const
{
    for (const Account &account : m_accounts) {
        if (AccountStore::isSameName(account.name, name))
            return account;
    }
    if (m_accounts.isEmpty()) {
        return failure(
            ApiError::Kind::InvalidRequest,
            tr("There is no account “%1”: none is set up yet. Start Layerscope without options and "
               "connect one.")
                .arg(name));
    }
    QStringList names;
    for (const Account &account : m_accounts)
        names.append(account.name);
    return failure(ApiError::Kind::InvalidRequest,
                   tr("There is no account “%1”. There are: %2.").arg(name, names.join(u", "_s)));
}

QString AccountBook::freeName(const QString &wish, const QString &exceptId) const
{
    const QString base = wish.trimmed().isEmpty() ? tr("Account") : wish.trimmed();
    QString name = base;
    for (int number = 2; !objectionTo(name, exceptId).isEmpty(); ++number)
        //: A name that is taken, and a number that makes it another
        name = tr("%1 %2").arg(base).arg(number);
    return name;
}

QString AccountBook::objectionTo(const QString &name, const QString &exceptId) const
{
    if (name.trimmed().isEmpty())
        return tr("An account needs a name.");
    for (const Account &account : m_accounts) {
        if (account.id != exceptId && AccountStore::isSameName(account.name, name))
            return AccountStore::nameIsTaken(account.name);
    }
    return {};
}

void AccountBook::save(Account account, const AccountSecrets &secrets, QObject *context, SavedDone done,
                       std::optional<Account> seen)
{
    refresh();
    const Account *const before = account.id.isEmpty() ? nullptr : find(account.id);
    const bool mayBeInKeychain =
        before && (before->keyPlace == Account::KeyPlace::Keychain || before->isKeyLeftBehind);
    if (!seen && before)
        seen = *before;
    if (account.id.isEmpty())
        account.id = Account::newId();
    account.name = account.name.trimmed();
    account.keyVersion = Account::newId();
    account.isKeyLeftBehind = false;
    // What is begun is finished, whether or not somebody still waits for the answer: a key without its
    // account would lie in the keychain for ever.
    const SavedDone answer = [this, name = account.name, context = QPointer(context),
                              done = std::move(done)](const Result<Kept> &kept) {
        if (context)
            done(kept);
        else
            Q_EMIT savedUnseen(name, kept);
    };
    const auto answerLater = [this](auto &&call) {
        QMetaObject::invokeMethod(this, std::forward<decltype(call)>(call), Qt::QueuedConnection);
    };
    const bool hasNewName = !seen || !AccountStore::isSameName(seen->name, account.name);
    const QString objection = objectionTo(account.name, account.id);
    if (!objection.isEmpty() && (hasNewName || account.name.isEmpty())) {
        const Result<Kept> refused = failure(ApiError::Kind::InvalidRequest, objection);
        answerLater([answer, refused] { answer(refused); });
        return;
    }
    if (account.keyPlace == Account::KeyPlace::Session && !mayBeInKeychain) {
        answerLater([=, this] { finishKeeping({account, {}}, seen, secrets, answer); });
        return;
    }
    if (account.keyPlace == Account::KeyPlace::Session) {
        // "For this session only" means that the key leaves the keychain.
        const QString leaving = keyIsLeaving(account.name);
        m_unfinished.append(leaving);
        m_keychain.remove(account.id, this, [=, this](const Result<Done> &removed) {
            m_unfinished.removeOne(leaving);
            Kept kept{account, {}};
            kept.account.isKeyLeftBehind = !removed;
            if (!removed)
                //: %1 is a sentence that says what is wrong with the keychain
                kept.note = tr("%1 The former key is still in the keychain.").arg(removed.error().message);
            finishKeeping(kept, seen, secrets, answer);
        });
        return;
    }
    const QString coming = tr("The key of “%1” is on its way into the keychain.").arg(account.name);
    m_unfinished.append(coming);
    m_keychain.write(account.id, secrets.toText(), this, [=, this](const Result<Done> &written) {
        m_unfinished.removeOne(coming);
        Kept kept{account, {}};
        if (!written) {
            kept.account.keyPlace = Account::KeyPlace::Session;
            kept.account.isKeyLeftBehind = mayBeInKeychain;
            //: %1 is a sentence that says what is wrong with the keychain
            kept.note = tr("%1 The key is kept for this session only.").arg(written.error().message);
        }
        finishKeeping(kept, seen, secrets, answer);
    });
}

void AccountBook::finishKeeping(const Kept &kept, const std::optional<Account> &seen,
                                const AccountSecrets &secrets, const SavedDone &answer)
{
    const Account &account = kept.account;
    const Result<QList<Account>> written = m_store.put(account, seen);
    if (!written) {
        // Its account is nowhere: neither may its key be.
        if (find(account.id) == nullptr && account.keyPlace == Account::KeyPlace::Keychain)
            m_keychain.remove(account.id, this, [](const Result<Done> &) {});
        answer(Unexpected(written.error()));
        return;
    }
    take(*written);
    // Always: the account works at once and needs no second look into the keychain, wherever else the key is.
    m_session.write(account.id, secrets.toText(), this, [](const Result<Done> &) {});
    const Account *now = find(account.id); // with what another window changed meanwhile
    answer(Kept{now ? *now : account, kept.note});
}

Result<Done> AccountBook::rename(const QString &accountId, const QString &name)
{
    const QString id = accountId; // it may be that of an account which refresh() replaces
    refresh();
    if (const QString objection = objectionTo(name, id); !objection.isEmpty())
        return failure(ApiError::Kind::InvalidRequest, objection);
    const Result<QList<Account>> written = m_store.rename(id, name.trimmed());
    if (!written)
        return Unexpected(written.error());
    take(*written);
    return Done();
}

void AccountBook::remove(const QString &accountId, QObject *context, RemovedDone done)
{
    const QString id = accountId; // it may be that of an account which refresh() replaces
    refresh();
    const Account *account = find(id);
    const bool isInKeychain = account && account->keyPlace == Account::KeyPlace::Keychain;
    const bool mayBeInKeychain = isInKeychain || (account && account->isKeyLeftBehind);
    const QString leaving = account ? keyIsLeaving(account->name) : QString();
    const Result<QList<Account>> written = m_store.remove(id);
    const auto answerLater = [context, &done](const Result<Done> &removed) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done), removed] { done(removed); }, Qt::QueuedConnection);
    };
    if (!written) {
        answerLater(Unexpected(written.error()));
        return;
    }
    take(*written);
    m_session.remove(id, this, [](const Result<Done> &) {});
    if (!mayBeInKeychain) {
        answerLater(Done());
    } else {
        m_unfinished.append(leaving);
        // To its end, too, whoever waits for it.
        m_keychain.remove(id, this, [=, this, context = QPointer(context)](const Result<Done> &removed) {
            m_unfinished.removeOne(leaving);
            if (!context)
                return;
            if (removed || !isInKeychain) { // of one that was left behind the person knows
                done(Done());
                return;
            }
            ApiError error = removed.error();
            //: %1 is a sentence that says what is wrong with the keychain
            error.message =
                tr("%1 The account is removed, but its key is still in the keychain.").arg(error.message);
            done(Unexpected(error));
        });
    }
    Q_EMIT accountRemoved(id);
}

void AccountBook::readSecrets(const QString &id, QObject *context, SecretsDone done)
{
    const auto deliver = [done = std::move(done)](const std::optional<QString> &text,
                                                  const ApiError &otherwise) {
        if (text)
            done(AccountSecrets::fromText(*text));
        else
            done(Unexpected(otherwise));
    };
    const Account *account = find(id);
    const QString name = account ? account->name : QString();
    const bool isGone = account == nullptr;
    const bool isForSession = isGone || account->keyPlace == Account::KeyPlace::Session;
    m_session.read(id, context, [=, this](const Result<std::optional<QString>> &kept) {
        if (*kept || isForSession) {
            deliver(
                *kept,
                ApiError::withMessage(
                    ApiError::Kind::Storage,
                    isGone ? tr("This account has been removed.")
                           : tr("The key of “%1” was kept for one session only. Enter it again.").arg(name)));
            return;
        }
        m_keychain.read(id, context, [=, this](const Result<std::optional<QString>> &secret) {
            if (!secret) {
                deliver(std::nullopt, secret.error());
                return;
            }
            deliver(*secret, ApiError::withMessage(
                                 ApiError::Kind::Storage,
                                 tr("The keychain holds no key for “%1”. Enter it again.").arg(name)));
        });
    });
}

void AccountBook::readConnection(const QString &id, QObject *context, ConnectionDone done)
{
    readSecrets(id, context, [this, id, done = std::move(done)](const Result<AccountSecrets> &secrets) {
        const Account *account = find(id);
        if (!secrets)
            done(Unexpected(secrets.error()));
        else if (!account)
            done(failure(ApiError::Kind::InvalidRequest, tr("This account has been removed.")));
        else
            done(connectionOf(*account, *secrets));
    });
}

QString AccountBook::lastShownId() const
{
    return m_store.lastShownId();
}

void AccountBook::setLastShownId(const QString &id)
{
    m_store.setLastShownId(id);
}

void AccountBook::refresh()
{
    if (m_watcher != nullptr)
        watchFile();
    // A list that is not there or cannot be read for the moment is no reason to show none.
    if (!QFileInfo::exists(m_store.fileName()))
        return;
    if (const Result<QList<Account>> accounts = m_store.read())
        take(*accounts);
}

void AccountBook::follow()
{
    if (m_watcher != nullptr)
        return;
    m_watcher = new QFileSystemWatcher(this);
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, &AccountBook::refresh);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, &AccountBook::refresh);
    refresh();
}

/// The file, for who writes into it, and its folder, for who replaces it: a new file in its place is not
/// watched until it is asked for again. None of both may be there yet.
void AccountBook::watchFile()
{
    const QFileInfo file(m_store.fileName());
    const QStringList watched = m_watcher->files() + m_watcher->directories();
    for (const QString &path : {file.absolutePath(), file.absoluteFilePath()}) {
        if (!watched.contains(path) && QFileInfo::exists(path))
            m_watcher->addPath(path);
    }
}

/// The list as it stands in the file.
void AccountBook::take(QList<Account> accounts)
{
    sortByName(accounts);
    if (accounts == m_accounts)
        return;
    const QList<Account> before = std::exchange(m_accounts, std::move(accounts));
    for (const Account &account : before) {
        const Account *now = find(account.id);
        if (now == nullptr || now->keyVersion != account.keyVersion) // the key in memory is an old one
            m_session.remove(account.id, this, [](const Result<Done> &) {});
    }
    Q_EMIT accountsChanged();
}

} // namespace layerscope
