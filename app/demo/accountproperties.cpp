// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/accountproperties.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

JsonObject accountAlone(const AccountShape &shape)
{
    return {
        {u"id"_s, AccountShape::accountId()},
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
        {u"accountStatus"_s, JsonObject{{u"id"_s, 1001}, {u"name"_s, u"Active"_s}}},
        {u"brandId"_s, 2},
        {u"createDate"_s, u"2014-02-04T10:33:56-06:00"_s},
        {u"modifyDate"_s, u"2025-01-14T12:20:40-06:00"_s},
        {u"statusDate"_s, JsonValue()},
        {u"isReseller"_s, 0},
        {u"resellerLevel"_s, 0},
        {u"accountManagedResourcesFlag"_s, false},
        {u"claimedTaxExemptTxFlag"_s, false},
        {u"lateFeeProtectionFlag"_s, true},
        {u"allowedPptpVpnQuantity"_s, 1},
        {u"balance"_s, u"0"_s},
        // About what its servers cost; the real one has more on it.
        {u"nextInvoiceTotalAmount"_s, 412.5 * shape.hardwareCount() + 25.13 * shape.guestCount()},
        {u"bluemixLinkedFlag"_s, true},
        {u"masterUser"_s, currentUser()},
        {u"hardwareCount"_s, shape.hardwareCount()},
        {u"virtualGuestCount"_s, shape.guestCount()},
        // The list holds the default rack as well; the "virtual dedicated racks" are the pools.
        {u"bandwidthAllotmentCount"_s, shape.poolCount() > 0 ? shape.poolCount() + 1 : 0},
        {u"virtualDedicatedRackCount"_s, shape.poolCount()},
    };
}

JsonObject currentUser()
{
    return {{u"id"_s, 7650001},
            {u"accountId"_s, AccountShape::accountId()},
            {u"username"_s, u"1234567_ops@example.com"_s},
            {u"firstName"_s, u"Pat"_s},
            {u"lastName"_s, u"Doe"_s},
            {u"displayName"_s, u"Pat"_s},
            {u"email"_s, u"ops@example.com"_s},
            {u"createDate"_s, u"2014-02-04T10:33:56-06:00"_s}};
}

} // namespace layerscope::demo
