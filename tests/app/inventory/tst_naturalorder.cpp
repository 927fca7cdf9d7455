// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/naturalorder.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

class TestNaturalOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void order_data();
    void order();
    void equalKeys();
    void appends();
};

void TestNaturalOrder::order_data()
{
    QTest::addColumn<QString>("smaller");
    QTest::addColumn<QString>("larger");
    const auto row = [](const QString &smaller, const QString &larger) {
        QTest::addRow("%s < %s", qPrintable(smaller.left(20)), qPrintable(larger.left(20)))
            << smaller << larger;
    };
    row(u"db2"_s, u"db10"_s);
    row(u"db02"_s, u"db10"_s);
    row(u"db9.example.com"_s, u"db10.example.com"_s);
    row(u"db10a"_s, u"db10b"_s);
    row(u"db-1"_s, u"db1"_s); // as in ASCII: the hyphen before digits
    row(u"db1"_s, u"dba"_s);
    row(u"db"_s, u"db1"_s);
    row(u""_s, u"a"_s);
    row(u"ALPHA"_s, u"beta"_s);
    row(u"alpha"_s, u"BETA"_s);
    row(u"10.0.0.2"_s, u"10.0.0.10"_s);
    row(u"9.255.255.255"_s, u"10.0.0.0"_s);
    row(u"10.0.9.1"_s, u"10.0.10.1"_s);
    row(u"0"_s, u"1"_s);
    row(u"a99999999999999999999"_s, u"a100000000000000000000"_s); // beyond 64 bits
    row(u"Ähre"_s, u"ähren"_s);
    row(u"zebra"_s, u"ähre"_s); // by code point: no locale decides
    row(u"v1"_s + QString(300, u'1'), u"v1"_s + QString(300, u'2'));
    row(u"node1-2"_s, u"node1-10"_s);
    row(u"node2-1"_s, u"node10-1"_s);
}

void TestNaturalOrder::order()
{
    QFETCH(QString, smaller);
    QFETCH(QString, larger);
    QVERIFY(naturalKey(smaller) < naturalKey(larger));
}

void TestNaturalOrder::equalKeys()
{
    QCOMPARE(naturalKey(u"DB01"), naturalKey(u"db1"));
    QCOMPARE(naturalKey(u"ÄHRE"), naturalKey(u"ähre"));
    QVERIFY(naturalKey(u"db") != naturalKey(u"db0"));
}

void TestNaturalOrder::appends()
{
    std::string key = "x";
    appendNaturalKey(u"A1", key);
    QCOMPARE(key, std::string("xa0\x01"
                              "1"));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestNaturalOrder)
#include "tst_naturalorder.moc"
