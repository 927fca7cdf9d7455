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

OtherKind images()
{
    return {
        u"images"_s, u"privateBlockDeviceTemplateGroups"_s, u"privateBlockDeviceTemplateGroupCount"_s,
        rowsOfText(R"([
        {"id":401,"name":"gold, \"1\"","imageTypeKeyName":"SYSTEM","status":{"keyName":"ACTIVE","name":"Active"},
         "publicFlag":0,"accountId":777,"globalIdentifier":"5b0f7c1e","datacenters":[{"id":9,"name":"par01"},
         {"id":10,"name":"osa21"}],"firstChild":{"id":402,"blockDevicesDiskSpaceTotal":26843545600},
         "children":[
          {"id":402,"blockDevices":[{"id":1,"diskImage":{"id":2,"softwareReferences":[
           {"id":3,"softwareDescription":{"id":4,"longDescription":"Oracle Linux 8"}}]}}]},
          {"id":403,"blockDevices":[{"id":5,"diskImage":{"id":6,"softwareReferences":[
           {"id":7,"softwareDescription":{"id":4,"longDescription":"Oracle Linux 8"}}]}}]}],
         "note":"=ours","createDate":"2024-01-01T00:00:00-06:00","flexImageFlag":true,"byolFlag":false,
         "nextGenFlag":false,"accountReferenceCount":1,"parentId":null,
         "transaction":{"id":1,"transactionStatus":{"friendlyName":"Copying"}},"sshKeyCount":2,
         "tagReferences":[{"id":1,"tag":{"id":2,"name":"edge"}}]}])"),
        "id,name,type,status,public,account_id,global_id,datacenters,size_bytes,os,note,created,flex,byol,"
        "next_gen,shared_with_count,parent_id,transaction,ssh_key_count,tags,row_state\r\n"
        "401,\"gold, \"\"1\"\"\",SYSTEM,Active,false,777,5b0f7c1e,par01;osa21,26843545600,Oracle Linux "
        "8,=ours,"
        "2024-01-01T06:00:00Z,true,false,false,1,,Copying,2,edge,complete\r\n"};
}

OtherKind billingItems()
{
    return {u"billing-items"_s, u"nextInvoiceTopLevelBillingItems"_s,
            u"nextInvoiceTopLevelBillingItemCount"_s, rowsOfText(R"([
        {"id":3,"description":"Server, \"big\"","categoryCode":"server","hostName":"ora1","domainName":"corp.test",
         "location":{"id":9,"name":"par01"},"nextInvoiceTotalRecurringAmount":1999.5,"recurringFee":"1500",
         "hourlyFlag":false,"nextInvoiceTotalOneTimeAmount":25,
         "orderItem":{"id":1,"order":{"id":70,"userRecord":{"id":3,"username":"SL777"}}},"notes":"=paid",
         "createDate":"2023-05-03T23:00:00-06:00","nextBillDate":"2026-03-01T00:00:00-06:00",
         "cancellationDate":"2026-02-28T00:00:00-06:00","pendingCancellationFlag":true,
         "package":{"id":200,"keyName":"BARE_METAL_SERVER"},"cycleStartDate":"2026-02-01T00:00:00-06:00"},
        {"id":5,"description":"Virtual server","categoryCode":"guest_core","hostName":"vm10","domainName":"corp.test",
         "location":{"id":0,"name":"No Location"},"nextInvoiceTotalRecurringAmount":0,"recurringFee":"0",
         "hourlyRecurringFee":".032","hourlyFlag":true,"currentHourlyCharge":"10.24","hoursUsed":"320",
         "nextInvoiceTotalOneTimeAmount":0,"createDate":"2024-01-01T00:00:00-06:00","cancellationDate":null,
         "pendingCancellationFlag":false}])"),
            "id,description,category,hostname,domain,location,fee_month_usd,own_recurring_usd,hourly_fee_usd,"
            "hourly,hourly_so_far_usd,hours_used,one_time_usd,order_id,owner,notes,created,next_bill,"
            "cancellation,"
            "pending_cancellation,package,cycle_start,row_state\r\n"
            "3,\"Server, \"\"big\"\"\",server,ora1,corp.test,par01,1999.5,1500,,false,,,25,70,SL777,=paid,"
            "2023-05-04T05:00:00Z,2026-03-01T06:00:00Z,2026-02-28T06:00:00Z,true,BARE_METAL_SERVER,"
            "2026-02-01T06:00:00Z,complete\r\n"
            "5,Virtual server,guest_core,vm10,corp.test,No Location,0,0,0.032,true,10.24,320,0,,,,"
            "2024-01-01T06:00:00Z,,,false,,,complete\r\n"};
}

