// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/comparisonheader.h"

#include "support/testmain.h"

#include <QApplication>
#include <QHelpEvent>
#include <QStandardItemModel>
#include <QTest>
#include <QToolTip>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class ComparisonHeaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfServersAreNoHtml()
    {
        QStandardItemModel model(1, 1);
        model.setHorizontalHeaderItem(0, new QStandardItem);
        model.horizontalHeaderItem(0)->setToolTip(u"<b>web01</b>.example.com"_s);
        ComparisonHeader header(Qt::Horizontal);
        header.setModel(&model);
        header.show();
        QVERIFY(QTest::qWaitForWindowExposed(&header));
        const QPoint where(header.sectionViewportPosition(0) + 2, 2);
        QHelpEvent help(QEvent::ToolTip, where, header.viewport()->mapToGlobal(where));
        QApplication::sendEvent(header.viewport(), &help);
        QVERIFY2(QToolTip::text().contains(u"&lt;b&gt;web01"_s), qPrintable(QToolTip::text()));
        QToolTip::hideText();
    }
};

LAYERSCOPE_TEST(QTEST_MAIN, ComparisonHeaderTest)
#include "tst_comparisonheader.moc"
