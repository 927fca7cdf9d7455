// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/deviceproperties.h"
#include "demo/wirevalues.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstPartId = 60000851;
constexpr qint64 firstBlockDeviceId = 140000001;
constexpr int partsADevice = 64; // ids set aside for one server

enum class Part { Disk, Memory, Processor, Motherboard, NetworkCard, PowerSupply, DriveController };

/// What all components of one kind have in common.
struct Model
{
    int firstNumber; ///< of the numbers set aside for the parts of one server
    qint64 id;
    int typeId;
    QString keyName;
    QString type;
    QString name;
    QString version;
    QString description;
    QString units;
};

const Model &modelOf(Part part)
{
    static const Model table[] = {
        {0, 3979, 1, u"HARD_DRIVE"_s, u"Hard Drive"_s, u"Disk"_s, u"D2000"_s, u"SATAIII"_s, u"GB"_s},
        {10, 3010, 2, u"RAM"_s, u"RAM"_s, u"DDR4"_s, u"M16"_s, u"DDR4 2666"_s, u"GB"_s},
        {40, 2510, 3, u"PROCESSOR"_s, u"Processor"_s, u"Example CPU"_s, u"6248"_s, u"2.5 GHz"_s, u"GHz"_s},
        {44, 2101, 4, u"MOTHERBOARD"_s, u"Motherboard"_s, u"Board"_s, u"X11"_s, u"dual socket"_s, QString()},
        {46, 1802, 6, u"NETWORK_CARD"_s, u"Network Card"_s, u"10GbE"_s, u"N10"_s, u"2 ports"_s, u"Mb/s"_s},
        {48, 1707, 12, u"POWER_SUPPLY"_s, u"Power Supply"_s, u"Supply"_s, u"P740"_s, u"740 W"_s, u"W"_s},
        {50, 1603, 13, u"DRIVE_CONTROLLER"_s, u"Drive Controller"_s, u"RAID"_s, u"R9300"_s, u"SAS/SATA"_s,
         QString()},
    };
    return table[static_cast<size_t>(part)];
}

int amountOf(const Device &device, Part part)
{
    switch (part) {
    case Part::Disk:
        return 1 + device.draw().below(6, Trait::Disks);
    case Part::Memory:
        return std::max(1, device.memory() / 32);
    case Part::Processor:
    case Part::PowerSupply:
        return device.cores() > 16 ? 2 : 1;
    case Part::Motherboard:
    case Part::NetworkCard:
        return 1;
    case Part::DriveController: // only for who has something to join
        return amountOf(device, Part::Disk) > 2 ? 1 : 0;
    }
    return 0;
}

QString capacityOf(const Device &device, Part part, int nth)
{
    static constexpr int diskGb[] = {480, 960, 2000, 4000, 8000};
    switch (part) {
    case Part::Disk: // two small ones to start from, and the data
        return QString::number(nth < 2 ? diskGb[device.index() % 2]
                                       : pick(diskGb, device.draw(), Trait::Disks, 1));
    case Part::Memory:
        return QString::number(std::min(device.memory(), 32));
    case Part::NetworkCard:
        return u"10000"_s;
    case Part::PowerSupply:
        return u"740"_s;
    case Part::Processor:
        return u"2.5"_s;
    case Part::Motherboard:
    case Part::DriveController:
        break;
    }
    return u"0"_s;
}

JsonArray firmwares(const Device &device, Part part)
{
    if (part != Part::Motherboard && part != Part::NetworkCard && part != Part::DriveController)
        return {};
    JsonArray versions;
    const int count = 1 + device.index() % 2; // the newer one comes first
    for (int nth = 0; nth < count; ++nth) {
        versions.append(
            JsonObject{{u"version"_s, QString(u"2."_s + QString::number(7 - nth * 3))},
                       {u"createDate"_s, wireDate(accountNow - (200 + nth * 400) * secondsADay)}});
    }
    return versions;
}

