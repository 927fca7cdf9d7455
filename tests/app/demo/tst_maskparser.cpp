// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/maskparser.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace layerscope::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

QString written(const QList<MaskNode> &nodes)
{
    QStringList texts;
    for (const MaskNode &node : nodes) {
        QString text = node.name;
        if (!node.cast.isEmpty())
            text += u'(' + node.cast + u')';
        if (!node.children.isEmpty())
            text += u'[' + written(node.children) + u']';
        texts += text;
    }
    return texts.join(u',');
}

/// One line a tree: each root as "cast:nodes", "filtered " in front if so.
QString written(const MaskTree &tree)
{
    QStringList roots;
    for (const RootMask &root : tree.roots)
        roots += (root.cast.isEmpty() ? QString() : QString(root.cast + u':')) + written(root.children);
    return (tree.isFiltered ? u"filtered "_s : QString()) + roots.join(u" | ");
}

} // namespace

class TestMaskParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryForm_data()
    {
        QTest::addColumn<QString>("mask");
        QTest::addColumn<QString>("tree");
        QTest::newRow("none") << u""_s << u""_s;
        QTest::newRow("empty set") << u"mask[]"_s << u""_s;
        QTest::newRow("word alone") << u"mask"_s << u""_s;
        QTest::newRow("set") << u"mask[id,hostname]"_s << u"id,hostname"_s;
        QTest::newRow("nested") << u"mask[id,datacenter[name,longName]]"_s
                                << u"id,datacenter[name,longName]"_s;
        QTest::newRow("dots at the root") << u"mask.datacenter.name"_s << u"datacenter[name]"_s;
        QTest::newRow("several dotted") << u"mask.id,mask.datacenter.name"_s << u"id | datacenter[name]"_s;
        QTest::newRow("dots inside") << u"mask[tagReferences.tag.name]"_s << u"tagReferences[tag[name]]"_s;
        QTest::newRow("dot, then set")
            << u"mask[orderItem.order[id,status]]"_s << u"orderItem[order[id,status]]"_s;
        QTest::newRow("dotted root with set") << u"mask.b.c[d,e]"_s << u"b[c[d,e]]"_s;
        QTest::newRow("cast root") << u"mask(SoftLayer_Hardware_Server)[id]"_s
                                   << u"SoftLayer_Hardware_Server:id"_s;
        QTest::newRow("cast root, dotted")
            << u"mask(SoftLayer_Hardware_Server).id"_s << u"SoftLayer_Hardware_Server:id"_s;
        QTest::newRow("cast property") << u"mask[resource(SoftLayer_Virtual_Guest)[id],x]"_s
                                       << u"resource(SoftLayer_Virtual_Guest)[id],x"_s;
        QTest::newRow("several masks") << u"[mask[id],mask(SoftLayer_Hardware_Server)[activeTransaction]]"_s
                                       << u"id | SoftLayer_Hardware_Server:activeTransaction"_s;
        QTest::newRow("filtered") << u"filteredMask[id,tagReferences[tag]]"_s
                                  << u"filtered id,tagReferences[tag]"_s;
        QTest::newRow("bare list") << u"id,datacenter.name"_s << u"id,datacenter[name]"_s;
        QTest::newRow("bare set") << u"[id,hostname]"_s << u"id,hostname"_s;
        QTest::newRow("legacy") << u"a;b.c"_s << u"a,b[c]"_s;
        QTest::newRow("blanks and breaks")
            << u" mask [ id ,\n  datacenter [ name ]\n ] "_s << u"id,datacenter[name]"_s;
        QTest::newRow("name that begins like mask") << u"masks[id]"_s << u"masks[id]"_s;
        QTest::newRow("empty inner set") << u"mask[datacenter[]]"_s << u"datacenter"_s;
    }

    void readsEveryForm()
    {
        QFETCH(const QString, mask);
        QFETCH(const QString, tree);
        const auto parsed = parseMask(mask);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().text));
        QCOMPARE(written(*parsed), tree);
    }

    void refusesMalformedText_data()
    {
        QTest::addColumn<QString>("mask");
        for (const char *mask :
             {"mask[id", "mask[id]]", "mask[id,]", "mask[,id]", "mask[a b]", "mask[a[b].c]", "[mask[id]",
              "mask(Type[id]", "mask[id]x", "mask.", "mask[a..b]", "[mask[id],id]", "mask[id!]"})
            QTest::newRow(mask) << QString::fromLatin1(mask);
    }

    void refusesMalformedText()
    {
        QFETCH(const QString, mask);
        const auto parsed = parseMask(mask);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, u"SoftLayer_Exception_WebService_ObjectMask"_s);
        QCOMPARE(parsed.error().status, 500);
    }

    void survivesHostileNesting()
    {
        QVERIFY(!parseMask(u"mask"_s + QString(100000, u'[')));
        QVERIFY(!parseMask(u"mask["_s + QString(u"a["_s).repeated(100000)));
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestMaskParser)
#include "tst_maskparser.moc"
