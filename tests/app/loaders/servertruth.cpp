// SPDX-License-Identifier: GPL-3.0-or-later
#include "servertruth.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// Wire decimals come without a zero before the point.
QString withLeadingZero(QString text)
{
    if (text.startsWith(u'.'))
        return u'0' + text;
    if (text.startsWith("-."_L1))
        return "-0"_L1 + text.mid(1);
    return text;
}

QString plain(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return {};
}

} // namespace

QJsonValue ServerTruth::at(const QString &dottedPath) const
{
    const QStringList names = dottedPath.split(u'.');
    auto root = m_roots.constFind(names.first());
    if (root == m_roots.cend())
        root = m_roots.insert(names.first(), m_property(names.first()));
    QJsonValue value = *root;
    for (qsizetype i = 1; i < names.size(); ++i)
        value = value.toObject().value(names[i]);
    return value;
}

QString ServerTruth::text(const QString &dottedPath) const
{
    return plain(at(dottedPath));
}

QString ServerTruth::number(const QString &dottedPath) const
{
    return withLeadingZero(text(dottedPath));
}

QString ServerTruth::date(const QString &dottedPath) const
{
    const QDateTime moment = QDateTime::fromString(text(dottedPath), Qt::ISODate);
    return moment.isValid() ? moment.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s) : QString();
}

QString ServerTruth::operatingSystem() const
{
    const QString description = u"operatingSystem.softwareLicense.softwareDescription."_s;
    const QString name = text(QString(description + "name"_L1));
    const QString version =
        text(QString(description + "version"_L1)); // as it was sent, blanks at its end and all
    return name.isEmpty() || version.isEmpty() ? QString(name + version) : QString(name + u' ' + version);
}

QString ServerTruth::tags() const
{
    QStringList names;
    for (const QJsonValue &reference : at(u"tagReferences"_s).toArray())
        names.append(reference[u"tag"].toObject().value(u"name").toString());
    return names.join(u';');
}

QString ServerTruth::vlans(const QString &space) const
{
    QStringList names;
    for (const QJsonValue &vlan : at(u"networkVlans"_s).toArray()) {
        if (vlan[u"networkSpace"].toString() == space)
            names.append(
                plain(vlan[vlan[u"fullyQualifiedName"].isString() ? u"fullyQualifiedName" : u"vlanNumber"]));
    }
    return names.join(u';');
}

QString ServerTruth::vlanIds() const
{
    QStringList ids;
    for (const QJsonValue &vlan : at(u"networkVlans"_s).toArray())
        ids.append(plain(vlan[u"id"]));
    return ids.join(u';');
}

QString ServerTruth::memory() const
{
    if (m_isBareMetal)
        return number(u"memoryCapacity"_s);
    const QJsonValue megabytes = at(u"maxMemory"_s);
    return megabytes.isDouble()
               ? QString::number(megabytes.toDouble() / 1024, 'g', QLocale::FloatingPointShortest)
               : QString();
}

QString ServerTruth::cell(const QString &key) const
{
    const auto bareMetalOnly = [this](const QString &value) { return m_isBareMetal ? value : QString(); };
    const bool isInPool = at(u"virtualRack.bandwidthAllotmentTypeId"_s).toInt() == 2;

    if (key == "kind"_L1)
        return m_isBareMetal ? u"bare_metal"_s : u"virtual"_s;
    if (key == "id"_L1)
        return QString::number(at(u"id"_s).toInteger());
    if (key == "hostname"_L1 || key == "domain"_L1 || key == "notes"_L1)
        return text(key);
    if (key == "fqdn"_L1)
        return text(u"fullyQualifiedDomainName"_s);
    if (key == "state"_L1) {
        if (m_isBareMetal)
            return text(u"hardwareStatus.status"_s);
        const QString device = text(u"deviceStatus.keyName"_s);
        return device.isEmpty() ? text(u"status.keyName"_s) : device;
    }
    if (key == "datacenter"_L1)
        return text(u"datacenter.name"_s);
    if (key == "public_ip"_L1)
        return text(u"primaryIpAddress"_s);
    if (key == "private_ip"_L1)
        return text(u"primaryBackendIpAddress"_s);
    if (key == "management_ip"_L1)
        return bareMetalOnly(text(u"networkManagementIpAddress"_s));
    if (key == "cores"_L1)
        return text(m_isBareMetal ? u"processorPhysicalCoreAmount"_s : u"maxCpu"_s);
    if (key == "memory_gb"_L1)
        return memory();
    if (key == "os"_L1)
        return operatingSystem();
    if (key == "tags"_L1)
        return tags();
    if (key == "pool"_L1)
        return isInPool ? text(u"virtualRack.name"_s) : QString();
    if (key == "pool_id"_L1)
        return isInPool ? text(u"virtualRack.id"_s) : QString();
    if (key == "billing"_L1)
        return at(u"hourlyBillingFlag"_s).isBool()
                   ? (at(u"hourlyBillingFlag"_s).toBool() ? u"hourly"_s : u"monthly"_s)
                   : QString();
    if (key == "fee_month_usd"_L1)
        return number(u"billingItem.nextInvoiceTotalRecurringAmount"_s);
    if (key == "out_public_gb"_L1)
        return number(u"outboundPublicBandwidthUsage"_s);
    if (key == "in_public_gb"_L1)
        return number(u"inboundPublicBandwidthUsage"_s);
    if (key == "projected_public_gb"_L1)
        return number(u"projectedPublicBandwidthUsage"_s);
    if (key == "allocation_gb"_L1)
        return number(u"bandwidthAllocation"_s);
    if (key == "owner"_L1)
        return text(u"billingItem.orderItem.order.userRecord.username"_s);
    if (key == "created"_L1)
        return date(m_isBareMetal ? u"provisionDate"_s : u"createDate"_s);
    if (key == "transaction"_L1)
        return text(u"activeTransaction.transactionStatus.friendlyName"_s);
    if (key == "serial"_L1)
        return bareMetalOnly(text(u"serialNumber"_s));
    if (key == "manufacturer_serial"_L1)
        return bareMetalOnly(text(u"manufacturerSerialNumber"_s));
    if (key == "chassis"_L1)
        return bareMetalOnly(text(u"hardwareChassis.name"_s));
    if (key == "public_vlan"_L1)
        return vlans(u"PUBLIC"_s);
    if (key == "private_vlan"_L1)
        return vlans(u"PRIVATE"_s);
    if (key == "vlan_id"_L1)
        return vlanIds();
    if (key == "global_id"_L1)
        return text(u"globalIdentifier"_s);
    if (key == "power"_L1)
        return m_isBareMetal ? QString() : text(u"powerState.keyName"_s);
    if (key == "private_only"_L1)
        return text(u"privateNetworkOnlyFlag"_s);
    if (key == "next_bill"_L1)
        return date(u"billingItem.nextBillDate"_s);
    if (key == "cancellation"_L1)
        return date(u"billingItem.cancellationDate"_s);
    if (key == "row_state"_L1)
        return u"complete"_s;
    return u"(no such column)"_s;
}

} // namespace layerscope
