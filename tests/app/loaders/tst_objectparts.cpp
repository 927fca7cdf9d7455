// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/objectparts.h"

#include "api/redactor.h"
#include "demo/simulatedserver.h"
#include "methodfault.h"
#include "quickclock.h"
#include "support/scriptedserver.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<PartSpec> specs()
{
    return {{"object", "getObject", ObjectMask{"id", "hostname"}, {}},
            {"vlans", "getNetworkVlans", ObjectMask{"id", "vlanNumber"}, {}},
            {"tags", "getTagReferences", ObjectMask{"id", "tag.name"}, {}},
            {"billing", "getBillingItem", ObjectMask{"id"}, {}},
            {"drives", "getHardDrives", ObjectMask{"id"}, {}},
            {"usage", "getBillingCycleBandwidthUsage", ObjectMask{"amountOut"}, {}}};
}

std::unique_ptr<ApiClient> clientOf(const QUrl &restBase, Credentials credentials, Clock &clock, int calls)
{
    ApiClient::Options options;
    options.limits = {calls, calls, 100'000};
    options.connectTimeout = std::chrono::minutes(5);
    options.transferTimeout = std::chrono::minutes(20);
    options.asksBeside = false; // a slow machine is no lost answer
    return std::make_unique<ApiClient>(
        Connection{restBase, std::move(credentials), QNetworkProxy(QNetworkProxy::NoProxy)}, options, clock);
}

/// The parts of one demo server and what was heard of them.
struct PartsCourse
{
    static constexpr int patience = 60'000; // ms; sanitizers are slow

    explicit PartsCourse(const FaultPlan &faults = {}, LatencyModel latency = {}, int calls = 30)
        : server(20, latency, faults)
    {
        if (!server.start())
            qFatal("the demo account's server has no port");
        client = clientOf(server.restUrl(), {Credentials::Scheme::Basic, server.userName(), server.apiKey()},
                          clock, calls);
        parts = std::make_unique<ObjectParts>(*client, "SoftLayer_Hardware_Server",
                                              QString::number(server.account().hardwareId(3)), specs());
        QObject::connect(parts.get(), &ObjectParts::arrived,
                         [this](const QByteArray &key, const QJsonValue &value) {
                             values.insert(QString::fromLatin1(key), value);
                         });
        QObject::connect(parts.get(), &ObjectParts::failed,
                         [this](const QByteArray &key, const ApiError &error) { errors.insert(key, error); });
    }

    [[nodiscard]] bool untilDone()
    {
        QSignalSpy done(parts.get(), &ObjectParts::done);
        return done.wait(patience);
    }

    SimulatedServer server;
    QuickClock clock;
    std::unique_ptr<ApiClient> client;
    std::unique_ptr<ObjectParts> parts;
    QJsonObject values;
    QHash<QByteArray, ApiError> errors;
};

} // namespace

class TestObjectParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allGoOutTogether();
    void valuesAreWhatTheApiSent();
    void scalarsAndNothing();
    void refusedPartCostsItself();
    void hangingPartCostsItself();
    void retryAbortsWhatHangs();
    void cancelIsSilent();
    void destructionAborts();
    void startsOverInsideItsOwnSignal();
    void secretsEndBeforeTheyAreHeard();
};

void TestObjectParts::allGoOutTogether()
{
    // Long enough that none can be answered while others are still being sent.
    PartsCourse course({}, {std::chrono::milliseconds(300), {}, {}});
    QCOMPARE(course.values.size(), 0);
    course.parts->start();
    QVERIFY(course.parts->isUnderWay("object"));
    QVERIFY(course.untilDone());
    QCOMPARE(course.values.size(), specs().size());
    const QList<LoggedCall> calls = course.server.log().calls();
    QCOMPARE(calls.size(), specs().size());
    const auto startedLater = [](const LoggedCall &a, const LoggedCall &b) {
        return a.startedAt < b.startedAt;
    };
    const auto finishedLater = [](const LoggedCall &a, const LoggedCall &b) {
        return a.finishedAt < b.finishedAt;
    };
    const auto lastStart = std::max_element(calls.begin(), calls.end(), startedLater)->startedAt;
    const auto firstEnd = std::min_element(calls.begin(), calls.end(), finishedLater)->finishedAt;
    QVERIFY2(lastStart < firstEnd, "a call waited for another");
}

void TestObjectParts::valuesAreWhatTheApiSent()
{
    PartsCourse course;
    course.parts->start();
    QVERIFY(course.untilDone());
    QVERIFY(course.parts->isDone());
    const SimulatedAccount &truth = course.server.account();
    QCOMPARE(course.values["object"_L1].toObject(),
             (QJsonObject{{u"id"_s, truth.hardwareId(3)},
                          {u"hostname"_s, truth.hardwareValue(3, u"hostname"_s)}}));
    QCOMPARE(course.values["vlans"_L1].toArray().size(),
             truth.hardwareValue(3, u"networkVlans"_s).toArray().size());
}

void TestObjectParts::scalarsAndNothing()
{
    ScriptedServer server;
    server.setScript([](const ScriptedServer::Request &request) {
        return ScriptedServer::json(request.target.contains("getBillingItem") ? "null" : "33445566");
    });
    QuickClock clock;
    const auto client =
        clientOf(server.restBase(), {Credentials::Scheme::Basic, u"me"_s, u"key"_s}, clock, 30);
    ObjectParts parts(*client, "SoftLayer_Hardware_Server", u"1"_s,
                      {{"nothing", "getBillingItem", ObjectMask{"id"}, {}},
                       {"number", "getNetworkVlans", ObjectMask{"id"}, {}}});
    QHash<QByteArray, QJsonValue> values;
    connect(&parts, &ObjectParts::arrived, this,
            [&values](const QByteArray &key, const QJsonValue &value) { values.insert(key, value); });
    QSignalSpy done(&parts, &ObjectParts::done);
    parts.start();
    QVERIFY(done.wait(PartsCourse::patience));
    QCOMPARE(values.value("nothing"), QJsonValue(QJsonValue::Null));
    QCOMPARE(values.value("number"), QJsonValue(33445566));
}

