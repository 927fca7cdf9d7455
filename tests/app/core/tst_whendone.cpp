// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whendone.h"
#include "support/testmain.h"

#include <QSemaphore>
#include <QtConcurrent>
#include <QTest>
#include <QThreadPool>

#include <memory>

using namespace layerscope;

class TestWhenDone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsOnceOnItsOwnThread();
    void neverCallsInside();
    void forgetsTheDead();
    void hearsNothingOfDroppedWork();
    void mayEndItsContext();
};

void TestWhenDone::callsOnceOnItsOwnThread()
{
    int calls = 0;
    QThread *workedOn = nullptr;
    QThread *heardOn = nullptr;
    whenDone(QtConcurrent::run([&] {
                 workedOn = QThread::currentThread();
                 return 42;
             }),
             this, [&](int result) {
                 QCOMPARE(result, 42);
                 heardOn = QThread::currentThread();
                 ++calls;
             });
    QTRY_COMPARE(calls, 1);
    QCOMPARE(heardOn, thread());
    QVERIFY(workedOn != heardOn);
}

void TestWhenDone::neverCallsInside()
{
    QFuture<int> future = QtConcurrent::run([] { return 1; });
    future.waitForFinished();
    bool called = false;
    whenDone(future, this, [&](int) { called = true; });
    QVERIFY(!called); // although it was done already
    QTRY_VERIFY(called);
}

void TestWhenDone::forgetsTheDead()
{
    QSemaphore proceed;
    bool called = false;
    auto context = std::make_unique<QObject>();
    QFuture<int> future = QtConcurrent::run([&] {
        proceed.acquire();
        return 1;
    });
    whenDone(future, context.get(), [&](int) { called = true; });
    context.reset();
    proceed.release();
    future.waitForFinished();
    bool later = false;
    whenDone(QtConcurrent::run([] { return 2; }), this, [&](int) { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(!called);
}

void TestWhenDone::hearsNothingOfDroppedWork()
{
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    QSemaphore proceed;
    int heard = 0;
    whenDone(QtConcurrent::run(&pool,
                               [&] {
                                   proceed.acquire();
                                   return 1;
                               }),
             this, [&](int result) { heard += result; });
    whenDone(QtConcurrent::run(&pool, [] { return 10; }), this, [&](int result) { heard += result; });
    pool.clear(); // the second one never runs
    proceed.release();
    QTRY_COMPARE(heard, 1);
    pool.waitForDone();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(heard, 1);
}

void TestWhenDone::mayEndItsContext()
{
    auto *context = new QObject;
    bool called = false;
    whenDone(QtConcurrent::run([] { return 1; }), context, [&called, context](int) {
        delete context;
        called = true;
    });
    QTRY_VERIFY(called);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestWhenDone)
#include "tst_whendone.moc"
