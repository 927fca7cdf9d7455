// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/comparisonload.h"
#include "inventory/columncatalogue.h"
#include "models/comparisonmodel.h"
#include "panels/comparisonview.h"
#include "panels/detailspage.h"
#include "panels/detailssection.h"
#include "panels/factview.h"
#include "panels/partnotice.h"
#include "panels/statepill.h"
#include "support/fakeclock.h"
#include "support/scriptedserver.h"
#include "support/testmain.h"
#include "ui/panels/detailsfixture.h"
#include "widgets/flattabbar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHash>
#include <QItemSelectionModel>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkProxy>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

Fault fault(Fault::Kind kind, const QString &method, int firstCalls = 0)
{
    return {kind, {.method = method, .firstCalls = firstCalls}, 0, {}, {}};
}

DetailsPage *page(const DetailsFixture &fixture, DetailsTab tab)
{
    const QList<DetailsPage *> pages = fixture.panel->findChildren<DetailsPage *>();
    return *std::find_if(pages.begin(), pages.end(), [tab](DetailsPage *page) { return page->tab() == tab; });
}

DetailsSection *section(const DetailsFixture &fixture, ServerSection section,
                        DetailsTab tab = DetailsTab::Overview)
{
    for (DetailsSection *candidate : page(fixture, tab)->sections()) {
        if (candidate->section() == section)
            return candidate;
    }
    return nullptr;
}

QStringList lines(const DetailsSection *section)
{
    return section->text().trimmed().split(u'\n').mid(1);
}

} // namespace

class TestDetailsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSelected();
    void headingStandsAtOnce();
    void headingTellsWhatIsInProgress();
    void everyTabIsFilled_data();
    void everyTabIsFilled();
    void oneSectionFailsAlone();
    void noticeOffersHelp();
    void vanishedServerIsToldOnce();
    void memoryIsShownWithItsAge();
    void severalAreCompared();
    void comparedValuesReadAsFromLeftToRight();
    void tooManyAreCut();
    void nothingPilesUpWhileTheSelectionMoves();
    void tabLeavesTheComparison();
    void hiddenPanelAsksNothing();
    void heldKeyAsksForTwoServersAtMost();
    void heldKeyWritesWhatIsSeenOnce();
    void neverTakesTheFocus();
    void poolIsWanted();
    void bandwidthChartHasItsPlace();
    void rawJsonIsWhole();
    void noTextHoldsASecret();
    void copiesEverything();
    void fitsANarrowDock();
    void namesOfAllTabsFit();
};

void TestDetailsPanel::nothingSelected()
{
    DetailsFixture fixture(20);
    fixture.panel->show();
    QVERIFY(fixture.panel->findChild<QLabel *>(u"detailsEmpty"_s)->isVisible());
    fixture.panel->showServers({fixture.metal(1)});
    QVERIFY(!fixture.panel->findChild<QLabel *>(u"detailsEmpty"_s)->isVisible());
    fixture.panel->showServers({});
    QVERIFY(fixture.panel->findChild<QLabel *>(u"detailsEmpty"_s)->isVisible());
    QVERIFY(!fixture.panel->server());
    QCOMPARE(fixture.client->scheduler().inFlight(), 0);
}

void TestDetailsPanel::headingStandsAtOnce()
{
    DetailsFixture fixture(20, {{fault(Fault::Kind::Hang, {})}});
    fixture.panel->show();
    const RowKey key = fixture.guest(3);
    fixture.panel->showServers({key});
    // From the list, before any answer.
    const InventoryTable &table = fixture.store.table();
    const int row = table.find(key).value();
    QCOMPARE(fixture.panel->findChild<QLabel *>(u"detailsName"_s)->text(),
             table.text(row, ServerColumn::Fqdn));
    QCOMPARE(fixture.panel->findChild<QLabel *>(u"detailsPlace"_s)->text(),
             QString(u"Virtual · "_s + table.text(row, ServerColumn::Datacenter) + u" · "_s +
                     QString::number(key.id)));
    QVERIFY(!fixture.panel->findChild<StatePill *>(u"detailsState"_s)->word().isEmpty());
    QCOMPARE(section(fixture, ServerSection::Machine)->note(), u"loading…"_s);
}

