// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utc.h"
#include "details/detailscache.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

namespace {

RowKey guest(qint64 id)
{
    return {RowKind::Virtual, id};
}

DetailsCache::Seen seen(int value)
{
    return {value, utcFromSecs(value), std::chrono::milliseconds(value)};
}

} // namespace

class TestDetailsCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersEachPart();
    void dropsWhatWasNotLookedAtForLongest();
    void forgets();
};

void TestDetailsCache::remembersEachPart()
{
    DetailsCache cache;
    QVERIFY(!cache.find(guest(1), ServerPart::Object));
    cache.put(guest(1), ServerPart::Object, seen(5));
    cache.put(guest(1), ServerPart::Object, seen(6));
    cache.put({RowKind::BareMetal, 1}, ServerPart::Object, seen(7)); // another number space
    const auto found = cache.find(guest(1), ServerPart::Object);
    QVERIFY(found);
    QCOMPARE(found->value, QJsonValue(6));
    QCOMPARE(found->asOf.toSecsSinceEpoch(), 6);
    QVERIFY(!cache.find(guest(1), ServerPart::NetworkVlans));
    QCOMPARE(cache.size(), 2);
}

void TestDetailsCache::dropsWhatWasNotLookedAtForLongest()
{
    DetailsCache cache(2);
    cache.put(guest(1), ServerPart::Object, seen(1));
    cache.put(guest(2), ServerPart::Object, seen(2));
    QVERIFY(cache.find(guest(1), ServerPart::Object)); // a look
    cache.put(guest(3), ServerPart::Object, seen(3));
    QCOMPARE(cache.size(), 2);
    QVERIFY(cache.find(guest(1), ServerPart::Object));
    QVERIFY(!cache.find(guest(2), ServerPart::Object));
    QVERIFY(cache.find(guest(3), ServerPart::Object));
}

void TestDetailsCache::forgets()
{
    DetailsCache cache;
    cache.put(guest(1), ServerPart::Object, seen(1));
    cache.put(guest(1), ServerPart::BillingItem, seen(2));
    cache.forget(guest(1), ServerPart::BillingItem);
    cache.forget(guest(2), ServerPart::BillingItem);
    QVERIFY(!cache.find(guest(1), ServerPart::BillingItem));
    QVERIFY(cache.find(guest(1), ServerPart::Object));
    cache.clear();
    QCOMPARE(cache.size(), 0);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestDetailsCache)
#include "tst_detailscache.moc"
