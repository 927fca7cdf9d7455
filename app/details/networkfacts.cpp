// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/serverfacts.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace layerscope::facts {

namespace {

struct NetworkFactsText
{
    Q_DECLARE_TR_FUNCTIONS(NetworkFacts)
};

constexpr ServerPart interfacesPart = ServerPart::NetworkComponents;
constexpr ServerPart vlansPart = ServerPart::NetworkVlans;
constexpr ServerPart trunksPart = ServerPart::NetworkTrunks;

struct Vlan
{
    std::optional<qint64> id;
    std::optional<QString> number;
    std::optional<QString> name;
    std::optional<QString> fullName;
    std::optional<QString> space;
};

Vlan readVlan(const JsonReader &vlan)
{
    return {vlan["id"].integer(), vlan["vlanNumber"].text(), vlan["name"].text(),
            vlan["fullyQualifiedName"].text(), vlan["networkSpace"].text()};
}

std::vector<Vlan> vlansOf(FactList &list)
{
    std::vector<Vlan> vlans;
    // Public before private, then by number.
    const auto keyOf = [](const JsonReader &vlan) -> QString {
        const bool isPublic = vlan["networkSpace"].text() == QLatin1String("PUBLIC");
        return QLatin1String(isPublic ? "0 " : "1 ") + vlan["vlanNumber"].text().value_or(QString());
    };
    for (const JsonReader &vlan : sorted(list.read(vlansPart), keyOf))
        vlans.push_back(readVlan(vlan));
    return vlans;
}

/// VLANs that reach a server through the switch port of this interface, or, without an id, of any
/// (softlayer-api §6.7); guests have none.
std::vector<Vlan> trunksOf(FactList &list, std::optional<qint64> interfaceId = {})
{
    std::vector<Vlan> trunks;
    list.read(trunksPart).forEach([&](const JsonReader &interface) {
        if (interfaceId && interface["id"].integer() != interfaceId)
            return;
        interface["uplinkComponent"]["networkVlanTrunks"].forEach(
            [&trunks](const JsonReader &trunk) { trunks.push_back(readVlan(trunk["networkVlan"])); });
    });
    return trunks;
}

QString vlanTitle(const Vlan &vlan)
{
    const std::optional<QString> number =
        vlan.number ? std::optional(NetworkFactsText::tr("VLAN %1").arg(*vlan.number)) : std::nullopt;
    return joined({number, vlan.name})
        .value_or(vlan.fullName.value_or(NetworkFactsText::tr("VLAN without a number")));
}

/// "eth0"; the management card is just "mgmt".
QString interfaceName(const JsonReader &interface)
{
    const QString name = interface["name"].text().value_or(NetworkFactsText::tr("interface"));
    const std::optional<QString> port = interface["port"].text();
    return port ? name + *port : name;
}

std::optional<QString> subnetText(const JsonReader &subnet)
{
    const std::optional<QString> network = subnet["networkIdentifier"].text();
    if (!network)
        return std::nullopt;
    const std::optional<QString> bits = subnet["cidr"].text();
    if (bits)
        return *network + QLatin1Char('/') + *bits;
    return joined({network, subnet["netmask"].text()}, u" / ");
}

std::optional<QString> speedText(const FactList &list, const JsonReader &interface)
{
    const std::optional<qint64> speed = interface["speed"].integer();
    const std::optional<qint64> most = interface["maxSpeed"].integer();
    if (!speed)
        return std::nullopt;
    if (!most || *most == *speed || *most == 0)
        return list.text().speed(*speed);
    //: The speed of a network interface and what it could do at most
    return NetworkFactsText::tr("%1 of %2").arg(list.text().speed(*speed), list.text().speed(*most));
}

void addInterface(FactList &list, const JsonReader &interface, const std::vector<Vlan> &vlans)
{
    list.heading(interfaceName(interface));
    const std::optional<QString> status = interface["status"].text();
    list.optionalLine(interfacesPart, NetworkFactsText::tr("Status"),
                      status ? std::optional(FactText::word(*status)) : std::nullopt);
    std::optional<QString> address = interface["primaryIpAddress"].text();
    if (!address)
        address = interface["ipmiIpAddress"].text();
    list.line({interfacesPart}, NetworkFactsText::tr("IP"), address);
    std::optional<QString> mac = interface["macAddress"].text();
    if (!mac)
        mac = interface["ipmiMacAddress"].text();
    list.optionalLine(interfacesPart, NetworkFactsText::tr("MAC"), mac);
    list.optionalLine(interfacesPart, NetworkFactsText::tr("Speed"), speedText(list, interface));
    const JsonReader subnet = interface["primarySubnet"];
    list.optionalLine(interfacesPart, NetworkFactsText::tr("Subnet"), subnetText(subnet));
    list.optionalLine(interfacesPart, NetworkFactsText::tr("Gateway"), subnet["gateway"].text());
    list.optionalLine(interfacesPart, NetworkFactsText::tr("Broadcast"), subnet["broadcastAddress"].text());

    // Bare metal has the id, a virtual server the relation.
    std::optional<qint64> vlanId = interface["networkVlanId"].integer();
    if (!vlanId)
        vlanId = interface["networkVlan"]["id"].integer();
    const auto own = std::find_if(vlans.begin(), vlans.end(),
                                  [&vlanId](const Vlan &vlan) { return vlanId && vlan.id == vlanId; });
    if (own != vlans.end())
        list.linkLine(interfacesPart, NetworkFactsText::tr("VLAN"),
                      joined({own->number, own->name, own->fullName}), RowKind::Vlan, own->id);
    QStringList trunks;
    for (const Vlan &trunk : trunksOf(list, interface["id"].integer().value_or(0)))
        trunks.append(joined({trunk.number, trunk.name}, u" ").value_or(trunk.fullName.value_or(QString())));
    trunks.removeAll(QString());
    list.optionalLine(interfacesPart, NetworkFactsText::tr("Trunked"),
                      joined({trunks.join(QLatin1String(", "))}));

    QStringList groups;
    interface["securityGroupBindings"].forEach([&groups](const JsonReader &binding) {
        if (const std::optional<QString> name = binding["securityGroup"]["name"].text())
            groups.append(*name);
    });
    list.optionalLine(interfacesPart, NetworkFactsText::tr("Security groups"),
                      joined({groups.join(QLatin1String(", "))}));
}

} // namespace