/// The pill's mark for it is not to be guessed at.
void TestDetailsPanel::headingTellsWhatIsInProgress()
{
    DetailsFixture fixture(20, {{fault(Fault::Kind::Hang, {})}});
    RowPatch busy;
    busy.key = fixture.guest(3);
    busy.loaded.set(ServerGroup::Transaction);
    busy.values = {{ServerColumn::Transaction, u"Service setup pending"_s}};
    fixture.store.apply({busy});
    fixture.store.flush();
    fixture.panel->show();
    fixture.panel->showServers({fixture.guest(3)});
    const auto *pill = fixture.panel->findChild<StatePill *>(u"detailsState"_s);
    const QString inFull = pill->word() + u", in progress: Service setup pending"_s;
    QCOMPARE(pill->accessibleName(), inFull);
    QVERIFY2(pill->toolTip().contains(inFull), qPrintable(pill->toolTip()));
    fixture.panel->showServers({fixture.guest(4)});
    QCOMPARE(pill->accessibleName(), pill->word());
    QCOMPARE(pill->toolTip(), QString());
}

void TestDetailsPanel::everyTabIsFilled_data()
{
    QTest::addColumn<bool>("isMetal");
    QTest::newRow("bare metal") << true;
    QTest::newRow("virtual") << false;
}

void TestDetailsPanel::everyTabIsFilled()
{
    QFETCH(const bool, isMetal);
    DetailsFixture fixture(60);
    fixture.panel->show();
    fixture.panel->showServers({isMetal ? fixture.metal(5) : fixture.guest(5)});
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.panel->loader().isLoading(), DetailsFixture::patience);
    for (int tab = 0; tab < 5; ++tab) {
        fixture.panel->setCurrentTab(tab);
        const DetailsPage *shown = page(fixture, static_cast<DetailsTab>(tab));
        QVERIFY(shown->isVisible());
        for (DetailsSection *part : shown->sections()) {
            QVERIFY2(part->isVisible(), qPrintable(titleOf(part->section())));
            QVERIFY(part->notices().isEmpty());
            // The last answer is on screen a turn after it came.
            QTRY_VERIFY2(part->note().isEmpty(),
                         qPrintable(titleOf(part->section()) + u": "_s + part->note()));
            for (const Fact &fact : part->facts().facts())
                QVERIFY(fact.kind != Fact::Kind::Pending);
        }
    }
}

void TestDetailsPanel::oneSectionFailsAlone()
{
    DetailsFixture fixture(60, {{{Fault::Kind::RefusedRelation, {}, 0, u"billingItem"_s, {}},
                                 fault(Fault::Kind::Hang, u"getTagReferences"_s)}});
    fixture.panel->show();
    fixture.panel->showServers({fixture.metal(5)});
    QTRY_COMPARE_WITH_TIMEOUT(section(fixture, ServerSection::Costs)->note(), u"partly not permitted"_s,
                              DetailsFixture::patience);
    QTRY_VERIFY_WITH_TIMEOUT(section(fixture, ServerSection::Traffic)->note().isEmpty(),
                             DetailsFixture::patience);
    QTRY_VERIFY_WITH_TIMEOUT(section(fixture, ServerSection::Machine)->note().isEmpty(),
                             DetailsFixture::patience);
    QCOMPARE(section(fixture, ServerSection::Tags)->note(), u"loading…"_s);
    for (DetailsSection *other : page(fixture, DetailsTab::Overview)->sections()) {
        if (other->section() != ServerSection::Costs)
            QVERIFY(other->notices().isEmpty());
    }
    QTRY_COMPARE(section(fixture, ServerSection::Costs)->notices().size(), 1); // one for both calls
}

void TestDetailsPanel::noticeOffersHelp()
{
    DetailsFixture fixture(60, {{{Fault::Kind::RefusedRelation,
                                  {.method = u"getBillingItem"_s, .firstCalls = 2},
                                  0,
                                  u"billingItem"_s,
                                  {}}}});
    fixture.panel->show();
    const RowKey key = fixture.metal(5);
    fixture.panel->showServers({key});
    DetailsSection *costs = section(fixture, ServerSection::Costs);
    QTRY_VERIFY_WITH_TIMEOUT(costs->notices().size() == 1 && costs->notices().first().parts.size() == 2,
                             DetailsFixture::patience);
    auto *notice = costs->findChild<PartNotice *>();
    Q_EMIT notice->linkActivated(u"copy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString(requestText(key, ServerPart::BillingItem) + u'\n' +
                                                           requestText(key, ServerPart::Order)));
    Q_EMIT notice->linkActivated(u"retry"_s);
    QTRY_VERIFY_WITH_TIMEOUT(costs->notices().isEmpty() &&
                                 !lines(costs).filter(u"Next invoice: $"_s).isEmpty(),
                             DetailsFixture::patience);
}

