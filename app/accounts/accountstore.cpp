// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountstore.h"

#include "accounts/initext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QSet>
#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct AccountStoreText
{
    Q_DECLARE_TR_FUNCTIONS(AccountStore)
};

const QString listKey = u"accounts"_s;
const QString countKey = u"accounts/size"_s;
const QString lastShownKey = u"lastShown"_s;
const QString idKey = u"id"_s;
const QString nameKey = u"name"_s;

/// The list is a few kilobytes; what is larger is something else.
constexpr qint64 largestList = 16'000'000;

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

const QString yes = u"yes"_s;

/// What the file says of an account, by key, in the order in which it is written.
QList<std::pair<QString, QString>> settingsOf(const Account &account)
{
    return {
        {idKey, account.id},
        {nameKey, account.name},
        {u"keyKind"_s, keyKinds.of(account.keyKind)},
        {u"user"_s, account.userName},
        {u"endpoint"_s, account.restBase.toString()},
        {u"proxy"_s, proxyUses.of(account.proxyUse)},
        {u"proxyAddress"_s, account.proxyAddress},
        {u"caFile"_s, account.caFile},
        {u"keyPlace"_s, keyPlaces.of(account.keyPlace)},
        {u"keyVersion"_s, account.keyVersion},
        {u"keyLeftBehind"_s, account.isKeyLeftBehind ? yes : QString()},
    };
}

/// One account of the file, by the number it has there.
class Entry
{
public:
    Entry(const IniText &text, int number)
        : m_text(text)
        , m_number(number)
    {}

    [[nodiscard]] static QString pathOf(int number, const QString &key)
    {
        return listKey + u'/' + QString::number(number) + u'/' + key;
    }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] QString value(const QString &key) const
    {
        return m_text.value(pathOf(m_number, key)).value_or(QString());
    }
    [[nodiscard]] QString name() const { return value(nameKey).trimmed(); }

    /// nullopt: this version does not understand it.
    [[nodiscard]] std::optional<Account> account() const
    {
        const auto keyKind = keyKinds.find(value(u"keyKind"_s));
        const auto proxyUse = proxyUses.find(value(u"proxy"_s));
        const auto keyPlace = keyPlaces.find(value(u"keyPlace"_s));
        const Result<QUrl> restBase = Connection::restBaseFrom(value(u"endpoint"_s));
        Account account;
        account.id = value(idKey);
        account.name = name();
        account.userName = value(u"user"_s);
        account.proxyAddress = value(u"proxyAddress"_s);
        account.caFile = value(u"caFile"_s);
        account.keyVersion = value(u"keyVersion"_s);
        account.isKeyLeftBehind = value(u"keyLeftBehind"_s) == yes;
        if (!keyKind || !proxyUse || !keyPlace || !restBase || account.id.isEmpty() || account.name.isEmpty())
            return std::nullopt;
        account.keyKind = *keyKind;
        account.proxyUse = *proxyUse;
        account.keyPlace = *keyPlace;
        account.restBase = *restBase;
        return account;
    }

private:
    const IniText &m_text;
    int m_number;
};

QList<Entry> entriesOf(const IniText &text)
{
    QList<Entry> entries;
    for (const int number : text.numbersBelow(listKey))
        entries.append(Entry(text, number));
    return entries;
}

QList<Account> accountsIn(const IniText &text)
{
    QList<Account> accounts;
    const auto isTaken = [&accounts](const QString &name) {
        return std::any_of(accounts.cbegin(), accounts.cend(), [&name](const Account &account) {
            return AccountStore::isSameName(account.name, name);
        });
    };
    QSet<QString> ids;
    for (const Entry &entry : entriesOf(text)) {
        std::optional<Account> account = entry.account();
        if (!account || ids.contains(account->id))
            continue;
        ids.insert(account->id);
        const QString name = account->name;
        for (int number = 2; isTaken(account->name); ++number)
            account->name = name + u' ' + QString::number(number);
        accounts.append(*account);
    }
    return accounts;
}

/// The first with this id, understood or not. nullopt: none.
std::optional<int> numberOf(const IniText &text, const QString &id)
{
    for (const Entry &entry : entriesOf(text)) {
        if (entry.value(idKey) == id)
            return entry.number();
    }
    return std::nullopt;
}

QString cannotWrite()
{
    return AccountStoreText::tr(
        "The list of accounts could not be written to “%1”. Check the disk and the folder's permissions, "
        "then try again.");
}

Unexpected<ApiError> failed(const QString &sentence, const QString &file)
{
    return failure(ApiError::Kind::Storage, sentence.arg(QDir::toNativeSeparators(file)));
}

/// Asks also those that only another version understands: there both would be seen.
Result<Done> checkName(const IniText &text, const QString &name, const QString &exceptId)
{
    for (const Entry &entry : entriesOf(text)) {
        if (entry.value(idKey) != exceptId && AccountStore::isSameName(entry.name(), name))
            return failure(ApiError::Kind::InvalidRequest, AccountStore::nameIsTaken(entry.name()));
    }
    return Done();
}