OtherKind invoices()
{
    return {
        u"invoices"_s, u"invoices"_s, u"invoiceCount"_s, rowsOfText(R"([
        {"id":201,"address1":"never shown","createDate":"2026-02-01T00:00:00-06:00","typeCode":"RECURRING",
         "statusCode":"OPEN","invoiceTotalAmount":"2163.46","invoiceTotalPreTaxAmount":"1999.5",
         "invoiceTotalRecurringAmount":"1999.5","invoiceTotalRecurringTaxAmount":"163.96",
         "invoiceTotalOneTimeAmount":"0","invoiceTotalOneTimeTaxAmount":"0","payment":".5","startingBalance":"0",
         "endingBalance":"2162.96","itemCount":12,"invoiceTopLevelItemCount":3,"purchaseOrderNumber":"PO, 1",
         "closedDate":null,"modifyDate":null},
        {"id":1000,"createDate":"2026-01-15T00:00:00-06:00","typeCode":"CREDIT","statusCode":"CLOSED",
         "invoiceTotalAmount":"-49.9","invoiceTotalPreTaxAmount":"-49.9","invoiceTotalRecurringAmount":"0",
         "invoiceTotalRecurringTaxAmount":"0","invoiceTotalOneTimeAmount":"-49.9",
         "invoiceTotalOneTimeTaxAmount":"0","payment":"-49.9","itemCount":1,"invoiceTopLevelItemCount":1,
         "closedDate":"2026-01-16T00:00:00-06:00","modifyDate":"2026-01-16T00:00:00-06:00"}])"),
        "id,number,created,type,status,total_usd,pre_tax_usd,recurring_usd,recurring_tax_usd,one_time_usd,"
        "one_time_tax_usd,paid_usd,starting_balance_usd,ending_balance_usd,item_count,top_item_count,"
        "purchase_order,closed,modified,row_state\r\n"
        "201,201,2026-02-01T06:00:00Z,RECURRING,OPEN,2163.46,1999.5,1999.5,163.96,0,0,0.5,0,2162.96,12,3,"
        "\"PO, 1\",,,complete\r\n"
        "1000,1000,2026-01-15T06:00:00Z,CREDIT,CLOSED,-49.9,-49.9,0,0,-49.9,0,-49.9,,,1,1,,"
        "2026-01-16T06:00:00Z,2026-01-16T06:00:00Z,complete\r\n"};
}

OtherKind users()
{
    return {u"users"_s, u"users"_s, u"userCount"_s, rowsOfText(R"([
        {"id":3,"username":"SL777","displayName":"Jo","firstName":"Jo","lastName":"Martin, Dr.","email":"jo@corp.test",
         "verificationCode":"never shown","userStatus":{"id":1001,"name":"Active"},"isMasterUserFlag":true,
         "parent":null,"sslVpnAllowedFlag":1,"externalBindingCount":2,"apiAuthenticationKeyCount":1,
         "permissionCount":122,"roles":[{"id":1,"name":"Super User"},{"id":2,"name":"Basic User"}],
         "hardwareCount":0,"virtualGuestCount":0,"iamId":"IBMid-1","managedByOpenIdConnectFlag":true,
         "createDate":"2014-02-04T10:33:56-06:00","statusDate":null,"hasFullHardwareAccessFlag":true,
         "hasFullVirtualGuestAccessFlag":true,"successfulLoginCount":900,"unsuccessfulLoginCount":2},
        {"id":4,"username":"SL777_bot","displayName":"=bot","email":"bot@corp.test",
         "userStatus":{"id":1003,"name":"VPN Only"},"isMasterUserFlag":false,
         "parent":{"id":3,"username":"SL777"},"sslVpnAllowedFlag":0,"externalBindingCount":0,
         "apiAuthenticationKeyCount":0,"permissionCount":3,"roles":[],"hardwareCount":1,"virtualGuestCount":2,
         "managedByOpenIdConnectFlag":false,"createDate":"2024-01-01T00:00:00-06:00",
         "statusDate":"2024-01-02T00:00:00-06:00","hasFullHardwareAccessFlag":false,
         "hasFullVirtualGuestAccessFlag":false,"successfulLoginCount":0,"unsuccessfulLoginCount":0}])"),
            "id,username,display_name,first_name,last_name,email,status,master,parent,vpn,two_factor_count,"
            "api_key_count,permission_count,roles,hardware_count,virtual_count,iam_id,federated,created,"
            "status_since,all_hardware,all_virtual,login_count,failed_login_count,row_state\r\n"
            "3,SL777,Jo,Jo,\"Martin, Dr.\",jo@corp.test,Active,true,,true,2,1,122,Super User;Basic "
            "User,0,0,IBMid-1,"
            "true,2014-02-04T16:33:56Z,,true,true,900,2,complete\r\n"
            "4,SL777_bot,=bot,,,bot@corp.test,VPN Only,false,SL777,false,0,0,3,,1,2,,false,"
            "2024-01-01T06:00:00Z,2024-01-02T06:00:00Z,false,false,0,0,complete\r\n"};
}

