// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/cellmatcher.h"

#include "inventory/apiword.h"
#include "inventory/numberword.h"
#include "inventory/texttest.h"
#include "inventory/valuematcher.h"

#include <array>
#include <optional>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using Compare = FilterTerm::Compare;

class TextMatcher final : public ValueMatcher
{
public:
    TextMatcher(const Context &context, const FilterTerm &term, ColumnIndex column)
        : ValueMatcher(context, column)
        , m_test(term, m_table.catalogue().column(column).isList)
    {}

    bool matches(int row) override
    {
        if (!m_table.hasValue(row, m_column))
            return false;
        const qint64 handle = m_table.bits(row, m_column);
        return m_test.isTrueForEither(m_table.textOfHandle(handle), m_table.sentTextOfHandle(handle));
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
            verdict = isTrueFor(m_table.textOfHandle(handle), m_table.sentTextOfHandle(handle))
                          ? Verdict::Match
                          : Verdict::NoMatch;
        return verdict == Verdict::Match;
    }

private:
    enum class Verdict : quint8 { None, Match, NoMatch };

    /// The API's words are shown without their underscores and in the person's language: "bare_metal" reads
    /// "Bare metal".
    [[nodiscard]] bool isTrueFor(const QString &text, const QString &sent) const
    {
        return m_test.isTrueForEither(text, sent) ||
               (text.contains(u'_') && m_test.isTrueFor(QString(text).replace(u'_', u' '))) ||
               (m_isShownAsWord && m_test.isTrueFor(apiWord(text)));
    }

    TextTest m_test;
    bool m_isShownAsWord;
    std::vector<Verdict> m_verdicts;
};

class FlagMatcher final : public ValueMatcher
{
public:
    FlagMatcher(const Context &context, const FilterTerm &term, ColumnIndex column)
        : ValueMatcher(context, column)
    {
        m_verdicts = {isTrueForFlag(term, false), isTrueForFlag(term, true)};
    }

    [[nodiscard]] bool canMatch() const { return m_verdicts[0] || m_verdicts[1]; }

    bool matches(int row) override
    {
        return m_table.hasValue(row, m_column) && m_verdicts[m_table.bits(row, m_column) != 0 ? 1 : 0];
    }

private:
    std::array<bool, 2> m_verdicts{};
};

/// The one column whose value is not stored but follows from the cells' states.
class RowStateMatcher final : public CellMatcher
{
public:
    RowStateMatcher(const Context &context, const FilterTerm &term)
        : m_table(context.table)
        , m_wanted(m_table.catalogue().groupsOf(context.shown))
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
    StateMatcher(const Context &context, State state, ColumnIndex column)
        : m_table(context.table)
        , m_column(column)
        , m_isForEmpty(state == State::Empty)
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

bool isRowStateColumn(const ColumnSpec &spec)
{
    return QLatin1StringView(spec.key) == "row_state"_L1;
}

/// Numbers that are kept as text are compared as the text that they have there.
FilterTerm withPlainNumbers(const FilterTerm &term, const ColumnSpec &spec, const QLocale &locale)
{
    FilterTerm plain = term;
    if (!spec.holdsNumbers || term.compare == Compare::Contains)
        return plain;
    for (QString &word : plain.words) {
        if (const std::optional<NumberWord> number = NumberWord::read(word, spec, locale))
            word = QString::fromLatin1(number->value.toText());
    }
    return plain;
}

std::unique_ptr<CellMatcher> makeTextMatcher(const CellMatcher::Context &context, const FilterTerm &term,
                                             ColumnIndex column)
{
    const ColumnSpec &spec = context.table.catalogue().column(column);
    if (spec.holdsAddress && (term.compare == Compare::Within || term.compare == Compare::Equals))
        return makeAddressMatcher(context, term, column);
    const FilterTerm plain = withPlainNumbers(term, spec, context.locale);
    if (spec.repeats)
        return std::make_unique<RepeatedTextMatcher>(context, plain, column);
    return std::make_unique<TextMatcher>(context, plain, column);
}

} // namespace

std::unique_ptr<CellMatcher> CellMatcher::make(const Context &context, const FilterTerm &term,
                                               ColumnIndex column)
{
    const ColumnSpec &spec = context.table.catalogue().column(column);
    if (isRowStateColumn(spec))
        return std::make_unique<RowStateMatcher>(context, term);
    switch (spec.type) {
    case ColumnType::Text:
        return makeTextMatcher(context, term, column);
    case ColumnType::Integer:
    case ColumnType::Decimal:
        return makeNumberMatcher(context, term, column);
    case ColumnType::Flag:
        return makeIfUseful<FlagMatcher>(context, term, column);
    case ColumnType::Timestamp:
        return makeTimeMatcher(context, term, column);
    }
    return nullptr;
}

std::unique_ptr<CellMatcher> CellMatcher::makeForState(const Context &context, State state,
                                                       ColumnIndex column)
{
    if (isRowStateColumn(context.table.catalogue().column(column)))
        return std::make_unique<RowStateMatcher>(context, FilterTerm()); // always known: no word, no row
    return std::make_unique<StateMatcher>(context, state, column);
}

} // namespace layerscope
