// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/kindtest.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

/// softlayer-kinds §2.14
class TestBlockStorage : public KindTest
{
    Q_OBJECT

private Q_SLOTS:
    void oddRows_data();
    void oddRows();
};

void TestBlockStorage::oddRows_data()
{
    addQuirks();
    // What is older than types is a row all the same.
    quirk("legacy", R"({"username":"SL01SEL1-1","storageType":null})", "name", u"SL01SEL1-1"_s);
    quirk("legacy", R"({"username":"SL01SEL1-1","storageType":null})", "type", {});
    quirk("sold by tier", R"({"storageTierLevel":"READHEAVY_TIER"})", "iops", {});
    quirk("sold by tier", R"({"storageTierLevel":"READHEAVY_TIER"})", "tier", u"READHEAVY_TIER"_s);
    // Numbers are texts.
    quirk("IOPS", R"({"provisionedIops":"4000"})", "iops", u"4000"_s);
    quirk("LUN", R"({"lunId":"0"})", "lun_id", u"0"_s);
    quirk("snapshot space", R"({"snapshotCapacityGb":"20"})", "snapshot_space_gb", u"20"_s);
    quirk("no snapshot space", R"({"snapshotCapacityGb":null})", "snapshot_space_gb", {});
    quirk("size of snapshots", R"({"parentVolume":{"id":1,"snapshotSizeBytes":"13107200123"}})",
          "snapshot_used_bytes", u"13107200123"_s);
    quirk("nobody may mount it", R"({"allowedHardwareCount":0})", "hardware_count", u"0"_s);
    quirk("who may mount it",
          R"({"allowedHardware":[{"id":1,"fullyQualifiedDomainName":"a.example.com"},
                                 {"id":2,"fullyQualifiedDomainName":"b.example.com"}]})",
          "hosts_hardware", u"a.example.com;b.example.com"_s);
    quirk("replication as an object", R"({"replicationStatus":{"message":"Provisioning has completed."}})",
          "replication_status", u"Provisioning has completed."_s);
    quirk("replication as a text", R"({"replicationStatus":"FAILOVER_COMPLETED"})", "replication_status",
          u"FAILOVER_COMPLETED"_s);
    quirk("encrypted", R"({"hasEncryptionAtRest":1})", "encrypted", u"true"_s);
    quirk("free", R"({"billingItem":null})", "fee_month_usd", {});
    quirk("its item", R"({"billingItem":{"id":7,"nextInvoiceTotalRecurringAmount":20.5}})", "billing_item_id",
          u"7"_s);
    wrongType("capacity that is none", R"({"capacityGb":"much"})", "capacity_gb");
}

void TestBlockStorage::oddRows()
{
    compareQuirk(RowKind::BlockVolume);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestBlockStorage)
#include "tst_blockstorage.moc"
