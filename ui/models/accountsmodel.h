// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "models/flatmodel.h"

#include <QList>

namespace layerscope {

class AccountBook;

/// The person's accounts, a row each, by name. Follows the book: rows come, go, move and change by
/// themselves, told apart by id, so that whoever watches keeps selection and current row. The name can be
/// edited. Holds no secret. GUI thread; the book outlives it.
class AccountsModel final : public FlatModel
{
    Q_OBJECT

public:
    enum Column : int { NameColumn, UserColumn, EndpointColumn, KeyColumn, ColumnCount };
    enum Role : int {
        IdRole = Qt::UserRole, ///< QString, Account::id
        DetailRole,            ///< QString, user and endpoint: "1234567_ops · api.softlayer.com"
    };

    explicit AccountsModel(AccountBook &book, QObject *parent = nullptr);

    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Renames. False, after renameRefused(), if that name is not available.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    /// Of the row's name; invalid if there is no such account.
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;

Q_SIGNALS:
    void renameRefused(const layerscope::ApiError &error);

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int columns() const override { return ColumnCount; }
    /// Qt::AccessibleTextRole of a name says the whole row.
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    void follow();
    [[nodiscard]] int rowOf(const QString &id, int from = 0) const;

    AccountBook &m_book;
    QList<Account> m_rows;
};

} // namespace layerscope
