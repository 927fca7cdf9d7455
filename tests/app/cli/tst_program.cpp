// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/otherkinds.h"
#include "app/cli/programtest.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// The installed program as a person calls it: where its account comes from, what it writes and says.
class TestProgram : public ProgramTest
{
    Q_OBJECT

private Q_SLOTS:
    void anotherApiGivesItsOwnData()
    {
        OtherApi api;
        const QString file = m_home->filePath(u"s.csv"_s);
        run({u"export"_s, u"servers"_s, u"--columns"_s, OtherApi::expectedColumns(), u"--output"_s, file},
            environmentOf(api));
        QCOMPARE(m_errors, QByteArray());
        QCOMPARE(m_exitCode, 0);
        QCOMPARE(contents(file), OtherApi::expectedCsv());
        QCOMPARE(m_output, QByteArray());
    }

    void anotherApiThroughTheConfigurationOfSlcli()
    {
        OtherApi api;
        configure("[softlayer]\nusername = " + OtherApi::userName().toUtf8() +
                  "\napi_key = " + OtherApi::apiKey().toUtf8() +
                  "\nendpoint_url = " + api.restBase().toEncoded().replace("/rest/", "/xmlrpc/") + "\n");
        run({u"export"_s, u"virtual"_s, u"--columns"_s, u"id,fqdn"_s, u"--filter"_s, u"vm10"_s}, {});
        QCOMPARE(m_errors, QByteArray());
        QCOMPARE(m_exitCode, 0);
        QCOMPARE(m_output, QByteArray("id,fqdn\r\n11,vm10.corp.test\r\n"));
    }

    void theEnvironmentComesBeforeTheConfigurationOfSlcli()
    {
        OtherApi api;
        ScriptedServer notThisOne;
        const QByteArray config = "[softlayer]\nusername = somebody\napi_key = feedface\nendpoint_url = " +
                                  notThisOne.restBase().toEncoded() + "\n";
        configure(config);
        run({u"export"_s, u"virtual"_s, u"--columns"_s, u"id,fqdn"_s, u"--filter"_s, u"vm10"_s},
            environmentOf(api));
        QCOMPARE(m_errors, QByteArray());
        QCOMPARE(m_exitCode, 0);
        QCOMPARE(m_output, QByteArray("id,fqdn\r\n11,vm10.corp.test\r\n"));
        QVERIFY(notThisOne.requests().isEmpty());
        QCOMPARE(contents(m_home->filePath(u".softlayer"_s)), config); // read, never written
    }

    void theTimeoutOfTheConfigurationHolds()
    {
        // The first question is never answered; only who does not wait for it asks again.
        OtherApi api;
        api.server().setScript([script = api.script(),
                                isFirst = true](const ScriptedServer::Request &request) mutable {
            return std::exchange(isFirst, false) ? ScriptedServer::fault(ScriptedServer::Answer::Fault::Hold)
                                                 : script(request);
        });
        configure("[softlayer]\ntimeout = 1.5\n");
        run({u"export"_s, u"virtual"_s, u"--columns"_s, u"id,fqdn"_s, u"--filter"_s, u"vm10"_s},
            environmentOf(api));
        QCOMPARE(m_errors, QByteArray());
        QCOMPARE(m_exitCode, 0);
        QCOMPARE(m_output, QByteArray("id,fqdn\r\n11,vm10.corp.test\r\n"));
    }

