// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simplelist.h"

#include "demo/billingledger.h"
#include "demo/wirevalues.h"

#include <algorithm>

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

/// One for each month, one for what was ordered in it, and a credit now and then.
class Invoices final : public WholeRows
{
public:
    explicit Invoices(const SimulatedAccount &account)
    {
        const BillingLedger ledger(account);
        int number = 0;
        for (const Month &month : billedMonths(ledger)) {
            const qint64 id = firstId + qint64{number} * idsAMonth;
            const bool isLast = ++number == months;
            if (month.newItems > 0 && number > 1)
                m_rows.append(invoice(id, u"NEW"_s, month.begin - 6 * secondsADay, false,
                                      {month.newCents / 2, 2500}, month.newItems));
            if (number % 8 == 5)
                m_rows.append(
                    invoice(id + 70, u"CREDIT"_s, month.begin - 3 * secondsADay, false, {0, -4'990}, 1));
            m_rows.append(
                invoice(id + 210, u"RECURRING"_s, month.begin, isLast, {month.cents, 0}, month.items));
        }
    }

    [[nodiscard]] int count() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] JsonObject row(int row) const override { return m_rows.at(row).toObject(); }
    [[nodiscard]] std::optional<int> rowOfId(qint64 id) const override
    {
        for (int row = 0; row < count(); ++row) {
            if (m_rows.at(row)["id"_L1].toInteger() == id)
                return row;
        }
        return std::nullopt;
    }

private:
    JsonArray m_rows;
};

std::unique_ptr<WholeRows> source(const SimulatedAccount &account)
{
    return std::make_unique<Invoices>(account);
}

} // namespace

extern const SimpleList invoicesList;
const SimpleList invoicesList{.relation = "invoices", .source = source};

} // namespace layerscope::demo
