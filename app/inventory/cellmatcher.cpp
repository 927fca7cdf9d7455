// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/cellmatcher.h"

#include "inventory/apiword.h"
#include "inventory/naturalorder.h"
#include "inventory/numberfinder.h"
#include "inventory/textfinder.h"
#include "inventory/timetext.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <array>
#include <compare>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using Compare = FilterTerm::Compare;

bool holds(std::strong_ordering order, Compare compare)
{
    switch (compare) {
    case Compare::Equals:
        return order == 0;
    case Compare::Less:
        return order < 0;
    case Compare::LessOrEqual:
        return order <= 0;
    case Compare::Greater:
        return order > 0;
    case Compare::GreaterOrEqual:
        return order >= 0;
    case Compare::Contains:
    case Compare::Unknown:
    case Compare::Empty:
        break;
    }
    return false;
}

/// Contains, equals and order on texts that are at hand.
class TextTest
{
public:
    TextTest(const FilterTerm &term, bool isList)
        : m_compare(term.compare)
        , m_isList(isList)
    {
        for (const QString &word : term.words) {
            m_finders.emplace_back(word);
            m_keys.push_back(naturalKey(word));
        }
    }

    [[nodiscard]] bool isTrueFor(QStringView text) const
    {
        switch (m_compare) {
        case Compare::Contains:
            return any(text, &TextFinder::isIn);
        case Compare::Equals:
            return any(text, &TextFinder::isAllOf) || (m_isList && isAnyItem(text));
        default:
            break;
        }
        const std::string key = naturalKey(text);
        return std::any_of(m_keys.cbegin(), m_keys.cend(),
                           [&](const std::string &bound) { return holds(key <=> bound, m_compare); });
    }

private:
    [[nodiscard]] bool any(QStringView text, bool (TextFinder::*test)(QStringView) const) const
    {
        return std::any_of(m_finders.cbegin(), m_finders.cend(),
                           [&](const TextFinder &finder) { return (finder.*test)(text); });
    }

    [[nodiscard]] bool isAnyItem(QStringView text) const
    {
        const auto items = text.split(u';');
        return std::any_of(items.cbegin(), items.cend(),
                           [this](QStringView item) { return any(item, &TextFinder::isAllOf); });
    }

    Compare m_compare;
    bool m_isList;
    std::vector<TextFinder> m_finders;
    std::vector<std::string> m_keys;
};

/// One that looks at the column's values.
class ValueMatcher : public CellMatcher
{
public:
    bool isUndecided(int row) const final { return !m_table.isKnown(row, m_column); }

protected:
    ValueMatcher(const Context &context, ColumnIndex column)
        : m_table(context.table)
        , m_column(column)
    {}

    const InventoryTable &m_table;
    const ColumnIndex m_column;
};

class TextMatcher final : public ValueMatcher
{
public:
    TextMatcher(const Context &context, const FilterTerm &term, ColumnIndex column)
        : ValueMatcher(context, column)
        , m_test(term, m_table.catalogue().column(column).isList)
    {}

    bool matches(int row) override
    {
        return m_table.hasValue(row, m_column) && m_test.isTrueFor(m_table.text(row, m_column));
    }

private:
    TextTest m_test;
};

/// For columns with few distinct texts: each is looked at once.
class RepeatedTextMatcher final : public ValueMatcher
{
public:
    RepeatedTextMatcher(const Context &context, const FilterTerm &term, ColumnIndex column)
        : ValueMatcher(context, column)
        , m_test(term, m_table.catalogue().column(column).isList)
        , m_isShownAsWord(m_table.catalogue().column(column).holdsWords &&
                          (term.compare == Compare::Contains || term.compare == Compare::Equals))
        , m_verdicts(m_table.textCount(), Verdict::None)
    {}

    bool matches(int row) override
    {
        if (!m_table.hasValue(row, m_column))
            return false;
        const qint64 handle = m_table.bits(row, m_column);
        Verdict &verdict = m_verdicts[static_cast<std::size_t>(handle)];
        if (verdict == Verdict::None)
            verdict = isTrueFor(m_table.textOfHandle(handle)) ? Verdict::Match : Verdict::NoMatch;
        return verdict == Verdict::Match;
    }

private:
    enum class Verdict : quint8 { None, Match, NoMatch };

    /// The API's words are shown without their underscores and in the person's language: "bare_metal" reads
    /// "Bare metal".
    [[nodiscard]] bool isTrueFor(const QString &text) const
    {
        return m_test.isTrueFor(text) ||
               (text.contains(u'_') && m_test.isTrueFor(QString(text).replace(u'_', u' '))) ||
               (m_isShownAsWord && m_test.isTrueFor(apiWord(text)));
    }

