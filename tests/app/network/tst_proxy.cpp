// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/companyca.h"
#include "app/loaders/demoload.h"
#include "httpproxy.h"
#include "support/testmain.h"
#include "tlsfront.h"

#include <QTemporaryDir>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString user = u"anna"_s;
const QString password = u"correct-horse"_s;

/// A name of this machine's loopback that is not known as one, for a proxy would never be asked for loopback.
const QString throughProxy = u"0.0.0.0"_s;

/// Everything that people, files and scripts may get to see of an error.
QString everyWordOf(const ApiError &error)
{
    return error.message + u'\n' + error.detail + u'\n' + error.code + u'\n' + error.jsonPath;
}

} // namespace

/// The whole way to an account through a real HTTP proxy, and a proxy's every trouble.
class TestProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void loadsThrough_data();
    void loadsThrough();
    void neverSendsLoopbackThrough_data();
    void neverSendsLoopbackThrough();
    void asksForAUser();
    void knowsAnotherPassword();
    void isToldToForbid();
    void doesNotRun();
    void isNotFound();
    void doesNotReachTheHost();
    void leavesTheCertificateToUs();

private:
    static constexpr int servers = 150;
    [[nodiscard]] Connection connectionThrough(const QNetworkProxy &proxy) const;

    QTemporaryDir m_folder;
    TestCa m_ca{m_folder.path(), u"ours"_s};
    std::unique_ptr<DemoLoad> m_load;
    TlsFront m_front{m_folder.path()};
};

void TestProxy::initTestCase()
{
    m_load = std::make_unique<DemoLoad>(servers);
    QVERIFY2(m_ca.create(), qPrintable(m_ca.problem()));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const TestCa::Identity identity =
        m_ca.issue(u"right"_s, u"IP:127.0.0.1,IP:"_s + throughProxy, now.addDays(-1), now.addDays(30));
    QVERIFY2(!identity.certificate.isEmpty(), qPrintable(m_ca.problem()));
    QVERIFY2(m_front.start(m_load->server.restUrl(), {identity}), qPrintable(m_front.problem()));
}

void TestProxy::init()
{
    m_load->server.log().clear();
}

Connection TestProxy::connectionThrough(const QNetworkProxy &proxy) const
{
    return {m_front.restBase(0, throughProxy),
            {Credentials::Scheme::Basic, m_load->server.userName(), m_load->server.apiKey()},
            proxy,
            companyCertificatesFrom(m_ca.file()).value_or(QList<QSslCertificate>{})};
}

void TestProxy::loadsThrough_data()
{
    QTest::addColumn<bool>("withUser");
    QTest::newRow("open to everybody") << false;
    QTest::newRow("with a user") << true;
}

void TestProxy::loadsThrough()
{
    QFETCH(const bool, withUser);
    HttpProxy proxy(m_folder.path());
    QVERIFY2(proxy.start(withUser ? HttpProxy::Settings{user, password} : HttpProxy::Settings{}),
             qPrintable(proxy.problem()));
    m_load->connectWith(connectionThrough(withUser ? proxy.proxy(user, password) : proxy.proxy()));
    const LoadOutcome outcome = m_load->load();
    QVERIFY2(!outcome.fatal, outcome.fatal ? qPrintable(everyWordOf(*outcome.fatal) + proxy.problem()) : "");
    QVERIFY(outcome.isComplete());
    QCOMPARE(m_load->store->table().rowCount(), servers);
    const QByteArray way = "CONNECT " + throughProxy.toLatin1() + ':' + QByteArray::number(m_front.port(0));
    QTRY_VERIFY2(proxy.log().contains(way), proxy.log().constData()); // and not past it
}

void TestProxy::neverSendsLoopbackThrough_data()
{
    QTest::addColumn<QUrl>("restBase");
    // The one that would show the key to the proxy, and the other, where the proxy's loopback is not ours.
    QTest::newRow("plain") << m_load->server.restUrl();
    QTest::newRow("encrypted") << m_front.restBase(0);
}

void TestProxy::neverSendsLoopbackThrough()
{
    QFETCH(const QUrl, restBase);
    HttpProxy proxy(m_folder.path());
    QVERIFY2(proxy.start({}), qPrintable(proxy.problem()));
    Connection connection = connectionThrough(proxy.proxy());
    connection.restBase = restBase;
    m_load->connectWith(connection);
    const LoadOutcome outcome = m_load->load();
    QVERIFY(!outcome.fatal);
    QCOMPARE(m_load->store->table().rowCount(), servers);

    proxy.stop(); // so that its log is complete
    const QByteArray log = proxy.log();
    QVERIFY2(!log.contains(QByteArray::number(restBase.port())), log.constData());
    m_load->connectWith(connection);
    QVERIFY(!m_load->load().fatal);
}

