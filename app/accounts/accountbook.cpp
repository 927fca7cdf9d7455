// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountbook.h"

#include "accounts/accountstore.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

ApiError errorOf(ApiError::Kind kind, const QString &sentence, const QString &detail = {})
{
    ApiError error = ApiError::make(kind, detail);
    error.message = sentence;
    return error;
}

bool isSameName(const QString &a, const QString &b)
{
    return a.trimmed().toCaseFolded() == b.trimmed().toCaseFolded();
}

void sortByName(QList<Account> &accounts)
{
    std::stable_sort(accounts.begin(), accounts.end(), [](const Account &a, const Account &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
}

} // namespace

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
        if (isSameName(account.name, name))
            return account;
    }
    if (m_accounts.isEmpty()) {
        return Unexpected(
            errorOf(ApiError::Kind::InvalidRequest,
                    tr("There is no account “%1”: none is set up yet. Start Layerscope without options and "
                       "connect one.")
                        .arg(name)));
    }
    QStringList names;
    for (const Account &account : m_accounts)
        names.append(account.name);
    return Unexpected(errorOf(ApiError::Kind::InvalidRequest,
                              tr("There is no account “%1”. There are: %2.").arg(name, names.join(u", "_s))));
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
        if (account.id != exceptId && isSameName(account.name, name))
            return tr("Another account is called “%1”. Choose another name.").arg(account.name);
    }
    return {};
}

void AccountBook::keep(Account account, const AccountSecrets &secrets, QObject *context, KeptDone done)
{
    if (account.id.isEmpty())
        account.id = Account::newId();
    account.name = account.name.trimmed();
    // What is begun is finished, whether or not somebody still waits for the answer: a key without its
    // account would lie in the keychain for ever.
    const KeptDone answer = [context = QPointer(context), done = std::move(done)](const Result<Kept> &kept) {
        if (context)
            done(kept);
    };
    if (const QString objection = objectionTo(account.name, account.id); !objection.isEmpty()) {
        const Result<Kept> refused = Unexpected(errorOf(ApiError::Kind::InvalidRequest, objection));
        QMetaObject::invokeMethod(
            this, [answer, refused] { answer(refused); }, Qt::QueuedConnection);
        return;
    }
    if (account.keyPlace == Account::KeyPlace::Session) {
        // It may have been in the keychain before; "for this session only" then means that it leaves there.
        const Account *before = find(account.id);
        const bool wasInKeychain = before && before->keyPlace == Account::KeyPlace::Keychain;
        m_keychain.remove(account.id, this, [=, this](const Result<Done> &removed) {
            Kept kept{account, {}};
            if (!removed && wasInKeychain)
                //: %1 is a sentence that says what is wrong with the keychain
                kept.note = tr("%1 The former key is still in the keychain.").arg(removed.error().message);
            finishKeeping(kept, secrets, answer);
        });
        return;
    }
    m_keychain.write(
        account.id, secrets.toText(), this, [this, account, secrets, answer](const Result<Done> &written) {
            Kept kept{account, {}};
            if (!written) {
                kept.account.keyPlace = Account::KeyPlace::Session;
                //: %1 is a sentence that says what is wrong with the keychain
                kept.note = tr("%1 The key is kept for this session only.").arg(written.error().message);
            }
            finishKeeping(kept, secrets, answer);
        });
}

void AccountBook::finishKeeping(const Kept &kept, const AccountSecrets &secrets, const KeptDone &answer)
{
    const Account &account = kept.account;
    QList<Account> accounts = m_accounts;
    const auto old = std::find_if(accounts.begin(), accounts.end(),
                                  [&account](const Account &a) { return a.id == account.id; });
    const bool isNew = old == accounts.end();
    if (isNew)
        accounts.append(account);
    else
        *old = account;
    if (const Result<Done> written = replaceAccounts(std::move(accounts)); !written) {
        if (isNew)
            m_keychain.remove(account.id, this, [](const Result<Done> &) {});
        answer(Unexpected(written.error()));
        return;
    }
    // Always: the account works at once and needs no second look into the keychain, wherever else the key is.
    m_session.write(account.id, secrets.toText(), this, [](const Result<Done> &) {});
    answer(kept);
}

Result<Done> AccountBook::rename(const QString &id, const QString &name)
{
    if (const QString objection = objectionTo(name, id); !objection.isEmpty())
        return Unexpected(errorOf(ApiError::Kind::InvalidRequest, objection));
    QList<Account> accounts = m_accounts;
    for (Account &account : accounts) {
        if (account.id == id)
            account.name = name.trimmed();
    }
    return replaceAccounts(std::move(accounts));
}

void AccountBook::remove(const QString &id, QObject *context, RemovedDone done)
{
    const Account *account = find(id);
    const bool wasInKeychain = account && account->keyPlace == Account::KeyPlace::Keychain;
    QList<Account> accounts = m_accounts;
    accounts.removeIf([&id](const Account &candidate) { return candidate.id == id; });
    if (Result<Done> written = replaceAccounts(std::move(accounts)); !written) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done), written] { done(written); }, Qt::QueuedConnection);
        return;
    }
    m_session.remove(id, this, [](const Result<Done> &) {});
    // Whatever the list said: a key may have been put there by an earlier choice. Without a keychain there is
    // none, and nothing to complain about if it was kept for a session only.
    m_keychain.remove(id, context, [done = std::move(done), wasInKeychain](const Result<Done> &removed) {
        if (removed || !wasInKeychain) {
            done(Done());
            return;
        }
        ApiError error = removed.error();
        //: %1 is a sentence that says what is wrong with the keychain
        error.message =
            tr("%1 The account is removed, but its key is still in the keychain.").arg(error.message);
        done(Unexpected(error));
    });
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
    const bool isForSession = !account || account->keyPlace == Account::KeyPlace::Session;
    m_session.read(id, context, [=, this](const Result<std::optional<QString>> &kept) {
        if (*kept || isForSession) {
            deliver(*kept,
                    errorOf(ApiError::Kind::Storage,
                            tr("The key of “%1” was kept for one session only. Enter it again.").arg(name)));
            return;
        }
        m_keychain.read(id, context, [=, this](const Result<std::optional<QString>> &secret) {
            if (!secret) {
                deliver(std::nullopt, secret.error());
                return;
            }
            deliver(*secret, errorOf(ApiError::Kind::Storage,
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
            done(Unexpected(errorOf(ApiError::Kind::InvalidRequest, tr("This account has been removed."))));
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

Result<Done> AccountBook::replaceAccounts(QList<Account> accounts)
{
    sortByName(accounts);
    if (Result<Done> written = m_store.setAccounts(accounts); !written)
        return written;
    m_accounts = std::move(accounts);
    Q_EMIT accountsChanged();
    return Done();
}

} // namespace layerscope
