// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "ui/views/serversviewtest.h"
#include "views/rowselection.h"

#include <QAction>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto addRow = QItemSelectionModel::Select | QItemSelectionModel::Rows;
constexpr auto dropRow = QItemSelectionModel::Deselect | QItemSelectionModel::Rows;
constexpr auto flipRow = QItemSelectionModel::Toggle | QItemSelectionModel::Rows;
constexpr auto onlyRow = QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;

/// Few enough rows, and more than enough cells, for the shortcut of a QItemSelectionModel (limits §11).
constexpr int shortcutRows = 540;

} // namespace

class RowSelectionTest : public ServersViewTest
{
    Q_OBJECT

    using Ids = QSet<qint64>;

private Q_SLOTS:
    void gainsNothingFromAFilterThatGoes();
    void narrowsWithTheFilter_data();
    void narrowsWithTheFilter();
    void isNotOfOtherRowsOfTheSameNumber();
    void aGroupRowGainsNoRow();
    void aGroupRowIsSelectedWithAllOfItsRows();
    void rowsInSeveralGroupsAreSelectedOnce();
    void theCurrentRowStaysCurrentWhereItStandsOnce();
    void stretchesPassOverGroupRows();
    void closedGroupsAreToldByTheirRow();
    void goesOnFromWhatWasSelectedLast();
    void saysWhatCameAndWent();
    void leavesNothingToQtInANewLayout();
    void losesRowsThatAreGone();
    void takesManyScatteredRows();
    void tellsOnlySoManyRanges();
    void agreesWithASetOfIds_data();
    void agreesWithASetOfIds();

private:
    void listIn(int count, const std::function<QString(int)> &datacenter);
    void filter(const QString &words)
    {
        model->setFilter(words);
        settle();
    }
    void select(const QModelIndex &index, QItemSelectionModel::SelectionFlags command) const
    {
        view->selectionModel()->select(index, command);
    }
    void selectStretch(qint64 first, qint64 last, QItemSelectionModel::SelectionFlags command) const
    {
        view->selectionModel()->select(QItemSelection(at(first), at(last)), command);
    }
    [[nodiscard]] bool isSelected(const QModelIndex &index) const
    {
        return view->selectionModel()->isSelected(index);
    }
    /// Of the rows that the view says are selected.
    [[nodiscard]] Ids selected() const;
    /// Of the rows in a selection of Qt's, without group rows.
    [[nodiscard]] Ids idsIn(const QItemSelection &selection) const;
    /// What Qt's views and screen readers are told.
    [[nodiscard]] Ids told() const { return idsIn(view->selectionModel()->selection()); }
    [[nodiscard]] Ids shown() const;
};

/// As list(), each in the datacenter that `datacenter` says of its id.
void RowSelectionTest::listIn(int count, const std::function<QString(int)> &datacenter)
{
    QList<RowPatch> patches;
    for (int id = 1; id <= count; ++id) {
        patches.append(bareMetal(id, {{nameColumn, u"s%1"_s.arg(id, 4, 10, QChar(u'0'))},
                                      {ServerColumn::Datacenter, datacenter(id)}}));
    }
    apply(patches);
    QTRY_COMPARE(model->arrangement()->tableRows, count);
}

RowSelectionTest::Ids RowSelectionTest::selected() const
{
    Ids ids;
    const QList<int> rows = view->selectedTableRows();
    for (const int row : rows)
        ids.insert(model->table().key(row).id);
    return ids.size() == rows.size() ? ids : Ids{-1}; // one of them twice
}

RowSelectionTest::Ids RowSelectionTest::idsIn(const QItemSelection &selection) const
{
    Ids ids;
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QVariant key = model->index(row, nameColumn, range.parent()).data(KeyRole);
            if (key.isValid())
                ids.insert(key.value<RowKey>().id);
        }
    }
    return ids;
}

RowSelectionTest::Ids RowSelectionTest::shown() const
{
    Ids ids;
    for (const int row : model->arrangement()->rowsInOrder())
        ids.insert(model->table().key(row).id);
    return ids;
}

// ---- filters
// ---------------------------------------------------------------------------------------------------------

/// All that is seen is selected; then more is seen.
void RowSelectionTest::gainsNothingFromAFilterThatGoes()
{
    listIn(shortcutRows, [](int id) { return id % 7 == 0 ? u"dal13"_s : u"ams03"_s; });
    filter(u"dc:dal13"_s);
    view->selectAll();
    const Ids ids = selected();
    QCOMPARE(ids.size(), shortcutRows / 7);
    filter({});
    QCOMPARE(model->rowCount(), shortcutRows);
    QCOMPARE(selected(), ids);
    QCOMPARE(told(), ids);
    QCOMPARE(view->selectionAsTsv().count(u'\n'), ids.size() + 1);
}

