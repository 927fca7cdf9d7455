// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "exporting/accountdocument.h"
#include "loaders/loadoutcome.h"
#include "support/testmain.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

class TestAccountDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoseItIs_data();
    void saysWhoseItIs();
    void saysWhatIsMissing();
    void aTableIsEverythingOfItsKind();
};

void TestAccountDocument::saysWhoseItIs_data()
{
    QTest::addColumn<QString>("company");
    QTest::addColumn<QString>("account");
    QTest::newRow("a company") << u"Acme"_s << u"Acme (12)"_s;
    QTest::newRow("that looks like a place for another word") << u"%1 %2"_s << u"%1 %2 (12)"_s;
    QTest::newRow("without a name") << QString() << u"12"_s;
}

void TestAccountDocument::saysWhoseItIs()
{
    QFETCH(QString, company);
    AccountSummary summary;
    summary.id = 12;
    summary.companyName = company;
    const QDateTime asOf({2026, 11, 22}, {14, 2}, QTimeZone::utc());
    const DocumentAbout about = aboutOf(summary, asOf, {});
    QTEST(about.account, "account");
    QCOMPARE(about.asOf, asOf);
    QVERIFY(about.program.startsWith(u"Layerscope "_s));
    QVERIFY(about.filter.isEmpty() && about.leftOut.isEmpty() && about.missing.isEmpty());
    QCOMPARE(aboutOf(std::nullopt, asOf, {}).account, QString()); // the first call failed
}

void TestAccountDocument::saysWhatIsMissing()
{
    LoadOutcome outcome;
    outcome.wasStopped = true;
    const DocumentAbout about = aboutOf(std::nullopt, {}, outcome);
    QVERIFY(!about.missing.isEmpty());
    QCOMPARE(about.missing, outcome.reasons());
}

void TestAccountDocument::aTableIsEverythingOfItsKind()
{
    const InventoryTable rows = makeTable({virtualServer(1, {}), bareMetal(2, {})});
    for (const ExportKind &kind : ExportKind::all()) {
        if (kind.table != &serversTable)
            continue;
        const DocumentTable table = documentTableOf(kind, rows);
        QCOMPARE(table.name, kind.name);
        QCOMPARE(table.sheet, kind.sheet());
        QVERIFY(!table.title.isEmpty());
        QCOMPARE(table.csv.columns, kind.defaultColumns());
        QVERIFY(table.spec);
        const QList<int> written = arrange(rows, *table.spec, CancelToken())->rowsInOrder();
        QCOMPARE(written.size(), kind.isWholeTable ? 2 : 1);
    }
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestAccountDocument)
#include "tst_accountdocument.moc"
