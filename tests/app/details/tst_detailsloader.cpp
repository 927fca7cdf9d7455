// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/detailsloader.h"

#include "app/loaders/methodfault.h"
#include "app/loaders/passingfaults.h"
#include "democlient.h"
#include "details/serverfacts.h"
#include "inventory/kinds.h"
#include "serversample.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A loader before a demo account.
struct DetailsDemo : DemoClient
{
    static constexpr int servers = 500;

    explicit DetailsDemo(FaultPlan faults = {}, LatencyModel latency = {}, Clock *otherClock = nullptr)
        : DemoClient(servers, std::move(faults), latency, otherClock)
        , loader(std::make_unique<DetailsLoader>(*client))
    {}

    [[nodiscard]] const PartStatus &at(ServerPart part) const { return loader->values().at(part); }

    std::unique_ptr<DetailsLoader> loader;
};

/// Relations come in any order.
QStringList sortedLinesOf(const SectionFacts &facts)
{
    QStringList lines = linesOf(facts);
    lines.sort();
    return lines;
}

int partCount(RowKind kind)
{
    return static_cast<int>(partsOf(kind).size());
}

} // namespace

class TestDetailsLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingGoesOutTogether_data();
    void everythingGoesOutTogether();
    void refusedAndHangingPartsCostThemselves();
    void passingTroubleIsNeverShownAsAFact_data();
    void passingTroubleIsNeverShownAsAFact();
    void retryAsksForOnePart();
    void memoryStandsAtOnce();
    void refusalEndsMemory();
    void refreshKeepsWhatStands();
    void anotherServerCancels();
    void heldKeyLeavesOneServersCalls();
    void singleStepsDoNotWait();
    void clearShowsNothing();
    void noSecretIsEverAskedFor();

private:
    static constexpr int patience = DemoClient::patience;
};

void TestDetailsLoader::everythingGoesOutTogether_data()
{
    QTest::addColumn<RowKind>("kind");
    QTest::newRow("bare metal") << RowKind::BareMetal;
    QTest::newRow("virtual") << RowKind::Virtual;
}

/// No call waits for another's answer: all are asked while none is answered.
void TestDetailsLoader::everythingGoesOutTogether()
{
    QFETCH(const RowKind, kind);
    DetailsDemo demo({{methodFault(Fault::Kind::Hang, {}, partCount(kind))}});
    const RowKey key = kind == RowKind::BareMetal ? demo.metal(7) : demo.guest(7);
    demo.loader->show(key);
    QCOMPARE(demo.loader->server(), std::optional(key));
    for (const ServerPartSpec &spec : partsOf(kind))
        QVERIFY(demo.at(spec.part).isPending());
    QTRY_COMPARE_WITH_TIMEOUT(demo.server.log().calls().size(), partCount(kind), patience);
    for (const ServerPartSpec &spec : partsOf(kind))
        QVERIFY(demo.at(spec.part).isPending());

    demo.server.log().clear();
    demo.loader->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    for (const ServerPartSpec &spec : partsOf(kind)) {
        QVERIFY2(demo.at(spec.part).value && !demo.at(spec.part).error, spec.method);
        QVERIFY(demo.at(spec.part).asOf.isValid());
    }
    const QList<LoggedCall> calls = demo.server.log().calls();
    QCOMPARE(calls.size(), partCount(kind));
    for (const LoggedCall &call : calls) {
        QCOMPARE(call.service, QString::fromLatin1(kindSpec(kind).service));
        QCOMPARE(call.status, 200);
    }
}