void RowSelectionTest::narrowsWithTheFilter_data()
{
    QTest::addColumn<int>("firstLeft");
    QTest::addColumn<int>("lastLeft");
    QTest::newRow("the first ones go") << 200 << shortcutRows;
    QTest::newRow("the last ones go") << 1 << 340;
    QTest::newRow("those around go") << 100 << 440;
    QTest::newRow("all go") << 0 << 0;
}

void RowSelectionTest::narrowsWithTheFilter()
{
    QFETCH(int, firstLeft);
    QFETCH(int, lastLeft);
    listIn(shortcutRows, [firstLeft, lastLeft](int id) {
        return id >= firstLeft && id <= lastLeft ? u"dal13"_s : u"ams03"_s;
    });
    view->selectAll();
    filter(u"dc:dal13"_s);
    const Ids left = shown();
    QCOMPARE(left.size(), lastLeft > 0 ? lastLeft - firstLeft + 1 : 0);
    QCOMPARE(selected(), left);
    QCOMPARE(told(), left);
    filter({});
    QCOMPARE(selected(), left); // what it hid was selected, and is not any more
    QCOMPARE(told(), left);
}

void RowSelectionTest::isNotOfOtherRowsOfTheSameNumber()
{
    listIn(200, [](int id) { return id <= 100 ? u"dal13"_s : u"ams03"_s; });
    filter(u"dc:dal13"_s);
    view->selectAll();
    QTRY_VERIFY(view->copyAction()->isEnabled());
    filter(u"dc:ams03"_s);
    QCOMPARE(model->rowCount(), 100);
    QCOMPARE(selected(), Ids());
    QCOMPARE(told(), Ids());
    QTRY_VERIFY(!view->copyAction()->isEnabled());
}

// ---- groups
// ----------------------------------------------------------------------------------------------------------

void RowSelectionTest::aGroupRowGainsNoRow()
{
    listIn(6, [](int id) { return id <= 3 ? u"dal10"_s : u"fra02"_s; });
    group(ServerColumn::Datacenter);
    select(model->index(0, 0), onlyRow);
    QCOMPARE(selected(), Ids({1, 2, 3}));
    apply({detail(4, ServerColumn::Datacenter, text("dal10"))}); // joins them
    QTRY_COMPARE(model->rowCount(model->index(0, 0)), 4);
    QCOMPARE(selected(), Ids({1, 2, 3}));
    QCOMPARE(told(), Ids({1, 2, 3}));
    QVERIFY(!isSelected(model->index(0, 0)));
    apply({detail(1, ServerColumn::Datacenter, text("fra02"))}); // is selected wherever it goes
    QTRY_COMPARE(model->rowCount(model->index(0, 0)), 3);
    QCOMPARE(selected(), Ids({1, 2, 3}));
    QCOMPARE(told(), Ids({1, 2, 3}));

    filter(u"s0005"_s);
    select(model->index(0, 0), onlyRow);
    QVERIFY(isSelected(model->index(0, 0)));
    filter({});
    QCOMPARE(selected(), Ids({5}));
    for (int place = 0; place < 2; ++place)
        QVERIFY(!isSelected(model->index(place, 0)));
}

void RowSelectionTest::aGroupRowIsSelectedWithAllOfItsRows()
{
    listIn(4, [](int id) { return id <= 2 ? u"dal10"_s : u"fra02"_s; });
    group(ServerColumn::Datacenter);
    const QModelIndex groupRow = model->index(0, 0);
    select(at(1), addRow);
    QVERIFY(!isSelected(groupRow));
    QSignalSpy changed(view->selectionModel(), &QItemSelectionModel::selectionChanged);
    select(at(2), addRow);
    QVERIFY(isSelected(groupRow));
    QCOMPARE(changed.count(), 1);
    QVERIFY(changed.constLast().at(0).value<QItemSelection>().contains(groupRow)); // to be painted, too
    select(at(2), flipRow);
    QVERIFY(!isSelected(groupRow));
    QVERIFY(changed.constLast().at(1).value<QItemSelection>().contains(groupRow));

    // It is taken as one.
    select(groupRow, dropRow); // it is not selected
    QCOMPARE(selected(), Ids({1}));
    select(groupRow, flipRow);
    QCOMPARE(selected(), Ids({1, 2}));
    select(groupRow, flipRow);
    QCOMPARE(selected(), Ids());
    select(groupRow, addRow);
    select(at(3), addRow);
    select(groupRow, dropRow);
    QCOMPARE(selected(), Ids({3}));
}

