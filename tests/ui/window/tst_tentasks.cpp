// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/serverfacts.h"
#include "details/serversections.h"
#include "dialogs/accountexport.h"
#include "dialogs/accountexportdialog.h"
#include "dialogs/exportflow.h"
#include "docks/selectiondetails.h"
#include "exporting/exportkind.h"
#include "models/comparisonmodel.h"
#include "models/inventoryroles.h"
#include "models/navigatormodel.h"
#include "pages/selectionstatus.h"
#include "panels/comparisonview.h"
#include "panels/detailspanel.h"
#include "panels/factview.h"
#include "support/testmain.h"
#include "ui/window/loadedaccount.h"
#include "ui/window/truthtable.h"
#include "ui/window/windowparts.h"
#include "views/navigatorview.h"
#include "widgets/filteredit.h"
#include "widgets/flattabbar.h"
#include "window/openaccounts.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QMenu>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostActions = 3;
constexpr QSize roomForAll(1500, 800); // also for Details, whatever font there is

/// Somebody in front of a window with a loaded account, who counts what they do: each word of this is one.
class Person
{
public:
    Person()
    {
        m_account.window->resize(roomForAll);
        m_account.settings->setExportFolder(m_account.folder.path());
    }

    [[nodiscard]] const LoadedAccount &account() const { return m_account; }
    [[nodiscard]] bool isReady() const { return m_account.stands(); }
    [[nodiscard]] int actions() const { return m_actions; }

    void filtersBy(const QString &words)
    {
        ++m_actions;
        FilterEdit &filter = m_account.filter();
        QTest::keyClick(m_account.page().currentPage().view(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(&filter, words);
    }
    void chooses(const QString &node)
    {
        ++m_actions;
        NavigatorView &navigator = m_account.page().navigator();
        const QModelIndex index = qobject_cast<const NavigatorModel *>(navigator.model())->indexOfNode(node);
        navigator.scrollTo(index);
        QTest::mouseClick(navigator.viewport(), Qt::LeftButton, {}, navigator.visualRect(index).center());
    }
    /// In a menu, or by its key.
    void triggers(const QString &action)
    {
        ++m_actions;
        m_account.trigger(action);
    }
    void clicks(const QModelIndex &index, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_actions;
        const RowsView &view = m_account.serversView();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, view.visualRect(index).center());
    }
    void opensTab(DetailsTab tab)
    {
        ++m_actions;
        auto *tabs = m_account.page().details().servers().findChild<FlatTabBar *>(u"detailsTabs"_s);
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(static_cast<int>(tab)).center());
    }
    /// What stands on screen of a server in full, a line each.
    [[nodiscard]] QString factsOnScreen() const
    {
        QString seen;
        for (const FactView *view : m_account.page().details().servers().findChildren<FactView *>()) {
            if (!view->isVisible())
                continue;
            for (const Fact &fact : view->facts())
                seen += fact.label + u' ' + fact.value + u'\n';
        }
        return seen;
    }
    void pressesReturn(QWidget &dialog)
    {
        ++m_actions;
        QTest::keyClick(&dialog, Qt::Key_Return);
    }
    /// In the menu of that cell, of the table that is seen; nothing if it does not offer to.
    void copiesAsOneLine(const QModelIndex &cell)
    {
        ++m_actions;
        RowsView &view = *m_account.page().currentPage().view();
        view.scrollTo(cell);
        const QPoint place = view.visualRect(cell).center();
        QTest::mouseClick(view.viewport(), Qt::RightButton, {}, place);
        const auto isTold = [&view] { return view.copyAsOneLineAction()->isEnabled(); };
        if (!QTest::qWaitFor(isTold)) // of what is selected
            return;
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, view.viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(view.viewport(), &event);
        auto *menu = view.findChild<QMenu *>();
        if (menu == nullptr || !menu->actions().contains(view.copyAsOneLineAction()))
            return;
        m_copied = view.copyAsOneLineAction()->text();
        view.copyAsOneLineAction()->trigger();
        menu->close();
    }
    /// What the menu called it.
    [[nodiscard]] QString copied() const { return m_copied; }

private:
    LoadedAccount m_account;
    int m_actions = 0;
    QString m_copied;
};

