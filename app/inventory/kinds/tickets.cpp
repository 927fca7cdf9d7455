// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/columnkit.h"
#include "inventory/kinds.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

namespace Column {
enum : ColumnIndex { Title, Id, CaseNumber, Status, Group, Subject, Priority, Assigned };
}

namespace Group {
enum : int {
    Identity,
    Status,
    Group,
    Subject,
    Assigned,
    Waiting,
    Unread,
    Hardware,
    Guests,
    Hosts,
    Files,
    Tags,
    Count
};
}

constexpr KindSet tickets{RowKind::Ticket};

/// A word or name through a relation of its own.
constexpr ColumnSpec named(const char *key, const char *title, const char *description, int group,
                           CellSource source)
{
    return {.key = key,
            .title = title,
            .description = description,
            .group = group,
            .repeats = true,
            .sample = "1234567_anna.mueller",
            .sources = {{source}}};
}

constexpr ColumnSpec flag(const char *key, const char *title, const char *description, int group,
                          CellSource source)
{
    return {.key = key,
            .title = title,
            .description = description,
            .type = ColumnType::Flag,
            .group = group,
            .sources = {{source}}};
}

constexpr ColumnSpec date(const char *key, const char *title, const char *description, CellSource source)
{
    return {.key = key,
            .title = title,
            .description = description,
            .type = ColumnType::Timestamp,
            .group = Group::Identity,
            .sources = {{source}}};
}

constexpr ColumnSpec count(const char *key, const char *title, const char *description, int group,
                           CellSource source)
{
    return {.key = key,
            .title = title,
            .description = description,
            .type = ColumnType::Integer,
            .group = group,
            .topic = ColumnTopic::Contents,
            .sources = {{source}}};
}

constexpr WordTone states[] = {
    {"Open", Tone::Working},
    {"Assigned", Tone::Working},
    {"Closed", Tone::Off},
};

