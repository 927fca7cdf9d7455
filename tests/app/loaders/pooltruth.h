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
/// decoders or of the loaders is used here. Who is in a pool is what the devices say, each of itself, not
/// what a pool's lists say: a list that nobody knows of would be missing from both. Amounts are whole numbers
/// of 10^-5 GB.
class PoolTruth
{
public:
    explicit PoolTruth(const SimulatedAccount &account);

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

    /// Of a decimal that is worked out, where zeros at its end say nothing.
    [[nodiscard]] static QString withoutZeros(QString text);

private:
    struct Device
    {
        bool isGuest = false;
        int index = 0;
    };
    [[nodiscard]] Row pool(int index) const;
    [[nodiscard]] Row member(const Row &pool, Device device) const;
    [[nodiscard]] QList<Row> membersOf(int index) const;

    const SimulatedAccount &m_account;
    QHash<QString, QList<Device>> m_devicesOfPool; ///< By what each device says of itself
};

} // namespace layerscope
