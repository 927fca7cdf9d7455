// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/accountsmodel.h"

#include "accounts/accountbook.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// As the list shows it: the word that goes over the wire is nobody's name.
QString userOf(const Account &account)
{
    return account.keyKind == Account::KeyKind::IbmCloud ? AccountsModel::tr("IBM Cloud API key")
                                                         : account.userName;
}

QString keyPlaceOf(const Account &account)
{
    //: Where an account's key is kept
    return account.keyPlace == Account::KeyPlace::Keychain ? AccountsModel::tr("Keychain")
                                                           //: Where an account's key is kept
                                                           : AccountsModel::tr("This session");
}

QString textOf(const Account &account, int column)
{
    switch (column) {
    case AccountsModel::NameColumn:
        return account.name;
    case AccountsModel::UserColumn:
        return userOf(account);
    case AccountsModel::EndpointColumn:
        return account.restBase.host();
    case AccountsModel::KeyColumn:
        return keyPlaceOf(account);
    default:
        return {};
    }
}

QString spoken(const Account &account)
{
    //: A row for screen readers: name, user, endpoint, where the key is
    return AccountsModel::tr("%1, user %2, endpoint %3, key: %4")
        .arg(account.name, userOf(account), account.restBase.host(), keyPlaceOf(account));
}

} // namespace

AccountsModel::AccountsModel(AccountBook &book, QObject *parent)
    : FlatModel(parent)
    , m_book(book)
    , m_rows(book.accounts())
{
    connect(&book, &AccountBook::accountsChanged, this, &AccountsModel::follow);
}

QVariant AccountsModel::cell(int row, int column, int role) const
{
    const Account &account = m_rows[row];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return textOf(account, column);
    case Qt::AccessibleTextRole:
        return column == NameColumn ? spoken(account) : textOf(account, column);
    case IdRole:
        return account.id;
    case DetailRole:
        return QString(userOf(account) + u" · "_s + account.restBase.host());
    default:
        return {};
    }
}

QVariant AccountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case UserColumn:
        return tr("User");
    case EndpointColumn:
        return tr("Endpoint");
    case KeyColumn:
        //: Column: where an account's key is kept
        return tr("Key in");
    default:
        return {};
    }
}

Qt::ItemFlags AccountsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = FlatModel::flags(index);
    if (index.isValid())
        flags |= Qt::ItemNeverHasChildren;
    if (index.isValid() && index.column() == NameColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool AccountsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.column() != NameColumn)
        return false;
    const Account &account = m_rows[index.row()];
    const QString name = value.toString().trimmed();
    if (name == account.name)
        return true;
    const QString id = account.id; // its row moves within
    if (const Result<Done> renamed = m_book.rename(id, name); !renamed) {
        Q_EMIT renameRefused(renamed.error());
        return false;
    }
    return true;
}

QModelIndex AccountsModel::indexOf(const QString &id) const
{
    const int row = rowOf(id);
    return row < 0 ? QModelIndex() : index(row, NameColumn);
}

int AccountsModel::rowOf(const QString &id, int from) const
{
    const auto found = std::find_if(m_rows.cbegin() + from, m_rows.cend(),
                                    [&id](const Account &account) { return account.id == id; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

/// Row by row; a person has some dozen accounts.
void AccountsModel::follow()
{
    const QList<Account> wanted = m_book.accounts();
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (m_book.find(m_rows[row].id) != nullptr)
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < wanted.size(); ++row) {
        const Account &account = wanted[row];
        const int old = rowOf(account.id, row);
        if (old < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, account);
            endInsertRows();
            continue;
        }
        if (old != row) {
            beginMoveRows({}, old, old, {}, row);
            m_rows.move(old, row);
            endMoveRows();
        }
        if (m_rows[row] != account) {
            m_rows[row] = account;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
}

} // namespace layerscope
