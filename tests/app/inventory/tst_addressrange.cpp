// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/addressrange.h"

#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestAddressRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void orderOfAddresses();
    void ranges_data();
    void ranges();
    void beginnings_data();
    void beginnings();
    void familiesDoNotMix();
};

void TestAddressRange::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isOne");
    const auto row = [](const char *text, bool isOne) {
        QTest::newRow(*text == '\0' ? "nothing" : text) << QString::fromLatin1(text) << isOne;
    };
    row("10.1.2.3", true);
    row("0.0.0.0", true);
    row("255.255.255.255", true);
    row("2001:db8::1", true);
    row("2001:0DB8:0:0:0:0:0:1", true);
    row("::", true);
    row("::1", true);
    row("", false);
    row("10.1.2", false);
    row("10.1.2.", false);
    row("10.1.2.3.4", false);
    row("10.1.2.3.", false);
    row("10.1.2.256", false);
    row("10.1.2.0003", false);
    row("10.1.2.-3", false);
    row("10.1.2.+3", false);
    row("10.1.2. 3", false);
    row("10.1..3", false);
    row("10.1.2.3/32", false);
    row("10", false);
    row("a.b.c.d", false);
    row("2001:db8", false);
    row("2001:db8:::1", false);
    row("fe80::1%eth0", false);
    row(":", false);
}

void TestAddressRange::addresses()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isOne);
    QCOMPARE(IpAddress::fromText(text).has_value(), isOne);
}

void TestAddressRange::orderOfAddresses()
{
    const QStringList inOrder{u"0.0.0.1"_s,       u"10.0.0.2"_s,     u"10.0.0.10"_s,
                              u"192.0.2.1"_s,     u"::1"_s,          u"2001:db8::ff"_s,
                              u"2001:db8::1:0"_s, u"2001:db8:1::"_s, u"ffff::"_s};
    for (qsizetype i = 1; i < inOrder.size(); ++i)
        QVERIFY2(IpAddress::fromText(inOrder[i - 1]) < IpAddress::fromText(inOrder[i]),
                 qPrintable(inOrder[i]));
    QCOMPARE(IpAddress::fromText(u"2001:DB8::1"), IpAddress::fromText(u"2001:0db8:0:0::0001"));
    QCOMPARE(IpAddress::fromText(u"10.1.2.3").value().low, quint64(0x0A010203));
}

/// First and last address of what was typed; "" for what is no range.
void TestAddressRange::ranges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    const auto row = [](const char *text, const char *first, const char *last) {
        QTest::newRow(*text == '\0' ? "nothing" : text)
            << QString::fromLatin1(text) << QString::fromLatin1(first) << QString::fromLatin1(last);
    };
    row("10.1.2.3", "10.1.2.3", "10.1.2.3");
    row("10.1.2.0/24", "10.1.2.0", "10.1.2.255");
    row("10.1.2.77/26", "10.1.2.64", "10.1.2.127");
    row("10.1.2.3/32", "10.1.2.3", "10.1.2.3");
    row("10.1.2.3/31", "10.1.2.2", "10.1.2.3");
    row("10.1.2.3/0", "0.0.0.0", "255.255.255.255");
    row("10/8", "10.0.0.0", "10.255.255.255");
    row("10.1/16", "10.1.0.0", "10.1.255.255");
    row("10.1.2.3-10.1.2.9", "10.1.2.3", "10.1.2.9");
    row("10.1.2.3-10.4.0.0", "10.1.2.3", "10.4.0.0");
    row("10.1.2.3-9", "10.1.2.3", "10.1.2.9");
    row("10.1.2.3-3", "10.1.2.3", "10.1.2.3");
    row("2001:db8::5", "2001:db8::5", "2001:db8::5");
    row("2001:db8::/32", "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff");
    row("2001:db8::/64", "2001:db8::", "2001:db8::ffff:ffff:ffff:ffff");
    row("2001:db8::1234/120", "2001:db8::1200", "2001:db8::12ff");
    row("2001:db8::1/128", "2001:db8::1", "2001:db8::1");
    row("::/0", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    row("2001:db8::1-2001:db8::9", "2001:db8::1", "2001:db8::9");
    row("", "", "");
    row("10.1.2", "", "");
    row("10.1.2.0/33", "", "");
    row("10.1.2.0/", "", "");
    row("10.1.2.0/-1", "", "");
    row("10.1.2.0/24/24", "", "");
    row("10.1.2.0./24", "", "");
    row("/24", "", "");
    row("10.1.2.9-10.1.2.3", "", "");
    row("10.1.2.9-3", "", "");
    row("10.1.2.3-", "", "");
    row("-10.1.2.3", "", "");
    row("10.1-10.2", "", "");
    row("10.1.2.3-256", "", "");
    row("10.1.2.3-2001:db8::9", "", "");
    row("2001:db8::/129", "", "");
    row("2001:db8/32", "", "");
    row("web", "", "");
}

void TestAddressRange::ranges()
{
    QFETCH(const QString, text);
    QFETCH(const QString, first);
    QFETCH(const QString, last);
    const std::optional<AddressRange> range = AddressRange::fromText(text);
    QCOMPARE(range.has_value(), !first.isEmpty());
    if (range) {
        QCOMPARE(range->first, IpAddress::fromText(first).value());
        QCOMPARE(range->last, IpAddress::fromText(last).value());
    }
}

void TestAddressRange::beginnings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    const auto row = [](const char *text, const char *first, const char *last) {
        QTest::newRow(*text == '\0' ? "nothing" : text)
            << QString::fromLatin1(text) << QString::fromLatin1(first) << QString::fromLatin1(last);
    };
    row("10", "10.0.0.0", "10.255.255.255");
    row("10.", "10.0.0.0", "10.255.255.255");
    row("10.1", "10.1.0.0", "10.1.255.255");
    row("10.1.2.", "10.1.2.0", "10.1.2.255");
    row("2001:db8", "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff");
    row("2001:db8:", "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff");
    row("2001:", "2001::", "2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    row("1:2:3:4:5:6:7", "1:2:3:4:5:6:7:0", "1:2:3:4:5:6:7:ffff");
    row("", "", "");
    row(".", "", "");
    row("10.1.2.3", "", ""); // a whole one
    row("10.1.2.3.", "", "");
    row("10..", "", "");
    row("256", "", "");
    row("1:2:3:4:5:6:7:8", "", "");
    row("2001::", "", "");
    row("12345:", "", "");
    row("web:", "", "");
    row(":", "", "");
}

void TestAddressRange::beginnings()
{
    QFETCH(const QString, text);
    QFETCH(const QString, first);
    QFETCH(const QString, last);
    const std::optional<AddressRange> range = AddressRange::fromBeginning(text);
    QCOMPARE(range.has_value(), !first.isEmpty());
    if (range) {
        QCOMPARE(range->first, IpAddress::fromText(first).value());
        QCOMPARE(range->last, IpAddress::fromText(last).value());
    }
}

void TestAddressRange::familiesDoNotMix()
{
    const AddressRange all4 = AddressRange::fromText(u"0.0.0.0/0").value();
    const AddressRange all6 = AddressRange::fromText(u"::/0").value();
    const IpAddress v4 = IpAddress::fromText(u"0.0.0.1").value();
    const IpAddress v6 = IpAddress::fromText(u"::1").value();
    QVERIFY(all4.contains(v4) && all6.contains(v6));
    QVERIFY(!all4.contains(v6) && !all6.contains(v4));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestAddressRange)
#include "tst_addressrange.moc"
