// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/kindtest.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

/// softlayer-kinds §2.33
class TestTickets : public KindTest
{
    Q_OBJECT

private Q_SLOTS:
    void oddRows_data();
    void oddRows();
};

void TestTickets::oddRows_data()
{
    addQuirks();
    quirk("known by its case", R"({"serviceProviderResourceId":"CS2400037"})", "case_number", u"CS2400037"_s);
    quirk("older than cases", R"({"serviceProviderResourceId":null})", "case_number", {});
    quirk("nobody wrote in it", R"({"lastEditDate":null})", "last_edit", {});
    quirk("priority that says nothing", R"({"priority":0})", "priority", u"0"_s);
    quirk("status beside its id", R"({"statusId":1002,"status":{"id":1002,"name":"Assigned"}})", "status",
          u"Assigned"_s);
    quirk("of nobody", R"({"assignedUser":null})", "assigned", {});
    // A relation whose two siblings are counts.
    quirk("attached", R"({"attachedHardwareCount":2})", "hardware_count", u"2"_s);
    quirk("waits", R"({"awaitingUserResponseFlag":true})", "waiting_for_us", u"true"_s);
    quirk("not told", R"({"awaitingUserResponseFlag":null})", "waiting_for_us", {});
}

void TestTickets::oddRows()
{
    compareQuirk(RowKind::Ticket);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestTickets)
#include "tst_tickets.moc"
