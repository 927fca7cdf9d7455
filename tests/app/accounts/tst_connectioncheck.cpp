// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectioncheck.h"

#include "api/allowlist.h"
#include "demo/simulatedserver.h"
#include "support/apicalls.h"
#include "support/scriptedserver.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

using Access = AccessFinding::Access;
using Area = AccessFinding::Area;

/// A check against an API that answers by script, and against the demo account.
class TestConnectionCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aKeyThatSeesEverything();
    void whatIsRefused_data();
    void whatIsRefused();
    void whatTheAnswersMean_data();
    void whatTheAnswersMean();
    void theDefaultRackIsNoPool();
    void countsThatAreNotPermitted();
    void aUserThatIsNotTold();
    void noCallCanSucceed_data();
    void noCallCanSucceed();
    void aWrongKeyIsTriedOnce();
    void aKeyThatExpiresMeanwhile();
    void aUserThatIsLostCostsNoReport();
    void deletedByWhoHearsIt_data();
    void deletedByWhoHearsIt();
    void secretsInAnswers();
    void nobodyThere();
    void anAccountThatIsRefusedAltogether();
    void destroyedMeanwhile();
    void asksForLittle();
    void aTextToPaste();

private:
    using Answer = ScriptedServer::Answer;
    using Request = ScriptedServer::Request;
    using Answers = QHash<QByteArray, Answer>; ///< By part of the target

    static Answer failure(int status, const QByteArray &code)
    {
        return {status, "{\"error\":\"No.\",\"code\":\"" + code + "\"}", {}, Answer::Fault::None};
    }
    static Answer refusal() { return failure(500, "SoftLayer_Exception_AccessDenied"); }

    void answer(const Answers &others);
    Result<ConnectionReport> run(const Connection &connection);
    static AccessFinding findingOf(const ConnectionReport &report, Area area);

    std::unique_ptr<ScriptedServer> m_server;
};

void TestConnectionCheck::init()
{
    m_server = std::make_unique<ScriptedServer>();
    answer({});
}

/// An account in good health, but for what `others` say.
void TestConnectionCheck::answer(const Answers &others)
{
    m_server->setScript([others](const Request &request) {
        for (auto other = others.cbegin(); other != others.cend(); ++other) {
            if (request.target.contains(other.key()))
                return other.value();
        }
        const QByteArray path = request.path();
        if (path.contains("getCurrentUser"))
            return ScriptedServer::json(
                R"({"id":7,"username":"1234567_pat","firstName":"Pat","lastName":"Doe"})");
        if (path.contains("getObject") && request.target.contains("nextInvoice"))
            return ScriptedServer::json(R"({"id":1234567,"nextInvoiceTotalAmount":0})");
        if (path.contains("getObject"))
            return ScriptedServer::json(R"({"id":1234567,"companyName":"Example Corp","hardwareCount":12,
                "virtualGuestCount":3,"virtualDedicatedRackCount":5,"bandwidthAllotmentCount":6})");
        return ScriptedServer::json(R"([{"id":1},{"id":2}])");
    });
}

