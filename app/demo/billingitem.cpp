// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/billingitem.h"

#include "demo/accountshape.h"
#include "demo/wirevalues.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 secondsToOrder = 600;

/// Each has an order of its own; their ids follow from that of the item.
JsonValue orderItem(const BillingItem &item)
{
    if (item.owner == nullptr)
        return absent;
    const qint64 ordered = item.createdAt - secondsToOrder;
    return JsonObject{{u"id"_s, item.id + 1},
                      {u"description"_s, item.description},
                      {u"order"_s, JsonObject{{u"id"_s, item.id / 10},
                                              {u"status"_s, u"APPROVED"_s},
                                              {u"createDate"_s, wireDate(ordered)},
                                              {u"userRecordId"_s, item.owner->id},
                                              {u"userRecord"_s, userRecord(*item.owner)}}}};
}

/// Where it has no place the API names one all the same (softlayer-kinds §2.27).
JsonObject location(const BillingItem &item)
{
    if (item.datacenter != nullptr)
        return wireLocation(*item.datacenter);
    return {{u"id"_s, 0}, {u"name"_s, u"No Location"_s}};
}

} // namespace

JsonObject billingItem(const BillingItem &item)
{
    return {{u"id"_s, item.id},
            {u"description"_s, item.description},
            {u"categoryCode"_s, item.category},
            {u"hostName"_s, item.hostName.isEmpty() ? JsonValue() : JsonValue(item.hostName)},
            {u"domainName"_s, JsonValue()},
            {u"recurringFee"_s, wireDecimal(item.monthlyCents, 2)},
            {u"createDate"_s, wireDate(item.createdAt)},
            {u"cycleStartDate"_s, wireDate(cycleStart)},
            {u"lastBillDate"_s, wireDate(cycleStart)},
            {u"nextBillDate"_s, wireDate(nextBill)},
            {u"cancellationDate"_s, item.cancelledAt ? JsonValue(wireDate(*item.cancelledAt)) : JsonValue()},
            {u"parentId"_s, JsonValue()},
            {u"hourlyFlag"_s, false},
            {u"location"_s, location(item)},
            {u"orderItem"_s, orderItem(item)},
            {u"nextInvoiceTotalRecurringAmount"_s, static_cast<double>(item.monthlyCents) / 100},
            {u"nextInvoiceTotalOneTimeAmount"_s, 0},
            {u"pendingCancellationFlag"_s, item.cancelledAt.has_value()}};
}

JsonObject userRecord(const Owner &owner)
{
    return {{u"id"_s, owner.id},
            {u"accountId"_s, AccountShape::accountId()},
            {u"username"_s, owner.userName},
            {u"firstName"_s, owner.firstName},
            {u"lastName"_s, owner.lastName}};
}

} // namespace layerscope::demo
