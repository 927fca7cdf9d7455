// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/columnkit.h"
#include "inventory/kinds.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

namespace Column {
enum : ColumnIndex { Username };
}

/// Counts and roles are relations, and each comes by itself.
namespace Group {
enum : int {
    Identity,
    Status,
    Parent,
    SecondFactors,
    Keys,
    Permissions,
    Roles,
    Hardware,
    Guests,
    AllHardware,
    AllGuests,
    Logins,
    FailedLogins,
    Count
};
}

constexpr KindSet users{RowKind::User};

constexpr ColumnSpec text(const char *key, const char *title, const char *description, CellSource source,
                          bool isDefault)
{
    return {.key = key,
            .title = title,
            .description = description,
            .group = Group::Identity,
            .isDefault = isDefault,
            .sources = {{source}}};
}

constexpr ColumnSpec flag(const char *key, const char *title, const char *description, int group,
                          CellSource source, bool isDefault = false)
{
    return {.key = key,
            .title = title,
            .description = description,
            .type = ColumnType::Flag,
            .group = group,
            .isDefault = isDefault,
            .sources = {{source}}};
}

constexpr ColumnSpec count(const char *key, const char *title, const char *description, int group,
                           CellSource source, bool isDefault = false)
{
    return {.key = key,
            .title = title,
            .description = description,
            .type = ColumnType::Integer,
            .group = group,
            .topic = ColumnTopic::Contents,
            .isDefault = isDefault,
            .sources = {{source}}};
}

constexpr WordTone states[] = {
    {"Active", Tone::Good},  {"VPN Only", Tone::Good},          {"Inactive", Tone::Off},
    {"Disabled", Tone::Off}, {"Cancel Pending", Tone::Warning}, {"CANCEL_PENDING", Tone::Warning},
};

/// API facts: softlayer-kinds §2.35. Of keys and second factors only how many there are; never what they are,
/// nor addresses, telephones, answers or codes, which are secret or personal.
constexpr ColumnSpec columns[] = {
    kit::id(users, Group::Identity),
    {.key = "username",
     .title = QT_TRANSLATE_NOOP("Columns", "User name"),
     .description = QT_TRANSLATE_NOOP("Columns", "What the user logs in as."),
     .group = Group::Identity,
     .isDefault = true,
     .sample = "1234567_anna.mueller@example.com",
     .sources = {{from<"username", ReadAs::Text>(users)}}},
    text("display_name", QT_TRANSLATE_NOOP("Columns", "Display name"),
         QT_TRANSLATE_NOOP("Columns", "What the user is called where others see it."),
         from<"displayName", ReadAs::Text>(users), true),
    text("first_name", QT_TRANSLATE_NOOP("Columns", "First name"),
         QT_TRANSLATE_NOOP("Columns", "The first name of the user."), from<"firstName", ReadAs::Text>(users),
         false),
    text("last_name", QT_TRANSLATE_NOOP("Columns", "Last name"),
         QT_TRANSLATE_NOOP("Columns", "The last name of the user."), from<"lastName", ReadAs::Text>(users),
         false),
    text("email", QT_TRANSLATE_NOOP("Columns", "Email"),
         QT_TRANSLATE_NOOP("Columns", "Where the user gets mail."), from<"email", ReadAs::Text>(users), true),
    {.key = "status",
     .title = QT_TRANSLATE_NOOP("Columns", "State"),
     .description = QT_TRANSLATE_NOOP("Columns", "Whether the user may log in, in the words of the API."),
     .group = Group::Status,
     .isDefault = true,
     .repeats = true,
     .holdsWords = true,
     .tones = states,
     .sources = {{from<"userStatus.name", ReadAs::Word>(users)}}},
    flag("master", QT_TRANSLATE_NOOP("Columns", "Master"),
         QT_TRANSLATE_NOOP("Columns", "Whether the account belongs to the user, who may do everything."),
         Group::Identity, from<"isMasterUserFlag", ReadAs::Flag>(users)),
    {.key = "parent",
     .title = QT_TRANSLATE_NOOP("Columns", "Parent"),
     .description = QT_TRANSLATE_NOOP("Columns", "The user who made this one."),
     .group = Group::Parent,
     .repeats = true,
     .sources = {{from<"parent.username", ReadAs::Text>(users)}}},
    flag("vpn", QT_TRANSLATE_NOOP("Columns", "VPN"),
         QT_TRANSLATE_NOOP("Columns", "Whether the user may come in through the VPN."), Group::Identity,
         from<"sslVpnAllowedFlag", ReadAs::Flag>(users), true),
    count("two_factor_count", QT_TRANSLATE_NOOP("Columns", "Second factors"),
          QT_TRANSLATE_NOOP("Columns", "How many second factors the user has; with 0 none is asked for."),
          Group::SecondFactors, from<"externalBindingCount", ReadAs::Amount>(users), true),
    count("api_key_count", QT_TRANSLATE_NOOP("Columns", "API keys"),
          QT_TRANSLATE_NOOP("Columns", "How many classic API keys the user has."), Group::Keys,
          from<"apiAuthenticationKeyCount", ReadAs::Amount>(users), true),
    count("permission_count", QT_TRANSLATE_NOOP("Columns", "Permissions"),
          QT_TRANSLATE_NOOP("Columns", "How many permissions the user has."), Group::Permissions,
          from<"permissionCount", ReadAs::Amount>(users)),
    {.key = "roles",
     .title = QT_TRANSLATE_NOOP("Columns", "Roles"),
     .description = QT_TRANSLATE_NOOP("Columns", "The roles that the user has."),
     .group = Group::Roles,
     .repeats = true,
     .isList = true,
     .isSlow = true,
     .sources = {{from<"roles.name", ReadAs::List>(users)}}},
    count("hardware_count", QT_TRANSLATE_NOOP("Columns", "Bare metal"),
          QT_TRANSLATE_NOOP("Columns",
                            "How many bare metal servers the user may see; says nothing of who may see all."),
          Group::Hardware, from<"hardwareCount", ReadAs::Amount>(users)),
    count("virtual_count", QT_TRANSLATE_NOOP("Columns", "Virtual"),
          QT_TRANSLATE_NOOP("Columns",
                            "How many virtual servers the user may see; says nothing of who may see all."),
          Group::Guests, from<"virtualGuestCount", ReadAs::Amount>(users)),
    text("iam_id", QT_TRANSLATE_NOOP("Columns", "IAM ID"),
         QT_TRANSLATE_NOOP("Columns", "What IBM Cloud knows the user by; empty if it does not."),
         from<"iamId", ReadAs::Text>(users), false),
    flag("federated", QT_TRANSLATE_NOOP("Columns", "IBMid"),
         QT_TRANSLATE_NOOP("Columns", "Whether the user logs in with an IBMid."), Group::Identity,
         from<"managedByOpenIdConnectFlag", ReadAs::Flag>(users)),
    kit::asDefault(kit::created(users, Group::Identity)),
    {.key = "status_since",
     .title = QT_TRANSLATE_NOOP("Columns", "State since"),
     .description = QT_TRANSLATE_NOOP("Columns", "Since when the state is what it is."),
     .type = ColumnType::Timestamp,
     .group = Group::Identity,
     .sources = {{from<"statusDate", ReadAs::Date>(users)}}},
    flag("all_hardware", QT_TRANSLATE_NOOP("Columns", "All bare metal"),
         QT_TRANSLATE_NOOP("Columns", "Whether the user may see all bare metal servers."), Group::AllHardware,
         from<"hasFullHardwareAccessFlag", ReadAs::Flag>(users)),
    flag("all_virtual", QT_TRANSLATE_NOOP("Columns", "All virtual"),
         QT_TRANSLATE_NOOP("Columns", "Whether the user may see all virtual servers."), Group::AllGuests,
         from<"hasFullVirtualGuestAccessFlag", ReadAs::Flag>(users)),
    kit::asSlow(count("login_count", QT_TRANSLATE_NOOP("Columns", "Logins"),
                      QT_TRANSLATE_NOOP("Columns", "How often the user logged in."), Group::Logins,
                      from<"successfulLoginCount", ReadAs::Amount>(users))),
    kit::asSlow(count("failed_login_count", QT_TRANSLATE_NOOP("Columns", "Failed logins"),
                      QT_TRANSLATE_NOOP("Columns", "How often somebody failed to log in as the user."),
                      Group::FailedLogins, from<"unsuccessfulLoginCount", ReadAs::Amount>(users))),
    kit::rowState(Group::Identity),
};