void TestDetailsPanel::vanishedServerIsToldOnce()
{
    DetailsFixture fixture(60);
    const RowKey key = fixture.guest(3);
    FaultPlan vanished;
    vanished.faults = {{Fault::Kind::NotFound, {}, 0, {}, {key.id}}};
    fixture.server.setFaultPlan(vanished);
    fixture.panel->show();
    fixture.panel->showServers({key});
    auto *notice = fixture.panel->findChild<PartNotice *>(u"goneNotice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), DetailsFixture::patience);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.panel->loader().isLoading(), DetailsFixture::patience);
    QVERIFY2(notice->trouble().contains(u"gone"_s), qPrintable(notice->trouble()));
    QCOMPARE(fixture.panel->findChild<StatePill *>(u"detailsState"_s)->word(), u"Gone"_s);
    for (const PartNotice *other : fixture.panel->findChildren<PartNotice *>())
        QVERIFY2(other == notice || !other->isVisible(), qPrintable(other->trouble()));
    for (const QLabel *label : fixture.panel->findChildren<QLabel *>())
        QVERIFY2(!label->isVisible() || !label->text().contains(u"not permitted"_s),
                 qPrintable(label->text()));
    QVERIFY2(fixture.panel->text().contains(notice->trouble()), qPrintable(fixture.panel->text()));

    // It was only hidden for a while.
    fixture.server.setFaultPlan({});
    Q_EMIT notice->linkActivated(u"retry"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!notice->isVisible() &&
                                 !lines(section(fixture, ServerSection::Machine)).isEmpty(),
                             DetailsFixture::patience);
    QVERIFY(fixture.panel->findChild<StatePill *>(u"detailsState"_s)->word() != u"Gone"_s);
}

void TestDetailsPanel::memoryIsShownWithItsAge()
{
    FakeClock clock;
    DetailsFixture fixture(60, {}, {}, clock);
    const auto isLoaded = [&] {
        clock.runOneTurn();
        return !fixture.panel->loader().isLoading();
    };
    fixture.panel->show();
    fixture.panel->showServers({fixture.metal(5)});
    QTRY_VERIFY_WITH_TIMEOUT(isLoaded(), DetailsFixture::patience);
    DetailsSection *machine = section(fixture, ServerSection::Machine);
    QTRY_VERIFY(machine->note().isEmpty());
    const QStringList seen = lines(machine);
    clock.advance(std::chrono::minutes(3));
    fixture.panel->showServers({fixture.metal(6)});
    QTRY_VERIFY_WITH_TIMEOUT(isLoaded(), DetailsFixture::patience);
    QVERIFY(lines(machine) != seen);
    clock.advance(std::chrono::seconds(1));

    fixture.panel->showServers({fixture.metal(5)});
    QCOMPARE(lines(machine), seen); // at once
    QCOMPARE(machine->note(), u"3 min ago · loading…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isLoaded() && machine->note().isEmpty(), DetailsFixture::patience);
}

void TestDetailsPanel::severalAreCompared()
{
    DetailsFixture fixture(60);
    fixture.panel->show();
    auto *comparison = fixture.panel->findChild<ComparisonView *>();
    fixture.panel->showServers({fixture.metal(1), fixture.guest(2), fixture.metal(3)});
    QVERIFY(!fixture.panel->server());
    QTRY_VERIFY_WITH_TIMEOUT(comparison->model() && comparison->summary().contains(u"Different: "_s),
                             DetailsFixture::patience);
    QVERIFY(comparison->isVisible());
    const ComparisonModel &model = *comparison->model();
    QCOMPARE(model.columnCount(), 3);
    bool isSame = false;
    for (int row = 0; row < model.rowCount(); ++row) {
        const bool differs = model.index(row, 0).data(ComparisonModel::DiffersRole).toBool();
        QVERIFY2(!differs || !isSame, "a difference stands below what is the same");
        isSame = isSame || !differs;
    }
    QVERIFY(fixture.panel->text().startsWith(u'\t'));
    fixture.panel->showServers({fixture.metal(1)});
    QVERIFY(!comparison->isVisible());
    QVERIFY(!comparison->model());
    QCOMPARE(fixture.panel->server(), std::optional(fixture.metal(1)));
}

/// They begin at the right in a window from right to left; what they say keeps its order.
void TestDetailsPanel::comparedValuesReadAsFromLeftToRight()
{
    DetailsFixture fixture(60);
    fixture.panel->resize(700, 900);
    fixture.panel->show();
    fixture.panel->showServers({fixture.metal(1), fixture.metal(2)});
    auto *comparison = fixture.panel->findChild<ComparisonView *>();
    QTRY_VERIFY_WITH_TIMEOUT(comparison->model() && comparison->summary().contains(u"Different: "_s),
                             DetailsFixture::patience);
    auto *table = fixture.panel->findChild<QTableView *>(u"comparisonTable"_s);
    QModelIndex moment; // "2026-03-01 10:00": numbers alone take the order around them
    for (int row = 0; row < table->model()->rowCount() && !moment.isValid(); ++row) {
        const QModelIndex index = table->model()->index(row, 0);
        if (table->model()->headerData(row, Qt::Vertical).toString() == "Created"_L1 &&
            index.data().toString().contains(u' '))
            moment = index;
    }
    QVERIFY(moment.isValid());
    const auto inked = [&](Qt::LayoutDirection direction) {
        table->setLayoutDirection(direction);
        table->scrollTo(moment);
        const QImage image = table->viewport()->grab(table->visualRect(moment)).toImage();
        QRect ink;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) != image.pixel(0, 0))
                    ink |= QRect(x, y, 1, 1);
            }
        }
        return image.copy(ink);
    };
    const QImage usual = inked(Qt::LeftToRight);
    QVERIFY(usual.width() > table->fontMetrics().averageCharWidth() * 10);
    QCOMPARE(inked(Qt::RightToLeft), usual);
}

