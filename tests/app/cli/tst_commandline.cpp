// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/columnscommand.h"
#include "cli/commandline.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsTheWindow()
    {
        const auto line = CommandLine::parse({});
        QVERIFY(line);
        QCOMPARE(line->action, CommandLine::Action::Window);
        QVERIFY(!line->demoServers);
        QCOMPARE(line->limits.mostCalls, 30);
        QCOMPARE(line->limits.mostStartsPerSecond, 45);
    }

    void demoSizes_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<int>("servers");
        QTest::newRow("alone") << u"--demo"_s << 2500;
        QTest::newRow("small") << u"--demo=small"_s << 60;
        QTest::newRow("medium") << u"--demo=medium"_s << 2500;
        QTest::newRow("large") << u"--demo=large"_s << 20000;
        QTest::newRow("number") << u"--demo=2503"_s << 2503;
        QTest::newRow("none") << u"--demo=0"_s << 0;
    }

    void demoSizes()
    {
        QFETCH(QString, argument);
        const auto line = CommandLine::parse({argument});
        QVERIFY(line);
        QTEST(line->demoServers.value_or(-1), "servers");
        QCOMPARE(line->action, CommandLine::Action::Window);
    }

    void demoAloneTakesNoValue()
    {
        const auto line = CommandLine::parse({u"--demo"_s, u"export"_s, u"virtual"_s});
        QVERIFY(line);
        QCOMPARE(line->action, CommandLine::Action::Export);
        QCOMPARE(line->demoServers.value_or(-1), 2500);
        QCOMPARE(line->rowKinds, QList<RowKind>{RowKind::Virtual});
    }

    void aWholeExport()
    {
        const auto line = CommandLine::parse({u"export"_s,    u"servers"_s,
                                              u"--output"_s,  u"s.csv"_s,
                                              u"--columns"_s, u"fqdn,id"_s,
                                              u"--filter"_s,  u"dc:dal10 web"_s,
                                              u"--sort"_s,    u"out_public_gb:desc"_s,
                                              u"--preset"_s,  u"excel"_s,
                                              u"--demo=60"_s, u"--demo-latency"_s,
                                              u"5"_s,         u"--most-calls"_s,
                                              u"4"_s,         u"--most-starts"_s,
                                              u"20"_s,        u"--quiet"_s});
        QVERIFY2(line, line ? "" : qPrintable(line.error()));
        QCOMPARE(line->action, CommandLine::Action::Export);
        QCOMPARE(line->kind, u"servers"_s);
        QCOMPARE(line->rowKinds.size(), 2);
        QCOMPARE(line->output, u"s.csv"_s);
        QCOMPARE(line->columns, (QList<ColumnIndex>{ServerColumn::Fqdn, ServerColumn::Id}));
        QCOMPARE(line->filter, u"dc:dal10 web"_s);
        QCOMPARE(line->sortColumn, ColumnIndex(ServerColumn::OutPublicGb));
        QCOMPARE(line->sortOrder, Qt::DescendingOrder);
        QVERIFY(line->isExcelPreset);
        QVERIFY(line->isQuiet);
        QCOMPARE(line->demoLatency.value_or(std::chrono::milliseconds(0)), std::chrono::milliseconds(5));
        QCOMPARE(line->limits.mostCalls, 4);
        QCOMPARE(line->limits.initialCalls, 4);
        QCOMPARE(line->limits.mostStartsPerSecond, 20);
    }

    void exportDefaults()
    {
        const auto line = CommandLine::parse({u"export"_s, u"bare-metal"_s});
        QVERIFY(line);
        QCOMPARE(line->output, u"-"_s);
        QCOMPARE(line->sortColumn, ColumnIndex(ServerColumn::Fqdn));
        QVERIFY(!line->isExcelPreset);
        QVERIFY(line->columns.contains(ServerColumn::Id));
        QCOMPARE(line->columns.constLast(), ColumnIndex(ServerColumn::RowState));
        for (const ColumnIndex column : serverCatalogue().defaultColumns())
            QVERIFY(line->columns.contains(column));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const QStringList servers{u"export"_s, u"servers"_s};
        QTest::newRow("command") << QStringList{u"exprot"_s} << u"export and columns"_s;
        QTest::newRow("no kind") << QStringList{u"export"_s} << u"servers, bare-metal, virtual"_s;
        QTest::newRow("kind") << QStringList{u"export"_s, u"pears"_s} << u"servers, bare-metal, virtual"_s;
        QTest::newRow("columns' kind")
            << QStringList{u"columns"_s, u"pears"_s} << u"servers, bare-metal, virtual"_s;
        QTest::newRow("word too many") << servers + QStringList{u"virtual"_s} << u"too many"_s;
        QTest::newRow("option") << QStringList{u"--colour"_s} << u"colour"_s;
        QTest::newRow("column") << servers + QStringList{u"--columns"_s, u"fqdn,shoe_size"_s}
                                << u"shoe_size"_s;
        QTest::newRow("no column") << servers + QStringList{u"--columns"_s, u""_s} << u"column"_s;
        QTest::newRow("sort column") << servers + QStringList{u"--sort"_s, u"shoe_size"_s} << u"shoe_size"_s;
        QTest::newRow("sort order") << servers + QStringList{u"--sort"_s, u"fqdn:up"_s} << u"fqdn:up"_s;
        QTest::newRow("preset") << servers + QStringList{u"--preset"_s, u"lotus"_s} << u"plain or excel"_s;
        QTest::newRow("output") << servers + QStringList{u"--output"_s, u""_s} << u"--output"_s;
        QTest::newRow("demo size") << QStringList{u"--demo=huge"_s} << u"small, medium, large"_s;
        QTest::newRow("negative demo") << QStringList{u"--demo=-1"_s} << u"from 0"_s;
        QTest::newRow("enormous demo") << QStringList{u"--demo=99999999999999"_s} << u"from 0"_s;
        QTest::newRow("latency alone") << QStringList{u"--demo-latency"_s, u"5"_s} << u"belongs to --demo"_s;
        QTest::newRow("latency") << QStringList{u"--demo"_s, u"--demo-latency"_s, u"soon"_s}
                                 << u"--demo-latency takes"_s;
        QTest::newRow("calls") << QStringList{u"--most-calls"_s, u"0"_s} << u"--most-calls takes"_s;
        QTest::newRow("starts") << QStringList{u"--most-starts"_s, u"51"_s} << u"from 1 to 50"_s;
        QTest::newRow("account") << QStringList{u"--account"_s, u"acme"_s} << u"not there yet"_s;
        QTest::newRow("export's option without export")
            << QStringList{u"--columns"_s, u"fqdn"_s} << u"--columns means nothing"_s;
        QTest::newRow("columns takes no options")
            << QStringList{u"columns"_s, u"servers"_s, u"--demo"_s} << u"--demo means nothing"_s;
        QTest::newRow("value missing") << servers + QStringList{u"--filter"_s} << u"filter"_s;
    }

    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const auto line = CommandLine::parse(arguments);
        QVERIFY(!line);
        QVERIFY2(line.error().contains(says), qPrintable(line.error()));
        QVERIFY(line.error().endsWith(u'.'));
        QVERIFY(!line.error().contains(u'\n'));
    }

    void helpNamesEachOption()
    {
        const QString help = CommandLine::help();
        for (const auto &option :
             {"--demo", "--output", "--columns", "--filter", "--sort", "--preset", "--quiet",
              "--demo-latency", "--most-calls", "--most-starts", "--help", "--version"})
            QVERIFY2(help.contains(QLatin1String(option)), option);
        QCOMPARE(CommandLine::parse({u"export"_s, u"--help"_s})->action, CommandLine::Action::Help);
        QCOMPARE(CommandLine::parse({u"-v"_s})->action, CommandLine::Action::Version);
    }

    void columnsTableHasEachColumn()
    {
        const QByteArray table = columnsTable(serverCatalogue(), {RowKind::BareMetal, RowKind::Virtual});
        QCOMPARE(table.count('\n'), serverCatalogue().columnCount() + 1);
        for (const ColumnSpec &column : serverCatalogue().columns())
            QVERIFY2(table.contains(QByteArray('\n' + QByteArray(column.key) + ' ')), column.key);
        QVERIFY(table.contains("processorPhysicalCoreAmount"));
        QVERIFY(table.contains("maxCpu"));
        QVERIFY(!columnsTable(serverCatalogue(), {RowKind::BareMetal}).contains("maxCpu"));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
