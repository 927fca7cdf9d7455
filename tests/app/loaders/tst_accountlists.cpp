// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/accountlists.h"

#include "demoload.h"
#include "quickclock.h"
#include "support/apicalls.h"
#include "support/scriptedserver.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// The lists of both kinds by themselves. (What a whole load makes of them is in tst_accountloader and
/// tst_faultyaccount.)
class TestAccountLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void bothKindsSideBySide();
    void firstPagesGoOutBeforeTheAccountSpeaks();
    void allPagesGoOutWhenItHasSpoken();
    void whoIsShortOfWhatIsAnnouncedLateIsCountedOnceMore();
    void withoutAWordOfTheAccountListsEnd();
    void stoppedAfterTheAnnouncementSaysNothing();
    void wrongKeyDoesNotWaitForTheAccount();
    void noKindsAreOverAtOnce();
    void countsOnceMoreWhatIsMissing();
    void aRetryWhileItCountsIsNoEnd();
    void saysWhyNothingCanBeHad();
    void oneRefusedListIsNotTheEnd();
    void rowsWithoutAnIdAreMissed();
    void goneServersLeaveTheStore();
    void stopsWithoutAWord();

private:
    using Answer = ScriptedServer::Answer;
    using Request = ScriptedServer::Request;
    using Ended = std::optional<ApiError>;

    static AccountSummary announcing(qint64 hardware, qint64 guests)
    {
        AccountSummary account{7, u"Example"_s};
        account.setCount(RowKind::BareMetal, hardware);
        account.setCount(RowKind::Virtual, guests);
        return account;
    }
    static Answer servers(const Request &request)
    {
        return ScriptedServer::json(request.path().contains("getHardware")
                                        ? R"([{"id":1,"hostname":"a"},{"id":2,"hostname":"b"}])"
                                        : R"([{"id":1,"hostname":"c"}])");
    }
    [[nodiscard]] int calls(const QByteArray &method) const
    {
        return static_cast<int>(
            std::count_if(m_server->requests().cbegin(), m_server->requests().cend(),
                          [&method](const Request &request) { return request.path().contains(method); }));
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<QuickClock> m_clock;
    std::unique_ptr<InventoryStore> m_store;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<AccountLists> m_lists;
    QList<Ended> m_ends;
};

void TestAccountLists::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_server->setScript(servers);
    m_clock = std::make_unique<QuickClock>();
    m_store = std::make_unique<InventoryStore>(serverCatalogue());
    m_client =
        std::make_unique<ApiClient>(connectionTo(m_server->restBase()), ApiClient::Options{}, *m_clock);
    m_lists = std::make_unique<AccountLists>(*m_client, *m_store);
    m_lists->setNeedsRows(true);
    m_ends.clear();
    connect(m_lists.get(), &AccountLists::ended, this,
            [this](const Ended &hopeless) { m_ends.append(hopeless); });
    m_store->beginLoad();
}

void TestAccountLists::cleanup()
{
    m_lists.reset();
    m_client.reset();
    m_store.reset();
}

void TestAccountLists::bothKindsSideBySide()
{
    m_lists->start({RowKind::BareMetal, RowKind::Virtual}, announcing(2, 1));
    QVERIFY(!m_lists->areOver());
    QCOMPARE(m_lists->expected(), std::optional<qint64>(3));
    QTRY_COMPARE(m_ends.size(), 1);
    QVERIFY(!m_ends.first());
    QVERIFY(m_lists->areOver());
    QCOMPARE(m_lists->listed(), 3);
    m_store->flush();
    QCOMPARE(m_store->table().rowCount(), 3);
    QCOMPARE(m_lists->outcome().size(), 2);
    QVERIFY(m_lists->outcome().first().isComplete());
    QCOMPARE(calls("getObject"), 0); // nothing is missing, so nobody is asked again
}

