// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoload.h"
#include "support/scriptedserver.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// An account without device states: a halted guest and a running one, both provisioned.
class TestServerPower : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isAskedForWhereNothingElseTells();
    void isAskedForWhenAListEndsLast();
    void isAskedForWhenItsColumnIsWantedLate();
    void isNotAskedForWithDeviceStates();
    void costsNoRowItsStateIfRefused();

private:
    [[nodiscard]] ScriptedServer::Answer answer(const ScriptedServer::Request &request) const;
    [[nodiscard]] LoadOutcome load();
    [[nodiscard]] int callsForPower() const;
    [[nodiscard]] QString stateOf(qint64 guest) const;

    bool m_hasDeviceStates = false;
    bool m_refusesPower = false;
    std::unique_ptr<ScriptedServer> m_server;
    QuickClock m_clock;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<InventoryStore> m_store;
    std::unique_ptr<AccountLoader> m_loader;
};

void TestServerPower::init()
{
    m_hasDeviceStates = false;
    m_refusesPower = false;
    m_loader.reset();
    m_client.reset();
    m_server = std::make_unique<ScriptedServer>();
    m_server->setScript([this](const ScriptedServer::Request &request) { return answer(request); });
    m_client = std::make_unique<ApiClient>(Connection{m_server->restBase(),
                                                      {Credentials::Scheme::Basic, u"user"_s, u"key"_s},
                                                      QNetworkProxy(QNetworkProxy::NoProxy)},
                                           DemoLoad::options(), m_clock);
    m_store = std::make_unique<InventoryStore>(serverCatalogue());
    m_loader = std::make_unique<AccountLoader>(*m_client, *m_store);
    m_loader->setWantedColumns(ColumnSet().set(ServerColumn::State).set(ServerColumn::Fqdn));
}

ScriptedServer::Answer TestServerPower::answer(const ScriptedServer::Request &request) const
{
    const QByteArray mask = request.query("objectMask");
    if (request.path().endsWith("SoftLayer_Account/getObject.json"))
        return ScriptedServer::json(R"({"id":1,"hardwareCount":0,"virtualGuestCount":2})");
    if (m_refusesPower && mask.contains("powerState")) {
        ScriptedServer::Answer refusal =
            ScriptedServer::json(R"({"error":"Access Denied.","code":"SoftLayer_Exception_Public"})");
        refusal.status = 403;
        return refusal;
    }
    QJsonArray guests;
    for (const auto &[id, power] : {std::pair(7, u"HALTED"_s), std::pair(8, u"RUNNING"_s)}) {
        QJsonObject guest{{u"id"_s, id},
                          {u"fullyQualifiedDomainName"_s, u"web.example.com"_s},
                          {u"status"_s, QJsonObject{{u"keyName"_s, u"ACTIVE"_s}}}};
        if (m_hasDeviceStates)
            guest.insert(u"deviceStatus"_s, QJsonObject{{u"keyName"_s, u"STOPPED"_s}});
        if (mask.contains("powerState"))
            guest.insert(u"powerState"_s, QJsonObject{{u"keyName"_s, power}});
        if (request.path().endsWith(QByteArray('/' + QByteArray::number(id) + "/getObject.json")))
            return ScriptedServer::json(QJsonDocument(guest).toJson());
        guests.append(guest);
    }
    if (!request.path().endsWith("getVirtualGuests.json"))
        return ScriptedServer::json("[]");
    ScriptedServer::Answer list = ScriptedServer::json(QJsonDocument(guests).toJson());
    list.headers.append(std::pair(QByteArray("SoftLayer-Total-Items"), QByteArray("2")));
    return list;
}

LoadOutcome TestServerPower::load()
{
    QSignalSpy finished(m_loader.get(), &AccountLoader::finished);
    m_loader->start();
    if (!finished.wait(DemoLoad::patience))
        m_loader->stop();
    return m_loader->outcome();
}

int TestServerPower::callsForPower() const
{
    const QList<ScriptedServer::Request> &all = m_server->requests();
    return static_cast<int>(std::count_if(all.cbegin(), all.cend(), [](const ScriptedServer::Request &call) {
        return call.query("objectMask").contains("powerState");
    }));
}

QString TestServerPower::stateOf(qint64 guest) const
{
    const std::optional<int> row = m_store->table().find({RowKind::Virtual, guest});
    return row ? m_store->table().text(*row, ServerColumn::State) : u"not listed"_s;
}

void TestServerPower::isAskedForWhereNothingElseTells()
{
    for (int round = 0; round < 2; ++round) { // and again by a refresh
        QVERIFY(load().isComplete());
        QCOMPARE(stateOf(7), u"HALTED"_s);
        QCOMPARE(stateOf(8), u"RUNNING"_s);
        QCOMPARE(callsForPower(), round + 1);
    }
}

/// The details of all that stands are there, and then the other list ends: nothing else would ask.
void TestServerPower::isAskedForWhenAListEndsLast()
{
    m_server->setScript([this](const ScriptedServer::Request &request) {
        return request.path().endsWith("getHardware.json")
                   ? ScriptedServer::fault(ScriptedServer::Answer::Fault::Hold)
                   : answer(request);
    });
    QSignalSpy finished(m_loader.get(), &AccountLoader::finished);
    m_loader->start();
    QTRY_COMPARE(stateOf(7), u"ACTIVE"_s);
    QTRY_COMPARE(stateOf(8), u"ACTIVE"_s);
    QVERIFY(letItTurn());
    QCOMPARE(finished.count(), 0);
    m_server->answerHeld(ScriptedServer::json("[]"));
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(stateOf(7), u"HALTED"_s);
}

void TestServerPower::isAskedForWhenItsColumnIsWantedLate()
{
    m_loader->setWantedColumns(ColumnSet().set(ServerColumn::Fqdn));
    QVERIFY(load().isComplete());
    QSignalSpy finished(m_loader.get(), &AccountLoader::finished);
    m_loader->setWantedColumns(ColumnSet().set(ServerColumn::State).set(ServerColumn::Fqdn));
    QVERIFY(m_loader->isRunning());
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(stateOf(7), u"HALTED"_s);
}

void TestServerPower::isNotAskedForWithDeviceStates()
{
    m_hasDeviceStates = true;
    QVERIFY(load().isComplete());
    QCOMPARE(stateOf(7), u"STOPPED"_s);
    QCOMPARE(callsForPower(), 0);
}

void TestServerPower::costsNoRowItsStateIfRefused()
{
    m_refusesPower = true;
    QVERIFY(load().isComplete()); // nobody wanted that column
    QCOMPARE(stateOf(7), u"ACTIVE"_s);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestServerPower)
#include "tst_serverpower.moc"