Result<ConnectionReport> TestConnectionCheck::run(const Connection &connection)
{
    ConnectionCheck check(connection);
    QList<Result<ConnectionReport>> reports;
    connect(&check, &ConnectionCheck::finished, this,
            [&reports](const Result<ConnectionReport> &report) { reports.append(report); });
    check.start();
    if (!QTest::qWaitFor([&reports] { return !reports.isEmpty(); }, 60'000))
        return Unexpected(ApiError::make(ApiError::Kind::Cancelled, u"never finished"_s));
    QCoreApplication::sendPostedEvents();
    if (reports.size() != 1)
        return Unexpected(ApiError::make(ApiError::Kind::Cancelled, u"finished more than once"_s));
    return reports.first();
}

AccessFinding TestConnectionCheck::findingOf(const ConnectionReport &report, Area area)
{
    const auto found = std::find_if(report.findings.cbegin(), report.findings.cend(),
                                    [area](const AccessFinding &finding) { return finding.area == area; });
    return found == report.findings.cend() ? AccessFinding{} : *found;
}

void TestConnectionCheck::aKeyThatSeesEverything()
{
    const Result<ConnectionReport> report = run(connectionTo(m_server->restBase()));
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->userName, u"1234567_pat"_s);
    QCOMPARE(report->personName, u"Pat Doe"_s);
    QCOMPARE(report->accountId, 1234567);
    QCOMPARE(report->companyName, u"Example Corp"_s);
    QCOMPARE(report->findings.size(), 4);
    for (const AccessFinding &finding : report->findings)
        QVERIFY2(finding.access == Access::Yes, qPrintable(areaName(finding.area)));
    QVERIFY(report->seesEverything());
    QVERIFY(report->permissionRequest().isEmpty());
    QVERIFY(findingOf(*report, Area::Hardware).sentence.contains(u"12"_s));
    // The default rack is an allotment, but no pool.
    QVERIFY(findingOf(*report, Area::Bandwidth).sentence.contains(u"5"_s));
}

void TestConnectionCheck::whatIsRefused_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("property");
    QTest::addColumn<int>("area");
    QTest::addColumn<QString>("permission");

    struct Part
    {
        const char *name;
        Area area;
        QString permission;
    };
    const QList<Part> parts{{"hardware", Area::Hardware, u"HARDWARE_VIEW"_s},
                            {"virtualGuests", Area::Virtual, u"VIRTUAL_GUEST_VIEW"_s},
                            {"nextInvoiceTotalAmount", Area::Billing, QString()},
                            {"bandwidthAllotments", Area::Bandwidth, u"BANDWIDTH_MANAGE"_s}};
    for (const Part &part : parts) {
        for (const Fault::Kind kind : {Fault::Kind::RefusedRelation, Fault::Kind::ConcealedRelation}) {
            const QByteArray name =
                QByteArray(part.name) + (kind == Fault::Kind::RefusedRelation ? ", said" : ", as not found");
            QTest::newRow(name.constData())
                << int(kind) << QString::fromLatin1(part.name) << int(part.area) << part.permission;
        }
    }
}

/// By the demo account, whose mask and filter rules are those of the real one.
void TestConnectionCheck::whatIsRefused()
{
    QFETCH(int, kind);
    QFETCH(QString, property);
    QFETCH(int, area);
    QFETCH(QString, permission);
    FaultPlan plan;
    plan.faults = {{static_cast<Fault::Kind>(kind), {}, 0, property, {}}};
    SimulatedServer demo(60, {}, plan);
    QVERIFY(demo.start());
    Connection connection = connectionTo(demo.restUrl());
    connection.credentials = {Credentials::Scheme::Basic, demo.userName(), demo.apiKey()};
    const Result<ConnectionReport> report = run(connection);
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QVERIFY(!report->companyName.isEmpty());
    for (const AccessFinding &finding : report->findings) {
        const bool isTheOne = int(finding.area) == area;
        QVERIFY2(finding.access == (isTheOne ? Access::No : Access::Yes), qPrintable(areaName(finding.area)));
        if (isTheOne) {
            QCOMPARE(finding.permission, permission);
            QVERIFY2(finding.sentence.contains(permission), qPrintable(finding.sentence));
        }
    }
    QVERIFY(!report->seesEverything());
}

