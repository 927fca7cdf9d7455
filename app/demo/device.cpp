// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/device.h"

#include "demo/pool.h"
#include "demo/wirevalues.h"

#include <array>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

// Peculiar rows come at fixed intervals rather than by lot, so that even the smallest account has some of
// each.
constexpr int provisioningEvery = 26;
constexpr int privateOnlyEvery = 8;
constexpr int withoutBillingEvery = 23;
constexpr int withoutSystemEvery = 19;
constexpr int stoppedEvery = 11;
constexpr int spareEvery = 41;
constexpr int notesEvery = 2;
constexpr int sameNameEvery = 50;
constexpr int leavingEvery = 37;

constexpr int addressesABlock = 254; // .1 to .254

template<class Table>
const auto &pickByWeight(const Table &table, const Draw &draw, Trait trait)
{
    int total = 0;
    for (const auto &entry : table)
        total += entry.weight;
    int left = draw.below(total, trait);
    size_t position = 0;
    while (left >= table[position].weight)
        left -= table[position++].weight;
    return table[position];
}

quint32 addressIn(quint32 network, quint32 number)
{
    return network + (number / addressesABlock) * 256 + 1 + number % addressesABlock;
}

} // namespace

Device::Device(const AccountShape &shape, DeviceKind kind, int index)
    : m_shape(shape)
    , m_kind(kind)
    , m_index(index)
    , m_draw(scramble(shape.seed()) ^ scramble(static_cast<quint64>(index) * 2U + (isHardware() ? 0U : 1U)))
{}

QString Device::hostName() const
{
    // Two neighbours share a name: names are not unique in real accounts (softlayer-api §9, 35).
    if (isNth(sameNameEvery, 5) || isNth(sameNameEvery, 6))
        return u"db-server"_s;
    return pick(roles(), m_draw, Trait::Role) +
           QString::number(m_index + 1).rightJustified(isHardware() ? 2 : 3, u'0');
}

QString Device::domain() const
{
    return isNth(sameNameEvery, 6) || isNth(sameNameEvery, 5) ? domains().front()
                                                              : pick(domains(), m_draw, Trait::Domain);
}

const Datacenter &Device::datacenter() const
{
    return pickByWeight(datacenters(), m_draw, Trait::Datacenter);
}

const Owner &Device::owner() const
{
    return pick(owners(), m_draw, Trait::Owner);
}

const OperatingSystem *Device::operatingSystem() const
{
    if (isNth(withoutSystemEvery, 7) || isProvisioning())
        return nullptr;
    return &pickByWeight(operatingSystems(), m_draw, Trait::OperatingSystem);
}

const Transaction *Device::activeTransaction() const
{
    if (isProvisioning())
        return &transactions().front();
    if (!m_draw.perMille(30, Trait::Transaction))
        return nullptr;
    return &transactions()[1 + static_cast<size_t>(m_draw.below(static_cast<int>(transactions().size()) - 1,
                                                                Trait::Transaction, 1))];
}

std::optional<QString> Device::note() const
{
    if (!isNth(notesEvery, 0))
        return std::nullopt;
    const auto table = notes();
    // Guests start elsewhere in the table, so that a small account shows more of it.
    const size_t start = isHardware() ? 0 : table.size() / 2;
    return table[(static_cast<size_t>(m_index / notesEvery) + start) % table.size()];
}

bool Device::isProvisioning() const
{
    return isNth(provisioningEvery, 17);
}

bool Device::isHourly() const
{
    return m_draw.perMille(isHardware() ? 150 : 450, Trait::Hourly);
}

bool Device::isPrivateOnly() const
{
    return isNth(privateOnlyEvery, 4);
}

bool Device::isStopped() const
{
    return isNth(stoppedEvery, 9) && !isProvisioning();
}

bool Device::isSpare() const
{
    return isHardware() && isNth(spareEvery, 20);
}

bool Device::hasBillingItem() const
{
    return !isNth(withoutBillingEvery, 13);
}

int Device::cores() const
{
    static constexpr std::array hardwareCores{4, 8, 12, 16, 16, 20, 32, 36, 40, 48, 56, 64};
    static constexpr std::array guestCores{1, 2, 2, 4, 4, 4, 8, 8, 16, 32};
    return isHardware() ? pick(hardwareCores, m_draw, Trait::Cores) : pick(guestCores, m_draw, Trait::Cores);
}

int Device::memory() const
{
    static constexpr std::array hardwareGb{16, 32, 64, 64, 96, 128, 192, 256, 384, 512, 768};
    static constexpr std::array guestMb{512, 1024, 2048, 4096, 4096, 8192, 12288, 16384, 32768, 65536};
    return isHardware() ? pick(hardwareGb, m_draw, Trait::Memory) : pick(guestMb, m_draw, Trait::Memory);
}

qint64 Device::monthlyCents() const
{
    const qint64 byLot = m_draw.below(2000, Trait::Fee);
    if (isHardware())
        return 9900 + qint64{cores()} * 650 + qint64{memory()} * 75 + byLot;
    return 500 + qint64{cores()} * 730 + qint64{memory()} * 6 / 10 + byLot;
}

