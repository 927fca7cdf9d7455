// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progressprinter.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestProgressPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bars_data()
    {
        QTest::addColumn<qint64>("expected");
        QTest::addColumn<qint64>("settled");
        QTest::addColumn<QString>("bar");
        QTest::newRow("start") << qint64(2500) << qint64(0)
                               << u"[------------------------] 0 of 2500 servers"_s;
        QTest::newRow("half") << qint64(2500) << qint64(1250)
                              << u"[############------------] 1250 of 2500 servers"_s;
        QTest::newRow("end") << qint64(2500) << qint64(2500)
                             << u"[########################] 2500 of 2500 servers"_s;
        QTest::newRow("more than announced")
            << qint64(10) << qint64(12) << u"[########################] 12 of 10 servers"_s;
        QTest::newRow("empty account")
            << qint64(0) << qint64(0) << u"[------------------------] 0 of 0 servers"_s;
    }

    void bars()
    {
        QFETCH(qint64, expected);
        QFETCH(qint64, settled);
        LoadProgress progress;
        progress.expectedRows = expected;
        progress.settledRows = settled;
        QTEST(ProgressPrinter::bar(progress, 79), "bar");
    }

    void poolsAndMembers()
    {
        LoadProgress progress;
        progress.countsPools = true;
        progress.listedRows = 7;
        QCOMPARE(ProgressPrinter::bar(progress, 79), u"7 servers and pools so far"_s);
        progress.expectedRows = 48;
        progress.settledRows = 12;
        QCOMPARE(ProgressPrinter::bar(progress, 79),
                 u"[######------------------] 12 of 48 servers and pools"_s);
        progress.countsServers = false;
        QCOMPARE(ProgressPrinter::bar(progress, 79), u"[######------------------] 12 of 48 pools"_s);
        progress.isLoadingMembers = true;
        progress.pools = 48;
        progress.poolsWithMembers = 24;
        progress.callsInFlight = 8;
        progress.timeLeft = std::chrono::seconds(4);
        QCOMPARE(ProgressPrinter::bar(progress, 79),
                 u"[############------------] members of 24 of 48 pools, 8 calls, 4 s left"_s);
    }

    /// VLANs, say, by themselves or with the whole account: they are no servers.
    void rowsOfOtherTables()
    {
        for (const bool withServers : {false, true}) {
            LoadProgress progress;
            progress.countsServers = withServers;
            progress.countsPools = withServers;
            progress.countsOthers = true;
            progress.listedRows = 7;
            QCOMPARE(ProgressPrinter::bar(progress, 79), u"7 rows so far"_s);
            progress.expectedRows = 48;
            progress.settledRows = 12;
            QCOMPARE(ProgressPrinter::bar(progress, 79), u"[######------------------] 12 of 48 rows"_s);
        }
    }

    void unknownTotalsSaySo()
    {
        LoadProgress progress;
        progress.listedRows = 40;
        progress.callsInFlight = 3;
        QCOMPARE(ProgressPrinter::bar(progress, 79), u"40 servers so far, 3 calls"_s);
    }

    void neverWiderThanTheTerminal()
    {
        LoadProgress progress;
        progress.expectedRows = 1'000'000'000'000;
        progress.callsInFlight = 1'000'000;
        progress.timeLeft = std::chrono::seconds(1'000'000'000);
        QVERIFY(ProgressPrinter::bar(progress, 79).size() <= 79);
    }

    void aSentenceTakesTheBarAway()
    {
        QBuffer out;
        QVERIFY(out.open(QIODevice::WriteOnly));
        ProgressPrinter printer(out, true);
        LoadProgress progress;
        progress.listedRows = 4;
        printer.show(progress);
        printer.say(u"done."_s);
        const QByteArray bar = "4 servers so far";
        QCOMPARE(out.data(),
                 QByteArray('\r' + bar + '\r' + QByteArray(bar.size(), ' ') + "\rlayerscope: done.\n"));
    }

    void noBarInAFile()
    {
        QBuffer out;
        QVERIFY(out.open(QIODevice::WriteOnly));
        ProgressPrinter printer(out, false);
        printer.show(LoadProgress());
        QVERIFY(out.data().isEmpty());
        printer.say(u"2 rows were refused."_s);
        QCOMPARE(out.data(), QByteArray("layerscope: 2 rows were refused.\n"));
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestProgressPrinter)
#include "tst_progressprinter.moc"
