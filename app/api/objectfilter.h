// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace layerscope {

/// Which rows a list call shall bring and in which order (softlayer-api §3). Paths start at the relation's
/// name, as in "hardware.id" for Account::getHardware: a path that does not exist is silently ignored by the
/// API and everything comes back, so whoever filters by ids checks the ids that came. One operation a
/// property: filtering and sorting by the same one is impossible there, and asserted here. A value; safe on
/// any thread.
class ObjectFilter
{
public:
    enum class Order { Ascending, Descending };

    ObjectFilter &equals(QByteArrayView path, qint64 value);
    ObjectFilter &equals(QByteArrayView path, const QString &value);
    ObjectFilter &in(QByteArrayView path, const QList<qint64> &values);
    ObjectFilter &orderBy(QByteArrayView path, Order order = Order::Ascending);

    [[nodiscard]] bool isEmpty() const { return m_root.isEmpty(); }
    /// Compact JSON, or empty.
    [[nodiscard]] QByteArray toJson() const;

    bool operator==(const ObjectFilter &) const = default;

private:
    void set(QByteArrayView path, const QJsonObject &operation);

    QJsonObject m_root;
};

} // namespace layerscope
