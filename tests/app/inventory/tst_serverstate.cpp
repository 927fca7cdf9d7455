// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "inventory/serverstate.h"
#include "support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestServerState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void word_data();
    void word();
    void powerComesLater();
    void stateComesLater();
    void olderPowerSaysNothing();
    void powerIsNeededWhereNothingElseTells();
};

namespace {

/// What the table says after this answer.
QString stateAfter(InventoryTable &table, RowPatch answer)
{
    completeServerState(table, answer);
    const std::optional<int> row = table.apply(answer);
    return row ? table.text(*row, ServerColumn::State) : QString();
}

/// An answer without the identity, as those for details are.
RowPatch answer(ColumnIndex column, const char *word)
{
    RowPatch patch = virtualServer(1, {{column, text(word)}});
    patch.loaded.reset(ServerGroup::Identity);
    return patch;
}

} // namespace

void TestServerState::word_data()
{
    QTest::addColumn<RowKind>("kind");
    QTest::addColumn<QStringList>("parts"); // hardware, device, power, provisioning
    QTest::addColumn<QString>("state");
    const auto row = [](const char *name, RowKind kind, const QStringList &parts, const QString &state) {
        QTest::newRow(name) << kind << parts << state;
    };
    const QString none;
    row("bare metal", RowKind::BareMetal, {u"ACTIVE"_s, none, none, none}, u"ACTIVE"_s);
    row("device", RowKind::Virtual, {none, u"STOPPED"_s, u"RUNNING"_s, u"ACTIVE"_s}, u"STOPPED"_s);
    row("power", RowKind::Virtual, {none, none, u"HALTED"_s, u"ACTIVE"_s}, u"HALTED"_s);
    row("power without provisioning", RowKind::Virtual, {none, none, u"HALTED"_s, none}, u"HALTED"_s);
    row("provisioning", RowKind::Virtual, {none, none, none, u"ACTIVE"_s}, u"ACTIVE"_s);
    row("provisioning that tells", RowKind::Virtual, {none, none, u"HALTED"_s, u"DISCONNECTED"_s},
        u"DISCONNECTED"_s);
    row("nothing", RowKind::Virtual, {none, none, none, none}, none);
}

void TestServerState::word()
{
    QFETCH(RowKind, kind);
    QFETCH(QStringList, parts);
    QTEST(serverState(kind, {parts[0], parts[1], parts[2], parts[3]}), "state");
}

void TestServerState::powerComesLater()
{
    InventoryTable table = makeTable({virtualServer(1, {{ServerColumn::State, text("ACTIVE")}})});
    QCOMPARE(stateAfter(table, answer(ServerColumn::Power, "HALTED")), u"HALTED"_s);
    QCOMPARE(table.text(0, ServerColumn::Power), u"HALTED"_s);
    QCOMPARE(table.cellState(0, ServerColumn::State), CellState::Value);
}

void TestServerState::stateComesLater()
{
    InventoryTable table = makeTable({virtualServer(1, {{ServerColumn::Power, text("HALTED")}})});
    QCOMPARE(stateAfter(table, answer(ServerColumn::State, "ACTIVE")), u"HALTED"_s);
    QCOMPARE(stateAfter(table, answer(ServerColumn::State, "STOPPED")), u"STOPPED"_s);
}

void TestServerState::olderPowerSaysNothing()
{
    InventoryTable table = makeTable({virtualServer(1, {{ServerColumn::Power, text("HALTED")}})});
    table.beginLoad();
    QCOMPARE(stateAfter(table, answer(ServerColumn::State, "ACTIVE")), u"ACTIVE"_s);
    QCOMPARE(stateAfter(table, answer(ServerColumn::Power, "RUNNING")), u"RUNNING"_s);
}

void TestServerState::powerIsNeededWhereNothingElseTells()
{
    QVERIFY(!needsPower(makeTable({bareMetal(1, {{ServerColumn::State, text("ACTIVE")}})})));
    QVERIFY(!needsPower(makeTable({virtualServer(1, {{ServerColumn::State, text("RUNNING")}})})));
    QVERIFY(!needsPower(makeTable({virtualServer(1, {})}))); // its state is to come
    InventoryTable table = makeTable({virtualServer(1, {{ServerColumn::State, text("ACTIVE")}})});
    QVERIFY(needsPower(table));
    table.setFailure(0, groupSet(ServerGroup::Power), CellState::Refused,
                     ApiError::make(ApiError::Kind::NotFound));
    QVERIFY(!needsPower(table)); // asked already
    table.apply(answer(ServerColumn::Power, "RUNNING"));
    QVERIFY(!needsPower(table));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestServerState)
#include "tst_serverstate.moc"