void TestDetailsLoader::refusedAndHangingPartsCostThemselves()
{
    DetailsDemo demo({{{Fault::Kind::RefusedRelation, {}, 0, u"billingItem"_s, {}},
                       methodFault(Fault::Kind::Hang, u"getNetworkComponents"_s),
                       methodFault(Fault::Kind::HtmlBadGateway, u"getTagReferences"_s)}});
    demo.loader->show(demo.metal(7));
    QTRY_VERIFY_WITH_TIMEOUT(demo.at(ServerPart::TagReferences).error, patience); // tried several times
    for (const ServerPartSpec &spec : partsOf(RowKind::BareMetal)) {
        const PartStatus &status = demo.at(spec.part);
        if (spec.part == ServerPart::BillingItem || spec.part == ServerPart::Order) {
            QVERIFY(status.isRefused());
        } else if (spec.part == ServerPart::NetworkComponents || spec.part == ServerPart::NetworkTrunks) {
            QVERIFY(status.isPending());
        } else if (spec.part == ServerPart::TagReferences) {
            QVERIFY(!status.isRefused() && !status.isLoading);
        } else {
            QTRY_VERIFY2_WITH_TIMEOUT(status.value && !status.isLoading, spec.method, patience);
        }
    }
}

void TestDetailsLoader::passingTroubleIsNeverShownAsAFact_data()
{
    QTest::addColumn<Fault>("fault");
    for (const PassingFault &passing : passingFaults()) {
        for (const int perMille : {50, 300}) {
            Fault one = passing.fault;
            one.scope.perMille = perMille;
            one.scope.seed = 3;
            QTest::addRow("%s, %d %%", passing.name, perMille / 10) << one;
        }
    }
}

/// Each section says what it says on a calm day, or one of its parts says that it did not come; and comes
/// when it is asked for again.
void TestDetailsLoader::passingTroubleIsNeverShownAsAFact()
{
    QFETCH(const Fault, fault);
    DetailsDemo calm;
    DetailsDemo demo({{fault}});
    const auto hasAll = [&demo](const QList<ServerPart> &parts) {
        return std::none_of(parts.cbegin(), parts.cend(),
                            [&demo](ServerPart part) { return demo.at(part).error.has_value(); });
    };
    for (const RowKey key : {calm.metal(7), calm.guest(7)}) {
        calm.loader->show(key);
        QTRY_VERIFY_WITH_TIMEOUT(!calm.loader->isLoading(), patience);
        demo.loader->show(key);
        constexpr int maxRounds = 20; // the lot falls on some again
        int round = 0;
        for (bool isWhole = false; !isWhole && round < maxRounds; ++round) {
            QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
            for (int tab = 0; tab <= static_cast<int>(DetailsTab::Bandwidth); ++tab) {
                for (const ServerSection section : sectionsOf(key.kind, static_cast<DetailsTab>(tab))) {
                    if (!hasAll(partsOf(key.kind, section)))
                        continue;
                    const SectionFacts facts = factsOf(section, demo.loader->values());
                    QVERIFY(!facts.unreadable);
                    QCOMPARE(sortedLinesOf(facts), sortedLinesOf(factsOf(section, calm.loader->values())));
                }
            }
            isWhole = true;
            for (const ServerPartSpec &spec : partsOf(key.kind)) {
                if (!demo.at(spec.part).error)
                    continue;
                QVERIFY2(!demo.at(spec.part).value, spec.method);
                isWhole = false;
                demo.loader->retry(spec.part);
            }
        }
        QVERIFY(round < maxRounds);
    }
}

void TestDetailsLoader::retryAsksForOnePart()
{
    DetailsDemo demo({{methodFault(Fault::Kind::Hang, u"getHardDrives"_s, 1),
                       {Fault::Kind::RefusedRelation,
                        {.method = u"getBillingItem"_s, .mask = u"nextInvoiceChildren"_s, .firstCalls = 1},
                        0,
                        u"billingItem"_s,
                        {}}}});
    demo.loader->show(demo.metal(7));
    QTRY_VERIFY_WITH_TIMEOUT(demo.at(ServerPart::BillingItem).error, patience);
    QTRY_COMPARE_WITH_TIMEOUT(demo.server.log().calls().size(), partCount(RowKind::BareMetal), patience);
    QSignalSpy changed(demo.loader.get(), &DetailsLoader::partChanged);
    demo.loader->retry(ServerPart::BillingItem);
    QVERIFY(demo.at(ServerPart::BillingItem).isPending());
    QVERIFY(!changed.isEmpty());
    demo.loader->retry(ServerPart::HardDrives); // hangs: aborted and asked again
    demo.loader->retry(ServerPart::PowerState); // not of this kind
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    QVERIFY(demo.at(ServerPart::BillingItem).value);
    QVERIFY(demo.at(ServerPart::HardDrives).value);
    QCOMPARE(demo.server.log().calls().size(), partCount(RowKind::BareMetal) + 2);
}

