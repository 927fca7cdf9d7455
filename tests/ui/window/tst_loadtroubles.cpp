// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "ui/window/windowparts.h"

#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "widgets/emptystate.h"
#include "window/asofstatus.h"
#include "window/loadstatus.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace layerscope;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

using State = AccountLoader::State;

/// What a window says, and keeps, where a load does not come to its usual end.
class TestLoadTroubles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongKeySaysSoAndCanBeTriedAgain();
    void lostNetworkKeepsTheRows();
    void downServerIsSaidAndGoesOnByItself();
    void emptyAccountSaysSo();
    void refusedColumnsAreProblemsNotBlanks();
};

void TestLoadTroubles::wrongKeySaysSoAndCanBeTriedAgain()
{
    WindowFixture fixture(60);
    Connection wrong = fixture.connection();
    wrong.credentials.secret = u"0000"_s;
    fixture.openAs(wrong);
    fixture.window->show();
    QTRY_COMPARE_WITH_TIMEOUT(loadState(fixture), State::Failed, loadTimeout);
    auto *empty = emptyServers(fixture);
    QVERIFY(empty->isVisible());
    QVERIFY2(empty->sentence().contains(u"key"_s), qPrintable(empty->sentence()));
    auto *button = empty->findChild<QPushButton *>(u"emptyAction"_s);
    button->click();
    QVERIFY(fixture.window->session()->loader().isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(loadState(fixture), State::Failed, loadTimeout);
    for (const QLabel *label : fixture.window->findChildren<QLabel *>())
        QVERIFY(!label->text().contains(wrong.credentials.secret));
}

void TestLoadTroubles::lostNetworkKeepsTheRows()
{
    WindowFixture fixture(60);
    fixture.client.patience = 500ms;
    fixture.makeWindow();
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    fixture.server.reset();
    fixture.trigger(u"refresh"_s);
    auto *banner = fixture.window->page()->rows(serversTable).findChild<QLabel *>(u"bannerSentence"_s);
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), loadTimeout);
    QVERIFY2(banner->text().contains(u"has not answered since"_s), qPrintable(banner->text()));
    QCOMPARE(serversModel(fixture).rowCount(), 60);
    QVERIFY(!emptyServers(fixture)->isVisible());
    QVERIFY(
        fixture.window->page()->rows(serversTable).findChild<QPushButton *>(u"bannerAction"_s)->isVisible());
    QVERIFY(fixture.window->session()->loader().isRunning()); // it goes on by itself
    fixture.trigger(u"stop"_s);
    QCOMPARE(loadState(fixture), State::Stopped);
    QCOMPARE(serversModel(fixture).rowCount(), 60);
}

void TestLoadTroubles::downServerIsSaidAndGoesOnByItself()
{
    WindowFixture fixture(60);
    fixture.client.patience = 500ms;
    fixture.makeWindow();
    fixture.server->setFaultPlan({{{Fault::Kind::HtmlBadGateway, {}, 0, {}, {}}}, 0, false});
    fixture.open();
    auto *empty = emptyServers(fixture);
    QTRY_VERIFY_WITH_TIMEOUT(empty->sentence().contains(u"502 Bad Gateway"_s), loadTimeout);
    auto *status = fixture.window->findChild<LoadStatus *>();
    QVERIFY2(status->summary().contains(u"does not answer"_s), qPrintable(status->summary()));
    QVERIFY(fixture.window->session()->loader().isRunning());

    fixture.server->setFaultPlan({});
    empty->findChild<QPushButton *>(u"emptyAction"_s)->click(); // or ten seconds later
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QCOMPARE(serversModel(fixture).rowCount(), 60);
    QVERIFY(!empty->isVisible());
    QVERIFY(
        !fixture.window->page()->rows(serversTable).findChild<QLabel *>(u"bannerSentence"_s)->isVisible());
    QVERIFY2(!status->summary().contains(u"does not answer"_s), qPrintable(status->summary()));
}

void TestLoadTroubles::emptyAccountSaysSo()
{
    WindowFixture fixture(0);
    fixture.open();
    auto *empty = emptyServers(fixture);
    QVERIFY(empty->isVisible()); // it is asking
    const auto *status = fixture.window->findChild<AsOfStatus *>();
    QVERIFY2(!status->text().contains(u"as of"_s), qPrintable(status->text()));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QVERIFY(empty->isVisible());
    QVERIFY2(empty->sentence().contains(u"no servers"_s), qPrintable(empty->sentence()));
    QVERIFY2(status->text().contains(u"as of"_s), qPrintable(status->text())); // and when that was so
}

void TestLoadTroubles::refusedColumnsAreProblemsNotBlanks()
{
    Fault refused{Fault::Kind::RefusedRelation};
    refused.property = u"billingItem"_s;
    FaultPlan plan;
    plan.faults.append(refused);
    WindowFixture fixture(60, 0ms, plan);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QVERIFY(!serversModel(fixture).index(0, ServerColumn::FeeMonthUsd).data().toString().isEmpty());
    QVERIFY(!serversModel(fixture).index(0, ServerColumn::PrivateIp).data().toString().isEmpty());
    auto *problems = fixture.window->findChild<QToolButton *>(u"problems"_s);
    QTRY_VERIFY(problems->isVisible());
    QVERIFY2(problems->text().contains(u"not permitted"_s), qPrintable(problems->text()));
    problems->click();
    auto *reasons = fixture.window->findChild<QLabel *>(u"problemReasons"_s);
    QVERIFY(reasons->isVisible());
    QCOMPARE(reasons->text(), fixture.window->session()->loader().outcome().reasons().join(u'\n'));
}

LAYERSCOPE_TEST(QTEST_MAIN, TestLoadTroubles)
#include "tst_loadtroubles.moc"
