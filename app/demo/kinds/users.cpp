// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simplelist.h"

#include "demo/accountproperties.h"
#include "demo/vocabulary.h"
#include "demo/wirevalues.h"

#include <algorithm>
#include <array>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstId = 7'651'004;
constexpr quint64 key = 0x75736572U; // keeps these lots apart from all others

struct Status
{
    int id;
    QString keyName;
    QString name;
};

Status statusOf(int index)
{
    switch (index % 9) {
    case 7:
        return {1002, u"DISABLED"_s, u"Disabled"_s};
    case 8:
        return {1004, u"INACTIVE"_s, u"Inactive"_s};
    case 5:
        return {1003, u"VPN_ONLY"_s, u"VPN Only"_s};
    default:
        break;
    }
    if (index == 13)
        return {1005, u"CANCEL_PENDING"_s, u"Cancel Pending"_s};
    return {1001, u"ACTIVE"_s, u"Active"_s};
}

/// Who orders servers comes first, and of those the one that the account belongs to.
Owner personOf(const Draw &draw, int index)
{
    static constexpr std::array first{"Lee", "Mia", "Noor", "Jun", "Ines", "Tom", "Zoë", "Ravi"};
    static constexpr std::array last{"Park", "Weber", "Haddad", "Sato", "Costa", "Reed", "Lind", "Nair"};
    if (index < static_cast<int>(owners().size()))
        return owners()[static_cast<size_t>(index)];
    const QString firstName = QString::fromUtf8(pick(first, draw, Trait::Owner));
    const QString lastName = QString::fromUtf8(pick(last, draw, Trait::Owner, 1));
    return {firstId + qint64{index} * 13,
            u"1234567_%1.%2%3@example.com"_s.arg(firstName.toLower(), lastName.toLower()).arg(index),
            firstName, lastName};
}

/// Of those who log in with an address of their own, that.
QString emailOf(const Owner &person)
{
    const QString mine = person.userName.section(u'_', 1);
    return mine.isEmpty() ? u"ops@example.com"_s : mine;
}

JsonArray rolesOf(int index)
{
    static const QStringList names{u"Basic User"_s, u"Super User"_s, u"View Only User"_s};
    JsonArray all;
    for (int role = 0; role < index % 3; ++role)
        all.append(JsonObject{{u"id"_s, 500 + role}, {u"name"_s, names[(index + role) % names.size()]}});
    return all;
}

void addAccess(JsonObject &row, const AccountShape &shape, const Draw &draw, int index)
{
    const bool seesAll = index % 3 != 2;
    row.insert(u"hasFullHardwareAccessFlag"_s, seesAll);
    row.insert(u"hasFullVirtualGuestAccessFlag"_s, seesAll);
    row.insert(u"hardwareCount"_s, draw.below(shape.hardwareCount() + 1, Trait::Hidden));
    row.insert(u"virtualGuestCount"_s, draw.below(shape.guestCount() + 1, Trait::Hidden, 1));
    row.insert(u"permissionCount"_s, index == 0 ? 122 : draw.below(90, Trait::Cores));
    row.insert(u"roles"_s, rolesOf(index));
    // Every fourth has no second factor, and some of those have a key.
    row.insert(u"externalBindingCount"_s, index % 4 == 1 ? 0 : 1 + index % 2);
    row.insert(u"apiAuthenticationKeyCount"_s, index % 5 < 3 ? 1 : 0);
    row.insert(u"successfulLoginCount"_s, index % 6 == 4 ? 0 : draw.below(900, Trait::Inbound));
    row.insert(u"unsuccessfulLoginCount"_s, draw.below(20, Trait::Outbound));
}

JsonArray rows(const AccountShape &shape)
{
    constexpr int serversAUser = 30;
    constexpr int most = 120;
    const int servers = shape.hardwareCount() + shape.guestCount();
    const int count = static_cast<int>(owners().size()) + std::min(8 + servers / serversAUser, most);
    const QString accountCreated = currentUser().value(u"createDate"_s).toString();
    JsonArray all;
    for (int index = 0; index < count; ++index) {
        const Draw draw(scramble(shape.seed()) ^ scramble(key + static_cast<quint64>(index)));
        const Owner person = personOf(draw, index);
        const Status status = statusOf(index);
        const bool isMaster = index == 0;
        const Owner &parent = owners()[index % 3 == 0 ? 1 : 0];
        const qint64 created = accountNow - qint64{20 + draw.below(3500, Trait::Created)} * secondsADay;
        JsonObject row{
            {u"id"_s, person.id},
            {u"accountId"_s, AccountShape::accountId()},
            {u"username"_s, person.userName},
            {u"displayName"_s, person.firstName},
            {u"firstName"_s, person.firstName},
            {u"lastName"_s, person.lastName},
            {u"email"_s, emailOf(person)},
            {u"userStatusId"_s, status.id},
            {u"userStatus"_s,
             JsonObject{{u"id"_s, status.id}, {u"keyName"_s, status.keyName}, {u"name"_s, status.name}}},
            {u"isMasterUserFlag"_s, isMaster},
            {u"parentId"_s, isMaster ? JsonValue() : JsonValue(parent.id)},
            {u"sslVpnAllowedFlag"_s, index % 4 != 3},
            {u"managedByOpenIdConnectFlag"_s, index % 2 == 0},
            {u"iamId"_s, index % 2 == 0 ? JsonValue(u"IBMid-%1"_s.arg(270'000'000 + index)) : JsonValue()},
            {u"createDate"_s, isMaster ? accountCreated : wireDate(created)},
            {u"statusDate"_s,
             status.id == 1001 ? JsonValue() : JsonValue(wireDate(created + 9 * secondsADay))},
            {u"verificationCode"_s, u"secret of a user"_s},
            {u"forumPasswordHash"_s, u"secret of a user"_s},
        };
        if (!isMaster)
            row.insert(u"parent"_s, JsonObject{{u"id"_s, parent.id}, {u"username"_s, parent.userName}});
        addAccess(row, shape, draw, index);
        all.append(row);
    }
    return all;
}

} // namespace

extern const SimpleList usersList;
const SimpleList usersList{.relation = "users", .rows = rows};

} // namespace layerscope::demo
