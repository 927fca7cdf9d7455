// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/compiledmask.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace layerscope;
using namespace layerscope::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

Result<CompiledMask, WireError> compile(const QString &mask, const QString &declared, const QString &actual)
{
    const auto tree = parseMask(mask);
    if (!tree)
        return Unexpected(tree.error());
    return CompiledMask::compile(*tree, findType(declared), findType(actual));
}

Result<CompiledMask, WireError> compileForHardware(const QString &mask)
{
    return compile(mask, u"SoftLayer_Hardware"_s, u"SoftLayer_Hardware_Server"_s);
}

/// A server with a bit of everything, but little of it.
JsonObject server()
{
    static const QJsonDocument written = QJsonDocument::fromJson(R"({
        "id": 7, "hostname": "db01", "domain": "example.com", "notes": null,
        "globalIdentifier": "uuid", "primaryIpAddress": "192.0.2.1", "memoryCapacity": 64,
        "hardwareStatus": {"id": 5, "status": "ACTIVE"},
        "datacenter": {"id": 1, "name": "dal10", "longName": "Dallas 10"},
        "activeTransaction": {"id": 9, "transactionStatus": {"name": "BOOT", "friendlyName": "Booting"}},
        "tagReferences": [{"id": 1, "tagId": 11, "tag": {"id": 11, "name": "a"}}, null,
                          {"id": 2, "tagId": 12, "tag": {"id": 12, "name": "b"}}]
    })");
    return JsonValue::fromQt(written.object()).toObject();
}

QString compact(const JsonObject &object)
{
    return QString::fromUtf8(JsonValue(object).toText()).replace(u'"', u'\'');
}

} // namespace

