// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/columnscommand.h"
#include "cli/commandline.h"
#include "support/testmain.h"

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
        QCOMPARE(line->limits.maxCalls, 30);
        QCOMPARE(line->limits.maxStartsPerSecond, 45);
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
        QCOMPARE(line->kinds.size(), 1);
        QCOMPARE(line->kinds.first().rowKinds, QList<RowKind>{RowKind::Virtual});
    }

    void accountsByName()
    {
        const auto window = CommandLine::parse({u"--account"_s, u" Acme & Söhne "_s});
        QVERIFY(window);
        QCOMPARE(window->action, CommandLine::Action::Window);
        QCOMPARE(window->accountName, u"Acme & Söhne"_s);
        const auto file = CommandLine::parse({u"export"_s, u"servers"_s, u"--account=Acme"_s});
        QVERIFY(file);
        QCOMPARE(file->accountName, u"Acme"_s);
        QVERIFY(CommandLine::parse({})->accountName.isEmpty());
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
        QCOMPARE(line->plan.files.size(), 1);
        const ExportFile &file = line->plan.files.first();
        QCOMPARE(file.kind.name, u"servers"_s);
        QCOMPARE(file.kind.rowKinds.size(), 2);
        QVERIFY(!file.spec.kind);
        QCOMPARE(file.path, u"s.csv"_s);
        QCOMPARE(file.columns, (QList<ColumnIndex>{ServerColumn::Fqdn, ServerColumn::Id}));
        QCOMPARE(file.spec.filter, RowFilter::parse(u"dc:dal10 web"_s, serverCatalogue()));
        QCOMPARE(file.spec.sortColumn, ColumnIndex(ServerColumn::OutPublicGb));
        QCOMPARE(file.spec.sortOrder, Qt::DescendingOrder);
        QVERIFY(line->plan.isExcelPreset);
        QVERIFY(line->isQuiet);
        QCOMPARE(line->demoLatency.value_or(std::chrono::milliseconds(0)), std::chrono::milliseconds(5));
        QCOMPARE(line->limits.maxCalls, 4);
        QCOMPARE(line->limits.initialCalls, 4);
        QCOMPARE(line->limits.maxStartsPerSecond, 20);
    }

    void exportDefaults()
    {
        const auto line = CommandLine::parse({u"export"_s, u"bare-metal"_s});
        QVERIFY(line);
        const ExportFile &file = line->plan.files.first();
        QCOMPARE(file.path, u"-"_s);
        QCOMPARE(file.spec.kind, RowKind::BareMetal);
        QCOMPARE(file.spec.sortColumn, ColumnIndex(ServerColumn::Fqdn));
        QVERIFY(file.spec.filter.isEmpty());
        QVERIFY(!line->plan.isExcelPreset);
        QVERIFY(!line->plan.guardsFormulas);
        QVERIFY(CommandLine::parse({u"export"_s, u"servers"_s, u"--guard-formulas"_s})->plan.guardsFormulas);
        QVERIFY(line->plan.folder.isEmpty());
        QVERIFY(!line->plan.has(poolsTable) && !line->plan.has(poolmembersTable));
        QCOMPARE(line->plan.kindsOf(serversTable), QList<RowKind>{RowKind::BareMetal});
    }

    void defaultColumnsOfEachKind_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("columns");
        const auto servers =
            u"kind,id,fqdn,state,datacenter,public_ip,private_ip,cores,memory_gb,os,tags,pool,"
            "fee_month_usd,out_public_gb,row_state"_s;
        QTest::newRow("servers") << u"servers"_s << servers;
        QTest::newRow("bare metal") << u"bare-metal"_s << servers;
        QTest::newRow("pools") << u"pools"_s
                               << u"id,name,region,devices,allocation_gb,out_public_gb,used_percent,"
                                  "projected_public_gb,over,fee_month_usd,ends,row_state"_s;
        QTest::newRow("members") << u"pool-members"_s
                                 << u"pool_id,pool,kind,id,fqdn,datacenter,public_ip,allocation_gb,"
                                    "out_public_gb,pool_share_percent,row_state"_s;
    }

    void defaultColumnsOfEachKind()
    {
        QFETCH(QString, kind);
        const auto line = CommandLine::parse({u"export"_s, kind});
        QVERIFY(line);
        const ExportFile &file = line->plan.files.first();
        QStringList keys;
        for (const ColumnIndex column : file.columns)
            keys.append(QString::fromLatin1(file.kind.catalogue().column(column).key));
        QTEST(keys.join(u','), "columns");
        QCOMPARE(file.spec.nameColumn, file.kind.catalogue().nameColumn());
        QCOMPARE(file.spec.sortColumn, file.kind.catalogue().nameColumn());
        for (const ColumnIndex column : file.columns) // what row_state is about
            QVERIFY(file.spec.shownColumns.test(static_cast<std::size_t>(column)));
    }

    /// Whatever the file has of it, and in whichever order the options come.
    void wordsLookIntoAllThatRowsHave()
    {
        for (const QStringList &options :
             {QStringList{u"--columns"_s, u"fqdn"_s, u"--filter"_s, u"SL0001027"_s},
              QStringList{u"--filter"_s, u"SL0001027"_s, u"--columns"_s, u"fqdn"_s}}) {
            const auto line = CommandLine::parse(QStringList{u"export"_s, u"servers"_s} + options);
            QVERIFY2(line, line ? "" : qPrintable(line.error()));
            const ColumnSet searched = line->plan.files.first().spec.searchedColumns;
            const ColumnSet loaded = line->plan.columnsOf(serversTable);
            for (const ColumnIndex column : {ServerColumn::Serial, ServerColumn::ManagementIp,
                                             ServerColumn::Notes, ServerColumn::Hostname}) {
                QVERIFY(searched.test(static_cast<std::size_t>(column)));
                QVERIFY(loaded.test(static_cast<std::size_t>(column)));
            }
            QVERIFY(!loaded.test(ServerColumn::Power));      // slow
            QVERIFY(!loaded.test(ServerColumn::InPublicGb)); // no number has these letters
        }
        const auto none = CommandLine::parse({u"export"_s, u"servers"_s, u"--columns"_s, u"fqdn"_s});
        QVERIFY(none);
        QVERIFY(!none->plan.columnsOf(serversTable).test(ServerColumn::Serial));
    }

    void wordsAreThoseOfTheKind()
    {
        const auto pools =
            CommandLine::parse({u"export"_s, u"pools"_s, u"--columns"_s, u"name,used_percent"_s, u"--sort"_s,
                                u"used_percent:desc"_s, u"--filter"_s, u"over:now,projected"_s});
        QVERIFY2(pools, pools ? "" : qPrintable(pools.error()));
        const ExportFile &file = pools->plan.files.first();
        QCOMPARE(file.columns, (QList<ColumnIndex>{PoolColumn::Name, PoolColumn::UsedPercent}));
        QCOMPARE(file.spec.sortColumn, ColumnIndex(PoolColumn::UsedPercent));
        QVERIFY(file.spec.filter.namedColumns().test(PoolColumn::Over));
        QVERIFY(pools->plan.has(poolsTable));
        QVERIFY(!pools->plan.has(poolmembersTable));
        QCOMPARE(pools->plan.kindsOf(serversTable), QList<RowKind>());
        QVERIFY(pools->plan.columnsOf(poolsTable).test(PoolColumn::Over)); // to filter by
        QVERIFY(pools->plan.columnsOf(poolmembersTable).none());

        const auto members = CommandLine::parse({u"export"_s, u"pool-members"_s, u"--columns"_s, u"all"_s});
        QVERIFY(members);
        QCOMPARE(members->plan.files.first().columns, memberCatalogue().allColumns());
        QVERIFY(members->plan.has(poolmembersTable));
    }

    void filtersThatMeanWhatTheySay_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words :
             {"", "web", "dc:dal10 ram>64gb web", "fee>1,000 or fee:-", "ip:10.1.2.0/24,10.2",
              "owner:-,alice", "\"foo:bar\"", "00:1a:2b:3c:4d:5e", "http://x", "created>2026-03 -tag:test"})
            QTest::newRow(*words == '\0' ? "nothing" : words) << QString::fromUtf8(words);
    }

    void filtersThatMeanWhatTheySay()
    {
        QFETCH(QString, words);
        const auto line = CommandLine::parse({u"export"_s, u"servers"_s, u"--filter"_s, words});
        QVERIFY2(line, line ? "" : qPrintable(line.error()));
        QCOMPARE(line->plan.files.first().spec.filter, RowFilter::parse(words, serverCatalogue()));
    }

    void aDocumentIsOneFile()
    {
        const auto one = CommandLine::parse({u"export"_s, u"servers"_s, u"--format"_s, u"json"_s,
                                             u"--filter"_s, u"dc:dal10"_s, u"--output"_s, u"s"_s});
        QVERIFY2(one, one ? "" : qPrintable(one.error()));
        QVERIFY(one->plan.isDocument());
        QCOMPARE(one->plan.format, FileFormat::Json);
        QCOMPARE(one->plan.filterWords, u"dc:dal10"_s);
        QCOMPARE(one->plan.files.first().path, u"s"_s);
        QVERIFY(!CommandLine::parse({u"export"_s, u"servers"_s, u"--format=csv"_s})->plan.isDocument());

        for (const QString &output : {u"all.jsonl"_s, u"-"_s, QString()}) {
            QStringList arguments{u"export"_s, u"all"_s, u"--format"_s, u"jsonl"_s};
            if (!output.isEmpty())
                arguments += {u"--output"_s, output};
            const auto all = CommandLine::parse(arguments);
            QVERIFY2(all, all ? "" : qPrintable(all.error()));
            QCOMPARE(all->plan.format, FileFormat::JsonLines);
            QVERIFY(all->plan.folder.isEmpty());
            QCOMPARE(all->plan.fileCount(), 1);
            QCOMPARE(all->plan.files.size(), ExportKind::wholeAccount().size());
            for (const ExportFile &file : all->plan.files)
                QCOMPARE(file.path, output.isEmpty() ? u"-"_s : output);
        }
        const auto workbook = CommandLine::parse({u"export"_s, u"all"_s, u"--format"_s, u"xlsx"_s});
        QCOMPARE(workbook.has_value(), writableFormats().contains(FileFormat::Xlsx));
        if (!workbook)
            QVERIFY2(workbook.error().contains(u"writes no workbooks"_s), qPrintable(workbook.error()));
    }

    void wholeAccountIsAFolder()
    {
        const auto line =
            CommandLine::parse({u"export"_s, u"all"_s, u"--output"_s, u"today"_s, u"--preset"_s, u"excel"_s});
        QVERIFY2(line, line ? "" : qPrintable(line.error()));
        QCOMPARE(line->plan.folder, u"today"_s);
        QVERIFY(line->plan.isExcelPreset);
        QStringList paths;
        for (const ExportFile &file : line->plan.files) {
            paths.append(file.path);
            QCOMPARE(file.columns, file.kind.defaultColumns());
        }
        QCOMPARE(
            paths,
            (QStringList{u"today/bare-metal.csv"_s, u"today/virtual.csv"_s, u"today/pools.csv"_s,
                         u"today/pool-members.csv"_s, u"today/vlans.csv"_s, u"today/subnets.csv"_s,
                         u"today/ssh-keys.csv"_s, u"today/block-storage.csv"_s, u"today/file-storage.csv"_s,
                         u"today/images.csv"_s, u"today/billing-items.csv"_s, u"today/invoices.csv"_s,
                         u"today/tickets.csv"_s, u"today/users.csv"_s, u"today/tags.csv"_s}));
        QCOMPARE(line->plan.kindsOf(serversTable), (QList<RowKind>{RowKind::BareMetal, RowKind::Virtual}));

        const auto everything =
            CommandLine::parse({u"export"_s, u"all"_s, u"--output"_s, u"today"_s, u"--columns"_s, u"all"_s});
        QVERIFY(everything);
        for (const ExportFile &file : everything->plan.files)
            QCOMPARE(file.columns, file.kind.catalogue().allColumns());
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const QStringList servers{u"export"_s, u"servers"_s};
        QTest::newRow("command") << QStringList{u"exprot"_s} << u"export and columns"_s;
        QTest::newRow("no kind")
            << QStringList{u"export"_s}
            << u"servers, bare-metal, virtual, pools, pool-members, vlans, subnets, ssh-keys, "
               "block-storage, file-storage, images, billing-items, invoices, tickets, users, tags, all"_s;
        QTest::newRow("kind")
            << QStringList{u"export"_s, u"pears"_s}
            << u"servers, bare-metal, virtual, pools, pool-members, vlans, subnets, ssh-keys, "
               "block-storage, file-storage, images, billing-items, invoices, tickets, users, tags, all"_s;
        QTest::newRow("columns' kind")
            << QStringList{u"columns"_s, u"pears"_s}
            << u"servers, bare-metal, virtual, pools, pool-members, vlans, subnets, ssh-keys, "
               "block-storage, file-storage, images, billing-items, invoices, tickets, users, tags."_s;
        QTest::newRow("columns of all") << QStringList{u"columns"_s, u"all"_s} << u"no kind \"all\""_s;
        const QStringList pools{u"export"_s, u"pools"_s};
        QTest::newRow("server's column of a pool")
            << pools + QStringList{u"--columns"_s, u"fqdn"_s} << u"There are: id, name, region"_s;
        QTest::newRow("server's sort of a pool")
            << pools + QStringList{u"--sort"_s, u"fqdn"_s} << u"'layerscope columns pools'"_s;
        const QStringList all{u"export"_s, u"all"_s};
        const QStringList folder{u"--output"_s, u"f"_s};
        QTest::newRow("all without a folder") << all << u"--output FOLDER"_s;
        QTest::newRow("all to standard output")
            << all + QStringList{u"--output"_s, u"-"_s} << u"--output FOLDER"_s;
        QTest::newRow("all to nowhere") << all + QStringList{u"--output"_s, u""_s} << u"--output FOLDER"_s;
        QTest::newRow("columns of the whole account")
            << all + folder + QStringList{u"--columns"_s, u"id"_s} << u"takes only all"_s;
        QTest::newRow("sort of the whole account")
            << all + folder + QStringList{u"--sort"_s, u"id"_s} << u"--sort means nothing"_s;
        QTest::newRow("filter of the whole account")
            << all + folder + QStringList{u"--filter"_s, u"web"_s} << u"--filter means nothing"_s;
        QTest::newRow("word too many") << servers + QStringList{u"virtual"_s} << u"too many"_s;
        QTest::newRow("option") << QStringList{u"--colour"_s} << u"colour"_s;
        QTest::newRow("column") << servers + QStringList{u"--columns"_s, u"fqdn,shoe_size"_s}
                                << u"shoe_size"_s;
        QTest::newRow("no column") << servers + QStringList{u"--columns"_s, u""_s} << u"column"_s;
        QTest::newRow("sort column") << servers + QStringList{u"--sort"_s, u"shoe_size"_s} << u"shoe_size"_s;
        QTest::newRow("sort order") << servers + QStringList{u"--sort"_s, u"fqdn:up"_s} << u"fqdn:up"_s;
        const auto filter = [&servers](const char *name, const char *words, const char *says) {
            QTest::newRow(name) << servers + QStringList{u"--filter"_s, QString::fromUtf8(words)}
                                << QString::fromUtf8(says);
        };
        filter("filter's column", "web foo:bar", "no column “foo”");
        filter("where columns are listed", "foo:bar", "'layerscope columns servers'");
        filter("filter of another table", "used>80", "no column “used”");
        filter("filter's number", "ram>abc", "takes a number, in GB, not “abc”");
        filter("filter's date", "created>2026-13", "takes a date");
        filter("filter's flag", "private_only:maybe", "takes yes or no");
        filter("filter's address", "ip:10.0.0.300", "takes addresses");
        filter("filter with blanks", "ram > 64", "“>” means nothing here");
        filter("filter that is not finished", "dc:dal10 ram>", "“ram>” needs a word");
        filter("filter with nothing behind or", "dc:dal10 or", "“or” stands between words");
        filter("filter's quote", "os:\"windows 2019", "quote is not closed");
        filter("each mistake of a filter", "foo:bar ram>abc", "not “abc”");
        QTest::newRow("filter of pools")
            << pools + QStringList{u"--filter"_s, u"ram>64"_s} << u"'layerscope columns pools'"_s;
        QTest::newRow("preset") << servers + QStringList{u"--preset"_s, u"lotus"_s} << u"plain or excel"_s;
        QTest::newRow("format") << servers + QStringList{u"--format"_s, u"lotus"_s} << u"csv, "_s;
        QTest::newRow("preset of a document")
            << servers + QStringList{u"--format"_s, u"json"_s, u"--preset"_s, u"plain"_s}
            << u"--preset is for CSV"_s;
        QTest::newRow("guard of a document")
            << servers + QStringList{u"--format"_s, u"json"_s, u"--guard-formulas"_s}
            << u"--guard-formulas is for CSV"_s;
        QTest::newRow("document of all to nowhere")
            << all + QStringList{u"--format"_s, u"json"_s, u"--output"_s, u""_s} << u"--output takes"_s;
        QTest::newRow("columns of a document of all")
            << all + QStringList{u"--format"_s, u"json"_s, u"--columns"_s, u"id"_s} << u"takes only all"_s;
        QTest::newRow("filter of a document of all")
            << all + QStringList{u"--format"_s, u"json"_s, u"--filter"_s, u"web"_s}
            << u"--filter means nothing"_s;
        QTest::newRow("output") << servers + QStringList{u"--output"_s, u""_s} << u"--output"_s;
        QTest::newRow("demo size") << QStringList{u"--demo=huge"_s} << u"small, medium, large"_s;
        QTest::newRow("negative demo") << QStringList{u"--demo=-1"_s} << u"from 0"_s;
        QTest::newRow("enormous demo") << QStringList{u"--demo=99999999999999"_s} << u"from 0"_s;
        QTest::newRow("latency alone") << QStringList{u"--demo-latency"_s, u"5"_s} << u"belongs to --demo"_s;
        QTest::newRow("latency") << QStringList{u"--demo"_s, u"--demo-latency"_s, u"soon"_s}
                                 << u"--demo-latency takes"_s;
        QTest::newRow("calls") << QStringList{u"--most-calls"_s, u"0"_s} << u"--most-calls takes"_s;
        QTest::newRow("starts") << QStringList{u"--most-starts"_s, u"51"_s} << u"from 1 to 50"_s;
        QTest::newRow("account without a name")
            << QStringList{u"--account"_s, u" "_s} << u"name of an account"_s;
        QTest::newRow("account of a list of columns")
            << QStringList{u"columns"_s, u"servers"_s, u"--account"_s, u"acme"_s} << u"--account"_s;
        QTest::newRow("export's option without export")
            << QStringList{u"--columns"_s, u"fqdn"_s} << u"--columns means nothing"_s;
        QTest::newRow("columns takes no options")
            << QStringList{u"columns"_s, u"servers"_s, u"--demo"_s} << u"--demo means nothing"_s;
        QTest::newRow("option twice")
            << servers + QStringList{u"--filter"_s, u"web"_s, u"--filter"_s, u"db"_s}
            << u"--filter is there twice"_s;
        QTest::newRow("columns twice")
            << servers + QStringList{u"--columns=id"_s, u"--columns=fqdn"_s} << u"--columns is there twice"_s;
        QTest::newRow("option for a value") << servers + QStringList{u"--filter"_s, u"--quiet"_s}
                                            << u"--filter needs a value before \"--quiet\""_s;
        QTest::newRow("option with a value for a value")
            << servers + QStringList{u"--filter"_s, u"--sort=fqdn"_s} << u"needs a value before"_s;
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

    void helpAndVersionComeBeforeAllElse()
    {
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

    void columnsTableOfPoolsAndMembers()
    {
        const std::optional<ExportKind> pools = ExportKind::find(u"pools"_s);
        const QByteArray ofPools = columnsTable(pools->catalogue(), pools->rowKinds);
        QCOMPARE(ofPools.count('\n'), poolCatalogue().allColumns().size() + 1);
        QVERIFY(ofPools.contains("SoftLayer_Network_Bandwidth_Version1_Allotment\n"));
        QVERIFY(ofPools.contains("applicationDeliveryControllerCount\n"));

        const std::optional<ExportKind> members = ExportKind::find(u"pool-members"_s);
        const QByteArrayList lines = columnsTable(members->catalogue(), members->rowKinds).split('\n');
        QCOMPARE(lines.size(), memberCatalogue().columnCount() + 2);
        for (const char *service : {"SoftLayer_Hardware_Server", "SoftLayer_Virtual_Guest",
                                    "SoftLayer_Network_Application_Delivery_Controller"})
            QCOMPARE(lines.first().count(service), 1);
        QVERIFY(lines[memberCatalogue().allColumns().indexOf(MemberColumn::PoolId) + 1].contains(
            "(pool) id")); // not the device's
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestCommandLine)
#include "tst_commandline.moc"
