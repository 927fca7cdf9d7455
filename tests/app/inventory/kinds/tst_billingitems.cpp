// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/kindtest.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

/// softlayer-kinds §2.27
class TestBillingItems : public KindTest
{
    Q_OBJECT

private Q_SLOTS:
    void oddRows_data();
    void oddRows();
};

void TestBillingItems::oddRows_data()
{
    addQuirks();
    // The fee is a number with what is below it, the own one a text without.
    const char *fees = R"({"nextInvoiceTotalRecurringAmount":120.5,"recurringFee":"60.25"})";
    quirk("fees", fees, "fee_month_usd", u"120.5"_s);
    quirk("fees", fees, "own_recurring_usd", u"60.25"_s);
    quirk("less than a dollar", R"({"hourlyRecurringFee":".032"})", "hourly_fee_usd", u"0.032"_s);
    quirk("monthly", R"({"hourlyFlag":false})", "hourly_fee_usd", {}); // unknown is not 0
    quirk("hours as a text", R"({"hoursUsed":"318"})", "hours_used", u"318"_s);
    quirk("nowhere", R"({"location":{"id":0,"name":"No Location"}})", "location", u"No Location"_s);
    quirk("of no order", R"({"orderItem":null})", "owner", {});
    quirk("of no order", R"({"orderItem":null})", "order_id", {});
    quirk("ordered", R"({"orderItem":{"id":1,"order":{"id":2,"userRecord":{"id":3,"username":"SL1"}}}})",
          "owner", u"SL1"_s);
    quirk("cancelled", R"({"cancellationDate":"2026-03-01T00:00:00-06:00"})", "cancellation",
          u"2026-03-01T06:00:00Z"_s);
    quirk("not cancelled", R"({"cancellationDate":null})", "cancellation", {});
    wrongType("fee that is none", R"({"nextInvoiceTotalRecurringAmount":"much"})", "fee_month_usd");
}

void TestBillingItems::oddRows()
{
    compareQuirk(RowKind::BillingItem);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestBillingItems)
#include "tst_billingitems.moc"
