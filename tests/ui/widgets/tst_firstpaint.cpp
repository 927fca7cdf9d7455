// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/firstpaint.h"

#include "support/testmain.h"
#include "ui/paintwatcher.h"

#include <QTest>
#include <QWidget>

#include <memory>

using namespace layerscope;
using namespace std::chrono_literals;

namespace {

constexpr auto noPaint = 1ms;  ///< The patience of one that is not waited for
constexpr auto onlyPaint = 1h; ///< And where only a paint can be the reason

} // namespace

class TestFirstPaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesOnceAndAfterThePaint();
    void comesWithoutAPaintToo();
    void comesOnceIfThePaintIsLate();
    void doesNotOutliveTheWidget();
    void mayDestroyTheWidget();
};

void TestFirstPaint::comesOnceAndAfterThePaint()
{
    QWidget widget;
    PaintWatcher watcher;
    widget.installEventFilter(&watcher);
    widget.resize(100, 100);
    QList<int> paintsAtCall;
    callAfterFirstPaint(widget, onlyPaint, [&] { paintsAtCall.append(watcher.count); });
    QVERIFY(paintsAtCall.isEmpty());
    widget.show();
    QTRY_COMPARE(paintsAtCall.size(), 1);
    QVERIFY(paintsAtCall.constFirst() > 0);
    const int paints = watcher.count;
    widget.repaint();
    QTRY_VERIFY(watcher.count > paints);
    QTRY_VERIFY(widget.findChildren<QObject *>().isEmpty()); // nothing of it is left
    QCOMPARE(paintsAtCall.size(), 1);
}

void TestFirstPaint::comesWithoutAPaintToo()
{
    QWidget hidden;
    PaintWatcher watcher;
    hidden.installEventFilter(&watcher);
    int calls = 0;
    callAfterFirstPaint(hidden, noPaint, [&] { ++calls; });
    QTRY_COMPARE(calls, 1);
    QCOMPARE(watcher.count, 0);
    QTRY_VERIFY(hidden.findChildren<QObject *>().isEmpty());
}

void TestFirstPaint::comesOnceIfThePaintIsLate()
{
    QWidget widget;
    PaintWatcher watcher;
    widget.installEventFilter(&watcher);
    widget.resize(100, 100);
    int calls = 0;
    callAfterFirstPaint(widget, noPaint, [&] {
        ++calls;
        widget.show();
        widget.repaint(); // while whoever waited for it is still there
    });
    QTRY_COMPARE(calls, 1);
    QTRY_VERIFY(watcher.count > 0);
    QTRY_VERIFY(widget.findChildren<QObject *>().isEmpty());
    QCOMPARE(calls, 1);
}

void TestFirstPaint::doesNotOutliveTheWidget()
{
    int calls = 0;
    auto gone = std::make_unique<QWidget>();
    callAfterFirstPaint(*gone, noPaint, [&] { ++calls; });
    gone.reset();
    QWidget other; // starts to wait later, so it is called later
    bool isOtherCalled = false;
    callAfterFirstPaint(other, noPaint, [&] { isOtherCalled = true; });
    QTRY_VERIFY(isOtherCalled);
    QCOMPARE(calls, 0);
}

/// As one does that closes the window because there is nothing to open.
void TestFirstPaint::mayDestroyTheWidget()
{
    auto widget = std::make_unique<QWidget>();
    callAfterFirstPaint(*widget, noPaint, [&widget] { widget.reset(); });
    QTRY_VERIFY(!widget);
}

LAYERSCOPE_TEST(QTEST_MAIN, TestFirstPaint)
#include "tst_firstpaint.moc"