OtherKind tickets()
{
    return {
        u"tickets"_s, u"tickets"_s, u"ticketCount"_s, rowsOfText(R"([
        {"id":301,"serviceProviderResourceId":"CS1","title":"=Disk, \"sda\"","finalComments":"never shown",
         "status":{"id":1001,"name":"Open"},"group":{"id":1,"name":"Support"},"subject":{"id":2,"name":"Hardware Issue"},
         "priority":1,"assignedUser":{"id":3,"username":"SL777"},"createDate":"2026-02-01T00:00:00-06:00",
         "lastEditDate":"2026-02-02T00:00:00-06:00","lastEditType":"EMPLOYEE","lastResponseDate":"2026-02-02T00:00:00-06:00",
         "totalUpdateCount":3,"awaitingUserResponseFlag":true,"newUpdatesFlag":true,"attachedHardwareCount":1,
         "attachedVirtualGuestCount":0,"attachedDedicatedHostCount":0,"billableFlag":false,
         "modifyDate":"2026-02-02T00:00:00-06:00","attachedFileCount":2,
         "tagReferences":[{"id":1,"tag":{"id":2,"name":"edge"}}]},
        {"id":302,"title":"Question","status":{"id":1003,"name":"Closed"},"priority":0,
         "createDate":"2024-01-01T00:00:00-06:00","lastEditDate":null,"totalUpdateCount":1,
         "attachedHardwareCount":0,"attachedVirtualGuestCount":0,"attachedDedicatedHostCount":0,
         "attachedFileCount":0,"tagReferences":[]}])"),
        "id,case_number,title,status,group,subject,priority,assigned,created,last_edit,last_edit_by,"
        "last_response,update_count,waiting_for_us,unread,hardware_count,virtual_count,dedicated_host_count,"
        "billable,modified,file_count,tags,row_state\r\n"
        "301,CS1,\"=Disk, \"\"sda\"\"\",Open,Support,Hardware Issue,1,SL777,2026-02-01T06:00:00Z,"
        "2026-02-02T06:00:00Z,EMPLOYEE,2026-02-02T06:00:00Z,3,true,true,1,0,0,false,2026-02-02T06:00:00Z,2,"
        "edge,"
        "complete\r\n"
        "302,,Question,Closed,,,0,,2024-01-01T06:00:00Z,,,,1,,,0,0,0,,,0,,complete\r\n"};
}

OtherKind tags()
{
    return {u"tags"_s, u"tags"_s, u"tagCount"_s, rowsOfText(R"([
        {"id":6,"name":"zeta","internal":0,"referenceCount":1},
        {"id":8,"name":"alpha, \"first\"","internal":0,"referenceCount":1}])"),
            "id,name,reference_count,internal,row_state\r\n"
            "8,\"alpha, \"\"first\"\"\",1,0,complete\r\n"
            "6,zeta,1,0,complete\r\n"};
}

} // namespace

const QList<OtherKind> &otherKinds()
{
    static const QList<OtherKind> kinds{blockStorage(), fileStorage(), images(), billingItems(),
                                        invoices(),     tickets(),     users(),  tags()};
    return kinds;
}

} // namespace layerscope
