// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/columnsample.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

QString sampleText(ColumnIndex column)
{
    switch (column) {
    case ServerColumn::Kind:
        return u"Bare metal"_s;
    case ServerColumn::Id:
    case ServerColumn::PoolId:
        return u"123456789"_s;
    case ServerColumn::Hostname:
        return u"cache01-prod"_s;
    case ServerColumn::Domain:
        return u"prod.example.com"_s;
    case ServerColumn::Fqdn:
        return u"cache-web01.prod.example.com"_s;
    case ServerColumn::State:
        return u"Provisioning"_s;
    case ServerColumn::Datacenter:
        return u"dal10"_s;
    case ServerColumn::PublicIp:
    case ServerColumn::PrivateIp:
    case ServerColumn::ManagementIp:
        return u"198.51.100.100"_s;
    case ServerColumn::Cores:
        return u"128"_s;
    case ServerColumn::MemoryGb:
        return u"1,024"_s;
    case ServerColumn::Os:
        return u"Ubuntu 22.04-64 Minimal"_s;
    case ServerColumn::Tags:
        return u"production;web"_s;
    case ServerColumn::Pool:
        return u"US/Canada"_s;
    case ServerColumn::Billing:
        return u"Monthly"_s;
    case ServerColumn::FeeMonthUsd:
    case ServerColumn::OutPublicGb:
    case ServerColumn::InPublicGb:
    case ServerColumn::ProjectedPublicGb:
        return u"12,204.90"_s;
    case ServerColumn::AllocationGb:
        return u"20,000"_s;
    case ServerColumn::Owner:
        return u"SL123456_jsmith"_s;
    case ServerColumn::Notes:
        return u"Needs a new certificate in May"_s;
    case ServerColumn::Created:
    case ServerColumn::NextBill:
    case ServerColumn::Cancellation:
        return u"22/11/2026, 14:02 PM"_s;
    case ServerColumn::Transaction:
        return u"Service setup pending"_s;
    case ServerColumn::Serial:
    case ServerColumn::ManufacturerSerial:
        return u"SL01HIIB-0042"_s;
    case ServerColumn::Chassis:
        return u"SuperMicro 2U 12 drives"_s;
    case ServerColumn::PublicVlan:
    case ServerColumn::PrivateVlan:
        return u"dal10.fcr01a.1234"_s;
    case ServerColumn::GlobalId:
        return u"8d1a4b0e-7c52-4c0b-9f3e-2a6d5e4f1b00"_s;
    case ServerColumn::Power:
        return u"Running"_s;
    case ServerColumn::PrivateOnly:
        return u"Yes"_s;
    case ServerColumn::RowState:
        return u"Complete"_s;
    default:
        return u"Some text"_s;
    }
}

QString sampleSumText(ColumnIndex column)
{
    switch (column) {
    case ServerColumn::Cores:
        return u"≥ 26,204"_s;
    case ServerColumn::MemoryGb:
        return u"≥ 131,880"_s;
    case ServerColumn::FeeMonthUsd:
    case ServerColumn::AllocationGb:
        return u"≥ 1,861,402.50"_s;
    case ServerColumn::OutPublicGb:
    case ServerColumn::InPublicGb:
    case ServerColumn::ProjectedPublicGb:
        return u"≥ 118,240.0"_s;
    default:
        return {};
    }
}

} // namespace layerscope
