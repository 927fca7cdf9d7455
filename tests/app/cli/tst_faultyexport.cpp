// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/loaders/passingfaults.h"
#include "demo/simulatedserver.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// The program's own export of an account in which nearly a third of all answers are wrong in one way or
/// another: its files are those of a calm day, byte for byte.
class TestFaultyExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { LAYERSCOPE_PARTS(); }
    void filesAreTheSame_data();
    void filesAreTheSame();

private:
    using Files = QMap<QString, QByteArray>;

    static constexpr int patience = 240'000; // ms; sanitizers are slow, and 429 may ask for pauses
    static constexpr int servers = 151;
    static constexpr int perMille = 300;

    /// Exports the whole account into a folder and returns what is in it.
    void exportAll(const FaultPlan &plan, const QString &name);

    QTemporaryDir m_home;
    Files m_calm;
    Files m_files;
    int m_calmExit = -1;
    int m_exit = -1;
    QByteArray m_errors;
    qsizetype m_struck = 0;
};

void TestFaultyExport::exportAll(const FaultPlan &plan, const QString &name)
{
    FaultPlan unlimited = plan;
    unlimited.callsPerSecond = 0;
    SimulatedServer server(servers, LatencyModel(), unlimited);
    QVERIFY(server.start());
    QProcess process;
    QProcessEnvironment environment;
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"SL_USERNAME"_s, server.userName());
    environment.insert(u"SL_API_KEY"_s, server.apiKey());
    environment.insert(u"SL_ENDPOINT_URL"_s, server.restUrl().toString());
    process.setProcessEnvironment(environment);
    const QString folder = m_home.filePath(name);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QString::fromUtf8(LAYERSCOPE_PROGRAM),
                  {u"export"_s, u"all"_s, u"--columns"_s, u"all"_s, u"--output"_s, folder});
    QVERIFY(finished.wait(patience));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    m_exit = process.exitCode();
    m_errors = process.readAllStandardError();
    m_files.clear();
    for (const QString &file : QDir(folder).entryList(QDir::Files)) {
        QFile written(folder + u'/' + file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        m_files.insert(file, written.readAll());
    }
    const QList<LoggedCall> calls = server.log().calls();
    m_struck =
        std::count_if(calls.cbegin(), calls.cend(), [](const LoggedCall &call) { return call.isStruck; });
}

void TestFaultyExport::initTestCase()
{
    exportAll({}, u"calm"_s);
    m_calm = m_files;
    m_calmExit = m_exit;
    QVERIFY2(m_calm.size() >= 3, m_errors.constData()); // servers, pools, members
    for (const QByteArray &file : std::as_const(m_calm))
        QVERIFY(file.count('\n') > 1);
}

void TestFaultyExport::filesAreTheSame_data()
{
    QTest::addColumn<Fault>("fault");
    for (const PassingFault &passing : passingFaults()) {
        Fault one = passing.fault;
        one.scope.perMille = perMille;
        one.scope.seed = 11;
        QTest::newRow(passing.name) << one;
    }
}

void TestFaultyExport::filesAreTheSame()
{
    QFETCH(const Fault, fault);
    FaultPlan plan;
    plan.faults.append(fault);
    exportAll(plan, QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(m_struck > 0);
    QVERIFY2(m_exit == m_calmExit, m_errors.constData());
    QCOMPARE(m_files.keys(), m_calm.keys());
    for (auto file = m_calm.cbegin(); file != m_calm.cend(); ++file)
        QVERIFY2(m_files.value(file.key()) == *file, qPrintable(file.key()));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestFaultyExport)
#include "tst_faultyexport.moc"