void TestDetailsPanel::tooManyAreCut()
{
    DetailsFixture fixture(100);
    fixture.panel->show();
    auto *comparison = fixture.panel->findChild<ComparisonView *>();
    QList<RowKey> keys;
    for (int index = 0; index < 30; ++index)
        keys.append(fixture.metal(index));
    fixture.panel->showServers(keys);
    QTRY_VERIFY_WITH_TIMEOUT(comparison->model(), DetailsFixture::patience);
    QCOMPARE(comparison->model()->columnCount(), ComparisonLoad::maxServers);
    QVERIFY(comparison->summary().startsWith(u"The first 20 of 30 selected servers are compared."_s));
    fixture.panel->showServers(keys, 100'000); // who has so many names only the first
    QTRY_VERIFY_WITH_TIMEOUT(
        comparison->model() &&
            comparison->summary().startsWith(u"The first 20 of 100,000 selected servers are compared."_s),
        DetailsFixture::patience);
}

/// Each model that is set on a table brings three selection models, which nothing deletes if it is none.
void TestDetailsPanel::nothingPilesUpWhileTheSelectionMoves()
{
    DetailsFixture fixture(60);
    fixture.panel->show();
    const auto selectionModels = [&] { return fixture.panel->findChildren<QItemSelectionModel *>().size(); };
    auto *comparison = fixture.panel->findChild<ComparisonView *>();
    const auto table = fixture.panel->findChild<QTableView *>(u"comparisonTable"_s);
    const qsizetype before = selectionModels();
    QVERIFY(before > 0);
    for (int step = 0; step < 50; ++step)
        fixture.panel->showServers({fixture.metal(step % 20)});
    QCOMPARE(selectionModels(), before);
    for (int step = 0; step < 3; ++step) {
        fixture.panel->showServers({fixture.metal(step), fixture.guest(step)});
        QTRY_VERIFY_WITH_TIMEOUT(comparison->model(), DetailsFixture::patience);
        QCOMPARE(table->model()->columnCount(), 2);
        QVERIFY(table->model()->rowCount() > 0);
        fixture.panel->showServers({fixture.metal(step)});
        QCOMPARE(table->model()->columnCount(), 0);
    }
    QCOMPARE(selectionModels(), before);
}

void TestDetailsPanel::tabLeavesTheComparison()
{
    DetailsFixture fixture(60);
    QWidget window;
    QVBoxLayout column(&window);
    column.addWidget(fixture.panel.get());
    column.addWidget(new QLineEdit(&window));
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    fixture.panel->showServers({fixture.metal(1), fixture.guest(2)});
    const auto *comparison = fixture.panel->findChild<ComparisonView *>();
    QTRY_VERIFY_WITH_TIMEOUT(comparison->model(), DetailsFixture::patience);
    auto *table = fixture.panel->findChild<QTableView *>(u"comparisonTable"_s);
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        table->setFocus();
        table->setCurrentIndex(table->model()->index(1, 0));
        QVERIFY(table->hasFocus());
        QTest::keyClick(table, key);
        QVERIFY(window.focusWidget());
        QVERIFY(window.focusWidget() != table && !table->isAncestorOf(window.focusWidget()));
    }
    fixture.panel->setParent(nullptr);
}