/// Of the account, as a set.
QSet<RowKey> serversFor(const LoadedAccount &account,
                        const std::function<bool(const InventoryTable &, int)> &isMeant)
{
    const InventoryTable truth = truthOf(account.server->account());
    QSet<RowKey> keys;
    for (int row = 0; row < truth.rowCount(); ++row) {
        if (isMeant(truth, row))
            keys.insert(truth.key(row));
    }
    return keys;
}

QSet<RowKey> serversOnScreen(const LoadedAccount &account)
{
    QSet<RowKey> keys;
    for (const int row : account.rowsModel().arrangement()->rowsInOrder())
        keys.insert(account.rowsModel().table().key(row));
    return keys;
}

} // namespace

/// What people come for takes at most three actions from a loaded window. The tenth, that the next day all is
/// as it was left, takes none and is a test of the whole window (tst_mainwindow).
class TestTenTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHostByItsAddress();
    void someServersExported();
    void theAddressesOfAPoolAsOneLine();
    void theAddressesOfAPoolFromItsRow();
    void poolsThatGoOver();
    void partsOfAServer();
    void theFeeOfADatacenter();
    void serversWithoutOwnerOrTag_data();
    void serversWithoutOwnerOrTag();
    void threeServersCompared();
    void theWholeAccountInAFolder();
};

void TestTenTasks::aHostByItsAddress()
{
    Person person;
    QVERIFY(person.isReady());
    const LoadedAccount &account = person.account();
    const QModelIndex server = account.rowsModel().index(5, ServerColumn::PrivateIp);
    const QString address = server.data(RawTextRole).toString();
    const auto key = server.data(KeyRole).value<RowKey>();
    QVERIFY(!address.isEmpty());
    person.filtersBy(u"ip:"_s + address);
    QTRY_COMPARE_WITH_TIMEOUT(serversOnScreen(account), QSet<RowKey>{key}, LoadedAccount::patience);
    QVERIFY(person.actions() <= mostActions);
}

/// Windows in two datacenters, with more memory than that.
void TestTenTasks::someServersExported()
{
    Person person;
    QVERIFY(person.isReady());
    const LoadedAccount &account = person.account();
    const auto isWindows = [](const InventoryTable &table, int row) {
        return table.text(row, ServerColumn::Os).contains(u"Windows"_s);
    };
    const InventoryTable truth = truthOf(account.server->account());
    QStringList places;
    for (int row = 0; row < truth.rowCount() && places.size() < 2; ++row) {
        const QString &place = truth.text(row, ServerColumn::Datacenter);
        if (isWindows(truth, row) && !place.isEmpty() && !places.contains(place))
            places.append(place);
    }
    QCOMPARE(places.size(), 2);
    const QSet<RowKey> expected = serversFor(account, [&](const InventoryTable &table, int row) {
        return isWindows(table, row) && places.contains(table.text(row, ServerColumn::Datacenter)) &&
               table.hasValue(row, ServerColumn::MemoryGb) &&
               table.decimal(row, ServerColumn::MemoryGb).toDouble() > 4;
    });
    QVERIFY(!expected.isEmpty());
    person.filtersBy(u"os:windows dc=%1 ram>4gb"_s.arg(places.join(u',')));
    QTRY_COMPARE_WITH_TIMEOUT(serversOnScreen(account), expected, LoadedAccount::patience);

    QSignalSpy written(account.window->findChild<ExportFlow *>(), &ExportFlow::written);
    person.triggers(u"exportFiltered"_s);
    QVERIFY(exportDialog(account) != nullptr);
    person.pressesReturn(*exportDialog(account));
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, LoadedAccount::patience);
    QFile file(written.constFirst().constFirst().toString());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\r\n"), expected.size() + 1);
    QVERIFY(person.actions() <= mostActions);
}

