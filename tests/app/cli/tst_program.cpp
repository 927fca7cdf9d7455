// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/otherapi.h"
#include "support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <utility>

#ifdef Q_OS_UNIX
#    include <csignal>
#    include <cstdlib>
#    include <fcntl.h>
#    include <poll.h>
#    include <sys/resource.h>
#    include <sys/stat.h>
#    include <unistd.h>
#endif

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// The installed program as a person calls it: arguments, environment, exit codes, files. Without a display.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
    }

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

    void wholeAccountFromOneLoad()
    {
        OtherApi api;
        const QString folder = m_home->filePath(u"today"_s);
        run({u"export"_s, u"all"_s, u"--columns"_s, u"all"_s, u"--output"_s, folder}, environmentOf(api));
        QCOMPARE(m_exitCode, 3);
        QVERIFY2(m_errors.contains("What was written is not complete"), m_errors.constData());
        QCOMPARE(m_output, QByteArray());
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name),
                 (QStringList{u"bare-metal.csv"_s, u"pool-members.csv"_s, u"pools.csv"_s, u"ssh-keys.csv"_s,
                              u"subnets.csv"_s, u"virtual.csv"_s, u"vlans.csv"_s}));
        for (const char *list : {"/SoftLayer_Account/getObject", "/SoftLayer_Account/getBandwidthAllotments",
                                 "_Allotment/900/getObject", "_Allotment/900/getHardware"})
            QCOMPARE(requestsFor(api, list), 1);

        const QDir files(folder);
        QCOMPARE(contents(files.filePath(u"pools.csv"_s)), OtherApi::expectedPoolsCsv());
        QCOMPARE(contents(files.filePath(u"vlans.csv"_s)), OtherApi::expectedVlansCsv());
        QCOMPARE(contents(files.filePath(u"subnets.csv"_s)), OtherApi::expectedSubnetsCsv());
        QCOMPARE(contents(files.filePath(u"ssh-keys.csv"_s)), OtherApi::expectedSshKeysCsv());
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

    void foldersThatCannotBeUsed_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("a file") << u"file"_s << QByteArray("is a file");
        QTest::newRow("in nothing") << u"no/where"_s << QByteArray("does not exist");
        QTest::newRow("in a file") << u"file/x"_s << QByteArray("is not a folder");
#ifdef Q_OS_LINUX
        QTest::newRow("where nothing can be made") << u"/proc/layerscope"_s << QByteArray("cannot be made");
#endif
    }

    void foldersThatCannotBeUsed()
    {
        QFETCH(QString, folder);
        QFETCH(QByteArray, says);
        QFile file(m_home->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        OtherApi api;
        run({u"export"_s, u"all"_s, u"--output"_s, QDir(m_home->path()).filePath(folder)},
            environmentOf(api));
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains(says), m_errors.constData());
        QCOMPARE(contents(file.fileName()), QByteArray("mine"));
        QCOMPARE(QDir(m_home->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"file"_s});
        if (!folder.startsWith(u'/'))
            QCOMPARE(api.server().requests().size(), 0); // not after a load of a minute
    }

    void aFileThatCannotBeWrittenCostsNoOther_data()
    {
        QTest::addColumn<bool>("isDiskFull");
        QTest::newRow("a folder in its place") << false;
#ifdef Q_OS_LINUX
        QTest::newRow("no room") << true;
#endif
    }

    void aFileThatCannotBeWrittenCostsNoOther()
    {
        QFETCH(bool, isDiskFull);
        const QString pools = m_home->filePath(u"pools.csv"_s);
        QVERIFY(isDiskFull ? QFile::link(u"/dev/full"_s, pools) : QDir().mkdir(pools));
        run({u"export"_s, u"all"_s, u"--output"_s, m_home->path(), u"--demo=30"_s}, {});
        QCOMPARE(m_exitCode, 3);
        QVERIFY2(m_errors.contains(isDiskFull ? "There is no room left" : "is a folder"),
                 m_errors.constData());
        QVERIFY2(m_errors.contains(allButSoManyFiles(1)), m_errors.constData());
        QVERIFY(contents(m_home->filePath(u"pool-members.csv"_s)).contains(",complete\r\n"));
        QVERIFY(contents(m_home->filePath(u"virtual.csv"_s)).contains(",complete\r\n"));
    }