void TestDetailsPanel::hiddenPanelAsksNothing()
{
    DetailsFixture fixture(60, {{fault(Fault::Kind::Hang, {})}});
    fixture.panel->showServers({fixture.metal(1)});
    QVERIFY(!fixture.panel->server());
    fixture.panel->show();
    QVERIFY(fixture.panel->server());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.client->scheduler().inFlight() > 0, DetailsFixture::patience);
    fixture.panel->hide();
    QCOMPARE(fixture.client->scheduler().inFlight(), 0);
}

/// 200 steps with the key held down: never more than one server's calls, and one server's are what is left.
void TestDetailsPanel::heldKeyAsksForTwoServersAtMost()
{
    FakeClock clock;
    DetailsFixture fixture(500, {}, LatencyModel::fromBase(std::chrono::milliseconds(5)), clock);
    fixture.panel->show();
    const auto parts = static_cast<int>(partsOf(RowKind::BareMetal).size());
    for (int step = 0; step < 200; ++step) {
        fixture.panel->showServers({fixture.metal(step)});
        while (clock.runOneTurn()) {
        }
        QVERIFY(fixture.client->scheduler().inFlight() <= parts);
        // The panel is up to date in each step, without waiting for anything.
        QVERIFY(fixture.panel->findChild<QLabel *>(u"detailsPlace"_s)
                    ->text()
                    .endsWith(QString::number(fixture.metal(step).id)));
        clock.advance(std::chrono::milliseconds(30));
    }
    clock.advance(DetailsLoader::burstPause);
    QTRY_VERIFY_WITH_TIMEOUT((clock.runOneTurn(), !fixture.panel->loader().isLoading()),
                             DetailsFixture::patience);
    QVERIFY(fixture.server.log().calls().size() <= 2 * parts);
}

/// To lay out its lines is what a section costs. Servers that are remembered differ at once in all of them:
/// each step writes those on screen, once and once more if one comes or goes, and none that is hidden.
void TestDetailsPanel::heldKeyWritesWhatIsSeenOnce()
{
    int hidden = 0;
    QHash<const FactView *, int> seen;
    FakeClock clock;
    DetailsFixture fixture(60, {}, {}, clock);
    fixture.panel->show();
    for (const RowKey key : {fixture.metal(5), fixture.metal(6)}) {
        fixture.panel->showServers({key});
        QTRY_VERIFY_WITH_TIMEOUT((clock.runOneTurn(), !fixture.panel->loader().isLoading()),
                                 DetailsFixture::patience);
        for (const DetailsTab tab : {DetailsTab::Network, DetailsTab::Hardware, DetailsTab::Overview})
            fixture.panel->setCurrentTab(static_cast<int>(tab));
        clock.advance(std::chrono::seconds(1));
    }
    for (const DetailsPage *tab : fixture.panel->findChildren<DetailsPage *>()) {
        for (const FactView *facts : tab->findChildren<FactView *>()) {
            const auto count = [&hidden, &seen, tab, facts](int, int removed, int added) {
                if (removed == 0 || added != 0)
                    return; // only cleared, to be written anew
                ++(tab->isVisible() ? seen[facts] : hidden);
            };
            connect(facts->document(), &QTextDocument::contentsChange, fixture.panel.get(), count);
        }
    }
    for (int step = 0; step < 50; ++step) {
        seen.clear();
        fixture.panel->showServers({fixture.metal(5 + step % 2)});
        while (clock.runOneTurn()) {
        }
        QCOMPARE(hidden, 0);
        QVERIFY(!seen.isEmpty()); // else it proves nothing
        for (const int times : std::as_const(seen))
            QVERIFY2(times <= 2, qPrintable(QString::number(times)));
        clock.advance(std::chrono::milliseconds(30));
    }
}

