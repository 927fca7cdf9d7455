// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/kindtest.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

/// softlayer-kinds §2.28
class TestInvoices : public KindTest
{
    Q_OBJECT

private Q_SLOTS:
    void oddRows_data();
    void oddRows();
};

void TestInvoices::oddRows_data()
{
    addQuirks();
    quirk("called by its number", R"({"id":71200003})", "number", u"71200003"_s);
    quirk("amounts as texts", R"({"invoiceTotalAmount":"10250.07"})", "total_usd", u"10250.07"_s);
    quirk("a credit", R"({"invoiceTotalOneTimeAmount":"-49.9"})", "one_time_usd", u"-49.9"_s);
    quirk("nothing to pay", R"({"invoiceTotalAmount":"0"})", "total_usd", u"0"_s);
    quirk("not told", R"({"invoiceTotalAmount":null})", "total_usd", {}); // unknown is not 0
    quirk("open", R"({"statusCode":"OPEN","closedDate":null})", "closed", {});
    // One row may come as an object and not in a list.
    quirk("one row", R"({"id":5,"typeCode":"NEW"})", "type", u"NEW"_s);
    quirk("in a list", R"([{"id":5,"typeCode":"NEW"}])", "type", u"NEW"_s);
    wrongType("amount that is none", R"({"payment":"all"})", "paid_usd");
}

void TestInvoices::oddRows()
{
    compareQuirk(RowKind::Invoice);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestInvoices)
#include "tst_invoices.moc"
