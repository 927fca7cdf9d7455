// SPDX-License-Identifier: GPL-3.0-or-later
// The panels around the tables, in the whole window.
#include "delegates/celldelegate.h"
#include "docks/paneldocks.h"
#include "docks/panelspec.h"
#include "docks/selectiondetails.h"
#include "inventory/kinds.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "panels/detailspanel.h"
#include "support/testmain.h"
#include "ui/window/windowfixture.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"
#include "widgets/flattabbar.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize roomForDetails(1500, 700); // beside navigator and table, whatever font there is

PanelDocks &docksOf(const WindowFixture &fixture)
{
    return fixture.window->page()->panels();
}

QAction *actionOf(const WindowFixture &fixture, const PanelSpec &panel)
{
    QString name = panel.key();
    name[0] = name[0].toUpper();
    return fixture.window->findChild<QAction *>(u"show"_s + name);
}

/// In the menu bar, whatever language it is in.
bool isInAMenu(const WindowFixture &fixture, QAction *action)
{
    for (const QAction *entry : fixture.window->menuBar()->actions()) {
        if (entry->menu() != nullptr && entry->menu()->actions().contains(action))
            return true;
    }
    return false;
}

} // namespace

class TestPanels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(4);
        m_fixture->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_fixture->window.get()));
    }
    void cleanup() { m_fixture.reset(); }

    void menuAndKeysFollowFromTheList()
    {
        for (const PanelSpec *panel : allPanels()) {
            QAction *action = actionOf(*m_fixture, *panel);
            QVERIFY2(action != nullptr && isInAMenu(*m_fixture, action), panel->id);
            QCOMPARE(action->shortcut().isEmpty(), panel->shortcut.key() == Qt::Key_unknown);
            QCOMPARE(action->isChecked(), panel->isOpenAtFirst);
            PanelDock *dock = docksOf(*m_fixture).dock(panel->key());
            QVERIFY2(dock != nullptr, panel->id);
            QCOMPARE(dock->isVisible(), panel->isOpenAtFirst);
            QVERIFY(!dock->widget()->accessibleName().isEmpty());

            if (!panel->isOpenAtFirst)
                action->trigger();
            QVERIFY(dock->isVisible());
            action->trigger();
            QVERIFY(!dock->isVisible());
            action->trigger();
            QVERIFY(dock->isVisible());
            // Closed by its own button the menu says so.
            QTest::mouseClick(dock->findChild<QAbstractButton *>(u"closeDock"_s), Qt::LeftButton);
            QVERIFY(!dock->isVisible());
            QVERIFY(!action->isChecked());
        }
        m_fixture->trigger(u"resetPanels"_s);
        for (const PanelSpec *panel : allPanels()) {
            QCOMPARE(docksOf(*m_fixture).dock(panel->key())->isVisible(), panel->isOpenAtFirst);
            QCOMPARE(actionOf(*m_fixture, *panel)->isChecked(), panel->isOpenAtFirst);
        }
    }

    /// Nothing is said about nothing.
    void detailsOpenWithASelection()
    {
        m_fixture->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
        m_fixture->window->resize(roomForDetails);
        const PanelDock *details = docksOf(*m_fixture).dock(u"details"_s);
        RowsPage &servers = m_fixture->window->page()->rows(serversTable);
        servers.view()->setFocus();
        QTRY_VERIFY(servers.filteredRows() > 0);
        QVERIFY(!details->isVisible());
        servers.view()->setCurrentIndex(servers.view()->rowsModel()->index(0, 0));
        QTRY_VERIFY(details->isVisible());
        QVERIFY(servers.view()->hasFocus());
        QVERIFY(actionOf(*m_fixture, details->spec())->isChecked());
        const SelectionDetails &shown = m_fixture->window->page()->details();
        QTRY_COMPARE(shown.servers().server(), std::optional(servers.selectedKeys().constFirst()));

        // Once the person has closed them they stay so.
        m_fixture->trigger(u"showDetails"_s);
        QVERIFY(!details->isVisible());
        servers.view()->setCurrentIndex(servers.view()->rowsModel()->index(1, 0));
        QTRY_COMPARE(servers.selectedKeys().size(), 1);
        QCoreApplication::sendPostedEvents();
        QVERIFY(!details->isVisible());
    }

    /// The menu's entry, which is the same action, only opens and closes.
    void keyLeadsIntoDetailsAndOut()
    {
        MainWindow &window = *m_fixture->window;
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.resize(roomForDetails);
        PanelDock *details = docksOf(*m_fixture).dock(u"details"_s);
        RowsPage &servers = window.page()->rows(serversTable);
        QTRY_VERIFY(servers.filteredRows() > 0);
        servers.view()->setFocus();
        servers.view()->setCurrentIndex(servers.view()->rowsModel()->index(0, 0));
        QTRY_VERIFY(details->isVisible());
        QTRY_COMPARE(window.page()->details().servers().server(),
                     std::optional(servers.selectedKeys().constFirst()));
        QVERIFY(servers.view()->hasFocus());
        QTest::keyClick(&window, Qt::Key_F4);
        QVERIFY(details->isVisible() && details->hasFocusWithin());
        QTest::keyClick(&window, Qt::Key_F4);
        QVERIFY(!details->isVisible());
        QVERIFY(servers.view()->hasFocus());
        QVERIFY(!actionOf(*m_fixture, details->spec())->isChecked());
        QTest::keyClick(&window, Qt::Key_F4);
        QVERIFY(details->isVisible() && details->hasFocusWithin());
        QTest::keyClick(&window, Qt::Key_F9);
        QVERIFY(window.page()->navigator().hasFocus());
        m_fixture->trigger(u"showDetails"_s); // the menu
        QVERIFY(!details->isVisible());
        QTest::keyClick(&window, Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(servers.view()->hasFocus());
        QTest::keyClick(&window, Qt::Key_F6);
        QVERIFY(window.page()->navigator().hasFocus());
    }

    void titlesStandAboveTheText()
    {
        m_fixture->trigger(u"showDetails"_s);
        AccountPage &page = *m_fixture->window->page();
        const auto titleOf = [this](const char *id) {
            const PanelDock *dock = docksOf(*m_fixture).dock(QString::fromLatin1(id));
            return dock->findChild<QLabel *>(u"dockName"_s)->mapTo(dock, QPoint()).x();
        };
        RowsPage &servers = page.rows(serversTable);
        QTRY_VERIFY(servers.filteredRows() > 0);
        servers.view()->setCurrentIndex(servers.view()->rowsModel()->index(0, 0));
        const PanelDock *details = docksOf(*m_fixture).dock(u"details"_s);
        // Each sort of details has its heading; one is seen.
        const auto nameOnScreen = [details]() -> const QLabel * {
            for (const QLabel *name : details->findChildren<QLabel *>(u"detailsName"_s)) {
                if (name->isVisible() && name->width() > 0)
                    return name;
            }
            return nullptr;
        };
        QTRY_VERIFY(nameOnScreen() != nullptr);
        QTRY_COMPARE(titleOf("details"), nameOnScreen()->mapTo(details, QPoint()).x());
        QCOMPARE(titleOf("navigator"), CellDelegate::padding(page.navigator().fontMetrics()));
    }

    void detailsAreMovedAndComeBackThere()
    {
        m_fixture->trigger(u"showDetails"_s);
        PanelDock *details = docksOf(*m_fixture).dock(u"details"_s);
        docksOf(*m_fixture).addDockWidget(Qt::BottomDockWidgetArea, details);
        docksOf(*m_fixture).dock(u"navigator"_s)->setFloating(true);
        m_fixture->makeWindow();
        m_fixture->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_fixture->window.get()));
        details = docksOf(*m_fixture).dock(u"details"_s);
        QCOMPARE(docksOf(*m_fixture).dockWidgetArea(details), Qt::BottomDockWidgetArea);
        QVERIFY(details->isVisible());
        QVERIFY(docksOf(*m_fixture).dock(u"navigator"_s)->isFloating());
        QVERIFY(docksOf(*m_fixture).dock(u"navigator"_s)->isVisible());
        // The keys of the window work there, too.
        QCOMPARE(docksOf(*m_fixture).dock(u"navigator"_s)->windowType(), Qt::Tool);
    }

    void floatingPanelGoesWithTheWindow()
    {
        PanelDock *navigator = docksOf(*m_fixture).dock(u"navigator"_s);
        navigator->setFloating(true);
        QVERIFY(navigator->isVisible());
        m_fixture->window->hide();
        QVERIFY(!navigator->isVisible());
        m_fixture->window->show();
        QVERIFY(navigator->isVisible());
        m_fixture->window->closeShownAccount();
        QCOMPARE(m_fixture->window->page(), nullptr);
        m_fixture->openAs(m_fixture->connection());
        QVERIFY(docksOf(*m_fixture).dock(u"navigator"_s)->isFloating());
    }

    void tableKeepsItsRoomInANarrowWindow()
    {
        m_fixture->trigger(u"showDetails"_s);
        const int wanted = m_fixture->window->fontMetrics().averageCharWidth() * 40;
        for (const QSize size : {QSize(1024, 700), QSize(1, 1)}) {
            m_fixture->window->resize(size);
            QCoreApplication::sendPostedEvents();
            const RowsView &table = *m_fixture->window->page()->rows(serversTable).view();
            QVERIFY2(table.width() >= wanted, qPrintable(QString::number(table.width())));
            for (const PanelDock *dock : docksOf(*m_fixture).docks()) {
                QVERIFY(dock->geometry().left() >= 0);
                QVERIFY(dock->geometry().right() < m_fixture->window->width());
            }
        }
        QVERIFY2(m_fixture->window->width() <= 1000, qPrintable(QString::number(m_fixture->window->width())));
    }

    /// In a small window the table keeps what it needs, and the panels come back with the room for them.
    void detailsOpenByThemselvesOnlyBesideTheTable()
    {
        MainWindow &window = *m_fixture->window;
        window.resize(roomForDetails);
        RowsPage &servers = window.page()->rows(serversTable);
        QTRY_VERIFY(servers.filteredRows() > 0);
        servers.view()->setCurrentIndex(servers.view()->rowsModel()->index(0, 0));
        const PanelDock *details = docksOf(*m_fixture).dock(u"details"_s);
        QTRY_VERIFY(details->isVisible());
        const int wish = window.fontMetrics().averageCharWidth() * 72;
        const int sides =
            window.page()->navigator().sizeHint().width() + details->widget()->sizeHint().width();
        const int edges = 2 * window.fontMetrics().height();
        window.resize(wish + sides * 4 / 5 + edges, 700);
        QTRY_VERIFY2(servers.view()->width() >= wish, qPrintable(QString::number(servers.view()->width())));
        QVERIFY(details->isVisible());
        window.resize(window.fontMetrics().averageCharWidth() * 90, 700);
        QTRY_VERIFY(!details->isVisible());
        window.resize(roomForDetails);
        QTRY_VERIFY(details->isVisible());
    }

    /// The tabs beside it have shorter texts for that.
    void countIsWholeInANarrowWindow()
    {
        AccountPage &page = *m_fixture->window->page();
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->isFinished(), loadTimeout);
        m_fixture->trigger(u"showDetails"_s);
        m_fixture->window->resize(1024, 700);
        const auto *tabs = page.findChild<FlatTabBar *>(u"tableTabs"_s);
        for (const QString &node : {u"servers"_s, u"bare_metal"_s, u"projected_over"_s, u"vlans"_s}) {
            page.navigator().setCurrentNode(node);
            if (node == "bare_metal"_L1)
                page.currentPage().setFilter(u"os:debian"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!page.currentPage().countText().isEmpty(), loadTimeout);
            const auto *count = page.currentPage().heading()->findChild<QLabel *>(u"rowCount"_s);
            const auto *title = page.currentPage().heading()->findChild<QLabel *>(u"scopeTitle"_s);
            QTRY_VERIFY2(count->isVisible() && count->width() >= count->sizeHint().width(), qPrintable(node));
            QVERIFY2(!title->isVisible() || title->width() >= title->sizeHint().width(), qPrintable(node));
            const QRect inPage(count->mapTo(&page, QPoint()), count->size());
            QVERIFY2(page.rect().contains(inPage), qPrintable(node));
            QVERIFY2(tabs->width() <= tabs->sizeHint().width(), qPrintable(node));
            for (const RowsPage *other : page.pages())
                QCOMPARE(other->heading()->isVisible(), other == &page.currentPage());
        }
    }

    void keysGoFromPaneToPane()
    {
        m_fixture->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
        const AccountPage &page = *m_fixture->window->page();
        page.currentPage().view()->setFocus();
        m_fixture->trigger(u"goToNextPane"_s);
        QVERIFY(page.navigator().hasFocus());
        for (int i = 0; i < 3 && !page.currentPage().view()->hasFocus(); ++i)
            m_fixture->trigger(u"goToNextPane"_s);
        QVERIFY(page.currentPage().view()->hasFocus());
        for (int i = 0; i < 3 && !page.navigator().hasFocus(); ++i)
            m_fixture->trigger(u"goToPreviousPane"_s);
        QVERIFY(page.navigator().hasFocus());
        // Whoever closes the panel they are in is at the table.
        m_fixture->trigger(u"showNavigator"_s);
        QVERIFY(page.currentPage().view()->hasFocus());
    }

private:
    std::unique_ptr<WindowFixture> m_fixture;
};

LAYERSCOPE_TEST(QTEST_MAIN, TestPanels)
#include "tst_panels.moc"
