// SPDX-License-Identifier: GPL-3.0-or-later
#include "pooltruth.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

QString asSent(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return {};
}

/// As sent, but with a digit before the point.
QString number(const QJsonValue &value)
{
    const QString text = asSent(value);
    return text.startsWith(u'.') ? QString(u'0' + text) : text;
}

QString date(const QJsonValue &value)
{
    const QDateTime moment = QDateTime::fromString(asSent(value), Qt::ISODate);
    return moment.isValid() ? moment.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s) : QString();
}

/// In 10^-5; nullopt if the text is empty.
std::optional<qint64> amount(const QString &text)
{
    if (text.isEmpty())
        return std::nullopt;
    const qsizetype point = text.indexOf(u'.');
    const QString fraction = point < 0 ? QString() : text.mid(point + 1);
    if (fraction.size() > 5)
        qFatal("the demo account measures finer than this test");
    return (point < 0 ? text : text.left(point)).toLongLong() * 100'000 +
           fraction.leftJustified(5, u'0').toLongLong();
}

QString ofAmount(qint64 value)
{
    return PoolTruth::withoutZeros(
        u"%1.%2"_s.arg(value / 100'000).arg(value % 100'000, 5, 10, QLatin1Char('0')));
}

/// In percent to two decimals, half away from zero; without trailing zeros, which say nothing.
QString percent(std::optional<qint64> part, std::optional<qint64> whole)
{
    if (!part || !whole || *whole <= 0)
        return {};
    const qint64 hundredths = (*part * 20'000 + *whole) / (2 * *whole);
    return PoolTruth::withoutZeros(
        u"%1.%2"_s.arg(hundredths / 100).arg(hundredths % 100, 2, 10, QLatin1Char('0')));
}

} // namespace

QString PoolTruth::withoutZeros(QString text)
{
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.')))
        text.chop(1);
    return text;
}

PoolTruth::PoolTruth(const SimulatedAccount &account)
    : m_account(account)
{
    for (int index = 0; index < account.hardwareCount(); ++index)
        m_devicesOfPool[asSent(account.hardwareValue(index, u"virtualRackId"_s))].append({false, index});
    for (int index = 0; index < account.guestCount(); ++index)
        m_devicesOfPool[asSent(account.guestValue(index, u"virtualRackId"_s))].append({true, index});
}

PoolTruth::Row PoolTruth::pool(int index) const
{
    const auto at = [&](const char *property) {
        return m_account.poolValue(index, QString::fromLatin1(property));
    };
    const QJsonObject cycle = at("billingCyclePublicBandwidthUsage").toObject();
    const auto usage = [&](const char *sum, const QString &ofCycle) {
        const QString text = number(at(sum));
        return text.isEmpty() ? number(cycle[ofCycle]) : text;
    };
    Row row;
    row[u"id"_s] = QString::number(m_account.poolId(index));
    row[u"name"_s] = asSent(at("name"));
    row[u"region"_s] = asSent(at("locationGroup").toObject()[u"name"_s]);
    row[u"type"_s] = u"pool"_s;
    row[u"hardware_count"_s] = asSent(at("hardwareCount"));
    row[u"virtual_count"_s] = asSent(at("virtualGuestCount"));
    row[u"bare_metal_instance_count"_s] = asSent(at("bareMetalInstanceCount"));
    row[u"controller_count"_s] = asSent(at("applicationDeliveryControllerCount"));
    row[u"private_network_only_count"_s] = asSent(at("privateNetworkOnlyHardwareCount"));
    const PoolMemberIds ids = m_account.poolMembers(index); // for what shows nowhere else
    row[u"devices"_s] = QString::number(m_devicesOfPool.value(row[u"id"_s]).size() +
                                        ids.applicationDeliveryControllers.size() + ids.hidden);
    row[u"allocation_gb"_s] = number(at("totalBandwidthAllocated"));
    row[u"out_public_gb"_s] = usage("outboundPublicBandwidthUsage", u"amountOut"_s);
    row[u"in_public_gb"_s] = usage("inboundPublicBandwidthUsage", u"amountIn"_s);
    row[u"projected_public_gb"_s] = number(at("projectedPublicBandwidthUsage"));
    const std::optional<qint64> allocation = amount(row[u"allocation_gb"_s]);
    const std::optional<qint64> outbound = amount(row[u"out_public_gb"_s]);
    const std::optional<qint64> projected = amount(row[u"projected_public_gb"_s]);
    row[u"used_percent"_s] = percent(outbound, allocation);
    row[u"projected_percent"_s] = percent(projected, allocation);
    const bool isOver =
        outbound ? *outbound > allocation.value_or(0) : at("overBandwidthAllocationFlag").toInt() != 0;
    const bool willBeOver = projected ? *projected > allocation.value_or(0)
                                      : at("projectedOverBandwidthAllocationFlag").toInt() != 0;
    row[u"over"_s] = isOver ? u"now"_s : willBeOver ? u"projected"_s : u"no"_s;
    const qint64 excess = std::max(outbound.value_or(0), projected.value_or(0)) - allocation.value_or(0);
    row[u"over_by_gb"_s] = excess > 0 ? ofAmount(excess) : QString();
    row[u"fee_month_usd"_s] = number(at("billingItem").toObject()[u"nextInvoiceTotalRecurringAmount"_s]);
    row[u"created"_s] = date(at("createDate"));
    row[u"ends"_s] = date(at("endDate"));
    row[u"row_state"_s] = u"complete"_s;
    return row;
}