void TestConnectionCheck::whatTheAnswersMean_data()
{
    QTest::addColumn<Answers>("answers");
    QTest::addColumn<int>("area");
    QTest::addColumn<int>("access");
    QTest::addColumn<QString>("words");

    const QByteArray none = R"({"id":7,"companyName":"E","hardwareCount":0,"virtualGuestCount":0,
        "virtualDedicatedRackCount":0})";
    QTest::newRow("counted, but none are seen") << Answers{{"getHardware", ScriptedServer::json("[]")}}
                                                << int(Area::Hardware) << int(Access::No) << u"12"_s;
    QTest::newRow("none to see") << Answers{{"hardwareCount", ScriptedServer::json(none)},
                                            {"getHardware", ScriptedServer::json("[]")}}
                                 << int(Area::Hardware) << int(Access::Unknown) << u"None"_s;
    QTest::newRow("no amount") << Answers{{"nextInvoice", ScriptedServer::json(R"({"id":7})")}}
                               << int(Area::Billing) << int(Access::Unknown) << u"did not say"_s;
    QTest::newRow("an amount of nothing is an amount")
        << Answers{{"nextInvoice", ScriptedServer::json(R"({"id":7,"nextInvoiceTotalAmount":0})")}}
        << int(Area::Billing) << int(Access::Yes) << QString();
    QTest::newRow("a single row without brackets")
        << Answers{{"getVirtualGuests", ScriptedServer::json(R"({"id":1})")}} << int(Area::Virtual)
        << int(Access::Yes) << QString();
    QTest::newRow("a breakdown")
        << Answers{{"getBandwidthAllotments",
                    {502, "<html><title>Bad gateway</title></html>", {}, Answer::Fault::None}}}
        << int(Area::Bandwidth) << int(Access::Unknown) << u"Could not be told"_s;
}

void TestConnectionCheck::whatTheAnswersMean()
{
    QFETCH(Answers, answers);
    QFETCH(int, area);
    QFETCH(int, access);
    QFETCH(QString, words);
    answer(answers);
    const Result<ConnectionReport> report = run(connectionTo(m_server->restBase()));
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    const AccessFinding finding = findingOf(*report, static_cast<Area>(area));
    QCOMPARE(int(finding.access), access);
    QVERIFY2(finding.sentence.contains(words), qPrintable(finding.sentence));
}

void TestConnectionCheck::theDefaultRackIsNoPool()
{
    const auto finding = [this](const Answers &others) {
        answer(others);
        const Result<ConnectionReport> report = run(connectionTo(m_server->restBase()));
        return report ? findingOf(*report, Area::Bandwidth) : AccessFinding{};
    };
    const Answer account =
        ScriptedServer::json(R"({"id":1234567,"companyName":"Example Corp","bandwidthAllotmentCount":1,
            "virtualDedicatedRackCount":0})");
    // An account that has no pools counts 1 allotment, its rack: that is no pool that the key does not see.
    QVERIFY(finding({{"virtualDedicatedRackCount", account},
                     {"getBandwidthAllotments", ScriptedServer::json("[]")}})
                .access == Access::Unknown);
    const QList<Request> &requests = m_server->requests();
    const auto probe = std::find_if(requests.cbegin(), requests.cend(), [](const Request &request) {
        return request.path().contains("getBandwidthAllotments");
    });
    QVERIFY(probe != requests.cend());
    QCOMPARE(probe->query("objectFilter"),
             QByteArray(R"({"bandwidthAllotments":{"bandwidthAllotmentTypeId":{"operation":2}}})"));

    // Should the filter not be kept.
    QVERIFY(finding({{"virtualDedicatedRackCount", account},
                     {"getBandwidthAllotments",
                      ScriptedServer::json(R"([{"id":1,"bandwidthAllotmentTypeId":1}])")}})
                .access == Access::Unknown);

    // The number is that of the list.
    SimulatedServer demo(200, {}, {}, 12);
    QVERIFY(demo.start());
    const Result<ConnectionReport> report = run({demo.restUrl(),
                                                 {Credentials::Scheme::Basic, demo.userName(), demo.apiKey()},
                                                 QNetworkProxy(QNetworkProxy::NoProxy)});
    QVERIFY(report);
    QCOMPARE(findingOf(*report, Area::Bandwidth).sentence, u"12 in this account."_s);
}

void TestConnectionCheck::countsThatAreNotPermitted()
{
    m_server->setScript([](const Request &request) {
        if (request.target.contains("hardwareCount"))
            return refusal();
        if (request.path().contains("getObject"))
            return ScriptedServer::json(
                R"({"id":1234567,"companyName":"Example Corp","nextInvoiceTotalAmount":3.5})");
        return ScriptedServer::json(R"([{"id":1}])");
    });
    const Result<ConnectionReport> report = run(connectionTo(m_server->restBase()));
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->companyName, u"Example Corp"_s);
    QVERIFY(findingOf(*report, Area::Hardware).access == Access::Yes);
}

