// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>

namespace layerscope {

/// What softlayer-kinds says of a column.
struct ColumnFacts
{
    QString key;
    QString path;  ///< From a row: "datacenter.name".
    QString wire;  ///< "int", "str", "bool", "date", "num", "num?", "dec".
    QString where; ///< "L" local, "R" through a relation, "C" count; "R+" several values.
    bool isDefault = false;
    bool isSlow = false;
    bool isOnDemand = false;
    QString metaType; ///< Of the API's metadata: "string", "Float64".

    /// It comes with this relation, and is lost with it: "datacenter".
    [[nodiscard]] QString relation() const { return path.section(u'.', 0, 0); }
    [[nodiscard]] bool isLocal() const { return where.startsWith(u'L'); }
};

/// What softlayer-kinds says of a kind, of tests/facts: made of the sheet and the API's metadata by facts.py,
/// so that nothing of the program's own catalogue is in it.
struct KindFacts
{
    QString kind;     ///< "ip-addresses"
    QString section;  ///< "2.2"
    QString type;     ///< "SoftLayer_Network_Subnet_IpAddress"
    QString parent;   ///< "subnets"; empty if it has none.
    QString sheet;    ///< "vIPAddresses"
    QString method;   ///< "getSubnets" of the account; or "Network_Subnet::getIpAddresses", "inside …".
    QString root;     ///< "ipAddresses", or "own properties".
    QString count;    ///< "subnetCount" of the account, "row's ipAddressCount", or "–".
    QString service;  ///< "Network_Subnet", or "–".
    QString paging;   ///< One of P p F D n V.
    QString category; ///< "Network"
    QList<ColumnFacts> columns;

    /// Of all kinds, by their names. Read once.
    [[nodiscard]] static const QMap<QString, KindFacts> &all();
    /// nullptr: the sheet has no such kind.
    [[nodiscard]] static const KindFacts *find(const QString &kind);
    /// nullptr: the sheet has no such column of it.
    [[nodiscard]] const ColumnFacts *column(const QString &key) const;

    [[nodiscard]] QString methodName() const { return method.section(QStringLiteral("::"), -1); }
    [[nodiscard]] bool isInsideOthers() const { return method.startsWith(QLatin1String("inside ")); }
    /// Of the account or of a row's parent; empty if nothing counts them.
    [[nodiscard]] QString countProperty() const;
    /// Empty where a row cannot be asked for by itself, otherwise "SoftLayer_…".
    [[nodiscard]] QString serviceName() const;
    /// What paths of filters start with; empty where they are a row's own.
    [[nodiscard]] QString filterRoot() const;
};

} // namespace layerscope
