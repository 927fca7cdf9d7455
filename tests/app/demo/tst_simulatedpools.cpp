// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/poolindex.h"
#include "demo/simulatedaccount.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <array>
#include <thread>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int medium = 2500;

/// ".23208" in units of 10^-5, exactly.
qint64 units(const QJsonValue &decimal)
{
    const QStringList parts = decimal.toString().split(u'.');
    return parts.first().toLongLong() * 100000 +
           (parts.size() > 1 ? parts.at(1).leftJustified(5, u'0').toLongLong() : 0);
}

/// What the servers themselves say about one pool.
struct Claims
{
    PoolMemberIds members;
    qint64 allocation = 0;
    qint64 outbound = 0;
    qint64 inbound = 0;
    int details = 0;
    bool isMeasured = false;
};

QHash<qint64, Claims> claimsOf(const SimulatedAccount &account)
{
    QHash<qint64, Claims> pools;
    const auto add = [&](qint64 id, bool isHardware,
                         const std::function<QJsonValue(const QString &)> &value) {
        const QJsonValue pool = value(u"virtualRackId"_s);
        if (pool.isUndefined())
            return;
        Claims &claims = pools[pool.toInteger()];
        if (!isHardware)
            claims.members.virtualGuests += id;
        else if (value(u"privateNetworkOnlyFlag"_s).toBool())
            claims.members.privateNetworkOnlyHardware += id;
        else if (value(u"bareMetalInstanceFlag"_s).toInt() == 1)
            claims.members.bareMetalInstances += id;
        else
            claims.members.hardware += id;
        claims.details += value(u"bandwidthAllotmentDetail"_s).isObject() ? 1 : 0;
        claims.allocation +=
            value(u"bandwidthAllotmentDetail"_s)["allocation"_L1]["amount"_L1].toString().toLongLong();
        claims.outbound += units(value(u"outboundPublicBandwidthUsage"_s));
        claims.inbound += units(value(u"inboundPublicBandwidthUsage"_s));
        claims.isMeasured |= !value(u"outboundPublicBandwidthUsage"_s).isUndefined();
    };
    for (int i = 0; i < account.hardwareCount(); ++i)
        add(account.hardwareId(i), true, [&](const QString &name) { return account.hardwareValue(i, name); });
    for (int i = 0; i < account.guestCount(); ++i)
        add(account.guestId(i), false, [&](const QString &name) { return account.guestValue(i, name); });
    return pools;
}

double usedPercent(const SimulatedAccount &account, int pool)
{
    const double allocation = account.poolValue(pool, u"totalBandwidthAllocated"_s).toDouble();
    const auto used =
        static_cast<double>(units(account.poolValue(pool, u"outboundPublicBandwidthUsage"_s))) / 100000;
    return allocation > 0 ? used / allocation * 100 : 0;
}

int deviceCount(const SimulatedAccount &account, int pool)
{
    int devices = 0;
    for (const QString &count : {u"hardwareCount"_s, u"bareMetalInstanceCount"_s, u"virtualGuestCount"_s,
                                 u"privateNetworkOnlyHardwareCount"_s})
        devices += account.poolValue(pool, count).toInt();
    return devices;
}

} // namespace

