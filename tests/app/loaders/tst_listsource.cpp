// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/listsource.h"

#include "inventory/kinds.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestListSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages_data();
    void pages();
};

void TestListSource::pages_data()
{
    QTest::addColumn<ListSource>("source");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QByteArray>("filter");

    const auto ordered = [](const QByteArray &root) {
        return QByteArray("{\"" + root +
                          "\":{\"id\":{\"operation\":\"orderBy\",\"options\":[{\"name\":\"sort\",\"value\":"
                          "[\"ASC\"]}]}}}");
    };
    QTest::newRow("bare metal") << ListSource::ofAccount(RowKind::BareMetal)
                                << u"SoftLayer_Account::getHardware"_s << ordered("hardware");
    QTest::newRow("virtual") << ListSource::ofAccount(RowKind::Virtual)
                             << u"SoftLayer_Account::getVirtualGuests"_s << ordered("virtualGuests");
    QTest::newRow("pools, not the default rack")
        << ListSource::ofAccount(RowKind::Pool) << u"SoftLayer_Account::getBandwidthAllotments"_s
        << QByteArray("{\"bandwidthAllotments\":{\"bandwidthAllotmentTypeId\":{\"operation\":2},\"id\":{"
                      "\"operation\":\"orderBy\",\"options\":[{\"name\":\"sort\",\"value\":[\"ASC\"]}]}}}");
    const auto ofPool = [](RowKind kind, bool isPrivateOnly = false) {
        for (const ListBelow &list : poolmembersTable.nesting->lists) {
            if (list.kind == kind && list.relation.has_value() == isPrivateOnly)
                return ListSource::below({RowKind::Pool, 309001}, list);
        }
        qFatal("a pool has no such list");
    };
    const QString pool = u"SoftLayer_Network_Bandwidth_Version1_Allotment(309001)::"_s;
    QTest::newRow("hardware of a pool")
        << ofPool(RowKind::BareMetal) << QString(pool + "getHardware"_L1) << ordered("hardware");
    QTest::newRow("guests of a pool")
        << ofPool(RowKind::Virtual) << QString(pool + "getVirtualGuests"_L1) << ordered("virtualGuests");
    QTest::newRow("hourly hardware of a pool")
        << ofPool(RowKind::BareMetalInstance) << QString(pool + "getBareMetalInstances"_L1)
        << ordered("bareMetalInstances");
    QTest::newRow("hardware of a pool without a public network")
        << ofPool(RowKind::BareMetal, true) << QString(pool + "getPrivateNetworkOnlyHardware"_L1)
        << ordered("privateNetworkOnlyHardware");
    QTest::newRow("controllers of a pool")
        << ofPool(RowKind::Controller) << QString(pool + "getApplicationDeliveryControllers"_L1)
        << ordered("applicationDeliveryControllers");
}

void TestListSource::pages()
{
    QFETCH(ListSource, source);
    QFETCH(QString, label);
    QFETCH(QByteArray, filter);
    const ApiRequest request = source.page(ObjectMask{"id", "name"}, {200, 100});
    QCOMPARE(QString::fromLatin1(request.service +
                                 (request.objectId.isEmpty()
                                      ? QByteArray()
                                      : QByteArray('(' + request.objectId.toLatin1() + ')')) +
                                 "::" + request.method),
             label);
    QCOMPARE(request.filter.toJson(), filter);
    QCOMPARE(request.mask.toText(), QByteArray("mask[id,name]"));
    QCOMPARE(request.limit, (ResultLimit{200, 100}));
    QVERIFY(request.body().isEmpty()); // a GET
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestListSource)
#include "tst_listsource.moc"