void TestAccountLists::firstPagesGoOutBeforeTheAccountSpeaks()
{
    m_server->setScript([](const Request &request) {
        Answer answer = servers(request);
        answer.headers.emplaceBack("SoftLayer-Total-Items",
                                   request.path().contains("getHardware") ? "2" : "1");
        return answer;
    });
    m_lists->begin({RowKind::BareMetal, RowKind::Virtual});
    QTRY_COMPARE(m_lists->listed(), 3);
    QVERIFY(!m_lists->areOver()); // perhaps the account knows of more
    QVERIFY(!m_lists->expected());
    QVERIFY(m_ends.isEmpty());
    m_lists->announce(announcing(2, 1));
    QVERIFY(m_ends.isEmpty()); // not from inside
    QCOMPARE(m_lists->expected(), std::optional<qint64>(3));
    QTRY_COMPARE(m_ends.size(), 1);
    QVERIFY(!m_ends.first());
    QVERIFY(m_lists->areOver());
    QCOMPARE(m_server->requests().size(), 2);
}

/// The list names no total of its own here, and the first page does not come: the others do not wait for it.
void TestAccountLists::allPagesGoOutWhenItHasSpoken()
{
    constexpr qint64 total = 3'500;
    const auto page = [total](const Request &request) {
        const QList<QByteArray> limit = request.query("resultLimit").split(',');
        const qint64 from = limit.value(0).toLongLong();
        const qint64 to = std::min(from + limit.value(1).toLongLong(), total);
        QByteArrayList rows;
        for (qint64 id = from + 1; id <= to; ++id)
            rows.append("{\"id\":" + QByteArray::number(id) + '}');
        return ScriptedServer::json('[' + rows.join(',') + ']');
    };
    std::optional<Request> first;
    m_server->setScript([&first, &page](const Request &request) {
        if (first)
            return page(request);
        first = request;
        return ScriptedServer::fault(Answer::Fault::Hold);
    });
    m_lists->begin({RowKind::BareMetal});
    QTRY_COMPARE(m_server->heldCount(), 1);
    QCOMPARE(m_server->requests().size(), 1);
    m_lists->announce(announcing(total, 0));
    QTRY_COMPARE(m_lists->listed(), total - 999); // its last row is the next one's first
    QVERIFY(!m_lists->areOver());
    QVERIFY(m_server->answerHeld(page(*first)));
    QTRY_COMPARE(m_ends.size(), 1);
    QCOMPARE(m_lists->listed(), total);
}

void TestAccountLists::whoIsShortOfWhatIsAnnouncedLateIsCountedOnceMore()
{
    m_server->setScript([](const Request &request) {
        return request.path().contains("getObject")
                   ? ScriptedServer::json(
                         R"({"id":7,"companyName":"Example","hardwareCount":5,"virtualGuestCount":1})")
                   : servers(request);
    });
    m_lists->begin({RowKind::BareMetal, RowKind::Virtual});
    QTRY_COMPARE(m_lists->listed(), 3);
    m_lists->announce(announcing(5, 1));
    QTRY_COMPARE(m_ends.size(), 1);
    QCOMPARE(calls("getObject"), 1);
    QVERIFY(!m_lists->outcome()[0].isComplete());
    QVERIFY(m_lists->outcome()[1].isComplete());
}

void TestAccountLists::withoutAWordOfTheAccountListsEnd()
{
    m_lists->begin({RowKind::BareMetal, RowKind::Virtual});
    m_lists->announce(std::nullopt);
    QTRY_COMPARE(m_ends.size(), 1);
    QCOMPARE(m_lists->listed(), 3);
    QVERIFY(!m_lists->expected());   // neither the account nor a list has named a number
    m_lists->announce(std::nullopt); // once more changes nothing
    QVERIFY(letItTurn());
    QCOMPARE(m_ends.size(), 1);
}