void TestTenTasks::theAddressesOfAPoolAsOneLine()
{
    Person person;
    QVERIFY(person.isReady());
    const LoadedAccount &account = person.account();
    const InventoryTable truth = truthOf(account.server->account());
    // One that can be typed on any keyboard.
    const auto isTyped = [](const QString &name) {
        return std::all_of(name.cbegin(), name.cend(),
                           [](QChar c) { return c.unicode() < 0x80 && c != u'"'; });
    };
    QString pool;
    for (int row = 0; row < truth.rowCount() && pool.isEmpty(); ++row) {
        if (isTyped(truth.text(row, ServerColumn::Pool)))
            pool = truth.text(row, ServerColumn::Pool);
    }
    QVERIFY(!pool.isEmpty());
    const auto isInPool = [&pool](const InventoryTable &table, int row) {
        return table.text(row, ServerColumn::Pool) == pool;
    };
    QStringList expected;
    for (int row = 0; row < truth.rowCount(); ++row) {
        if (isInPool(truth, row) && truth.hasValue(row, ServerColumn::PublicIp))
            expected.append(truth.text(row, ServerColumn::PublicIp));
    }
    QVERIFY(!expected.isEmpty());

    person.filtersBy(u"pool=\"%1\""_s.arg(pool));
    QTRY_COMPARE_WITH_TIMEOUT(serversOnScreen(account), serversFor(account, isInPool),
                              LoadedAccount::patience);
    person.triggers(u"selectAll"_s);
    QTRY_VERIFY(account.serversView().copyAsOneLineAction()->isEnabled());
    QGuiApplication::clipboard()->clear();
    person.copiesAsOneLine(account.rowsModel().index(0, ServerColumn::PublicIp));
    QVERIFY2(person.copied().contains(u"Public IP"_s), qPrintable(person.copied()));
    QStringList copied = QGuiApplication::clipboard()->text().split(u' ');
    copied.sort();
    expected.sort();
    QCOMPARE(copied, expected);
    QVERIFY(person.actions() <= mostActions);
}

/// In two actions, and without knowing any word.
void TestTenTasks::theAddressesOfAPoolFromItsRow()
{
    Person person;
    QVERIFY(person.isReady());
    const LoadedAccount &account = person.account();
    const InventoryTable truth = truthOf(account.server->account());
    QHash<qint64, QStringList> expected; // by pool
    for (int row = 0; row < truth.rowCount(); ++row) {
        if (truth.hasValue(row, ServerColumn::PoolId) && truth.hasValue(row, ServerColumn::PublicIp))
            expected[truth.bits(row, ServerColumn::PoolId)].append(truth.text(row, ServerColumn::PublicIp));
    }
    person.triggers(u"showPools"_s);
    const RowsModel &pools = account.poolsModel();
    QTRY_VERIFY(pools.rowCount() > 0 && !pools.isArranging());
    const auto addressesBelow = [&pools](const QModelIndex &pool) {
        qsizetype count = 0;
        for (int row = 0; row < pools.rowCount(pool.siblingAtColumn(0)); ++row) {
            const QModelIndex address = pools.index(row, PoolColumn::PublicIp, pool.siblingAtColumn(0));
            count += address.data(RawTextRole).toString().isEmpty() ? 0 : 1;
        }
        return count;
    };
    QModelIndex pool; // the first one that has some, of which the key may see all
    for (int row = 0; row < pools.rowCount() && !pool.isValid(); ++row) {
        const QModelIndex index = pools.index(row, PoolColumn::PublicIp);
        const QStringList its = expected.value(index.data(KeyRole).value<RowKey>().id);
        if (!its.isEmpty() && addressesBelow(index) == its.size())
            pool = index;
    }
    QVERIFY(pool.isValid());
    QStringList addresses = expected.value(pool.data(KeyRole).value<RowKey>().id);
    QGuiApplication::clipboard()->clear();
    person.copiesAsOneLine(pool);
    QVERIFY2(person.copied().contains(u"Public IP"_s), qPrintable(person.copied()));
    QStringList copied = QGuiApplication::clipboard()->text().split(u' ');
    copied.sort();
    addresses.sort();
    QCOMPARE(copied, addresses);
    QCOMPARE(person.actions(), 2);
}

