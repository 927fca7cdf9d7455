// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/companyca.h"

#include "support/testcertificate.h"
#include "support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Another certificate that nobody uses, and the key of testCertificate; they guard nothing.
constexpr char second[] = "-----BEGIN CERTIFICATE-----\n"
                          "MIIBlTCCATugAwIBAgIUGWCbTeiJYIv3/KjDn0LvqbPDpR4wCgYIKoZIzj0EAwIw\n"
                          "HzEdMBsGA1UEAwwUTGF5ZXJzY29wZSB0ZXN0IENBIDIwIBcNMjYxMTI2MDA0NjAw\n"
                          "WhgPMjEyNjExMDIwMDQ2MDBaMB8xHTAbBgNVBAMMFExheWVyc2NvcGUgdGVzdCBD\n"
                          "QSAyMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEHevka9w7BKpMl7PSEKtPWgKx\n"
                          "q16XOsggFHjPr1d1eHhhGUdRdvPrTxPOYoC+mxUGV58dp/VUKj+Dlod13/ug9qNT\n"
                          "MFEwHQYDVR0OBBYEFKZwhD06NnOb0i+4mM8XaSIUJBKjMB8GA1UdIwQYMBaAFKZw\n"
                          "hD06NnOb0i+4mM8XaSIUJBKjMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwID\n"
                          "SAAwRQIgF817HT7s21FVLO/sLy4RjOrO6ydA/Tay6xZPPITy3pcCIQCXCOJOROyp\n"
                          "OexmzpB85T+ABjelHdlBpzU5YDtP0nMABg==\n"
                          "-----END CERTIFICATE-----\n";
constexpr char privateKey[] = "-----BEGIN PRIVATE KEY-----\n"
                              "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgTsaHfPVTW5iSv3Zp\n"
                              "3H6iEeix9b6Lh02WhYdqZYJxvluhRANCAATwzKD5FGNghSprbHZ7rN/1IZS6AtjP\n"
                              "JWacP0G0mEniK4N/7mauQZxui9j2qECVRAqa655uUuvuojmgrlaRCUy1\n"
                              "-----END PRIVATE KEY-----\n";

} // namespace

class TestCompanyCa : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void refusesWhatIsNotThere();

private:
    [[nodiscard]] QString written(const QByteArray &content);

    QTemporaryDir m_folder;
};

QString TestCompanyCa::written(const QByteArray &content)
{
    QFile file(m_folder.filePath(u"ca.pem"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no place for a file");
    return file.fileName();
}

void TestCompanyCa::reads_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("names");
    const QString one = u"Layerscope test CA 1"_s;
    const QString two = u"Layerscope test CA 2"_s;
    QTest::newRow("PEM") << QByteArray(testCertificate) << QStringList{one};
    QTest::newRow("PEM with several") << QByteArray(testCertificate) + second << QStringList{one, two};
    QTest::newRow("prose between them")
        << "# Our CA\n" + QByteArray(testCertificate) + "\n# and its heir\n" + second
        << QStringList{one, two};
    QTest::newRow("lines end as on Windows")
        << QByteArray(testCertificate).replace('\n', "\r\n") << QStringList{one};
    QTest::newRow("DER") << QSslCertificate(QByteArray(testCertificate), QSsl::Pem).toDer()
                         << QStringList{one};
    QTest::newRow("a key beside it") << QByteArray(privateKey) + testCertificate << QStringList{one};
}

void TestCompanyCa::reads()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QStringList, names);
    const auto certificates = companyCertificatesFrom(written(content));
    QVERIFY(certificates);
    QStringList found;
    for (const QSslCertificate &certificate : *certificates)
        found += certificate.subjectInfo(QSslCertificate::CommonName);
    QCOMPARE(found, names);
}

void TestCompanyCa::refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a private key") << QByteArray(privateKey);
    QTest::newRow("prose") << QByteArray("certificate: see intranet\n");
    QTest::newRow("a page") << QByteArray("<html><title>Log in to download ca.pem</title></html>");
    QTest::newRow("half a certificate") << QByteArray(testCertificate).left(200);
    QTest::newRow("binary") << QByteArray(300, '\x30');
    QTest::newRow("nonsense between the lines")
        << QByteArray("-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n");
}

void TestCompanyCa::refuses()
{
    QFETCH(const QByteArray, content);
    const QString file = written(content);
    const auto certificates = companyCertificatesFrom(file);
    QVERIFY(!certificates);
    const ApiError &error = certificates.error();
    QVERIFY(error.kind == ApiError::Kind::Storage);
    QVERIFY(error.message.contains(file));
    QVERIFY(error.message.contains(u"holds no certificate"_s));
    // A file that was chosen by mistake may hold a key.
    QVERIFY(!QString(error.message + error.detail)
                 .contains(QString::fromLatin1(privateKey).section(u'\n', 1, 1)));
}

void TestCompanyCa::refusesWhatIsNotThere()
{
    const QTemporaryDir empty;
    for (const auto &[file, words] : {std::pair(m_folder.filePath(u"none.pem"_s), u"could not be read"_s),
                                      std::pair(empty.path(), u"holds no certificate"_s)}) {
        const auto certificates = companyCertificatesFrom(file);
        QVERIFY(!certificates);
        QVERIFY(certificates.error().kind == ApiError::Kind::Storage);
        QVERIFY(certificates.error().message.contains(file));
        QVERIFY(certificates.error().message.contains(words));
    }
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestCompanyCa)
#include "tst_companyca.moc"
