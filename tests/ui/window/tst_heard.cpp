// SPDX-License-Identifier: GPL-3.0-or-later
// What those hear who do not see the window.
#include "ui/window/windowparts.h"

#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "dialogs/accountexportdialog.h"
#include "dialogs/accountsdialog.h"
#include "dialogs/connectdialog.h"
#include "dialogs/helpsheet.h"
#include "models/navigatormodel.h"
#include "pages/selectionstatus.h"
#include "support/testmain.h"
#include "views/columnchooser.h"
#include "views/navigatorview.h"
#include "widgets/announcer.h"
#include "widgets/filteredit.h"
#include "widgets/mutedlabel.h"
#include "window/exportstatus.h"
#include "window/loadstatus.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

QString heardOf(QObject *object)
{
    QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(object);
    return heard != nullptr ? heard->text(QAccessible::Name).trimmed() : QString();
}

QString saidBy(const WindowFixture &fixture)
{
    return fixture.window->findChild<Announcer *>()->said();
}

/// Each name in a tree or table as it is heard, titles among them.
QStringList namesWithin(QObject *view)
{
    QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(view);
    QStringList names;
    for (int child = 0; child < heard->childCount(); ++child)
        names.append(heard->child(child)->text(QAccessible::Name));
    return names;
}

/// Of which one can be pressed or filled in, and nobody hears what they are.
QStringList namelessIn(QWidget &window)
{
    QStringList nameless;
    const auto look = [&nameless, &window](QWidget *widget) {
        // A table's corner cannot be pressed; what is hidden will have its text when there is one.
        if (!widget->isEnabled() || !widget->isVisibleTo(&window) || !heardOf(widget).isEmpty())
            return;
        nameless.append(u"%1 “%2” in “%3”"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                                 widget->objectName(), widget->parentWidget()->objectName()));
    };
    for (QLineEdit *field : window.findChildren<QLineEdit *>()) {
        if (field->text().isEmpty() && !field->isReadOnly())
            field->setText(u"x"_s); // else there is nothing to clear
        look(field);
    }
    for (QAbstractButton *button : window.findChildren<QAbstractButton *>())
        look(button);
    for (QComboBox *choice : window.findChildren<QComboBox *>())
        look(choice);
    return nameless;
}

} // namespace

class TestHeard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNavigatorSaysHowManyThereAre();
    void theSelectionSaysItsSums();
    void tablesAreNamed();
    void eachButtonOfTheWindowHasAName();
    void eachButtonOfADialogHasAName();
    void eachButtonCanBePressed();
    void aLoadThatEnded();
    void howManyRowsAFilterLeaves();
    void aRowThatIsOpenedOrClosed();
    void anExportThatEnded();
    void aBannerThatAppears();

private:
    static void load(WindowFixture &fixture)
    {
        fixture.liftLimits();
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
        QTRY_VERIFY(!serversModel(fixture).isArranging());
    }
};

void TestHeard::theNavigatorSaysHowManyThereAre()
{
    WindowFixture fixture(60, std::chrono::milliseconds(0), {}, 5);
    load(fixture);
    NavigatorView &navigator = fixture.window->page()->navigator();
    QVERIFY(!heardOf(&navigator).isEmpty());
    const NavigatorModel &nodes = *navigator.navigatorModel();
    const QModelIndex all = nodes.indexOfNode(u"servers"_s);
    QTRY_VERIFY(all.data(Qt::AccessibleTextRole).toString().endsWith(u", 60 servers"_s));
    int leaves = 0;
    for (int section = 0; section < nodes.rowCount(); ++section) {
        const QModelIndex top = nodes.index(section, 0);
        QTRY_VERIFY2(namesWithin(&navigator).contains(top.data().toString()),
                     qPrintable(top.data().toString()));
        for (int row = 0; navigator.isExpanded(top) && row < nodes.rowCount(top); ++row, ++leaves) {
            const QString spoken = nodes.index(row, 0, top).data(Qt::AccessibleTextRole).toString();
            QVERIFY(!spoken.isEmpty());
            QTRY_VERIFY2(namesWithin(&navigator).contains(spoken), qPrintable(spoken));
        }
    }
    QVERIFY(leaves > 5);
}

