// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/firstpaint.h"

#include "support/testmain.h"

#include <QPaintEvent>
#include <QTest>
#include <QWidget>

#include <memory>

using namespace layerscope;

namespace {

class PaintCounter final : public QWidget
{
public:
    int paints = 0;

protected:
    void paintEvent(QPaintEvent *) override { ++paints; }
};

} // namespace

class TestFirstPaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesOnceAndAfterThePaint();
    void comesWithoutAPaintToo();
    void doesNotOutliveTheWidget();
};

void TestFirstPaint::comesOnceAndAfterThePaint()
{
    PaintCounter widget;
    widget.resize(100, 100);
    QList<int> paintsAtCall;
    callAfterFirstPaint(widget, [&] { paintsAtCall.append(widget.paints); });
    QVERIFY(paintsAtCall.isEmpty());
    widget.show();
    QTRY_COMPARE(paintsAtCall.size(), 1);
    QVERIFY(paintsAtCall.constFirst() > 0);
    const int paints = widget.paints;
    widget.repaint();
    QTRY_VERIFY(widget.paints > paints);
    QTRY_VERIFY(widget.findChildren<QObject *>().isEmpty()); // nothing of it is left
    QCOMPARE(paintsAtCall.size(), 1);
}

void TestFirstPaint::comesWithoutAPaintToo()
{
    PaintCounter hidden;
    int calls = 0;
    callAfterFirstPaint(hidden, [&] { ++calls; });
    QTRY_COMPARE(calls, 1);
    QCOMPARE(hidden.paints, 0);
}

void TestFirstPaint::doesNotOutliveTheWidget()
{
    int calls = 0;
    auto gone = std::make_unique<PaintCounter>();
    callAfterFirstPaint(*gone, [&] { ++calls; });
    gone.reset();
    PaintCounter other; // starts to wait later, so it is called later
    bool isOtherCalled = false;
    callAfterFirstPaint(other, [&] { isOtherCalled = true; });
    QTRY_VERIFY(isOtherCalled);
    QCOMPARE(calls, 0);
}

LAYERSCOPE_TEST(QTEST_MAIN, TestFirstPaint)
#include "tst_firstpaint.moc"
