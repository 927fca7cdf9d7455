// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simulatedaccount.h"

#include "demo/deviceproperties.h"
#include "demo/wirevalues.h"

namespace layerscope {

using namespace Qt::Literals::StringLiterals;
using demo::Device;
using demo::DeviceKind;

SimulatedAccount::SimulatedAccount(int servers, quint32 seed)
    : m_shape(servers, seed)
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
    return demo::everything(Device(m_shape, DeviceKind::Hardware, index));
}

QJsonObject SimulatedAccount::guest(int index) const
{
    return demo::everything(Device(m_shape, DeviceKind::Guest, index));
}

QJsonValue SimulatedAccount::hardwareValue(int index, const QString &property) const
{
    return demo::property(Device(m_shape, DeviceKind::Hardware, index), property);
}

QJsonValue SimulatedAccount::guestValue(int index, const QString &property) const
{
    return demo::property(Device(m_shape, DeviceKind::Guest, index), property);
}

QJsonObject SimulatedAccount::account() const
{
    return {
        {u"id"_s, demo::AccountShape::accountId()},
        {u"companyName"_s, u"Example Corp"_s},
        {u"firstName"_s, u"Pat"_s},
        {u"lastName"_s, u"Doe"_s},
        {u"email"_s, u"ops@example.com"_s},
        {u"officePhone"_s, u"555-0100"_s},
        {u"address1"_s, u"1 Example Way"_s},
        {u"city"_s, u"Example"_s},
        {u"state"_s, u"TX"_s},
        {u"postalCode"_s, u"00000"_s},
        {u"country"_s, u"US"_s},
        {u"accountStatusId"_s, 1001},
        {u"accountStatus"_s,
         QJsonObject{{u"id"_s, 1001}, {u"keyName"_s, u"ACTIVE"_s}, {u"name"_s, u"Active"_s}}},
        {u"brandId"_s, 2},
        {u"createDate"_s, u"2014-02-04T10:33:56-06:00"_s},
        {u"modifyDate"_s, u"2025-01-14T12:20:40-06:00"_s},
        {u"statusDate"_s, QJsonValue()},
        {u"isReseller"_s, 0},
        {u"resellerLevel"_s, 0},
        {u"accountManagedResourcesFlag"_s, false},
        {u"claimedTaxExemptTxFlag"_s, false},
        {u"lateFeeProtectionFlag"_s, true},
        {u"allowedPptpVpnQuantity"_s, 1},
        {u"balance"_s, u"0"_s},
        {u"bluemixLinkedFlag"_s, true},
        {u"masterUser"_s, currentUser()},
        {u"hardwareCount"_s, hardwareCount()},
        {u"virtualGuestCount"_s, guestCount()},
        // The list holds the default rack as well; the "virtual dedicated racks" are the pools.
        {u"bandwidthAllotmentCount"_s, poolCount() > 0 ? poolCount() + 1 : 0},
        {u"virtualDedicatedRackCount"_s, poolCount()},
    };
}

QJsonObject SimulatedAccount::currentUser() const
{
    return {{u"id"_s, 7650001},
            {u"accountId"_s, demo::AccountShape::accountId()},
            {u"username"_s, u"1234567_ops@example.com"_s},
            {u"firstName"_s, u"Pat"_s},
            {u"lastName"_s, u"Doe"_s},
            {u"displayName"_s, u"Pat"_s},
            {u"email"_s, u"ops@example.com"_s},
            {u"createDate"_s, u"2014-02-04T10:33:56-06:00"_s}};
}

} // namespace layerscope
