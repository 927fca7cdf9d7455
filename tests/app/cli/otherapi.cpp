// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/otherapi.h"

#include "app/cli/otherkinds.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

QJsonArray parse(const char *text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isArray())
        qFatal("the test's own data is no JSON array");
    return document.array();
}

ScriptedServer::Answer error(int status, const QByteArray &text, const QByteArray &code)
{
    ScriptedServer::Answer answer =
        ScriptedServer::json("{\"error\":\"" + text + "\",\"code\":\"" + code + "\"}");
    answer.status = status;
    return answer;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

OtherApi::OtherApi()
    : m_hardware(parse(R"([
        {"id":11,"hostname":"ora1","domain":"corp.test","fullyQualifiedDomainName":"ora1.corp.test",
         "hardwareStatus":{"id":5,"status":"ACTIVE"},"datacenter":{"id":9,"name":"par01"},
         "primaryIpAddress":"203.0.113.11","primaryBackendIpAddress":"10.9.0.11","privateNetworkOnlyFlag":false,
         "processorPhysicalCoreAmount":28,"memoryCapacity":768,
         "serialNumber":"SL0001027","networkManagementIpAddress":"10.9.45.60","notes":"Rack B",
         "operatingSystem":{"id":1,"softwareLicense":{"id":2,"softwareDescription":{"name":"OracleLinux","version":"8.9 "}}},
         "tagReferences":[{"id":5,"tag":{"id":6,"name":"zeta"}},{"id":7,"tag":{"id":8,"name":"alpha, \"first\""}}],
         "billingItem":{"id":3,"nextInvoiceTotalRecurringAmount":1999.5},"outboundPublicBandwidthUsage":".5"},
        {"id":12,"hostname":"ora2","domain":"corp.test","fullyQualifiedDomainName":"ora2.corp.test",
         "hardwareStatus":{"id":23,"status":"SPARE_POOL"},"datacenter":{"id":9,"name":"par01"},
         "primaryBackendIpAddress":"10.9.0.12","privateNetworkOnlyFlag":true,
         "processorPhysicalCoreAmount":28,"memoryCapacity":768,"tagReferences":[]},
        {"id":40000000013,"hostname":"=cmd","domain":"corp.test","fullyQualifiedDomainName":"=cmd.corp.test",
         "hardwareStatus":{"id":5,"status":"ACTIVE"},"datacenter":{"id":10,"name":"osa21"},
         "primaryIpAddress":"203.0.113.13","primaryBackendIpAddress":"10.9.0.13","privateNetworkOnlyFlag":false,
         "processorPhysicalCoreAmount":4,"memoryCapacity":16,"tagReferences":[],
         "billingItem":{"id":4,"nextInvoiceTotalRecurringAmount":"88.10"},"outboundPublicBandwidthUsage":"1250.1987"}])"))
    , m_guests(parse(R"([
        {"id":11,"hostname":"vm10","domain":"corp.test","fullyQualifiedDomainName":"vm10.corp.test",
         "deviceStatus":{"id":8,"keyName":"RUNNING","name":"Running"},"status":{"keyName":"ACTIVE","name":"Active"},
         "datacenter":{"id":10,"name":"osa21"},"primaryIpAddress":"203.0.113.110","primaryBackendIpAddress":"10.9.1.10",
         "privateNetworkOnlyFlag":false,"maxCpu":2,"maxMemory":1536,"tagReferences":null,
         "billingItem":{"id":5,"nextInvoiceTotalRecurringAmount":0},"outboundPublicBandwidthUsage":"0"},
        {"id":500,"hostname":"vm9","domain":"corp.test","fullyQualifiedDomainName":"vm9.corp.test",
         "status":{"keyName":"ACTIVE","name":"Active"},"datacenter":{"id":10,"name":"osa21"},
         "primaryBackendIpAddress":"10.9.1.9","privateNetworkOnlyFlag":true,"maxCpu":1,"maxMemory":1024,
         "tagReferences":[{"id":9,"tag":{"id":10,"name":"夜間"}}]}])"))
    , m_pools(parse(R"([
        {"id":899,"name":"Virtual Private Rack","bandwidthAllotmentTypeId":1,"createDate":"2014-02-04T10:33:56-06:00",
         "endDate":null,"totalBandwidthAllocated":0,"hardwareCount":1,"virtualGuestCount":1},
        {"id":900,"name":"EU, \"big\"","bandwidthAllotmentTypeId":2,"createDate":"2022-07-25T08:31:17-06:00",
         "endDate":null,"locationGroup":{"id":2,"name":"AMS/LON"},"totalBandwidthAllocated":"20250",
         "outboundPublicBandwidthUsage":"1257.0859","inboundPublicBandwidthUsage":".5",
         "projectedPublicBandwidthUsage":25000.5,"billingItem":{"id":7,"nextInvoiceTotalRecurringAmount":25},
         "hardwareCount":2,"virtualGuestCount":1,"bareMetalInstanceCount":0,"applicationDeliveryControllerCount":1,
         "privateNetworkOnlyHardwareCount":0,"activeDetailCount":4},
        {"id":901,"name":"=new","bandwidthAllotmentTypeId":2,"createDate":"2026-01-31T23:00:00-06:00",
         "endDate":"2026-02-28T23:00:00-06:00","totalBandwidthAllocated":0,
         "billingCyclePublicBandwidthUsage":{"amountIn":"0","amountOut":"0"},"overBandwidthAllocationFlag":0,
         "projectedOverBandwidthAllocationFlag":0,"hardwareCount":0,"virtualGuestCount":0,
         "bareMetalInstanceCount":0,"applicationDeliveryControllerCount":0,
         "privateNetworkOnlyHardwareCount":0,"activeDetailCount":0}])"))
    , m_members{{u"getHardware"_s, parse(R"([
              {"id":11,"fullyQualifiedDomainName":"ora1.corp.test","datacenter":{"id":9,"name":"par01"},
               "primaryIpAddress":"203.0.113.11","outboundPublicBandwidthUsage":"1250.1987",
               "inboundPublicBandwidthUsage":".25","projectedPublicBandwidthUsage":2000,
               "bandwidthAllotmentDetail":{"id":1,"effectiveDate":"2023-05-03T23:00:00-06:00",
                "endEffectiveDate":null,"allocation":{"id":2,"amount":"20000"}}}])")},
                {u"getVirtualGuests"_s, parse(R"([
              {"id":11,"fullyQualifiedDomainName":"vm10.corp.test","datacenter":{"id":10,"name":"osa21"},
               "primaryIpAddress":"203.0.113.110","outboundPublicBandwidthUsage":"0",
               "inboundPublicBandwidthUsage":"0",
               "bandwidthAllotmentDetail":{"id":3,"effectiveDate":"2024-01-01T00:00:00-06:00",
                "endEffectiveDate":"2026-03-01T00:00:00-06:00","allocation":{"id":4,"amount":"250"}}}])")},
                {u"getBareMetalInstances"_s, QJsonArray()},
                {u"getApplicationDeliveryControllers"_s, parse(R"([{"id":70,"name":"adc1"}])")}}
    , m_vlans(parse(R"([
        {"id":71,"vlanNumber":1201,"name":"front, \"A\"","fullyQualifiedName":"par01.fcr01.1201","networkSpace":"PUBLIC",
         "datacenter":{"id":9,"name":"par01"},"podName":"par01.pod01","type":{"id":1,"keyName":"STANDARD"},
         "primaryRouter":{"id":3,"hostname":"fcr01a.par01"},"attachedNetworkGateway":{"id":51,"name":"gw1"},
         "networkVlanFirewall":{"id":61,"fullyQualifiedDomainName":"fw1.corp.test"},"subnetCount":2,"hardwareCount":1,
         "virtualGuestCount":3,"networkComponentTrunkCount":4,"totalPrimaryIpAddressCount":12,
         "modifyDate":"2025-01-01T00:00:00-06:00","tagReferences":[{"id":1,"tag":{"id":2,"name":"edge"}},{"id":3,"tag":{"id":4,"name":"old"}}],
         "billingItem":{"id":5,"nextInvoiceTotalRecurringAmount":"12.5"}},
        {"id":72,"vlanNumber":900,"name":null,"fullyQualifiedName":"par01.bcr01.900","datacenter":{"id":9,"name":"par01"},
         "type":{"id":3,"keyName":"INTERCONNECT"},"subnetCount":0,"hardwareCount":0,"virtualGuestCount":0,
         "networkComponentTrunkCount":0,"tagReferences":[],"billingItem":null}])"))
    , m_subnets(parse(R"([
        {"id":81,"networkIdentifier":"203.0.113.0","cidr":28,"version":4,"subnetType":"PRIMARY","addressSpace":"PUBLIC",
         "datacenter":{"id":9,"name":"par01"},"podName":"par01.pod01","networkVlanId":71,
         "networkVlan":{"id":71,"fullyQualifiedName":"par01.fcr01.1201"},"gateway":"203.0.113.1",
         "totalIpAddresses":"16","usableIpAddressCount":"13","utilizedIpAddressCount":4,"hardwareCount":1,
         "virtualGuestCount":3,"tagReferences":[{"id":1,"tag":{"id":2,"name":"edge"}}],"note":"ours",
         "routingTypeKeyName":"PRIMARY","roleKeyName":"CUSTOMER_SUBNET","broadcastAddress":"203.0.113.15",
         "netmask":"255.255.255.240","isCustomerOwned":false,"modifyDate":"2025-01-01T00:00:00-06:00",
         "billingItem":{"id":6,"nextInvoiceTotalRecurringAmount":7}},
        {"id":82,"networkIdentifier":"2001:0db8:0000:0000:0000:0000:0000:0000","cidr":64,"version":6,
         "subnetType":"SUBNET_ON_VLAN","networkVlanId":null,"gateway":"","totalIpAddresses":"18446744073709551616",
         "usableIpAddressCount":"18446744073709551614","hardwareCount":0,"virtualGuestCount":0,"tagReferences":[],
         "note":""}])"))
    , m_sshKeys(parse(R"([
        {"id":91,"label":"pat, laptop","fingerprint":"5a:1f:c0:44","notes":"=old","createDate":"2023-05-03T23:00:00-06:00",
         "modifyDate":"2024-01-01T00:00:00-06:00","blockDeviceTemplateGroupCount":2,"softwarePasswordCount":3},
        {"id":92,"label":"CI","fingerprint":"5a:1f:c0:44","createDate":"2024-01-01T00:00:00-06:00","modifyDate":null,
         "blockDeviceTemplateGroupCount":0,"softwarePasswordCount":0}])"))
{
    m_server.setScript(script());
}

QString OtherApi::expectedColumns()
{
    return u"kind,id,fqdn,state,datacenter,public_ip,cores,memory_gb,os,tags,fee_month_usd,out_public_gb,row_state"_s;
}

QByteArray OtherApi::expectedCsv()
{
    return expectedColumns().toUtf8() +
           "\r\n"
           "bare_metal,40000000013,=cmd.corp.test,ACTIVE,osa21,203.0.113.13,4,16,,,88.10,1250.1987,"
           "complete\r\n"
           "bare_metal,11,ora1.corp.test,ACTIVE,par01,203.0.113.11,28,768,OracleLinux 8.9 ,"
           "\"zeta;alpha, \"\"first\"\"\",1999.5,0.5,complete\r\n"
           "bare_metal,12,ora2.corp.test,SPARE_POOL,par01,,28,768,,,,,complete\r\n"
           "virtual,500,vm9.corp.test,ACTIVE,osa21,,1,1,,夜間,,,complete\r\n"
           "virtual,11,vm10.corp.test,RUNNING,osa21,203.0.113.110,2,1.5,,,0,0,complete\r\n";
}

QByteArray OtherApi::expectedPoolsCsv()
{
    return "id,name,region,type,devices,hardware_count,virtual_count,bare_metal_instance_count,"
           "controller_count,private_network_only_count,allocation_gb,out_public_gb,in_public_gb,used_"
           "percent,projected_public_gb,"
           "projected_percent,over,over_by_gb,fee_month_usd,created,ends,row_state\r\n"
           "901,=new,,pool,0,0,0,0,0,0,0,0,0,,,,no,,,2026-02-01T05:00:00Z,2026-03-01T05:00:00Z,complete\r\n"
           "900,\"EU, \"\"big\"\"\",AMS/LON,pool,4,2,1,0,1,0,20250,1257.0859,0.5,6.21,25000.5,123.46,"
           "projected,4750.5,25,2022-07-25T14:31:17Z,,complete\r\n";
}

QByteArray OtherApi::expectedMembersCsv()
{
    const QByteArray pool = "900,\"EU, \"\"big\"\"\",";
    return "pool_id,pool,kind,id,fqdn,datacenter,public_ip,allocation_gb,out_public_gb,in_public_gb,"
           "projected_public_gb,pool_share_percent,since,leaves,row_state\r\n" +
           pool + "not_visible,,1 device(s) not visible to this key,,,0,6.8872,0.25,,0.55,,,refused\r\n" +
           pool + "controller,70,adc1,,,,,,,,,,complete\r\n" + pool +
           "bare_metal,11,ora1.corp.test,par01,203.0.113.11,20000,1250.1987,0.25,2000,99.45,"
           "2023-05-04T05:00:00Z,,complete\r\n" +
           pool +
           "virtual,11,vm10.corp.test,osa21,203.0.113.110,250,0,0,,0,2024-01-01T06:00:00Z,"
           "2026-03-01T06:00:00Z,complete\r\n";
}

QByteArray OtherApi::expectedVlansCsv()
{
    return "id,vlan_number,name,qualified_name,network_space,datacenter,pod,type,router,gateway,gateway_id,"
           "firewall,firewall_id,subnet_count,hardware_count,virtual_count,trunk_count,primary_ip_count,tags,"
           "fee_month_usd,billing_item_id,modified,row_state\r\n"
           "72,900,,par01.bcr01.900,,par01,,INTERCONNECT,,,,,,0,0,0,0,,,,,,complete\r\n"
           "71,1201,\"front, "
           "\"\"A\"\"\",par01.fcr01.1201,PUBLIC,par01,par01.pod01,STANDARD,fcr01a.par01,gw1,51,"
           "fw1.corp.test,61,2,1,3,4,12,edge;old,12.5,5,2025-01-01T06:00:00Z,complete\r\n";
}

QByteArray OtherApi::expectedSubnetsCsv()
{
    return "id,network,prefix_length,ip_version,type,address_space,datacenter,pod,vlan,vlan_id,gateway,"
           "total_ip_count,usable_ip_count,used_ip_count,target_ip,target_hardware,target_hardware_id,"
           "target_virtual,target_virtual_id,hardware_count,virtual_count,tags,note,"
           "fee_month_usd,routing,role,broadcast,netmask,customer_owned,modified,row_state\r\n"
           "81,203.0.113.0,28,4,PRIMARY,PUBLIC,par01,par01.pod01,par01.fcr01.1201,71,203.0.113.1,16,13,4,,,,,"
           ",1,"
           "3,edge,"
           "ours,7,PRIMARY,CUSTOMER_SUBNET,203.0.113.15,255.255.255.240,false,2025-01-01T06:00:00Z,"
           "complete\r\n"
           "82,2001:0db8:0000:0000:0000:0000:0000:0000,64,6,SUBNET_ON_VLAN,,,,,,,18446744073709551616,"
           "18446744073709551614,,,,,,,0,0,,,,,,,,,,complete\r\n";
}

QByteArray OtherApi::expectedSshKeysCsv()
{
    return "id,label,fingerprint,notes,image_count,os_user_count,created,modified,row_state\r\n"
           "92,CI,5a:1f:c0:44,,0,0,2024-01-01T06:00:00Z,,complete\r\n"
           "91,\"pat, laptop\",5a:1f:c0:44,=old,2,3,2023-05-04T05:00:00Z,2024-01-01T06:00:00Z,complete\r\n";
}

ScriptedServer::Answer OtherApi::answer(const ScriptedServer::Request &request) const
{
    const QByteArray expected = "Basic " + QString(userName() + u':' + apiKey()).toUtf8().toBase64();
    if (request.headers.value("authorization") != expected)
        return error(401, "Access Denied. ", "SoftLayer_Exception_Public");
    if (request.verb != "GET")
        return error(500, "Bad request", "SoftLayer_Exception_WebService_BadRequest");

    const QByteArray path = request.path();
    if (path.endsWith("/SoftLayer_Account/getObject.json")) {
        QJsonObject account{{u"id"_s, 777},
                            {u"companyName"_s, u"Autre Société"_s},
                            {u"hardwareCount"_s, m_hardware.size()},
                            {u"virtualGuestCount"_s, m_guests.size()},
                            {u"networkVlanCount"_s, m_vlans.size()},
                            {u"subnetCount"_s, m_subnets.size()},
                            {u"sshKeyCount"_s, m_sshKeys.size()}};
        for (const OtherKind &kind : otherKinds())
            account.insert(kind.count, kind.rows.size());
        return ScriptedServer::json(compact(account));
    }
    if (path.endsWith("/SoftLayer_Account/getHardware.json"))
        return list(m_hardware, "hardware", request);
    if (path.endsWith("/SoftLayer_Account/getVirtualGuests.json"))
        return list(m_guests, "virtualGuests", request);
    if (path.endsWith("/SoftLayer_Account/getBandwidthAllotments.json"))
        return list(m_pools, "bandwidthAllotments", request);
    if (path.endsWith("/SoftLayer_Account/getNetworkVlans.json"))
        return list(m_vlans, "networkVlans", request);
    if (path.endsWith("/SoftLayer_Account/getSubnets.json"))
        return list(m_subnets, "subnets", request);
    if (path.endsWith("/SoftLayer_Account/getSshKeys.json"))
        return list(m_sshKeys, "sshKeys", request);
    for (const OtherKind &kind : otherKinds()) {
        const QString method = u"/SoftLayer_Account/get"_s + kind.relation.front().toUpper() +
                               kind.relation.sliced(1) + u".json"_s;
        if (path.endsWith(method.toUtf8()))
            return list(kind.rows, kind.relation.toUtf8(), request);
    }
    const QByteArray poolService = "/SoftLayer_Network_Bandwidth_Version1_Allotment/";
    if (const qsizetype at = path.indexOf(poolService); at >= 0)
        return answerOfPool(path.mid(at + poolService.size()), request);
    return error(404, "Unable to find object.", "SoftLayer_Exception_ObjectNotFound");
}

/// `path` is "900/getObject.json".
ScriptedServer::Answer OtherApi::answerOfPool(const QByteArray &path,
                                              const ScriptedServer::Request &request) const
{
    const QByteArray method = path.mid(path.indexOf('/') + 1).chopped(qsizetype(sizeof ".json") - 1);
    const qint64 id = path.left(path.indexOf('/')).toLongLong();
    for (const QJsonValue &pool : m_pools) {
        if (pool[u"id"_s].toInteger() != id)
            continue;
        if (method == "getObject")
            return ScriptedServer::json(compact(pool.toObject()));
        if (id == 900 && m_members.contains(QString::fromLatin1(method)))
            return list(m_members[QString::fromLatin1(method)].toArray(), "of pool", request);
    }
    return error(404, "Unable to find object.", "SoftLayer_Exception_ObjectNotFound");
}

ScriptedServer::Answer OtherApi::list(const QJsonArray &rows, const QByteArray &root,
                                      const ScriptedServer::Request &request)
{
    const QJsonObject filter =
        QJsonDocument::fromJson(request.query("objectFilter")).object()[QString::fromUtf8(root)].toObject();
    const QJsonObject operation = filter[u"id"_s].toObject();
    QJsonArray matching;
    for (const QJsonValue &row : rows) {
        bool isMatch = true;
        for (auto wanted = filter.begin(); wanted != filter.end(); ++wanted) {
            const QJsonValue number = wanted.value()[u"operation"_s];
            isMatch &= !number.isDouble() || number == row[wanted.key()];
        }
        if (isMatch)
            matching.append(row);
    }
    if (operation[u"operation"_s] == u"in"_s) {
        const QJsonArray wanted = operation[u"options"_s].toArray().at(0).toObject()[u"value"_s].toArray();
        matching = {};
        for (const QJsonValue &row : rows) {
            if (wanted.contains(row[u"id"_s]))
                matching.append(row);
        }
    }

    const QList<QByteArray> limit = request.query("resultLimit").split(',');
    const qsizetype offset = limit.size() == 2 ? limit[0].toLongLong() : 0;
    const qsizetype count = limit.size() == 2 ? limit[1].toLongLong() : matching.size();
    QJsonArray page;
    for (qsizetype i = offset; i < std::min(offset + count, matching.size()); ++i)
        page.append(matching.at(i));
    ScriptedServer::Answer answer = ScriptedServer::json(QJsonDocument(page).toJson(QJsonDocument::Compact));
    answer.headers.append({"SoftLayer-Total-Items", QByteArray::number(matching.size())});
    return answer;
}

} // namespace layerscope