/// QSettings, which older versions read with, goes by the count.
void numberAnew(IniText &text)
{
    int count = 0;
    for (const int number : text.numbersBelow(listKey))
        text.renumber(listKey, number, ++count);
    text.setValue(countKey, QString::number(count));
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

Result<QList<Account>> AccountStore::read() const
{
    const Result<IniText> text = readText();
    if (!text)
        return Unexpected(text.error());
    return accountsIn(*text);
}

QList<Account> AccountStore::accounts() const
{
    const Result<QList<Account>> list = read();
    return list ? *list : QList<Account>();
}

Result<QList<Account>> AccountStore::put(const Account &account, const std::optional<Account> &seen)
{
    return change([&](IniText &text) -> Result<Done> {
        const std::optional<int> old = numberOf(text, account.id);
        const bool isUnderstood = old && Entry(text, *old).account();
        // What is new is new as a whole.
        const auto former = isUnderstood && seen ? settingsOf(*seen) : QList<std::pair<QString, QString>>();
        const QList<int> numbers = text.numbersBelow(listKey);
        const int number = old ? *old : (numbers.isEmpty() ? 1 : numbers.constLast() + 1);
        for (const std::pair<QString, QString> &setting : settingsOf(account)) {
            if (former.contains(setting))
                continue;
            if (setting.first == nameKey) {
                if (Result<Done> isFree = checkName(text, setting.second, account.id); !isFree)
                    return isFree;
            }
            const QString path = Entry::pathOf(number, setting.first);
            if (!setting.second.isEmpty() || text.value(path))
                text.setValue(path, setting.second);
        }
        return Done();
    });
}

Result<QList<Account>> AccountStore::rename(const QString &id, const QString &name)
{
    return change([&](IniText &text) -> Result<Done> {
        const std::optional<int> number = numberOf(text, id);
        if (!number)
            return failure(ApiError::Kind::InvalidRequest,
                           AccountStoreText::tr("This account has been removed."));
        if (Result<Done> isFree = checkName(text, name, id); !isFree)
            return isFree;
        text.setValue(Entry::pathOf(*number, nameKey), name);
        return Done();
    });
}

Result<QList<Account>> AccountStore::remove(const QString &id)
{
    return change([&id](IniText &text) -> Result<Done> {
        while (const std::optional<int> number =
                   numberOf(text, id)) // one that stood twice must not come up now
            text.remove(listKey + u'/' + QString::number(*number));
        return Done();
    });
}

QString AccountStore::lastShownId() const
{
    const Result<IniText> text = readText();
    return text ? text->value(lastShownKey).value_or(QString()) : QString();
}

void AccountStore::setLastShownId(const QString &id)
{
    std::ignore = change([&id](IniText &text) -> Result<Done> {
        if (id.isEmpty())
            text.remove(lastShownKey);
        else
            text.setValue(lastShownKey, id);
        return Done();
    });
}

/// The name that QSettings takes too: versions that write by it wait for us, and we for them.
QString AccountStore::lockFileName() const
{
    return m_file + ".lock"_L1;
}

bool AccountStore::isSameName(const QString &a, const QString &b)
{
    return a.trimmed().toCaseFolded() == b.trimmed().toCaseFolded();
}

QString AccountStore::nameIsTaken(const QString &name)
{
    return AccountStoreText::tr("Another account is called “%1”. Choose another name.").arg(name);
}

Result<QList<Account>> AccountStore::change(const Edit &edit)
{
    // The lock lies beside the file, so the folder comes first.
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QLockFile lock(lockFileName());
    if (!lock.tryLock(static_cast<int>(lockWait.count())) && lock.error() == QLockFile::LockFailedError) {
        return failed(
            AccountStoreText::tr("Another program is writing “%1”. Nothing was changed; try again."), m_file);
    }
    if (!lock.isLocked())
        return failed(cannotWrite(), m_file);
    Result<IniText> text = readText();
    if (!text) // who cannot read it would write it without what is in it
        return Unexpected(text.error());
    const QByteArray before = text->text();
    if (const Result<Done> edited = edit(*text); !edited)
        return Unexpected(edited.error());
    if (text->text() != before) {
        numberAnew(*text);
        if (const Result<Done> written = writeText(*text); !written)
            return Unexpected(written.error());
    }
    return accountsIn(*text);
}

Result<IniText> AccountStore::readText() const
{
    QFile file(m_file);
    if (!file.exists())
        return IniText();
    if (!QFileInfo(m_file).isFile() || file.size() > largestList || !file.open(QIODevice::ReadOnly)) {
        return failed(
            AccountStoreText::tr(
                "The list of accounts, “%1”, cannot be read. Check who may read it, then try again."),
            m_file);
    }
    return IniText(file.readAll());
}

/// Whole or not at all.
Result<Done> AccountStore::writeText(const IniText &text) const
{
    QSaveFile file(m_file);
    const bool isOpen = file.open(QIODevice::WriteOnly);
    // User names and hosts are nobody else's business, not even until the file is complete.
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QByteArray bytes = text.text();
    if (!isOpen || file.write(bytes) != bytes.size() || !file.commit())
        return failed(cannotWrite(), m_file);
    return Done();
}

} // namespace layerscope
