// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/accounttitle.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestAccountTitle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysEachThingOnce_data();
    void saysEachThingOnce();
    void saysTheNameUntilTheAccountHasAnswered();
    void saysThatItOnlyReads();
};

void TestAccountTitle::saysEachThingOnce_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("company");
    QTest::addColumn<QString>("title");
    const QString corp = u"Example Corp"_s;
    QTest::newRow("a name of one's own") << u"Acme"_s << corp << u"Acme – Example Corp (1234567)"_s;
    QTest::newRow("the company's name") << u"Example Corp"_s << corp << u"Example Corp (1234567)"_s;
    QTest::newRow("in other letters") << u"example corp"_s << corp << u"example corp (1234567)"_s;
    QTest::newRow("name and number") << u"Example Corp (1234567)"_s << corp << u"Example Corp (1234567)"_s;
    QTest::newRow("more than the company")
        << u"Example Corp test"_s << corp << u"Example Corp test (1234567)"_s;
    QTest::newRow("the number") << u"1234567"_s << corp << u"Example Corp (1234567)"_s;
    QTest::newRow("a part of the name only") << u"Example"_s << corp << u"Example – Example Corp (1234567)"_s;
    QTest::newRow("no name") << QString() << corp << u"Example Corp (1234567)"_s;
    QTest::newRow("no company") << u"Acme"_s << QString() << u"Acme (1234567)"_s;
    QTest::newRow("neither") << QString() << QString() << u"1234567"_s;
    QTest::newRow("the number alone") << u"1234567"_s << QString() << u"1234567"_s;
}

void TestAccountTitle::saysEachThingOnce()
{
    QFETCH(const QString, name);
    QFETCH(const QString, company);
    AccountSummary summary;
    summary.id = 1'234'567;
    summary.companyName = company;
    QTEST(accountTitle(name, summary), "title");
}

void TestAccountTitle::saysTheNameUntilTheAccountHasAnswered()
{
    QCOMPARE(accountTitle(u"Acme"_s, std::nullopt), u"Acme"_s);
    QCOMPARE(accountTitle({}, std::nullopt), QString());
}

void TestAccountTitle::saysThatItOnlyReads()
{
    QCOMPARE(accountAndEndpoint(u"Acme"_s, u"api.softlayer.com"_s),
             u"Acme · api.softlayer.com · read-only"_s);
    QCOMPARE(accountAndEndpoint({}, u"api.softlayer.com"_s), u"api.softlayer.com · read-only"_s);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestAccountTitle)
#include "tst_accounttitle.moc"
