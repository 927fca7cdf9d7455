// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/poolrows.h"
#include "ui/views/serversviewtest.h"

#include "inventory/kinds.h"
#include "support/testmain.h"
#include "views/rowselection.h"

#include <QAccessible>
#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

QString heard(QAccessibleInterface *part)
{
    return part != nullptr ? part->text(QAccessible::Name) : u"(nothing)"_s;
}

QAccessibleInterface *accessibleOf(RowsView &view)
{
    return QAccessible::queryAccessibleInterface(&view);
}

/// The cell in this row, as seen, of this column of the catalogue.
QAccessibleInterface *cellOf(RowsView &view, int row, ColumnIndex column)
{
    const auto place = static_cast<int>(view.shownColumns().indexOf(column));
    return accessibleOf(view)->tableInterface()->cellAt(row, place);
}

} // namespace

/// What screen readers find of a table.
class TableAccessibleTest : public ServersViewTest
{
    Q_OBJECT

private Q_SLOTS:
    void hasWhatIsShown();
    void countsOnlyShownColumns();
    void followsColumns();
    void titlesAreFoundByPlace();
    void eachChildIsWhereItSays();
    void cellsInTheirStates_data();
    void cellsInTheirStates();
    void groupsSayWhatIsInThem();
    void groupsOpenAndClose();
    void poolsSayHowMuchIsUsed();
    void poolsSayThatTheyAreOpen();
    void aCellStaysThatOfItsRow();
    void aCellGoesWithItsRow();
    void saysWhatIsSelected();
    void saysHowManyScatteredRowsAreSelected();
    void leadsToACell();
    void isFoundByPlace();

private:
    [[nodiscard]] QAccessibleTableInterface &table() { return *accessibleOf(*view)->tableInterface(); }
};

void TableAccessibleTest::hasWhatIsShown()
{
    list(3);
    QTRY_COMPARE(model->rowCount(), 3);
    QAccessibleInterface *tree = accessibleOf(*view);
    QCOMPARE(tree->role(), QAccessible::Tree);
    QCOMPARE(heard(tree), serversTable.translatedTitle());
    QCOMPARE(table().rowCount(), 3);
    QCOMPARE(table().columnCount(), int(view->shownColumns().size()));
    for (int row = 0; row < 3; ++row)
        QCOMPARE(heard(cellOf(*view, row, nameColumn)), u"s000%1"_s.arg(row + 1));
    QCOMPARE(table().cellAt(3, 0), nullptr);
    QCOMPARE(table().cellAt(-1, 0), nullptr);
    QCOMPARE(table().cellAt(0, table().columnCount()), nullptr);
}

/// Hidden ones are not in the tree: 20 000 servers had 740 037 children.
void TableAccessibleTest::countsOnlyShownColumns()
{
    constexpr int rows = 20'000;
    list(rows);
    QTRY_COMPARE(model->rowCount(), rows);
    const auto shown = static_cast<int>(view->shownColumns().size());
    QVERIFY(shown < model->columnCount());
    QCOMPARE(accessibleOf(*view)->childCount(), (rows + 1) * shown);
    QCOMPARE(heard(accessibleOf(*view)->child(rows * shown)),
             model->index(rows - 1, nameColumn).data().toString());
    QCOMPARE(accessibleOf(*view)->child((rows + 1) * shown), nullptr);
}

void TableAccessibleTest::followsColumns()
{
    list(1);
    QTRY_COMPARE(model->rowCount(), 1);
    const auto titles = [this] {
        QStringList found;
        for (int column = 0; column < table().columnCount(); ++column)
            found.append(table().columnDescription(column));
        return found;
    };
    const auto expected = [this] {
        QStringList found;
        for (const ColumnIndex column : view->shownColumns())
            found.append(model->headerData(column, Qt::Horizontal).toString());
        return found;
    };
    QCOMPARE(titles(), expected());
    view->setColumnShown(ServerColumn::Serial, true);
    QVERIFY(expected().contains(model->headerData(ServerColumn::Serial, Qt::Horizontal).toString()));
    QCOMPARE(titles(), expected());
    view->moveColumn(ServerColumn::Serial, -2);
    QCOMPARE(titles(), expected());
    QAccessibleInterface *serial = cellOf(*view, 0, ServerColumn::Serial);
    QVERIFY(serial->isValid());
    view->setColumnShown(ServerColumn::Serial, false);
    QCOMPARE(titles(), expected());
    QVERIFY(!serial->isValid()); // whoever still has it
    QCOMPARE(accessibleOf(*view)->indexOfChild(serial), -1);
}

