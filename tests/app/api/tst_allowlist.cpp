// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/allowlist.h"
#include "api/apirequest.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

namespace {

ApiRequest callTo(const QByteArray &service, const QByteArray &method)
{
    ApiRequest request;
    request.service = service;
    request.method = method;
    return request;
}

ApiRequest masked(const QByteArray &method, const QByteArray &paths)
{
    ApiRequest call = callTo("SoftLayer_Hardware_Server", method);
    call.mask.addAll(paths);
    return call;
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
    void refusesMasksThatNameSecrets_data();
    void refusesMasksThatNameSecrets();
    void countsOfSecretsAreNone();
    void refusesMasksThatBringSecretsUnnamed_data();
    void refusesMasksThatBringSecretsUnnamed();
};

void TestAllowList::holdsGettersOnly()
{
    QVERIFY(!allowedMethods().empty());
    for (const AllowedMethod &entry : allowedMethods()) {
        QVERIFY(entry.method.starts_with("get"));
        for (const char *secret : {"assword", "RemoteManagementAccount", "UserData", "AuthenticationKey"})
            QVERIFY(entry.method.find(secret) == std::string_view::npos);
    }
}

void TestAllowList::letsItsOwnPass()
{
    for (const AllowedMethod &entry : allowedMethods()) {
        ApiRequest call = callTo(std::string(entry.service).c_str(), std::string(entry.method).c_str());
        call.mask.add("id");
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
    row("SoftLayer_Security_Ssh_Key", "getSoftwarePasswords");
    row("SoftLayer_Metric_Tracking_Object", "getBandwidthImage");
    row("SoftLayer_Network_Bandwidth_Version1_Allotment", "requestVdrCancellation");
    row("SoftLayer_Network_Vlan", "getIpAddressUsage");
    row("SoftLayer_Network_Vlan", "getNetworkVlanFirewall");
    row("SoftLayer_Network_Subnet", "getIpAddresses");
    row("SoftLayer_Network_Vlan_Firewall", "getObject");
}

void TestAllowList::refusesOthers()
{
    QFETCH(const QByteArray, service);
    QFETCH(const QByteArray, method);
    QVERIFY(refusalOf(callTo(service, method)));
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
    ApiRequest call = callTo("SoftLayer_Virtual_Guest", "getObject");
    call.objectId = id;
    QVERIFY(refusalOf(call));
}

void TestAllowList::refusesMasksThatNameSecrets_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("passwords") << QByteArray("operatingSystem.passwords.username");
    QTest::newRow("password") << QByteArray("softwareComponents.passwords.password");
    QTest::newRow("remote management") << QByteArray("remoteManagementAccounts");
    QTest::newRow("user data") << QByteArray("userData.value");
    QTest::newRow("user data, whole") << QByteArray("userData");
    QTest::newRow("licence") << QByteArray("operatingSystem.manufacturerLicenseInstance");
    QTest::newRow("activation") << QByteArray("softwareComponents.manufacturerActivationCode");
    QTest::newRow("firewall") << QByteArray("networkVlanFirewall.managementCredentials.username");
    QTest::newRow("API key") << QByteArray("apiAuthenticationKeys.authenticationKey");
    QTest::newRow("API keys, counted, and one")
        << QByteArray("apiAuthenticationKeyCount,apiAuthenticationKeys.id");
    QTest::newRow("token") << QByteArray("authenticationToken.hash");
    QTest::newRow("second factor") << QByteArray("externalBindings.id");
    QTest::newRow("answers") << QByteArray("securityAnswers.answer");
    QTest::newRow("code") << QByteArray("verificationCode");
    QTest::newRow("volume") << QByteArray("credentials.username");
    QTest::newRow("host of a volume") << QByteArray("allowedHardware.allowedHost.credential.id");
    QTest::newRow("volume's account") << QByteArray("webccAccount.id");
    QTest::newRow("volume's history") << QByteArray("volumeHistory.id");
    QTest::newRow("storage system") << QByteArray("serviceResource.apiUsername");
    QTest::newRow("certificate") << QByteArray("privateKey");
    QTest::newRow("quote") << QByteArray("quoteKey");
    QTest::newRow("gateway") << QByteArray("members.licenses.licenseKey");
}

/// They tell who has a second factor, and what it is not.
void TestAllowList::countsOfSecretsAreNone()
{
    QVERIFY(!refusalOf(
        masked("getObject", "id,apiAuthenticationKeyCount,externalBindingCount,softwarePasswordCount")));
}

void TestAllowList::refusesMasksThatNameSecrets()
{
    QFETCH(const QByteArray, path);
    ApiRequest call = masked("getObject", "id,operatingSystem.id,"
                                          "operatingSystem.softwareLicense.softwareDescription.name");
    QVERIFY(!refusalOf(call));
    call.mask.add(path);
    QVERIFY(refusalOf(call));
}

void TestAllowList::refusesMasksThatBringSecretsUnnamed_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("paths");
    QTest::addColumn<bool>("isRefused");
    const auto row = [](const char *name, const char *method, const char *paths, bool isRefused) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(paths) << isRefused;
    };
    row("no mask", "getOperatingSystem", "", true);
    row("relations alone", "getSoftwareComponents", "softwareLicense.id", true);
    row("id alone", "getOperatingSystem", "id", false);
    row("id and relations", "getSoftwareComponents", "id,softwareLicense.id", false);
    row("whole relation", "getObject", "id,operatingSystem", true);
    row("whole relation in front", "getObject", "softwareComponents,id", true);
    row("relation's relations alone", "getObject", "id,operatingSystem.softwareLicense.id", true);
    row("relation by its id", "getObject", "id,operatingSystem.id,notes", false);
    row("another property", "getObject", "id,operatingSystemReferenceCode", false);
    row("flag of a description", "getSoftwareComponents",
        "id,softwareLicense.softwareDescription.name,softwareLicense.softwareDescription.operatingSystem",
        false);
    row("flag, then a whole relation", "getObject",
        "id,softwareComponents.id,softwareComponents.softwareLicense.softwareDescription.operatingSystem,"
        "softwareComponents.softwareLicense.id,operatingSystem",
        true);
    row("whole relation of another", "getObject", "id,hardware.id,hardware.operatingSystem", true);
}

void TestAllowList::refusesMasksThatBringSecretsUnnamed()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, paths);
    QFETCH(const bool, isRefused);
    QCOMPARE(refusalOf(masked(method, paths)).has_value(), isRefused);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestAllowList)
#include "tst_allowlist.moc"
