// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/elidedbutton.h"

#include "support/testmain.h"

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
};

LAYERSCOPE_TEST(QTEST_MAIN, ElidedButtonTest)
#include "tst_elidedbutton.moc"
