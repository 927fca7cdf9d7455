// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/panelcontext.h"
#include "docks/paneldocks.h"
#include "docks/panelspec.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "widgets/docktabstyle.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QSet>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabBar>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// As wide and high as it says, with a state that can be kept.
class Panel final : public QLineEdit
{
    Q_OBJECT

public:
    [[nodiscard]] QSize sizeHint() const override { return {170, 130}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {40, 20}; }
};

QWidget *makePanel(PanelContext &context)
{
    Q_UNUSED(context)
    return new Panel;
}

QVariant stateOf(const QWidget &panel)
{
    return static_cast<const Panel &>(panel).text();
}

void restoreState(QWidget &panel, const QVariant &state)
{
    static_cast<Panel &>(panel).setText(state.toString());
}

PanelSpec panel(const char *id, Qt::DockWidgetArea area, bool isOpenAtFirst = true)
{
    PanelSpec spec{.id = id, .title = "&Some panel", .area = area, .isOpenAtFirst = isOpenAtFirst};
    spec.make = makePanel;
    spec.state = stateOf;
    spec.restoreState = restoreState;
    return spec;
}

const PanelSpec leftPanel = panel("left", Qt::LeftDockWidgetArea);
const PanelSpec rightPanel = panel("right", Qt::RightDockWidgetArea);
const PanelSpec lowPanel = panel("low", Qt::BottomDockWidgetArea, false);
const PanelSpec waitingPanel = [] {
    PanelSpec spec = panel("waiting", Qt::RightDockWidgetArea, false);
    spec.opensWithSelection = true;
    return spec;
}();
const QList<const PanelSpec *> threePanels{&leftPanel, &rightPanel, &lowPanel};
const QList<const PanelSpec *> twoPanels{&leftPanel, &rightPanel};
const QList<const PanelSpec *> oneThatWaits{&leftPanel, &waitingPanel};

constexpr int minCentre = 200;
constexpr RowKey someRow{RowKind::BareMetal, 1};
constexpr RowKey otherRow{RowKind::BareMetal, 2};

/// Docks as in a window with several accounts: one page of a stack.
struct Window
{
    explicit Window(const QList<const PanelSpec *> &panels = threePanels, const PanelsLayout &layout = {})
        : session({QUrl(u"http://127.0.0.1:9/rest/v3.1/"_s), {}, std::nullopt})
        , centre(new QLineEdit)
    {
        centre->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        centre->setMinimumWidth(minCentre);
        context = new PanelContext(session, [this] { return PanelSelection{&serversTable, selected}; });
        docks = new PanelDocks(panels, context, centre);
        docks->restoreLayout(layout);
        pages.addWidget(docks);
        pages.addWidget(new QWidget);
        pages.resize(900, 500);
    }

    [[nodiscard]] bool show()
    {
        pages.show();
        return QTest::qWaitForWindowExposed(&pages);
    }
    void select(const QList<RowKey> &rows)
    {
        selected = rows;
        Q_EMIT context->selectionChanged();
    }
    [[nodiscard]] PanelDock &dock(const PanelSpec &spec) const { return *docks->dock(spec.key()); }
    [[nodiscard]] Qt::DockWidgetArea areaOf(const PanelSpec &spec) const
    {
        return docks->dockWidgetArea(&dock(spec));
    }
    [[nodiscard]] bool isAsAtFirst() const
    {
        return areaOf(leftPanel) == Qt::LeftDockWidgetArea && areaOf(rightPanel) == Qt::RightDockWidgetArea &&
               !dock(leftPanel).isFloating() && !dock(rightPanel).isFloating() &&
               dock(leftPanel).width() == 170 && dock(rightPanel).width() == 170;
    }

    AccountSession session;
    QStackedWidget pages;
    QList<RowKey> selected;
    PanelContext *context;
    QLineEdit *centre;
    PanelDocks *docks;
};

} // namespace

class TestPanelDocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPanelIsWhole()
    {
        QSet<QString> ids;
        QSet<int> keys;
        for (const PanelSpec *spec : allPanels()) {
            QVERIFY(!spec->key().isEmpty());
            QVERIFY2(!ids.contains(spec->key()), spec->id);
            ids.insert(spec->key());
            QVERIFY2(!spec->translatedTitle().isEmpty() && !spec->translatedTitle().contains(u'&'), spec->id);
            QVERIFY2(spec->make != nullptr, spec->id);
            QCOMPARE(spec->state == nullptr, spec->restoreState == nullptr);
            QVERIFY2(!spec->opensWithSelection || !spec->isOpenAtFirst, spec->id);
            if (spec->shortcut.key() != Qt::Key_unknown) {
                QVERIFY2(!keys.contains(spec->shortcut.toCombined()), spec->id);
                keys.insert(spec->shortcut.toCombined());
            }
        }
        QVERIFY(ids.contains(u"navigator"_s)); // in the settings of people
        QVERIFY(ids.contains(u"details"_s));
    }

    void docksFollowFromTheList()
    {
        Window window;
        QVERIFY(window.show());
        QCOMPARE(window.docks->docks().size(), 3);
        QVERIFY(window.isAsAtFirst());
        QCOMPARE(window.areaOf(lowPanel), Qt::BottomDockWidgetArea);
        QVERIFY(window.docks->isOpen(u"left"_s));
        QVERIFY(window.dock(leftPanel).isVisible());
        QVERIFY(!window.docks->isOpen(u"low"_s));
        QVERIFY(!window.dock(lowPanel).isVisible());
        for (const PanelDock *dock : window.docks->docks()) {
            QCOMPARE(dock->windowTitle(), u"Some panel"_s);
            QCOMPARE(dock->widget()->accessibleName(), u"Some panel"_s);
            QCOMPARE(dock->features(), QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable |
                                           QDockWidget::DockWidgetFloatable);
        }
        // Below the table only, as it is about the table.
        window.docks->setOpen(u"low"_s, true);
        QTRY_COMPARE(window.dock(lowPanel).width(), window.centre->width());
        QCOMPARE(window.docks->find<QLineEdit>(), window.dock(leftPanel).widget());
        QCOMPARE(window.docks->find<QStackedWidget>(), nullptr);
    }

    void closesAndOpensAgain()
    {
        Window window;
        QVERIFY(window.show());
        window.docks->resizeDocks({&window.dock(rightPanel)}, {233}, Qt::Horizontal);
        QTRY_COMPARE(window.dock(rightPanel).width(), 233);
        QSignalSpy changed(window.docks, &PanelDocks::openChanged);
        window.docks->setOpen(u"right"_s, false);
        QVERIFY(!window.dock(rightPanel).isVisible());
        window.docks->setOpen(u"right"_s, false);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.takeFirst(), QVariantList({u"right"_s, false}));
        window.docks->setOpen(u"right"_s, true);
        QCOMPARE(changed.size(), 1);
        QTRY_COMPARE(window.dock(rightPanel).width(), 233);
        QVERIFY(window.dock(rightPanel).isVisible());
        window.docks->setOpen(u"nothing"_s, true);
        QVERIFY(!window.docks->isOpen(u"nothing"_s));
    }

    void opensWithASelection()
    {
        Window window(oneThatWaits);
        QVERIFY(window.show());
        window.pages.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window.pages));
        window.centre->setFocus();
        QSignalSpy changed(window.docks, &PanelDocks::openChanged);
        window.select({});
        QVERIFY(!window.dock(waitingPanel).isVisible());
        window.select({someRow});
        QVERIFY(window.docks->isOpen(u"waiting"_s));
        QVERIFY(window.dock(waitingPanel).isVisible());
        QVERIFY(window.centre->hasFocus());
        QCOMPARE(changed.size(), 1);
        QTRY_COMPARE(window.dock(waitingPanel).width(), 170);
        window.select({}); // what comes and goes with each click would make the table jump
        QVERIFY(window.dock(waitingPanel).isVisible());
    }

    /// Until they have all as at first again.
    void whatThePersonChoseIsAboveTheSelection()
    {
        Window window(oneThatWaits);
        QVERIFY(window.show());
        window.select({someRow});
        QVERIFY(window.docks->isOpen(u"waiting"_s));
        window.docks->setOpen(u"waiting"_s, false);
        window.select({otherRow});
        QVERIFY(!window.docks->isOpen(u"waiting"_s));
        QCOMPARE(window.docks->layoutToKeep().open.value(u"waiting"_s, true), false);

        window.docks->resetLayout(); // and there is a selection
        QVERIFY(window.dock(waitingPanel).isVisible());
        window.select({});
        window.docks->resetLayout();
        QVERIFY(!window.dock(waitingPanel).isVisible());
        window.select({someRow});
        QVERIFY(window.dock(waitingPanel).isVisible());
    }

    /// At the next start it waits again, but for one that the person opened or closed.
    void whatOpenedByItselfIsNotKept()
    {
        PanelsLayout kept;
        {
            Window window(oneThatWaits);
            QVERIFY(window.show());
            window.select({someRow});
            window.docks->resizeDocks({&window.dock(waitingPanel)}, {233}, Qt::Horizontal);
            QTRY_COMPARE(window.dock(waitingPanel).width(), 233);
            kept = window.docks->layoutToKeep();
            QVERIFY(!kept.open.contains(u"waiting"_s));
        }
        {
            Window window(oneThatWaits, kept);
            QVERIFY(window.show());
            QVERIFY(!window.dock(waitingPanel).isVisible());
            window.select({someRow});
            QVERIFY(window.dock(waitingPanel).isVisible());
            QTRY_COMPARE(window.dock(waitingPanel).width(), 233);
        }
        kept.open.insert(u"waiting"_s, false);
        Window closed(oneThatWaits, kept);
        QVERIFY(closed.show());
        closed.select({someRow});
        QVERIFY(!closed.dock(waitingPanel).isVisible());

        kept.open.insert(u"waiting"_s, true);
        Window open(oneThatWaits, kept);
        QVERIFY(open.show());
        QVERIFY(open.dock(waitingPanel).isVisible());
        QCOMPARE(open.docks->layoutToKeep().open.value(u"waiting"_s), true);
    }

    void titleClosesAndFloats()
    {
        Window window;
        QVERIFY(window.show());
        PanelDock &dock = window.dock(leftPanel);
        auto *floating = dock.findChild<QAbstractButton *>(u"floatDock"_s);
        auto *close = dock.findChild<QAbstractButton *>(u"closeDock"_s);
        QVERIFY(!floating->accessibleName().isEmpty() && !close->accessibleName().isEmpty());
        QSignalSpy changed(window.docks, &PanelDocks::openChanged);
        const QString whenDocked = floating->toolTip();
        QTest::mouseClick(floating, Qt::LeftButton);
        QVERIFY(dock.isFloating());
        QVERIFY(dock.isVisible());
        QVERIFY(floating->toolTip() != whenDocked);
        QTest::mouseClick(floating, Qt::LeftButton);
        QVERIFY(!dock.isFloating());
        QVERIFY(changed.isEmpty()); // it was open all the time
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(!window.docks->isOpen(u"left"_s));
        QCOMPARE(changed.size(), 1);
    }

    void closedPanelGivesTheFocusAway()
    {
        Window window;
        QVERIFY(window.show());
        window.pages.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window.pages));
        connect(window.docks, &PanelDocks::focusLeft, window.centre, [&] { window.centre->setFocus(); });
        window.dock(leftPanel).widget()->setFocus();
        QVERIFY(window.dock(leftPanel).hasFocusWithin());
        window.docks->setOpen(u"left"_s, false);
        QVERIFY(window.centre->hasFocus());
        QSignalSpy left(window.docks, &PanelDocks::focusLeft);
        window.docks->setOpen(u"left"_s, true);
        QVERIFY(window.centre->hasFocus()); // opening takes nothing
        window.docks->setOpen(u"right"_s, false);
        QVERIFY(left.isEmpty());
    }

    void focusGoesAround()
    {
        Window window;
        QVERIFY(window.show());
        window.pages.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window.pages));
        window.centre->setFocus();
        QVERIFY(window.docks->focusNextPanel(true));
        QVERIFY(window.dock(leftPanel).hasFocusWithin());
        QVERIFY(window.docks->focusNextPanel(true));
        QVERIFY(window.dock(rightPanel).hasFocusWithin());
        QVERIFY(!window.docks->focusNextPanel(true)); // the one below is closed: the centre's turn
        window.centre->setFocus();
        QVERIFY(window.docks->focusNextPanel(false));
        QVERIFY(window.dock(rightPanel).hasFocusWithin());
        QVERIFY(window.docks->focusNextPanel(false));
        QVERIFY(!window.docks->focusNextPanel(false));
    }

    void keyLeadsInAndOut()
    {
        Window window;
        QVERIFY(window.show());
        window.pages.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window.pages));
        connect(window.docks, &PanelDocks::focusLeft, window.centre, [&] { window.centre->setFocus(); });
        window.centre->setFocus();
        window.docks->goTo(u"right"_s); // it is open
        QVERIFY(window.dock(rightPanel).hasFocusWithin());
        window.docks->goTo(u"right"_s);
        QVERIFY(!window.docks->isOpen(u"right"_s));
        QVERIFY(window.centre->hasFocus());
        window.docks->goTo(u"right"_s);
        QVERIFY(window.docks->isOpen(u"right"_s));
        QVERIFY(window.dock(rightPanel).hasFocusWithin());
        window.docks->goTo(u"left"_s); // from one to the other
        QVERIFY(window.dock(leftPanel).hasFocusWithin());
        QVERIFY(window.docks->isOpen(u"right"_s));

        // One in which nothing takes the focus is opened and closed.
        window.dock(rightPanel).widget()->setFocusPolicy(Qt::NoFocus);
        window.docks->goTo(u"right"_s);
        QVERIFY(!window.docks->isOpen(u"right"_s));
        window.docks->goTo(u"right"_s);
        QVERIFY(window.docks->isOpen(u"right"_s));
        QVERIFY(window.dock(leftPanel).hasFocusWithin());

        // One that is behind a tab is neither closed nor left there.
        window.dock(rightPanel).widget()->setFocusPolicy(Qt::StrongFocus);
        window.docks->tabifyDockWidget(&window.dock(leftPanel), &window.dock(rightPanel));
        window.dock(leftPanel).raise();
        QTRY_VERIFY(window.dock(rightPanel).isBehindATab());
        window.docks->goTo(u"right"_s);
        QVERIFY(window.dock(rightPanel).hasFocusWithin() && window.dock(rightPanel).widget()->isVisible());
        window.docks->goTo(u"nothing"_s);
        QVERIFY(window.dock(rightPanel).hasFocusWithin());
    }

    /// As the tabs of tables and details are.
    void tabsOfDocksHaveNoBoxes()
    {
        Window window;
        QVERIFY(window.show());
        window.docks->tabifyDockWidget(&window.dock(leftPanel), &window.dock(rightPanel));
        auto *tabs = window.docks->findChild<QTabBar *>({}, Qt::FindDirectChildrenOnly);
        QVERIFY(tabs != nullptr);
        QTRY_VERIFY(tabs->isVisible() && qobject_cast<DockTabStyle *>(tabs->style()) != nullptr);
        QCOMPARE(tabs->count(), 2);
        const QImage image = tabs->grab().toImage().scaled(tabs->size());
        const QColor empty = tabs->palette().color(QPalette::Window);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            const QRect rect = tabs->tabRect(tab);
            for (int y = rect.top(); y <= rect.bottom(); ++y)
                QCOMPARE(image.pixelColor(rect.left(), y), empty);
        }
    }

    void panelBehindATabIsHidden()
    {
        Window window;
        QVERIFY(window.show());
        window.pages.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window.pages));
        connect(window.docks, &PanelDocks::focusLeft, window.centre, [&] { window.centre->setFocus(); });
        PanelDock &left = window.dock(leftPanel);
        PanelDock &right = window.dock(rightPanel);
        window.docks->tabifyDockWidget(&left, &right);
        left.raise();
        QTRY_VERIFY(right.isBehindATab());
        QVERIFY(!right.widget()->isVisible());
        QVERIFY(left.widget()->isVisible());
        QVERIFY(right.isOpen());

        // Whoever is in it comes out of it, and does not take the focus along.
        left.widget()->setFocus();
        QVERIFY(left.hasFocusWithin());
        right.raise();
        QTRY_VERIFY(right.widget()->isVisible());
        QVERIFY(!left.widget()->isVisible());
        QVERIFY(window.centre->hasFocus());

        // The way with the keys leads through both.
        QVERIFY(window.docks->focusNextPanel(true));
        QVERIFY(left.hasFocusWithin() && left.widget()->isVisible());
        QVERIFY(window.docks->focusNextPanel(true));
        QVERIFY(right.hasFocusWithin() && right.widget()->isVisible());
        QVERIFY(!left.widget()->isVisible());

        // What is behind is shown by its key, and closed by it when it can be seen.
        QSignalSpy changed(window.docks, &PanelDocks::openChanged);
        window.docks->toggle(u"left"_s);
        QTRY_VERIFY(left.widget()->isVisible());
        QVERIFY(!right.widget()->isVisible());
        QVERIFY(changed.isEmpty());
        window.docks->toggle(u"left"_s);
        QVERIFY(!left.isOpen());
        QTRY_VERIFY(right.widget()->isVisible());
        window.docks->toggle(u"left"_s);
        QTRY_VERIFY(left.isOpen() && left.widget()->isVisible());
        QTRY_VERIFY(!right.widget()->isVisible());
    }

    void panelBehindATabStaysHiddenWithItsAccount()
    {
        PanelsLayout kept;
        {
            Window window;
            QVERIFY(window.show());
            window.docks->tabifyDockWidget(&window.dock(leftPanel), &window.dock(rightPanel));
            window.dock(leftPanel).raise();
            QTRY_VERIFY(!window.dock(rightPanel).widget()->isVisible());
            window.pages.setCurrentIndex(1);
            QVERIFY(!window.dock(leftPanel).widget()->isVisible());
            window.pages.setCurrentIndex(0);
            QTRY_VERIFY(window.dock(leftPanel).widget()->isVisible());
            QVERIFY(!window.dock(rightPanel).widget()->isVisible());
            kept = window.docks->layoutToKeep();
        }
        Window window(threePanels, kept);
        QVERIFY(window.show());
        QTRY_VERIFY(!window.dock(rightPanel).widget()->isVisible());
        QVERIFY(window.dock(leftPanel).widget()->isVisible());
        window.docks->resetLayout();
        QTRY_VERIFY(window.dock(rightPanel).widget()->isVisible());
        QVERIFY(window.dock(leftPanel).widget()->isVisible());
        QTRY_VERIFY(window.isAsAtFirst());
    }

    void layoutComesBack()
    {
        PanelsLayout kept;
        QRect floatingAt;
        {
            Window window;
            QVERIFY(window.show());
            window.docks->addDockWidget(Qt::LeftDockWidgetArea, &window.dock(rightPanel));
            window.docks->resizeDocks({&window.dock(leftPanel)}, {244}, Qt::Horizontal);
            window.docks->setOpen(u"low"_s, true);
            window.dock(lowPanel).setFloating(true);
            window.dock(lowPanel).setGeometry(60, 70, 321, 234);
            floatingAt = window.dock(lowPanel).geometry();
            window.dock(leftPanel).findChild<QLineEdit *>()->setText(u"kept"_s);
            kept = window.docks->layoutToKeep();
        }
        Window window(threePanels, kept);
        QVERIFY(window.show());
        QCOMPARE(window.areaOf(rightPanel), Qt::LeftDockWidgetArea);
        QTRY_COMPARE(window.dock(leftPanel).width(), 244);
        QCOMPARE(window.dock(rightPanel).width(), 244);
        QVERIFY(window.dock(lowPanel).isFloating());
        QVERIFY(window.dock(lowPanel).isVisible());
        QCOMPARE(window.dock(lowPanel).geometry(), floatingAt);
        QCOMPARE(window.dock(leftPanel).findChild<QLineEdit *>()->text(), u"kept"_s);

        window.docks->resetLayout();
        QTRY_VERIFY(window.isAsAtFirst());
        QVERIFY(!window.docks->isOpen(u"low"_s));
        QVERIFY(!window.dock(lowPanel).isFloating());
        QCOMPARE(window.areaOf(lowPanel), Qt::BottomDockWidgetArea);
        window.docks->setOpen(u"low"_s, true);
        QVERIFY(window.dock(lowPanel).isVisible());
    }

    void closedPanelComesBackClosed()
    {
        PanelsLayout kept;
        {
            Window window;
            QVERIFY(window.show());
            window.docks->resizeDocks({&window.dock(rightPanel)}, {233}, Qt::Horizontal);
            QTRY_COMPARE(window.dock(rightPanel).width(), 233);
            window.docks->setOpen(u"right"_s, false);
            kept = window.docks->layoutToKeep();
        }
        Window window(threePanels, kept);
        QVERIFY(window.show());
        QVERIFY(!window.docks->isOpen(u"right"_s));
        QVERIFY(!window.dock(rightPanel).isVisible());
        window.docks->setOpen(u"right"_s, true);
        QVERIFY(window.dock(rightPanel).isVisible());
        QTRY_COMPARE(window.dock(rightPanel).width(), 233);
    }

    /// Also of a window that is not shown: Qt would put the floating ones on the screen.
    void isNotPlacedBeforeItIsSeen()
    {
        PanelsLayout kept;
        {
            Window window;
            QVERIFY(window.show());
            window.dock(leftPanel).setFloating(true);
            kept = window.docks->layoutToKeep();
        }
        Window window(threePanels, kept);
        QVERIFY(!window.dock(leftPanel).isVisible());
        QCOMPARE(window.docks->layoutToKeep(), kept);
        window.pages.setCurrentIndex(1);
        QVERIFY(window.show());
        QVERIFY(!window.dock(leftPanel).isVisible());
        QCOMPARE(window.docks->layoutToKeep(), kept);
        window.pages.setCurrentIndex(0);
        QVERIFY(window.dock(leftPanel).isFloating());
        QVERIFY(window.dock(leftPanel).isVisible());
    }

    void floatingPanelIsHiddenWithItsAccount()
    {
        Window window;
        QVERIFY(window.show());
        PanelDock &dock = window.dock(rightPanel);
        dock.setFloating(true);
        QVERIFY(dock.isVisible());
        QSignalSpy changed(window.docks, &PanelDocks::openChanged);
        window.pages.setCurrentIndex(1);
        QVERIFY(!dock.isVisible());
        QVERIFY(dock.isOpen());
        const PanelsLayout kept = window.docks->layoutToKeep();
        QCOMPARE(kept.open.value(u"right"_s), true);
        window.pages.setCurrentIndex(0);
        QVERIFY(dock.isVisible());
        QVERIFY(changed.isEmpty());

        window.pages.setCurrentIndex(1);
        window.docks->setOpen(u"right"_s, false);
        window.pages.setCurrentIndex(0);
        QVERIFY(!dock.isVisible());

        Window again(threePanels, kept);
        QVERIFY(again.show());
        QVERIFY(again.dock(rightPanel).isFloating());
        QVERIFY(again.dock(rightPanel).isVisible());
    }

    void brokenPlacesAreThoseOfTheFirstStart()
    {
        PanelsLayout kept;
        {
            Window window;
            QVERIFY(window.show());
            window.docks->addDockWidget(Qt::RightDockWidgetArea, &window.dock(leftPanel));
            kept = window.docks->layoutToKeep();
            QVERIFY(kept.docks.size() > 20);
        }
        QList<QByteArray> broken{"garbage", "\xff\x01", QByteArray(10'000, '\xff')};
        QMainWindow foreign;
        broken.append(foreign.saveState());
        for (qsizetype length = 1; length < kept.docks.size(); length += 7)
            broken.append(kept.docks.left(length));
        for (qsizetype at = 0; at < kept.docks.size(); at += 5) {
            broken.append(kept.docks);
            broken.last()[at] = static_cast<char>(~broken.last().at(at));
        }
        Window window;
        QVERIFY(window.show());
        for (const QByteArray &docks : std::as_const(broken)) {
            window.docks->restoreLayout(kept);
            QCOMPARE(window.areaOf(leftPanel), Qt::RightDockWidgetArea);
            window.docks->restoreLayout({docks, {{u"right"_s, true}}, {}, {}});
            QTRY_VERIFY2(window.isAsAtFirst(), docks.toHex().constData());
        }
    }

    void panelsComeAndGoBetweenVersions()
    {
        PanelsLayout ofThree;
        PanelsLayout ofTwo;
        {
            Window window;
            QVERIFY(window.show());
            window.docks->setOpen(u"low"_s, true);
            window.docks->addDockWidget(Qt::RightDockWidgetArea, &window.dock(leftPanel));
            ofThree = window.docks->layoutToKeep();
        }
        {
            // One of them is there no more, and is not forgotten.
            Window window(twoPanels, ofThree);
            QVERIFY(window.show());
            QCOMPARE(window.areaOf(leftPanel), Qt::RightDockWidgetArea);
            QVERIFY(window.dock(rightPanel).isVisible());
            QCOMPARE(window.docks->layoutToKeep().open.value(u"low"_s), true);
        }
        {
            Window window(twoPanels);
            QVERIFY(window.show());
            window.docks->addDockWidget(Qt::RightDockWidgetArea, &window.dock(leftPanel));
            ofTwo = window.docks->layoutToKeep();
        }
        // One of them is new: where and as it is at first.
        Window window(threePanels, ofTwo);
        QVERIFY(window.show());
        QCOMPARE(window.areaOf(leftPanel), Qt::RightDockWidgetArea);
        QCOMPARE(window.areaOf(lowPanel), Qt::BottomDockWidgetArea);
        QVERIFY(!window.docks->isOpen(u"low"_s));
        window.docks->setOpen(u"low"_s, true);
        QVERIFY(window.dock(lowPanel).isVisible());
        QTRY_VERIFY(window.dock(lowPanel).height() > 0);
    }

    void widthsOfTheTimeBeforeDocksCount()
    {
        PanelsLayout former;
        former.formerWidths = {{u"left"_s, 222}, {u"nothing"_s, 5}};
        Window window(threePanels, former);
        QVERIFY(window.show());
        QTRY_COMPARE(window.dock(leftPanel).width(), 222);
        QCOMPARE(window.dock(rightPanel).width(), 170);
        QVERIFY(window.docks->layoutToKeep().formerWidths.isEmpty());
    }

    void centreKeepsItsMinimum()
    {
        Window window;
        QVERIFY(window.show());
        window.docks->resizeDocks({&window.dock(leftPanel), &window.dock(rightPanel)}, {2000, 2000},
                                  Qt::Horizontal);
        QCoreApplication::sendPostedEvents();
        QVERIFY(window.centre->width() >= minCentre);
        window.pages.resize(400, 300);
        QTRY_COMPARE(window.pages.width(), 400);
        QTRY_VERIFY(window.docks->width() <= 400);
        QVERIFY(window.centre->width() >= minCentre);
        QVERIFY(window.centre->geometry().right() < 400);
        const PanelsLayout kept = window.docks->layoutToKeep();

        Window again(threePanels, kept);
        again.pages.resize(380, 300);
        QVERIFY(again.show());
        QVERIFY(again.centre->width() >= minCentre);
        QVERIFY(again.dock(rightPanel).geometry().right() < 380);
    }

    void panelsGiveWayToTheCentre()
    {
        constexpr int wish = 400;
        Window window(oneThatWaits);
        window.docks->setCentreWish(wish);
        QVERIFY(window.show());
        window.select({someRow});
        const PanelDock &left = window.dock(leftPanel);
        const PanelDock &waiting = window.dock(waitingPanel);
        QTRY_COMPARE(waiting.width(), 170);
        QCOMPARE(left.width(), 170);
        window.pages.resize(720, 500);
        QTRY_COMPARE(window.centre->width(), wish);
        QVERIFY(waiting.width() < 170);
        QCOMPARE(left.width(), 170); // the other one first
        window.pages.resize(650, 500);
        QTRY_COMPARE(waiting.width(), 136); // and not below four fifths
        QTRY_COMPARE(left.width(), 136);
        QVERIFY(window.centre->width() < wish);
        window.pages.resize(900, 500);
        QTRY_COMPARE(waiting.width(), 170);
        QTRY_COMPARE(left.width(), 170);

        // What the person made of it is what comes back.
        window.docks->resizeDocks({&window.dock(leftPanel)}, {150}, Qt::Horizontal);
        QTRY_COMPARE(left.width(), 150);
        window.pages.resize(650, 500);
        QTRY_COMPARE(left.width(), 136);
        window.pages.resize(900, 500);
        QTRY_COMPARE(left.width(), 150);
        QTRY_COMPARE(waiting.width(), 170);
    }

    void opensByItselfOnlyWhereThereIsRoom()
    {
        Window window(oneThatWaits);
        window.docks->setCentreWish(400);
        QVERIFY(window.show());
        window.select({someRow});
        QVERIFY(window.docks->isOpen(u"waiting"_s));
        const int little = minCentre + 2 * 136; // and no edges
        window.pages.resize(little, 500);
        QTRY_VERIFY(!window.docks->isOpen(u"waiting"_s));
        QVERIFY(window.docks->isOpen(u"left"_s));
        window.select({otherRow});
        QVERIFY(!window.docks->isOpen(u"waiting"_s));
        window.pages.resize(900, 500);
        QTRY_VERIFY(window.dock(waitingPanel).isVisible());
        QTRY_COMPARE(window.dock(waitingPanel).width(), 170); // whatever was left of it
        QCOMPARE(window.dock(leftPanel).width(), 170);

        // The person can have it anyway.
        window.pages.resize(little, 500);
        QTRY_VERIFY(!window.docks->isOpen(u"waiting"_s));
        window.docks->setOpen(u"waiting"_s, true);
        window.pages.resize(little - 1, 500);
        QTRY_COMPARE(window.docks->width(), little - 1);
        QVERIFY(window.dock(waitingPanel).isVisible());
        QVERIFY(window.centre->width() >= minCentre);
        window.pages.resize(900, 500);
        QTRY_COMPARE(window.dock(waitingPanel).width(), 170);
        QTRY_COMPARE(window.dock(leftPanel).width(), 170);
    }

    void isMirrored()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        {
            Window window;
            QVERIFY(window.show());
            QVERIFY(window.dock(leftPanel).x() > window.centre->x());
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }
};

LAYERSCOPE_TEST(QTEST_MAIN, TestPanelDocks)
#include "tst_paneldocks.moc"
