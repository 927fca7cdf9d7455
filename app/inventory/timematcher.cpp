// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/texttest.h"
#include "inventory/timetext.h"
#include "inventory/valuematcher.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// Finds words in dates as in files ("2026-11-22T14:02:00Z", the T also as a blank) and in the locale's short
/// form of the local day, which is what stands on screen.
class TimeContains final : public ValueMatcher
{
public:
    TimeContains(const Context &context, const FilterTerm &term, ColumnIndex column)
        : ValueMatcher(context, column)
        , m_test(term, false)
        , m_locale(context.locale)
    {
        const QString letters = lettersOfTimes();
        m_canMatch = std::any_of(term.words.cbegin(), term.words.cend(), [&letters](const QString &word) {
            return std::none_of(word.cbegin(), word.cend(), [&letters](QChar c) {
                return c.isLetter() && !letters.contains(c, Qt::CaseInsensitive);
            });
        });
    }

    /// False for words with a letter that no time has: then there is no need to look, nor to ask.
    [[nodiscard]] bool canMatch() const { return m_canMatch; }

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
    /// Those of files and those of the locale's days, of which some write the month.
    [[nodiscard]] QString lettersOfTimes() const
    {
        constexpr int someYear = 2026;
        constexpr int months = 12;
        QString letters = u"TZ"_s;
        for (int month = 1; month <= months; ++month)
            letters += m_locale.toString(QDate(someYear, month, 1), QLocale::ShortFormat);
        return letters;
    }

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
    bool m_canMatch = false;
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
            if (const std::optional<TimeSpan> span = TimeSpan::fromText(word.trimmed().toUpper()))
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
    FilterTerm::Compare m_compare;
    std::vector<TimeSpan> m_spans;
};

} // namespace

std::unique_ptr<CellMatcher> makeTimeMatcher(const CellMatcher::Context &context, const FilterTerm &term,
                                             ColumnIndex column)
{
    if (term.compare == FilterTerm::Compare::Contains)
        return makeIfUseful<TimeContains>(context, term, column);
    return makeIfUseful<TimeCompare>(context, term, column);
}

} // namespace layerscope