class TestCompiledMask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsWhatTheRulesSay_data()
    {
        QTest::addColumn<QString>("mask");
        QTest::addColumn<QString>("row");
        // In the order of the keys, with room for one more key before "domain", between and behind.
        const QString locals = u"{%1'domain':'example.com','globalIdentifier':'uuid','hardwareStatus':{'id':"
                               u"5,'status':'ACTIVE'},"
                               "'hostname':'db01','id':7,%2'notes':null,'primaryIpAddress':'192.0.2.1'%3}"_s;
        QTest::newRow("no mask: locals and what comes by itself")
            << u""_s << locals.arg(QString(), QString(), QString());
        QTest::newRow("empty mask") << u"mask[]"_s << locals.arg(QString(), QString(), QString());
        QTest::newRow("one local leaves out the others") << u"mask[id]"_s << u"{'id':7}"_s;
        QTest::newRow("a local and a relation")
            << u"mask[id,datacenter[name]]"_s << u"{'datacenter':{'name':'dal10'},'id':7}"_s;
        QTest::newRow("only relations keep the locals")
            << u"mask[datacenter[name]]"_s
            << locals.arg(u"'datacenter':{'name':'dal10'},"_s, QString(), QString());
        QTest::newRow("a scalar relation keeps the locals")
            << u"mask[memoryCapacity]"_s << locals.arg(QString(), u"'memoryCapacity':64,"_s, QString());
        QTest::newRow("a relation without a set brings its locals")
            << u"mask[id,datacenter]"_s
            << u"{'datacenter':{'id':1,'longName':'Dallas 10','name':'dal10'},'id':7}"_s;
        QTest::newRow("only relations inside keep the inner locals")
            << u"mask[id,tagReferences[tag[name]]]"_s
            << u"{'id':7,'tagReferences':[{'id':1,'tag':{'name':'a'},'tagId':11},null,"
               "{'id':2,'tag':{'name':'b'},'tagId':12}]}"_s;
        QTest::newRow("dots") << u"mask[id,tagReferences.tag.name]"_s
                              << u"{'id':7,'tagReferences':[{'id':1,'tag':{'name':'a'},'tagId':11},null,"
                                 "{'id':2,'tag':{'name':'b'},'tagId':12}]}"_s;
        QTest::newRow("a count") << u"mask[id,tagReferenceCount]"_s << u"{'id':7,'tagReferenceCount':3}"_s;
        QTest::newRow("a count keeps the locals")
            << u"mask[tagReferenceCount]"_s << locals.arg(QString(), QString(), u",'tagReferenceCount':3"_s);
        QTest::newRow("a relation without a target") << u"mask[id,billingItem[id]]"_s << u"{'id':7}"_s;
        QTest::newRow("parts named twice come together")
            << u"mask[id,datacenter.name,datacenter.id]"_s
            << u"{'datacenter':{'id':1,'name':'dal10'},'id':7}"_s;
        QTest::newRow("bare and dotted keep the inner locals")
            << u"mask[id,datacenter,datacenter.name]"_s
            << u"{'datacenter':{'id':1,'longName':'Dallas 10','name':'dal10'},'id':7}"_s;
        QTest::newRow("cast for what only servers have")
            << u"mask(SoftLayer_Hardware_Server)[id,activeTransaction[id]]"_s
            << u"{'activeTransaction':{'id':9},'id':7}"_s;
        QTest::newRow("several masks, one cast")
            << u"[mask[id,hostname],mask(SoftLayer_Hardware_Server)[activeTransaction[transactionStatus[name]]]]"_s
            << u"{'activeTransaction':{'id':9,'transactionStatus':{'name':'BOOT'}},'hostname':'db01','id':7}"_s;
        QTest::newRow("a cast to something else is left out")
            << u"[mask[id],mask(SoftLayer_Virtual_Guest)[maxCpu]]"_s << u"{'id':7}"_s;
    }

    void bringsWhatTheRulesSay()
    {
        QFETCH(const QString, mask);
        QFETCH(const QString, row);
        const auto compiled = compileForHardware(mask);
        QVERIFY2(compiled, compiled ? "" : qPrintable(compiled.error().text));
        QCOMPARE(compact(compiled->apply(server())), row);
    }

    void refusesUnknownProperties_data()
    {
        QTest::addColumn<QString>("mask");
        QTest::addColumn<QString>("text");
        QTest::newRow("root") << u"mask[nonsense]"_s
                              << u"Property 'nonsense' not valid for 'SoftLayer_Hardware'."_s;
        QTest::newRow("inner") << u"mask[datacenter[city]]"_s
                               << u"Property 'city' not valid for 'SoftLayer_Location'."_s;
        QTest::newRow("a guest's") << u"mask[maxCpu]"_s
                                   << u"Property 'maxCpu' not valid for 'SoftLayer_Hardware'."_s;
        QTest::newRow("a server's without the cast")
            << u"mask[activeTransaction]"_s
            << u"Property 'activeTransaction' not valid for 'SoftLayer_Hardware'."_s;
        QTest::newRow("cast of another mask does not help")
            << u"[mask[id,metricTrackingObjectId],mask(SoftLayer_Hardware_Server)[id]]"_s
            << u"Property 'metricTrackingObjectId' not valid for 'SoftLayer_Hardware'."_s;
        QTest::newRow("unknown type")
            << u"mask(SoftLayer_Nothing)[id]"_s << u"'SoftLayer_Nothing' is not a valid type."_s;
        QTest::newRow("parts of a text")
            << u"mask[hostname[x]]"_s << u"Property 'x' not valid for 'hostname'."_s;
    }

    void refusesUnknownProperties()
    {
        QFETCH(const QString, mask);
        QFETCH(const QString, text);
        const auto compiled = compileForHardware(mask);
        QVERIFY(!compiled);
        QCOMPARE(compiled.error(), (WireError{500, u"SoftLayer_Exception_WebService_ObjectMask"_s, text}));
    }

    void asksOnlyForWhatIsWanted()
    {
        const auto compiled = compileForHardware(u"mask[id,datacenter[name]]"_s);
        QVERIFY(compiled);
        QStringList asked;
        const JsonObject row = compiled->apply([&](const QString &name, const QStringList &parts) {
            asked += QString(name + u':' + parts.join(u','));
            return server().value(name);
        });
        QCOMPARE(row.size(), 2);
        QCOMPARE(asked, (QStringList{u"id:"_s, u"datacenter:name"_s}));
    }

    void countsNamedRelations_data()
    {
        QTest::addColumn<QString>("mask");
        QTest::addColumn<int>("relations");
        QTest::newRow("none") << u""_s << 0;
        QTest::newRow("locals and scalars") << u"mask[id,primaryIpAddress]"_s << 0;
        QTest::newRow("bare") << u"mask[id,datacenter]"_s << 1;
        QTest::newRow("chain") << u"mask[billingItem.orderItem.order.userRecord.username]"_s << 4;
        QTest::newRow("count") << u"mask[id,networkVlanCount]"_s << 1;
    }

    void countsNamedRelations()
    {
        QFETCH(const QString, mask);
        QFETCH(const int, relations);
        const auto compiled = compileForHardware(mask);
        QVERIFY(compiled);
        QCOMPARE(compiled->relationCount(), relations);
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestCompiledMask)
#include "tst_compiledmask.moc"
