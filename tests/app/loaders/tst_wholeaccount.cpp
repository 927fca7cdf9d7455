// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv/csvparser.h"
#include "demoload.h"
#include "inventory/kinds.h"
#include "servertruth.h"
#include "support/testmain.h"

#include <QSet>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// Everything from the socket to the file, for accounts of every awkward size, compared cell by cell with the
/// demo account's own JSON.
class TestWholeAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCellIsTheAccountsOwn_data();
    void everyCellIsTheAccountsOwn();
};

void TestWholeAccount::everyCellIsTheAccountsOwn_data()
{
    QTest::addColumn<int>("servers");
    for (const int servers : {0, 1, 99, 100, 101, 2503, 20'000})
        QTest::addRow("%d servers", servers) << servers;
}

void TestWholeAccount::everyCellIsTheAccountsOwn()
{
    QFETCH(int, servers);
    DemoLoad demo(servers);
    const QList<ColumnIndex> columns = serverCatalogue().allColumns();
    demo.loader->setWantedColumns(DemoLoad::columnsNamed(columns));

    const LoadOutcome outcome = demo.load();
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u'\n')));
    QCOMPARE(outcome.of(serversTable).complete, servers);

    const std::optional<QList<QStringList>> file = parseCsv(demo.csv(columns));
    QVERIFY(file);
    const QList<QStringList> &records = *file;
    QCOMPARE(records.size(), servers + 1);
    const QStringList header = records.first();
    QCOMPARE(header.size(), columns.size());
    const qsizetype kind = header.indexOf(u"kind"_s);
    const qsizetype id = header.indexOf(u"id"_s);

    const SimulatedAccount &account = demo.server.account();
    QSet<std::pair<bool, qint64>> seen;
    for (const QStringList &record : records.sliced(1)) {
        QCOMPARE(record.size(), header.size());
        const bool isBareMetal = record[kind] == "bare_metal"_L1;
        const std::optional<int> index = isBareMetal ? account.hardwareIndex(record[id].toLongLong())
                                                     : account.guestIndex(record[id].toLongLong());
        QVERIFY2(index, qPrintable(record.join(u',')));
        seen.insert({isBareMetal, record[id].toLongLong()});
        const ServerTruth truth(isBareMetal, [&](const QString &name) {
            return isBareMetal ? account.hardwareValue(*index, name) : account.guestValue(*index, name);
        });
        for (qsizetype column = 0; column < header.size(); ++column) {
            const QString expected = truth.cell(header[column]);
            if (record[column] != expected) {
                QFAIL(qPrintable(u"%1 of %2 %3 is \"%4\", not \"%5\""_s.arg(
                    header[column], record[kind], record[id], record[column], expected)));
            }
        }
    }
    QCOMPARE(seen.size(), servers); // each once
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestWholeAccount)
#include "tst_wholeaccount.moc"
