// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/allowlist.h"
#include "api/apirequest.h"

#include <QTest>

using namespace layerscope;

namespace {

ApiRequest request(const QByteArray &service, const QByteArray &method)
{
    ApiRequest request;
    request.service = service;
    request.method = method;
    return request;
}

} // namespace

class TestAllowList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsGettersOnly();
    void letsItsOwnPass();
    void refusesOthers_data();
    void refusesOthers();
    void refusesWhatIsNoId_data();
    void refusesWhatIsNoId();
    void refusesMasksThatNamePasswords_data();
    void refusesMasksThatNamePasswords();
};

void TestAllowList::holdsGettersOnly()
{
    QVERIFY(!allowedMethods().empty());
    for (const AllowedMethod &entry : allowedMethods()) {
        QVERIFY(entry.method.starts_with("get"));
        QVERIFY(entry.method.find("assword") == std::string_view::npos);
    }
}

void TestAllowList::letsItsOwnPass()
{
    for (const AllowedMethod &entry : allowedMethods()) {
        ApiRequest call = request(std::string(entry.service).c_str(), std::string(entry.method).c_str());
        QVERIFY(!refusalOf(call));
        call.objectId = QStringLiteral("1403101");
        QVERIFY(!refusalOf(call));
        call.objectId = QStringLiteral("5b0f7c1e-7b7e-4c5f-9d0e-2f6a1c3d4e5f");
        QVERIFY(!refusalOf(call));
    }
}

void TestAllowList::refusesOthers_data()
{
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<QByteArray>("method");
    const auto row = [](const char *service, const char *method) {
        QTest::addRow("%s::%s", service, method) << QByteArray(service) << QByteArray(method);
    };
    row("SoftLayer_Virtual_Guest", "deleteObject");
    row("SoftLayer_Virtual_Guest", "powerOff");
    row("SoftLayer_Virtual_Guest", "createObject");
    row("SoftLayer_Virtual_Guest", "getobject");
    row("softlayer_virtual_guest", "getObject");
    row("SoftLayer_Virtual_Guest", "");
    row("", "getObject");
    row("SoftLayer_Virtual_Guest", "getObject.json?x=");
    row("SoftLayer_Virtual_Guest/1/powerOff", "getObject");
    row("SoftLayer_Hardware_Server", "getRemoteManagementAccounts");
    row("SoftLayer_Account", "getSshKeys");
    row("SoftLayer_Metric_Tracking_Object", "getBandwidthImage");
    row("SoftLayer_Network_Bandwidth_Version1_Allotment", "requestVdrCancellation");
}

void TestAllowList::refusesOthers()
{
    QFETCH(const QByteArray, service);
    QFETCH(const QByteArray, method);
    QVERIFY(refusalOf(request(service, method)));
}

void TestAllowList::refusesWhatIsNoId_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"..", "1/powerOff", "1?x", "%2e%2e", "123 ", "getObject"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestAllowList::refusesWhatIsNoId()
{
    QFETCH(const QString, id);
    ApiRequest call = request("SoftLayer_Virtual_Guest", "getObject");
    call.objectId = id;
    QVERIFY(refusalOf(call));
}

void TestAllowList::refusesMasksThatNamePasswords_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("passwords") << QByteArray("operatingSystem.passwords.username");
    QTest::newRow("password") << QByteArray("softwareComponents.passwords.password");
    QTest::newRow("remote management") << QByteArray("remoteManagementAccounts");
}

void TestAllowList::refusesMasksThatNamePasswords()
{
    QFETCH(const QByteArray, path);
    ApiRequest call = request("SoftLayer_Hardware_Server", "getObject");
    call.mask = {"id", "operatingSystem.softwareLicense.softwareDescription.name"};
    QVERIFY(!refusalOf(call));
    call.mask.add(path);
    QVERIFY(refusalOf(call));
}

QTEST_APPLESS_MAIN(TestAllowList)
#include "tst_allowlist.moc"
