// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/columnkit.h"
#include "inventory/kinds.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// Each amount is computed by the API from all items of the invoice, and comes by itself.
namespace Group {
enum : int {
    Identity,
    Total,
    PreTax,
    Recurring,
    RecurringTax,
    OneTime,
    OneTimeTax,
    Paid,
    Items,
    TopItems,
    Count
};
}

constexpr KindSet invoices{RowKind::Invoice};

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
            .shownDecimals = 2,
            .sample = "1,208,448.60",
            .sources = {{source}}};
}

/// Still open is what somebody has to pay.
constexpr WordTone states[] = {
    {"OPEN", Tone::Working},
    {"CLOSED", Tone::Good},
    {"CLOSED_FAILED", Tone::Bad},
};

/// API facts: softlayer-kinds §2.28. Address and telephone, which are local, are personal and not asked for;
/// the items are all children of all items, and never asked for as a relation.
constexpr ColumnSpec columns[] = {
    kit::asDefault(kit::id(invoices, Group::Identity)),
    // Nobody gives an invoice a name.
    {.key = "number",
     .title = QT_TRANSLATE_NOOP("Columns", "Invoice"),
     .description = QT_TRANSLATE_NOOP("Columns", "The number of the invoice, which it is called by."),
     .group = Group::Identity,
     .sample = "71200003",
     .sources = {{from<"id", ReadAs::Word>(invoices)}}},
    kit::asDefault(kit::created(invoices, Group::Identity)),
    {.key = "type",
     .title = QT_TRANSLATE_NOOP("Columns", "Type"),
     .description = QT_TRANSLATE_NOOP(
         "Columns", "Whether it is that of a month, of an order or a credit, in the words of the API."),
     .group = Group::Identity,
     .isDefault = true,
     .repeats = true,
     .holdsWords = true,
     .sources = {{from<"typeCode", ReadAs::Word>(invoices)}}},
    {.key = "status",
     .title = QT_TRANSLATE_NOOP("Columns", "State"),
     .description = QT_TRANSLATE_NOOP("Columns", "Whether it is still open, in the words of the API."),
     .group = Group::Identity,
     .isDefault = true,
     .repeats = true,
     .holdsWords = true,
     .tones = states,
     .sources = {{from<"statusCode", ReadAs::Word>(invoices)}}},
    kit::asDefault(dollars("total_usd", QT_TRANSLATE_NOOP("Columns", "Total $"),
                           QT_TRANSLATE_NOOP("Columns", "What it comes to with taxes, in US dollars."),
                           Group::Total, from<"invoiceTotalAmount", ReadAs::Decimal>(invoices))),
    dollars("pre_tax_usd", QT_TRANSLATE_NOOP("Columns", "Before tax $"),
            QT_TRANSLATE_NOOP("Columns", "What it comes to without taxes, in US dollars."), Group::PreTax,
            from<"invoiceTotalPreTaxAmount", ReadAs::Decimal>(invoices)),
    kit::asDefault(dollars("recurring_usd", QT_TRANSLATE_NOOP("Columns", "Recurring $"),
                           QT_TRANSLATE_NOOP("Columns", "What of it comes every month, in US dollars."),
                           Group::Recurring, from<"invoiceTotalRecurringAmount", ReadAs::Decimal>(invoices))),
    dollars("recurring_tax_usd", QT_TRANSLATE_NOOP("Columns", "Recurring tax $"),
            QT_TRANSLATE_NOOP("Columns", "The taxes on what comes every month, in US dollars."),
            Group::RecurringTax, from<"invoiceTotalRecurringTaxAmount", ReadAs::Decimal>(invoices)),
    kit::asDefault(dollars("one_time_usd", QT_TRANSLATE_NOOP("Columns", "One-time $"),
                           QT_TRANSLATE_NOOP("Columns", "What of it comes once, in US dollars."),
                           Group::OneTime, from<"invoiceTotalOneTimeAmount", ReadAs::Decimal>(invoices))),
    dollars("one_time_tax_usd", QT_TRANSLATE_NOOP("Columns", "One-time tax $"),
            QT_TRANSLATE_NOOP("Columns", "The taxes on what comes once, in US dollars."), Group::OneTimeTax,
            from<"invoiceTotalOneTimeTaxAmount", ReadAs::Decimal>(invoices)),
    dollars("paid_usd", QT_TRANSLATE_NOOP("Columns", "Paid $"),
            QT_TRANSLATE_NOOP("Columns", "What was paid of it, in US dollars."), Group::Paid,
            from<"payment", ReadAs::Decimal>(invoices)),
    dollars("starting_balance_usd", QT_TRANSLATE_NOOP("Columns", "Balance before $"),
            QT_TRANSLATE_NOOP("Columns", "The balance of the account before it, in US dollars."),
            Group::Identity, from<"startingBalance", ReadAs::Decimal>(invoices)),
    dollars("ending_balance_usd", QT_TRANSLATE_NOOP("Columns", "Balance after $"),
            QT_TRANSLATE_NOOP("Columns", "The balance of the account after it, in US dollars."),
            Group::Identity, from<"endingBalance", ReadAs::Decimal>(invoices)),
    {.key = "item_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Items"),
     .description = QT_TRANSLATE_NOOP("Columns", "How many items it has, with the parts of each."),
     .type = ColumnType::Integer,
     .group = Group::Items,
     .topic = ColumnTopic::Contents,
     .isDefault = true,
     .isSlow = true,
     .sources = {{from<"itemCount", ReadAs::Amount>(invoices)}}},
    {.key = "top_item_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Things"),
     .description = QT_TRANSLATE_NOOP("Columns", "How many things it bills, without the parts of each."),
     .type = ColumnType::Integer,
     .group = Group::TopItems,
     .topic = ColumnTopic::Contents,
     .sources = {{from<"invoiceTopLevelItemCount", ReadAs::Amount>(invoices)}}},
    {.key = "purchase_order",
     .title = QT_TRANSLATE_NOOP("Columns", "Purchase order"),
     .description = QT_TRANSLATE_NOOP("Columns", "The number of the account's own order that it belongs to."),
     .group = Group::Identity,
     .sources = {{from<"purchaseOrderNumber", ReadAs::Text>(invoices)}}},
    {.key = "closed",
     .title = QT_TRANSLATE_NOOP("Columns", "Closed"),
     .description = QT_TRANSLATE_NOOP("Columns", "When it was closed; empty if it is open."),
     .type = ColumnType::Timestamp,
     .group = Group::Identity,
     .isDefault = true,
     .sources = {{from<"closedDate", ReadAs::Date>(invoices)}}},
    kit::modified(invoices, Group::Identity),
    kit::rowState(Group::Identity),
};

