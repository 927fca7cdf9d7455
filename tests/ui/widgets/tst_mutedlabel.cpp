// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mutedlabel.h"

#include "support/testmain.h"

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
    void cleanup() { QToolTip::hideText(); }

    void whatIsCutIsTheTooltipAsText();
};

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

LAYERSCOPE_TEST(QTEST_MAIN, MutedLabelTest)
#include "tst_mutedlabel.moc"