void TableAccessibleTest::titlesAreFoundByPlace()
{
    list(1);
    QTRY_COMPARE(model->rowCount(), 1);
    QAccessibleInterface *title = accessibleOf(*view)->child(1);
    QCOMPARE(title->role(), QAccessible::ColumnHeader);
    QCOMPARE(heard(title), table().columnDescription(1));
    const QPoint centre = title->rect().center();
    QCOMPARE(accessibleOf(*view)->childAt(centre.x(), centre.y()), title);
    QCOMPARE(table().cellAt(0, 1)->tableCellInterface()->columnHeaderCells(),
             QList<QAccessibleInterface *>{title});
    QCOMPARE(table().cellAt(0, 1)->tableCellInterface()->rowHeaderCells(),
             QList<QAccessibleInterface *>{table().cellAt(0, 0)});
}

/// Children are numbered as their own indexOfChild() has it, and know their row and column.
void TableAccessibleTest::eachChildIsWhereItSays()
{
    list(4);
    apply({detail(1, ServerColumn::Datacenter, text("dal10")),
           detail(2, ServerColumn::Datacenter, text("ams03")),
           detail(3, ServerColumn::Datacenter, text("dal10")),
           detail(4, ServerColumn::Datacenter, text("dal10"))});
    group(ServerColumn::Datacenter);
    QTRY_COMPARE(model->rowCount(), 2);
    QTRY_COMPARE(table().rowCount(), 6); // ams03, one server, dal10, three
    QAccessibleInterface *tree = accessibleOf(*view);
    const int columns = table().columnCount();
    for (int number = 0; number < tree->childCount(); ++number) {
        QAccessibleInterface *child = tree->child(number);
        QVERIFY(child != nullptr);
        QCOMPARE(tree->indexOfChild(child), number);
        QCOMPARE(tree->child(number), child); // the same one again
        QCOMPARE(child->parent(), tree);
        if (number < columns)
            continue;
        QCOMPARE(child->tableCellInterface()->rowIndex(), number / columns - 1);
        QCOMPARE(child->tableCellInterface()->columnIndex(), number % columns);
        QCOMPARE(child->tableCellInterface()->table(), tree);
    }
}

void TableAccessibleTest::cellsInTheirStates_data()
{
    QTest::addColumn<CellState>("state");
    QTest::addColumn<QString>("spoken");
    QTest::newRow("not asked") << CellState::NotAsked << u"not loaded"_s;
    QTest::newRow("loading") << CellState::Loading << u"loading"_s;
    QTest::newRow("value") << CellState::Value << u"412.51"_s;
    QTest::newRow("empty") << CellState::Empty << u"none"_s;
    QTest::newRow("refused") << CellState::Refused << u"not permitted"_s;
    QTest::newRow("failed") << CellState::Failed << u"failed, can be tried again"_s;
    QTest::newRow("gone") << CellState::Gone << u"gone"_s;
    QTest::newRow("stale") << CellState::Stale << u"412.51, from an earlier load"_s;
}

void TableAccessibleTest::cellsInTheirStates()
{
    QFETCH(const CellState, state);
    QFETCH(const QString, spoken);
    list(1);
    QTRY_COMPARE(model->rowCount(), 1);
    view->setColumnShown(ServerColumn::FeeMonthUsd, true);
    model->setLoadRunning(false);
    const QList<int> row{0};
    const RowPatch fee = detail(1, ServerColumn::FeeMonthUsd, decimal("412.505"));
    switch (state) {
    case CellState::NotAsked:
        break;
    case CellState::Loading:
        store->setLoading(row, feeGroup);
        break;
    case CellState::Value:
        apply({fee});
        break;
    case CellState::Empty:
        apply({detail(1, ServerColumn::FeeMonthUsd, CellValue())});
        break;
    case CellState::Refused:
    case CellState::Failed:
        store->setFailure(row, feeGroup, state, ApiError::make(ApiError::Kind::Timeout));
        break;
    case CellState::Gone:
        store->setGone(row);
        break;
    case CellState::Stale:
        apply({fee});
        store->beginLoad();
        break;
    }
    store->flush();
    QTRY_COMPARE(heard(cellOf(*view, 0, ServerColumn::FeeMonthUsd)), spoken);
    QCOMPARE(model->index(0, ServerColumn::FeeMonthUsd).data(CellStateRole).value<CellState>(), state);
}