qint64 Device::createdAt() const
{
    constexpr int oldestDays = 3200;
    if (isProvisioning())
        return accountNow - 60 - m_draw.below(7200, Trait::Created);
    return accountNow - qint64{1 + m_draw.below(oldestDays, Trait::Created)} * secondsADay -
           m_draw.below(static_cast<int>(secondsADay), Trait::Created, 1);
}

std::optional<quint32> Device::publicAddress() const
{
    if (isPrivateOnly())
        return std::nullopt;
    // 198.18.0.0/15 is set aside for tests (RFC 2544): one /16 a kind, and carrier space (RFC 6598) beyond
    // that. The factor scatters neighbours; it has no divisor in common with the count of addresses, so
    // nothing meets.
    constexpr quint32 addresses = 256 * addressesABlock;
    constexpr quint32 scatter = 30011;
    const auto number = static_cast<quint32>(m_index);
    if (number < addresses)
        return addressIn(isHardware() ? 0xC6120000U : 0xC6130000U, number * scatter % addresses);
    return addressIn(isHardware() ? 0x64400000U : 0x64600000U, number - addresses);
}

quint32 Device::privateAddress() const
{
    return addressIn(isHardware() ? 0x0A000000U : 0x0A800000U, static_cast<quint32>(m_index));
}

quint32 Device::managementAddress() const
{
    return addressIn(0xAC100000U, static_cast<quint32>(m_index));
}

int Device::poolNumber() const
{
    const int lot = m_draw.below(1000, Trait::Pool);
    if (lot < 180 || m_shape.poolCount() == 0)
        return -1;
    if (lot < 280)
        return 0;
    // Pools take devices of their region only, so some candidates are looked at. To take the most attractive
    // of three makes large and small pools; one device of five takes the first, so that none stays without.
    constexpr int maxCandidates = 24;
    constexpr int maxChoices = 3;
    const Datacenter &place = datacenter();
    int choices = m_draw.below(5, Trait::Pool, 1) == 0 ? 1 : maxChoices;
    int best = 0;
    quint64 bestAttraction = 0;
    for (int nth = 0; nth < maxCandidates && choices > 0; ++nth) {
        const int number = 1 + m_draw.below(m_shape.poolCount(), Trait::Pool, static_cast<quint64>(nth) + 2);
        const Pool pool(m_shape, number);
        if (!pool.takes(place))
            continue;
        --choices;
        if (best == 0 || pool.attraction() > bestAttraction) {
            best = number;
            bestAttraction = pool.attraction();
        }
    }
    return best;
}

PoolRelation Device::poolRelation() const
{
    if (!isHardware())
        return PoolRelation::VirtualGuests;
    if (isPrivateOnly())
        return PoolRelation::PrivateNetworkOnlyHardware;
    return isHourly() ? PoolRelation::BareMetalInstances : PoolRelation::Hardware;
}

std::optional<qint64> Device::leavesPoolAt() const
{
    if (!isNth(leavingEvery, 10))
        return std::nullopt;
    return accountNow + daysLeft * secondsADay;
}

std::optional<int> Device::allocationGb() const
{
    static constexpr std::array hardwareGb{20000, 20000, 5000, 5000, 1000, 500, 0};
    static constexpr std::array guestGb{250, 250, 1000, 1000, 5000, 0};
    if (isPrivateOnly() || m_draw.perMille(40, Trait::Allocation, 1))
        return std::nullopt;
    return isHardware() ? pick(hardwareGb, m_draw, Trait::Allocation)
                        : pick(guestGb, m_draw, Trait::Allocation);
}

std::optional<qint64> Device::outboundPublic() const
{
    if (isPrivateOnly() || isProvisioning())
        return std::nullopt;
    return publicTraffic(Trait::Outbound);
}

std::optional<qint64> Device::inboundPublic() const
{
    if (isPrivateOnly() || isProvisioning())
        return std::nullopt;
    return publicTraffic(Trait::Inbound);
}

qint64 Device::outboundPrivate() const
{
    return traffic(Trait::PrivateTraffic);
}

qint64 Device::inboundPrivate() const
{
    return traffic(Trait::PrivateTraffic) / 3;
}

std::optional<qint64> Device::projectedPublic() const
{
    const std::optional<qint64> outbound = outboundPublic();
    if (!outbound || m_draw.perMille(50, Trait::Outbound, 2))
        return std::nullopt;
    return *outbound * daysOfCycle / daysPassed / 1000;
}

std::optional<qint64> Device::publicTraffic(Trait direction) const
{
    const int number = poolNumber();
    if (number <= 0)
        return traffic(direction);
    return Pool(m_shape, number).memberTraffic(m_draw, allocationGb(), direction);
}

qint64 Device::traffic(Trait trait) const
{
    // Sizes from some kB to thousands of GB, each order of magnitude equally often; one in sixteen has none
    // at all.
    static constexpr std::array<int, 7> upTo{100, 2'000, 40'000, 600'000, 9'000'000, 90'000'000, 600'000'000};
    if (m_draw.below(16, trait) == 0)
        return 0;
    return m_draw.below(pick(upTo, m_draw, trait), trait, 1);
}

} // namespace layerscope::demo
