// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/momenttext.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestMomentText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheLocale_data();
    void followsTheLocale();
};

void TestMomentText::followsTheLocale_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("time");
    QTest::newRow("C") << QLocale::c() << u"2026-02-03"_s << u"16:02"_s;
    QTest::newRow("German") << QLocale(QLocale::German) << u"03.02.26"_s << u"16:02"_s;
    QTest::newRow("British") << QLocale(QLocale::English, QLocale::UnitedKingdom) << u"03/02/2026"_s
                             << u"16:02"_s;
}

void TestMomentText::followsTheLocale()
{
    QFETCH(const QLocale, locale);
    QFETCH(const QString, date);
    QFETCH(const QString, time);
    const QDateTime moment(QDate(2026, 2, 3), QTime(16, 2, 59));
    QCOMPARE(dateText(moment.date(), locale), date);
    QCOMPARE(timeOfDayText(moment.time(), locale), time);
    QCOMPARE(momentText(moment, locale), QString(date + u' ' + time));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestMomentText)
#include "tst_momenttext.moc"