void TableAccessibleTest::groupsSayWhatIsInThem()
{
    list(3);
    apply({detail(1, ServerColumn::Datacenter, text("dal10")),
           detail(2, ServerColumn::Datacenter, text("dal10")),
           detail(3, ServerColumn::Datacenter, text("dal10"))});
    group(ServerColumn::Datacenter);
    QTRY_COMPARE(model->rowCount(), 1);
    const QString spoken = heard(cellOf(*view, 0, nameColumn));
    QVERIFY2(spoken.startsWith(u"dal10, 3 server(s)"_s), qPrintable(spoken));
    view->setColumnShown(ServerColumn::Cores, true);
    store->apply({detail(1, ServerColumn::Cores, qint64(8)), detail(2, ServerColumn::Cores, qint64(8)),
                  detail(3, ServerColumn::Cores, qint64(16))});
    store->flush();
    QTRY_COMPARE(heard(cellOf(*view, 0, ServerColumn::Cores)), u"32"_s); // their sum
}

void TableAccessibleTest::groupsOpenAndClose()
{
    list(2);
    apply({detail(1, ServerColumn::Datacenter, text("dal10")),
           detail(2, ServerColumn::Datacenter, text("dal10"))});
    group(ServerColumn::Datacenter);
    QTRY_COMPARE(model->rowCount(), 1);
    QTRY_COMPARE(table().rowCount(), 3);
    QAccessibleInterface *name = cellOf(*view, 0, nameColumn);
    QVERIFY(name->state().expandable && name->state().expanded && !name->state().collapsed);
    const QString toggle = QAccessibleActionInterface::toggleAction();
    QVERIFY(name->actionInterface()->actionNames().contains(toggle));
    name->actionInterface()->doAction(toggle);
    QVERIFY(!view->isExpanded(model->index(0, 0)));
    QVERIFY(name->state().expandable && !name->state().expanded && name->state().collapsed);
    QCOMPARE(table().rowCount(), 1); // what is closed is not there
    name->actionInterface()->doAction(toggle);
    QCOMPARE(table().rowCount(), 3);
    QAccessibleInterface *server = cellOf(*view, 1, nameColumn);
    QVERIFY(!server->state().expandable && !server->state().collapsed);
    QVERIFY(!server->actionInterface()->actionNames().contains(toggle));

    // Another cell of the row says so to who is on it, and to nobody else.
    QAccessibleInterface *other = table().cellAt(0, 1);
    QVERIFY(!other->state().expandable);
    view->setCurrentIndex(model->index(0, view->shownColumns().at(1)));
    QVERIFY(other->state().expandable);
}

void TableAccessibleTest::poolsSayHowMuchIsUsed()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    RowsView pools(poolsTable);
    pools.setRowsModel(&inventory.model);
    pools.setColumnShown(PoolColumn::UsedPercent, true);
    pools.setColumnShown(PoolColumn::Over, true);
    inventory.applyPools({poolCells(5, {{PoolColumn::UsedPercent, decimal("78")},
                                        {PoolColumn::ProjectedPercent, decimal("118")},
                                        {PoolColumn::Over, text("projected")}})});
    QTRY_COMPARE(heard(cellOf(pools, 0, PoolColumn::UsedPercent)), u"78.0 % used, 118.0 % projected"_s);
    QTRY_COMPARE(heard(cellOf(pools, 0, PoolColumn::Over)), u"Projected over"_s); // and not a shape alone
    pools.expand(inventory.pool(5));
    inventory.applyMembers({memberCells(bareMetalKey(1), {{MemberColumn::PoolSharePercent, decimal("44")}})});
    QTRY_COMPARE(heard(cellOf(pools, 1, PoolColumn::UsedPercent)), u"44.0 % of pool"_s);
}

void TableAccessibleTest::poolsSayThatTheyAreOpen()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    RowsView pools(poolsTable);
    pools.setRowsModel(&inventory.model);
    QAccessibleTableInterface *rows = accessibleOf(pools)->tableInterface();
    QCOMPARE(rows->rowCount(), 2);
    pools.expand(inventory.pool(5)); // the first
    QCOMPARE(rows->rowCount(), 4);
    QCOMPARE(heard(cellOf(pools, 0, PoolColumn::Name)), u"EU"_s);
    QVERIFY(cellOf(pools, 0, PoolColumn::Name)->state().expanded);
    QCOMPARE(heard(cellOf(pools, 2, PoolColumn::Name)), u"e2"_s);
    QCOMPARE(heard(cellOf(pools, 3, PoolColumn::Name)), u"US"_s);
    QVERIFY(cellOf(pools, 3, PoolColumn::Name)->state().collapsed);
    pools.collapse(inventory.pool(5));
    QCOMPARE(heard(cellOf(pools, 1, PoolColumn::Name)), u"US"_s);
}