void TestHeard::theSelectionSaysItsSums()
{
    WindowFixture fixture(60);
    load(fixture);
    fixture.trigger(u"selectAll"_s);
    auto *status = fixture.window->findChild<SelectionStatus *>();
    QTRY_VERIFY2(status->text().startsWith(u"60 selected · "_s), qPrintable(status->text()));
    QCOMPARE(heardOf(status->findChild<MutedLabel *>()), status->text());
}

void TestHeard::tablesAreNamed()
{
    WindowFixture fixture(20, std::chrono::milliseconds(0), {}, 2);
    load(fixture);
    QCOMPARE(heardOf(&serversView(fixture)), serversTable.translatedTitle());
    QCOMPARE(heardOf(&poolsView(fixture)), poolsTable.translatedTitle());
    QAccessibleInterface *servers = QAccessible::queryAccessibleInterface(&serversView(fixture));
    QCOMPARE(servers->childCount(), 21 * int(serversView(fixture).shownColumns().size()));
}

void TestHeard::eachButtonOfTheWindowHasAName()
{
    WindowFixture fixture(20, std::chrono::milliseconds(0), {}, 2);
    fixture.window->show();
    QCOMPARE(namelessIn(*fixture.window), QStringList()); // the start page
    load(fixture);
    fixture.window->resize(1600, 900);
    serversView(fixture).setCurrentIndex(serversModel(fixture).index(0, 0)); // its details
    QCOMPARE(namelessIn(*fixture.window), QStringList());
    fixture.window->findChild<FilterEdit *>()->clearFilter();
    fixture.window->resize(500, 400); // not all buttons have room
    QCOMPARE(namelessIn(*fixture.window), QStringList());
    serversView(fixture).selectAll(); // a comparison
    fixture.trigger(u"showPools"_s);
    QCOMPARE(namelessIn(*fixture.window), QStringList());
}

void TestHeard::eachButtonOfADialogHasAName()
{
    WindowFixture fixture(20, std::chrono::milliseconds(0), {}, 2);
    AccountStore store(fixture.folder.filePath(u"accounts.ini"_s));
    MemoryCredentialStore keychain;
    AccountBook book(store, keychain);
    ConnectDialog connecting(book, fixture.files, ApiClient::Options());
    if (auto *more = connecting.findChild<QAbstractButton *>(u"connectOptions"_s))
        more->click();
    QCOMPARE(namelessIn(connecting), QStringList());
    AccountsDialog accounts(book, fixture.questions, ApiClient::Options());
    QCOMPARE(namelessIn(accounts), QStringList());

    load(fixture);
    fixture.trigger(u"help"_s);
    auto *help = fixture.window->findChild<HelpSheet *>();
    QVERIFY(help != nullptr);
    QCOMPARE(namelessIn(*help), QStringList());
    help->close();
    fixture.trigger(u"chooseColumns"_s);
    auto *columns = fixture.window->findChild<ColumnChooser *>();
    QVERIFY(columns != nullptr);
    QCOMPARE(namelessIn(*columns), QStringList());
    columns->close();
    fixture.trigger(u"exportAll"_s);
    QTRY_VERIFY(exportDialog(fixture) != nullptr);
    QCOMPARE(namelessIn(*exportDialog(fixture)), QStringList());
    exportDialog(fixture)->reject();
    QTRY_VERIFY(fixture.window->findChild<QAction *>(u"exportAccount"_s)->isEnabled());
    fixture.trigger(u"exportAccount"_s);
    QTRY_VERIFY(fixture.window->findChild<AccountExportDialog *>() != nullptr);
    QCOMPARE(namelessIn(*fixture.window->findChild<AccountExportDialog *>()), QStringList());
}

/// Or opens its menu, without a mouse.
void TestHeard::eachButtonCanBePressed()
{
    WindowFixture fixture(20);
    load(fixture);
    const QStringList ways{QAccessibleActionInterface::pressAction(),
                           QAccessibleActionInterface::toggleAction(),
                           QAccessibleActionInterface::showMenuAction()};
    int asked = 0;
    for (QAbstractButton *button : fixture.window->findChildren<QAbstractButton *>()) {
        if (!button->isEnabled() || !button->isVisible())
            continue;
        ++asked;
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(button);
        const QStringList actions = heard->actionInterface()->actionNames();
        QVERIFY2(std::any_of(ways.cbegin(), ways.cend(),
                             [&actions](const QString &way) { return actions.contains(way); }),
                 qPrintable(heardOf(button)));
    }
    QVERIFY(asked > 3); // else none was to be seen
}

