// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/otherapi.h"

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
           "bare_metal,11,ora1.corp.test,ACTIVE,par01,203.0.113.11,28,768,OracleLinux 8.9,"
           "\"alpha, \"\"first\"\";zeta\",1999.5,0.5,complete\r\n"
           "bare_metal,12,ora2.corp.test,SPARE_POOL,par01,,28,768,,,,,complete\r\n"
           "virtual,500,vm9.corp.test,ACTIVE,osa21,,1,1,,夜間,,,complete\r\n"
           "virtual,11,vm10.corp.test,RUNNING,osa21,203.0.113.110,2,1.5,,,0,0,complete\r\n";
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
        return ScriptedServer::json(compact({{u"id"_s, 777},
                                             {u"companyName"_s, u"Autre Société"_s},
                                             {u"hardwareCount"_s, m_hardware.size()},
                                             {u"virtualGuestCount"_s, m_guests.size()}}));
    }
    if (path.endsWith("/SoftLayer_Account/getHardware.json"))
        return list(m_hardware, "hardware", request);
    if (path.endsWith("/SoftLayer_Account/getVirtualGuests.json"))
        return list(m_guests, "virtualGuests", request);
    return error(404, "Unable to find object.", "SoftLayer_Exception_ObjectNotFound");
}

ScriptedServer::Answer OtherApi::list(const QJsonArray &rows, const QByteArray &root,
                                      const ScriptedServer::Request &request)
{
    const QJsonObject operation = QJsonDocument::fromJson(request.query("objectFilter"))
                                      .object()[QString::fromUtf8(root)]
                                      .toObject()[u"id"_s]
                                      .toObject();
    QJsonArray matching = rows;
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