void TableAccessibleTest::aCellStaysThatOfItsRow()
{
    list(3);
    QTRY_COMPARE(model->rowCount(), 3);
    QAccessibleInterface *cell = cellOf(*view, 0, nameColumn);
    const QAccessible::Id id = QAccessible::uniqueId(cell);
    view->sortByColumn(nameColumn, Qt::DescendingOrder);
    QTRY_COMPARE(heard(cellOf(*view, 0, nameColumn)), u"s0003"_s);
    QCOMPARE(QAccessible::accessibleInterface(id), cell);
    QCOMPARE(heard(cell), u"s0001"_s);
    QCOMPARE(cell->tableCellInterface()->rowIndex(), 2);
    QCOMPARE(cellOf(*view, 2, nameColumn), cell);
}

void TableAccessibleTest::aCellGoesWithItsRow()
{
    list(3);
    QTRY_COMPARE(model->rowCount(), 3);
    QAccessibleInterface *cell = cellOf(*view, 1, nameColumn);
    QVERIFY(cell->isValid());
    store->removeRows({1});
    store->flush();
    QTRY_COMPARE(table().rowCount(), 2);
    QVERIFY(!cell->isValid());
    QVERIFY(cell->state().invalid);
    QCOMPARE(heard(cell), QString());
    QCOMPARE(accessibleOf(*view)->indexOfChild(cell), -1);
}

void TableAccessibleTest::saysWhatIsSelected()
{
    list(4);
    QTRY_COMPARE(model->rowCount(), 4);
    QVERIFY(table().selectRow(1));
    QVERIFY(table().selectRow(3));
    QCOMPARE(table().selectedRows(), (QList<int>{1, 3}));
    QCOMPARE(view->selectedTableRows(), (QList<int>{1, 3}));
    QVERIFY(table().isRowSelected(1));
    QVERIFY(!table().isRowSelected(2));
    QVERIFY(cellOf(*view, 3, nameColumn)->state().selected);
    QCOMPARE(table().selectedCells().size(), table().selectedCellCount());
    QVERIFY(table().unselectRow(1));
    QCOMPARE(view->selectedTableRows(), QList<int>{3});
}

/// More than the selection tells in ranges.
void TableAccessibleTest::saysHowManyScatteredRowsAreSelected()
{
    constexpr int scattered = RowSelection::mostRanges + 10;
    QList<RowPatch> patches;
    for (int id = 1; id <= 2 * scattered; ++id)
        patches.append(bareMetal(id, {{nameColumn, u"s%1"_s.arg(id, 5, 10, QChar(u'0'))},
                                      {ServerColumn::Datacenter, id % 2 == 0 ? u"ams03"_s : u"lon06"_s}}));
    apply(patches);
    QTRY_COMPARE(model->arrangement()->tableRows, 2 * scattered);
    model->setFilter(u"dc:ams03"_s);
    settle();
    view->selectAll();
    model->setFilter({});
    settle();
    QCOMPARE(table().selectedRowCount(), scattered);
    QCOMPARE(table().selectedRows().constLast(), 2 * scattered - 1);
    QVERIFY(table().isRowSelected(2 * scattered - 1));
    QVERIFY(!table().isRowSelected(2 * scattered - 2));
    QVERIFY(cellOf(*view, 2 * scattered - 1, nameColumn)->state().selected);
}

void TableAccessibleTest::leadsToACell()
{
    list(4);
    QTRY_COMPARE(model->rowCount(), 4);
    QAccessibleInterface *cell = table().cellAt(2, 1);
    QVERIFY(!cell->state().focused);
    cell->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(view->currentIndex(), at(3, view->shownColumns().at(1)));
    QTRY_VERIFY(view->hasFocus());
    QVERIFY(cell->state().focused);
    QCOMPARE(accessibleOf(*view)->focusChild(), cell);
}

void TableAccessibleTest::isFoundByPlace()
{
    list(200);
    QTRY_COMPARE(model->rowCount(), 200);
    QAccessibleInterface *cell = cellOf(*view, 3, nameColumn);
    const QPoint centre = cell->rect().center();
    QCOMPARE(accessibleOf(*view)->childAt(centre.x(), centre.y()), cell);
    QVERIFY(!cell->state().invisible);
    QVERIFY(cellOf(*view, 150, nameColumn)->state().invisible);
    view->scrollToBottom();
    QVERIFY(cell->state().invisible);
}

LAYERSCOPE_TEST(QTEST_MAIN, TableAccessibleTest)
#include "tst_tableaccessible.moc"
