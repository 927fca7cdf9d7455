// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/serverfacts.h"

#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

namespace layerscope::facts {

namespace {

struct HardwareFactsText
{
    Q_DECLARE_TR_FUNCTIONS(HardwareFacts)
};

constexpr ServerPart componentsPart = ServerPart::ActiveComponents;

/// Equal things counted, in the order in which they first came.
class Tally
{
public:
    void add(const QString &thing)
    {
        const auto known = std::find_if(m_counts.begin(), m_counts.end(),
                                        [&thing](const auto &entry) { return entry.first == thing; });
        if (known == m_counts.end())
            m_counts.emplace_back(thing, 1);
        else
            ++known->second;
    }

    /// "2 × Xeon 6248, 1 × …"; nothing if nothing was added.
    [[nodiscard]] std::optional<QString> summary(const FactText &text) const
    {
        QStringList parts;
        for (const auto &[thing, count] : m_counts)
            parts.append(text.times(count, thing));
        return joined({parts.join(QLatin1String(", "))});
    }

private:
    std::vector<std::pair<QString, int>> m_counts;
};

/// "2,000 GB": of the kind of component, for hardware states no unit at its own capacity (softlayer-api
/// §6.12).
std::optional<QString> capacityOf(const FactList &list, const JsonReader &component)
{
    const JsonReader model = component["hardwareComponentModel"];
    const JsonReader generic = model["hardwareGenericComponentModel"];
    std::optional<Decimal> capacity = generic["capacity"].decimal();
    if (!capacity)
        capacity = model["capacity"].decimal();
    const std::optional<QString> units = generic["units"].text();
    if (!capacity || capacity->isZero() || !units)
        return std::nullopt;
    if (*units == QLatin1String("GB"))
        return list.text().gigabytes(*capacity);
    return QString::fromLatin1(capacity->toText()) + QLatin1Char(' ') + *units;
}

std::optional<QString> modelName(const JsonReader &component)
{
    const JsonReader model = component["hardwareComponentModel"];
    return joined({model["manufacturer"].text(), model["name"].text(), model["version"].text()}, u" ");
}

/// Of the kind, without the size, which stands before it: "SATAIII".
std::optional<QString> sortOf(const JsonReader &component)
{
    return component["hardwareComponentModel"]["hardwareGenericComponentModel"]["description"].text();
}

QString typeKey(const JsonReader &component)
{
    return component["hardwareComponentModel"]["hardwareGenericComponentModel"]["hardwareComponentType"]
                    ["keyName"]
                        .text()
                        .value_or(QString());
}

QString typeName(const JsonReader &component)
{
    const JsonReader type =
        component["hardwareComponentModel"]["hardwareGenericComponentModel"]["hardwareComponentType"];
    const std::optional<QString> name = type["type"].text();
    return name.value_or(FactText::word(type["keyName"].text().value_or(HardwareFactsText::tr("Other"))));
}

QString typeAndModel(const JsonReader &component)
{
    return typeName(component) + QLatin1Char(' ') + modelName(component).value_or(QString());
}

/// "25 GB"; swap is told apart by the name of its image (softlayer-api §7.4).
std::optional<QString> imageSize(const FactList &list, const JsonReader &device)
{
    const JsonReader image = device["diskImage"];
    const std::optional<Decimal> capacity = image["capacity"].decimal();
    if (!capacity)
        return std::nullopt;
    const QString units = image["units"].text().value_or(QStringLiteral("GB"));
    return units == QLatin1String("GB") ? list.text().gigabytes(*capacity)
                                        : QString::fromLatin1(capacity->toText()) + QLatin1Char(' ') + units;
}

bool isSwap(const JsonReader &device)
{
    return device["diskImage"]["description"].text().value_or(QString()).contains(QLatin1String("SWAP"));
}

QString slotOf(const JsonReader &component)
{
    return component["name"].text().value_or(QString());
}

QString deviceOf(const JsonReader &blockDevice)
{
    return blockDevice["device"].text().value_or(QString());
}

void addHardDrives(FactList &list)
{
    constexpr ServerPart part = ServerPart::HardDrives;
    const std::vector<JsonReader> drives = sorted(list.read(part), slotOf);
    for (const JsonReader &drive : drives) {
        const std::optional<QString> place = drive["name"].text();
        list.heading(place ? HardwareFactsText::tr("Disk %1").arg(*place) : HardwareFactsText::tr("Disk"));
        list.optionalLine(part, HardwareFactsText::tr("Model"), modelName(drive));
        list.line({part}, HardwareFactsText::tr("Size"), joined({capacityOf(list, drive), sortOf(drive)}));
        list.line({part}, HardwareFactsText::tr("Serial"), drive["serialNumber"].text());
    }
    if (drives.empty())
        list.none(part, HardwareFactsText::tr("This server has no disks."));
    list.pendingLines(part, 4);
}

void addBlockDevices(FactList &list)
{
    constexpr ServerPart part = ServerPart::BlockDevices;
    const std::vector<JsonReader> devices = sorted(list.read(part), deviceOf);
    for (const JsonReader &device : devices) {
        const std::optional<QString> place = device["device"].text();
        list.heading(place ? HardwareFactsText::tr("Disk %1").arg(*place) : HardwareFactsText::tr("Disk"));
        list.line({part}, HardwareFactsText::tr("Size"), imageSize(list, device));
        const QString use = isSwap(device) ? HardwareFactsText::tr("Swap") : HardwareFactsText::tr("System");
        const bool boots = device["bootableFlag"].flag().value_or(false);
        list.optionalLine(
            part, HardwareFactsText::tr("Use"),
            joined({use, boots ? std::optional(HardwareFactsText::tr("bootable")) : std::nullopt}));
        list.optionalLine(part, HardwareFactsText::tr("Type"), device["mountType"].text());
        list.optionalLine(part, HardwareFactsText::tr("Image"), device["diskImage"]["name"].text());
    }
    if (devices.empty())
        list.none(part, HardwareFactsText::tr("This server has no disks."));
    list.pendingLines(part, 4);
}

/// "Debian 12.0-64"
std::optional<QString> softwareName(const JsonReader &software)
{
    const JsonReader description = software["softwareLicense"]["softwareDescription"];
    return joined({description["name"].text(), description["version"].text()}, u" ");
}

void addSoftware(FactList &list, ServerPart part, const JsonReader &software)
{
    const JsonReader description = software["softwareLicense"]["softwareDescription"];
    list.optionalLine(part, HardwareFactsText::tr("Version"), description["version"].text());
    list.optionalLine(part, HardwareFactsText::tr("Manufacturer"), description["manufacturer"].text());
    list.optionalLine(part, HardwareFactsText::tr("Description"), description["longDescription"].text());
    list.optionalLine(part, HardwareFactsText::tr("Reference code"), description["referenceCode"].text());
}

/// A server's software includes its operating system (softlayer-api §6.2), which has a section of its own.
/// While that is to come, the component's own word for it counts; if it does not come, nothing is left out.
bool isTheOperatingSystem(FactList &list, const JsonReader &component)
{
    constexpr ServerPart part = ServerPart::OperatingSystem;
    if (list.isPending(part))
        return component["softwareLicense"]["softwareDescription"]["operatingSystem"].flag().value_or(false);
    const std::optional<qint64> id = component["id"].integer();
    return list.has(part) && id && id == list.read(part)["id"].integer();
}

} // namespace

void components(FactList &list)
{
    constexpr ServerPart place = ServerPart::StateAndPlace;
    list.line({place}, HardwareFactsText::tr("Chassis"), list.read(place)["hardwareChassis"]["name"].text());

    // A line for each type, equal components counted; disks have a section of their own.
    std::vector<std::pair<QString, Tally>> types;
    for (const JsonReader &component : sorted(list.read(componentsPart), typeAndModel)) {
        if (typeKey(component) == QLatin1String("HARD_DRIVE"))
            continue;
        const QString type = typeName(component);
        auto known = std::find_if(types.begin(), types.end(),
                                  [&type](const auto &entry) { return entry.first == type; });
        if (known == types.end())
            known = types.insert(types.end(), {type, {}});
        const std::optional<QString> thing = joined({modelName(component), capacityOf(list, component)})
                                                 .value_or(HardwareFactsText::tr("unknown model"));
        known->second.add(*thing);
    }
    for (const auto &[type, tally] : types)
        list.optionalLine(componentsPart, type, tally.summary(list.text()));
    if (types.empty())
        list.none(componentsPart, HardwareFactsText::tr("No components are listed."));
    list.pendingLines(componentsPart, 4);
}

void guestSetup(FactList &list)
{
    constexpr ServerPart part = ServerPart::Object;
    const JsonReader server = list.read(part);
    machine(list);
    list.optionalLine(part, HardwareFactsText::tr("Local disks"), yesNo(server["localDiskFlag"]));
    list.optionalLine(part, HardwareFactsText::tr("Transient"), yesNo(server["transientGuestFlag"]));
    list.optionalLine(part, HardwareFactsText::tr("Dedicated CPU"),
                      yesNo(server["dedicatedAccountHostOnlyFlag"]));
    constexpr ServerPart place = ServerPart::StateAndPlace;
    const JsonReader host = list.read(place)["dedicatedHost"];
    if (list.has(place)) // most servers have none: no line that comes and goes
        list.optionalLine(place, HardwareFactsText::tr("Dedicated host"),
                          joined({host["name"].text(), host["id"].text()}));
}

void disks(FactList &list)
{
    if (list.kind() == RowKind::BareMetal)
        addHardDrives(list);
    else
        addBlockDevices(list);
}

void operatingSystem(FactList &list, bool isShort)
{
    constexpr ServerPart part = ServerPart::OperatingSystem;
    const JsonReader system = list.read(part);
    list.line({part}, HardwareFactsText::tr("Name"), softwareName(system));
    if (!isShort && !system.isAbsent())
        addSoftware(list, part, system);
}

void software(FactList &list)
{
    constexpr ServerPart part = ServerPart::SoftwareComponents;
    bool isEmpty = true;
    bool hasSystem = false;
    list.read(part).forEach([&](const JsonReader &component) {
        if (isTheOperatingSystem(list, component)) {
            hasSystem = true;
            return;
        }
        isEmpty = false;
        list.heading(softwareName(component).value_or(HardwareFactsText::tr("Software without a name")));
        addSoftware(list, part, component);
    });
    if (isEmpty && hasSystem)
        list.none(part, HardwareFactsText::tr("Nothing besides the operating system."));
    else if (isEmpty)
        list.none(part, HardwareFactsText::tr("No software is listed."));
    list.pendingLines(part, 2);
}

std::optional<QString> diskSummary(FactList &list)
{
    Tally tally;
    if (list.kind() == RowKind::BareMetal) {
        for (const JsonReader &drive : sorted(list.read(ServerPart::HardDrives), slotOf))
            tally.add(joined({capacityOf(list, drive), sortOf(drive)}, u" ")
                          .value_or(HardwareFactsText::tr("disk")));
    } else {
        for (const JsonReader &device : sorted(list.read(ServerPart::BlockDevices), deviceOf)) {
            const QString size = imageSize(list, device).value_or(HardwareFactsText::tr("disk"));
            tally.add(isSwap(device) ? HardwareFactsText::tr("%1 swap").arg(size) : size);
        }
    }
    return tally.summary(list.text());
}

std::optional<QString> processorSummary(FactList &list)
{
    Tally tally;
    list.read(componentsPart).forEach([&tally](const JsonReader &component) {
        if (typeKey(component) == QLatin1String("PROCESSOR"))
            tally.add(modelName(component).value_or(HardwareFactsText::tr("processor")));
    });
    return tally.summary(list.text());
}

} // namespace layerscope::facts
