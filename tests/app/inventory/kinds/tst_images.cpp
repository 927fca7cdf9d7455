// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/kindtest.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

/// softlayer-kinds §2.19
class TestImages : public KindTest
{
    Q_OBJECT

private Q_SLOTS:
    void oddRows_data();
    void oddRows();
};

void TestImages::oddRows_data()
{
    addQuirks();
    quirk("flag as a number", R"({"publicFlag":0})", "public", u"false"_s);
    quirk("shared by another account", R"({"accountId":987654})", "account_id", u"987654"_s);
    quirk("size of the first copy", R"({"firstChild":{"id":2,"blockDevicesDiskSpaceTotal":26843545600.0}})",
          "size_bytes", u"26843545600"_s);
    quirk("no copy", R"({"firstChild":null,"children":[]})", "size_bytes", {});
    quirk("no copy", R"({"firstChild":null,"children":[]})", "os", {});
    // Each copy has the same disks, and its system stands four relations away.
    quirk("two copies", R"({"children":[
        {"id":2,"blockDevices":[{"id":3,"diskImage":{"id":4,"softwareReferences":[
            {"id":5,"softwareDescription":{"id":6,"longDescription":"Debian 12"}},
            {"id":7,"softwareDescription":{"id":8,"longDescription":"PostgreSQL 15"}}]}}]},
        {"id":9,"blockDevices":[{"id":10,"diskImage":{"id":11,"softwareReferences":[
            {"id":12,"softwareDescription":{"id":6,"longDescription":"Debian 12"}}]}}]}]})",
          "os", u"Debian 12;PostgreSQL 15"_s);
    quirk("a disk of nothing", R"({"children":[{"id":2,"blockDevices":[{"id":3,"diskImage":null}]}]})", "os",
          {});
    quirk("nothing is done to it", R"({"transaction":null})", "transaction", {});
}

void TestImages::oddRows()
{
    compareQuirk(RowKind::Image);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestImages)
#include "tst_images.moc"