#ifdef Q_OS_LINUX
    void fullDisk()
    {
        run({u"export"_s, u"pool-members"_s, u"--output"_s, u"/dev/full"_s, u"--demo=30"_s}, {});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("There is no room left"), m_errors.constData());
    }
#endif

    void poolsThatAreRefusedCostNoServers()
    {
        OtherApi api;
        api.server().setScript([script = api.script()](const ScriptedServer::Request &request) {
            if (!request.path().contains("getBandwidthAllotments"))
                return script(request);
            ScriptedServer::Answer answer = ScriptedServer::json(
                R"({"error":"Access Denied.","code":"SoftLayer_Exception_AccessDenied"})");
            answer.status = 500;
            return answer;
        });
        const QString old = m_home->filePath(u"pools.csv"_s);
        QFile file(old);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("yesterday") == 9);
        file.close();
        run({u"export"_s, u"all"_s, u"--output"_s, m_home->path()}, environmentOf(api));
        QCOMPARE(m_exitCode, 3);
        QVERIFY2(m_errors.contains("pools.csv\" was not written"), m_errors.constData());
        QVERIFY2(m_errors.contains("pool-members.csv\" was not written"), m_errors.constData());
        QVERIFY2(m_errors.contains(allButSoManyFiles(2)), m_errors.constData());
        QVERIFY2(m_errors.contains("The list of bandwidth pools is not complete."), m_errors.constData());
        QCOMPARE(contents(old), QByteArray("yesterday")); // an empty file would say that there are none
        QCOMPARE(contents(m_home->filePath(u"bare-metal.csv"_s)).count('\n'), 4);

        run({u"export"_s, u"pools"_s, u"--output"_s, old}, environmentOf(api));
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("The list of bandwidth pools is not complete."), m_errors.constData());
        QCOMPARE(contents(old), QByteArray("yesterday"));
    }

    void aWrongKeyMakesNoFolder()
    {
        OtherApi api;
        QProcessEnvironment environment = environmentOf(api);
        environment.insert(u"SL_API_KEY"_s, u"feedfacefeedface"_s);
        const QString folder = m_home->filePath(u"today"_s);
        run({u"export"_s, u"all"_s, u"--output"_s, folder}, environment);
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("user name or the API key"), m_errors.constData());
        QVERIFY(!QFile::exists(folder));
        QCOMPARE(api.server().requests().size(), 1);
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

    void wrongKey()
    {
        OtherApi api;
        QProcessEnvironment environment = environmentOf(api);
        environment.insert(u"SL_API_KEY"_s, u"feedfacefeedface"_s);
        const QString file = m_home->filePath(u"s.csv"_s);
        run({u"export"_s, u"servers"_s, u"--output"_s, file}, environment);
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("user name or the API key"), m_errors.constData());
        QVERIFY(!m_errors.contains("feedface"));
        QVERIFY(!QFile::exists(file));
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

        run({u"export"_s, u"servers"_s, u"--columns"_s, u"fqdn,cores"_s, u"--filter"_s, u"vm10 -fee>100"_s},
            environmentOf(api));
        QCOMPARE(m_exitCode, 3); // it is in the file, and perhaps should not
        QCOMPARE(m_output, QByteArray("fqdn,cores\r\nvm10.corp.test,2\r\n"));
        QVERIFY2(m_errors.contains("cannot tell whether 1 row"), m_errors.constData());
    }

    void filesThatCannotBeWritten_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no such folder") << u"nowhere/s.csv"_s << QByteArray("does not exist");
        QTest::newRow("a folder") << u"."_s << QByteArray("is a folder");
        QTest::newRow("in a file") << u"file/s.csv"_s << QByteArray("is not a folder");
        QTest::newRow("a link into nothing") << u"link"_s << QByteArray("cannot be written here");
#ifdef Q_OS_LINUX
        QTest::newRow("where nothing can be made")
            << u"/proc/s.csv"_s << QByteArray("cannot be written here");
