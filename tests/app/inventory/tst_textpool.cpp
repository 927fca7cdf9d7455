// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/textpool.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

class TestTextPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numberZeroIsEmpty();
    void addsAndInterns();
    void keepsWhatWasSent();
    void textsDoNotMove();
    void copiesGrowOnTheirOwn();
    void copyOfAFullChunk();
};

void TestTextPool::numberZeroIsEmpty()
{
    TextPool pool;
    QCOMPARE(pool.at(0), QString());
    QCOMPARE(pool.intern(QString()), 0U);
    QCOMPARE(pool.size(), 1U);
}

void TestTextPool::addsAndInterns()
{
    TextPool pool;
    const quint32 dallas = pool.intern(u"dal10"_s);
    QCOMPARE(pool.intern(u"dal10"_s), dallas);
    QVERIFY(pool.intern(u"fra02"_s) != dallas);
    const quint32 added = pool.add(u"dal10"_s);
    QVERIFY(added != dallas);
    QCOMPARE(pool.at(added), u"dal10"_s);
    QCOMPARE(pool.at(dallas), u"dal10"_s);
}

void TestTextPool::keepsWhatWasSent()
{
    TextPool pool;
    while (pool.size() < 4095)
        pool.add(u"x"_s);
    const quint32 apart = pool.add(u"a"_s, u" a "_s); // the second form is in the next chunk
    const quint32 interned = pool.intern(u"a;b"_s, u"b;a"_s);
    const quint32 same = pool.intern(u"a;b"_s);
    TextPool copy = pool;
    copy.add(u"c"_s, u"c "_s);
    pool.add(u"d"_s, u"d "_s);
    QCOMPARE(pool.at(apart), u"a"_s);
    QCOMPARE(pool.sentAt(apart), u" a "_s);
    QCOMPARE(pool.at(interned), u"a;b"_s);
    QCOMPARE(pool.sentAt(interned), u"b;a"_s);
    QCOMPARE(pool.sentAt(same), u"a;b"_s);
    QCOMPARE(pool.intern(u"a;b"_s, u"b;a"_s), interned);
    QCOMPARE(pool.intern(u"a;b"_s), same);
    QCOMPARE(copy.sentAt(interned), u"b;a"_s);
    QCOMPARE(copy.sentAt(copy.size() - 2), u"c "_s);
    QCOMPARE(pool.sentAt(pool.size() - 2), u"d "_s);
}

void TestTextPool::textsDoNotMove()
{
    TextPool pool;
    const QString *first = &pool.at(pool.add(u"first"_s));
    for (int i = 0; i < 20'000; ++i)
        pool.add(QString::number(i));
    QCOMPARE(&pool.at(1), first);
    QCOMPARE(pool.at(20'001), u"19999"_s);
}

void TestTextPool::copiesGrowOnTheirOwn()
{
    TextPool original;
    original.add(u"shared"_s);
    TextPool copy = original;
    const quint32 inOriginal = original.add(u"original's"_s);
    const quint32 inCopy = copy.add(u"copy's"_s);
    QCOMPARE(inOriginal, inCopy);
    QCOMPARE(original.at(inOriginal), u"original's"_s);
    QCOMPARE(copy.at(inCopy), u"copy's"_s);
    original.intern(u"more"_s);
    QCOMPARE(copy.intern(u"other"_s), 3U);
    QCOMPARE(original.at(3), u"more"_s);
    QCOMPARE(copy.at(3), u"other"_s);
    QCOMPARE(copy.at(1), u"shared"_s);
}

void TestTextPool::copyOfAFullChunk()
{
    TextPool original;
    while (original.size() < 4096)
        original.add(u"x"_s);
    TextPool copy = original;
    copy.add(u"copy's"_s);
    original.add(u"original's"_s);
    QCOMPARE(copy.at(4096), u"copy's"_s);
    QCOMPARE(original.at(4096), u"original's"_s);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestTextPool)
#include "tst_textpool.moc"
