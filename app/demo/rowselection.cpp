// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/rowselection.h"

#include "demo/draw.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Another order of 0 … size - 1 for each call: position -> (position × step + start) mod size, with a step
/// that has no divisor in common with size. Costs nothing but the positions looked at.
class Shuffle
{
public:
    Shuffle(int size, quint64 callNumber)
        : m_size(size)
    {
        if (size < 2)
            return;
        m_start = static_cast<qint64>(callNumber % static_cast<quint64>(size));
        m_step = 1 + static_cast<qint64>(scramble(callNumber) % static_cast<quint64>(size - 1));
        while (std::gcd(m_step, qint64{size}) != 1)
            --m_step; // ends at 1 at the latest
    }

    [[nodiscard]] int at(qint64 position) const
    {
        return static_cast<int>((position * m_step + m_start) % m_size);
    }

private:
    qint64 m_size;
    qint64 m_start = 0;
    qint64 m_step = 1;
};

bool isById(const WireFilter::Sort &sort)
{
    return sort.path == QStringList{u"id"_s};
}

std::function<JsonValue(const QString &)> valuesOf(const RowSource &source, int row)
{
    return [&source, row](const QString &property) { return source.value(row, property); };
}

/// Rows the filter lets pass, in the order of their ids.
QList<int> matchingRows(const RowSource &source, const WireFilter &filter)
{
    const auto &conditions = filter.conditions();
    const auto byIds =
        std::find_if(conditions.cbegin(), conditions.cend(), [](const WireFilter::Condition &one) {
            return one.path == QStringList{u"id"_s} && one.predicate.numbers;
        });
    QList<int> rows;
    if (byIds != conditions.cend()) {
        std::set<int> named;
        for (const qint64 id : *byIds->predicate.numbers) {
            if (const auto row = source.rowOfId(id))
                named.insert(*row);
        }
        rows = QList<int>(named.cbegin(), named.cend());
    } else {
        rows.resize(source.count());
        std::iota(rows.begin(), rows.end(), 0);
    }
    const bool isDecided = conditions.empty() || (conditions.size() == 1 && byIds != conditions.cend());
    if (!isDecided)
        rows.removeIf([&](int row) { return !filter.matches(valuesOf(source, row)); });
    return rows;
}

struct SortKey
{
    int rank = 0; ///< Missing values come first, as in MySQL, then numbers, then texts.
    double number = 0;
    QString text;

    explicit SortKey(const JsonValue &value)
    {
        bool isNumber = value.isDouble() || value.isBool();
        number = value.isBool() ? (value.toBool() ? 1 : 0) : value.toDouble();
        if (value.isString()) {
            text = value.toString();
            number = text.toDouble(&isNumber);
        }
        rank = isNumber ? 1 : value.isString() ? 2 : 0;
    }

    [[nodiscard]] std::partial_ordering operator<=>(const SortKey &other) const
    {
        if (rank != other.rank)
            return rank <=> other.rank;
        if (rank == 1)
            return number <=> other.number;
        return QString::compare(text, other.text, Qt::CaseInsensitive) <=> 0;
    }
    [[nodiscard]] bool operator==(const SortKey &other) const { return (*this <=> other) == 0; }
};

void sortRows(QList<int> &rows, const RowSource &source, const WireFilter &filter, const Shuffle &shuffle)
{
    struct Entry
    {
        int row;
        std::vector<SortKey> keys;
    };
    std::vector<Entry> entries;
    entries.reserve(static_cast<size_t>(rows.size()));
    for (qsizetype position = 0; position < rows.size(); ++position) {
        // Shuffled first: rows with equal keys come in another order each time.
        Entry entry{rows.at(shuffle.at(position)), {}};
        for (const WireFilter::Sort &sort : filter.sorts())
            entry.keys.emplace_back(valueAt(source.value(entry.row, sort.path.first()), sort.path, 1));
        entries.push_back(std::move(entry));
    }
    std::stable_sort(entries.begin(), entries.end(), [&](const Entry &a, const Entry &b) {
        for (size_t i = 0; i < a.keys.size(); ++i) {
            if (a.keys[i] != b.keys[i])
                return filter.sorts()[i].isDescending ? b.keys[i] < a.keys[i] : a.keys[i] < b.keys[i];
        }
        return false;
    });
    std::transform(entries.cbegin(), entries.cend(), rows.begin(),
                   [](const Entry &entry) { return entry.row; });
}

} // namespace

Result<ResultLimit, WireError> ResultLimit::parse(const QString &text)
{
    if (text.isEmpty())
        return ResultLimit{};
    const QStringList parts = text.split(u',');
    bool offsetOk = true;
    bool countOk = false;
    ResultLimit limit;
    if (parts.size() == 2)
        limit.offset = parts.first().toLongLong(&offsetOk);
    limit.count = parts.last().toLongLong(&countOk);
    if (parts.size() > 2 || !offsetOk || !countOk || limit.offset < 0 || *limit.count < 0)
        return Unexpected(WireError{500, u"SoftLayer_Exception_WebService_BadRequest"_s, u"Bad request"_s});
    return limit;
}

RowSelection selectRows(const RowSource &source, const WireFilter &filter, const ResultLimit &limit,
                        quint64 callNumber)
{
    const auto &sorts = filter.sorts();
    const bool everything = filter.conditions().empty();
    const bool byId = sorts.size() == 1 && isById(sorts.front());
    RowSelection selection;

    QList<int> rows;
    if (!everything || (!sorts.empty() && !byId))
        rows = matchingRows(source, filter);
    selection.total = rows.isEmpty() && everything ? source.count() : static_cast<int>(rows.size());

    const Shuffle shuffle(selection.total, callNumber);
    if (!sorts.empty() && !byId)
        sortRows(rows, source, filter, shuffle);

    const qint64 first = std::min<qint64>(limit.offset, selection.total);
    const qint64 left = selection.total - first;
    const qint64 size = std::min(limit.count.value_or(left), left);
    selection.rows.reserve(size);
    for (qint64 position = first; position < first + size; ++position) {
        qint64 place = position;
        if (sorts.empty())
            place = shuffle.at(position);
        else if (byId && sorts.front().isDescending)
            place = selection.total - 1 - position;
        selection.rows.append(rows.isEmpty() ? static_cast<int>(place) : rows.at(place));
    }
    return selection;
}

} // namespace layerscope::demo
