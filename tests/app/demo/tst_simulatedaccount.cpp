// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simulatedaccount.h"
#include "support/testmain.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray hashOf(const QJsonObject &object)
{
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(16);
}

/// How many servers, of both kinds, a test holds for.
template<class Test>
int count(const SimulatedAccount &account, Test holds)
{
    int number = 0;
    for (int i = 0; i < account.hardwareCount(); ++i)
        number += holds([&](const QString &name) { return account.hardwareValue(i, name); }) ? 1 : 0;
    for (int i = 0; i < account.guestCount(); ++i)
        number += holds([&](const QString &name) { return account.guestValue(i, name); }) ? 1 : 0;
    return number;
}

using Values = std::function<QJsonValue(const QString &)>;

} // namespace

class TestSimulatedAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsTheKinds_data()
    {
        QTest::addColumn<int>("servers");
        QTest::addColumn<int>("hardware");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("negative") << -5 << 0;
        QTest::newRow("one") << 1 << 0;
        QTest::newRow("two") << 2 << 0;
        QTest::newRow("three") << 3 << 1;
        QTest::newRow("small") << 60 << 27;
        QTest::newRow("odd") << 2503 << 1126;
        QTest::newRow("huge") << 100000 << 45000;
    }

    void splitsTheKinds()
    {
        QFETCH(const int, servers);
        QFETCH(const int, hardware);
        const SimulatedAccount account(servers);
        QCOMPARE(account.hardwareCount(), hardware);
        QCOMPARE(account.hardwareCount() + account.guestCount(), std::max(servers, 0));
        QCOMPARE(account.account().value("hardwareCount"_L1).toInt(), account.hardwareCount());
        QCOMPARE(account.account().value("virtualGuestCount"_L1).toInt(), account.guestCount());
    }

    /// Screenshots, documents and comparisons rest on it: change these only with a good reason.
    void sameSizeGivesTheSameAccount()
    {
        const SimulatedAccount account(60);
        QCOMPARE(hashOf(account.hardware(0)), QByteArray("59ed0d26f954e134"));
        QCOMPARE(hashOf(account.hardware(26)), QByteArray("c6ffab876943cd58"));
        QCOMPARE(hashOf(account.guest(0)), QByteArray("2f6c9afcbeb165e7"));
        QCOMPARE(hashOf(account.guest(32)), QByteArray("b95d6ad8cadf43aa"));
        QCOMPARE(hashOf(account.pool(0)), QByteArray("879dd4d91bc59e61"));
        QCOMPARE(hashOf(account.pool(5)), QByteArray("889f0f015319a1b1"));
        QCOMPARE(SimulatedAccount(60).hardware(5), account.hardware(5));
        QVERIFY(SimulatedAccount(60, 1).hardware(5) != account.hardware(5));
    }

    void idsGrowAndLeadBack()
    {
        const SimulatedAccount account(20000);
        qint64 last = 0;
        for (int i = 0; i < account.hardwareCount(); ++i) {
            QVERIFY(account.hardwareId(i) > last);
            last = account.hardwareId(i);
            QCOMPARE(account.hardwareIndex(last), std::optional(i));
        }
        last = 0;
        for (int i = 0; i < account.guestCount(); ++i) {
            QVERIFY(account.guestId(i) > last);
            last = account.guestId(i);
            QCOMPARE(account.guestIndex(last), std::optional(i));
        }
        QCOMPARE(account.hardwareId(0), 1403101);
        QCOMPARE(account.guestId(0), 125800753);
        for (const qint64 id :
             {qint64{-1}, qint64{0}, qint64{1403100}, last + 1, last + 100, qint64{1} << 40}) {
            QVERIFY(!account.hardwareIndex(id));
            QVERIFY(!account.guestIndex(id));
        }
    }

    void someIdsOccurInBothKinds()
    {
        for (const int servers : {60, 2500}) {
            const SimulatedAccount account(servers);
            int both = 0;
            for (int i = 0; i < account.hardwareCount(); ++i)
                both += account.guestIndex(account.hardwareId(i)) ? 1 : 0;
            QCOMPARE(both, 3);
        }
    }

    void addressesAndUuidsAreUnique()
    {
        const SimulatedAccount account(100000);
        QSet<QString> seen;
        int present = 0;
        const auto look = [&](const QJsonValue &value) {
            if (value.isString()) {
                ++present;
                seen.insert(value.toString());
            }
        };
        for (int i = 0; i < account.hardwareCount(); ++i) {
            look(account.hardwareValue(i, u"primaryIpAddress"_s));
            look(account.hardwareValue(i, u"primaryBackendIpAddress"_s));
            look(account.hardwareValue(i, u"networkManagementIpAddress"_s));
            look(account.hardwareValue(i, u"globalIdentifier"_s));
        }
        for (int i = 0; i < account.guestCount(); ++i) {
            look(account.guestValue(i, u"primaryIpAddress"_s));
            look(account.guestValue(i, u"primaryBackendIpAddress"_s));
            look(account.guestValue(i, u"globalIdentifier"_s));
        }
        QVERIFY(present > 300000);
        QCOMPARE(seen.size(), present);
    }

    /// What makes real accounts awkward must be there even in the smallest demo.
    void smallAccountHasEveryOddity_data()
    {
        QTest::addColumn<std::function<bool(const Values &)>>("holds");
        const auto row = [](const char *name, std::function<bool(const Values &)> holds) {
            QTest::newRow(name) << holds;
        };
        const auto noteHas = [](const QString &part) {
            return [part](const Values &value) { return value(u"notes"_s).toString().contains(part); };
        };
        const auto noteStartsWith = [](const QString &part) {
            return [part](const Values &value) { return value(u"notes"_s).toString().startsWith(part); };
        };
        row("private only", [](const Values &value) {
            return value(u"primaryIpAddress"_s).isUndefined() && value(u"privateNetworkOnlyFlag"_s).toBool();
        });
        row("provisioning", [](const Values &value) {
            return value(u"provisionDate"_s).isNull() && value(u"activeTransaction"_s).isObject();
        });
        row("no billing item", [](const Values &value) { return value(u"billingItem"_s).isUndefined(); });
        row("no operating system",
            [](const Values &value) { return value(u"operatingSystem"_s).isUndefined(); });
        row("stopped", [](const Values &value) {
            return value(u"powerState"_s).toObject().value("keyName"_L1) == "HALTED"_L1;
        });
        row("in a pool", [](const Values &value) {
            return value(u"virtualRack"_s).toObject().value("bandwidthAllotmentTypeId"_L1).toInt() == 2;
        });
        row("in the default rack", [](const Values &value) {
            return value(u"virtualRack"_s).toObject().value("bandwidthAllotmentTypeId"_L1).toInt() == 1;
        });
        row("in no rack", [](const Values &value) { return value(u"virtualRackId"_s).isUndefined(); });
        row("pay as you go", [](const Values &value) { return value(u"bandwidthAllocation"_s) == "0"_L1; });
        row("no allocation",
            [](const Values &value) { return value(u"bandwidthAllocation"_s).isUndefined(); });
        row("no tags", [](const Values &value) { return value(u"tagReferences"_s).toArray().isEmpty(); });
        row("tags", [](const Values &value) { return value(u"tagReferences"_s).toArray().size() > 1; });
        row("hourly", [](const Values &value) { return value(u"hourlyBillingFlag"_s).toBool(); });
        row("monthly", [](const Values &value) { return !value(u"hourlyBillingFlag"_s).toBool(true); });
        row("traffic below one", [](const Values &value) {
            return value(u"outboundPublicBandwidthUsage"_s).toString().startsWith(u'.');
        });
        row("over its allocation",
            [](const Values &value) { return value(u"overBandwidthAllocationFlag"_s).toInt() == 1; });
        row("no note", [](const Values &value) { return value(u"notes"_s).isUndefined(); });
        row("empty note", [](const Values &value) { return value(u"notes"_s) == QJsonValue(QString()); });
        row("comma", noteHas(u","_s));
        row("quotes", noteHas(u"\""_s));
        row("line break", noteHas(u"\n"_s));
        row("Windows line break", noteHas(u"\r\n"_s));
        row("equals", noteStartsWith(u"="_s));
        row("plus", noteStartsWith(u"+"_s));
        row("minus", noteStartsWith(u"-"_s));
        row("at", noteStartsWith(u"@"_s));
        row("tab", noteStartsWith(u"\t"_s));
        row("Japanese", noteHas(u"日本"_s));
        row("umlaut", noteHas(u"ü"_s));
        row("beyond the first plane", noteHas(u"🚀"_s));
        row("version with blanks", [](const Values &value) {
            return value(u"operatingSystem"_s)["softwareLicense"_L1]["softwareDescription"_L1]["version"_L1]
                .toString()
                .endsWith(u' ');
        });
    }

    void smallAccountHasEveryOddity()
    {
        QFETCH(const std::function<bool(const Values &)>, holds);
        QVERIFY(count(SimulatedAccount(60), holds) > 0);
    }

    void hostNamesRepeat()
    {
        const SimulatedAccount account(60);
        QHash<QString, int> names;
        for (int i = 0; i < account.hardwareCount(); ++i)
            ++names[account.hardwareValue(i, u"fullyQualifiedDomainName"_s).toString()];
        QCOMPARE(names.value(u"db-server.example.com"_s), 2);
        QCOMPARE(names.size(), account.hardwareCount() - 1);
    }

    /// softlayer-api §5: dates with offset, decimals as text without a zero before the point.
    void scalarsLookLikeTheWire()
    {
        static const QRegularExpression date(uR"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-06:00$)"_s);
        static const QRegularExpression decimal(uR"(^(0|[1-9]\d*|(0|[1-9]\d*)?\.\d*[1-9])$)"_s);
        static const QRegularExpression uuid(
            uR"(^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$)"_s);
        const SimulatedAccount account(400);
        for (int i = 0; i < account.guestCount(); ++i) {
            QVERIFY(date.match(account.guestValue(i, u"createDate"_s).toString()).hasMatch());
            QVERIFY(uuid.match(account.guestValue(i, u"globalIdentifier"_s).toString()).hasMatch());
            const QJsonValue out = account.guestValue(i, u"outboundPublicBandwidthUsage"_s);
            QVERIFY2(out.isUndefined() || decimal.match(out.toString()).hasMatch(),
                     qPrintable(out.toString()));
            const QJsonValue projected = account.guestValue(i, u"projectedPublicBandwidthUsage"_s);
            QVERIFY(projected.isUndefined() || projected.isDouble());
            QVERIFY(account.guestValue(i, u"maxMemory"_s).toInt() >= 512); // MB
        }
        for (int i = 0; i < account.hardwareCount(); ++i) {
            const QJsonValue item = account.hardwareValue(i, u"billingItem"_s);
            QVERIFY(item.isUndefined() || item["nextInvoiceTotalRecurringAmount"_L1].isDouble());
            QVERIFY(item.isUndefined() || decimal.match(item["recurringFee"_L1].toString()).hasMatch());
            QVERIFY(account.hardwareValue(i, u"memoryCapacity"_s).toInt() <= 1024); // GB
        }
    }

    void objectEqualsItsValues()
    {
        const SimulatedAccount account(60);
        const QJsonObject object = account.hardware(3);
        QVERIFY(object.size() > 60);
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            QCOMPARE(account.hardwareValue(3, entry.key()), entry.value());
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestSimulatedAccount)
#include "tst_simulatedaccount.moc"