/// API facts: softlayer-kinds §2.33. What was written in them may hold anything, and is not asked for.
constexpr ColumnSpec columns[] = {
    kit::asDefault(kit::id(tickets, Group::Identity)),
    {.key = "case_number",
     .title = QT_TRANSLATE_NOOP("Columns", "Case"),
     .description = QT_TRANSLATE_NOOP("Columns", "The number of the case, by which people know it."),
     .group = Group::Identity,
     .isDefault = true,
     .sample = "CS2408048",
     .sources = {{from<"serviceProviderResourceId", ReadAs::Text>(tickets)}}},
    {.key = "title",
     .title = QT_TRANSLATE_NOOP("Columns", "Title"),
     .description = QT_TRANSLATE_NOOP("Columns", "What the ticket is about, as it was written."),
     .group = Group::Identity,
     .isDefault = true,
     .sample = "Disk failure on db01.example.com, second time",
     .sources = {{from<"title", ReadAs::Text>(tickets)}}},
    {.key = "status",
     .title = QT_TRANSLATE_NOOP("Columns", "State"),
     .description = QT_TRANSLATE_NOOP("Columns", "Whether it is still open, in the words of the API."),
     .group = Group::Status,
     .isDefault = true,
     .repeats = true,
     .holdsWords = true,
     .tones = states,
     .sources = {{from<"status.name", ReadAs::Word>(tickets)}}},
    named("group", QT_TRANSLATE_NOOP("Columns", "Group"),
          QT_TRANSLATE_NOOP("Columns", "Who works on it on the other side."), Group::Group,
          from<"group.name", ReadAs::Text>(tickets)),
    named("subject", QT_TRANSLATE_NOOP("Columns", "Subject"),
          QT_TRANSLATE_NOOP("Columns", "What sort of ticket it is."), Group::Subject,
          from<"subject.name", ReadAs::Text>(tickets)),
    {.key = "priority",
     .title = QT_TRANSLATE_NOOP("Columns", "Priority"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "How urgent it is: 1 is the most, 4 the least; 0 says nothing."),
     .type = ColumnType::Integer,
     .group = Group::Identity,
     .isDefault = true,
     .sources = {{from<"priority", ReadAs::Integer>(tickets)}}},
    kit::asDefault(named("assigned", QT_TRANSLATE_NOOP("Columns", "Assigned to"),
                         QT_TRANSLATE_NOOP("Columns", "The user of the account whose ticket it is."),
                         Group::Assigned, from<"assignedUser.username", ReadAs::Text>(tickets))),
    kit::asDefault(kit::created(tickets, Group::Identity)),
    kit::asDefault(date("last_edit", QT_TRANSLATE_NOOP("Columns", "Last edit"),
                        QT_TRANSLATE_NOOP("Columns", "When somebody last wrote in it; empty if nobody did."),
                        from<"lastEditDate", ReadAs::Date>(tickets))),
    {.key = "last_edit_by",
     .title = QT_TRANSLATE_NOOP("Columns", "Last edit by"),
     .description = QT_TRANSLATE_NOOP("Columns", "Who wrote last, in the words of the API."),
     .group = Group::Identity,
     .repeats = true,
     .holdsWords = true,
     .sources = {{from<"lastEditType", ReadAs::Word>(tickets)}}},
    date("last_response", QT_TRANSLATE_NOOP("Columns", "Last response"),
         QT_TRANSLATE_NOOP("Columns", "When it was last answered."),
         from<"lastResponseDate", ReadAs::Date>(tickets)),
    kit::asDefault(count("update_count", QT_TRANSLATE_NOOP("Columns", "Updates"),
                         QT_TRANSLATE_NOOP("Columns", "How often somebody wrote in it."), Group::Identity,
                         from<"totalUpdateCount", ReadAs::Amount>(tickets))),
    flag("waiting_for_us", QT_TRANSLATE_NOOP("Columns", "Waits for us"),
         QT_TRANSLATE_NOOP("Columns", "Whether it waits for an answer of the account."), Group::Waiting,
         from<"awaitingUserResponseFlag", ReadAs::Flag>(tickets)),
    flag("unread", QT_TRANSLATE_NOOP("Columns", "Unread"),
         QT_TRANSLATE_NOOP("Columns", "Whether something in it is new."), Group::Unread,
         from<"newUpdatesFlag", ReadAs::Flag>(tickets)),
    count("hardware_count", QT_TRANSLATE_NOOP("Columns", "Bare metal"),
          QT_TRANSLATE_NOOP("Columns", "How many bare metal servers it is about."), Group::Hardware,
          from<"attachedHardwareCount", ReadAs::Amount>(tickets)),
    count("virtual_count", QT_TRANSLATE_NOOP("Columns", "Virtual"),
          QT_TRANSLATE_NOOP("Columns", "How many virtual servers it is about."), Group::Guests,
          from<"attachedVirtualGuestCount", ReadAs::Amount>(tickets)),
    count("dedicated_host_count", QT_TRANSLATE_NOOP("Columns", "Dedicated hosts"),
          QT_TRANSLATE_NOOP("Columns", "How many dedicated hosts it is about."), Group::Hosts,
          from<"attachedDedicatedHostCount", ReadAs::Amount>(tickets)),
    flag("billable", QT_TRANSLATE_NOOP("Columns", "Billable"),
         QT_TRANSLATE_NOOP("Columns", "Whether the work on it is charged."), Group::Identity,
         from<"billableFlag", ReadAs::Flag>(tickets)),
    kit::modified(tickets, Group::Identity),
    count("file_count", QT_TRANSLATE_NOOP("Columns", "Files"),
          QT_TRANSLATE_NOOP("Columns", "How many files are attached to it."), Group::Files,
          from<"attachedFileCount", ReadAs::Amount>(tickets)),
    kit::asSlow(kit::tags(tickets, Group::Tags)),
    kit::rowState(Group::Identity),
};

constexpr RowKind kinds[] = {RowKind::Ticket};

constexpr KindSpec specs[] = {
    {.kind = RowKind::Ticket,
     .key = "ticket",
     .plural = QT_TRANSLATE_NOOP("Kinds", "tickets"),
     .singular = QT_TRANSLATE_NOOP("Kinds", "Ticket"),
     .goTo = QT_TRANSLATE_NOOP("Kinds", "Go to ticket “%1”"),
     .service = "SoftLayer_Ticket",
     .list = {"getTickets", "tickets", "ticketCount"},
     .comesInBatches = true,
     .isCounted = true},
};

constexpr Relation relations[] = {
    {.key = "users",
     .title = QT_TRANSLATE_NOOP("Kinds", "The user that it is assigned to"),
     .table = "users",
     .column = Column::Assigned,
     .word = "username"},
};

const Catalogue &catalogue()
{
    static const Catalogue catalogue(columns, Group::Count, "title"_L1);
    return catalogue;
}

} // namespace

extern const TableSpec ticketsTable;
const TableSpec ticketsTable{
    .key = "tickets",
    .category = Category::Support,
    .place = 10,
    .sheet = "vTickets",
    .isListedOnDemand = true,
    .catalogue = catalogue,
    .kinds = kinds,
    .specs = specs,
    .filterHint = QT_TRANSLATE_NOOP("Kinds", "Filter by any word, or status:open waiting_for_us:yes"),
    .counted = QT_TRANSLATE_N_NOOP("Kinds", "%Ln ticket(s)"),
    .relations = relations};

} // namespace layerscope
