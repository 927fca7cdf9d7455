// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simplelist.h"

#include "demo/billingitem.h"
#include "demo/device.h"
#include "demo/wirevalues.h"

#include <algorithm>
#include <array>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstId = 152'300'017;
constexpr qint64 firstReferenceId = 1'549'000'001;
constexpr quint64 key = 0x7469636BU; // keeps these lots apart from all others

struct Subject
{
    int id;
    QString name;
    QString group;
    QString title; ///< "%1" is a server.
};

const std::array<Subject, 7> &subjects()
{
    static const std::array<Subject, 7> table{{
        {1001, u"Accounting Request"_s, u"Accounting"_s, u"Invoice for last month, question about taxes"_s},
        {1004, u"Hardware Issue"_s, u"Support"_s, u"Disk failure on %1"_s},
        {1005, u"Public Network Question"_s, u"Network"_s, u"Packet loss to %1"_s},
        {1007, u"Reboots and Console Access"_s, u"Support"_s, u"%1 does not come up after a reboot"_s},
        {1021, u"Storage Question"_s, u"Storage"_s, u"Cannot mount volume on %1"_s},
        {1041, u"Cancellation Request"_s, u"Sales"_s, u"Cancel %1 at the end of the month"_s},
        {1061, u"Security Question"_s, u"Abuse"_s, u"=Report \"spam\" from %1; please answer"_s},
    }};
    return table;
}

/// Some are about a server.
std::optional<Device> subjectOf(const AccountShape &shape, const Draw &draw)
{
    const bool isOnHardware = draw.perMille(600, Trait::Id);
    const DeviceKind kind = isOnHardware ? DeviceKind::Hardware : DeviceKind::Guest;
    if (shape.deviceCount(kind) == 0)
        return std::nullopt;
    return Device(shape, kind, draw.below(shape.deviceCount(kind), Trait::Id, 1));
}

JsonObject status(int index)
{
    if (index % 3 == 0)
        return {{u"id"_s, 1001}, {u"name"_s, u"Open"_s}};
    if (index % 3 == 1 && index % 2 == 0)
        return {{u"id"_s, 1002}, {u"name"_s, u"Assigned"_s}};
    return {{u"id"_s, 1003}, {u"name"_s, u"Closed"_s}};
}

void addSubject(JsonObject &row, const AccountShape &shape, const Draw &draw, int index)
{
    const Subject &about = subjects()[static_cast<size_t>(index) % subjects().size()];
    const std::optional<Device> device =
        about.title.contains(u"%1"_s) ? subjectOf(shape, draw) : std::optional<Device>();
    JsonArray hardware;
    JsonArray guests;
    QString name = u"a server that is gone"_s;
    if (device) {
        name = device->hostName() + u'.' + device->domain();
        const JsonObject attached{{u"id"_s, device->id()}, {u"fullyQualifiedDomainName"_s, name}};
        (device->isHardware() ? hardware : guests).append(attached);
    }
    row.insert(u"title"_s, about.title.contains(u"%1"_s) ? about.title.arg(name) : about.title);
    row.insert(u"subjectId"_s, about.id);
    row.insert(u"subject"_s, JsonObject{{u"id"_s, about.id}, {u"name"_s, about.name}});
    row.insert(u"group"_s, JsonObject{{u"id"_s, 40 + index % 5}, {u"name"_s, about.group}});
    row.insert(u"attachedHardware"_s, hardware);
    row.insert(u"attachedHardwareCount"_s, hardware.size());
    row.insert(u"attachedVirtualGuests"_s, guests);
    row.insert(u"attachedVirtualGuestCount"_s, guests.size());
    row.insert(u"attachedDedicatedHostCount"_s, 0);
    row.insert(u"attachedFileCount"_s, index % 8 == 1 ? 2 : 0);
}

JsonArray tagsOf(int index)
{
    if (index % 10 != 4)
        return {};
    const Tag &tag = tags()[static_cast<size_t>(index) % tags().size()];
    return {JsonObject{{u"id"_s, firstReferenceId + index},
                       {u"tagId"_s, tag.id},
                       {u"tag"_s, JsonObject{{u"id"_s, tag.id}, {u"internal"_s, 0}, {u"name"_s, tag.name}}}}};
}

JsonArray rows(const AccountShape &shape)
{
    constexpr int serversATicket = 15;
    constexpr int most = 400;
    constexpr qint64 days = 700;
    const int servers = shape.hardwareCount() + shape.guestCount();
    const int count = std::min(30 + servers / serversATicket, most);
    JsonArray all;
    for (int index = 0; index < count; ++index) {
        const Draw draw(scramble(shape.seed()) ^ scramble(key + static_cast<quint64>(index)));
        const qint64 created = accountNow - (days - index * days / count) * secondsADay - 3600;
        const JsonObject state = status(index);
        const bool isClosed = state.value(u"id"_s).toInt() == 1003;
        const int updates = 1 + draw.below(12, Trait::Cores);
        const qint64 edited = std::min(created + qint64{updates} * 7'200, accountNow - 60);
        JsonObject row{
            {u"id"_s, firstId + qint64{index} * 61},
            {u"accountId"_s, AccountShape::accountId()},
            {u"serviceProviderResourceId"_s, u"CS%1"_s.arg(2'400'000 + index * 37)},
            {u"statusId"_s, state.value(u"id"_s)},
            {u"status"_s, state},
            {u"priority"_s, index % 5},
            {u"createDate"_s, wireDate(created)},
            {u"lastEditDate"_s, updates == 1 ? JsonValue() : JsonValue(wireDate(edited))},
            {u"modifyDate"_s, updates == 1 ? JsonValue() : JsonValue(wireDate(edited + 5))},
            {u"lastEditType"_s, index % 2 == 0 ? u"EMPLOYEE"_s : u"USER"_s},
            {u"lastResponseDate"_s, wireDate(edited)},
            {u"totalUpdateCount"_s, updates},
            {u"awaitingUserResponseFlag"_s, !isClosed && index % 2 == 0},
            {u"newUpdatesFlag"_s, !isClosed && index % 4 == 0},
            {u"billableFlag"_s, index % 9 == 6},
            {u"finalComments"_s, JsonValue()},
            {u"tagReferences"_s, tagsOf(index)},
        };
        if (index % 6 != 5) {
            const Owner &person = pick(owners(), draw, Trait::Owner);
            row.insert(u"assignedUserId"_s, person.id);
            row.insert(u"assignedUser"_s, userRecord(person));
        }
        addSubject(row, shape, draw, index);
        all.append(row);
    }
    return all;
}

} // namespace

extern const SimpleList ticketsList;
const SimpleList ticketsList{.relation = "tickets", .rows = rows};

} // namespace layerscope::demo
