// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSettings>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AccountStore)
};

const QString listKey = u"accounts"_s;
const QString lastShownKey = u"lastShown"_s;

/// No list that a person made is as long; a damaged file may say anything.
constexpr int mostAccounts = 10'000;

/// An enum's values and their words in the file, which never change.
template<class E, std::size_t N>
struct Words
{
    std::array<std::pair<E, QLatin1String>, N> pairs;

    [[nodiscard]] QString of(E value) const
    {
        for (const auto &[candidate, word] : pairs) {
            if (candidate == value)
                return word;
        }
        return {};
    }
    [[nodiscard]] std::optional<E> find(const QString &text) const
    {
        for (const auto &[value, word] : pairs) {
            if (text == word)
                return value;
        }
        return std::nullopt;
    }
};

constexpr Words<Account::KeyKind, 2> keyKinds{
    {{{Account::KeyKind::Classic, "classic"_L1}, {Account::KeyKind::IbmCloud, "ibm-cloud"_L1}}}};
constexpr Words<Account::ProxyUse, 3> proxyUses{{{{Account::ProxyUse::System, "system"_L1},
                                                  {Account::ProxyUse::None, "none"_L1},
                                                  {Account::ProxyUse::Own, "own"_L1}}}};
constexpr Words<Account::KeyPlace, 2> keyPlaces{
    {{{Account::KeyPlace::Keychain, "keychain"_L1}, {Account::KeyPlace::Session, "session"_L1}}}};

std::optional<Account> accountFrom(const QSettings &settings)
{
    const auto text = [&settings](const char *key) {
        return settings.value(QString::fromLatin1(key)).toString();
    };
    const auto keyKind = keyKinds.find(text("keyKind"));
    const auto proxyUse = proxyUses.find(text("proxy"));
    const auto keyPlace = keyPlaces.find(text("keyPlace"));
    const Result<QUrl> restBase = Connection::restBaseFrom(text("endpoint"));
    Account account;
    account.id = text("id");
    account.name = text("name").trimmed();
    account.userName = text("user");
    account.proxyAddress = text("proxyAddress");
    account.caFile = text("caFile");
    if (!keyKind || !proxyUse || !keyPlace || !restBase || account.id.isEmpty() || account.name.isEmpty())
        return std::nullopt;
    account.keyKind = *keyKind;
    account.proxyUse = *proxyUse;
    account.keyPlace = *keyPlace;
    account.restBase = *restBase;
    return account;
}

void write(const Account &account, QSettings &settings)
{
    settings.setValue(u"id"_s, account.id);
    settings.setValue(u"name"_s, account.name);
    settings.setValue(u"keyKind"_s, keyKinds.of(account.keyKind));
    settings.setValue(u"user"_s, account.userName);
    settings.setValue(u"endpoint"_s, account.restBase.toString());
    settings.setValue(u"proxy"_s, proxyUses.of(account.proxyUse));
    settings.setValue(u"proxyAddress"_s, account.proxyAddress);
    settings.setValue(u"caFile"_s, account.caFile);
    settings.setValue(u"keyPlace"_s, keyPlaces.of(account.keyPlace));
}

QString usualFile()
{
    const QSettings settings(QSettings::IniFormat, QSettings::UserScope, QCoreApplication::organizationName(),
                             u"accounts"_s);
    return settings.fileName();
}

} // namespace

AccountStore::AccountStore()
    : AccountStore(usualFile())
{}

AccountStore::AccountStore(QString iniFile)
    : m_file(std::move(iniFile))
{}

QList<Account> AccountStore::accounts() const
{
    QSettings settings(m_file, QSettings::IniFormat);
    QList<Account> accounts;
    QSet<QString> ids;
    QSet<QString> names;
    const int count = std::min(settings.beginReadArray(listKey), mostAccounts);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const std::optional<Account> account = accountFrom(settings);
        if (!account || ids.contains(account->id) || names.contains(account->name.toCaseFolded()))
            continue;
        ids.insert(account->id);
        names.insert(account->name.toCaseFolded());
        accounts.append(*account);
    }
    return accounts;
}

Result<Done> AccountStore::setAccounts(const QList<Account> &accounts)
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.remove(listKey);
    settings.beginWriteArray(listKey, static_cast<int>(accounts.size()));
    for (int i = 0; i < accounts.size(); ++i) {
        settings.setArrayIndex(i);
        write(accounts[i], settings);
    }
    settings.endArray();
    settings.sync(); // whole or not at all: QSettings replaces the file
    if (settings.status() != QSettings::NoError) {
        ApiError error = ApiError::make(ApiError::Kind::Storage);
        error.message = Text::tr("The list of accounts could not be written to “%1”. Check the disk and the "
                                 "folder's permissions, then try again.")
                            .arg(QDir::toNativeSeparators(m_file));
        return Unexpected(error);
    }
    // User names and hosts are nobody else's business.
    QFile::setPermissions(m_file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return Done();
}

QString AccountStore::lastShownId() const
{
    return QSettings(m_file, QSettings::IniFormat).value(lastShownKey).toString();
}

void AccountStore::setLastShownId(const QString &id)
{
    QSettings settings(m_file, QSettings::IniFormat);
    if (id.isEmpty())
        settings.remove(lastShownKey);
    else
        settings.setValue(lastShownKey, id);
}

} // namespace layerscope
