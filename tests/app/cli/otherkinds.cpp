// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/otherkinds.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

QJsonArray rowsOfText(const char *text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isArray())
        qFatal("the test's own data is no JSON array");
    return document.array();
}

OtherKind blockStorage()
{
    return {
        u"block-storage"_s, u"iscsiNetworkStorage"_s, u"iscsiNetworkStorageCount"_s, rowsOfText(R"([
        {"id":101,"username":"SEL777-1","capacityGb":20,"notes":"logs, old","createDate":"2023-05-03T23:00:00-06:00",
         "password":"never shown","serviceResource":{"id":1,"datacenter":{"id":9,"name":"par01"}},
         "storageType":{"id":7,"keyName":"PERFORMANCE_BLOCK_STORAGE"},"provisionedIops":"1000",
         "serviceResourceBackendIpAddress":"161.26.98.107","lunId":"3","osType":{"id":12,"name":"Linux"},
         "snapshotCapacityGb":"5","parentVolume":{"id":101,"snapshotSizeBytes":"1024"},"replicationPartnerCount":1,
         "allowedHardwareCount":1,"allowedVirtualGuestCount":0,"hasEncryptionAtRest":true,
         "billingItem":{"id":8,"nextInvoiceTotalRecurringAmount":"7.5",
          "orderItem":{"id":1,"order":{"id":2,"userRecord":{"id":3,"username":"SL777"}}}},"snapshotCount":2,
         "replicationStatus":{"message":"done"},"allowedSubnetCount":0,"allowedIpAddressCount":0,
         "allowedHardware":[{"id":11,"fullyQualifiedDomainName":"ora1.corp.test"}],"allowedVirtualGuests":[],
         "activeTransactionCount":0},
        {"id":102,"username":"SL777-1","capacityGb":10,"createDate":"2012-01-01T00:00:00-06:00","lunId":"0",
         "replicationPartnerCount":0,"allowedHardwareCount":0,"allowedVirtualGuestCount":0,"snapshotCount":0,
         "allowedSubnetCount":0,"allowedIpAddressCount":0,"activeTransactionCount":0}])"),
        "id,name,datacenter,type,capacity_gb,iops,tier,target_ip,lun_id,os_type,snapshot_space_gb,"
        "snapshot_used_bytes,replica_count,hardware_count,virtual_count,encrypted,notes,owner,fee_month_usd,"
        "created,snapshot_count,replication_status,subnet_count,ip_count,hosts_hardware,hosts_virtual,"
        "transaction_count,copied_from,billing_item_id,row_state\r\n"
        "101,SEL777-1,par01,PERFORMANCE_BLOCK_STORAGE,20,1000,,161.26.98.107,3,Linux,5,1024,1,1,0,true,"
        "\"logs, old\",SL777,7.5,2023-05-04T05:00:00Z,2,done,0,0,ora1.corp.test,,0,,8,complete\r\n"
        "102,SL777-1,,,10,,,,0,,,,0,0,0,,,,,2012-01-01T06:00:00Z,0,,0,0,,,0,,,complete\r\n"};
}

OtherKind fileStorage()
{
    return {
        u"file-storage"_s, u"nasNetworkStorage"_s, u"nasNetworkStorageCount"_s, rowsOfText(R"([
        {"id":111,"username":"SEV777_1","capacityGb":500,"createDate":"2023-05-03T23:00:00-06:00",
         "serviceResource":{"id":1,"datacenter":{"id":9,"name":"par01"}},
         "storageType":{"id":7,"keyName":"ENDURANCE_FILE_STORAGE"},"storageTierLevel":"READHEAVY_TIER",
         "serviceResourceBackendIpAddress":"nas1.corp.test","fileNetworkMountAddress":"nas1.corp.test:/SEV777_1/data01",
         "bytesUsed":"405504","replicationPartnerCount":0,"allowedHardwareCount":0,"allowedVirtualGuestCount":2,
         "hasEncryptionAtRest":false,"snapshotCount":0,"replicationStatus":"none yet","allowedSubnetCount":1,
         "allowedIpAddressCount":0,"allowedHardware":[],"activeTransactionCount":1,"originalVolumeName":"SEV777_0",
         "allowedVirtualGuests":[{"id":11,"fullyQualifiedDomainName":"vm10.corp.test"},
                                 {"id":500,"fullyQualifiedDomainName":"vm9.corp.test"}]}])"),
        "id,name,datacenter,type,capacity_gb,iops,tier,target_ip,mount,used_bytes,snapshot_space_gb,"
        "snapshot_used_bytes,replica_count,hardware_count,virtual_count,encrypted,notes,owner,fee_month_usd,"
        "created,snapshot_count,replication_status,subnet_count,ip_count,hosts_hardware,hosts_virtual,"
        "transaction_count,copied_from,billing_item_id,row_state\r\n"
        "111,SEV777_1,par01,ENDURANCE_FILE_STORAGE,500,,READHEAVY_TIER,nas1.corp.test,"
        "nas1.corp.test:/SEV777_1/data01,405504,,,0,0,2,false,,,,2023-05-04T05:00:00Z,0,none yet,1,0,,"
        "vm10.corp.test;vm9.corp.test,1,SEV777_0,,complete\r\n"};
}

} // namespace

const QList<OtherKind> &otherKinds()
{
    static const QList<OtherKind> kinds{blockStorage(), fileStorage()};
    return kinds;
}

} // namespace layerscope
