// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// A class that ctest runs in parts: see layerscope_tests in tests/CMakeLists.txt.
class TestParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowRunsOnce_data();
    void everyRowRunsOnce();
    void leavesTheRestToQtTest();
    void refusesWhatIsNoPart_data();
    void refusesWhatIsNoPart();
    void refusesAClassThatIsWhole();

private:
    static constexpr int patience = 60'000; // ms; sanitizers are slow

    struct Run
    {
        int exitCode = -1;
        QStringList passed; ///< "many(row 1)", without what comes before and after all rows.
        int skipped = 0;
        QByteArray errors;
    };
    /// This program again, with another test.
    static Run run(const QStringList &arguments);
};

TestParts::Run TestParts::run(const QStringList &arguments)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), arguments);
    Run run;
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return run;
    run.exitCode = process.exitCode();
    run.errors = process.readAllStandardError();
    static const QRegularExpression result(u"^(PASS|SKIP)\\s*: \\w+::(\\w+\\(.*?\\))"_s);
    for (const QString &line : QString::fromUtf8(process.readAllStandardOutput()).split(u'\n')) {
        const QRegularExpressionMatch found = result.match(line);
        if (!found.hasMatch() || found.captured(2).contains("TestCase("_L1))
            continue;
        if (found.captured(1) == "PASS"_L1)
            run.passed.append(found.captured(2));
        else
            ++run.skipped;
    }
    return run;
}

void TestParts::everyRowRunsOnce_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 3, 5, 11, 20}) // of 11 rows
        QTest::addRow("%d", count) << count;
}

void TestParts::everyRowRunsOnce()
{
    QFETCH(const int, count);
    const Run whole = run({u"tst_partsample"_s});
    QCOMPARE(whole.exitCode, 0);
    QCOMPARE(whole.skipped, 0);
    QStringList expected = whole.passed;
    QCOMPARE(expected.size(), 11);
    expected.sort();

    QStringList rows;
    for (int part = 1; part <= count; ++part) {
        const Run some = run({u"tst_partsample"_s, u"-part"_s, u"%1/%2"_s.arg(part).arg(count)});
        QCOMPARE(some.exitCode, 0);
        QCOMPARE(some.passed.size() + some.skipped, expected.size());
        QVERIFY(some.passed.size() <= expected.size() / count + 1); // they are alike in size
        rows += some.passed;
    }
    rows.sort();
    QCOMPARE(rows, expected);
}

void TestParts::leavesTheRestToQtTest()
{
    const Run some = run({u"tst_partsample"_s, u"-part"_s, u"2/2"_s, u"many"_s});
    QCOMPARE(some.exitCode, 0);
    QCOMPARE(some.passed, (QStringList{u"many(row 2)"_s, u"many(row 4)"_s, u"many(row 6)"_s}));
    QCOMPARE(some.skipped, 4);
}

void TestParts::refusesWhatIsNoPart_data()
{
    QTest::addColumn<QStringList>("part");
    QTest::newRow("none") << QStringList{};
    for (const char *part : {"", "2", "0/3", "4/3", "-1/3", "1/0", "a/b", "2/3x", "2 of 3"})
        QTest::addRow("\"%s\"", part) << QStringList{QString::fromLatin1(part)};
}

void TestParts::refusesWhatIsNoPart()
{
    QFETCH(const QStringList, part);
    const Run refused = run(QStringList{u"tst_partsample"_s, u"-part"_s} + part);
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.errors.contains("usage"), refused.errors.constData());
    QVERIFY(refused.passed.isEmpty());
}

/// Else each of its parts would run all of it.
void TestParts::refusesAClassThatIsWhole()
{
    const Run refused = run({u"tst_parts"_s, u"-part"_s, u"1/2"_s, u"leavesTheRestToQtTest"_s});
    QCOMPARE(refused.passed, QStringList{u"leavesTheRestToQtTest()"_s});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.errors.contains("LAYERSCOPE_PARTS"), refused.errors.constData());
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestParts)
#include "tst_parts.moc"
