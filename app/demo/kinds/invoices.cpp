// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simplelist.h"

#include "demo/billingledger.h"
#include "demo/wirevalues.h"

#include <algorithm>
#include <array>
#include <vector>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstId = 71'200'003;
constexpr int idsAMonth = 500;
constexpr int months = 30;
constexpr qint64 secondsAMonth = 2'629'746; // of the average one
constexpr int taxPerMille = 82;

/// What was billed so far by the end of each month: the fees of what there was then.
struct Month
{
    qint64 begin = 0;
    qint64 cents = 0;    ///< Of all that was there when it began.
    qint64 newCents = 0; ///< Of what came during the month before.
    int items = 0;
    int newItems = 0;
};

std::vector<Month> billedMonths(const BillingLedger &ledger)
{
    std::vector<Month> all(months);
    QStringList begins;
    for (int month = 0; month < months; ++month) {
        all[static_cast<size_t>(month)].begin = cycleStart - (months - 1 - month) * secondsAMonth;
        begins.append(wireDate(all[static_cast<size_t>(month)].begin));
    }
    for (int row = 0; row < ledger.count(); ++row) {
        // The last of them: what it bills is what the next invoice will, but for what came since.
        const auto month = std::lower_bound(begins.cbegin(), begins.cend(), ledger.createDate(row));
        if (month == begins.cend())
            continue;
        Month &first = all[static_cast<size_t>(month - begins.cbegin())];
        first.newCents += ledger.cents(row);
        ++first.newItems;
    }
    qint64 cents = 0;
    int items = 0;
    for (Month &month : all) {
        month.cents = cents += month.newCents;
        month.items = items += month.newItems;
    }
    return all;
}

/// In cents.
struct Amounts
{
    qint64 recurring = 0;
    qint64 oneTime = 0;
};

qint64 taxOf(qint64 cents)
{
    return cents * taxPerMille / 1000;
}

JsonObject invoice(qint64 id, const QString &type, qint64 created, bool isOpen, const Amounts &amounts,
                   int items)
{
    const qint64 recurringTax = taxOf(amounts.recurring);
    const qint64 oneTimeTax = taxOf(amounts.oneTime);
    const qint64 preTax = amounts.recurring + amounts.oneTime;
    const qint64 total = preTax + recurringTax + oneTimeTax;
    const qint64 paid = isOpen ? 0 : total;
    const qint64 closed = created + 9 * secondsADay + 3600;
    JsonObject row{{u"id"_s, id},
                   {u"accountId"_s, AccountShape::accountId()},
                   {u"companyName"_s, u"Example Corp"_s},
                   {u"createDate"_s, wireDate(created)},
                   {u"modifyDate"_s, isOpen ? JsonValue() : JsonValue(wireDate(closed))},
                   {u"closedDate"_s, isOpen ? JsonValue() : JsonValue(wireDate(closed))},
                   {u"typeCode"_s, type},
                   {u"statusCode"_s, isOpen ? u"OPEN"_s : u"CLOSED"_s},
                   {u"invoiceTotalAmount"_s, wireDecimal(total, 2)},
                   {u"invoiceTotalPreTaxAmount"_s, wireDecimal(preTax, 2)},
                   {u"invoiceTotalRecurringAmount"_s, wireDecimal(amounts.recurring, 2)},
                   {u"invoiceTotalRecurringTaxAmount"_s, wireDecimal(recurringTax, 2)},
                   {u"invoiceTotalOneTimeAmount"_s, wireDecimal(amounts.oneTime, 2)},
                   {u"invoiceTotalOneTimeTaxAmount"_s, wireDecimal(oneTimeTax, 2)},
                   {u"payment"_s, wireDecimal(paid, 2)},
                   {u"startingBalance"_s, u"0"_s},
                   {u"endingBalance"_s, wireDecimal(total - paid, 2)},
                   {u"invoiceTopLevelItemCount"_s, items},
                   {u"itemCount"_s, items * 4}};
    if (id % 4 == 3)
        row.insert(u"purchaseOrderNumber"_s, QString(u"PO-"_s + QString::number(id % 10'000)));
    return row;
}

/// What stands at the same place every month.
struct Sort
{
    QString type;
    qint64 idOffset;
    qint64 daysBefore; ///< The month that it belongs to.
    int every;         ///< In one of so many months.
    int remainder;     ///< In those whose number leaves it.
};

const std::array<Sort, 3> &sorts()
{
    static const std::array<Sort, 3> table{{
        {u"NEW"_s, 0, 6, 1, 0},
        {u"CREDIT"_s, 70, 3, 8, 4},
        {u"RECURRING"_s, 210, 0, 1, 0},
    }};
    return table;
}

/// One for what was ordered in each month, one for all that there was then, and a credit now and then. How
/// many there are, and which, is the same for every account; what they come to takes O(servers) to know.
class Invoices final : public WholeRows
{
public:
    explicit Invoices(const SimulatedAccount &account)
        : m_account(account)
    {
        for (int month = 0; month < months; ++month) {
            for (const Sort &sort : sorts()) {
                if (month % sort.every == sort.remainder)
                    m_entries.push_back({month, &sort});
            }
        }
    }

    [[nodiscard]] int count() const override { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] JsonObject row(int row) const override;
    [[nodiscard]] std::optional<int> rowOfId(qint64 id) const override
    {
        for (int row = 0; row < count(); ++row) {
            if (idOf(row) == id)
                return row;
        }
        return std::nullopt;
    }

private:
    struct Entry
    {
        int month;
        const Sort *sort;
    };

    [[nodiscard]] qint64 idOf(int row) const
    {
        const Entry &entry = m_entries[static_cast<size_t>(row)];
        return firstId + qint64{entry.month} * idsAMonth + entry.sort->idOffset;
    }

    const SimulatedAccount &m_account;
    std::vector<Entry> m_entries; ///< By id, ascending.
    mutable std::vector<Month> m_months;
};

JsonObject Invoices::row(int row) const
{
    if (m_months.empty())
        m_months = billedMonths(BillingLedger(m_account));
    const Entry &entry = m_entries[static_cast<size_t>(row)];
    const Month &month = m_months[static_cast<size_t>(entry.month)];
    const qint64 created = month.begin - entry.sort->daysBefore * secondsADay;
    constexpr qint64 setUp = 2'500;
    constexpr qint64 creditGiven = -4'990;
    if (entry.sort->type == u"NEW"_s)
        return invoice(idOf(row), entry.sort->type, created, false, {month.newCents / 2, setUp},
                       month.newItems);
    if (entry.sort->type == u"CREDIT"_s)
        return invoice(idOf(row), entry.sort->type, created, false, {0, creditGiven}, 1);
    const bool isLast = entry.month + 1 == months;
    return invoice(idOf(row), entry.sort->type, created, isLast, {month.cents, 0}, month.items);
}

std::unique_ptr<WholeRows> source(const SimulatedAccount &account)
{
    return std::make_unique<Invoices>(account);
}

} // namespace

extern const SimpleList invoicesList;
const SimpleList invoicesList{.relation = "invoices", .source = source};

} // namespace layerscope::demo