#endif
    }

    /// Before the load, and nothing is left behind.
    void filesThatCannotBeWritten()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, says);
        QFile file(m_home->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        QVERIFY(QFile::link(m_home->filePath(u"nowhere/s.csv"_s), m_home->filePath(u"link"_s)));
        const auto names = [this] {
            return QDir(m_home->path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
        };
        const QStringList before = names();
        OtherApi api;
        run({u"export"_s, u"servers"_s, u"--output"_s, QDir(m_home->path()).filePath(path)},
            environmentOf(api));
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains(says), m_errors.constData());
        QCOMPARE(m_errors.count('\n'), 1);
        QVERIFY(api.server().requests().isEmpty());
        QCOMPARE(names(), before);
        QCOMPARE(contents(file.fileName()), QByteArray("mine"));
    }

    void anOldFileStaysWhenTheLoadFails()
    {
        OtherApi api;
        QProcessEnvironment environment = environmentOf(api);
        environment.insert(u"SL_API_KEY"_s, u"wrong"_s);
        const QString path = m_home->filePath(u"s.csv"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("yesterday") == 9);
        old.close();
        run({u"export"_s, u"servers"_s, u"--output"_s, path}, environment);
        QCOMPARE(m_exitCode, 1);
        QCOMPARE(contents(path), QByteArray("yesterday"));
    }

    void wrongUsageSaysWhatIsRight()
    {
        run({u"export"_s, u"pears"_s}, {});
        QCOMPARE(m_exitCode, 2);
        QVERIFY2(m_errors.contains("servers, bare-metal, virtual"), m_errors.constData());
        QCOMPARE(m_errors.count('\n'), 1);
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

#ifdef Q_OS_UNIX
    void aNameThatIsNoText()
    {
        OtherApi api;
        QProcess shell; // QProcess itself cannot give such a name
        shell.setProcessEnvironment(with(environmentOf(api)));
        shell.setWorkingDirectory(m_home->path());
        QSignalSpy finished(&shell, &QProcess::finished);
        shell.start(
            u"/bin/sh"_s,
            {u"-c"_s, u"exec \"$0\" export servers --output \"$(printf 'caf\\351.csv')\""_s, program()});
        QVERIFY(finished.wait(patience));
        QCOMPARE(shell.exitCode(), 2);
        const QByteArray errors = shell.readAllStandardError();
        QVERIFY2(errors.contains("not written in UTF-8"), errors.constData());
        QVERIFY(api.server().requests().isEmpty());
        QCOMPARE(QDir(m_home->path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot),
                 QStringList());
    }

    void aClosedStandardOutput()
    {
        OtherApi api;
        QProcess shell;
        shell.setProcessEnvironment(with(environmentOf(api)));
        QSignalSpy finished(&shell, &QProcess::finished);
        shell.start(u"/bin/sh"_s, {u"-c"_s, u"exec \"$0\" export servers >&-"_s, program()});
        QVERIFY(finished.wait(patience));
        QCOMPARE(shell.exitCode(), 1);
        const QByteArray errors = shell.readAllStandardError();
        QVERIFY2(errors.contains("Standard output is closed"), errors.constData());
        QVERIFY(api.server().requests().isEmpty());
    }

    void aReaderThatGoesAway()
    {
        QProcess shell;
        shell.setProcessEnvironment(base());
        QSignalSpy finished(&shell, &QProcess::finished);
        shell.start(u"/bin/sh"_s,
                    {u"-c"_s,
                     u"{ \"$0\" export servers --demo=3000 --columns all; echo \"exit $?\" >&2; } "
                     u"| head -c 100 >/dev/null"_s,
                     program()});
        QVERIFY(finished.wait(patience));
        const QByteArray errors = shell.readAllStandardError();
        QVERIFY2(errors.contains("could not be written to its end"), errors.constData());
        QVERIFY2(errors.contains("exit 1"), errors.constData());
    }

    void aFifoIsWrittenWhenItIsRead()
    {
        OtherApi api;
        const QString path = m_home->filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QProcess shell;
        shell.setProcessEnvironment(with(environmentOf(api)));
        QSignalSpy finished(&shell, &QProcess::finished);
        shell.start(u"/bin/sh"_s,
                    {u"-c"_s, u"cat \"$1\" & \"$0\" export servers --columns \"$2\" --output \"$1\"; wait"_s,
                     program(), path, OtherApi::expectedColumns()});
        QVERIFY(finished.wait(patience));
        QCOMPARE(shell.readAllStandardError(), QByteArray());
        QCOMPARE(shell.readAllStandardOutput(), OtherApi::expectedCsv());
    }

    void firstInterruptEndsAWaitingWrite_data()
    {
        QTest::addColumn<bool>("isFifo");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("a FIFO without a reader") << true << QByteArray("Stopped. Nothing was written.");
        QTest::newRow("a pipe that nobody reads")
            << false << QByteArray("Stopped. \"standard output\" has only the first rows.");
    }

    void firstInterruptEndsAWaitingWrite()
    {
        QFETCH(bool, isFifo);
        QFETCH(QByteArray, says);
        const QString path = m_home->filePath(u"pipe"_s);
        int ends[2] = {-1, -1};
        QCOMPARE(::pipe(ends), 0);
        if (isFifo)
            QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        OtherApi api;
        QProcess process;
        process.setProcessEnvironment(isFifo ? with(environmentOf(api)) : base());
        if (!isFifo)
            process.setChildProcessModifier([write = ends[1]] { ::dup2(write, STDOUT_FILENO); });
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(program(), isFifo ? QStringList{u"export"_s, u"servers"_s, u"--output"_s, path}
                                        : QStringList{u"export"_s, u"servers"_s, u"--columns"_s, u"all"_s,
                                                      u"--demo=3000"_s});
        QVERIFY(process.waitForStarted());
        if (isFifo) {
            QByteArray said;
            const QByteArray awaited = "Waiting until something reads \"" + QFile::encodeName(path) + '"';
            const auto isTold = [&] {
                said += process.readAllStandardError();
                return said.contains(awaited);
            };
            QTRY_VERIFY_WITH_TIMEOUT(isTold(), patience);
        } else {
            const auto isFull = [&ends] { // no page of the pipe is free
                pollfd room{ends[1], POLLOUT, 0};
                return ::poll(&room, 1, 0) == 0;
            };
            QTRY_VERIFY_WITH_TIMEOUT(isFull(), patience);
        }
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(!finished.isEmpty() || finished.wait(patience));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(errors.contains(says), errors.constData());
        ::close(ends[0]);
        ::close(ends[1]);
    }

    void nothingCommandsATerminal()
    {
        OtherApi api;
        api.server().setScript([script = api.script()](const ScriptedServer::Request &request) {
            ScriptedServer::Answer answer = script(request);
            answer.body.replace("\"ora1.corp.test\"", "\"\\u001b]0;mine\\u0007\\u009b31m\"");
            return answer;
        });
        const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
        const QByteArray name = ::ptsname(terminal);
        QProcess process;
        process.setProcessEnvironment(with(environmentOf(api)));
        process.setChildProcessModifier(
            [name] { ::dup2(::open(name.constData(), O_RDWR | O_NOCTTY), STDOUT_FILENO); });
        const int keeper = ::open(name.constData(), O_RDWR | O_NOCTTY); // or the pair is gone with the child
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(program(), {u"export"_s, u"bare-metal"_s, u"--columns"_s, u"fqdn"_s});
        QVERIFY(finished.wait(patience));
        QCOMPARE(process.exitCode(), 0);
        QByteArray shown(4096, '\0');
        shown.resize(::read(terminal, shown.data(), static_cast<std::size_t>(shown.size())));
        ::close(keeper);
        ::close(terminal);
        QVERIFY2(shown.contains("\xEF\xBF\xBD]0;mine\xEF\xBF\xBD\xEF\xBF\xBD"
                                "31m"),
                 shown.constData());
        QVERIFY2(!shown.contains('\x1b'), shown.constData());

        run({u"export"_s, u"\u001b]0;mine\u0007"_s}, {});
        QCOMPARE(m_exitCode, 2);
        QVERIFY2(!m_errors.contains('\x1b'), m_errors.constData());
        QVERIFY2(m_errors.contains("\xEF\xBF\xBD]0;mine"), m_errors.constData());
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

    void controlCLeavesNothingBehind()
    {
        ScriptedServer server;
        server.setScript([](const ScriptedServer::Request &) {
            return ScriptedServer::fault(ScriptedServer::Answer::Fault::Hold);
        });
        QSignalSpy held(&server, &ScriptedServer::heldCountChanged);

        QProcess process;
        QProcessEnvironment environment = base();
        environment.insert(u"SL_USERNAME"_s, u"u"_s);
        environment.insert(u"SL_API_KEY"_s, u"k"_s);
        environment.insert(u"SL_ENDPOINT_URL"_s, server.restBase().toString());
        process.setProcessEnvironment(environment);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(program(), {u"export"_s, u"servers"_s, u"--output"_s, m_home->filePath(u"s.csv"_s)});
        QVERIFY(held.wait(patience)); // it waits for an answer now
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(!finished.isEmpty() || finished.wait(patience));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("Nothing was written"));
        QCOMPARE(QDir(m_home->path()).entryList(QDir::Files), QStringList());
    }

    /// As `ulimit -n 20` would: no event loop would come about, and GLib would end the program for it.
    void saysThatTooFewFilesMayBeOpen()
    {
        for (const int limit : {12, 20, 32, 100}) {
            QProcess process;
            process.setProcessEnvironment(base());
            process.setChildProcessModifier([limit] {
                const rlimit few{static_cast<rlim_t>(limit), static_cast<rlim_t>(limit)};
                ::setrlimit(RLIMIT_NOFILE, &few);
            });
            QSignalSpy finished(&process, &QProcess::finished);
            process.start(program(), {u"export"_s, u"servers"_s, u"--demo=small"_s, u"--output"_s,
                                      m_home->filePath(u"s.csv"_s)});
            QVERIFY(!finished.isEmpty() || finished.wait(patience));
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QCOMPARE(process.exitCode(), 1);
            const QByteArray errors = process.readAllStandardError();
            const QByteArray only = "Only " + QByteArray::number(limit) + " files";
            QVERIFY2(errors.contains(only), errors.constData());
            QVERIFY2(errors.contains("ulimit -n"), errors.constData());
        }
    }
#endif

private:
    static constexpr int patience = 60'000; // ms; sanitizers are slow
    /// Of "export all": bare-metal, virtual, pools, pool-members, vlans, subnets, ssh-keys.
    static constexpr int allFiles = 7;

    static QByteArray allButSoManyFiles(int missing)
    {
        return u"%1 of %2 files were written."_s.arg(allFiles - missing).arg(allFiles).toUtf8();
    }

    static QString program()
    {
        return QStringLiteral(LAYERSCOPE_PROGRAM);
    }

    /// Nothing of the account of whoever runs the tests, and no display.
    [[nodiscard]] QProcessEnvironment base() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : environment.keys()) {
            if (name.startsWith("SL_"_L1) || name.startsWith("SOFTLAYER_"_L1) ||
                name.endsWith("_proxy"_L1, Qt::CaseInsensitive))
                environment.remove(name);
        }
        for (const auto name : {"DISPLAY"_L1, "WAYLAND_DISPLAY"_L1, "QT_QPA_PLATFORM"_L1})
            environment.remove(name);
        environment.insert(u"HOME"_s, m_home->path());
        return environment;
    }

    [[nodiscard]] static QProcessEnvironment environmentOf(const OtherApi &api)
    {
        QProcessEnvironment environment;
        environment.insert(u"SL_USERNAME"_s, OtherApi::userName());
        environment.insert(u"SL_API_KEY"_s, OtherApi::apiKey());
        environment.insert(u"SL_ENDPOINT_URL"_s, api.restBase().toString());
        return environment;
    }

    [[nodiscard]] QProcessEnvironment with(const QProcessEnvironment &added) const
    {
        QProcessEnvironment environment = base();
        environment.insert(added);
        return environment;
    }

    void run(const QStringList &arguments, const QProcessEnvironment &added)
    {
        QProcess process;
        process.setProcessEnvironment(with(added));
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(program(), arguments);
        QVERIFY(finished.wait(patience));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        m_exitCode = process.exitCode();
        m_output = process.readAllStandardOutput();
        m_errors = process.readAllStandardError();
    }

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

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_home;
    int m_exitCode = -1;
    QByteArray m_output;
    QByteArray m_errors;
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestProgram)
#include "tst_program.moc"
