// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/elidedbutton.h"

#include "support/testmain.h"

#include <QImage>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class ElidedButtonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatHasRoom()
    {
        const QString text = u"1 pool member not permitted"_s;
        ElidedButton button;
        button.setText(text);
        button.resize(button.sizeHint());
        QCOMPARE(button.shownText(), text);
        const QSize hint = button.sizeHint();
        button.resize(hint.width() * 2 / 3, hint.height());
        QVERIFY(button.shownText().startsWith(u"1 pool"_s));
        QVERIFY(button.shownText().endsWith(u'…'));
        QVERIFY(button.fontMetrics().horizontalAdvance(button.shownText()) < button.width());
        QCOMPARE(button.text(), text);     // as assistive tools read it
        QCOMPARE(button.sizeHint(), hint); // it still wants room for all of it
    }

    /// What it says keeps its order in a window from right to left.
    void readsAsItDoesFromLeftToRight()
    {
        const auto grabbed = [](Qt::LayoutDirection direction) {
            ElidedButton button;
            button.setAutoRaise(true); // as it is used: without a frame
            button.setText(u"3 not permitted · 1 pool without all members"_s);
            button.setLayoutDirection(direction);
            button.resize(button.sizeHint());
            return button.grab().toImage();
        };
        QCOMPARE(grabbed(Qt::RightToLeft), grabbed(Qt::LeftToRight));
    }
};

LAYERSCOPE_TEST(QTEST_MAIN, ElidedButtonTest)
#include "tst_elidedbutton.moc"