constexpr RowKind kinds[] = {RowKind::Invoice};

constexpr KindSpec specs[] = {
    {.kind = RowKind::Invoice,
     .key = "invoice",
     .plural = QT_TRANSLATE_NOOP("Kinds", "invoices"),
     .singular = QT_TRANSLATE_NOOP("Kinds", "Invoice"),
     .goTo = QT_TRANSLATE_NOOP("Kinds", "Go to invoice “%1”"),
     .service = "SoftLayer_Billing_Invoice",
     .list = {"getInvoices", "invoices", "invoiceCount"},
     .comesInBatches = true,
     .isCounted = true},
};

const Catalogue &catalogue()
{
    static const Catalogue catalogue(columns, Group::Count, "number"_L1);
    return catalogue;
}

} // namespace

extern const TableSpec invoicesTable;
const TableSpec invoicesTable{
    .key = "invoices",
    .category = Category::Billing,
    .place = 20,
    .sheet = "vInvoices",
    .isListedOnDemand = true,
    .catalogue = catalogue,
    .kinds = kinds,
    .specs = specs,
    .filterHint = QT_TRANSLATE_NOOP("Kinds", "Filter by any word, or type:recurring total_usd>1000"),
    .counted = QT_TRANSLATE_N_NOOP("Kinds", "%Ln invoice(s)")};

} // namespace layerscope