void TestDetailsPanel::neverTakesTheFocus()
{
    DetailsFixture fixture(60);
    QWidget window;
    QVBoxLayout column(&window);
    auto *list = new QLineEdit(&window);
    column.addWidget(list);
    column.addWidget(fixture.panel.get());
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    list->setFocus();
    QVERIFY(list->hasFocus());
    fixture.panel->showServers({fixture.metal(1)});
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.panel->loader().isLoading(), DetailsFixture::patience);
    fixture.panel->setCurrentTab(5);
    fixture.panel->showServers({fixture.metal(1), fixture.metal(2)});
    fixture.panel->showServers({});
    QVERIFY(list->hasFocus());
    fixture.panel->setParent(nullptr);
}

void TestDetailsPanel::poolIsWanted()
{
    DetailsFixture fixture(200);
    fixture.panel->show();
    QSignalSpy wanted(fixture.panel.get(), &DetailsPanel::rowWanted);
    for (int index = 0; index < 60; ++index) {
        fixture.panel->showServers({fixture.metal(index)});
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.panel->loader().isLoading(), DetailsFixture::patience);
        DetailsSection *traffic = section(fixture, ServerSection::Traffic);
        QTRY_VERIFY(traffic->note().isEmpty());
        const QList<Fact> facts = traffic->facts().facts();
        const auto pool =
            std::find_if(facts.begin(), facts.end(), [](const Fact &f) { return f.target.has_value(); });
        if (pool == facts.end())
            continue;
        Q_EMIT traffic->facts().rowActivated(*pool->target);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(pool->target->kind, RowKind::Pool);
        QCOMPARE(wanted.first().first().value<RowKey>(), *pool->target);
        return;
    }
    QFAIL("no server of the demo account is in a pool");
}

void TestDetailsPanel::bandwidthChartHasItsPlace()
{
    DetailsFixture fixture(20);
    auto *chart = new QLabel(u"chart"_s);
    fixture.panel->setBandwidthChart(chart);
    fixture.panel->show();
    fixture.panel->showServers({fixture.metal(1)});
    QVERIFY(!chart->isVisible());
    fixture.panel->setCurrentTab(static_cast<int>(DetailsTab::Bandwidth));
    QVERIFY(chart->isVisible());
    const DetailsSection *first = page(fixture, DetailsTab::Bandwidth)->sections().first();
    QTRY_VERIFY(chart->mapTo(fixture.panel.get(), QPoint()).y() <
                first->mapTo(fixture.panel.get(), QPoint()).y());
    fixture.panel->setBandwidthChart(nullptr); // deletes it
}

void TestDetailsPanel::rawJsonIsWhole()
{
    DetailsFixture fixture(60);
    fixture.panel->show();
    fixture.panel->setCurrentTab(5);
    fixture.panel->showServers({fixture.metal(4)});
    auto *text = fixture.panel->findChild<QPlainTextEdit *>(u"rawText"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.panel->loader().isLoading(), DetailsFixture::patience);
    QTRY_COMPARE(QJsonValue(QJsonDocument::fromJson(text->toPlainText().toUtf8()).object()),
                 QJsonValue(fixture.panel->loader().values().wholeObject()));
    QVERIFY(!text->toPlainText().contains(u"assword"_s));
}