    TextTest m_test;
    bool m_isShownAsWord;
    std::vector<Verdict> m_verdicts;
};

class NumberContains final : public ValueMatcher
{
public:
    NumberContains(const Context &context, const FilterTerm &term, ColumnIndex column)
        : ValueMatcher(context, column)
        , m_shownDecimals(m_table.catalogue().column(column).shownDecimals)
    {
        for (const QString &word : term.words) {
            NumberFinder finder(word, context.locale);
            if (finder.canMatch())
                m_finders.push_back(std::move(finder));
        }
    }

    [[nodiscard]] bool canMatch() const { return !m_finders.empty(); }

    bool matches(int row) override
    {
        if (!m_table.hasValue(row, m_column))
            return false;
        const Decimal number = m_table.decimal(row, m_column);
        return std::any_of(m_finders.begin(), m_finders.end(),
                           [&](NumberFinder &finder) { return finder.isIn(number, m_shownDecimals); });
    }

private:
    int m_shownDecimals;
    std::vector<NumberFinder> m_finders;
};

class NumberCompare final : public ValueMatcher
{
public:
    NumberCompare(const Context &context, const FilterTerm &term, ColumnIndex column)
        : ValueMatcher(context, column)
        , m_compare(term.compare)
    {
        for (const QString &word : term.words) {
            if (const std::optional<Decimal> bound = Decimal::fromText(word))
                m_bounds.push_back(*bound);
        }
    }

    [[nodiscard]] bool canMatch() const { return !m_bounds.empty(); }

    bool matches(int row) override
    {
        if (!m_table.hasValue(row, m_column))
            return false;
        const Decimal number = m_table.decimal(row, m_column);
        return std::any_of(m_bounds.cbegin(), m_bounds.cend(),
                           [&](Decimal bound) { return holds(number <=> bound, m_compare); });
    }

private:
    Compare m_compare;
    std::vector<Decimal> m_bounds;
};

/// "true" as in files, "yes" as on screen.
class FlagMatcher final : public ValueMatcher
{
public:
    FlagMatcher(const Context &context, const FilterTerm &term, ColumnIndex column)
        : ValueMatcher(context, column)
    {
        const TextTest test(term, false);
        m_verdicts = {test.isTrueFor(u"false") || test.isTrueFor(u"no"),
                      test.isTrueFor(u"true") || test.isTrueFor(u"yes")};
    }

    [[nodiscard]] bool canMatch() const { return m_verdicts[0] || m_verdicts[1]; }

    bool matches(int row) override
    {
        return m_table.hasValue(row, m_column) && m_verdicts[m_table.bits(row, m_column) != 0 ? 1 : 0];
    }

private:
    std::array<bool, 2> m_verdicts{};
};

/// Finds words in dates as in files ("2026-11-22T14:02:00Z", the T also as a blank) and in the locale's short
/// form of the local day, which is what stands on screen.
class TimeContains final : public ValueMatcher
{
public:
    TimeContains(const Context &context, const FilterTerm &term, ColumnIndex column)
        : ValueMatcher(context, column)
        , m_test(term, false)
        , m_locale(context.locale)
    {}

    bool matches(int row) override
    {
        if (!m_table.hasValue(row, m_column))
            return false;
        const qint64 msecs = m_table.bits(row, m_column);
        const std::string_view iso = m_iso.iso(Timestamp{msecs});
        QString text = QString::fromLatin1(iso.data(), static_cast<qsizetype>(iso.size()));
        if (m_test.isTrueFor(text) || m_test.isTrueFor(text.replace(u'T', u' ')))
            return true;
        return dayMatches(localDay(msecs));
    }

private:
    /// The offset of the local zone is slow to find and the same for all of an hour.
    qint64 localDay(qint64 msecs)
    {
        constexpr qint64 msecsPerHour = 3'600'000;
        const qint64 hour = msecs / msecsPerHour;
        auto known = m_dayOfHour.constFind(hour);
        if (known == m_dayOfHour.cend())
            known = m_dayOfHour.insert(hour, QDateTime::fromMSecsSinceEpoch(msecs).date().toJulianDay());
        return *known;
    }

    bool dayMatches(qint64 day)
    {
        auto known = m_verdictOfDay.constFind(day);
        if (known == m_verdictOfDay.cend()) {
            const QString text = m_locale.toString(QDate::fromJulianDay(day), QLocale::ShortFormat);
            known = m_verdictOfDay.insert(day, m_test.isTrueFor(text));
        }
        return *known;
    }

    TextTest m_test;
    QLocale m_locale;
    TimeText m_iso;
    QHash<qint64, qint64> m_dayOfHour;
    QHash<qint64, bool> m_verdictOfDay;
};