void TestDetailsLoader::memoryStandsAtOnce()
{
    DetailsDemo demo;
    demo.loader->show(demo.metal(1));
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    const QDateTime then = demo.at(ServerPart::Object).asOf;
    const QJsonValue value = *demo.at(ServerPart::Object).value;
    demo.loader->show(demo.guest(1));
    QVERIFY(demo.at(ServerPart::Object).isPending());

    demo.server.log().clear();
    demo.loader->show(demo.metal(1));
    const PartStatus status = demo.at(ServerPart::Object);
    QCOMPARE(status.value, std::optional(value));
    QCOMPARE(status.asOf, then); // its age
    QVERIFY(status.isLoading);   // and it is refreshed
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    QVERIFY(demo.at(ServerPart::Object).asOf >= then);
    QCOMPARE(demo.server.log().calls().size(), partCount(RowKind::BareMetal));
}

void TestDetailsLoader::refusalEndsMemory()
{
    DetailsDemo demo;
    demo.loader->show(demo.metal(1));
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    demo.server.setFaultPlan(
        DetailsDemo::withoutLimiter({{{Fault::Kind::RefusedRelation, {}, 0, u"billingItem"_s, {}},
                                      methodFault(Fault::Kind::HtmlBadGateway, u"getNetworkVlans"_s)}}));
    demo.loader->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    QVERIFY(!demo.at(ServerPart::BillingItem).value);
    QVERIFY(demo.at(ServerPart::NetworkVlans).value); // failed, and still true as of then
    QVERIFY(demo.at(ServerPart::NetworkVlans).error);
    demo.loader->show(demo.metal(2));
    demo.loader->show(demo.metal(1));
    QVERIFY(!demo.at(ServerPart::BillingItem).value);
}

void TestDetailsLoader::refreshKeepsWhatStands()
{
    DetailsDemo demo;
    demo.loader->refresh(); // no server: nothing
    demo.loader->show(demo.metal(1));
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    demo.server.log().clear();
    demo.loader->show(demo.metal(1)); // the same: nothing
    QVERIFY(!demo.loader->isLoading());
    demo.loader->refresh();
    QVERIFY(demo.at(ServerPart::Object).value);
    QVERIFY(demo.at(ServerPart::Object).isLoading);
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    QCOMPARE(demo.server.log().calls().size(), partCount(RowKind::BareMetal));
}

void TestDetailsLoader::anotherServerCancels()
{
    DetailsDemo demo({{methodFault(Fault::Kind::Hang, {}, partCount(RowKind::BareMetal))}});
    demo.loader->show(demo.metal(1));
    QTRY_COMPARE_WITH_TIMEOUT(demo.client->scheduler().inFlight(), partCount(RowKind::BareMetal), patience);
    QTRY_COMPARE_WITH_TIMEOUT(demo.server.log().calls().size(), partCount(RowKind::BareMetal), patience);
    demo.loader->show(demo.guest(2));
    QCOMPARE(demo.client->scheduler().inFlight(), 0); // at once
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    QVERIFY(demo.at(ServerPart::Object).value);
}

/// A key held down over 200 servers: never more than one server's calls, and none for those nobody saw.
void TestDetailsLoader::heldKeyLeavesOneServersCalls()
{
    FakeClock clock;
    DetailsDemo demo({}, {std::chrono::milliseconds(50), {}, {}}, &clock);
    constexpr int steps = 200;
    constexpr std::chrono::milliseconds keyRepeat(30);
    int maxInFlight = 0;
    for (int step = 0; step < steps; ++step) {
        demo.loader->show(step % 2 ? demo.metal(step) : demo.guest(step));
        while (clock.runOneTurn()) {
        }
        maxInFlight = std::max(maxInFlight, demo.client->scheduler().inFlight());
        clock.advance(keyRepeat);
        maxInFlight = std::max(maxInFlight, demo.client->scheduler().inFlight());
    }
    QVERIFY(maxInFlight <= partCount(RowKind::BareMetal));
    clock.advance(DetailsLoader::burstPause);
    QTRY_VERIFY_WITH_TIMEOUT((clock.runOneTurn(), !demo.loader->isLoading()), patience);
    QCOMPARE(demo.client->scheduler().inFlight(), 0);
    for (const ServerPartSpec &spec : partsOf(RowKind::BareMetal))
        QVERIFY2(demo.at(spec.part).value, spec.method);

    QSet<QString> asked;
    const QList<LoggedCall> calls = demo.server.log().calls();
    for (const LoggedCall &call : calls)
        asked.insert(call.service + call.id);
    // The first, which began before anyone could know that more follow, and the last.
    QVERIFY2(asked.size() <= 2, qPrintable(QString::number(asked.size())));
    QVERIFY(calls.size() <= 2 * partCount(RowKind::BareMetal));
}