void interfaces(FactList &list)
{
    const std::vector<Vlan> vlans = vlansOf(list);
    const std::vector<JsonReader> interfaces = sorted(list.read(interfacesPart), interfaceName);
    for (const JsonReader &interface : interfaces)
        addInterface(list, interface, vlans);
    if (interfaces.empty())
        list.none(interfacesPart, NetworkFactsText::tr("This server has no network interfaces."));
    list.pendingLines(interfacesPart, 4);
}

void vlans(FactList &list)
{
    const auto add = [&list](const Vlan &vlan, const QString &membership) {
        list.heading(vlanTitle(vlan));
        list.line({vlansPart}, NetworkFactsText::tr("Network"),
                  vlan.space ? std::optional(FactText::word(*vlan.space)) : std::nullopt);
        list.linkLine(vlansPart, NetworkFactsText::tr("Full name"), vlan.fullName, RowKind::Vlan, vlan.id);
        list.optionalLine(vlansPart, NetworkFactsText::tr("Membership"), membership);
        list.linkLine(vlansPart, NetworkFactsText::tr("ID"),
                      vlan.id ? std::optional(QString::number(*vlan.id)) : std::nullopt, RowKind::Vlan,
                      vlan.id);
    };
    QSet<qint64> primary;
    for (const Vlan &vlan : vlansOf(list)) {
        if (vlan.id)
            primary.insert(*vlan.id);
        //: The VLAN that a server is in by its own address
        add(vlan, NetworkFactsText::tr("Primary"));
    }
    QSet<qint64> trunked;
    for (const Vlan &trunk : trunksOf(list)) {
        const qint64 id = trunk.id.value_or(0);
        if (primary.contains(id) || trunked.contains(id))
            continue;
        trunked.insert(id);
        //: A VLAN that reaches the server's switch port in addition to its own
        add(trunk, NetworkFactsText::tr("Trunked"));
    }
    if (primary.isEmpty() && trunked.isEmpty())
        list.none(vlansPart, NetworkFactsText::tr("This server is in no VLAN."));
    list.pendingLines(vlansPart, 3);
}

std::optional<QString> vlanNumbers(FactList &list, QStringView networkSpace)
{
    QStringList numbers;
    for (const Vlan &vlan : vlansOf(list)) {
        if (vlan.space == networkSpace && vlan.number)
            numbers.append(*vlan.number);
    }
    if (numbers.isEmpty())
        return std::nullopt;
    return NetworkFactsText::tr("VLAN %1").arg(numbers.join(QLatin1String(", ")));
}

std::optional<QString> interfaceSpeed(FactList &list)
{
    std::optional<qint64> fastest;
    list.read(interfacesPart).forEach([&fastest](const JsonReader &interface) {
        const std::optional<qint64> speed = interface["speed"].integer();
        if (speed && interface["name"].text() != QLatin1String("mgmt"))
            fastest = std::max(fastest.value_or(0), *speed);
    });
    return fastest ? std::optional(list.text().speed(*fastest)) : std::nullopt;
}

} // namespace layerscope::facts