void TestConnectionCheck::aUserThatIsNotTold()
{
    answer({{"getCurrentUser", refusal()}});
    const Result<ConnectionReport> report = run(connectionTo(m_server->restBase()));
    QVERIFY(report);
    QVERIFY(report->userName.isEmpty());
    QVERIFY(report->seesEverything());
}

void TestConnectionCheck::noCallCanSucceed_data()
{
    QTest::addColumn<Answer>("said");
    QTest::addColumn<int>("kind");
    QTest::newRow("wrong key") << failure(401, "SoftLayer_Exception_Public")
                               << int(ApiError::Kind::Unauthorized);
    QTest::newRow("expired token") << failure(
                                          500,
                                          "SoftLayer_Exception_Account_Authentication_AccessTokenValidation")
                                   << int(ApiError::Kind::Unauthorized);
    QTest::newRow("inactive account")
        << Answer{500,
                  R"({"error":"Account 1234567 is not ACTIVE. Your request cannot be processed.","code":"SoftLayer_Exception_Public"})",
                  {},
                  Answer::Fault::None}
        << int(ApiError::Kind::Inactive);
    QTest::newRow("a proxy's login") << failure(407, "") << int(ApiError::Kind::Proxy);
    QTest::newRow("another kind of server")
        << Answer{200, "<html><body>Welcome</body></html>", {}, Answer::Fault::None}
        << int(ApiError::Kind::BadResponse);
}

void TestConnectionCheck::noCallCanSucceed()
{
    QFETCH(Answer, said);
    QFETCH(int, kind);
    m_server->setScript([said](const Request &) { return said; });
    const Result<ConnectionReport> report = run(connectionTo(m_server->restBase()));
    QVERIFY(!report);
    QCOMPARE(int(report.error().kind), kind);
    QVERIFY(!report.error().message.isEmpty());
    QVERIFY(!report.error().message.contains(testSecret));
    QVERIFY(!report.error().detail.contains(testSecret));
}

/// Several calls with a wrong key at the same time may lock the user out.
void TestConnectionCheck::aWrongKeyIsTriedOnce()
{
    m_server->setScript([](const Request &) { return failure(401, "SoftLayer_Exception_Public"); });
    QVERIFY(!run(connectionTo(m_server->restBase())));
    QCOMPARE(m_server->requests().size(), 1);
}

void TestConnectionCheck::aKeyThatExpiresMeanwhile()
{
    const Answer expired = failure(500, "SoftLayer_Exception_Account_Authentication_AccessTokenValidation");
    answer({{"getCurrentUser", expired}, {"getHardware", expired}, {"getVirtualGuests", expired}});
    const Result<ConnectionReport> report = run(connectionTo(m_server->restBase())); // once
    QVERIFY(!report);
    QVERIFY(report.error().kind == ApiError::Kind::Unauthorized);
}

void TestConnectionCheck::aUserThatIsLostCostsNoReport()
{
    answer({{"getCurrentUser", ScriptedServer::fault(Answer::Fault::Drop)}});
    const Result<ConnectionReport> report = run(connectionTo(m_server->restBase()));
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QVERIFY(report->userName.isEmpty());
    QCOMPARE(report->companyName, u"Example Corp"_s);
}

void TestConnectionCheck::deletedByWhoHearsIt_data()
{
    QTest::addColumn<Answers>("answers");
    const Answer refused = failure(401, "SoftLayer_Exception_Public");
    QTest::newRow("report") << Answers();
    QTest::newRow("error at once") << Answers{{"SoftLayer_Account", refused}};
    QTest::newRow("error of the user") << Answers{{"getCurrentUser", refused}};
    QTest::newRow("error of a part") << Answers{{"getHardware", refused}};
}

