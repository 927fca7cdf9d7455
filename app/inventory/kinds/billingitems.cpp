// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/columnkit.h"
#include "inventory/inventorytable.h"
#include "inventory/kinds.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

namespace Column {
enum : ColumnIndex { Description, Id, Category, Hostname, Domain };
}

/// What is no local property comes by itself: fees are computed, the owner is three relations away.
namespace Group {
enum : int { Identity, Location, Fee, Hourly, OneTime, Order, Owner, Pending, Package, Count };
}

constexpr KindSet items{RowKind::BillingItem};

constexpr ColumnSpec dollars(const char *key, const char *title, const char *description, int group,
                             CellSource source)
{
    return {.key = key,
            .title = title,
            .description = description,
            .unit = "USD",
            .type = ColumnType::Decimal,
            .group = group,
            .topic = ColumnTopic::Cost,
            .isSummable = true,
            .sources = {{source}}};
}

/// API facts: softlayer-kinds §2.27. The fee has what the items below it cost; recurringFee is the item
/// alone.
constexpr ColumnSpec columns[] = {
    kit::id(items, Group::Identity),
    {.key = "description",
     .title = QT_TRANSLATE_NOOP("Columns", "Description"),
     .description = QT_TRANSLATE_NOOP("Columns", "What is billed, as an invoice has it."),
     .group = Group::Identity,
     .isDefault = true,
     .repeats = true,
     .sample = "Storage as a Service, 1000 GB",
     .sources = {{from<"description", ReadAs::Text>(items)}}},
    {.key = "category",
     .title = QT_TRANSLATE_NOOP("Columns", "Category"),
     .description = QT_TRANSLATE_NOOP("Columns", "What sort of thing it is, in the words of the API."),
     .group = Group::Identity,
     .isDefault = true,
     .repeats = true,
     .holdsWords = true,
     .sample = "Sov sec ip addresses pub",
     .sources = {{from<"categoryCode", ReadAs::Word>(items)}}},
    {.key = "hostname",
     .title = QT_TRANSLATE_NOOP("Columns", "Hostname"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "The server that it is billed for; empty if it is for none."),
     .group = Group::Identity,
     .isDefault = true,
     .sources = {{from<"hostName", ReadAs::Text>(items)}}},
    {.key = "domain",
     .title = QT_TRANSLATE_NOOP("Columns", "Domain"),
     .description = QT_TRANSLATE_NOOP("Columns", "The domain of that server."),
     .group = Group::Identity,
     .repeats = true,
     .sources = {{from<"domainName", ReadAs::Text>(items)}}},
    {.key = "location",
     .title = QT_TRANSLATE_NOOP("Columns", "Location"),
     .description = QT_TRANSLATE_NOOP("Columns", "The datacenter that it is billed in."),
     .group = Group::Location,
     .isDefault = true,
     .repeats = true,
     .sources = {{from<"location.name", ReadAs::Text>(items)}}},
    {.key = "fee_month_usd",
     .title = QT_TRANSLATE_NOOP("Columns", "$/month"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "What the next invoice charges for it and its parts, in US dollars."),
     .unit = "USD/month",
     .type = ColumnType::Decimal,
     .group = Group::Fee,
     .topic = ColumnTopic::Cost,
     .isDefault = true,
     .isSummable = true,
     .shownDecimals = 2,
     .sources = {{from<"nextInvoiceTotalRecurringAmount", ReadAs::Decimal>(items)}}},
    dollars("own_recurring_usd", QT_TRANSLATE_NOOP("Columns", "Own $/month"),
            QT_TRANSLATE_NOOP("Columns", "What it costs a month without its parts, in US dollars."),
            Group::Identity, from<"recurringFee", ReadAs::Decimal>(items)),
    dollars(
        "hourly_fee_usd", QT_TRANSLATE_NOOP("Columns", "$/hour"),
        QT_TRANSLATE_NOOP("Columns", "What it costs an hour, in US dollars; empty if it is billed by month."),
        Group::Identity, from<"hourlyRecurringFee", ReadAs::Decimal>(items)),
    {.key = "hourly",
     .title = QT_TRANSLATE_NOOP("Columns", "Hourly"),
     .description = QT_TRANSLATE_NOOP("Columns", "Whether it is billed by the hour."),
     .type = ColumnType::Flag,
     .group = Group::Hourly,
     .topic = ColumnTopic::Cost,
     .isDefault = true,
     .sources = {{from<"hourlyFlag", ReadAs::Flag>(items)}}},
    dollars("hourly_so_far_usd", QT_TRANSLATE_NOOP("Columns", "$ so far"),
            QT_TRANSLATE_NOOP("Columns", "What its hours of this billing cycle cost so far, in US dollars."),
            Group::Identity, from<"currentHourlyCharge", ReadAs::Decimal>(items)),
    {.key = "hours_used",
     .title = QT_TRANSLATE_NOOP("Columns", "Hours"),
     .description = QT_TRANSLATE_NOOP("Columns", "How many hours of this billing cycle it was used."),
     .type = ColumnType::Decimal,
     .group = Group::Identity,
     .topic = ColumnTopic::Cost,
     .isSummable = true,
     .sources = {{from<"hoursUsed", ReadAs::Decimal>(items)}}},
    dollars("one_time_usd", QT_TRANSLATE_NOOP("Columns", "One-time $"),
            QT_TRANSLATE_NOOP("Columns", "What the next invoice charges for it once, in US dollars."),
            Group::OneTime, from<"nextInvoiceTotalOneTimeAmount", ReadAs::Decimal>(items)),
    {.key = "order_id",
     .title = QT_TRANSLATE_NOOP("Columns", "Order ID"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "The number of the order that it came by; empty if it came by none."),
     .type = ColumnType::Integer,
     .group = Group::Order,
     .sources = {{from<"orderItem.order.id", ReadAs::Integer>(items)}}},
    kit::asDefault(kit::owner<"orderItem.order.userRecord.username">(items, Group::Owner)),
    kit::notes(items, Group::Identity),
    kit::asDefault(kit::created(items, Group::Identity)),
    {.key = "next_bill",
     .title = QT_TRANSLATE_NOOP("Columns", "Next bill"),
     .description = QT_TRANSLATE_NOOP("Columns", "When it is billed next."),
     .type = ColumnType::Timestamp,
     .group = Group::Identity,
     .topic = ColumnTopic::Cost,
     .isDefault = true,
     .sources = {{from<"nextBillDate", ReadAs::Date>(items)}}},
    {.key = "cancellation",
     .title = QT_TRANSLATE_NOOP("Columns", "Cancellation"),
     .description = QT_TRANSLATE_NOOP("Columns", "When it ends; empty if nobody cancelled it."),
     .type = ColumnType::Timestamp,
     .group = Group::Identity,
     .topic = ColumnTopic::Cost,
     .isDefault = true,
     .sources = {{from<"cancellationDate", ReadAs::Date>(items)}}},
    {.key = "pending_cancellation",
     .title = QT_TRANSLATE_NOOP("Columns", "Being cancelled"),
     .description = QT_TRANSLATE_NOOP("Columns", "Whether a cancellation of it is on its way."),
     .type = ColumnType::Flag,
     .group = Group::Pending,
     .topic = ColumnTopic::Cost,
     .sources = {{from<"pendingCancellationFlag", ReadAs::Flag>(items)}}},
    {.key = "package",
     .title = QT_TRANSLATE_NOOP("Columns", "Package"),
     .description = QT_TRANSLATE_NOOP("Columns", "The package that it was ordered from."),
     .group = Group::Package,
     .repeats = true,
     .holdsWords = true,
     .sources = {{from<"package.keyName", ReadAs::Word>(items)}}},
    {.key = "cycle_start",
     .title = QT_TRANSLATE_NOOP("Columns", "Cycle start"),
     .description = QT_TRANSLATE_NOOP("Columns", "When its present billing cycle began."),
     .type = ColumnType::Timestamp,
     .group = Group::Identity,
     .topic = ColumnTopic::Cost,
     .sources = {{from<"cycleStartDate", ReadAs::Date>(items)}}},
    kit::rowState(Group::Identity),
};