/// Selected under one tag is selected under each, and counts once.
void RowSelectionTest::rowsInSeveralGroupsAreSelectedOnce()
{
    apply({bareMetal(1, {{nameColumn, text("a")}, {ServerColumn::Tags, text("web;db")}}),
           bareMetal(2, {{nameColumn, text("b")}, {ServerColumn::Tags, text("db")}}),
           bareMetal(3, {{nameColumn, text("c")}, {ServerColumn::Tags, text("web")}})});
    group(ServerColumn::Tags);
    QCOMPARE(model->rowCount(), 2);
    const auto in = [this](int group, int row) { return model->index(row, 0, model->index(group, 0)); };
    select(in(1, 0), onlyRow);
    QCOMPARE(selected(), Ids({1}));
    QVERIFY(isSelected(in(0, 0)) && isSelected(in(1, 0)));
    QCOMPARE(view->selectionAsTsv().count(u'\n'), 2); // with the titles
    QCOMPARE(view->rowSelection()->firstTableRows(2), view->selectedTableRows());
    select(in(0, 1), addRow);
    QVERIFY(isSelected(model->index(0, 0)) && !isSelected(model->index(1, 0))); // all of one group
    select(in(0, 0), flipRow);                                                  // wherever it is taken back
    QCOMPARE(selected(), Ids({2}));
    QVERIFY(!isSelected(in(1, 0)));

    view->selectAll();
    QCOMPARE(view->selectedTableRows().size(), 3);
    QCOMPARE(selected(), Ids({1, 2, 3}));
    group(std::nullopt);
    QCOMPARE(selected(), Ids({1, 2, 3}));
    QCOMPARE(told(), Ids({1, 2, 3}));
}

/// Whichever of the places where it stood somebody else holds: Qt's views do so of where one pressed.
void RowSelectionTest::theCurrentRowStaysCurrentWhereItStandsOnce()
{
    constexpr int rows = 20;
    QList<RowPatch> patches;
    for (int id = 1; id <= rows; ++id)
        patches.append(bareMetal(
            id, {{nameColumn, u"s%1"_s.arg(id, 2, 10, QChar(u'0'))}, {ServerColumn::Tags, text("x;y")}}));
    apply(patches);
    for (int id = 1; id <= rows; ++id) {
        group(ServerColumn::Tags);
        QCOMPARE(model->rowCount(), 2);
        const QPersistentModelIndex first = at(id);
        const QModelIndex second = model->index(first.row(), nameColumn, model->index(1, 0));
        QCOMPARE(second.data(KeyRole).value<RowKey>().id, qint64(id));
        view->setCurrentIndex(second);
        group(std::nullopt);
        QCOMPARE(view->currentIndex(), at(id));
        QCOMPARE(selected(), Ids({id}));
    }
}

