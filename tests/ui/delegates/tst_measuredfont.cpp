// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/measuredfont.h"
#include "support/testmain.h"

#include <QApplication>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class MeasuredFontTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWidthsAsTheirFontDoes();
    void remembersNoMoreThanItMay();
};

void MeasuredFontTest::tellsWidthsAsTheirFontDoes()
{
    QFont bold = QApplication::font();
    bold.setBold(true);
    for (const QFont &font : {QApplication::font(), bold}) {
        const MeasuredFont measured(font);
        QCOMPARE(measured.font(), font);
        for (const QString &text : {u""_s, u"db01.example.com"_s, u"≥ 1 204"_s, u"name"_s, u"Name"_s}) {
            const int width = QFontMetrics(font).horizontalAdvance(text);
            QCOMPARE(measured.widthOf(text), width);
            QCOMPARE(measured.widthOf(text), width); // remembered
        }
    }
}

void MeasuredFontTest::remembersNoMoreThanItMay()
{
    const MeasuredFont measured{QApplication::font()};
    const int digit = measured.widthOf(u"0"_s);
    for (int number = 0; number <= 2 * MeasuredFont::mostRemembered; ++number)
        QVERIFY(measured.widthOf(QString::number(number)) >= digit);
    QCOMPARE(measured.widthOf(u"0"_s), digit);
}

LAYERSCOPE_TEST(QTEST_MAIN, MeasuredFontTest)
#include "tst_measuredfont.moc"
