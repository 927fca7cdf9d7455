// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simulatedaccount.h"
#include "support/testmain.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// What the account is billed for, and what the things themselves say of it.
class TestBillingLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasWhatTheThingsAreBilledBy_data();
    void hasWhatTheThingsAreBilledBy();

private:
    static void take(const QJsonValue &item, QHash<qint64, QJsonObject> &billed);
};

/// Each once, and with the same words where both have them.
void TestBillingLedger::take(const QJsonValue &item, QHash<qint64, QJsonObject> &billed)
{
    if (!item.isObject())
        return;
    const QJsonObject known = billed.take(item["id"_L1].toInteger());
    for (const QString &name :
         {u"id"_s, u"nextInvoiceTotalRecurringAmount"_s, u"recurringFee"_s, u"createDate"_s}) {
        QVERIFY2(known.contains(name), qPrintable(name));
        QCOMPARE(known[name], item[name]);
    }
}

void TestBillingLedger::hasWhatTheThingsAreBilledBy_data()
{
    QTest::addColumn<int>("servers");
    for (const int servers : {0, 1, 60, 300})
        QTest::addRow("%d servers", servers) << servers;
}

void TestBillingLedger::hasWhatTheThingsAreBilledBy()
{
    QFETCH(const int, servers);
    const SimulatedAccount account(servers);
    QHash<qint64, QJsonObject> billed;
    const QJsonArray items = account.listed(u"nextInvoiceTopLevelBillingItems"_s);
    for (const QJsonValue &item : items)
        billed.insert(item["id"_L1].toInteger(), item.toObject());
    QCOMPARE(billed.size(), items.size());
    const QString name = u"billingItem"_s;
    for (int index = 0; index < account.hardwareCount(); ++index)
        take(account.hardwareValue(index, name), billed);
    for (int index = 0; index < account.guestCount(); ++index)
        take(account.guestValue(index, name), billed);
    for (int index = 0; index < account.vlanCount(); ++index)
        take(account.vlanValue(index, name), billed);
    for (int index = 0; index < account.subnetCount(); ++index)
        take(account.subnetValue(index, name), billed);
    for (int index = 0; index < account.poolCount(); ++index)
        take(account.poolValue(index, name), billed);
    for (const QString &family : {u"iscsiNetworkStorage"_s, u"nasNetworkStorage"_s}) {
        const QJsonArray volumes = account.listed(family);
        for (const QJsonValue &volume : volumes)
            take(volume[name], billed);
    }
    QVERIFY2(billed.isEmpty(), "billed for nothing");
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestBillingLedger)
#include "tst_billingledger.moc"
