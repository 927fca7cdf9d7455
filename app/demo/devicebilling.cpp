// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/deviceproperties.h"
#include "demo/wirevalues.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstDeviceBillingItemId = 658600001;
constexpr qint64 firstOrderItemId = 665800001;
constexpr qint64 firstOrderId = 58000001;
constexpr int itemsADevice = 8; // ids set aside for the item and its children
constexpr int hoursAMonth = 730;

double dollars(qint64 cents)
{
    return static_cast<double>(cents) / 100;
}

JsonObject user(const Owner &owner)
{
    return {{u"id"_s, owner.id},
            {u"accountId"_s, AccountShape::accountId()},
            {u"username"_s, owner.userName},
            {u"firstName"_s, owner.firstName},
            {u"lastName"_s, owner.lastName}};
}

JsonObject orderItem(const Device &device)
{
    const qint64 id = firstOrderItemId + device.ordinal();
    const qint64 created = device.createdAt() - 600;
    // One order often brings several servers.
    const qint64 orderId = firstOrderId + device.ordinal() / 3;
    return {{u"id"_s, id},
            {u"description"_s, device.isHardware() ? u"Bare metal server"_s : u"Virtual server"_s},
            {u"itemId"_s, 5000 + device.cores()},
            {u"itemPriceId"_s, QString::number(200000 + device.cores())},
            {u"recurringFee"_s, wireDecimal(device.monthlyCents() / 2, 2)},
            {u"preset"_s, JsonObject{{u"id"_s, 100 + device.cores()},
                                     {u"keyName"_s, QString(u"B1_"_s + QString::number(device.cores()) +
                                                            u'X' + QString::number(device.memory()))}}},
            {u"order"_s, JsonObject{{u"id"_s, orderId},
                                    {u"status"_s, u"APPROVED"_s},
                                    {u"createDate"_s, wireDate(created)},
                                    {u"userRecordId"_s, device.owner().id},
                                    {u"userRecord"_s, user(device.owner())}}}};
}

JsonObject child(qint64 id, const QString &category, const QString &description, qint64 cents)
{
    return {{u"id"_s, id},
            {u"categoryCode"_s, category},
            {u"description"_s, description},
            {u"recurringFee"_s, wireDecimal(cents, 2)},
            {u"cancellationDate"_s, JsonValue()},
            {u"nextInvoiceTotalRecurringAmount"_s, dollars(cents)}};
}

JsonArray childItems(const Device &device, qint64 itemId)
{
    const qint64 ramCents = device.monthlyCents() / 4;
    const QString ram = device.isHardware() ? QString(QString::number(device.memory()) + u" GB RAM"_s)
                                            : QString(QString::number(device.memory()) + u" MB RAM"_s);
    JsonArray items{child(itemId + 1, u"ram"_s, ram, ramCents),
                    child(itemId + 2, u"pri_ip_addresses"_s, u"1 IP Address"_s, 0)};
    if (device.operatingSystem()) {
        const qint64 cents = device.monthlyCents() / 2 - ramCents;
        items.append(child(itemId + 3, u"os"_s, device.operatingSystem()->billingText, cents));
    }
    return items;
}

/// Hourly servers only, in thousandths of a dollar.
qint64 hourlyMills(const Device &device)
{
    return device.monthlyCents() * 10 / hoursAMonth;
}

JsonValue ifHourly(const Device &device, const QString &text)
{
    return device.isHourly() ? JsonValue(text) : absent;
}

JsonValue cancellationDate(const Device &device)
{
    const bool isCancelled = device.draw().perMille(25, Trait::Cancellation);
    return isCancelled ? JsonValue(wireDate(accountNow + 9 * secondsADay)) : JsonValue();
}

/// What the next invoice bills.
JsonValue invoiceChildren(const Device &device)
{
    return childItems(device, billingItemId(device));
}

JsonValue nonZeroInvoiceChildren(const Device &device)
{
    JsonArray items;
    for (const JsonValue &item : childItems(device, billingItemId(device))) {
        if (item["nextInvoiceTotalRecurringAmount"_L1].toDouble() > 0)
            items.append(item);
    }
    return items;
}

/// The same, and what was cancelled long ago (softlayer-api §9, 36).
JsonValue children(const Device &device)
{
    JsonArray items = childItems(device, billingItemId(device));
    if (device.index() % 9 == 4) {
        JsonObject old = child(billingItemId(device) + 4, u"disk1"_s, u"1.00 TB SATA"_s, 2000);
        old.insert(u"cancellationDate"_s, wireDate(accountNow - 90 * secondsADay));
        items.append(old);
    }
    return items;
}

int packageId(const Device &device)
{
    return device.isHardware() ? 200 : 835;
}

