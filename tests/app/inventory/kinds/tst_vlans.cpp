// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/kindtest.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

/// softlayer-kinds §2.1
class TestVlans : public KindTest
{
    Q_OBJECT

private Q_SLOTS:
    void oddRows_data();
    void oddRows();
    void aRowWithoutAnIdIsNone();
};

void TestVlans::oddRows_data()
{
    addQuirks();
    quirk("of a direct link", R"({"type":{"id":1,"keyName":"INTERCONNECT"}})", "network_space", {});
    quirk("of a direct link", R"({"type":{"id":1,"keyName":"INTERCONNECT"}})", "type", u"INTERCONNECT"_s);
    quirk("without a name", R"({"name":""})", "name", {});
    quirk("with blanks in its name", R"({"name":" front "})", "name", u" front "_s);
    quirk("number as a text", R"({"vlanNumber":"1201"})", "vlan_number", u"1201"_s);
    quirk("nothing on it", R"({"hardwareCount":0})", "hardware_count", u"0"_s);
    quirk("count not told", R"({"hardwareCount":null})", "hardware_count", {}); // unknown is not 0
    quirk("automatic", R"({"billingItem":null})", "fee_month_usd", {});
    quirk("one tag, not in a list", R"({"tagReferences":{"id":1,"tag":{"id":2,"name":"edge"}}})", "tags",
          u"edge"_s);
    quirk("two tags", R"({"tagReferences":[{"tag":{"name":"old"}},{"tag":{"name":"edge"}}]})", "tags",
          u"old;edge"_s);
    wrongType("a number that is none", R"({"vlanNumber":"many"})", "vlan_number");
}

void TestVlans::oddRows()
{
    compareQuirk(RowKind::Vlan);
}

void TestVlans::aRowWithoutAnIdIsNone()
{
    QVERIFY(!row(RowKind::Vlan, R"({"id":null,"name":"front"})").isThere);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestVlans)
#include "tst_vlans.moc"