void TestDetailsLoader::singleStepsDoNotWait()
{
    FakeClock clock;
    DetailsDemo demo({}, {}, &clock);
    for (int step = 0; step < 3; ++step) {
        demo.loader->show(demo.metal(step));
        // No time passes on the clock: its calls start in the turns of the event loop.
        while (clock.runOneTurn()) {
        }
        QCOMPARE(demo.client->scheduler().inFlight(), partCount(RowKind::BareMetal));
        QTRY_VERIFY_WITH_TIMEOUT((clock.runOneTurn(), !demo.loader->isLoading()), patience);
        clock.advance(DetailsLoader::burstPause);
    }
}

void TestDetailsLoader::clearShowsNothing()
{
    DetailsDemo demo({{methodFault(Fault::Kind::Hang, {})}});
    QSignalSpy changed(demo.loader.get(), &DetailsLoader::serverChanged);
    demo.loader->clear();
    QVERIFY(changed.isEmpty());
    demo.loader->show(demo.metal(1));
    QTRY_COMPARE_WITH_TIMEOUT(demo.client->scheduler().inFlight(), partCount(RowKind::BareMetal), patience);
    // Those on their way to the server when they are aborted may still come there.
    QTRY_COMPARE_WITH_TIMEOUT(demo.server.log().calls().size(), partCount(RowKind::BareMetal), patience);
    demo.loader->clear();
    QCOMPARE(changed.size(), 2);
    QVERIFY(!demo.loader->server());
    QVERIFY(!demo.loader->isLoading());
    QCOMPARE(demo.client->scheduler().inFlight(), 0);
    demo.loader->show(demo.metal(2));
    demo.loader->clear(); // before its turn has come
    demo.server.log().clear();
    demo.loader->show(demo.guest(1));
    QTRY_COMPARE_WITH_TIMEOUT(demo.server.log().calls().size(), partCount(RowKind::Virtual), patience);
    for (const LoggedCall &call : demo.server.log().calls())
        QCOMPARE(call.service, u"SoftLayer_Virtual_Guest"_s);
}

/// Reads the whole log of what was asked of the demo account.
void TestDetailsLoader::noSecretIsEverAskedFor()
{
    DetailsDemo demo;
    for (const RowKey key : {demo.metal(3), demo.guest(3)}) {
        demo.loader->show(key);
        QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
        // Nor does any come: what is kept holds none of them.
        const QJsonObject whole = demo.loader->values().wholeObject();
        QVERIFY(!whole.isEmpty());
        QVERIFY(!QString::fromUtf8(QJsonDocument(whole).toJson()).contains(u"assword"_s));
    }
    const QList<LoggedCall> calls = demo.server.log().calls();
    QVERIFY(calls.size() > 20);
    for (const LoggedCall &call : calls) {
        const QString asked = (call.method + call.mask).toLower();
        QVERIFY(call.method.startsWith(u"get"_s));
        QVERIFY2(!call.mask.isEmpty(), qPrintable(call.method)); // without one everything local comes
        for (const char *secret : {"password", "remotemanagement", "userdata", "licenseinstance",
                                   "activationcode", "authenticationkey"})
            QVERIFY2(!asked.contains(QLatin1String(secret)), qPrintable(asked));
    }
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestDetailsLoader)
#include "tst_detailsloader.moc"
