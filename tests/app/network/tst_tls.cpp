// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/companyca.h"
#include "app/loaders/demoload.h"
#include "support/testmain.h"
#include "tlsfront.h"

#include <QTemporaryDir>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The certificates that the server has, each at a port of its own.
enum class At { Right, OtherHost, Expired, NotYetValid, SelfSigned };

} // namespace

/// The whole way to an account behind a real TLS server, with right and with wrong certificates.
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void loadsWithTheCompanysCa_data();
    void loadsWithTheCompanysCa();
    void refuses_data();
    void refuses();
    void speaksNoPlainHttpToATlsPort();
    void refusesAServerWithoutTls();

private:
    static constexpr int servers = 150;
    [[nodiscard]] Connection connectionTo(const QUrl &restBase,
                                          const QList<QSslCertificate> &certificates) const;
    /// Of the CA file of a company: ours, or another's.
    [[nodiscard]] QList<QSslCertificate> certificatesOf(const TestCa &ca) const;

    QTemporaryDir m_folder;
    TestCa m_ours{m_folder.path(), u"ours"_s};
    TestCa m_theirs{m_folder.path(), u"theirs"_s};
    std::unique_ptr<DemoLoad> m_load;
    TlsFront m_front{m_folder.path()};
};

void TestTls::initTestCase()
{
    m_load = std::make_unique<DemoLoad>(servers);
    QVERIFY2(m_ours.create(), qPrintable(m_ours.problem()));
    QVERIFY2(m_theirs.create(), qPrintable(m_theirs.problem()));
    const QString loopback = u"IP:127.0.0.1,DNS:localhost"_s;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QList<TestCa::Identity> identities{
        m_ours.issue(u"right"_s, loopback, now.addDays(-1), now.addDays(30)),
        m_ours.issue(u"otherhost"_s, u"DNS:api.example.com"_s, now.addDays(-1), now.addDays(30)),
        m_ours.issue(u"expired"_s, loopback, now.addDays(-30), now.addDays(-1)),
        m_ours.issue(u"notyet"_s, loopback, now.addDays(1), now.addDays(30)),
        m_ours.selfSigned(u"selfsigned"_s, loopback)};
    for (const TestCa::Identity &identity : identities)
        QVERIFY2(!identity.certificate.isEmpty(), qPrintable(m_ours.problem()));
    QVERIFY2(m_front.start(m_load->server.restUrl(), identities), qPrintable(m_front.problem()));
}

void TestTls::init()
{
    m_load->server.log().clear();
}

Connection TestTls::connectionTo(const QUrl &restBase, const QList<QSslCertificate> &certificates) const
{
    return {restBase,
            {Credentials::Scheme::Basic, m_load->server.userName(), m_load->server.apiKey()},
            QNetworkProxy(QNetworkProxy::NoProxy),
            certificates};
}

QList<QSslCertificate> TestTls::certificatesOf(const TestCa &ca) const
{
    return companyCertificatesFrom(ca.file()).value_or(QList<QSslCertificate>{});
}

void TestTls::loadsWithTheCompanysCa_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("by address") << u"127.0.0.1"_s;
    QTest::newRow("by name") << u"localhost"_s;
}

void TestTls::loadsWithTheCompanysCa()
{
    QFETCH(const QString, host);
    m_load->connectWith(connectionTo(m_front.restBase(int(At::Right), host), certificatesOf(m_ours)));
    const LoadOutcome outcome = m_load->load();
    QVERIFY2(!outcome.fatal,
             outcome.fatal ? qPrintable(outcome.fatal->message + outcome.fatal->detail + m_front.problem())
                           : "");
    QVERIFY(outcome.isComplete());
    QCOMPARE(m_load->store->table().rowCount(), servers);
    QVERIFY(m_load->server.log().calls().size() > 0);
}

void TestTls::refuses_data()
{
    QTest::addColumn<int>("identity");
    QTest::addColumn<QString>("ca"); // whose file was chosen
    QTest::addColumn<QString>("words");
    const QString unknown = u"does not know the CA that signed the certificate of “127.0.0.1”"_s;
    QTest::newRow("no CA file") << int(At::Right) << QString() << unknown;
    QTest::newRow("another company's CA file") << int(At::Right) << u"theirs"_s << unknown;
    QTest::newRow("self-signed") << int(At::SelfSigned) << u"ours"_s << unknown;
    QTest::newRow("another host's") << int(At::OtherHost) << u"ours"_s << u"is not for “127.0.0.1”"_s;
    QTest::newRow("expired") << int(At::Expired) << u"ours"_s
                             << u"certificate of “127.0.0.1” has expired. Check this computer's clock"_s;
    QTest::newRow("not yet valid") << int(At::NotYetValid) << u"ours"_s
                                   << u"certificate of “127.0.0.1” is not valid yet"_s;
}

void TestTls::refuses()
{
    QFETCH(const int, identity);
    QFETCH(const QString, ca);
    QFETCH(const QString, words);
    QList<QSslCertificate> certificates;
    if (!ca.isEmpty()) {
        certificates = certificatesOf(ca == u"ours"_s ? m_ours : m_theirs);
        QCOMPARE(certificates.size(), 1);
    }
    m_load->connectWith(connectionTo(m_front.restBase(identity), certificates));
    const LoadOutcome outcome = m_load->load();
    QVERIFY(outcome.fatal);
    QCOMPARE(toString(outcome.fatal->kind), u"Tls"_s);
    QVERIFY2(outcome.fatal->message.contains(words), qPrintable(outcome.fatal->message));
    QVERIFY(!outcome.fatal->detail.isEmpty());
    QCOMPARE(outcome.fatal->attempts, 1);
    QCOMPARE(m_load->server.log().calls().size(), 0); // and nothing of ours was said
    QCOMPARE(m_load->store->table().rowCount(), 0);
}

void TestTls::speaksNoPlainHttpToATlsPort()
{
    // nginx says so by status 400 and a page.
    QUrl plain = m_front.restBase(int(At::Right));
    plain.setScheme(u"http"_s);
    m_load->connectWith(connectionTo(plain, certificatesOf(m_ours)));
    const LoadOutcome outcome = m_load->load();
    QVERIFY(outcome.fatal);
    QCOMPARE(toString(outcome.fatal->kind), u"BadResponse"_s);
    QVERIFY2(outcome.fatal->detail.contains(u"400 The plain HTTP request was sent to HTTPS port"_s),
             qPrintable(outcome.fatal->detail));
    QVERIFY(outcome.fatal->message.contains(u"endpoint"_s));
    QCOMPARE(m_load->server.log().calls().size(), 0);
}

void TestTls::refusesAServerWithoutTls()
{
    QUrl encrypted = m_load->server.restUrl();
    encrypted.setScheme(u"https"_s);
    m_load->connectWith(connectionTo(encrypted, certificatesOf(m_ours)));
    m_load->loader->setEndsWhenBlocked(true); // a window would wait
    const LoadOutcome outcome = m_load->load();
    QVERIFY(outcome.fatal);
    QVERIFY2(outcome.fatal->kind == ApiError::Kind::Tls || outcome.fatal->kind == ApiError::Kind::Offline,
             qPrintable(toString(outcome.fatal->kind)));
    QVERIFY2(outcome.fatal->message.contains(u"“127.0.0.1”"_s), qPrintable(outcome.fatal->message));
    QCOMPARE(m_load->server.log().calls().size(), 0);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestTls)
#include "tst_tls.moc"
