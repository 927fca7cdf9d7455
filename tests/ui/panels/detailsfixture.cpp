// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/detailsfixture.h"

#include "inventory/columncatalogue.h"

#include <QJsonObject>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

DetailsFixture::DetailsFixture(int servers, FaultPlan faults, LatencyModel latency, Clock &clientClock)
    : DemoClient(servers, std::move(faults), latency, &clientClock)
    , store(serverCatalogue())
{
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
