// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/allowlist.h"
#include "api/apirequest.h"
#include "inventory/kinds.h"
#include "support/kindtest.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

/// softlayer-kinds §2.35
class TestUsers : public KindTest
{
    Q_OBJECT

private Q_SLOTS:
    void oddRows_data();
    void oddRows();
    void keysAreCountedAndNoMore();
};

void TestUsers::oddRows_data()
{
    addQuirks();
    quirk("no second factor", R"({"externalBindingCount":0})", "two_factor_count", u"0"_s);
    quirk("second factors not told", R"({"externalBindingCount":null})", "two_factor_count", {});
    quirk("leaving", R"({"userStatus":{"id":1,"name":"CANCEL_PENDING"}})", "status", u"CANCEL_PENDING"_s);
    quirk("master", R"({"isMasterUserFlag":true,"parent":null})", "parent", {});
    quirk("flag as a number", R"({"sslVpnAllowedFlag":0})", "vpn", u"false"_s);
    quirk("may see all", R"({"hardwareCount":3,"hasFullHardwareAccessFlag":true})", "all_hardware",
          u"true"_s);
    quirk("two roles", R"({"roles":[{"id":1,"name":"Basic User"},{"id":2,"name":"Super User"}]})", "roles",
          u"Basic User;Super User"_s);
    quirk("of no IBM Cloud", R"({"iamId":null})", "iam_id", {});
}

void TestUsers::oddRows()
{
    compareQuirk(RowKind::User);
}

/// The mask of everything goes out, with nothing in it but how many there are.
void TestUsers::keysAreCountedAndNoMore()
{
    const Catalogue &catalogue = tableOf(RowKind::User).catalogue();
    ApiRequest request;
    request.service = "SoftLayer_Account";
    request.method = "getUsers";
    request.mask = catalogue.mask(RowKind::User, catalogue.groupsOfKind(RowKind::User));
    QVERIFY(!refusalOf(request));
    const QByteArray mask = request.mask.toText();
    QVERIFY(mask.contains("apiAuthenticationKeyCount") && mask.contains("externalBindingCount"));
    for (const char *secret :
         {"apiAuthenticationKeys", "externalBindings", "verificationCode", "securityAnswers",
          "forumPasswordHash", "officePhone", "address1", "ipAddressRestriction"})
        QVERIFY2(!mask.contains(secret), secret);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestUsers)
#include "tst_users.moc"