void TestProxy::asksForAUser()
{
    HttpProxy proxy(m_folder.path());
    QVERIFY2(proxy.start({user, password}), qPrintable(proxy.problem()));
    m_load->connectWith(connectionThrough(proxy.proxy()));
    const LoadOutcome outcome = m_load->load();
    QVERIFY(outcome.fatal);
    QCOMPARE(toString(outcome.fatal->kind), u"Proxy"_s);
    QVERIFY2(outcome.fatal->message.contains(u"“%1” asks for a user name"_s.arg(proxy.name())),
             qPrintable(outcome.fatal->message));
    QCOMPARE(outcome.fatal->attempts, 1);
    QCOMPARE(m_load->server.log().calls().size(), 0);
}

void TestProxy::knowsAnotherPassword()
{
    // tinyproxy says that by a 401 of its own, which Qt does not understand; others ask again, see
    // tst_replyclassifier.
    HttpProxy proxy(m_folder.path());
    QVERIFY2(proxy.start({user, password}), qPrintable(proxy.problem()));
    const QString wrong = u"battery-staple"_s;
    m_load->connectWith(connectionThrough(proxy.proxy(user, wrong)));
    const LoadOutcome outcome = m_load->load();
    QVERIFY(outcome.fatal);
    QCOMPARE(toString(outcome.fatal->kind), u"Proxy"_s);
    QVERIFY2(outcome.fatal->message.contains(u"“%1”"_s.arg(proxy.name())),
             qPrintable(outcome.fatal->message));
    QVERIFY2(outcome.fatal->message.contains(u"the user name and the password of the proxy"_s),
             qPrintable(outcome.fatal->message));
    QVERIFY(!everyWordOf(*outcome.fatal).contains(wrong));
    QVERIFY(!everyWordOf(*outcome.fatal).contains(user));
    QCOMPARE(outcome.fatal->attempts, 1); // a wrong one again and again may lock somebody out
    QCOMPARE(m_load->server.log().calls().size(), 0);
}

void TestProxy::isToldToForbid()
{
    HttpProxy proxy(m_folder.path());
    const quint16 other = m_front.port(0) == 443 ? 8443 : 443;
    QVERIFY2(proxy.start({{}, {}, {other}}), qPrintable(proxy.problem()));
    m_load->connectWith(connectionThrough(proxy.proxy()));
    const LoadOutcome outcome = m_load->load();
    QVERIFY(outcome.fatal);
    QCOMPARE(toString(outcome.fatal->kind), u"Proxy"_s);
    QVERIFY2(outcome.fatal->message.contains(
                 u"“%1” does not allow connections to “%2”"_s.arg(proxy.name(), throughProxy)),
             qPrintable(outcome.fatal->message));
    QCOMPARE(m_load->server.log().calls().size(), 0);
}

void TestProxy::doesNotRun()
{
    HttpProxy proxy(m_folder.path());
    QVERIFY2(proxy.start({}), qPrintable(proxy.problem()));
    proxy.stop();
    m_load->connectWith(connectionThrough(proxy.proxy()));
    const LoadOutcome outcome = m_load->load();
    QVERIFY(outcome.fatal);
    QCOMPARE(toString(outcome.fatal->kind), u"Proxy"_s);
    QVERIFY2(outcome.fatal->message.contains(u"“%1” refused the connection"_s.arg(proxy.name())),
             qPrintable(outcome.fatal->message));
}

void TestProxy::isNotFound()
{
    m_load->connectWith(
        connectionThrough(QNetworkProxy(QNetworkProxy::HttpProxy, u"layerscope-proxy.invalid"_s, 3128)));
    const LoadOutcome outcome = m_load->load();
    QVERIFY(outcome.fatal);
    QCOMPARE(toString(outcome.fatal->kind), u"Proxy"_s);
    QVERIFY2(outcome.fatal->message.contains(u"“layerscope-proxy.invalid:3128” was not found"_s),
             qPrintable(outcome.fatal->message));
}

void TestProxy::doesNotReachTheHost()
{
    HttpProxy proxy(m_folder.path());
    QVERIFY2(proxy.start({}), qPrintable(proxy.problem()));
    Connection connection = connectionThrough(proxy.proxy());
    connection.restBase = QUrl(u"https://layerscope-test.invalid/rest/v3.1/"_s);
    m_load->connectWith(connection);
    const LoadOutcome outcome = m_load->load();
    QVERIFY(outcome.fatal);
    QCOMPARE(toString(outcome.fatal->kind), u"Proxy"_s); // all that tinyproxy says is 500
    QVERIFY2(outcome.fatal->message.contains(
                 u"“%1” did not connect to “layerscope-test.invalid”"_s.arg(proxy.name())),
             qPrintable(outcome.fatal->message));
}

void TestProxy::leavesTheCertificateToUs()
{
    HttpProxy proxy(m_folder.path());
    QVERIFY2(proxy.start({}), qPrintable(proxy.problem()));
    Connection connection = connectionThrough(proxy.proxy());
    connection.companyCertificates.clear();
    m_load->connectWith(connection);
    const LoadOutcome outcome = m_load->load();
    QVERIFY(outcome.fatal);
    QCOMPARE(toString(outcome.fatal->kind), u"Tls"_s);
    QVERIFY2(outcome.fatal->message.contains(u"does not know the CA"_s), qPrintable(outcome.fatal->message));
    QCOMPARE(m_load->server.log().calls().size(), 0);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestProxy)
#include "tst_proxy.moc"
