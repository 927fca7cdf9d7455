// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "tables/sheettext.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestSheetText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void longTexts_data();
    void longTexts();
    void sheetNames_data();
    void sheetNames();
};

void TestSheetText::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("nothing") << QString() << QByteArray();
    QTest::newRow("plain") << u"db01.example.com"_s << QByteArray("db01.example.com");
    QTest::newRow("like a formula") << u"=1+1"_s << QByteArray("=1+1");
    QTest::newRow("any language") << u"Zürich €\U0001F600"_s << QByteArray("Zürich €\xF0\x9F\x98\x80");
    QTest::newRow("markup is not its business") << u"<a & \"b\">"_s << QByteArray("<a & \"b\">");
    QTest::newRow("line ends and tabs") << u"a\tb\nc"_s << QByteArray("a\tb\nc");
    QTest::newRow("carriage return") << u"a\rb"_s << QByteArray("a_x000D_b");
    QTest::newRow("control characters") << u"\x1b[31m\x07"_s << QByteArray("_x001B_[31m_x0007_");
    QTest::newRow("NUL") << QString(u"a\0b"_s)
                         << QByteArray("a\xEF\xBF\xBD"
                                       "b");
    QTest::newRow("no characters") << u"\xfffe\xffff"_s << QByteArray("\xEF\xBF\xBD\xEF\xBF\xBD");
    QTest::newRow("half a character") << QString(QChar(0xd83d)) + u'x' << QByteArray("\xEF\xBF\xBDx");
    QTest::newRow("the other half") << QString(QChar(0xde00)) << QByteArray("\xEF\xBF\xBD");
    QTest::newRow("like an escape") << u"_x0041_"_s << QByteArray("_x005F_x0041_");
    QTest::newRow("like two") << u"_x0041_x0042_"_s << QByteArray("_x005F_x0041_x005F_x0042_");
    QTest::newRow("hardly like one") << u"_x004_ _X0041_ _x00g1_"_s << QByteArray("_x004_ _X0041_ _x00g1_");
    QTest::newRow("underscores") << u"a_b__c_"_s << QByteArray("a_b__c_");
}

void TestSheetText::texts()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    std::string put = "what was there before";
    QVERIFY(!putSheetText(put, text));
    QCOMPARE(QByteArray::fromStdString(put), cell);
}

void TestSheetText::longTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isCut");
    const qsizetype most = longestCellText;
    QTest::newRow("as long as can be") << QString(most, u'a') << false;
    QTest::newRow("one more") << QString(most + 1, u'a') << true;
    QTest::newRow("a million") << QString(1'000'000, u'a') << true;
    QTest::newRow("as long with another letter") << QString(most, u'ä') << false;
    QTest::newRow("one more of these") << QString(most + 1, u'ä') << true;
    QTest::newRow("pairs count twice") << u"\U0001F600"_s.repeated(most / 2 + 1) << true;
    QTest::newRow("pairs that have room") << u"\U0001F600"_s.repeated(most / 2) << false;
    QTest::newRow("escapes count as they are written") << u"\x1b"_s.repeated(most / 7 + 1) << true;
    QTest::newRow("escapes that have room") << u"\x1b"_s.repeated(most / 7) << false;
    QTest::newRow("an escape at the end") << QString(most - 3, u'a') + u"\x1b"_s << true;
}

void TestSheetText::longTexts()
{
    QFETCH(QString, text);
    QFETCH(bool, isCut);
    std::string cell;
    QCOMPARE(putSheetText(cell, text), isCut);
    const QString put = QString::fromStdString(cell);
    QVERIFY2(put.size() <= longestCellText, qPrintable(QString::number(put.size())));
    QVERIFY(!put.contains(QChar::ReplacementCharacter)); // no half of anything
    QCOMPARE(put.endsWith(u'…'), isCut);
    if (!isCut && !text.contains(u'\x1b'))
        QCOMPARE(put, text);
    if (isCut && text.startsWith(u"aaa"))
        QVERIFY(put.startsWith(text.first(longestCellText - 10))); // no more than has to go
}

void TestSheetText::sheetNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("sheet");
    QTest::newRow("plain") << u"vVLANs"_s << 1 << u"vVLANs"_s;
    QTest::newRow("the second") << u"vVLANs"_s << 2 << u"vVLANs (2)"_s;
    QTest::newRow("what Excel refuses") << u"a[b]:c*d?e/f\\g'h"_s << 1 << u"a-b--c-d-e-f-g-h"_s;
    QTest::newRow("quotes at its ends") << u"'x'"_s << 1 << u"-x-"_s;
    QTest::newRow("control characters") << u"a\nb"_s << 1 << u"a-b"_s;
    QTest::newRow("as long as can be") << QString(31, u'a') << 1 << QString(31, u'a');
    QTest::newRow("too long") << QString(32, u'a') << 1 << QString(31, u'a');
    QTest::newRow("too long, the twelfth") << QString(32, u'a') << 12 << QString(26, u'a') + u" (12)"_s;
    QTest::newRow("no half of a character") << QString(30, u'a') + u"\U0001F600"_s << 1 << QString(30, u'a');
}

void TestSheetText::sheetNames()
{
    QFETCH(QString, name);
    QFETCH(int, number);
    QTEST(sheetNameOf(name, number), "sheet");
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestSheetText)
#include "tst_sheettext.moc"