/// A dialog that closes itself, say.
void TestConnectionCheck::deletedByWhoHearsIt()
{
    QFETCH(Answers, answers);
    answer(answers);
    auto check = std::make_unique<ConnectionCheck>(connectionTo(m_server->restBase()));
    connect(check.get(), &ConnectionCheck::finished, this, [&check] { check.reset(); });
    check->start();
    QTRY_VERIFY(!check);
}

void TestConnectionCheck::secretsInAnswers()
{
    const QByteArray words = R"({"error":"The key )" + testSecret.toUtf8() +
                             R"( may not.","code":"SoftLayer_Exception_)" + testSecret.toUtf8() + "\"}";
    const Answer telling{500, words, {}, Answer::Fault::None};
    answer({{"getHardware", telling}, {"nextInvoice", telling}});
    const Result<ConnectionReport> report = run(connectionTo(m_server->restBase()));
    QVERIFY(report);
    QVERIFY(findingOf(*report, Area::Hardware).access == Access::Unknown);
    for (const AccessFinding &finding : report->findings)
        QVERIFY2(!finding.sentence.contains(testSecret), qPrintable(areaName(finding.area)));
    QVERIFY(!report->permissionRequest().contains(testSecret));

    answer({{"getObject", telling}});
    const Result<ConnectionReport> failed = run(connectionTo(m_server->restBase()));
    QVERIFY(!failed);
    const ApiError &error = failed.error();
    QVERIFY(!QString(error.message + error.detail + error.code).contains(testSecret));
}

void TestConnectionCheck::nobodyThere()
{
    const QUrl base = m_server->restBase();
    m_server.reset();
    const Result<ConnectionReport> report = run(connectionTo(base));
    QVERIFY(!report);
    QVERIFY(report.error().kind == ApiError::Kind::Offline);
}

void TestConnectionCheck::anAccountThatIsRefusedAltogether()
{
    answer({{"getObject", refusal()}});
    const Result<ConnectionReport> report = run(connectionTo(m_server->restBase()));
    QVERIFY(!report);
    QVERIFY(report.error().kind == ApiError::Kind::Forbidden);
}

void TestConnectionCheck::destroyedMeanwhile()
{
    m_server->setScript([](const Request &) { return ScriptedServer::fault(Answer::Fault::Hold); });
    auto check = std::make_unique<ConnectionCheck>(connectionTo(m_server->restBase()));
    QSignalSpy finished(check.get(), &ConnectionCheck::finished);
    check->start();
    QTRY_VERIFY(m_server->heldCount() > 0);
    check.reset();
    QTRY_COMPARE(m_server->heldCount(), 0); // the calls are given up
    QCOMPARE(finished.count(), 0);
}

void TestConnectionCheck::asksForLittle()
{
    QVERIFY(run(connectionTo(m_server->restBase())));
    QCOMPARE(m_server->requests().size(), 6);
    for (const Request &request : m_server->requests()) {
        QCOMPARE(request.verb, QByteArray("GET"));
        const QByteArray limit = request.query("resultLimit");
        QVERIFY2(limit.isEmpty() || limit == "0,2", limit.constData());
        QVERIFY(!request.query("objectMask").isEmpty());
        const QList<QByteArray> parts = request.path().split('/');
        const QByteArray method = parts.constLast().split('.').constFirst();
        QVERIFY2(std::any_of(allowedMethods().begin(), allowedMethods().end(),
                             [&](const AllowedMethod &allowed) { return method == allowed.method.data(); }),
                 method.constData());
    }
}

void TestConnectionCheck::aTextToPaste()
{
    answer({{"getHardware", refusal()}, {"nextInvoice", refusal()}});
    const Result<ConnectionReport> report = run(connectionTo(m_server->restBase()));
    QVERIFY(report);
    const QString text = report->permissionRequest();
    for (const QString &part :
         {u"Example Corp (1234567)"_s, u"1234567_pat"_s, u"HARDWARE_VIEW"_s, u"billing"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY(!text.contains(u"VIRTUAL_GUEST_VIEW"_s));
    QVERIFY(!text.contains(testSecret));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestConnectionCheck)
#include "tst_connectioncheck.moc"
