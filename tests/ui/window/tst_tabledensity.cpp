// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/tabledensity.h"

#include "delegates/celldelegate.h"
#include "support/testmain.h"
#include "ui/window/windowparts.h"
#include "window/openaccounts.h"

#include <QAction>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

QAction *compactRowsIn(const WindowFixture &fixture)
{
    return fixture.window->findChild<QAction *>(u"compactRows"_s);
}

/// Of the first row of this table; 0: there is none.
int rowHeightIn(const RowsView &view)
{
    return view.visualRect(view.model()->index(0, view.treePosition())).height();
}

int heightOf(const RowsView &view, RowDensity density)
{
    return CellDelegate::rowHeight(view.fontMetrics(), density);
}

} // namespace

/// View → Compact rows: one choice for all tables of all accounts.
class TableDensityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTableFollows()
    {
        WindowFixture fixture(7, {}, {}, 3);
        fixture.liftLimits();
        QVERIFY(!compactRowsIn(fixture)->isEnabled()); // no table is on screen
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
        RowsView &servers = serversView(fixture);
        const int comfortable = heightOf(servers, RowDensity::Comfortable);
        const int compact = heightOf(servers, RowDensity::Compact);
        QTRY_COMPARE(rowHeightIn(servers), comfortable);
        QVERIFY(!compactRowsIn(fixture)->isChecked());

        fixture.trigger(u"compactRows"_s);
        QTRY_COMPARE(rowHeightIn(servers), compact);
        fixture.trigger(u"showPools"_s); // whose page may only be made now
        QTRY_COMPARE(rowHeightIn(poolsView(fixture)), compact);
        fixture.openAs(fixture.connection(), u"other"_s); // an account that is opened later
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
        QVERIFY(&serversView(fixture) != &servers);
        QTRY_COMPARE(rowHeightIn(serversView(fixture)), compact);

        fixture.trigger(u"compactRows"_s);
        QTRY_COMPARE(rowHeightIn(serversView(fixture)), comfortable);
        QTRY_COMPARE(rowHeightIn(servers), comfortable); // of the account behind
    }

    void theNextStartRemembers()
    {
        WindowFixture fixture(7);
        fixture.liftLimits();
        fixture.open();
        fixture.trigger(u"compactRows"_s);
        QCOMPARE(fixture.settings->rowDensity(), RowDensity::Compact);

        fixture.makeWindow();
        QVERIFY(compactRowsIn(fixture)->isChecked());
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
        const RowsView &servers = serversView(fixture);
        QTRY_COMPARE(rowHeightIn(servers), heightOf(servers, RowDensity::Compact));
        fixture.trigger(u"compactRows"_s);
        QCOMPARE(fixture.settings->rowDensity(), RowDensity::Comfortable);
    }
};

LAYERSCOPE_TEST(QTEST_MAIN, TableDensityTest)
#include "tst_tabledensity.moc"