    void aTimeoutThatIsNoneIsToldBeforeAnythingIsAsked()
    {
        OtherApi api;
        configure("[softlayer]\ntimeout = soon\n");
        run({u"export"_s, u"servers"_s}, environmentOf(api));
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("timeout in ~/.softlayer"), m_errors.constData());
        QVERIFY(api.server().requests().isEmpty());
    }

    void anotherApiGivesItsPools()
    {
        OtherApi api;
        run({u"export"_s, u"pools"_s, u"--columns"_s, u"all"_s}, environmentOf(api));
        QCOMPARE(m_errors, QByteArray());
        QCOMPARE(m_exitCode, 0);
        QCOMPARE(m_output, OtherApi::expectedPoolsCsv());
        QCOMPARE(requestsFor(api, "/getHardware"), 0); // neither servers nor members
        QCOMPARE(requestsFor(api, "/getVirtualGuests"), 0);

        run({u"export"_s, u"pools"_s, u"--columns"_s, u"name,over"_s, u"--filter"_s, u"devices>3 big"_s},
            environmentOf(api));
        QCOMPARE(m_exitCode, 0);
        QCOMPARE(m_output, QByteArray("name,over\r\n\"EU, \"\"big\"\"\",projected\r\n"));
    }

    /// Lists of members are in no list of the outcome, but why one lacks some is said as of any other list.
    void membersThatAreMissingHaveAReason()
    {
        OtherApi api;
        api.server().setScript([script = api.script()](const ScriptedServer::Request &request) {
            if (!request.path().contains("/900/getHardware"))
                return script(request);
            return ScriptedServer::json(R"([{"id":11,"fullyQualifiedDomainName":"ora1.corp.test"},
                                            {"fullyQualifiedDomainName":"ora2.corp.test"}])");
        });
        run({u"export"_s, u"pool-members"_s, u"--columns"_s, u"kind,id"_s}, environmentOf(api));
        QCOMPARE(m_exitCode, 3);
        QVERIFY2(m_output.contains("bare_metal,11\r\n"), m_output.constData());
        QVERIFY2(m_errors.contains("Some rows came without a usable id"), m_errors.constData());
    }

    void anotherApiGivesItsMembers()
    {
        OtherApi api;
        const QString file = m_home->filePath(u"m.csv"_s);
        run({u"export"_s, u"pool-members"_s, u"--columns"_s, u"all"_s, u"--output"_s, file},
            environmentOf(api));
        QCOMPARE(withoutPlurals(contents(file)), withoutPlurals(OtherApi::expectedMembersCsv()));
        QCOMPARE(m_exitCode, 3); // one of them cannot be seen, and that is told
        QVERIFY2(m_errors.contains("not complete"), m_errors.constData());
        QVERIFY2(m_errors.contains("not visible to this key"), m_errors.constData());
        QCOMPARE(requestsFor(api, "/SoftLayer_Account/getHardware"), 0);

        QVERIFY2(!m_errors.contains("usable id"), m_errors.constData());

        // With few columns it is no less incomplete.
        run({u"export"_s, u"pool-members"_s, u"--columns"_s, u"kind,id,row_state"_s, u"--sort"_s, u"kind"_s},
            environmentOf(api));
        QCOMPARE(m_exitCode, 3);
        QVERIFY2(m_output.contains("not_visible,,refused\r\n"), m_output.constData());
    }

    /// An account that has it in the lists of both for good lacks nothing.
    void aServerInListsOfTwoPoolsIsInTheFileOnce()
    {
        OtherApi api;
        api.server().setScript([script = api.script()](const ScriptedServer::Request &request) {
            const QByteArray path = request.path();
            if (path.contains("_Allotment/") && path.endsWith("/getHardware.json")) {
                ScriptedServer::Answer list =
                    ScriptedServer::json(R"([{"id":11,"fullyQualifiedDomainName":"ora1.corp.test"}])");
                list.headers.emplaceBack("SoftLayer-Total-Items", "1");
                return list;
            }
            for (const char *id : {"900", "901"}) {
                if (!path.endsWith(QByteArray(id).append("/getObject.json")))
                    continue;
                QByteArray pool =
                    R"({"id":ID,"hardwareCount":1,"virtualGuestCount":0,"activeDetailCount":1,)";
                pool += R"("bareMetalInstanceCount":0,"applicationDeliveryControllerCount":0,)";
                pool += R"("privateNetworkOnlyHardwareCount":0})";
                return ScriptedServer::json(pool.replace(":ID", QByteArray(":").append(id)));
            }
            return script(request);
        });
        run({u"export"_s, u"pool-members"_s, u"--columns"_s, u"pool_id,kind,id,row_state"_s},
            environmentOf(api));
        QCOMPARE(m_errors, QByteArray());
        QCOMPARE(m_exitCode, 0);
        QByteArrayList lines = m_output.split('\n');
        std::sort(lines.begin(), lines.end());
        QCOMPARE(lines, (QByteArrayList{"", "900,bare_metal,11,complete\r", "901,not_visible,,complete\r",
                                        "pool_id,kind,id,row_state\r"}));
        QCOMPARE(requestsFor(api, "/getHardware"), 3); // of one pool once more
    }

    void wholeAccountFromOneLoad()
    {
        OtherApi api;
        const QString folder = m_home->filePath(u"today"_s);
        run({u"export"_s, u"all"_s, u"--columns"_s, u"all"_s, u"--output"_s, folder}, environmentOf(api));
        QCOMPARE(m_exitCode, 3);
        QVERIFY2(m_errors.contains("What was written is not complete"), m_errors.constData());
        QCOMPARE(m_output, QByteArray());
        QCOMPARE(
            QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name),
            (QStringList{u"bare-metal.csv"_s, u"billing-items.csv"_s, u"block-storage.csv"_s,
                         u"file-storage.csv"_s, u"images.csv"_s, u"invoices.csv"_s, u"pool-members.csv"_s,
                         u"pools.csv"_s, u"ssh-keys.csv"_s, u"subnets.csv"_s, u"tags.csv"_s, u"tickets.csv"_s,
                         u"users.csv"_s, u"virtual.csv"_s, u"vlans.csv"_s}));
        for (const char *list : {"/SoftLayer_Account/getObject", "/SoftLayer_Account/getBandwidthAllotments",
                                 "_Allotment/900/getObject", "_Allotment/900/getHardware"})
            QCOMPARE(requestsFor(api, list), 1);

        const QDir files(folder);
        QCOMPARE(contents(files.filePath(u"pools.csv"_s)), OtherApi::expectedPoolsCsv());
        QCOMPARE(contents(files.filePath(u"vlans.csv"_s)), OtherApi::expectedVlansCsv());
        QCOMPARE(contents(files.filePath(u"subnets.csv"_s)), OtherApi::expectedSubnetsCsv());
        QCOMPARE(contents(files.filePath(u"ssh-keys.csv"_s)), OtherApi::expectedSshKeysCsv());
        for (const OtherKind &kind : otherKinds())
            QCOMPARE(contents(files.filePath(kind.name + u".csv"_s)), kind.csv);
        QCOMPARE(withoutPlurals(contents(files.filePath(u"pool-members.csv"_s))),
                 withoutPlurals(OtherApi::expectedMembersCsv()));
        for (const QString &kind : {u"bare-metal"_s, u"virtual"_s}) {
            run({u"export"_s, kind, u"--columns"_s, u"all"_s}, environmentOf(api));
            QCOMPARE(m_exitCode, 0);
            QCOMPARE(contents(files.filePath(QString(kind + ".csv"_L1))), m_output);
        }
    }

    void wholeDemoAccount()
    {
        const QString folder = m_home->path(); // which is there already
        run({u"export"_s, u"all"_s, u"--output"_s, folder, u"--demo=30"_s}, {});
        QCOMPARE(m_errors, QByteArray());
        QCOMPARE(m_exitCode, 0);
        qsizetype servers = 0;
        for (const QString &name : {u"bare-metal.csv"_s, u"virtual.csv"_s})
            servers += contents(QDir(folder).filePath(name)).count('\n') - 1;
        QCOMPARE(servers, 30);
        QVERIFY(contents(QDir(folder).filePath(u"pools.csv"_s)).count(",complete\r\n") > 0);
    }

    void demoAccountOfEachSize_data()
    {
        QTest::addColumn<int>("servers");
        for (const int servers : {0, 1, 99, 100, 101})
            QTest::addRow("%d servers", servers) << servers;
    }

    void demoAccountOfEachSize()
    {
        QFETCH(int, servers);
        run({u"export"_s, u"servers"_s, u"--demo=%1"_s.arg(servers), u"--columns"_s,
             u"kind,id,cores,row_state"_s},
            {});
        QCOMPARE(m_errors, QByteArray());
        QCOMPARE(m_exitCode, 0);
        QByteArrayList lines = m_output.split('\n');
        QCOMPARE(lines.takeFirst(), QByteArray("kind,id,cores,row_state\r"));
        QCOMPARE(lines.takeLast(), QByteArray());
        QSet<QByteArray> ids;
        for (const QByteArray &line : lines) {
            QVERIFY2(line.endsWith(",complete\r"), line.constData());
            ids.insert(line.left(line.lastIndexOf(',', line.lastIndexOf(',') - 1)));
        }
        QCOMPARE(lines.size(), servers);
        QCOMPARE(ids.size(), servers);
    }

    void wrongKey_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("output");
        QTest::newRow("makes no file") << u"servers"_s << u"s.csv"_s;
        QTest::newRow("makes no folder") << u"all"_s << u"today"_s;
    }

    void wrongKey()
    {
        QFETCH(QString, kind);
        QFETCH(QString, output);
        OtherApi api;
        QProcessEnvironment environment = environmentOf(api);
        environment.insert(u"SL_API_KEY"_s, u"feedfacefeedface"_s);
        const QString path = m_home->filePath(output);
        run({u"export"_s, kind, u"--output"_s, path}, environment);
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("user name or the API key"), m_errors.constData());
        QVERIFY(!m_errors.contains("feedface"));
        QVERIFY(!QFile::exists(path));
        QCOMPARE(api.server().requests().size(), 1); // asked once: a wrong key does not get better
    }

    void noServer()
    {
        quint16 closedPort = 0;
        {
            const ScriptedServer server;
            closedPort = server.port();
        }
        QProcessEnvironment environment;
        environment.insert(u"SL_USERNAME"_s, u"u"_s);
        environment.insert(u"SL_API_KEY"_s, u"feedfacefeedface"_s);
        environment.insert(u"SL_ENDPOINT_URL"_s, u"http://127.0.0.1:%1/rest/v3.1/"_s.arg(closedPort));
        run({u"export"_s, u"servers"_s}, environment);
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("127.0.0.1"), m_errors.constData());
        QCOMPARE(m_output, QByteArray());
    }

    void noAccount()
    {
        run({u"export"_s, u"servers"_s}, {});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("SL_USERNAME"), m_errors.constData());
    }

    void anIncompleteFileIsWrittenAndToldSo()
    {
        OtherApi api;
        // What the account counts and what its list shows differ: two servers cannot be seen with this key.
        api.server().setScript([script = api.script()](const ScriptedServer::Request &request) {
            ScriptedServer::Answer answer = script(request);
            if (request.path().endsWith("/SoftLayer_Account/getObject.json"))
                answer.body.replace("\"hardwareCount\":3", "\"hardwareCount\":5");
            return answer;
        });
        const QString file = m_home->filePath(u"s.csv"_s);
        run({u"export"_s, u"servers"_s, u"--columns"_s, OtherApi::expectedColumns(), u"--output"_s, file,
             u"--quiet"_s},
            environmentOf(api));
        QCOMPARE(m_exitCode, 3);
        QVERIFY2(m_errors.contains("3 of 5"), m_errors.constData());
        QCOMPARE(contents(file), OtherApi::expectedCsv());
    }

    void textIsWrittenAsItCame()
    {
        OtherApi api;
        api.server().setScript([script = api.script()](const ScriptedServer::Request &request) {
            ScriptedServer::Answer answer = script(request);
            answer.body.replace("\"ora1.corp.test\"", R"(" ora1\t\u0000")");
            answer.body.replace("\"name\":\"zeta\"", R"("name":" Zeta\t")");
            return answer;
        });
        run({u"export"_s, u"bare-metal"_s, u"--columns"_s, u"id,fqdn,tags"_s, u"--filter"_s, u"tag=zeta"_s},
            environmentOf(api));
        QCOMPARE(m_errors, QByteArray());
        QCOMPARE(m_exitCode, 0);
        // In its order; words are found without the blanks around them; only NUL is written as another
        // character.
        QCOMPARE(m_output,
                 QByteArray("id,fqdn,tags\r\n11, ora1\t\xEF\xBF\xBD,\" Zeta\t;alpha, \"\"first\"\"\"\r\n"));

        run({u"export"_s, u"bare-metal"_s, u"--columns"_s, u"id,fqdn"_s, u"--filter"_s, u"id>99"_s},
            environmentOf(api));
        QCOMPARE(m_output, QByteArray("id,fqdn\r\n40000000013,=cmd.corp.test\r\n"));
        run({u"export"_s, u"bare-metal"_s, u"--columns"_s, u"id,fqdn"_s, u"--filter"_s, u"id>99"_s,
             u"--guard-formulas"_s},
            environmentOf(api));
        QCOMPARE(m_output, QByteArray("id,fqdn\r\n40000000013,'=cmd.corp.test\r\n"));
    }

    void rowsThatTheFilterCannotDecideAreTold()
    {
        OtherApi api;
        // This key may not see what anything costs.
        api.server().setScript([script = api.script()](const ScriptedServer::Request &request) {
            if (!request.query("objectMask").contains("billingItem"))
                return script(request);
            ScriptedServer::Answer answer = ScriptedServer::json(
                R"({"error":"Access Denied.","code":"SoftLayer_Exception_AccessDenied"})");
            answer.status = 500;
            return answer;
        });
        run({u"export"_s, u"servers"_s, u"--columns"_s, u"fqdn,cores"_s, u"--filter"_s,
             u"fee>100 kind:bare"_s},
            environmentOf(api));
        QCOMPARE(m_exitCode, 3);
        QCOMPARE(m_output, QByteArray("fqdn,cores\r\n"));
        QVERIFY2(m_errors.contains("cannot tell whether 3 rows belong"), m_errors.constData());

        run({u"export"_s, u"servers"_s, u"--columns"_s, u"fqdn,cores"_s, u"--filter"_s,
             u"name:vm10 -fee>100"_s},
            environmentOf(api));
        QCOMPARE(m_exitCode, 3); // it is in the file, and perhaps should not
        QCOMPARE(m_output, QByteArray("fqdn,cores\r\nvm10.corp.test,2\r\n"));
        QVERIFY2(m_errors.contains("cannot tell whether 1 row"), m_errors.constData());

        // Nor whether an owner, who comes with what things cost, is called so.
        run({u"export"_s, u"servers"_s, u"--columns"_s, u"fqdn,cores"_s, u"--filter"_s, u"vm10"_s},
            environmentOf(api));
        QCOMPARE(m_exitCode, 3);
        QCOMPARE(m_output, QByteArray("fqdn,cores\r\nvm10.corp.test,2\r\n"));
        QVERIFY2(m_errors.contains("cannot tell whether 4 rows belong"), m_errors.constData());
    }

    void wordsFindWhatTheFileDoesNotHave_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QByteArray>("fqdn");
        const QByteArray ora1("ora1.corp.test\r\n");
        QTest::newRow("serial") << u"SL0001027"_s << ora1;
        QTest::newRow("management address") << u"10.9.45.60"_s << ora1;
        QTest::newRow("notes") << u"\"rack b\""_s << ora1;
        QTest::newRow("id") << u"40000000013"_s << QByteArray("=cmd.corp.test\r\n");
        QTest::newRow("nothing") << u"SL0001028"_s << QByteArray();
    }

    void wordsFindWhatTheFileDoesNotHave()
    {
        QFETCH(const QString, word);
        QFETCH(const QByteArray, fqdn);
        OtherApi api;
        run({u"export"_s, u"servers"_s, u"--columns"_s, u"fqdn"_s, u"--filter"_s, word}, environmentOf(api));
        QCOMPARE(m_errors, QByteArray());
        QCOMPARE(m_exitCode, 0);
        QCOMPARE(m_output, QByteArray("fqdn\r\n").append(fqdn));
    }

    void wrongUsageSaysWhatIsRight()
    {
        run({u"export"_s, u"pears"_s}, {});
        QCOMPARE(m_exitCode, 2);
        QVERIFY2(m_errors.contains("servers, bare-metal, virtual"), m_errors.constData());
        QCOMPARE(m_errors.count('\n'), 1);
    }

    void filtersThatAreNotUnderstoodWriteNothing_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no column") << u"foo:bar"_s << QByteArray("foo");
        QTest::newRow("no number") << u"ram>abc"_s << QByteArray("abc");
        QTest::newRow("not finished") << u"ram>"_s << QByteArray("ram>");
    }

    void filtersThatAreNotUnderstoodWriteNothing()
    {
        QFETCH(const QString, words);
        QFETCH(const QByteArray, says);
        const QString file = m_home->filePath(u"servers.csv"_s);
        OtherApi api;
        run({u"export"_s, u"servers"_s, u"--filter"_s, words, u"--output"_s, file}, environmentOf(api));
        QCOMPARE(m_exitCode, 2);
        QCOMPARE(m_output, QByteArray());
        QVERIFY2(m_errors.contains(says), m_errors.constData());
        QCOMPARE(m_errors.count('\n'), 1);
        QVERIFY(!QFile::exists(file));
    }

    void filtersFindEitherSideAndUnits()
    {
        OtherApi api;
        run({u"export"_s, u"bare-metal"_s, u"--columns"_s, u"id"_s, u"--filter"_s,
             u"id=40000000013 or tag=zeta"_s},
            environmentOf(api));
        QCOMPARE(m_exitCode, 0);
        QCOMPARE(m_output, QByteArray("id\r\n40000000013\r\n11\r\n"));
    }

    void questionsThatNeedNoAccount()
    {
        run({u"--version"_s}, {});
        QCOMPARE(m_exitCode, 0);
        QVERIFY(m_output.startsWith("Layerscope "));
        run({u"--help"_s}, {});
        QCOMPARE(m_exitCode, 0);
        QVERIFY(m_output.contains("layerscope export KIND"));
        run({u"columns"_s, u"servers"_s}, {});
        QCOMPARE(m_exitCode, 0);
        QVERIFY(m_output.contains("outboundPublicBandwidthUsage"));
        run({u"columns"_s, u"pools"_s}, {});
        QCOMPARE(m_exitCode, 0);
        QVERIFY(m_output.contains("totalBandwidthAllocated"));
        run({u"columns"_s, u"pool-members"_s}, {});
        QCOMPARE(m_exitCode, 0);
        QVERIFY(m_output.contains("bandwidthAllotmentDetail"));
    }

    void noDisplayIsASentence()
    {
        run({}, {});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("display"), m_errors.constData());
        QVERIFY2(m_errors.contains("layerscope export"), m_errors.constData());
    }

    /// Qt's own options are Qt's, in a window; what nobody takes is refused before a display is needed.
    void optionsOfQt_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("says");
        // Nobody can show a window there, so it was Qt that was asked.
        QTest::newRow("taken by Qt") << QStringList{u"-style"_s,     u"fusion"_s,   u"-reverse"_s,
                                                    u"--platform"_s, u"nonsense"_s, u"--demo=1"_s}
                                     << 1 << QByteArray("display");
        QTest::newRow("with =") << QStringList{u"-style=fusion"_s, u"-platform=nonsense"_s} << 1
                                << QByteArray("display");
        QTest::newRow("a window needs a display")
            << QStringList{u"-style"_s, u"fusion"_s} << 1 << QByteArray("display");
        QTest::newRow("nobody's") << QStringList{u"-style"_s, u"fusion"_s, u"--nonsense"_s} << 2
                                  << QByteArray("nonsense");
        QTest::newRow("not in an export")
            << QStringList{u"export"_s, u"servers"_s, u"-style"_s, u"fusion"_s} << 2 << QByteArray("tyle");
        QTest::newRow("a wrong word") << QStringList{u"-reverse"_s, u"import"_s} << 2 << QByteArray("import");
    }

    void optionsOfQt()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, says);
        run(arguments, {});
        QTEST(m_exitCode, "exitCode");
        QVERIFY2(m_errors.contains(says), m_errors.constData());
        QCOMPARE(m_errors.count('\n'), 1);
    }

private:
    [[nodiscard]] static qsizetype requestsFor(OtherApi &api, const QByteArray &part)
    {
        const QList<ScriptedServer::Request> &all = api.server().requests();
        return std::count_if(all.cbegin(), all.cend(), [&part](const ScriptedServer::Request &request) {
            return request.path().contains(part);
        });
    }

    /// The program has a file of English plurals, the test has none.
    [[nodiscard]] static QByteArray withoutPlurals(QByteArray csv)
    {
        return csv.replace("device(s)", "device").replace("devices not", "device not");
    }

    /// Writes the ~/.softlayer of the program's own home.
    void configure(const QByteArray &text)
    {
        QFile config(m_home->filePath(u".softlayer"_s));
        QVERIFY(config.open(QIODevice::WriteOnly) && config.write(text) == text.size());
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestProgram)
#include "tst_program.moc"
