// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/simulatedaccount.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace layerscope {

/// What the files of pools and members have to say about a demo account, worked out from its raw JSON by the
/// words of the product's column list and the API's fact sheet alone: nothing of the catalogues, of their
/// decoders or of the loaders is used here. Amounts are whole numbers of 10^-5 GB.
class PoolTruth
{
public:
    explicit PoolTruth(const SimulatedAccount &account)
        : m_account(account)
    {}

    using Row = QHash<QString, QString>; ///< Cell by column key

    /// By id.
    [[nodiscard]] QHash<QString, Row> pools() const;
    /// By "kind pool_id id"; the row of those that are not visible has no id.
    [[nodiscard]] QHash<QString, Row> members() const;

    [[nodiscard]] static QString keyOf(const Row &member)
    {
        return QStringList{member[QStringLiteral("kind")], member[QStringLiteral("pool_id")],
                           member[QStringLiteral("id")]}
            .join(u' ');
    }

private:
    [[nodiscard]] Row pool(int index) const;
    [[nodiscard]] Row device(const Row &pool, const QString &kind, qint64 id) const;
    [[nodiscard]] QList<Row> membersOf(int index) const;

    const SimulatedAccount &m_account;
};

} // namespace layerscope
