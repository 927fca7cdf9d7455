// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simulatedaccount.h"
#include "support/testmain.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// What the account is billed for, and what the things themselves say of it.
class TestBillingLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasWhatTheThingsAreBilledBy_data();
    void hasWhatTheThingsAreBilledBy();
    void theLastInvoiceIsTheirSum();

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

/// Of all that was there when the present cycle began.
void TestBillingLedger::theLastInvoiceIsTheirSum()
{
    const SimulatedAccount account(300);
    QJsonObject last;
    const QJsonArray invoices = account.listed(u"invoices"_s);
    for (const QJsonValue &invoice : invoices) {
        if (invoice["typeCode"_L1] == u"RECURRING"_s)
            last = invoice.toObject();
    }
    QCOMPARE(last["statusCode"_L1].toString(), u"OPEN"_s);
    const QString begin = last["createDate"_L1].toString();
    qint64 cents = 0;
    int items = 0;
    const QJsonArray billed = account.listed(u"nextInvoiceTopLevelBillingItems"_s);
    for (const QJsonValue &item : billed) {
        if (item["createDate"_L1].toString() > begin) // in one zone: as their times
            continue;
        cents += std::llround(item["nextInvoiceTotalRecurringAmount"_L1].toDouble() * 100);
        ++items;
    }
    QVERIFY(items > 200 && items < billed.size());
    QCOMPARE(last["invoiceTopLevelItemCount"_L1].toInt(), items);
    QCOMPARE(std::llround(last["invoiceTotalRecurringAmount"_L1].toString().toDouble() * 100), cents);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestBillingLedger)
#include "tst_billingledger.moc"