/// A server that says the connection's own secrets, and others, in each of its answers: not in what is shown
/// and not in what can be copied.
void TestDetailsPanel::noTextHoldsASecret()
{
    const QString key = u"feedface0123456789abcdef"_s;
    const QString password = u"pr0xy w@rd"_s;
    ScriptedServer api;
    int answers = 0;
    api.setScript([&](const ScriptedServer::Request &request) {
        const QByteArray said =
            R"("notes":"key )" + key.toUtf8() + " proxy me:pr0xy%20w%40rd " +
            request.headers.value("authorization") +
            R"(","operatingSystem":{"passwords":[{"username":"root","password":"hunter2"}]})";
        if (++answers % 3 == 0) {
            ScriptedServer::Answer refusal = ScriptedServer::json(
                R"({"error":"no )" + key.toUtf8() + R"(","code":"SoftLayer_Exception_AccessDenied"})");
            refusal.status = 500;
            return refusal;
        }
        return ScriptedServer::json(R"({"id":1,"fullyQualifiedDomainName":"a.b.test",)" + said + '}');
    });
    InventoryStore store(serverCatalogue());
    ApiClient client(Connection{api.restBase(),
                                {Credentials::Scheme::Basic, u"SL777"_s, key},
                                // Of another host: loopback needs none, and only its secret is wanted here.
                                QNetworkProxy(QNetworkProxy::NoProxy, {}, 0, u"me"_s, password)},
                     Clock::system());
    DetailsPanel panel(client, store);
    panel.show();
    panel.setCurrentTab(5);
    panel.showServers({RowKey{RowKind::BareMetal, 1}});
    QTRY_VERIFY_WITH_TIMEOUT(answers > 3 && !panel.loader().isLoading(), DetailsFixture::patience);
    auto *raw = panel.findChild<QPlainTextEdit *>(u"rawText"_s);
    QTRY_VERIFY(raw->toPlainText().contains(u"key [hidden] proxy"_s));

    QStringList texts{raw->toPlainText(), panel.text()};
    for (const char *action : {"copyPropertyPath", "copyValue", "copyAll"}) {
        for (QAction *candidate : raw->parentWidget()->findChildren<QAction *>()) {
            if (candidate->objectName() == QLatin1String(action) || candidate->text().startsWith("Copy"_L1)) {
                candidate->trigger();
                texts.append(QGuiApplication::clipboard()->text());
            }
        }
    }
    for (const QLabel *label : panel.findChildren<QLabel *>())
        texts.append({label->text(), label->toolTip(), label->accessibleDescription()});
    Q_EMIT panel.findChildren<DetailsPage *>().first()->requestCopyWanted({ServerPart::Object});
    texts.append(QGuiApplication::clipboard()->text());
    const QByteArray pair = client.connection().credentials.authorizationHeader().mid(6);
    for (const QString &text : std::as_const(texts)) {
        for (const QString &secret :
             {key, password, u"pr0xy%20w%40rd"_s, u"hunter2"_s, QString::fromLatin1(pair)})
            QVERIFY2(!text.contains(secret), qPrintable(text.left(2000)));
    }
}

void TestDetailsPanel::copiesEverything()
{
    DetailsFixture fixture(60);
    fixture.panel->show();
    fixture.panel->showServers({fixture.metal(4)});
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.panel->loader().isLoading(), DetailsFixture::patience);
    const QString text = fixture.panel->text();
    for (const char *words : {"Bare metal · ", "Machine\n", "VLANs\n", "Disks\n", "On the next invoice\n",
                              "This billing cycle\n"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), words);
    Q_EMIT section(fixture, ServerSection::Machine)->copyAllWanted();
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
}

void TestDetailsPanel::fitsANarrowDock()
{
    DetailsFixture fixture(60);
    fixture.panel->resize(320, 700);
    fixture.panel->show();
    fixture.panel->showServers({fixture.guest(4)});
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.panel->loader().isLoading(), DetailsFixture::patience);
    QVERIFY2(fixture.panel->minimumSizeHint().width() <= 320,
             qPrintable(QString::number(fixture.panel->minimumSizeHint().width())));
    for (const DetailsSection *part : page(fixture, DetailsTab::Overview)->sections())
        QTRY_VERIFY(part->width() <= 320);
}

void TestDetailsPanel::namesOfAllTabsFit()
{
    DetailsFixture fixture(20);
    fixture.panel->resize(fixture.panel->sizeHint());
    fixture.panel->show();
    fixture.panel->showServers({fixture.metal(4)});
    auto *tabs = fixture.panel->findChild<FlatTabBar *>(u"detailsTabs"_s);
    QCOMPARE(tabs->count(), 6);
    QTRY_VERIFY(tabs->tabRect(5).right() < tabs->width()); // not scrolled
    for (int tab = 0; tab < tabs->count(); ++tab) {
        QCOMPARE(tabs->shownText(tab), tabs->tabText(tab));
        QVERIFY(!tabs->tabText(tab).isEmpty());
    }
}

LAYERSCOPE_TEST(QTEST_MAIN, TestDetailsPanel)
#include "tst_detailspanel.moc"