constexpr RowKind kinds[] = {RowKind::BillingItem};

constexpr KindSpec specs[] = {
    {.kind = RowKind::BillingItem,
     .key = "billing_item",
     .plural = QT_TRANSLATE_NOOP("Kinds", "billing items"),
     .singular = QT_TRANSLATE_NOOP("Kinds", "Billing item"),
     .goTo = QT_TRANSLATE_NOOP("Kinds", "Go to billing item “%1”"),
     .service = "SoftLayer_Billing_Item",
     .list = {"getNextInvoiceTopLevelBillingItems", "nextInvoiceTopLevelBillingItems",
              "nextInvoiceTopLevelBillingItemCount"},
     .comesInBatches = true,
     .isCounted = true},
};

QString inQuotes(QString text)
{
    return u'"' + text.remove(u'"') + u'"';
}

/// The item names its server by its names alone (softlayer-kinds §2.27).
QString serverWords(const InventoryTable &table, int row)
{
    const QString &host = table.text(row, Column::Hostname);
    if (host.isEmpty())
        return {};
    const QString domain = table.hasValue(row, Column::Domain) ? table.text(row, Column::Domain) : QString();
    return domain.isEmpty() ? u"hostname="_s + inQuotes(host) : u"fqdn="_s + inQuotes(host + u'.' + domain);
}

QString volumeWords(const InventoryTable &table, int row)
{
    if (!table.hasValue(row, Column::Category) ||
        table.text(row, Column::Category) != "storage_as_a_service"_L1)
        return {};
    return u"billing_item_id="_s + QString::number(table.bits(row, Column::Id));
}

constexpr Relation relations[] = {
    {.key = "servers",
     .title = QT_TRANSLATE_NOOP("Kinds", "The server that it is for"),
     .table = "servers",
     .column = Column::Hostname,
     .words = serverWords},
    {.key = "block-storage",
     .title = QT_TRANSLATE_NOOP("Kinds", "The block storage that it is for"),
     .table = "block-storage",
     .column = Column::Id,
     .words = volumeWords},
    {.key = "file-storage",
     .title = QT_TRANSLATE_NOOP("Kinds", "The file storage that it is for"),
     .table = "file-storage",
     .column = Column::Id,
     .words = volumeWords},
};

const Catalogue &catalogue()
{
    static const Catalogue catalogue(columns, Group::Count, "description"_L1);
    return catalogue;
}

} // namespace

extern const TableSpec billingitemsTable;
const TableSpec billingitemsTable{
    .key = "billing-items",
    .category = Category::Billing,
    .place = 10,
    .sheet = "vBilling",
    .isListedOnDemand = true,
    .catalogue = catalogue,
    .kinds = kinds,
    .specs = specs,
    .filterHint = QT_TRANSLATE_NOOP("Kinds", "Filter by any word, or category:vlan fee_month_usd>100"),
    .counted = QT_TRANSLATE_N_NOOP("Kinds", "%Ln billing item(s)"),
    .relations = relations};

} // namespace layerscope