JsonObject component(const Device &device, Part part, int nth)
{
    const Model &model = modelOf(part);
    const QString capacity = capacityOf(device, part, nth);
    const qint64 id = firstPartId + qint64{device.index()} * partsADevice + model.firstNumber + nth;
    JsonObject entry{
        {u"id"_s, id},
        {u"hardwareId"_s, device.id()},
        {u"hardwareComponentModelId"_s, model.id},
        {u"serviceProviderId"_s, 1},
        {u"name"_s, QString::number(nth)},
        {u"modifyDate"_s, wireDate(device.createdAt())},
        {u"hardwareComponentModel"_s,
         JsonObject{{u"id"_s, model.id},
                    {u"hardwareGenericComponentModelId"_s, model.id + 40000},
                    {u"manufacturer"_s, u"Acme"_s},
                    {u"name"_s, model.name},
                    {u"version"_s, model.version},
                    {u"capacity"_s, capacity},
                    {u"description"_s, QString(model.description + u':' + capacity)},
                    {u"longDescription"_s,
                     QString(u"Acme / "_s + model.name + u" / "_s + model.version + u" / "_s + capacity)},
                    {u"firmwares"_s, firmwares(device, part)},
                    {u"hardwareGenericComponentModel"_s,
                     JsonObject{{u"id"_s, model.id + 40000},
                                {u"capacity"_s, capacity},
                                {u"units"_s, model.units},
                                {u"description"_s, model.description},
                                {u"hardwareComponentTypeId"_s, model.typeId},
                                {u"upgradePriority"_s, 7},
                                {u"hardwareComponentType"_s, JsonObject{{u"id"_s, model.typeId},
                                                                        {u"keyName"_s, model.keyName},
                                                                        {u"type"_s, model.type},
                                                                        {u"typeParentId"_s, 5}}}}}}}};
    if (part == Part::Disk && nth % 3 != 2) // serial numbers are often missing
        entry.insert(u"serialNumber"_s, QString(u"zc"_s + QString::number(id, 36)));
    return entry;
}

JsonArray components(const Device &device, std::initializer_list<Part> parts)
{
    JsonArray entries;
    for (const Part part : parts) {
        for (int nth = 0; nth < amountOf(device, part); ++nth)
            entries.append(component(device, part, nth));
    }
    return entries;
}

JsonValue allComponents(const Device &device)
{
    return components(device, {Part::Disk, Part::Memory, Part::Processor, Part::Motherboard,
                               Part::NetworkCard, Part::PowerSupply, Part::DriveController});
}

JsonValue blockDevices(const Device &device)
{
    JsonArray entries;
    const int disks = 1 + device.draw().below(3, Trait::Disks);
    for (int nth = 0; nth <= disks; ++nth) {
        const bool isSwap = nth == 1; // number 1 is the swap disk everywhere
        const qint64 id = firstBlockDeviceId + qint64{device.index()} * 8 + nth;
        entries.append(JsonObject{
            {u"id"_s, id},
            {u"device"_s, QString::number(nth)},
            {u"mountType"_s, u"Disk"_s},
            {u"mountMode"_s, u"RW"_s},
            {u"bootableFlag"_s, nth == 0 ? 1 : 0},
            {u"statusId"_s, 1},
            {u"uuid"_s, wireUuid(device.draw().number(Trait::Disks, 2), static_cast<quint64>(nth))},
            {u"diskImageId"_s, id + 1000},
            {u"diskImage"_s,
             JsonObject{{u"id"_s, id + 1000},
                        {u"capacity"_s, isSwap ? 2 : 25 * (1 + device.draw().below(8, Trait::Disks, 3))},
                        {u"units"_s, u"GB"_s},
                        {u"name"_s, QString(device.hostName() + u'.' + device.domain())},
                        {u"description"_s, QString(device.hostName() + (isSwap ? u"-SWAP"_s : u""_s))}}}});
    }
    return entries;
}

} // namespace

void addComponentProperties(Producers &producers, DeviceKind kind)
{
    using D = const Device &;
    if (kind == DeviceKind::Guest) {
        producers.insert(u"blockDevices"_s, blockDevices);
        return;
    }
    producers.insert({
        {u"components"_s, allComponents},
        {u"activeComponents"_s, allComponents},
        {u"hardDrives"_s, [](D d) { return JsonValue(components(d, {Part::Disk})); }},
        {u"processors"_s, [](D d) { return JsonValue(components(d, {Part::Processor})); }},
        {u"memory"_s, [](D d) { return JsonValue(components(d, {Part::Memory})); }},
        {u"networkCards"_s, [](D d) { return JsonValue(components(d, {Part::NetworkCard})); }},
        {u"powerSupply"_s, [](D d) { return JsonValue(components(d, {Part::PowerSupply})); }},
        {u"raidControllers"_s, [](D d) { return JsonValue(components(d, {Part::DriveController})); }},
        {u"motherboard"_s, [](D d) { return JsonValue(component(d, Part::Motherboard, 0)); }},
    });
}

} // namespace layerscope::demo