void TestObjectParts::refusedPartCostsItself()
{
    PartsCourse course({{{Fault::Kind::RefusedRelation, {}, 0, u"billingItem"_s, {}},
                         methodFault(Fault::Kind::HtmlBadGateway, u"getNetworkVlans"_s)}});
    course.parts->start();
    QVERIFY(course.untilDone());
    QCOMPARE(course.values.size(), specs().size() - 2);
    QCOMPARE(course.errors.size(), 2);
    QVERIFY(course.errors.value("billing").kind == ApiError::Kind::Forbidden);
    QCOMPARE(course.errors.value("vlans").httpStatus, 502);
}

void TestObjectParts::hangingPartCostsItself()
{
    PartsCourse course({{methodFault(Fault::Kind::Hang, u"getHardDrives"_s)}});
    course.parts->start();
    QTRY_COMPARE_WITH_TIMEOUT(course.values.size(), specs().size() - 1, PartsCourse::patience);
    QVERIFY(course.errors.isEmpty());
    QVERIFY(course.parts->isUnderWay("drives"));
    QVERIFY(!course.parts->isDone());
}

void TestObjectParts::retryAbortsWhatHangs()
{
    PartsCourse course({{methodFault(Fault::Kind::Hang, u"getHardDrives"_s, 1)}});
    course.parts->start();
    QTRY_COMPARE_WITH_TIMEOUT(course.values.size(), specs().size() - 1, PartsCourse::patience);
    QSignalSpy done(course.parts.get(), &ObjectParts::done);
    QVERIFY(course.parts->retry("drives"));
    QVERIFY(done.wait(PartsCourse::patience));
    QVERIFY(course.values.contains("drives"_L1));
    QCOMPARE(course.client->scheduler().inFlight(), 0);
    QVERIFY(!course.parts->retry("nonsense"));
}

void TestObjectParts::cancelIsSilent()
{
    PartsCourse course({{methodFault(Fault::Kind::Hang, {})}}, {}, 2);
    QSignalSpy done(course.parts.get(), &ObjectParts::done);
    course.parts->start();
    QTRY_COMPARE_WITH_TIMEOUT(course.server.log().calls().size(), 2, PartsCourse::patience);
    course.parts->cancel();
    QVERIFY(course.parts->isDone());
    QCOMPARE(course.client->scheduler().inFlight(), 0);

    // Neither the aborted ones nor those that waited are heard of, and the window is free for others.
    course.server.setFaultPlan({});
    course.parts->start();
    QVERIFY(done.wait(PartsCourse::patience));
    QCOMPARE(course.values.size(), specs().size());
    QVERIFY(course.errors.isEmpty());
    QCOMPARE(done.size(), 1);
    QCOMPARE(course.server.log().calls().size(), 2 + specs().size());
}

void TestObjectParts::destructionAborts()
{
    PartsCourse course({{methodFault(Fault::Kind::Hang, {})}});
    course.parts->start();
    QTRY_COMPARE_WITH_TIMEOUT(course.client->scheduler().inFlight(), int(specs().size()),
                              PartsCourse::patience);
    course.parts.reset();
    QCOMPARE(course.client->scheduler().inFlight(), 0);
}

void TestObjectParts::startsOverInsideItsOwnSignal()
{
    PartsCourse course;
    int arrivals = 0;
    connect(course.parts.get(), &ObjectParts::arrived, this, [&] {
        if (++arrivals == 2)
            course.parts->start();
    });
    course.parts->start();
    QVERIFY(course.untilDone());
    QCOMPARE(arrivals, 2 + specs().size());

    connect(course.parts.get(), &ObjectParts::arrived, this, [&] { course.parts.reset(); });
    course.parts->start();
    QTRY_VERIFY_WITH_TIMEOUT(!course.parts, PartsCourse::patience);
    QTRY_COMPARE(course.client->scheduler().inFlight(), 0);
}

void TestObjectParts::secretsEndBeforeTheyAreHeard()
{
    ScriptedServer server;
    server.setScript([](const ScriptedServer::Request &) {
        return ScriptedServer::json(R"({"id":1,"passwords":[{"username":"root","password":"hunter2"}],)"
                                    R"("userData":[{"value":"hunter2"}],"notes":"key is top-secret-key"})");
    });
    QuickClock clock;
    const auto client =
        clientOf(server.restBase(), {Credentials::Scheme::Basic, u"me"_s, u"top-secret-key"_s}, clock, 30);
    ObjectParts parts(*client, "SoftLayer_Hardware_Server", u"1"_s,
                      {{"object", "getObject", ObjectMask{"id"}, {}}});
    QJsonObject heard;
    connect(&parts, &ObjectParts::arrived, this,
            [&heard](const QByteArray &, const QJsonValue &value) { heard = value.toObject(); });
    QSignalSpy done(&parts, &ObjectParts::done);
    parts.start();
    QVERIFY(done.wait(PartsCourse::patience));
    const QString hidden = Redactor::placeholder();
    QCOMPARE(heard, (QJsonObject{{u"id"_s, 1},
                                 {u"passwords"_s, hidden},
                                 {u"userData"_s, hidden},
                                 {u"notes"_s, QString(u"key is "_s + hidden)}}));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestObjectParts)
#include "tst_objectparts.moc"
