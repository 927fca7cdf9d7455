// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/kindtest.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

/// softlayer-kinds §2.15
class TestFileStorage : public KindTest
{
    Q_OBJECT

private Q_SLOTS:
    void oddRows_data();
    void oddRows();
};

void TestFileStorage::oddRows_data()
{
    addQuirks();
    quirk("a host, not an address", R"({"serviceResourceBackendIpAddress":"fsf-dal1003a-fz.example.com"})",
          "target_ip", u"fsf-dal1003a-fz.example.com"_s);
    quirk("bytes as a text", R"({"bytesUsed":"405504"})", "used_bytes", u"405504"_s);
    quirk("use not told", R"({"bytesUsed":null})", "used_bytes", {}); // unknown is not 0
    quirk("legacy NAS", R"({"nasType":"NAS"})", "type", {});
    quirk("a machine's note", R"({"notes":"{\"pvc\":\"data\", \"ns\":\"default\"}"})", "notes",
          u"{\"pvc\":\"data\", \"ns\":\"default\"}"_s);
    quirk("replication as a text", R"({"replicationStatus":"NO REPLICATION EVENTS FOUND"})",
          "replication_status", u"NO REPLICATION EVENTS FOUND"_s);
}

void TestFileStorage::oddRows()
{
    compareQuirk(RowKind::FileVolume);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestFileStorage)
#include "tst_filestorage.moc"
