// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/slicedwork.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class SlicedWorkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortWorkIsDoneAtOnce();
    void longWorkTakesTurns();
    void otherWorkTakesItsPlace();
    void isFinishedWhenSomebodyLooks();

private:
    /// Steps that take so long each, and note that they ran.
    [[nodiscard]] std::deque<std::function<void()>> steps(const QString &names,
                                                          std::chrono::milliseconds time)
    {
        std::deque<std::function<void()>> all;
        for (const QChar name : names) {
            all.emplace_back([this, name, time] {
                m_ran += name;
                m_clock.advance(time);
            });
        }
        return all;
    }

    FakeClock m_clock;
    QString m_ran;
};

void SlicedWorkTest::shortWorkIsDoneAtOnce()
{
    m_ran.clear();
    SlicedWork work(m_clock);
    QSignalSpy over(&work, &SlicedWork::over);
    work.run(steps(u"abc"_s, std::chrono::milliseconds(0)));
    QCOMPARE(m_ran, u"abc"_s);
    QVERIFY(work.isOver());
    QCOMPARE(over.count(), 0); // nobody had to wait
}

void SlicedWorkTest::longWorkTakesTurns()
{
    m_ran.clear();
    SlicedWork work(m_clock);
    QSignalSpy over(&work, &SlicedWork::over);
    work.run(steps(u"abcde"_s, SlicedWork::share / 2));
    QCOMPARE(m_ran, u"ab"_s);
    QVERIFY(!work.isOver());
    m_clock.runOneTurn();
    QCOMPARE(m_ran, u"abcd"_s);
    QCOMPARE(over.count(), 0);
    m_clock.runOneTurn();
    QCOMPARE(m_ran, u"abcde"_s);
    QVERIFY(work.isOver());
    QCOMPARE(over.count(), 1);
    QVERIFY(!m_clock.runOneTurn());
}

void SlicedWorkTest::otherWorkTakesItsPlace()
{
    m_ran.clear();
    SlicedWork work(m_clock);
    QSignalSpy over(&work, &SlicedWork::over);
    work.run(steps(u"abc"_s, SlicedWork::share));
    work.run(steps(u"def"_s, SlicedWork::share));
    QCOMPARE(m_ran, u"ad"_s);
    QCOMPARE(over.count(), 0);
    work.run(steps(u"g"_s, SlicedWork::share));
    QCOMPARE(over.count(), 1);
    while (m_clock.runOneTurn())
        ;
    QCOMPARE(m_ran, u"adg"_s);
    QCOMPARE(over.count(), 1);
}

void SlicedWorkTest::isFinishedWhenSomebodyLooks()
{
    m_ran.clear();
    SlicedWork work(m_clock);
    QSignalSpy over(&work, &SlicedWork::over);
    work.run(steps(u"abcde"_s, SlicedWork::share));
    work.finish();
    QCOMPARE(m_ran, u"abcde"_s);
    QCOMPARE(over.count(), 1);
    work.finish();
    while (m_clock.runOneTurn())
        ;
    QCOMPARE(m_ran, u"abcde"_s);
    QCOMPARE(over.count(), 1);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, SlicedWorkTest)
#include "tst_slicedwork.moc"
