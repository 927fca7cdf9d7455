// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/serverfacts.h"

namespace layerscope::facts {

namespace {

struct BillingFactsText
{
    Q_DECLARE_TR_FUNCTIONS(BillingFacts)
};

constexpr ServerPart part = ServerPart::BillingItem;

} // namespace

void billingItem(FactList &list)
{
    const JsonReader item = list.read(part);
    if (item.isAbsent())
        list.none(part,
                  BillingFactsText::tr("No billing item: the server is cancelled, or never was billed."));
    if (item.isAbsent() && list.has(part))
        return;
    list.line({part}, BillingFactsText::tr("Next invoice"),
              dollars(list.text(), item["nextInvoiceTotalRecurringAmount"]));
    list.optionalLine(part, BillingFactsText::tr("Recurring fee"),
                      dollars(list.text(), item["recurringFee"]));
    if (!item["hourlyRecurringFee"].isAbsent()) {
        list.optionalLine(part, BillingFactsText::tr("Fee an hour"),
                          dollars(list.text(), item["hourlyRecurringFee"]));
        list.optionalLine(part, BillingFactsText::tr("Hours used"), item["hoursUsed"].text());
        list.optionalLine(part, BillingFactsText::tr("Charged so far"),
                          dollars(list.text(), item["currentHourlyCharge"]));
    }
    list.line({part}, BillingFactsText::tr("Next bill"), moment(list.text(), item["nextBillDate"]));
    list.optionalLine(part, BillingFactsText::tr("Last bill"), moment(list.text(), item["lastBillDate"]));
    list.optionalLine(part, BillingFactsText::tr("Cycle began"), moment(list.text(), item["cycleStartDate"]));
    list.optionalLine(part, BillingFactsText::tr("Billed since"), moment(list.text(), item["createDate"]));
    list.line({part}, BillingFactsText::tr("Cancellation"), moment(list.text(), item["cancellationDate"]));
    list.optionalLine(part, BillingFactsText::tr("Billing item ID"), item["id"].text());
}

void billingParts(FactList &list)
{
    const JsonReader item = list.read(part);
    bool isEmpty = true;
    item["nextInvoiceChildren"].forEach([&](const JsonReader &child) {
        isEmpty = false;
        std::optional<QString> what = child["description"].text();
        const std::optional<QString> category = child["categoryCode"].text();
        if (!what)
            what = category ? std::optional(FactText::word(*category)) : std::nullopt;
        list.line({part}, what.value_or(BillingFactsText::tr("Part without a name")),
                  dollars(list.text(), child["nextInvoiceTotalRecurringAmount"]));
    });
    if (isEmpty)
        list.none(part, BillingFactsText::tr("The next invoice lists no parts of this server."));
    list.pendingLines(part, 4);
}

void order(FactList &list)
{
    const JsonReader order = list.read(ServerPart::Order)["orderItem"]["order"];
    list.line({ServerPart::Order}, BillingFactsText::tr("Owner"), order["userRecord"]["username"].text());
    list.line({ServerPart::Order}, BillingFactsText::tr("Ordered"), moment(list.text(), order["createDate"]));
    list.optionalLine(ServerPart::Order, BillingFactsText::tr("Order ID"), order["id"].text());
    list.optionalLine(part, BillingFactsText::tr("Preset"),
                      list.read(part)["orderItem"]["preset"]["keyName"].text());
}

} // namespace layerscope::facts
