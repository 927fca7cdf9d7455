// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/environmentproxy.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

using Variables = QList<std::pair<QString, QString>>;

/// What Python's requests 2.28 answers, tried with select_proxy(url, get_environ_proxies(url)).
class TestEnvironmentProxy : public QObject
{
    Q_OBJECT

private:
    static EnvironmentProxy proxyOf(const Variables &variables)
    {
        QProcessEnvironment environment;
        for (const auto &[name, value] : variables)
            environment.insert(name, value);
        return EnvironmentProxy(environment);
    }

private Q_SLOTS:
    void whichCounts_data()
    {
        QTest::addColumn<Variables>("variables");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("variable");
        const QString lower = u"https_proxy"_s;
        const QString upper = u"HTTPS_PROXY"_s;
        const QString all = u"all_proxy"_s;
        const QString upperAll = u"ALL_PROXY"_s;
        QTest::newRow("none") << Variables{} << QString() << QString();
        QTest::newRow("plain http only") << Variables{{u"http_proxy"_s, u"h"_s}} << QString() << QString();
        QTest::newRow("lower") << Variables{{lower, u"l"_s}} << u"l"_s << lower;
        QTest::newRow("upper") << Variables{{upper, u"u"_s}} << u"u"_s << upper;
        QTest::newRow("mixed") << Variables{{u"Https_Proxy"_s, u"m"_s}} << u"m"_s << u"Https_Proxy"_s;
        QTest::newRow("both") << Variables{{upper, u"u"_s}, {lower, u"l"_s}} << u"l"_s << lower;
        QTest::newRow("an empty one hides")
            << Variables{{upper, u"u"_s}, {lower, {}}} << QString() << QString();
        QTest::newRow("all") << Variables{{all, u"a"_s}} << u"a"_s << all;
        QTest::newRow("all, upper") << Variables{{upperAll, u"a"_s}} << u"a"_s << upperAll;
        QTest::newRow("all, both") << Variables{{upperAll, u"u"_s}, {all, u"l"_s}} << u"l"_s << all;
        QTest::newRow("the special before all")
            << Variables{{all, u"a"_s}, {upper, u"u"_s}} << u"u"_s << upper;
        QTest::newRow("hidden, but all")
            << Variables{{lower, {}}, {upper, u"u"_s}, {all, u"a"_s}} << u"a"_s << all;
    }

    void whichCounts()
    {
        QFETCH(const Variables, variables);
        const EnvironmentProxy proxy = proxyOf(variables);
        QTEST(proxy.address(), "address");
        QTEST(proxy.variable(), "variable");
        QCOMPARE(proxy.isSet(), !proxy.address().isEmpty());
    }

    void whoIsReachedWithout_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isBypassed");
        const QString api = u"https://api.softlayer.com/rest/v3.1/"_s;
        QTest::newRow("nobody") << QString() << api << false;
        QTest::newRow("everybody") << u"*"_s << api << true;
        QTest::newRow("the host") << u"localhost, api.softlayer.com"_s << api << true;
        QTest::newRow("another host") << u"localhost,api.example.com"_s << api << false;
        QTest::newRow("the domain") << u"softlayer.com"_s << api << true;
        QTest::newRow("the domain with a dot") << u".softlayer.com"_s << api << true;
        QTest::newRow("the host with a dot") << u".api.softlayer.com"_s << api << true;
        QTest::newRow("in capitals") << u"SoftLayer.COM"_s << u"https://API.softlayer.com/"_s << true;
        QTest::newRow("a beginning") << u"api"_s << api << false;
        QTest::newRow("empty entries") << u", ,"_s << api << false;
        QTest::newRow("another port") << u"softlayer.com:8443"_s << api << false;
        QTest::newRow("the port") << u"softlayer.com:8443"_s << u"https://api.softlayer.com:8443/"_s << true;
        QTest::newRow("address") << u"192.0.2.7"_s << u"https://192.0.2.7/"_s << true;
        QTest::newRow("end of an address") << u"2.7"_s << u"https://192.0.2.7/"_s << false;
        QTest::newRow("network") << u"10.0.0.0/8"_s << u"https://10.1.2.3/"_s << true;
        QTest::newRow("another network") << u"10.0.0.0/8"_s << u"https://11.1.2.3/"_s << false;
        QTest::newRow("no network") << u"10.0.0.0/x"_s << u"https://10.1.2.3/"_s << false;
    }

    void whoIsReachedWithout()
    {
        QFETCH(const QString, list);
        QFETCH(const QString, url);
        QFETCH(const bool, isBypassed);
        const auto isBypassedBy = [&](const Variables &variables) {
            return proxyOf(variables).isBypassedFor(QUrl(url));
        };
        QCOMPARE(isBypassedBy({{u"no_proxy"_s, list}}), isBypassed);
        QCOMPARE(isBypassedBy({{u"NO_PROXY"_s, list}}), isBypassed);
        QVERIFY(!isBypassedBy({{u"no_proxy"_s, u"other.example.com"_s}, {u"NO_PROXY"_s, list}}));
    }
};

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestEnvironmentProxy)
#include "tst_environmentproxy.moc"
