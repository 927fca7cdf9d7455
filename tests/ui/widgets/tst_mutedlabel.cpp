// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mutedlabel.h"

#include "support/testmain.h"
#include "ui/ink.h"
#include "widgets/tones.h"

#include <QApplication>
#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class MutedLabelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        QToolTip::hideText();
        usePalette(m_usual);
    }

    void followsThePalette_data();
    void followsThePalette();
    void showsWhatIsSelected();
    void whatIsCutIsTheTooltipAsText();
    void readsAsItDoesFromLeftToRight_data();
    void readsAsItDoesFromLeftToRight();

private:
    const QPalette m_usual = QApplication::palette();
};

void MutedLabelTest::followsThePalette_data()
{
    QTest::addColumn<Qt::TextInteractionFlags>("flags");
    QTest::newRow("to read") << Qt::TextInteractionFlags(Qt::NoTextInteraction);
    QTest::newRow("to select") << Qt::TextInteractionFlags(Qt::TextSelectableByMouse);
}

void MutedLabelTest::followsThePalette()
{
    QFETCH(const Qt::TextInteractionFlags, flags);
    MutedLabel label(u"HHH"_s);
    QFont large = label.font();
    large.setPixelSize(48); // strokes of more than one pixel have the tone itself
    label.setFont(large);
    label.setTextInteractionFlags(flags);
    label.show();
    QVERIFY(QTest::qWaitForWindowExposed(&label));
    for (const auto &[window, text] : {std::pair(lightSurface, darkInk), std::pair(darkSurface, lightInk)}) {
        const QPalette palette = paletteOf(m_usual, window, text);
        usePalette(palette);
        const QColor ink = strongestOf(label.grab().toImage(), window);
        QCOMPARE_LT(distance(ink, Tones::on(window, palette).muted), 4);
    }
}

void MutedLabelTest::showsWhatIsSelected()
{
    const QColor highlight(0xff00ff);
    QPalette palette = m_usual;
    palette.setColor(QPalette::Highlight, highlight);
    usePalette(palette);
    MutedLabel label(u"Pat Doe, user 1234567_pat"_s);
    label.setTextInteractionFlags(Qt::TextSelectableByMouse);
    label.show();
    QVERIFY(QTest::qWaitForWindowExposed(&label));
    const auto highlighted = [&] {
        const QImage image = label.grab().toImage().convertToFormat(QImage::Format_RGB32);
        int count = 0;
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, image.height() / 2) == highlight.rgb() ? 1 : 0;
        return count;
    };
    QCOMPARE(highlighted(), 0);
    label.setSelection(0, 7);
    QCOMPARE(label.selectedText(), u"Pat Doe"_s);
    QCOMPARE_GT(highlighted(), label.fontMetrics().averageCharWidth());
}

void MutedLabelTest::whatIsCutIsTheTooltipAsText()
{
    MutedLabel label(u"<b>Acme</b> & Sons of a long name"_s);
    label.resize(label.sizeHint() / 3);
    label.show();
    QVERIFY(QTest::qWaitForWindowExposed(&label));
    QHelpEvent help(QEvent::ToolTip, QPoint(1, 1), label.mapToGlobal(QPoint(1, 1)));
    QApplication::sendEvent(&label, &help);
    QVERIFY2(QToolTip::text().contains(u"&lt;b&gt;Acme"_s), qPrintable(QToolTip::text()));
}

void MutedLabelTest::readsAsItDoesFromLeftToRight_data()
{
    QTest::addColumn<bool>("wraps");
    QTest::newRow("a line") << false;
    QTest::newRow("wrapped") << true;
}

/// In a window from right to left texts begin at the right; what they say keeps its order.
void MutedLabelTest::readsAsItDoesFromLeftToRight()
{
    QFETCH(const bool, wraps);
    const auto grabbed = [wraps](Qt::LayoutDirection direction) {
        MutedLabel label(u"12 selected · 384 cores · $4,210.00/month"_s);
        label.setLayoutDirection(direction);
        label.setWordWrap(wraps);
        label.setAlignment(Qt::AlignCenter); // the same place in either
        label.resize(2 * label.fontMetrics().horizontalAdvance(label.text()), label.sizeHint().height());
        return label.grab().toImage();
    };
    QCOMPARE(grabbed(Qt::RightToLeft), grabbed(Qt::LeftToRight));
}

LAYERSCOPE_TEST(QTEST_MAIN, MutedLabelTest)
#include "tst_mutedlabel.moc"
