// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/callwindow.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TestCallWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithinItsLimits();
    void growsByOneAnAnswerUntilTheFirstTrouble();
    void growsByOneAWindowAfterwards();
    void halvesOnceForAllThatWereInFlight();
    void halvesAgainWhenTheTroubleGoesOn();
    void neverClosesNorExceeds();
};

void TestCallWindow::startsWithinItsLimits()
{
    QCOMPARE(CallWindow(CallLimits{}).size(), 8);
    QCOMPARE(CallWindow(CallLimits{8, 3, 45}).size(), 3);
    QCOMPARE(CallWindow(CallLimits{0, 3, 45}).size(), 1);
    QCOMPARE(CallWindow(CallLimits{8, 0, 45}).size(), 1);
}

void TestCallWindow::growsByOneAnAnswerUntilTheFirstTrouble()
{
    CallWindow window(CallLimits{});
    for (int expected = 9; expected <= 30; ++expected) {
        window.answered();
        QCOMPARE(window.size(), expected);
    }
}

void TestCallWindow::growsByOneAWindowAfterwards()
{
    CallWindow window(CallLimits{8, 30, 45});
    window.trouble(0);
    QCOMPARE(window.size(), 4);
    for (int size = 4; size < 8; ++size) {
        for (int i = 0; i < size; ++i) {
            QCOMPARE(window.size(), size);
            window.answered();
        }
        QCOMPARE(window.size(), size + 1);
    }
}

void TestCallWindow::halvesOnceForAllThatWereInFlight()
{
    CallWindow window(CallLimits{30, 30, 45});
    for (int left = 29; left >= 0; --left)
        window.trouble(left); // thirty calls time out in one moment
    QCOMPARE(window.size(), 15);
}

void TestCallWindow::halvesAgainWhenTheTroubleGoesOn()
{
    CallWindow window(CallLimits{16, 30, 45});
    window.trouble(2); // two more are on their way
    QCOMPARE(window.size(), 8);
    window.trouble(2);
    window.callEnded();
    QCOMPARE(window.size(), 8);
    window.trouble(0); // started after the first trouble
    QCOMPARE(window.size(), 4);
}

void TestCallWindow::neverClosesNorExceeds()
{
    CallWindow window(CallLimits{4, 6, 45});
    for (int i = 0; i < 20; ++i)
        window.trouble(0);
    QCOMPARE(window.size(), 1);
    for (int i = 0; i < 200; ++i)
        window.answered();
    QCOMPARE(window.size(), 6);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestCallWindow)
#include "tst_callwindow.moc"