/// "created>2026-03" is after that month, "created=2026-03" in it.
class TimeCompare final : public ValueMatcher
{
public:
    TimeCompare(const Context &context, const FilterTerm &term, ColumnIndex column)
        : ValueMatcher(context, column)
        , m_compare(term.compare)
    {
        for (const QString &word : term.words) {
            if (const std::optional<TimeSpan> span = TimeSpan::fromText(word.toUpper()))
                m_spans.push_back(*span);
        }
    }

    [[nodiscard]] bool canMatch() const { return !m_spans.empty(); }

    bool matches(int row) override
    {
        if (!m_table.hasValue(row, m_column))
            return false;
        const Timestamp time{m_table.bits(row, m_column)};
        return std::any_of(m_spans.cbegin(), m_spans.cend(), [&](const TimeSpan &span) {
            const auto place = time < span.begin ? std::strong_ordering::less
                               : time < span.end ? std::strong_ordering::equal
                                                 : std::strong_ordering::greater;
            return holds(place, m_compare);
        });
    }

private:
    Compare m_compare;
    std::vector<TimeSpan> m_spans;
};

/// The one column whose value is not stored but follows from the cells' states.
class RowStateMatcher final : public CellMatcher
{
public:
    RowStateMatcher(const Context &context, const FilterTerm &term)
        : m_table(context.table)
        , m_wanted(m_table.catalogue().groupsOf(context.searched))
    {
        const TextTest test(term, false);
        for (std::size_t state = 0; state < m_verdicts.size(); ++state) {
            const QString text = QString::fromLatin1(toText(static_cast<RowState>(state)));
            m_verdicts[state] = test.isTrueFor(text) || test.isTrueFor(apiWord(text));
        }
    }

    bool matches(int row) override
    {
        return m_verdicts[static_cast<std::size_t>(m_table.rowState(row, m_wanted))];
    }

    bool isUndecided(int row) const override
    {
        Q_UNUSED(row)
        return false; // what the row is now is what was asked for
    }

private:
    const InventoryTable &m_table;
    GroupSet m_wanted;
    std::array<bool, static_cast<std::size_t>(RowState::Gone) + 1> m_verdicts{};
};

class StateMatcher final : public CellMatcher
{
public:
    StateMatcher(const Context &context, const FilterTerm &term, ColumnIndex column)
        : m_table(context.table)
        , m_column(column)
        , m_isForEmpty(term.compare == Compare::Empty)
    {}

    bool matches(int row) override
    {
        const bool isEmpty = m_table.cellState(row, m_column) == CellState::Empty;
        return m_isForEmpty ? isEmpty : !isEmpty && !m_table.hasValue(row, m_column);
    }

    /// That nothing is known is an answer by itself. That there was none in a former load is none.
    bool isUndecided(int row) const override
    {
        return m_isForEmpty && !m_table.hasValue(row, m_column) &&
               m_table.cellState(row, m_column) != CellState::Empty;
    }

private:
    const InventoryTable &m_table;
    ColumnIndex m_column;
    bool m_isForEmpty;
};

template<class Matcher>
std::unique_ptr<CellMatcher> makeIfUseful(const CellMatcher::Context &context, const FilterTerm &term,
                                          ColumnIndex column)
{
    auto matcher = std::make_unique<Matcher>(context, term, column);
    return matcher->canMatch() ? std::move(matcher) : nullptr;
}

} // namespace

std::unique_ptr<CellMatcher> CellMatcher::make(const Context &context, const FilterTerm &term,
                                               ColumnIndex column)
{
    const ColumnSpec &spec = context.table.catalogue().column(column);
    if (QLatin1StringView(spec.key) == "row_state"_L1)
        return std::make_unique<RowStateMatcher>(context, term);
    if (term.compare == Compare::Unknown || term.compare == Compare::Empty)
        return std::make_unique<StateMatcher>(context, term, column);

    const bool contains = term.compare == Compare::Contains;
    switch (spec.type) {
    case ColumnType::Text:
        if (spec.repeats)
            return std::make_unique<RepeatedTextMatcher>(context, term, column);
        return std::make_unique<TextMatcher>(context, term, column);
    case ColumnType::Integer:
    case ColumnType::Decimal:
        return contains ? makeIfUseful<NumberContains>(context, term, column)
                        : makeIfUseful<NumberCompare>(context, term, column);
    case ColumnType::Flag:
        return makeIfUseful<FlagMatcher>(context, term, column);
    case ColumnType::Timestamp:
        if (contains)
            return std::make_unique<TimeContains>(context, term, column);
        return makeIfUseful<TimeCompare>(context, term, column);
    }
    return nullptr;
}

} // namespace layerscope
