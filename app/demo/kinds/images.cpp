// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simplelist.h"

#include "demo/draw.h"
#include "demo/vocabulary.h"
#include "demo/wirevalues.h"

#include <algorithm>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstId =
    5'001'001; // the first three are those that servers came from (deviceproperties.cpp)
constexpr qint64 firstChildId = 5'101'001;
constexpr qint64 firstReferenceId = 1'551'000'001;
constexpr int golden = 3;
constexpr int placesAnImage = 4;
constexpr quint64 key = 0x696D6167U; // keeps these lots apart from all others

JsonObject statusOf(int index)
{
    if (index % 9 == 5)
        return {{u"name"_s, u"Deprecated"_s}, {u"keyName"_s, u"DEPRECATED"_s}};
    return {{u"name"_s, u"Active"_s}, {u"keyName"_s, u"ACTIVE"_s}};
}

QString nameOf(int index)
{
    static const QStringList names{u"web, blue"_s, u"db base"_s, u"=gold (old)"_s, u"本番 API"_s,
                                   u"k8s worker"_s};
    if (index < golden)
        return u"golden-image-"_s + QString::number(index + 1);
    return names[index % names.size()] + u' ' + QString::number(index);
}

/// One in each datacenter that has a copy of it. The operating system stands at their disks.
JsonArray childrenOf(const Draw &draw, int index, const JsonArray &places)
{
    const OperatingSystem &system = pick(operatingSystems(), draw, Trait::OperatingSystem);
    const QString text = u"%1 %2 %3"_s.arg(system.manufacturer, system.name, system.version.trimmed());
    const qint64 bytes = (20 + draw.below(400, Trait::Disks)) * qint64{1} << 30;
    JsonArray all;
    for (qsizetype place = 0; place < places.size(); ++place) {
        const qint64 id = firstChildId + index * placesAnImage + place;
        const JsonObject software{
            {u"id"_s, id + 3'000'000},
            {u"softwareDescription"_s,
             JsonObject{{u"id"_s, system.softwareDescriptionId}, {u"longDescription"_s, text}}}};
        const JsonObject disk{{u"id"_s, id + 2'000'000}, {u"softwareReferences"_s, JsonArray{software}}};
        all.append(JsonObject{
            {u"id"_s, id},
            {u"parentId"_s, firstId + index},
            {u"name"_s, nameOf(index)},
            {u"blockDevicesDiskSpaceTotal"_s, static_cast<double>(bytes)},
            {u"blockDevices"_s, JsonArray{JsonObject{{u"id"_s, id + 1'000'000}, {u"diskImage"_s, disk}}}}});
    }
    return all;
}

/// As many keys say so (sshkeys.cpp): each carries the first few of the golden images.
int keysOf(const AccountShape &shape, int index)
{
    const JsonArray keys = simpleListNamed(u"sshKeys"_s)->rows(shape);
    int count = 0;
    for (const JsonValue &known : keys) {
        for (const JsonValue &image : known["blockDeviceTemplateGroups"_L1].toArray())
            count += image["id"_L1].toInteger() == firstId + index ? 1 : 0;
    }
    return count;
}

JsonArray rows(const AccountShape &shape)
{
    constexpr int serversAnImage = 40;
    constexpr int most = 150;
    constexpr qint64 stranger = 987'654; // an account that shares one
    const int count =
        golden + std::min(5 + (shape.hardwareCount() + shape.guestCount()) / serversAnImage, most);
    JsonArray all;
    for (int index = 0; index < count; ++index) {
        const Draw draw(scramble(shape.seed()) ^ scramble(key + static_cast<quint64>(index)));
        const Draw identity(static_cast<quint64>(index));
        JsonArray places;
        for (int place = 0; place < 1 + draw.below(placesAnImage - 1, Trait::Datacenter); ++place)
            places.append(wireLocation(datacenters()[static_cast<size_t>(place + index % 8)]));
        const JsonArray children = childrenOf(draw, index, places);
        const bool isShared = index % 7 == 6;
        JsonObject row{
            {u"id"_s, firstId + index},
            {u"accountId"_s, isShared ? stranger : AccountShape::accountId()},
            {u"name"_s, nameOf(index)},
            {u"parentId"_s, JsonValue()},
            {u"publicFlag"_s, 0},
            {u"status"_s, statusOf(index)},
            {u"imageTypeKeyName"_s, index % 6 == 4 ? u"ISO"_s : u"SYSTEM"_s},
            {u"globalIdentifier"_s, wireUuid(identity.number(Trait::Uuid), identity.number(Trait::Uuid, 1))},
            {u"datacenters"_s, places},
            {u"children"_s, children},
            {u"firstChild"_s, children.at(0)},
            {u"createDate"_s,
             wireDate(accountNow - qint64{5 + draw.below(2000, Trait::Created)} * secondsADay)},
            {u"flexImageFlag"_s, index % 3 == 1},
            {u"byolFlag"_s, index % 5 == 2},
            {u"nextGenFlag"_s, index % 4 == 3},
            {u"accountReferenceCount"_s, index % 4 == 0 ? 2 : 0},
            {u"sshKeyCount"_s, index < golden ? keysOf(shape, index) : 0},
            {u"tagReferences"_s, JsonArray()},
        };
        if (draw.perMille(500, Trait::Notes))
            row.insert(u"note"_s, pick(notes(), draw, Trait::Notes, 1));
        if (index % 8 == 3)
            row.insert(u"transaction"_s,
                       JsonObject{{u"id"_s, 310'900'001 + index},
                                  {u"transactionStatus"_s, JsonObject{{u"name"_s, u"CLOUD_CAPTURE"_s},
                                                                      {u"friendlyName"_s, u"Copying"_s}}}});
        if (index % 5 == 0) {
            const Tag &tag = tags()[static_cast<size_t>(index) % tags().size()];
            row.insert(
                u"tagReferences"_s,
                JsonArray{JsonObject{{u"id"_s, firstReferenceId + index},
                                     {u"tagId"_s, tag.id},
                                     {u"tag"_s, JsonObject{{u"id"_s, tag.id}, {u"name"_s, tag.name}}}}});
        }
        all.append(row);
    }
    return all;
}

} // namespace

extern const SimpleList imagesList;
const SimpleList imagesList{.relation = "privateBlockDeviceTemplateGroups", .rows = rows};

} // namespace layerscope::demo
