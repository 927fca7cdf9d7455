// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/serverfacts.h"

namespace layerscope::facts {

namespace {

struct BillingFactsText
{
    Q_DECLARE_TR_FUNCTIONS(BillingFacts)
};

constexpr ServerPart billingPart = ServerPart::BillingItem;

} // namespace

void billingItem(FactList &list)
{
    const JsonReader item = list.read(billingPart);
    if (item.isAbsent())
        list.none(billingPart,
                  BillingFactsText::tr("No billing item: the server is cancelled, or never was billed."));
    if (item.isAbsent() && list.has(billingPart))
        return;
    list.line({billingPart}, BillingFactsText::tr("Next invoice"),
              dollars(list.text(), item["nextInvoiceTotalRecurringAmount"]));
    list.optionalLine(billingPart, BillingFactsText::tr("Recurring fee"),
                      dollars(list.text(), item["recurringFee"]));
    if (!item["hourlyRecurringFee"].isAbsent()) {
        list.optionalLine(billingPart, BillingFactsText::tr("Fee an hour"),
                          dollars(list.text(), item["hourlyRecurringFee"]));
        list.optionalLine(billingPart, BillingFactsText::tr("Hours used"), item["hoursUsed"].text());
        list.optionalLine(billingPart, BillingFactsText::tr("Charged so far"),
                          dollars(list.text(), item["currentHourlyCharge"]));
    }
    list.line({billingPart}, BillingFactsText::tr("Next bill"), moment(list.text(), item["nextBillDate"]));
    list.optionalLine(billingPart, BillingFactsText::tr("Last bill"),
                      moment(list.text(), item["lastBillDate"]));
    list.optionalLine(billingPart, BillingFactsText::tr("Cycle began"),
                      moment(list.text(), item["cycleStartDate"]));
    list.optionalLine(billingPart, BillingFactsText::tr("Billed since"),
                      moment(list.text(), item["createDate"]));
    list.line({billingPart}, BillingFactsText::tr("Cancellation"),
              moment(list.text(), item["cancellationDate"]));
    list.optionalLine(billingPart, BillingFactsText::tr("Billing item ID"), item["id"].text());
}

void billingParts(FactList &list)
{
    const JsonReader item = list.read(billingPart);
    bool isEmpty = true;
    item["nextInvoiceChildren"].forEach([&](const JsonReader &child) {
        isEmpty = false;
        std::optional<QString> what = child["description"].text();
        const std::optional<QString> category = child["categoryCode"].text();
        if (!what)
            what = category ? std::optional(FactText::word(*category)) : std::nullopt;
        list.line({billingPart}, what.value_or(BillingFactsText::tr("Part without a name")),
                  dollars(list.text(), child["nextInvoiceTotalRecurringAmount"]));
    });
    if (isEmpty)
        list.none(billingPart, BillingFactsText::tr("The next invoice lists no parts of this server."));
    list.pendingLines(billingPart, 4);
}

void order(FactList &list)
{
    const JsonReader order = list.read(ServerPart::Order)["orderItem"]["order"];
    list.line({ServerPart::Order}, BillingFactsText::tr("Owner"), order["userRecord"]["username"].text());
    list.line({ServerPart::Order}, BillingFactsText::tr("Ordered"), moment(list.text(), order["createDate"]));
    list.optionalLine(ServerPart::Order, BillingFactsText::tr("Order ID"), order["id"].text());
    list.optionalLine(billingPart, BillingFactsText::tr("Preset"),
                      list.read(billingPart)["orderItem"]["preset"]["keyName"].text());
}

} // namespace layerscope::facts