constexpr RowKind kinds[] = {RowKind::User};

constexpr KindSpec specs[] = {
    {.kind = RowKind::User,
     .key = "user",
     .plural = QT_TRANSLATE_NOOP("Kinds", "users"),
     .singular = QT_TRANSLATE_NOOP("Kinds", "User"),
     .goTo = QT_TRANSLATE_NOOP("Kinds", "Go to user “%1”"),
     .service = "SoftLayer_User_Customer",
     .list = {"getUsers", "users", "userCount"},
     .comesInBatches = true,
     .isCounted = true},
};

constexpr Relation relations[] = {
    {.key = "billing-items",
     .title = QT_TRANSLATE_NOOP("Kinds", "What the user ordered"),
     .table = "billing-items",
     .column = Column::Username,
     .word = "owner"},
    {.key = "tickets",
     .title = QT_TRANSLATE_NOOP("Kinds", "Tickets assigned to the user"),
     .table = "tickets",
     .column = Column::Username,
     .word = "assigned"},
    {.key = "children",
     .title = QT_TRANSLATE_NOOP("Kinds", "Users that this one made"),
     .table = "users",
     .column = Column::Username,
     .word = "parent"},
};

const Catalogue &catalogue()
{
    static const Catalogue catalogue(columns, Group::Count, "username"_L1);
    return catalogue;
}

} // namespace

extern const TableSpec usersTable;
const TableSpec usersTable{
    .key = "users",
    .category = Category::Account,
    .place = 10,
    .sheet = "vUsers",
    .isListedOnDemand = true,
    .catalogue = catalogue,
    .kinds = kinds,
    .specs = specs,
    .filterHint = QT_TRANSLATE_NOOP("Kinds", "Filter by any word, or two_factor_count=0 status:active"),
    .counted = QT_TRANSLATE_N_NOOP("Kinds", "%Ln user(s)"),
    .relations = relations};

} // namespace layerscope