void TestAccountLists::stoppedAfterTheAnnouncementSaysNothing()
{
    m_lists->begin({RowKind::BareMetal, RowKind::Virtual});
    QTRY_COMPARE(m_lists->listed(), 3);
    QVERIFY(letItTurn()); // both have ended
    m_lists->announce(announcing(7, 1));
    m_lists->stop();
    const auto asked = m_server->requests().size();
    QVERIFY(letItTurn());
    QVERIFY(m_ends.isEmpty());
    QCOMPARE(m_server->requests().size(), asked); // nobody counts once more
}

void TestAccountLists::wrongKeyDoesNotWaitForTheAccount()
{
    m_server->setScript([](const Request &) {
        return Answer{401,
                      R"({"error":"Invalid API token.","code":"SoftLayer_Exception_Public"})",
                      {},
                      Answer::Fault::None};
    });
    m_lists->begin({RowKind::BareMetal, RowKind::Virtual});
    QTRY_COMPARE(m_ends.size(), 1);
    QVERIFY(m_ends.first() && m_ends.first()->kind == ApiError::Kind::Unauthorized);
    m_lists->announce(std::nullopt);
    QVERIFY(letItTurn());
    QCOMPARE(m_ends.size(), 1);
}

void TestAccountLists::noKindsAreOverAtOnce()
{
    m_lists->start({}, announcing(2, 1));
    QVERIFY(m_lists->areOver());
    QVERIFY(!m_lists->expected());
    QVERIFY(m_lists->outcome().isEmpty());
}

void TestAccountLists::countsOnceMoreWhatIsMissing()
{
    m_server->setScript([](const Request &request) {
        return request.path().contains("getObject")
                   ? ScriptedServer::json(
                         R"({"id":7,"companyName":"Example","hardwareCount":2,"virtualGuestCount":2})")
                   : servers(request);
    });
    QList<qint64> recounts;
    connect(m_lists.get(), &AccountLists::recounted, this, [&recounts](const AccountSummary &counts) {
        recounts = {counts.count(RowKind::BareMetal).value_or(-1),
                    counts.count(RowKind::Virtual).value_or(-1)};
    });
    m_lists->start({RowKind::BareMetal, RowKind::Virtual}, announcing(5, 2));
    QTRY_COMPARE(m_ends.size(), 1);
    QCOMPARE(calls("getObject"), 1);
    QCOMPARE(recounts, (QList<qint64>{2, 2}));
    const QList<LoadOutcome::List> lists = m_lists->outcome();
    QVERIFY(lists[0].isComplete()); // three servers went while they were listed
    QVERIFY(!lists[1].isComplete());
    QCOMPARE(lists[1].announced, std::optional<qint64>(2));
}

/// The number would end the lists while they are read once more.
void TestAccountLists::aRetryWhileItCountsIsNoEnd()
{
    bool holdsLists = false;
    m_server->setScript([&holdsLists](const Request &request) {
        return holdsLists || request.path().contains("getObject") ? ScriptedServer::fault(Answer::Fault::Hold)
                                                                  : servers(request);
    });
    m_lists->start({RowKind::BareMetal}, announcing(5, 0));
    QTRY_COMPARE(m_server->heldCount(), 1);
    QCOMPARE(calls("getObject"), 1);
    holdsLists = true;
    m_lists->retry();
    QVERIFY(!m_lists->areOver());
    QTRY_COMPARE(calls("getHardware"), 2);
    QTRY_COMPARE(m_server->heldCount(), 1); // nobody waits for the number
    QVERIFY(m_ends.isEmpty());
    holdsLists = false; // it names no total, so there may be another page
    m_server->answerHeld(ScriptedServer::json(R"([{"id":1,"hostname":"a"},{"id":2,"hostname":"b"}])"));
    QTRY_COMPARE(calls("getObject"), 2);
    QTRY_COMPARE(m_server->heldCount(), 1);
    QVERIFY(!m_lists->areOver());
    m_server->answerHeld(ScriptedServer::json(R"({"id":7,"companyName":"Example","hardwareCount":2})"));
    QTRY_COMPARE(m_ends.size(), 1);
    QVERIFY(m_lists->outcome().constFirst().isComplete());
}

