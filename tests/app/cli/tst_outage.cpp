// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/outageapi.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;
using Way = OutageApi::Way;

/// What the program's export makes of a server that fails midway. tests/bench/bench_outage.cpp measures the
/// same with the time limit that people have.
class TestOutage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithWhatArrivedAndSaysWhy_data();
    void endsWithWhatArrivedAndSaysWhy();
    void saysNothingButTheCauseWhenTheKeyIsTakenAway();
    void survivesAShortOutage_data();
    void survivesAShortOutage();
    void writesNothingWithoutAServer();

private:
    static constexpr int patience = 120'000; // ms; sanitizers are slow
    static constexpr int servers = 550;
    static constexpr int pools = 12;

    /// Exports the whole account into this folder.
    void exportAll(const OutageApi &api, const QString &folder);
    [[nodiscard]] static QByteArray contents(const QString &folder);

    QTemporaryDir m_home;
    QString m_timeout; ///< Of a call in seconds; empty: the program's own.
    int m_exitCode = -1;
    QByteArray m_errors;
};

void TestOutage::exportAll(const OutageApi &api, const QString &folder)
{
    QProcess process;
    QProcessEnvironment environment = api.environment();
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    if (!m_timeout.isEmpty())
        environment.insert(u"SL_TIMEOUT"_s, m_timeout);
    process.setProcessEnvironment(environment);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QString::fromUtf8(LAYERSCOPE_PROGRAM), {u"export"_s, u"all"_s, u"--output"_s, folder});
    QVERIFY(finished.wait(patience));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    m_exitCode = process.exitCode();
    m_errors = process.readAllStandardError();
}

/// All files, one after the other.
QByteArray TestOutage::contents(const QString &folder)
{
    QByteArray all;
    for (const QString &name : QDir(folder).entryList(QDir::Files, QDir::Name)) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read what was written");
        all += name.toUtf8() + '\n' + file.readAll();
    }
    return all;
}

void TestOutage::endsWithWhatArrivedAndSaysWhy_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<QByteArray>("cause");
    const auto row = [](const char *name, Way way, const char *cause) {
        QTest::newRow(name) << static_cast<int>(way) << QByteArray(cause);
    };
    row("503", Way::Unavailable, "503 Service Unavailable: ");
    row("Internal Error", Way::InternalError, "500 Internal Error (SoftLayer_Exception_Public): ");
    row("another error", Way::OtherError, "500 Internal Server Error (SoftLayer_Exception_Public): ");
    row("404", Way::NotFound, "404 Not Found (SoftLayer_Exception_ObjectNotFound): ");
    row("403", Way::Forbidden, "403 Forbidden (SoftLayer_Exception_AccessDenied): ");
    row("302", Way::Redirect, "302 Found: ");
    row("429", Way::TooManyRequests, "429 Too Many Requests: ");
    row("hangs", Way::Hangs, "timed out: ");
    row("refused", Way::Refused, "not reached, or the connection was lost: ");
    row("dropped", Way::Dropped, "not reached, or the connection was lost: ");
}

void TestOutage::endsWithWhatArrivedAndSaysWhy()
{
    QFETCH(int, way);
    QFETCH(QByteArray, cause);
    m_timeout = u"2"_s;
    OutageApi api(servers, pools, static_cast<Way>(way), 20);
    const QString folder = m_home.filePath(QString::fromUtf8(QTest::currentDataTag()));
    exportAll(api, folder);
    QCOMPARE(m_exitCode, 3);
    QVERIFY2(m_errors.contains("not complete"), m_errors.constData());
    QVERIFY2(m_errors.contains(QByteArray("layerscope: " + cause)), m_errors.constData());
    QCOMPARE_LE(api.calls(), 300);
    QVERIFY(!contents(folder).isEmpty());
}

/// Only sentences of our own: nothing of Qt's.
void TestOutage::saysNothingButTheCauseWhenTheKeyIsTakenAway()
{
    m_timeout.clear();
    OutageApi api(servers, pools, Way::Unauthorized, 20);
    exportAll(api, m_home.filePath(u"401"_s));
    QCOMPARE(m_exitCode, 3);
    QCOMPARE_LE(api.callsSinceSuccess(), 31);
    for (const QByteArray &line : m_errors.trimmed().split('\n'))
        QVERIFY2(line.startsWith("layerscope: "), m_errors.constData());
}

void TestOutage::survivesAShortOutage_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("503") << static_cast<int>(Way::Unavailable);
    QTest::newRow("429") << static_cast<int>(Way::TooManyRequests);
    QTest::newRow("dropped") << static_cast<int>(Way::Dropped);
}

/// More troubles in a row than make it doubt that the server lives: the file is that of a calm run.
void TestOutage::survivesAShortOutage()
{
    QFETCH(int, way);
    m_timeout.clear();
    OutageApi calm(servers, pools, Way::None, 0);
    const QString calmFolder = m_home.filePath(u"calm"_s);
    exportAll(calm, calmFolder);
    const int calmExit = m_exitCode;

    OutageApi api(servers, pools, static_cast<Way>(way), 20, 18);
    const QString folder = m_home.filePath(u"short "_s + QString::fromUtf8(QTest::currentDataTag()));
    exportAll(api, folder);
    QCOMPARE(m_exitCode, calmExit);
    QCOMPARE(contents(folder), contents(calmFolder));
}

void TestOutage::writesNothingWithoutAServer()
{
    m_timeout = u"2"_s;
    OutageApi api(servers, pools, Way::Unavailable, 0);
    const QString folder = m_home.filePath(u"nothing"_s);
    exportAll(api, folder);
    QCOMPARE(m_exitCode, 1);
    QVERIFY2(m_errors.contains("503 Service Unavailable: "), m_errors.constData());
    QVERIFY(!QFile::exists(folder));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestOutage)
#include "tst_outage.moc"