/// By how much, and the members, of which the largest has the longest bar.
void TestTenTasks::poolsThatGoOver()
{
    Person person;
    QVERIFY(person.isReady());
    const LoadedAccount &account = person.account();
    person.triggers(u"showPools"_s);
    person.filtersBy(u"over:now,projected"_s);
    const RowsModel &pools = account.poolsModel();
    const auto overBy = [&pools](int row) {
        return pools.index(row, PoolColumn::OverByGb).data().toString();
    };
    // All of what is on screen is about those.
    QTRY_VERIFY_WITH_TIMEOUT(pools.rowCount() > 0 && pools.rowCount() < LoadedAccount::pools,
                             LoadedAccount::patience);
    for (int row = 0; row < pools.rowCount(); ++row)
        QVERIFY(!overBy(row).isEmpty());
    QVERIFY(account.poolsView().shownColumns().contains(PoolColumn::OverByGb));
    person.triggers(u"expandGroups"_s);
    bool isAnyLargest = false;
    for (int row = 0; row < pools.rowCount(); ++row) {
        const QModelIndex pool = pools.index(row, 0);
        QVERIFY(account.poolsView().isExpanded(pool));
        for (int member = 0; member < pools.rowCount(pool); ++member) {
            const QVariant usage = pools.index(member, PoolColumn::UsedPercent, pool).data(UsageRole);
            isAnyLargest = isAnyLargest || (usage.isValid() && usage.value<Usage>().used == 1.0);
        }
    }
    QVERIFY(isAnyLargest);
    QVERIFY(person.actions() <= mostActions);
}

/// VLANs, disks, operating system: two tabs of the details, which open by themselves.
void TestTenTasks::partsOfAServer()
{
    Person person;
    QVERIFY(person.isReady());
    const LoadedAccount &account = person.account();
    const auto systemOf = [&account](int row) {
        return account.rowsModel().index(row, ServerColumn::Os).data(RawTextRole).toString();
    };
    int row = 0;
    while (row < account.rowsModel().rowCount() && systemOf(row).isEmpty())
        ++row; // one that is being set up has none
    person.clicks(account.rowsModel().index(row, ServerColumn::Fqdn));
    DetailsPanel &details = account.page().details().servers();
    QTRY_VERIFY_WITH_TIMEOUT(details.isVisible() && details.server() == account.currentServer(),
                             LoadedAccount::patience);
    QTRY_VERIFY_WITH_TIMEOUT(!details.loader().isLoading(), LoadedAccount::patience);
    person.opensTab(DetailsTab::Network);
    QTRY_VERIFY2(person.factsOnScreen().contains(u"VLAN"_s), qPrintable(person.factsOnScreen()));
    person.opensTab(DetailsTab::Hardware);
    const QString system = systemOf(row).section(u' ', 0, 0);
    QVERIFY(!system.isEmpty());
    QTRY_VERIFY2(person.factsOnScreen().contains(system), qPrintable(person.factsOnScreen()));
    const QList<Fact> disks = factsOf(ServerSection::Disks, details.loader().values()).facts;
    QVERIFY(!disks.isEmpty());
    for (const Fact &disk : disks)
        QVERIFY2(person.factsOnScreen().contains(disk.label + u' ' + disk.value),
                 qPrintable(person.factsOnScreen()));
    QVERIFY(person.actions() <= mostActions);
}

