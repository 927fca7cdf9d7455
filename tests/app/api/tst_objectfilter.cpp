// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/objectfilter.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TestObjectFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesNothingWhenEmpty();
    void writesEqualNumbers();
    void writesEqualText();
    void writesIdLists();
    void writesOrder();
    void nestsSiblingsUnderOneParent();
    void keepsLargeIds();
};

void TestObjectFilter::writesNothingWhenEmpty()
{
    QVERIFY(ObjectFilter().isEmpty());
    QCOMPARE(ObjectFilter().toJson(), QByteArray());
}

void TestObjectFilter::writesEqualNumbers()
{
    QCOMPARE(ObjectFilter().equals("hardware.virtualRackId", 309001).toJson(),
             R"({"hardware":{"virtualRackId":{"operation":309001}}})");
}

void TestObjectFilter::writesEqualText()
{
    QCOMPARE(ObjectFilter().equals("virtualGuests.datacenter.name", QStringLiteral("dal\"05é")).toJson(),
             "{\"virtualGuests\":{\"datacenter\":{\"name\":{\"operation\":\"dal\\\"05é\"}}}}");
}

void TestObjectFilter::writesIdLists()
{
    QCOMPARE(ObjectFilter().in("hardware.id", {3, 1, 2}).toJson(),
             R"({"hardware":{"id":{"operation":"in","options":[{"name":"data","value":[3,1,2]}]}}})");
}

void TestObjectFilter::writesOrder()
{
    QCOMPARE(ObjectFilter().orderBy("hardware.id").toJson(),
             R"({"hardware":{"id":{"operation":"orderBy","options":[{"name":"sort","value":["ASC"]}]}}})");
    QCOMPARE(ObjectFilter().orderBy("id", ObjectFilter::Order::Descending).toJson(),
             R"({"id":{"operation":"orderBy","options":[{"name":"sort","value":["DESC"]}]}})");
}

void TestObjectFilter::nestsSiblingsUnderOneParent()
{
    const QByteArray json = ObjectFilter()
                                .orderBy("hardware.id")
                                .equals("hardware.datacenter.name", QStringLiteral("dal10"))
                                .toJson();
    QCOMPARE(json, R"({"hardware":{"datacenter":{"name":{"operation":"dal10"}},)"
                   R"("id":{"operation":"orderBy","options":[{"name":"sort","value":["ASC"]}]}}})");
    QVERIFY(ObjectFilter().equals("a", 1).equals("b", 2) == ObjectFilter().equals("b", 2).equals("a", 1));
}

void TestObjectFilter::keepsLargeIds()
{
    QCOMPARE(
        ObjectFilter().in("hardware.id", {9'007'199'254'740'993}).toJson(),
        R"({"hardware":{"id":{"operation":"in","options":[{"name":"data","value":[9007199254740993]}]}}})");
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestObjectFilter)
#include "tst_objectfilter.moc"