void TestAccountLists::saysWhyNothingCanBeHad()
{
    m_server->setScript([](const Request &) {
        return Answer{401,
                      R"({"error":"Invalid API token.","code":"SoftLayer_Exception_Public"})",
                      {},
                      Answer::Fault::None};
    });
    m_lists->start({RowKind::BareMetal, RowKind::Virtual}, std::nullopt);
    QTRY_COMPARE(m_ends.size(), 1);
    QVERIFY(m_ends.first());
    QVERIFY(m_ends.first()->kind == ApiError::Kind::Unauthorized);
}

void TestAccountLists::oneRefusedListIsNotTheEnd()
{
    m_server->setScript([](const Request &request) {
        return request.path().contains("getHardware")
                   ? Answer{404,
                            R"({"error":"Unable to find object","code":"SoftLayer_Exception_ObjectNotFound"})",
                            {},
                            Answer::Fault::None}
                   : servers(request);
    });
    m_lists->start({RowKind::BareMetal, RowKind::Virtual}, std::nullopt);
    QTRY_COMPARE(m_ends.size(), 1);
    QVERIFY(!m_ends.first());
    QCOMPARE(m_lists->outcome().first().errors.size(), 1);
    QCOMPARE(m_lists->listed(), 1);
}

void TestAccountLists::rowsWithoutAnIdAreMissed()
{
    m_server->setScript([](const Request &) {
        return ScriptedServer::json(
            R"([{"id":1,"hostname":"a"},{"id":"x","hostname":"b"},{"hostname":"c"}])");
    });
    m_lists->start({RowKind::BareMetal}, std::nullopt);
    QTRY_COMPARE(m_ends.size(), 1);
    QVERIFY(!m_ends.first());
    const LoadOutcome::List list = m_lists->outcome().constFirst();
    QCOMPARE(list.listed, 1);
    QVERIFY(!list.isComplete());
    QCOMPARE(list.errors.size(), 1);
    QVERIFY2(list.errors.constFirst().message.contains(u"usable id"_s),
             qPrintable(list.errors.constFirst().message));

    m_server->setScript([](const Request &) { return ScriptedServer::json(R"([{"id":"x"}])"); });
    m_lists->start({RowKind::BareMetal}, std::nullopt);
    QTRY_COMPARE(m_ends.size(), 2);
    QVERIFY(m_ends.constLast()); // an empty list would be a lie
}

void TestAccountLists::goneServersLeaveTheStore()
{
    m_lists->start({RowKind::BareMetal}, announcing(2, 0));
    QTRY_COMPARE(m_ends.size(), 1);
    m_server->setScript([](const Request &) { return ScriptedServer::json(R"([{"id":2,"hostname":"b"}])"); });
    m_store->flush();
    m_store->beginLoad();
    m_lists->start({RowKind::BareMetal}, announcing(1, 0));
    QTRY_COMPARE(m_ends.size(), 2);
    m_store->flush();
    QCOMPARE(m_store->table().rowCount(), 1);
    QCOMPARE(m_store->table().key(0).id, 2);
}

void TestAccountLists::stopsWithoutAWord()
{
    m_server->setScript([](const Request &) { return ScriptedServer::fault(Answer::Fault::Hold); });
    m_lists->start({RowKind::BareMetal, RowKind::Virtual}, announcing(2, 1));
    QTRY_COMPARE(m_server->heldCount(), 2);
    m_lists->stop();
    QTRY_COMPARE(m_server->heldCount(), 0); // the calls are given up
    QVERIFY(m_ends.isEmpty());
    QVERIFY(!m_lists->areOver());
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestAccountLists)
#include "tst_accountlists.moc"
