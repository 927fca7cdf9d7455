// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/connectionpool.h"

#include "api/apirequest.h"

#include "support/testcertificate.h"
#include "support/testmain.h"

#include <QNetworkReply>
#include <QSet>
#include <QSslConfiguration>
#include <QTest>

#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What a call would use on the wire.
QSslConfiguration tlsOf(const QList<QSslCertificate> &companyCertificates)
{
    Connection connection;
    connection.restBase = QUrl(u"https://127.0.0.1:1/rest/v3.1/"_s); // nobody listens there
    connection.credentials = {Credentials::Scheme::Basic, u"user"_s, u"key"_s};
    connection.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    connection.companyCertificates = companyCertificates;
    ConnectionPool lanes(connection, "test", 1);
    ApiRequest request;
    request.service = "SoftLayer_Account";
    request.method = "getObject";
    const std::unique_ptr<QNetworkReply> reply(lanes.send(request).reply);
    return reply->request().sslConfiguration();
}

} // namespace

/// How requests look on the wire; what they say is in tst_apiclient, and real TLS in tst_tls.
class TestConnectionPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsTheCompanysBesideTheSystems();
    void leavesTheSystemsToQt();
};

void TestConnectionPool::acceptsTheCompanysBesideTheSystems()
{
    const QSslCertificate certificate{QByteArray(testCertificate)};
    const QSslConfiguration tls = tlsOf({certificate});
    const QList<QSslCertificate> accepted = tls.caCertificates();
    QVERIFY(accepted.contains(certificate));
    const QList<QSslCertificate> system = QSslConfiguration::systemCaCertificates();
    QVERIFY2(!system.isEmpty(), "the package ca-certificates is missing");
    for (const QSslCertificate &known : system)
        QVERIFY(accepted.contains(known));
    QCOMPARE(QSet<QSslCertificate>(accepted.cbegin(), accepted.cend()).size(), accepted.size());
    QCOMPARE(tls.peerVerifyMode(), QSslSocket::VerifyPeer);
    QCOMPARE(tls.protocol(), QSsl::TlsV1_2OrLater);
}

void TestConnectionPool::leavesTheSystemsToQt()
{
    const QSslConfiguration tls = tlsOf({});
    // As it comes from Qt: looked up when needed, instead of all read for each account.
    QCOMPARE(tls.caCertificates(), QSslConfiguration::defaultConfiguration().caCertificates());
    QCOMPARE(tls.peerVerifyMode(), QSslSocket::VerifyPeer);
    QCOMPARE(tls.protocol(), QSsl::TlsV1_2OrLater);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestConnectionPool)
#include "tst_connectionpool.moc"
