// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/objectmask.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TestObjectMask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void keepsTheOrderOfFirstMention();
    void mergesLevelByLevel();
    void castsTheRoot();
    void countsRelations();
};

void TestObjectMask::writes_data()
{
    QTest::addColumn<QByteArray>("paths");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *paths, const char *expected) {
        QTest::newRow(name) << QByteArray(paths) << QByteArray(expected);
    };
    row("nothing", "", "");
    row("one", "id", "mask[id]");
    row("several", "id,hostname", "mask[id,hostname]");
    row("one below", "datacenter.name", "mask[datacenter[name]]");
    row("siblings share their parent", "datacenter.id,id,datacenter.name", "mask[datacenter[id,name],id]");
    row("deep", "billingItem.orderItem.order.userRecord.username",
        "mask[billingItem[orderItem[order[userRecord[username]]]]]");
    row("relation, then its property", "status,status.name", "mask[status[name]]");
    row("property, then its relation", "status.name,status", "mask[status[name]]");
    row("twice", "id,id,tagReferences.id,tagReferences.id", "mask[id,tagReferences[id]]");
    row("a name that starts like another", "tag.id,tagReferences.id", "mask[tag[id],tagReferences[id]]");
    row("blanks around names", " id , datacenter . name ", "mask[id,datacenter[name]]");
    row("a count", "id,hardwareCount", "mask[id,hardwareCount]");
}

void TestObjectMask::writes()
{
    QFETCH(const QByteArray, paths);
    QFETCH(const QByteArray, expected);
    ObjectMask mask;
    mask.addAll(paths);
    QCOMPARE(mask.toText(), expected);
    QCOMPARE(mask.isEmpty(), expected.isEmpty());
}

void TestObjectMask::keepsTheOrderOfFirstMention()
{
    QCOMPARE(ObjectMask({"b", "a.z", "c", "a.y"}).toText(), "mask[b,a[z,y],c]");
    QVERIFY(ObjectMask({"a", "b"}) == ObjectMask().add("a").add("b"));
    QVERIFY(!(ObjectMask({"a", "b"}) == ObjectMask({"b", "a"})));
}

void TestObjectMask::mergesLevelByLevel()
{
    ObjectMask mask{"id", "datacenter.name"};
    mask.merge({"datacenter.id", "status.keyName", "id"});
    QCOMPARE(mask.toText(), "mask[id,datacenter[name,id],status[keyName]]");
    mask.merge(ObjectMask());
    QCOMPARE(mask.toText(), "mask[id,datacenter[name,id],status[keyName]]");
}

void TestObjectMask::castsTheRoot()
{
    ObjectMask mask{"id"};
    mask.castTo("SoftLayer_Hardware_Server");
    QCOMPARE(mask.toText(), "mask(SoftLayer_Hardware_Server)[id]");

    ObjectMask merged{"hostname"};
    merged.merge(mask);
    QCOMPARE(merged.toText(), "mask(SoftLayer_Hardware_Server)[hostname,id]");
    QCOMPARE(ObjectMask().castTo("SoftLayer_Hardware_Server").toText(),
             QByteArray()); // a cast of nothing asks nothing
}

void TestObjectMask::countsRelations()
{
    QCOMPARE(ObjectMask().relationCount(), 0);
    QCOMPARE(ObjectMask({"id", "hostname"}).relationCount(), 0);
    QCOMPARE(ObjectMask({"id", "datacenter.name", "datacenter.id"}).relationCount(), 1);
    QCOMPARE(ObjectMask({"billingItem.orderItem.order.id", "status.name"}).relationCount(), 4);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestObjectMask)
#include "tst_objectmask.moc"