void TestTenTasks::theFeeOfADatacenter()
{
    Person person;
    QVERIFY(person.isReady());
    const LoadedAccount &account = person.account();
    const InventoryTable truth = truthOf(account.server->account());
    const QString place = truth.text(0, ServerColumn::Datacenter);
    Decimal fees;
    for (int row = 0; row < truth.rowCount(); ++row) {
        if (truth.text(row, ServerColumn::Datacenter) == place &&
            truth.hasValue(row, ServerColumn::FeeMonthUsd))
            fees += truth.decimal(row, ServerColumn::FeeMonthUsd);
    }
    QVERIFY(fees.toDouble() > 0);
    const QString fee =
        account.rowsModel().format().sum({fees, 1, 1}, serverCatalogue().column(ServerColumn::FeeMonthUsd));
    person.chooses(u"datacenter:"_s + place);
    const QSet<RowKey> expected = serversFor(account, [&place](const InventoryTable &table, int row) {
        return table.text(row, ServerColumn::Datacenter) == place;
    });
    QTRY_COMPARE_WITH_TIMEOUT(serversOnScreen(account), expected, LoadedAccount::patience);
    person.triggers(u"selectAll"_s);
    const auto *status = account.window->findChild<SelectionStatus *>();
    QTRY_VERIFY2(status->text().startsWith(QString::number(expected.size()) + u" selected"_s) &&
                     status->text().contains(fee + u"/month"_s),
                 qPrintable(status->text() + u" / "_s + fee));
    QVERIFY(person.actions() <= mostActions);
}

void TestTenTasks::serversWithoutOwnerOrTag_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isEither");
    QTest::newRow("either") << u"owner:- or tag:-"_s << true;
    QTest::newRow("both") << u"owner:- tag:-"_s << false;
}

void TestTenTasks::serversWithoutOwnerOrTag()
{
    QFETCH(const QString, words);
    QFETCH(const bool, isEither);
    Person person;
    QVERIFY(person.isReady());
    const LoadedAccount &account = person.account();
    const QSet<RowKey> expected = serversFor(account, [isEither](const InventoryTable &table, int row) {
        const bool hasOwner = !table.text(row, ServerColumn::Owner).isEmpty();
        const bool hasTag = !table.text(row, ServerColumn::Tags).isEmpty();
        return isEither ? !hasOwner || !hasTag : !hasOwner && !hasTag;
    });
    QVERIFY(!isEither || !expected.isEmpty());
    QVERIFY(expected.size() < LoadedAccount::servers);
    person.filtersBy(words);
    QTRY_COMPARE_WITH_TIMEOUT(serversOnScreen(account), expected, LoadedAccount::patience);
    QVERIFY(person.actions() <= mostActions);
}

void TestTenTasks::threeServersCompared()
{
    Person person;
    QVERIFY(person.isReady());
    const LoadedAccount &account = person.account();
    person.clicks(account.rowsModel().index(0, ServerColumn::Fqdn));
    person.clicks(account.rowsModel().index(2, ServerColumn::Fqdn), Qt::ControlModifier);
    person.clicks(account.rowsModel().index(3, ServerColumn::Fqdn), Qt::ControlModifier);
    QTRY_COMPARE(account.page().currentPage().selectedRows(), 3);
    const auto *comparison = account.page().details().findChild<ComparisonView *>();
    QTRY_VERIFY_WITH_TIMEOUT(comparison->isVisible() && comparison->model() != nullptr,
                             LoadedAccount::patience);
    QCOMPARE(comparison->model()->columnCount(), 3);
    QVERIFY(person.actions() <= mostActions);
}

void TestTenTasks::theWholeAccountInAFolder()
{
    Person person;
    QVERIFY(person.isReady());
    const LoadedAccount &account = person.account();
    AccountExport &flow = account.window->accounts().shown()->accountExport();
    QSignalSpy written(&flow, &AccountExport::written);
    person.triggers(u"exportAccount"_s);
    auto *dialog = account.window->findChild<AccountExportDialog *>();
    QVERIFY(dialog != nullptr);
    person.pressesReturn(*dialog);
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, LoadedAccount::patience);
    const auto folder = written.constFirst().constFirst().value<WrittenAccount>().folder;
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), qsizetype(ExportKind::wholeAccount().size()));
    QVERIFY(person.actions() <= mostActions);
}

LAYERSCOPE_TEST(QTEST_MAIN, TestTenTasks)
#include "tst_tentasks.moc"
