// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/billingledger.h"

#include "demo/billingitem.h"
#include "demo/deviceproperties.h"
#include "demo/pool.h"
#include "demo/simulatedaccount.h"
#include "demo/storagevolume.h"
#include "demo/wirevalues.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

qint64 idOf(const JsonValue &item)
{
    return item["id"_L1].toInteger();
}

/// What stands in the account's list, and not where the thing itself is told of.
JsonObject described(const JsonValue &item, const QString &category, const QString &description,
                     const Datacenter *datacenter)
{
    JsonObject whole = item.toObject();
    whole.insert(u"categoryCode"_s, category);
    whole.insert(u"description"_s, description);
    if (datacenter != nullptr)
        whole.insert(u"location"_s, wireLocation(*datacenter));
    whole.insert(u"nextInvoiceTotalOneTimeAmount"_s, 0);
    return whole;
}

} // namespace

BillingLedger::BillingLedger(const SimulatedAccount &account)
    : m_shape(account.shape())
    , m_network(account.network(), account.shape())
{
    addDevices();
    addVolumes();
    addNetwork();
    addPools();
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) { return a.id < b.id; });
}

void BillingLedger::addDevices()
{
    for (const DeviceKind kind : {DeviceKind::Hardware, DeviceKind::Guest}) {
        const Sort sort = kind == DeviceKind::Hardware ? Sort::Hardware : Sort::Guest;
        for (int index = 0; index < m_shape.deviceCount(kind); ++index) {
            const Device device(m_shape, kind, index);
            if (device.hasBillingItem())
                m_entries.push_back({billingItemId(device), sort, index});
        }
    }
}

void BillingLedger::addVolumes()
{
    for (const auto &[family, sort] : {std::pair{StorageVolume::Family::Block, Sort::BlockVolume},
                                       {StorageVolume::Family::File, Sort::FileVolume}}) {
        for (int index = 0; index < StorageVolume::countOf(m_shape, family); ++index) {
            if (const auto item = StorageVolume(m_shape, family, index).billed())
                m_entries.push_back({item->id, sort, index});
        }
    }
}

void BillingLedger::addNetwork()
{
    const QString name = u"billingItem"_s;
    for (const int row : m_network.vlans()) {
        if (m_network.vlan(row).isPremium())
            m_entries.push_back({idOf(vlanProperty(m_network, row, name)), Sort::Vlan, row});
    }
    for (const int row : m_network.subnets()) {
        if (m_network.subnet(row).isOrdered())
            m_entries.push_back({idOf(subnetProperty(m_network, row, name)), Sort::Subnet, row});
    }
}

void BillingLedger::addPools()
{
    for (int number = 1; number <= m_shape.poolCount(); ++number) {
        const JsonValue item = Pool(m_shape, number).billingItem();
        if (!item.isUndefined())
            m_entries.push_back({idOf(item), Sort::Pool, number});
    }
}

std::optional<Device> BillingLedger::deviceOf(int row) const
{
    const Entry &known = entry(row);
    if (known.sort == Sort::Hardware)
        return Device(m_shape, DeviceKind::Hardware, known.index);
    if (known.sort == Sort::Guest)
        return Device(m_shape, DeviceKind::Guest, known.index);
    return std::nullopt;
}

JsonObject BillingLedger::row(int row) const
{
    const Entry &known = entry(row);
    const QString name = u"billingItem"_s;
    switch (known.sort) {
    case Sort::Hardware:
    case Sort::Guest:
        return billingItem(*deviceOf(row), {}).toObject();
    case Sort::BlockVolume:
        return billingItem(*StorageVolume(m_shape, StorageVolume::Family::Block, known.index).billed());
    case Sort::FileVolume:
        return billingItem(*StorageVolume(m_shape, StorageVolume::Family::File, known.index).billed());
    case Sort::Vlan: {
        const Vlan &vlan = m_network.vlan(known.index);
        return described(vlanProperty(m_network, known.index, name), u"network_vlan"_s,
                         vlan.isPublic() ? u"Public Network Vlan"_s : u"Private Network Vlan"_s,
                         &vlan.datacenter());
    }
    case Sort::Subnet: {
        const Subnet &subnet = m_network.subnet(known.index);
        const Datacenter *place = subnet.datacenter == Subnet::none
                                      ? nullptr
                                      : &datacenters()[static_cast<size_t>(subnet.datacenter)];
        return described(subnetProperty(m_network, known.index, name), u"sov_sec_ip_addresses"_s,
                         u"/%1 subnet of IPv%2 addresses"_s.arg(subnet.cidr).arg(subnet.version()), place);
    }
    case Sort::Pool:
        return described(Pool(m_shape, known.index).billingItem(), u"bandwidth"_s, u"Bandwidth pool"_s,
                         nullptr);
    }
    return {};
}

JsonValue BillingLedger::value(int row, const QString &property) const
{
    if (const std::optional<Device> device = deviceOf(row))
        return billingItem(*device, {property}).toObject().value(property);
    return WholeRows::value(row, property);
}

std::optional<int> BillingLedger::rowOfId(qint64 id) const
{
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), id,
                                        [](const Entry &known, qint64 wanted) { return known.id < wanted; });
    if (found == m_entries.end() || found->id != id)
        return std::nullopt;
    return static_cast<int>(found - m_entries.begin());
}

qint64 BillingLedger::cents(int row) const
{
    if (const std::optional<Device> device = deviceOf(row))
        return device->monthlyCents();
    return std::llround(value(row, u"nextInvoiceTotalRecurringAmount"_s).toDouble() * 100);
}

QString BillingLedger::createDate(int row) const
{
    return value(row, u"createDate"_s).toString();
}

} // namespace layerscope::demo