void TestHeard::aLoadThatEnded()
{
    WindowFixture fixture(60);
    load(fixture);
    const QString summary = fixture.window->findChild<LoadStatus *>()->summary();
    QVERIFY2(summary.startsWith(u"Loaded in"_s), qPrintable(summary));
    QTRY_VERIFY2(saidBy(fixture).contains(summary), qPrintable(saidBy(fixture)));
    QCOMPARE(heardOf(fixture.window->findChild<Announcer *>()), saidBy(fixture));
}

void TestHeard::howManyRowsAFilterLeaves()
{
    WindowFixture fixture(60);
    load(fixture);
    fixture.window->findChild<FilterEdit *>()->setText(u"kind:virtual"_s);
    const int guests = fixture.server->account().guestCount();
    QTRY_COMPARE(serversModel(fixture).rowCount(), guests);
    QTRY_COMPARE(saidBy(fixture).section(u'\n', -1), u"%1 of 60"_s.arg(guests));
    fixture.window->findChild<FilterEdit *>()->setText(u"nobody-is-called-so"_s);
    QTRY_VERIFY2(saidBy(fixture).contains(u"nobody-is-called-so"_s), qPrintable(saidBy(fixture)));
    fixture.window->findChild<FilterEdit *>()->clearFilter();
    QTRY_COMPARE(saidBy(fixture).section(u'\n', -1), u"60 server(s)"_s); // in no language
}

/// By who is in it.
void TestHeard::aRowThatIsOpenedOrClosed()
{
    WindowFixture fixture(60, std::chrono::milliseconds(0), {}, 3);
    load(fixture);
    fixture.trigger(u"showPools"_s);
    RowsView &pools = poolsView(fixture);
    QTRY_VERIFY(poolsModel(fixture).rowCount() > 1 && !poolsModel(fixture).isArranging());
    fixture.window->activateWindow();
    pools.setFocus();
    QTRY_VERIFY(pools.hasFocus());
    pools.setCurrentIndex(poolsModel(fixture).index(0, 0));
    pools.expand(pools.currentIndex());
    QTRY_COMPARE(saidBy(fixture).section(u'\n', -1), u"Open"_s);
    pools.collapse(pools.currentIndex());
    QTRY_COMPARE(saidBy(fixture).section(u'\n', -1), u"Closed"_s);
    pools.expand(poolsModel(fixture).index(1, 0)); // another one
    fixture.window->say(u"Something else."_s);
    QTRY_COMPARE(saidBy(fixture), u"Something else."_s);
}

void TestHeard::anExportThatEnded()
{
    WindowFixture fixture(7);
    load(fixture);
    QTRY_VERIFY(fixture.window->findChild<QAction *>(u"exportAll"_s)->isEnabled());
    fixture.trigger(u"exportAll"_s);
    QTRY_VERIFY(exportDialog(fixture) != nullptr);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(fixture.folder.filePath(u"seven.csv"_s));
    exportPart<QPushButton>(fixture, u"exportWrite"_s)->click();
    const auto *status = fixture.window->findChild<ExportStatus *>();
    QTRY_VERIFY_WITH_TIMEOUT(status->text().contains(u"seven.csv"_s), loadTimeout);
    QTRY_VERIFY2(saidBy(fixture).contains(status->text()), qPrintable(saidBy(fixture)));
}

void TestHeard::aBannerThatAppears()
{
    WindowFixture fixture(7);
    load(fixture);
    fixture.window->say(u"The key of Acme was kept."_s);
    QTRY_VERIFY2(saidBy(fixture).contains(u"The key of Acme was kept."_s), qPrintable(saidBy(fixture)));
}

LAYERSCOPE_TEST(QTEST_MAIN, TestHeard)
#include "tst_heard.moc"
