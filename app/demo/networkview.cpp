// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/networkview.h"

#include "demo/wirevalues.h"

#include <algorithm>
#include <numeric>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

// Far apart from the ids of the servers' parts. VLANs and subnets have no id in common.
constexpr qint64 firstNetworkTagReferenceId = 1'600'000'001;
constexpr qint64 firstNetworkBillingItemId = 900'000'001;

QList<int> rowsUpTo(size_t count)
{
    QList<int> rows(static_cast<qsizetype>(count));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

} // namespace

NetworkView::NetworkView(std::shared_ptr<const NetworkIndex> index, const AccountShape &shape,
                         const QList<qint64> &vanishedHardware, const QList<qint64> &vanishedGuests,
                         QList<qint64> vanishedVlans, QList<qint64> vanishedSubnets)
    : m_index(std::move(index))
    , m_shape(shape)
    , m_vanishedHardware(shape.deviceIndexes(DeviceKind::Hardware, vanishedHardware))
    , m_vanishedGuests(shape.deviceIndexes(DeviceKind::Guest, vanishedGuests))
    , m_vanishedVlans(std::move(vanishedVlans))
    , m_vanishedSubnets(std::move(vanishedSubnets))
{}

QList<int> NetworkView::vlans() const
{
    QList<int> rows = rowsUpTo(m_index->vlans().size());
    for (const qint64 id : m_vanishedVlans) {
        if (const auto row = m_index->rowOfVlan(id))
            rows.removeOne(*row);
    }
    return rows;
}

QList<int> NetworkView::subnets() const
{
    QList<int> rows = rowsUpTo(m_index->subnets().size());
    for (const qint64 id : m_vanishedSubnets) {
        if (const auto row = m_index->rowOfSubnet(id))
            rows.removeOne(*row);
    }
    return rows;
}

std::optional<int> NetworkView::rowOfVlan(qint64 id) const
{
    return m_vanishedVlans.contains(id) ? std::nullopt : m_index->rowOfVlan(id);
}

std::optional<int> NetworkView::rowOfSubnet(qint64 id) const
{
    return m_vanishedSubnets.contains(id) ? std::nullopt : m_index->rowOfSubnet(id);
}

QList<int> NetworkView::devicesOnVlan(int row, DeviceKind kind) const
{
    QList<int> indexes = m_index->membersOfVlan(row).of(kind);
    if (!vanished(kind).isEmpty())
        indexes.removeIf([&](int index) { return vanished(kind).contains(index); });
    return indexes;
}

QList<int> NetworkView::hardwareTrunkedTo(int row) const
{
    QList<int> indexes = m_index->membersOfVlan(row).trunkedHardware;
    if (!m_vanishedHardware.isEmpty())
        indexes.removeIf([&](int index) { return m_vanishedHardware.contains(index); });
    return indexes;
}

QList<int> NetworkView::devicesInSubnet(int row, DeviceKind kind) const
{
    QList<int> indexes;
    for (const AddressedDevice &device : m_index->devicesIn(subnet(row))) {
        if (device.kind == kind && !vanished(kind).contains(device.index))
            indexes.append(device.index);
    }
    std::sort(indexes.begin(), indexes.end());
    return indexes;
}

std::optional<AddressedDevice> NetworkView::deviceWithTarget(int row) const
{
    const Subnet &routed = subnet(row);
    const auto aim = routed.target ? rowOfSubnet(routed.targetSubnetId) : std::nullopt;
    if (!aim)
        return std::nullopt;
    for (const AddressedDevice &device : m_index->devicesIn(subnet(*aim))) {
        if (device.address == *routed.target && !vanished(device.kind).contains(device.index))
            return device;
    }
    return std::nullopt;
}

QList<int> NetworkView::subnetsOnVlan(int row) const
{
    QList<int> rows = m_index->membersOfVlan(row).subnets;
    for (const qint64 id : m_vanishedSubnets) {
        if (const auto gone = m_index->rowOfSubnet(id))
            rows.removeOne(*gone);
    }
    return rows;
}

JsonArray networkTags(const Draw &draw, qint64 id, const QString &kind)
{
    constexpr int maxTags = 3;
    constexpr int step = 5;
    JsonArray references;
    const auto table = tags();
    const auto size = static_cast<int>(table.size());
    const int count = draw.below(maxTags, Trait::Tags);
    const int first = draw.below(size, Trait::Tags, 1);
    for (int i = 0; i < count; ++i) {
        const Tag &tag = table[static_cast<size_t>((first + i * step) % size)];
        references.append(JsonObject{{u"id"_s, firstNetworkTagReferenceId + id * maxTags + i},
                                     {u"tagId"_s, tag.id},
                                     {u"resourceTableId"_s, id},
                                     {u"usrRecordId"_s, pick(owners(), draw, Trait::Owner).id},
                                     {u"empRecordId"_s, JsonValue()},
                                     {u"tag"_s, JsonObject{{u"id"_s, tag.id},
                                                           {u"accountId"_s, AccountShape::accountId()},
                                                           {u"internal"_s, 0},
                                                           {u"name"_s, tag.name}}},
                                     {u"tagType"_s, JsonObject{{u"keyName"_s, kind}}}});
    }
    return references;
}

JsonObject networkBillingItem(const Draw &draw, qint64 id, int monthlyCents)
{
    const qint64 created = accountNow - qint64{100 + draw.below(2500, Trait::Created)} * secondsADay;
    return {{u"id"_s, firstNetworkBillingItemId + id},
            {u"recurringFee"_s, wireDecimal(monthlyCents, 2)},
            {u"createDate"_s, wireDate(created)},
            {u"cycleStartDate"_s, wireDate(cycleStart)},
            {u"lastBillDate"_s, wireDate(cycleStart)},
            {u"nextBillDate"_s, wireDate(nextBill)},
            {u"cancellationDate"_s, JsonValue()},
            {u"hourlyFlag"_s, false},
            {u"nextInvoiceTotalRecurringAmount"_s, static_cast<double>(monthlyCents) / 100}};
}

QString networkModifyDate(const Draw &draw)
{
    return wireDate(accountNow - qint64{1 + draw.below(2000, Trait::Modified)} * secondsADay -
                    draw.below(static_cast<int>(secondsADay), Trait::Modified, 1));
}

} // namespace layerscope::demo