JsonValue package(const Device &device)
{
    const QString keyName = device.isHardware() ? u"BARE_METAL_SERVER"_s : u"PUBLIC_CLOUD_SERVER"_s;
    return JsonObject{{u"id"_s, packageId(device)}, {u"keyName"_s, keyName}};
}

const Producers &billingParts()
{
    using D = const Device &;
    constexpr int hoursUsed = 318;
    static const Producers table = {
        {u"id"_s, [](D d) { return JsonValue(billingItemId(d)); }},
        {u"description"_s,
         [](D d) { return JsonValue(d.isHardware() ? u"Bare metal server"_s : u"Virtual server"_s); }},
        {u"categoryCode"_s, [](D d) { return JsonValue(d.isHardware() ? u"server"_s : u"guest_core"_s); }},
        {u"hostName"_s, [](D d) { return JsonValue(d.hostName()); }},
        {u"domainName"_s, [](D d) { return JsonValue(d.domain()); }},
        {u"recurringFee"_s,
         [](D d) { return JsonValue(wireDecimal(d.monthlyCents() - d.monthlyCents() / 2, 2)); }},
        {u"nextInvoiceTotalRecurringAmount"_s, [](D d) { return JsonValue(dollars(d.monthlyCents())); }},
        {u"hourlyRecurringFee"_s, [](D d) { return ifHourly(d, wireDecimal(hourlyMills(d), 3)); }},
        {u"hoursUsed"_s, [](D d) { return ifHourly(d, QString::number(hoursUsed)); }},
        {u"currentHourlyCharge"_s,
         [](D d) { return ifHourly(d, wireDecimal(hourlyMills(d) * hoursUsed, 3)); }},
        {u"oneTimeFee"_s, [](D) { return JsonValue(u"0"_s); }},
        {u"setupFee"_s, [](D) { return JsonValue(u"0"_s); }},
        {u"laborFee"_s, [](D) { return JsonValue(u"0"_s); }},
        {u"recurringMonths"_s, [](D) { return JsonValue(1); }},
        {u"allowCancellationFlag"_s, [](D) { return JsonValue(1); }},
        {u"createDate"_s, [](D d) { return JsonValue(wireDate(d.createdAt())); }},
        {u"modifyDate"_s, [](D d) { return JsonValue(wireDate(d.createdAt() + 3600)); }},
        {u"cycleStartDate"_s, [](D) { return JsonValue(wireDate(cycleStart)); }},
        {u"lastBillDate"_s, [](D) { return JsonValue(wireDate(cycleStart)); }},
        {u"nextBillDate"_s, [](D) { return JsonValue(wireDate(nextBill)); }},
        {u"cancellationDate"_s, cancellationDate},
        {u"pendingCancellationFlag"_s, [](D d) { return JsonValue(!cancellationDate(d).isNull()); }},
        {u"nextInvoiceTotalOneTimeAmount"_s, [](D) { return JsonValue(0); }},
        {u"location"_s, [](D d) { return JsonValue(wireLocation(d.datacenter())); }},
        {u"notes"_s,
         [](D d) { return d.index() % 7 == 2 ? JsonValue(u"project 4711; yearly"_s) : JsonValue(); }},
        {u"parentId"_s, [](D) { return JsonValue(); }},
        {u"orderItemId"_s, [](D d) { return JsonValue(firstOrderItemId + d.ordinal()); }},
        {u"packageId"_s, [](D d) { return JsonValue(packageId(d)); }},
        {u"package"_s, package},
        {u"serviceProviderId"_s, [](D) { return JsonValue(1); }},
        {u"hourlyFlag"_s, [](D d) { return JsonValue(d.isHourly()); }},
        {u"orderItem"_s, [](D d) { return JsonValue(orderItem(d)); }},
        {u"children"_s, children},
        {u"nextInvoiceChildren"_s, invoiceChildren},
        {u"nonZeroNextInvoiceChildren"_s, nonZeroInvoiceChildren},
    };
    return table;
}

} // namespace

qint64 billingItemId(const Device &device)
{
    return firstDeviceBillingItemId + device.ordinal() * itemsADevice;
}

JsonValue billingItem(const Device &device, const QStringList &wanted)
{
    if (!device.hasBillingItem())
        return absent;
    return produce(billingParts(), device, wanted);
}

void addBillingProperties(Producers &producers, DeviceKind kind)
{
    producers.insert(u"billingItem"_s, [](const Device &d) { return billingItem(d, {}); });
    if (kind == DeviceKind::Hardware)
        producers.insert(u"billingItemFlag"_s, [](const Device &d) { return JsonValue(d.hasBillingItem()); });
}

} // namespace layerscope::demo