class TestSimulatedPools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suitTheServers_data()
    {
        QTest::addColumn<int>("servers");
        QTest::addColumn<std::optional<int>>("wanted");
        QTest::addColumn<int>("pools");
        const std::optional<int> unsaid;
        QTest::newRow("nothing") << 0 << unsaid << 0;
        QTest::newRow("one server") << 1 << unsaid << 1;
        QTest::newRow("small") << 60 << unsaid << 6;
        QTest::newRow("medium") << medium << unsaid << 40;
        QTest::newRow("large") << 20000 << unsaid << 120;
        QTest::newRow("none wanted") << 60 << std::optional(0) << 0;
        QTest::newRow("without servers") << 0 << std::optional(40) << 40;
        QTest::newRow("more than servers") << 60 << std::optional(1000) << 1000;
        QTest::newRow("negative") << 60 << std::optional(-1) << 0;
    }

    void suitTheServers()
    {
        QFETCH(const int, servers);
        QFETCH(const std::optional<int>, wanted);
        QFETCH(const int, pools);
        const SimulatedAccount account(servers, SimulatedAccount::defaultSeed, wanted);
        QCOMPARE(account.poolCount(), pools);
        QCOMPARE(account.account().value("virtualDedicatedRackCount"_L1).toInt(), pools);
        QCOMPARE(account.account().value("bandwidthAllotmentCount"_L1).toInt(), pools > 0 ? pools + 1 : 0);
        QCOMPARE(account.defaultRack().isEmpty(), pools == 0);
    }

    void idsGrowAndLeadBack()
    {
        const SimulatedAccount account(60, SimulatedAccount::defaultSeed, 1000);
        QCOMPARE(account.poolId(0), 309001);
        qint64 last = account.defaultRack().value("id"_L1).toInteger();
        QVERIFY(!account.poolIndex(last)); // it is no pool
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(account.poolId(i) > last);
            last = account.poolId(i);
            QCOMPARE(account.poolIndex(last), std::optional(i));
            QCOMPARE(account.poolValue(i, u"id"_s).toInteger(), last);
        }
        for (const qint64 id : {qint64{-1}, qint64{0}, qint64{309002}, last + 1, last + 13, qint64{1} << 40})
            QVERIFY(!account.poolIndex(id));
    }

    void membersAndSumsAreTheServers_data()
    {
        QTest::addColumn<int>("servers");
        QTest::addColumn<int>("pools");
        for (const auto &[servers, pools] :
             {std::pair{0, 0}, {60, 0}, {0, 1}, {60, 1}, {0, 40}, {medium, 40}, {300, 1000}})
            QTest::addRow("%d servers, %d pools", servers, pools) << servers << pools;
    }

    void membersAndSumsAreTheServers()
    {
        QFETCH(const int, servers);
        QFETCH(const int, pools);
        const SimulatedAccount account(servers, SimulatedAccount::defaultSeed, pools);
        QHash<qint64, Claims> claims = claimsOf(account);
        for (int i = -1; i < pools; ++i) {
            const bool isRack = i < 0;
            if (isRack && pools == 0)
                continue;
            const QJsonObject pool = isRack ? account.defaultRack() : account.pool(i);
            const PoolMemberIds members = isRack ? account.defaultRackMembers() : account.poolMembers(i);
            Claims truth = claims.take(pool.value("id"_L1).toInteger());
            QCOMPARE(members.hardware, truth.members.hardware);
            QCOMPARE(members.bareMetalInstances, truth.members.bareMetalInstances);
            QCOMPARE(members.privateNetworkOnlyHardware, truth.members.privateNetworkOnlyHardware);
            QCOMPARE(members.virtualGuests, truth.members.virtualGuests);

            qsizetype hardware = members.hardware.size();
            qsizetype bareMetal = members.bareMetalInstances.size();
            qsizetype guests = members.virtualGuests.size();
            const auto hidden = demo::Pool(account.shape(), i + 1).hiddenMembers();
            QCOMPARE(hidden.size(), members.hidden);
            for (const demo::HiddenMember &one : hidden) {
                hardware += one.relation == demo::PoolRelation::Hardware ? 1 : 0;
                bareMetal += one.relation == demo::PoolRelation::BareMetalInstances ? 1 : 0;
                guests += one.relation == demo::PoolRelation::VirtualGuests ? 1 : 0;
                truth.allocation += one.allocationGb;
                truth.outbound += one.outbound.value_or(0);
                truth.inbound += one.inbound.value_or(0);
                truth.isMeasured |= one.outbound.has_value();
            }
            QCOMPARE(pool.value("hardwareCount"_L1).toInteger(), hardware);
            QCOMPARE(pool.value("bareMetalInstanceCount"_L1).toInteger(), bareMetal);
            QCOMPARE(pool.value("virtualGuestCount"_L1).toInteger(), guests);
            QCOMPARE(pool.value("privateNetworkOnlyHardwareCount"_L1).toInteger(),
                     members.privateNetworkOnlyHardware.size());
            QCOMPARE(pool.value("applicationDeliveryControllerCount"_L1).toInteger(),
                     members.applicationDeliveryControllers.size());
            QCOMPARE(pool.value("activeDetailCount"_L1).toInteger(), truth.details + hidden.size());
            QCOMPARE(pool.value("activeDetails"_L1).toArray().size(), truth.details);
            QCOMPARE(pool.value("totalBandwidthAllocated"_L1).toInteger(), truth.allocation);
            QCOMPARE(pool.contains("outboundPublicBandwidthUsage"_L1), truth.isMeasured);
            QCOMPARE(units(pool.value("outboundPublicBandwidthUsage"_L1)), truth.outbound);
            QCOMPARE(units(pool.value("inboundPublicBandwidthUsage"_L1)), truth.inbound);
        }
        QVERIFY(claims.isEmpty()); // nobody is in a pool that does not exist
    }

    /// A pool says the same in each of the ways it says it.
    void usageAgreesWithItself()
    {
        const SimulatedAccount account(medium);
        for (int i = 0; i < account.poolCount(); ++i) {
            const QJsonObject pool = account.pool(i);
            const QJsonValue out = pool.value("outboundPublicBandwidthUsage"_L1);
            const QJsonObject summary = pool.value("currentBandwidthSummary"_L1).toObject();
            QCOMPARE(!summary.isEmpty(), !out.isUndefined());
            QCOMPARE(pool.contains("projectedPublicBandwidthUsage"_L1), !out.isUndefined());
            QCOMPARE(pool.value("metricTrackingObjectId"_L1), pool["metricTrackingObject"_L1]["id"_L1]);
            QCOMPARE(pool.value("billingCycleBandwidthUsageCount"_L1).toInteger(),
                     pool.value("billingCycleBandwidthUsage"_L1).toArray().size());
            if (out.isUndefined())
                continue;
            QCOMPARE(pool["billingCyclePublicBandwidthUsage"_L1]["amountOut"_L1], out);
            QCOMPARE(pool["billingCyclePublicBandwidthUsage"_L1]["amountIn"_L1],
                     pool.value("inboundPublicBandwidthUsage"_L1));
            QCOMPARE(summary.value("amountOut"_L1), out);
            QCOMPARE(summary.value("outboundBandwidthAmount"_L1), out);
            QCOMPARE(summary.value("allocationAmount"_L1), pool.value("totalBandwidthAllocated"_L1));
            QCOMPARE(summary.value("projectedBandwidthUsage"_L1),
                     pool.value("projectedPublicBandwidthUsage"_L1));
            QCOMPARE(summary.value("currentlyOverAllocationFlag"_L1),
                     pool.value("overBandwidthAllocationFlag"_L1));
            const qint64 allocation = pool.value("totalBandwidthAllocated"_L1).toInteger();
            QCOMPARE(pool.value("overBandwidthAllocationFlag"_L1).toInt(),
                     units(out) > allocation * 100000 ? 1 : 0);
            QCOMPARE(pool.value("projectedOverBandwidthAllocationFlag"_L1).toInt(),
                     pool.value("projectedPublicBandwidthUsage"_L1).toDouble() >
                             static_cast<double>(allocation)
                         ? 1
                         : 0);
        }
    }

    void mediumAccountHasEverySort_data()
    {
        QTest::addColumn<std::function<bool(const QJsonObject &)>>("holds");
        const auto row = [](const char *name, std::function<bool(const QJsonObject &)> holds) {
            QTest::newRow(name) << holds;
        };
        const auto flag = [](const QJsonObject &pool, QLatin1StringView name) {
            return pool.value(name).toInt() == 1;
        };
        const auto nameHas = [](const QString &part) {
            return [part](const QJsonObject &pool) { return pool["name"_L1].toString().contains(part); };
        };
        row("balanced", [=](const QJsonObject &pool) {
            return pool["totalBandwidthAllocated"_L1].toInteger() > 0 &&
                   !flag(pool, "projectedOverBandwidthAllocationFlag"_L1);
        });
        row("over", [=](const QJsonObject &pool) { return flag(pool, "overBandwidthAllocationFlag"_L1); });
        row("projected over only", [=](const QJsonObject &pool) {
            return flag(pool, "projectedOverBandwidthAllocationFlag"_L1) &&
                   !flag(pool, "overBandwidthAllocationFlag"_L1);
        });
        // As softlayer-api §10.3 tells of a new pool.
        row("empty", [](const QJsonObject &pool) {
            const QJsonValue usage = pool["billingCyclePublicBandwidthUsage"_L1];
            return pool["totalBandwidthAllocated"_L1] == QJsonValue(0) && usage["amountIn"_L1] == "0"_L1 &&
                   usage["amountOut"_L1] == "0"_L1 && !pool.contains("projectedPublicBandwidthUsage"_L1) &&
                   !pool.contains("outboundPublicBandwidthUsage"_L1) && pool["hardwareCount"_L1] == 0 &&
                   pool["virtualGuestCount"_L1] == 0;
        });
        row("usage without amounts", [](const QJsonObject &pool) {
            const QJsonObject usage = pool["billingCyclePublicBandwidthUsage"_L1].toObject();
            return pool["virtualGuestCount"_L1].toInt() > 0 && !usage.isEmpty() &&
                   !usage.contains("amountOut"_L1) && !pool.contains("outboundPublicBandwidthUsage"_L1);
        });
        row("no usage at all", [](const QJsonObject &pool) {
            return pool["virtualGuestCount"_L1].toInt() > 0 &&
                   !pool.contains("billingCyclePublicBandwidthUsage"_L1) &&
                   !pool.contains("outboundPublicBandwidthUsage"_L1);
        });
        row("less than one", [](const QJsonObject &pool) {
            return pool["outboundPublicBandwidthUsage"_L1].toString().startsWith(u'.');
        });
        row("ends", [](const QJsonObject &pool) { return pool["endDate"_L1].isString(); });
        row("stays", [](const QJsonObject &pool) { return pool["endDate"_L1].isNull(); });
        row("someone leaves", [](const QJsonObject &pool) {
            const QJsonArray details = pool["activeDetails"_L1].toArray();
            return std::any_of(details.begin(), details.end(), [](const QJsonValue &detail) {
                return detail["endEffectiveDate"_L1].isString();
            });
        });
        row("controllers", [](const QJsonObject &pool) {
            return pool["applicationDeliveryControllers"_L1].toArray().size() == 2;
        });
        row("no billing item", [](const QJsonObject &pool) { return !pool.contains("billingItem"_L1); });
        row("free", [](const QJsonObject &pool) {
            return pool["billingItem"_L1]["nextInvoiceTotalRecurringAmount"_L1] == QJsonValue(0);
        });
        row("Japanese", nameHas(u"日本"_s));
        row("comma", nameHas(u","_s));
        row("quotes", nameHas(u"\""_s));
        row("formula", nameHas(u"="_s));
    }

    void mediumAccountHasEverySort()
    {
        QFETCH(const std::function<bool(const QJsonObject &)>, holds);
        const SimulatedAccount account(medium);
        int found = 0;
        for (int i = 0; i < account.poolCount(); ++i)
            found += holds(account.pool(i)) ? 1 : 0;
        QVERIFY(found > 0);
        QVERIFY(found <= account.poolCount());
    }

    /// A picture of the demo must look like an account somebody could have.
    void mediumAccountIsBelievable()
    {
        const SimulatedAccount account(medium);
        QSet<QString> regions;
        QHash<QString, int> names;
        int hiding = 0;
        int inside = 0;
        for (int i = 0; i < account.poolCount(); ++i) {
            const int devices = deviceCount(account, i);
            QVERIFY2(devices == 0 || (devices >= 5 && devices <= 200), qPrintable(QString::number(devices)));
            inside += devices;
            const double used = usedPercent(account, i);
            QVERIFY2(used <= 120, qPrintable(QString::number(used)));
            regions += account.poolValue(i, u"locationGroup"_s)["name"_L1].toString();
            ++names[account.poolValue(i, u"name"_s).toString()];
            hiding += account.poolMembers(i).hidden > 0 ? 1 : 0;
        }
        QVERIFY(inside > medium / 2);
        QVERIFY(regions.size() >= 6);
        QVERIFY(names.size() < account.poolCount()); // some share a name
        QVERIFY(names.size() > account.poolCount() / 2);
        QCOMPARE(hiding, account.poolCount() / 8);
    }

    void membersAreInTheRegion()
    {
        const SimulatedAccount account(medium);
        QHash<QString, int> membersOf;
        for (int i = 0; i < account.poolCount(); ++i) {
            const QString region = account.poolValue(i, u"locationGroup"_s)["name"_L1].toString();
            for (const qint64 id : account.poolMembers(i).virtualGuests) {
                const QString place =
                    account.guestValue(*account.guestIndex(id), u"datacenter"_s)["name"_L1].toString();
                if (region == "FRA"_L1)
                    QVERIFY2(place.startsWith("fra"_L1), qPrintable(place));
                else if (region == "AUS"_L1)
                    QVERIFY2(place.startsWith("syd"_L1), qPrintable(place));
                else
                    QVERIFY2(!place.startsWith("fra"_L1), qPrintable(place));
                ++membersOf[region];
            }
        }
        QVERIFY(membersOf.contains(u"FRA"_s) && membersOf.contains(u"AUS"_s) && membersOf.size() > 2);
    }

    void nobodyJoinsBeforeThePoolIs()
    {
        const SimulatedAccount account(medium);
        int joined = 0;
        for (int i = 0; i < account.poolCount(); ++i) {
            const QJsonObject pool = account.pool(i);
            const QString created = pool["createDate"_L1].toString();
            for (const QJsonValue &detail : pool["activeDetails"_L1].toArray()) {
                QVERIFY(detail["effectiveDate"_L1].toString() >= created);
                QCOMPARE(detail["bandwidthAllotmentId"_L1], pool["id"_L1]);
                QCOMPARE(detail["bandwidthAllotment"_L1]["name"_L1], pool["name"_L1]);
                ++joined;
            }
        }
        QVERIFY(joined > 0);
    }

    void sameSizeGivesTheSamePools()
    {
        QCOMPARE(SimulatedAccount(60).pool(3), SimulatedAccount(60).pool(3));
        QVERIFY(SimulatedAccount(60, 1).pool(3) != SimulatedAccount(60).pool(3));
        const QJsonObject pool = SimulatedAccount(60).pool(0);
        QCOMPARE(pool["name"_L1].toString(), u"EU pool"_s);
        QCOMPARE(pool["locationGroup"_L1]["name"_L1].toString(), u"AMS/LON/MAD/PAR"_s);
    }

    void objectEqualsItsValues()
    {
        const SimulatedAccount account(60);
        const QJsonObject pool = account.pool(0);
        QVERIFY(pool.size() > 30);
        for (auto entry = pool.begin(); entry != pool.end(); ++entry)
            QCOMPARE(account.poolValue(0, entry.key()), entry.value());
        QCOMPARE(account.poolValue(0, u"virtualGuests"_s).toArray().size(),
                 account.poolMembers(0).virtualGuests.size());
        QVERIFY(account.poolValue(0, u"nothing"_s).isUndefined());
    }

    /// The first question fills the index, whoever asks it.
    void manyThreadsMayAskFirst()
    {
        const SimulatedAccount account(medium);
        const QJsonValue expected = SimulatedAccount(medium).poolValue(7, u"totalBandwidthAllocated"_s);
        std::array<QJsonValue, 4> answers;
        {
            std::vector<std::jthread> threads;
            for (QJsonValue &answer : answers) {
                threads.emplace_back(
                    [&answer, copy = account] { answer = copy.poolValue(7, u"totalBandwidthAllocated"_s); });
            }
        }
        for (const QJsonValue &answer : answers)
            QCOMPARE(answer, expected);
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestSimulatedPools)
#include "tst_simulatedpools.moc"