PoolTruth::Row PoolTruth::member(const Row &pool, Device device) const
{
    const bool isGuest = device.isGuest;
    const auto at = [&](const char *property) {
        const auto name = QString::fromLatin1(property);
        return isGuest ? m_account.guestValue(device.index, name)
                       : m_account.hardwareValue(device.index, name);
    };
    // Hourly bare metal is a list of its own, but not if it has no public network.
    const bool isInstance =
        !isGuest && at("bareMetalInstanceFlag").toInt() != 0 && !at("privateNetworkOnlyFlag").toBool();
    const QString kind = isGuest ? u"virtual"_s : isInstance ? u"bare_metal_instance"_s : u"bare_metal"_s;
    const QJsonObject detail = at("bandwidthAllotmentDetail").toObject();
    Row row{{u"pool_id"_s, pool[u"id"_s]},
            {u"pool"_s, pool[u"name"_s]},
            {u"kind"_s, kind},
            {u"id"_s, asSent(at("id"))},
            {u"fqdn"_s, asSent(at("fullyQualifiedDomainName"))},
            {u"datacenter"_s, asSent(at("datacenter").toObject()[u"name"_s])},
            {u"public_ip"_s, asSent(at("primaryIpAddress"))},
            {u"allocation_gb"_s, number(detail[u"allocation"_s].toObject()[u"amount"_s])},
            {u"out_public_gb"_s, number(at("outboundPublicBandwidthUsage"))},
            {u"in_public_gb"_s, number(at("inboundPublicBandwidthUsage"))},
            {u"projected_public_gb"_s, number(at("projectedPublicBandwidthUsage"))},
            {u"since"_s, date(detail[u"effectiveDate"_s])},
            {u"leaves"_s, date(detail[u"endEffectiveDate"_s])},
            {u"row_state"_s, u"complete"_s}};
    row[u"pool_share_percent"_s] = percent(amount(row[u"out_public_gb"_s]), amount(pool[u"out_public_gb"_s]));
    return row;
}

QList<PoolTruth::Row> PoolTruth::membersOf(int index) const
{
    const Row owner = pool(index);
    const PoolMemberIds ids = m_account.poolMembers(index);
    QList<Row> rows;
    for (const Device device : m_devicesOfPool.value(owner[u"id"_s]))
        rows.append(member(owner, device));
    for (const QJsonValue &controller :
         m_account.poolValue(index, u"applicationDeliveryControllers"_s).toArray()) {
        rows.append({{u"pool_id"_s, owner[u"id"_s]},
                     {u"pool"_s, owner[u"name"_s]},
                     {u"kind"_s, u"controller"_s},
                     {u"id"_s, asSent(controller[u"id"_s])},
                     {u"fqdn"_s, asSent(controller[u"name"_s])},
                     {u"row_state"_s, u"complete"_s}});
    }
    if (ids.hidden == 0)
        return rows;

    // What is left of the pool's own sums.
    const auto left = [&](const QString &column) {
        std::optional<qint64> rest = amount(owner[column]);
        for (const Row &row : rows) {
            if (rest)
                *rest -= amount(row[column]).value_or(0);
        }
        return rest && *rest >= 0 ? rest : std::nullopt;
    };
    Row hidden{{u"pool_id"_s, owner[u"id"_s]},
               {u"pool"_s, owner[u"name"_s]},
               {u"kind"_s, u"not_visible"_s},
               {u"fqdn"_s, u"%1 device(s) not visible to this key"_s.arg(ids.hidden)},
               {u"row_state"_s, u"refused"_s}};
    for (const auto &column : {u"allocation_gb"_s, u"out_public_gb"_s, u"in_public_gb"_s}) {
        if (const std::optional<qint64> rest = left(column))
            hidden[column] = ofAmount(*rest);
    }
    hidden[u"pool_share_percent"_s] = percent(left(u"out_public_gb"_s), amount(owner[u"out_public_gb"_s]));
    rows.append(hidden);
    return rows;
}

QHash<QString, PoolTruth::Row> PoolTruth::pools() const
{
    QHash<QString, Row> rows;
    for (int index = 0; index < m_account.poolCount(); ++index) {
        const Row row = pool(index);
        rows.insert(row[u"id"_s], row);
    }
    return rows;
}

QHash<QString, PoolTruth::Row> PoolTruth::members() const
{
    QHash<QString, Row> rows;
    for (int index = 0; index < m_account.poolCount(); ++index) {
        for (const Row &row : membersOf(index))
            rows.insert(keyOf(row), row);
    }
    return rows;
}

} // namespace layerscope
