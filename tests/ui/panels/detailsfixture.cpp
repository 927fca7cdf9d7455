// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/detailsfixture.h"

#include "inventory/columncatalogue.h"

#include <QJsonObject>
#include <QNetworkProxy>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

FaultPlan withoutLimiter(FaultPlan plan)
{
    plan.callsPerSecond = 0;
    return plan;
}

} // namespace

DetailsFixture::DetailsFixture(int servers, FaultPlan faults, LatencyModel latency, Clock &clock)
    : server(servers, latency, withoutLimiter(std::move(faults)))
    , store(serverCatalogue())
{
    if (!server.start())
        qFatal("no port for the demo account");
    ApiClient::Options options;
    options.limits = {30, 30, 100'000};
    options.connectTimeout = std::chrono::minutes(5);
    options.transferTimeout = std::chrono::minutes(20);
    options.asksBeside = false; // a slow machine is no lost answer
    client = std::make_unique<ApiClient>(
        Connection{server.restUrl(),
                   {Credentials::Scheme::Basic, server.userName(), server.apiKey()},
                   QNetworkProxy(QNetworkProxy::NoProxy)},
        options, clock);
    store.beginLoad();
    listServers(RowKind::BareMetal, server.account().hardwareCount());
    listServers(RowKind::Virtual, server.account().guestCount());
    store.flush();
    panel = std::make_unique<DetailsPanel>(*client, store);
}

DetailsFixture::~DetailsFixture()
{
    panel.reset();
    client.reset();
}

void DetailsFixture::listServers(RowKind kind, int count)
{
    QList<RowPatch> patches;
    for (int index = 0; index < count; ++index) {
        const SimulatedAccount &account = server.account();
        const bool isMetal = kind == RowKind::BareMetal;
        const auto value = [&](const QString &property) {
            return isMetal ? account.hardwareValue(index, property) : account.guestValue(index, property);
        };
        RowPatch patch;
        patch.key = isMetal ? metal(index) : guest(index);
        patch.loaded.set(ServerGroup::Identity).set(ServerGroup::Status).set(ServerGroup::Datacenter);
        const QString state = isMetal ? value(u"hardwareStatus"_s)["status"_L1].toString()
                                      : value(u"deviceStatus"_s)["keyName"_L1].toString();
        patch.values = {{ServerColumn::Fqdn, value(u"fullyQualifiedDomainName"_s).toString()},
                        {ServerColumn::State, state},
                        {ServerColumn::Datacenter, value(u"datacenter"_s)["name"_L1].toString()}};
        patches.append(patch);
    }
    store.listRows(patches);
}

} // namespace layerscope
