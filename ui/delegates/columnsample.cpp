// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/columnsample.h"

#include "inventory/apiword.h"
#include "models/cellformat.h"

#include <QHash>

#include <algorithm>
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

QString aDate()
{
    return u"11/22/26, 12:02 PM"_s;
}

ColumnSample aCount()
{
    return {u"1,204"_s, u"≥ 26,204"_s};
}

ColumnSample sampleOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Integer:
        return aCount();
    case ColumnType::Decimal:
        return {u"12,204.90"_s, u"≥ 118,240.0"_s};
    case ColumnType::Flag:
        return {u"Yes"_s};
    case ColumnType::Timestamp:
        return {aDate()};
    case ColumnType::Text:
        break;
    }
    return {u"Some text"_s};
}

/// Of bytes, as they are shown.
ColumnSample aSize()
{
    return {u"888.8 GB"_s, u"≥ 888.8 GB"_s};
}

QString longestOf(const QStringList &words)
{
    return *std::max_element(words.cbegin(), words.cend(),
                             [](const QString &a, const QString &b) { return a.size() < b.size(); });
}

/// Each state that is known fits its column, in any language.
ColumnSample aStateOf(const QStringList &words)
{
    return {longestOf(words), {}, true};
}

QStringList wordsOf(std::span<const WordTone> tones)
{
    QStringList words;
    for (const WordTone &tone : tones)
        words.append(apiWord(QString::fromUtf8(tone.word)));
    return words;
}

ColumnSample withMore(const QString &value, const QString &longer)
{
    return {value, {}, false, false, longer};
}

QHash<QLatin1StringView, ColumnSample> makeSamples()
{
    const ColumnSample date{aDate()};
    const ColumnSample address{u"198.208.248.204"_s};
    const ColumnSample count = aCount();
    const ColumnSample traffic{u"12,204.90"_s, u"≥ 118,240.0"_s};
    const ColumnSample percent{u"104.5 %"_s};
    return {
        // servers
        {"kind"_L1, {u"Bare metal"_s}},
        {"id"_L1, {u"208448604"_s}},
        {"pool_id"_L1, {u"208448604"_s}},
        {"hostname"_L1, {u"cache01-prod"_s}},
        {"domain"_L1, {u"prod.example.com"_s}},
        {"fqdn"_L1, {u"web01.prod.example.com"_s}}, // indented by the tree
        {"state"_L1, aStateOf(serverStateWords())},
        {"datacenter"_L1, {u"dal10"_s}},
        {"public_ip"_L1, address},
        {"private_ip"_L1, address},
        {"management_ip"_L1, address},
        {"cores"_L1, {u"128"_s, u"≥ 26,204"_s}},
        {"memory_gb"_L1, {u"1,024"_s, u"≥ 131,880"_s}},
        {"os"_L1, withMore(u"Ubuntu 22.04-64"_s, u"Windows Server 2022 Standard"_s)},
        {"tags"_L1, withMore(u"production"_s, u"env:production, role:database, team:blue"_s)},
        {"pool"_L1, withMore(u"US/Canada"_s, u"US/Canada pool of production"_s)},
        {"billing"_L1, {u"Monthly"_s}},
        {"fee_month_usd"_L1, {u"12,204.90"_s, u"1,861,402.50"_s}},
        {"out_public_gb"_L1, traffic},
        {"in_public_gb"_L1, traffic},
        {"projected_public_gb"_L1, traffic},
        {"allocation_gb"_L1, {u"20,000"_s, u"≥ 1,861,402"_s}},
        {"owner"_L1, {u"SL123456_jsmith"_s}},
        {"notes"_L1, {u"Needs a new certificate in May"_s}},
        {"created"_L1, date},
        {"next_bill"_L1, date},
        {"cancellation"_L1, date},
        {"transaction"_L1, {u"Service setup pending"_s}},
        {"serial"_L1, {u"SL01HIIB-0042"_s}},
        {"manufacturer_serial"_L1, {u"SL01HIIB-0042"_s}},
        {"chassis"_L1, {u"SuperMicro 2U 12 drives"_s}},
        {"public_vlan"_L1, {u"ams03.bcr01a.1234"_s}},
        {"private_vlan"_L1, {u"ams03.bcr01a.1234"_s}},
        {"global_id"_L1, {u"8d1a4b0e-7c52-4c0b-9f3e-2a6d5e4f1b00"_s}},
        {"power"_L1, {u"Running"_s}},
        {"private_only"_L1, {u"Yes"_s}},
        {"row_state"_L1, {u"Complete"_s}},
        // VLANs and subnets
        {"qualified_name"_L1, {u"ams03.bcr01a.1234"_s}},
        {"vlan"_L1, {u"ams03.bcr01a.1234"_s}},
        {"gateway"_L1, {u"gateway-dal10-01"_s}},
        {"firewall"_L1, {u"fw-dal10.example.com"_s}},
        {"router"_L1, {u"fcr01a.dal10"_s}},
        {"network"_L1, address},
        {"note"_L1, {u"Needs a new gateway in May"_s}},
        // users
        {"email"_L1, {u"anna.mueller@example.com"_s}},
        // pools and their members
        {"name"_L1, {u"web01.prod.example.com"_s}}, // of a member, which is indented
        {"region"_L1, {u"Bare metal · ams03"_s}},   // of a member
        {"type"_L1, {u"Bare metal"_s}},
        {"devices"_L1, count},
        {"hardware_count"_L1, count},
        {"virtual_count"_L1, count},
        {"bare_metal_instance_count"_L1, count},
        {"private_network_only_count"_L1, count},
        {"controller_count"_L1, count},
        {"used_percent"_L1, {u"104.5 % of pool"_s, {}, true, true}},
        {"projected_percent"_L1, percent},
        {"pool_share_percent"_L1, percent},
        {"over"_L1, aStateOf({apiWord(u"now"_s), apiWord(u"projected"_s), apiWord(u"no"_s)})},
        {"ends"_L1, {u"11/22/2026"_s}}, // mostly empty, and to the day
        {"since"_L1, date},
        {"leaves"_L1, date},
    };
}

} // namespace

ColumnSample sampleOf(const ColumnSpec &column)
{
    static const QHash<QLatin1StringView, ColumnSample> samples = makeSamples();
    if (*column.sample != '\0')
        return {QString::fromUtf8(column.sample)};
    const auto sample = samples.constFind(QLatin1StringView(column.key));
    if (sample != samples.cend())
        return *sample;
    if (!column.tones.empty())
        return aStateOf(wordsOf(column.tones));
    if (column.holdsAddress)
        return {u"198.208.248.204"_s};
    ColumnSample usual = CellFormat::isSize(column) ? aSize() : sampleOf(column.type);
    if (!column.isSummable)
        usual.sum.clear();
    return usual;
}

} // namespace layerscope
