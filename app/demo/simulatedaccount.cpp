// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simulatedaccount.h"

#include "demo/accountproperties.h"
#include "demo/deviceproperties.h"
#include "demo/networkview.h"
#include "demo/poolview.h"
#include "demo/simplelist.h"

namespace layerscope {

using namespace Qt::Literals::StringLiterals;
using demo::Device;
using demo::DeviceKind;

namespace {

QJsonObject qtObject(const demo::JsonObject &object)
{
    return demo::JsonValue(object).toQt().toObject();
}

} // namespace

SimulatedAccount::SimulatedAccount(int servers, quint32 seed, std::optional<int> pools)
    : m_shape(servers, seed, pools)
    , m_pools(std::make_shared<const demo::PoolIndex>(m_shape))
    , m_network(std::make_shared<const demo::NetworkIndex>(m_shape))
{}

qint64 SimulatedAccount::hardwareId(int index) const
{
    return m_shape.deviceId(DeviceKind::Hardware, index);
}

qint64 SimulatedAccount::guestId(int index) const
{
    return m_shape.deviceId(DeviceKind::Guest, index);
}

std::optional<int> SimulatedAccount::hardwareIndex(qint64 id) const
{
    return m_shape.deviceIndex(DeviceKind::Hardware, id);
}

std::optional<int> SimulatedAccount::guestIndex(qint64 id) const
{
    return m_shape.deviceIndex(DeviceKind::Guest, id);
}

QJsonObject SimulatedAccount::hardware(int index) const
{
    return qtObject(demo::everything(Device(m_shape, DeviceKind::Hardware, index)));
}

QJsonObject SimulatedAccount::guest(int index) const
{
    return qtObject(demo::everything(Device(m_shape, DeviceKind::Guest, index)));
}

QJsonValue SimulatedAccount::hardwareValue(int index, const QString &property) const
{
    return demo::property(Device(m_shape, DeviceKind::Hardware, index), property).toQt();
}

QJsonValue SimulatedAccount::guestValue(int index, const QString &property) const
{
    return demo::property(Device(m_shape, DeviceKind::Guest, index), property).toQt();
}

qint64 SimulatedAccount::poolId(int index) const
{
    return demo::Pool(m_shape, index + 1).id();
}

std::optional<int> SimulatedAccount::poolIndex(qint64 id) const
{
    const auto number = demo::Pool::numberOf(m_shape, id);
    return number && *number > 0 ? std::optional(*number - 1) : std::nullopt;
}

QJsonObject SimulatedAccount::pool(int index) const
{
    return qtObject(demo::everything(demo::PoolViews(m_pools, m_shape).view(index + 1)));
}

QJsonValue SimulatedAccount::poolValue(int index, const QString &property) const
{
    return demo::property(demo::PoolViews(m_pools, m_shape).view(index + 1), property).toQt();
}

PoolMemberIds SimulatedAccount::poolMembers(int index) const
{
    return membersOf(index + 1);
}

QJsonObject SimulatedAccount::defaultRack() const
{
    return poolCount() > 0 ? qtObject(demo::everything(demo::PoolViews(m_pools, m_shape).view(0)))
                           : QJsonObject();
}

PoolMemberIds SimulatedAccount::defaultRackMembers() const
{
    return poolCount() > 0 ? membersOf(0) : PoolMemberIds();
}

PoolMemberIds SimulatedAccount::membersOf(int poolNumber) const
{
    const demo::PoolMembers &members = m_pools->members(poolNumber);
    const auto ids = [&](demo::PoolRelation relation) {
        QList<qint64> found;
        for (const int index : members.of(relation))
            found.append(m_shape.deviceId(demo::kindOf(relation), index));
        return found;
    };
    const demo::Pool pool(m_shape, poolNumber);
    PoolMemberIds all;
    all.hardware = ids(demo::PoolRelation::Hardware);
    all.bareMetalInstances = ids(demo::PoolRelation::BareMetalInstances);
    all.privateNetworkOnlyHardware = ids(demo::PoolRelation::PrivateNetworkOnlyHardware);
    all.virtualGuests = ids(demo::PoolRelation::VirtualGuests);
    for (const demo::JsonValue &controller : pool.controllers())
        all.applicationDeliveryControllers.append(controller["id"_L1].toInteger());
    all.hidden = static_cast<int>(pool.hiddenMembers().size());
    return all;
}

int SimulatedAccount::vlanCount() const
{
    return static_cast<int>(m_network->vlans().size());
}

int SimulatedAccount::subnetCount() const
{
    return static_cast<int>(m_network->subnets().size());
}

qint64 SimulatedAccount::vlanId(int index) const
{
    return m_network->vlans()[static_cast<size_t>(index)].id();
}

qint64 SimulatedAccount::subnetId(int index) const
{
    return m_network->subnets()[static_cast<size_t>(index)].id;
}

std::optional<int> SimulatedAccount::vlanIndex(qint64 id) const
{
    return m_network->rowOfVlan(id);
}

std::optional<int> SimulatedAccount::subnetIndex(qint64 id) const
{
    return m_network->rowOfSubnet(id);
}

QJsonObject SimulatedAccount::vlan(int index) const
{
    return qtObject(demo::vlanAlone(demo::NetworkView(m_network, m_shape), index));
}

QJsonObject SimulatedAccount::subnet(int index) const
{
    return qtObject(demo::subnetAlone(demo::NetworkView(m_network, m_shape), index));
}

QJsonValue SimulatedAccount::vlanValue(int index, const QString &property) const
{
    return demo::vlanProperty(demo::NetworkView(m_network, m_shape), index, property).toQt();
}

QJsonValue SimulatedAccount::subnetValue(int index, const QString &property) const
{
    return demo::subnetProperty(demo::NetworkView(m_network, m_shape), index, property).toQt();
}

QJsonArray SimulatedAccount::listed(const QString &relation) const
{
    const demo::SimpleList *list = demo::simpleListNamed(relation);
    return list ? demo::JsonValue(demo::arrayOf(*list->all(*this))).toQt().toArray() : QJsonArray();
}

QJsonObject SimulatedAccount::account() const
{
    return qtObject(demo::accountAlone(m_shape));
}

QJsonObject SimulatedAccount::currentUser() const
{
    return qtObject(demo::currentUser());
}

} // namespace layerscope