/// Who goes on into the next group passes its row, and does not mean all of it.
void RowSelectionTest::stretchesPassOverGroupRows()
{
    listIn(6, [](int id) { return id <= 3 ? u"dal10"_s : u"fra02"_s; });
    group(ServerColumn::Datacenter);
    view->setCurrentIndex(at(2));
    QTest::keyClick(view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(selected(), Ids({2, 3}));
    QTest::keyClick(view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view->currentIndex().siblingAtColumn(0), model->index(1, 0));
    QCOMPARE(selected(), Ids({2, 3, 4, 5, 6})); // here it is not known yet
    QTest::keyClick(view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(selected(), Ids({2, 3, 4}));
    QCOMPARE(told(), Ids({2, 3, 4}));
}

void RowSelectionTest::closedGroupsAreToldByTheirRow()
{
    listIn(6, [](int id) { return id <= 3 ? u"dal10"_s : u"fra02"_s; });
    group(ServerColumn::Datacenter);
    view->closeAll();
    view->selectAll();
    QVERIFY(isSelected(model->index(0, 0)) && isSelected(model->index(1, 0)));
    QCOMPARE(told(), Ids());
    QCOMPARE(selected().size(), 6);
    view->expand(model->index(0, 0));
    select(at(1), flipRow); // before Qt heard of it
    QCOMPARE(selected(), Ids({2, 3, 4, 5, 6}));
    select(at(1), flipRow);
    QTRY_COMPARE(told(), Ids({1, 2, 3}));
    view->openAll();
    QTRY_COMPARE(told(), Ids({1, 2, 3, 4, 5, 6}));

    // Some rows of a closed one have nobody else to tell of them.
    view->closeAll();
    select(at(5), onlyRow);
    QCOMPARE(told(), Ids({5}));
    view->clearSelection();
    QCOMPARE(selected(), Ids());
}

// ---- over time
// -------------------------------------------------------------------------------------------------------

/// Shift and a click take the place of what was selected last, whatever happened to the order in between.
void RowSelectionTest::goesOnFromWhatWasSelectedLast()
{
    list(12);
    settle();
    QTRY_COMPARE(at(12).row(), 11);
    select(at(9), onlyRow);
    select(at(2), flipRow);
    const auto stretch = QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows;
    selectStretch(2, 5, stretch);
    QCOMPARE(selected(), Ids({2, 3, 4, 5, 9}));
    model->sort(nameColumn, Qt::DescendingOrder);
    QTRY_COMPARE(at(12).row(), 0);
    QCOMPARE(told(), Ids({2, 3, 4, 5, 9}));
    selectStretch(3, 2, stretch);
    QCOMPARE(selected(), Ids({2, 3, 9}));
    selectStretch(2, 1, stretch);
    QCOMPARE(selected(), Ids({1, 2, 9}));
    select(at(12), flipRow); // now that is settled, too
    selectStretch(12, 11, stretch);
    QCOMPARE(selected(), Ids({1, 2, 9, 11, 12}));
}

void RowSelectionTest::saysWhatCameAndWent()
{
    list(6);
    settle();
    QTRY_COMPARE(at(6).row(), 5);
    QSignalSpy changed(view->selectionModel(), &QItemSelectionModel::selectionChanged);
    QSignalSpy rows(view.get(), &RowsView::selectedRowsChanged);
    const auto last = [&](int which) { return idsIn(changed.constLast().at(which).value<QItemSelection>()); };
    selectStretch(1, 3, onlyRow);
    QCOMPARE(last(0), Ids({1, 2, 3}));
    QCOMPARE(last(1), Ids());
    selectStretch(3, 4, onlyRow);
    QCOMPARE(last(0), Ids({4}));
    QCOMPARE(last(1), Ids({1, 2}));
    selectStretch(3, 4, onlyRow); // again
    select(at(1, ServerColumn::Os), dropRow);
    QCOMPARE(changed.count(), 2);
    select(at(4, ServerColumn::Os), QItemSelectionModel::Deselect); // a cell is its row
    QCOMPARE(changed.count(), 3);
    QCOMPARE(selected(), Ids({3}));
    view->clearSelection();
    QCOMPARE(changed.count(), 4);
    QCOMPARE(last(1), Ids({3}));
    QVERIFY(!view->selectionModel()->hasSelection());
    QTRY_COMPARE(rows.count(), 1); // once a turn
}

/// It would keep an index for each row of it, or take a shortcut.
void RowSelectionTest::leavesNothingToQtInANewLayout()
{
    listIn(4000, [](int id) { return id % 2 == 0 ? u"ams03"_s : u"lon06"_s; });
    group(ServerColumn::Datacenter);
    view->selectAll();
    int layouts = 0;
    bool hasSelection = false;
    const QObject watcher; // gone before what it counts with
    connect(model.get(), &QAbstractItemModel::layoutAboutToBeChanged, &watcher, [&] {
        ++layouts;
        hasSelection = hasSelection || view->selectionModel()->hasSelection();
    });
    QSignalSpy changed(view->selectionModel(), &QItemSelectionModel::selectionChanged);
    model->sort(nameColumn, Qt::DescendingOrder);
    QTRY_COMPARE(at(4000).row(), 0);
    QVERIFY(layouts > 0);
    QVERIFY(!hasSelection);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(selected().size(), 4000);
    QCOMPARE(told().size(), 4000);
}

void RowSelectionTest::losesRowsThatAreGone()
{
    list(10);
    settle();
    view->selectAll();
    store->removeRows({0, 4});
    QCOMPARE(selected(), Ids({2, 3, 4, 6, 7, 8, 9, 10}));
    QCOMPARE(told(), selected());
    apply({bareMetal(11, {{nameColumn, text("a new one")}}), bareMetal(1, {{nameColumn, text("s0001")}})});
    QTRY_COMPARE(model->rowCount(), 10);
    settle();
    QCOMPARE(selected(), Ids({2, 3, 4, 6, 7, 8, 9, 10}));
    QTRY_VERIFY(view->copyAction()->isEnabled());
    store->clear();
    QVERIFY(!view->selectionModel()->hasSelection());
    QTRY_VERIFY(!view->copyAction()->isEnabled());
    list(3);
    QTRY_COMPARE(model->rowCount(), 3);
    QCOMPARE(selected(), Ids());
}

/// Every second row, so that each is a range by itself.
void RowSelectionTest::takesManyScatteredRows()
{
    constexpr int count = 6000;
    listIn(count, [](int id) { return id % 2 == 0 ? u"ams03"_s : u"lon06"_s; });
    filter(u"dc:ams03"_s);
    view->selectAll();
    filter({});
    QCOMPARE(selected().size(), count / 2);
    QCOMPARE(view->selectionModel()->selection().size(), count / 2);
    select(at(7), flipRow);
    QCOMPARE(selected().size(), count / 2 + 1);
    selectStretch(1, count, QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
    QCOMPARE(selected().size(), count);
    selectStretch(7, 8, QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
    QCOMPARE(selected().size(), count / 2 + 1);
    view->selectAll();
    QCOMPARE(selected().size(), count);
    QCOMPARE(view->selectionModel()->selection().size(), 1);
}

/// Whatever is told, each row knows whether it is selected, and all of them are copied.
void RowSelectionTest::tellsOnlySoManyRanges()
{
    constexpr int scattered = RowSelection::mostRanges + 500;
    listIn(2 * scattered, [](int id) { return id % 2 == 0 ? u"ams03"_s : u"lon06"_s; });
    filter(u"dc:ams03"_s);
    view->selectAll();
    QSignalSpy changed(view->selectionModel(), &QItemSelectionModel::selectionChanged);
    filter({});
    QCOMPARE(selected().size(), scattered);
    QCOMPARE(view->selectionModel()->selection().size(), RowSelection::mostRanges);
    QCOMPARE(view->selectionAsTsv().count(u'\n'), scattered + 1);
    for (int id = 1; id <= 2 * scattered; ++id)
        QVERIFY(RowSelection::isSelectedIn(*view, at(id)) == (id % 2 == 0));

    select(at(7), onlyRow);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(idsIn(changed.constLast().at(0).value<QItemSelection>()), Ids({7}));
    QCOMPARE(changed.constLast().at(1).value<QItemSelection>().size(), RowSelection::mostRanges);
    QCOMPARE(selected(), Ids({7}));
    QCOMPARE(told(), Ids({7}));
}

void RowSelectionTest::agreesWithASetOfIds_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("few rows") << 60;
    QTest::newRow("more than are looked up one by one") << 240;
}

/// Whatever comes in whatever order.
void RowSelectionTest::agreesWithASetOfIds()
{
    QFETCH(const int, count);
    constexpr int steps = 150;
    const QStringList datacenters{u"ams03"_s, u"dal10"_s, u"fra02"_s};
    listIn(count, [&](int id) { return datacenters.at(id % 3); });
    QRandomGenerator random(10);
    Ids expected;
    const auto anyRow = [&] {
        const QList<int> rows = model->arrangement()->rowsInOrder();
        return model->table().key(rows.at(random.bounded(static_cast<int>(rows.size())))).id;
    };
    for (int step = 0; step < steps && !shown().isEmpty(); ++step) {
        const int what = random.bounded(10);
        const qint64 id = anyRow();
        switch (what) {
        case 0:
            select(at(id), onlyRow);
            expected = {id};
            break;
        case 1:
        case 2:
            select(at(id), flipRow);
            if (!expected.remove(id))
                expected.insert(id);
            break;
        case 3:
            select(at(id), dropRow);
            expected.remove(id);
            break;
        case 4:
            view->selectAll();
            expected = shown();
            break;
        case 5:
            model->sort(nameColumn, step % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            settle();
            break;
        case 6:
            group(step % 2 == 0 ? std::optional<ColumnIndex>(ServerColumn::Datacenter) : std::nullopt);
            break;
        case 7:
            store->removeRows({*model->table().find({RowKind::BareMetal, id})});
            expected.remove(id);
            break;
        default:
            filter(step % 2 == 0 ? QString() : u"dc:"_s + datacenters.at(random.bounded(3)));
            expected.intersect(shown());
        }
        const QByteArray place = QByteArray::number(step) + ": " + QByteArray::number(what);
        QVERIFY2(selected() == expected, place.constData());
        QTRY_VERIFY2(told() == expected, place.constData());
        const QList<int> inOrder = view->selectedTableRows();
        QList<int> byNumber = inOrder;
        std::sort(byNumber.begin(), byNumber.end());
        QVERIFY2(view->rowSelection()->tableRowCount() == inOrder.size(), place.constData());
        QVERIFY2(view->rowSelection()->tableRowsByNumber() == byNumber, place.constData());
        QVERIFY2(view->rowSelection()->firstTableRows(5) == inOrder.mid(0, 5), place.constData());
    }
}

LAYERSCOPE_TEST(QTEST_MAIN, RowSelectionTest)
#include "tst_rowselection.moc"
