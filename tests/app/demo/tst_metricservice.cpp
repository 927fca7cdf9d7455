// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/timestamp.h"
#include "core/decimal.h"
#include "demo/device.h"
#include "demo/metricids.h"
#include "demo/wirevalues.h"

#include "apiprobe.h"
#include "support/testmain.h"

#include <QMap>
#include <QSet>
#include <QTest>

using namespace layerscope;
using namespace layerscope::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 bytesAGb = qint64{1} << 30;
constexpr qint64 day = secondsADay;

/// What rows add up to, by type.
QMap<QString, qint64> sumsOf(const QJsonArray &rows)
{
    QMap<QString, qint64> sums;
    for (const QJsonValue &row : rows)
        sums[row[u"type"].toString()] += row[u"counter"].toInteger();
    return sums;
}

qint64 timeOf(const QJsonValue &row)
{
    return Timestamp::fromIso(row[u"dateTime"].toString())->msecsUtc / 1000;
}

/// 10^-5 GB in bytes, rounded.
qint64 bytesOf(qint64 usage)
{
    return static_cast<qint64>(std::llround(static_cast<double>(usage) * bytesAGb / 100'000.0));
}

} // namespace

class TestMetricService : public QObject
{
    Q_OBJECT

private:
    ApiProbe probe{400};

    SimulatedResponse ask(qint64 id, const QJsonArray &parameters)
    {
        probe.request.verb = "POST";
        probe.request.body = QJsonDocument(QJsonObject{{u"parameters"_s, parameters}}).toJson();
        SimulatedResponse response = probe.ask("SoftLayer_Metric_Tracking_Object/" + QByteArray::number(id) +
                                               "/getBandwidthData.json");
        probe.request.verb = "GET";
        probe.request.body.clear();
        return response;
    }
    QJsonArray rows(qint64 id, const QJsonArray &parameters) { return rowsOf(ask(id, parameters)); }
    QJsonArray thisCycle(qint64 id, const QJsonValue &rollup = day, const QJsonValue &type = u"public"_s)
    {
        return rows(id, {cycleStart, accountNow, type, rollup});
    }
    [[nodiscard]] Device device(DeviceKind kind, int index) const
    {
        return {probe.account.shape(), kind, index};
    }
    /// The first device of a kind that has sent this much.
    [[nodiscard]] int busyDevice(DeviceKind kind, qint64 atLeast = 100'000) const
    {
        for (int index = 0; index < probe.account.shape().deviceCount(kind); ++index) {
            if (device(kind, index).outboundPublic().value_or(0) >= atLeast)
                return index;
        }
        return -1;
    }
    [[nodiscard]] qint64 busyId(DeviceKind kind) const { return metricIdOf(kind, busyDevice(kind)); }

private Q_SLOTS:
    void daysAddUpToTheUsageOfTheCycle_data()
    {
        QTest::addColumn<DeviceKind>("kind");
        QTest::addColumn<QJsonValue>("rollup");
        for (const int rollup : {300, 3600, 43'200, 86'400})
            QTest::addRow("hardware by %d s", rollup) << DeviceKind::Hardware << QJsonValue(rollup);
        QTest::newRow("guest by its own step") << DeviceKind::Guest << QJsonValue();
        QTest::newRow("guest by day") << DeviceKind::Guest << QJsonValue(86'400);
    }
    void daysAddUpToTheUsageOfTheCycle();
    void everyDeviceTellsWhatItsPropertiesTell();
    void poolsTellWhatTheirPropertiesTell();
    void holesAreNoRows();
    void rowsStartAtMidnightUtc();
    void readsDatesInEachForm_data();
    void readsDatesInEachForm();
    void typeChoosesTheCounters();
    void answersTheSameEachTime();
    void countsNothingAfterNow();
    void theMonthBeforeIsThereToo();
    void refusesTooMuch();
    void refusesWrongArguments_data();
    void refusesWrongArguments();
    void breaksDownForGuestsIfToldSo();
    void unknownIdsAreNotFound();
    void tellsItself();
    void leadsFromServersToTheirMetrics();
};

void TestMetricService::daysAddUpToTheUsageOfTheCycle()
{
    QFETCH(const DeviceKind, kind);
    QFETCH(const QJsonValue, rollup);
    const int index = busyDevice(kind);
    const auto sums = sumsOf(thisCycle(metricIdOf(kind, index), rollup));
    QCOMPARE(sums[u"publicOut_net_octet"_s], bytesOf(*device(kind, index).outboundPublic()));
    QCOMPARE(sums[u"publicIn_net_octet"_s], bytesOf(*device(kind, index).inboundPublic()));
}

void TestMetricService::everyDeviceTellsWhatItsPropertiesTell()
{
    for (const DeviceKind kind : {DeviceKind::Hardware, DeviceKind::Guest}) {
        for (int index = 0; index < 60; ++index) {
            const QJsonArray all = thisCycle(metricIdOf(kind, index), day, QJsonValue());
            const auto sums = sumsOf(all);
            const Device truth = device(kind, index);
            if (!truth.outboundPublic()) {
                QVERIFY(!sums.contains(u"publicOut_net_octet"_s));
                QVERIFY(!sums.contains(u"publicIn_net_octet"_s));
            } else {
                QVERIFY(sums.contains(u"publicOut_net_octet"_s)); // also those that sent nothing: 0 is known
                QCOMPARE(sums[u"publicOut_net_octet"_s], bytesOf(*truth.outboundPublic()));
                QCOMPARE(sums[u"publicIn_net_octet"_s], bytesOf(*truth.inboundPublic()));
            }
            if (truth.isProvisioning())
                QVERIFY(!sums.contains(u"privateOut_net_octet"_s));
            else
                QCOMPARE(sums[u"privateOut_net_octet"_s], bytesOf(truth.outboundPrivate()));
        }
    }
}

void TestMetricService::poolsTellWhatTheirPropertiesTell()
{
    QVERIFY(probe.account.poolCount() > 5);
    int measured = 0;
    for (int index = 0; index < probe.account.poolCount(); ++index) {
        const auto sums = sumsOf(thisCycle(metricIdOfPool(index + 1)));
        for (const auto &[type, property] : {std::pair{u"publicOut_net_octet"_s, u"outbound"_s},
                                             std::pair{u"publicIn_net_octet"_s, u"inbound"_s}}) {
            const QJsonValue usage = probe.account.poolValue(index, property + u"PublicBandwidthUsage"_s);
            QCOMPARE(sums.contains(type), usage.isString());
            if (!usage.isString())
                continue;
            ++measured;
            const auto exact = Decimal::fromText(usage.toString());
            const double bytes = exact->toDouble() * double(bytesAGb);
            QVERIFY2(qAbs(double(sums[type]) - bytes) < 1, qPrintable(usage.toString()));
        }
    }
    QVERIFY(measured > 4);
}

void TestMetricService::holesAreNoRows()
{
    // 13 days of UTC belong to the cycle; by lot some have no row, for both directions alike.
    int holes = 0;
    for (int index = 0; index < 40; ++index) {
        if (!device(DeviceKind::Hardware, index).outboundPublic())
            continue;
        QSet<qint64> ins;
        QSet<qint64> outs;
        for (const QJsonValue &row : thisCycle(metricIdOf(DeviceKind::Hardware, index)))
            (row[u"type"].toString() == u"publicIn_net_octet"_s ? ins : outs) += timeOf(row);
        QCOMPARE(ins, outs);
        QVERIFY(!outs.isEmpty() && outs.size() <= 13);
        holes += 13 - static_cast<int>(outs.size());
    }
    QVERIFY(holes > 5);
}

void TestMetricService::rowsStartAtMidnightUtc()
{
    for (const int rollup : {86'400, 43'200}) {
        const QJsonArray all = thisCycle(busyId(DeviceKind::Hardware), rollup);
        QVERIFY(!all.isEmpty());
        for (const QJsonValue &row : all) {
            QCOMPARE(timeOf(row) % rollup, 0);
            QVERIFY(row[u"dateTime"].toString().endsWith(u"-06:00"_s));
        }
    }
}

void TestMetricService::readsDatesInEachForm_data()
{
    QTest::addColumn<QJsonValue>("from");
    QTest::newRow("number") << QJsonValue(cycleStart);
    QTest::newRow("digits") << QJsonValue(QString::number(cycleStart));
    QTest::newRow("date alone is central time") << QJsonValue(u"2026-01-22"_s);
    QTest::newRow("time without zone too") << QJsonValue(u"2026-01-22T00:00:00"_s);
    QTest::newRow("with offset") << QJsonValue(u"2026-01-22T00:00:00-06:00"_s);
    QTest::newRow("UTC") << QJsonValue(u"2026-01-22T06:00:00Z"_s);
    QTest::newRow("off a boundary") << QJsonValue(cycleStart + 299);
}

void TestMetricService::readsDatesInEachForm()
{
    QFETCH(const QJsonValue, from);
    const qint64 id = busyId(DeviceKind::Hardware);
    const QJsonArray parameters{from, u"2026-01-30T00:00:00+00:00"_s, u"public"_s, 300};
    const QJsonArray all = rows(id, parameters);
    QVERIFY(!all.isEmpty());
    QCOMPARE(all, rows(id, {cycleStart, 1769731200, u"public"_s, 300}));
}

void TestMetricService::typeChoosesTheCounters()
{
    const auto typesOf = [](const QJsonArray &all) { return sumsOf(all).keys(); };
    const qint64 id = busyId(DeviceKind::Guest);
    const QStringList publics{u"publicIn_net_octet"_s, u"publicOut_net_octet"_s};
    const QStringList privates{u"privateIn_net_octet"_s, u"privateOut_net_octet"_s};
    QCOMPARE(typesOf(thisCycle(id, day, u"public"_s)), publics);
    QCOMPARE(typesOf(thisCycle(id, day, u"private"_s)), privates);
    QCOMPARE(typesOf(thisCycle(id, day, QJsonValue())),
             QStringList({u"cpu0"_s, u"memory"_s, u"memory_usage"_s}) + privates + publics);
}

void TestMetricService::answersTheSameEachTime()
{
    const qint64 id = busyId(DeviceKind::Guest);
    const QJsonArray first = thisCycle(id);
    QVERIFY(!first.isEmpty());
    QCOMPARE(thisCycle(id), first);
    QVERIFY(thisCycle(busyId(DeviceKind::Hardware)) != first);
}

void TestMetricService::countsNothingAfterNow()
{
    const qint64 id = busyId(DeviceKind::Hardware);
    const QJsonArray parameters{cycleStart, cycleStart + 31 * day, u"public"_s, 86'400};
    QCOMPARE(rows(id, parameters), thisCycle(id));
    QVERIFY(rows(id, {accountNow, accountNow + day, u"public"_s, 3600}).isEmpty());
    QVERIFY(rows(id, {accountNow, cycleStart, u"public"_s, 3600}).isEmpty());
}

void TestMetricService::theMonthBeforeIsThereToo()
{
    const qint64 id = busyId(DeviceKind::Hardware);
    const auto before = sumsOf(rows(id, {cycleStart - 12 * day, cycleStart, u"public"_s, 86'400}));
    QVERIFY(before[u"publicOut_net_octet"_s] > 0);
}

void TestMetricService::refusesTooMuch()
{
    const qint64 id = busyId(DeviceKind::Hardware);
    const SimulatedResponse response = ask(id, {accountNow - 90 * day, accountNow, QJsonValue(), 300});
    QCOMPARE(response.status, 500);
    QCOMPARE(codeOf(response), u"SoftLayer_Exception_MaximumResultLimit"_s);
    QCOMPARE(ask(id, {accountNow - 90 * day, accountNow, QJsonValue(), 86'400}).status, 200);
}

void TestMetricService::refusesWrongArguments_data()
{
    QTest::addColumn<QJsonArray>("parameters");
    QTest::newRow("none") << QJsonArray();
    QTest::newRow("no date") << QJsonArray{u"yesterday"_s, accountNow, u"public"_s, 300};
    QTest::newRow("type") << QJsonArray{cycleStart, accountNow, u"loud"_s, 300};
    QTest::newRow("rollup") << QJsonArray{cycleStart, accountNow, u"public"_s, 7200};
}

void TestMetricService::refusesWrongArguments()
{
    QFETCH(const QJsonArray, parameters);
    QCOMPARE(codeOf(ask(busyId(DeviceKind::Hardware), parameters)), u"SoftLayer_Exception_InvalidValue"_s);
}

void TestMetricService::breaksDownForGuestsIfToldSo()
{
    const qint64 guest = busyId(DeviceKind::Guest);
    const QJsonArray byDay{cycleStart, accountNow, u"public"_s, 86'400};
    QCOMPARE(ask(guest, byDay).status, 200);

    probe.api.setFaultPlan({{{Fault::Kind::GuestRollup}}});
    const SimulatedResponse broken = ask(guest, byDay);
    QCOMPARE(broken.status, 500);
    QVERIFY(objectOf(broken)[u"error"].toString().startsWith(u"Metric Service call failed"_s));
    QVERIFY(!objectOf(broken).contains(u"code"_s));
    QCOMPARE(ask(guest, {cycleStart, accountNow, u"public"_s, QJsonValue()}).status, 200);
    QCOMPARE(ask(busyId(DeviceKind::Hardware), byDay).status, 200);
    probe.api.setFaultPlan({});
}

void TestMetricService::unknownIdsAreNotFound()
{
    QCOMPARE(ask(1, {cycleStart, accountNow, u"public"_s, 300}).status, 404);
    QCOMPARE(codeOf(probe.ask("SoftLayer_Metric_Tracking_Object/1/getObject.json")),
             u"SoftLayer_Exception_ObjectNotFound"_s);
}

void TestMetricService::tellsItself()
{
    const int index = busyDevice(DeviceKind::Hardware);
    const QByteArray path =
        "SoftLayer_Metric_Tracking_Object/" + QByteArray::number(metricIdOf(DeviceKind::Hardware, index));
    const QJsonObject object = objectOf(probe.ask(path + "/getObject.json"));
    QCOMPARE(object[u"resourceTableId"].toInteger(), device(DeviceKind::Hardware, index).id());
    QVERIFY(objectOf(probe.ask(path + "/getType.json")).contains(u"keyname"_s));
    const QJsonArray types = rowsOf(probe.ask(path + "/getMetricDataTypes.json"));
    QStringList keyNames;
    for (const QJsonValue &type : types)
        keyNames += type[u"keyName"].toString();
    QVERIFY(keyNames.contains(u"PUBLICIN"_s) && keyNames.contains(u"PUBLICOUT"_s));
    QCOMPARE(probe.ask(path + "/getBandwidthImage.json").status, 500);
}

void TestMetricService::leadsFromServersToTheirMetrics()
{
    const Device server = device(DeviceKind::Guest, 3);
    const SimulatedResponse response = probe.ask(
        "SoftLayer_Virtual_Guest/" + QByteArray::number(server.id()) + "/getMetricTrackingObjectId.json");
    QCOMPARE(response.body, QByteArray::number(metricIdOf(DeviceKind::Guest, 3)));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestMetricService)
#include "tst_metricservice.moc"
