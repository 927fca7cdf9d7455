// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/filterremark.h"

#include "inventory/filterkeys.h"
#include "inventory/filtertokens.h"
#include "inventory/numberword.h"
#include "inventory/wordfault.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using Compare = FilterTerm::Compare;
using Remark = FilterRemark;

/// The texts of this file; a struct, so that lupdate knows their context.
struct FilterText
{
    Q_DECLARE_TR_FUNCTIONS(FilterText)
};

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
}

template<class Test>
bool areAllOf(QStringView text, Test test)
{
    return std::all_of(text.begin(), text.end(), test);
}

/// A MAC or IPv6 address, a fingerprint, or a part of one: "00:1a:2b", "fe80::1". Not a key that some table
/// has, as "fee:1".
bool looksLikeAddress(QStringView word)
{
    constexpr qsizetype mostDigitsOfAGroup = 4;
    const qsizetype colon = word.indexOf(u':');
    if (colon == 0 && !word.startsWith(u"::"))
        return false;
    return colon >= 0 && colon <= mostDigitsOfAGroup &&
           areAllOf(word, [](QChar c) { return isHexDigit(c) || u":./"_s.contains(c); }) &&
           !isFilterKeyOfAnyTable(word.first(colon));
}

bool isOperator(QChar c)
{
    return u"<>="_s.contains(c);
}

/// What stands before an operator and is meant for a column: "foo" of "foo:bar", "used-percent" of
/// "used-percent>5". Names with '-' before a colon are rather those of hosts: "web-1:8080".
QStringView nameOfColumn(QStringView word)
{
    if (word.isEmpty() || !word.front().isLetter())
        return {};
    qsizetype end = 0;
    while (end < word.size() && (word[end].isLetterOrNumber() || word[end] == u'_' || word[end] == u'-'))
        ++end;
    const QStringView name = word.first(end);
    if (end == word.size())
        return {};
    if (isOperator(word[end]))
        return name;
    const bool isUrl = word.sliced(end).startsWith(u"://");
    return word[end] == u':' && !isUrl && !name.contains(u'-') ? name : QStringView();
}

/// "!=", ">", "=>": the first run of such signs, as a place in the word; nullopt: there is none.
std::optional<std::pair<qsizetype, qsizetype>> operatorsIn(QStringView word)
{
    const auto isSign = [](QChar c) { return isOperator(c) || c == u'!' || c == u':'; };
    const auto *const first = std::find_if(word.begin(), word.end(), isOperator);
    if (first == word.end())
        return std::nullopt;
    const auto *begin = first;
    while (begin != word.begin() && isSign(*(begin - 1)))
        --begin;
    const auto *const end = std::find_if_not(first, word.end(), isSign);
    return std::pair(begin - word.begin(), end - begin);
}

/// So that it has one reading in each locale: three decimals could be a group of a thousand.
QString unambiguous(const Decimal &number)
{
    constexpr qsizetype digitsOfThousands = 3;
    QString text = QString::fromLatin1(number.toText());
    const qsizetype point = text.indexOf(u'.');
    if (point < 0)
        return text;
    while (text.endsWith(u'0'))
        text.chop(1);
    const qsizetype decimals = text.size() - point - 1;
    if (decimals == 0)
        text.chop(1);
    return decimals == digitsOfThousands ? QString(text + u'0') : text;
}

QString sentenceOf(Remark::Kind kind, const QString &key, const QString &word, const ColumnSpec &spec,
                   const QLocale &locale)
{
    switch (kind) {
    case Remark::Kind::NoNumber:
        return *spec.unit == '\0' ? FilterText::tr("“%1” takes a number, not “%2”.").arg(key, word)
                                  : FilterText::tr("“%1” takes a number, in %2, not “%3”.")
                                        .arg(key, QString::fromLatin1(spec.unit), word);
    case Remark::Kind::AmbiguousNumber: {
        const NumberWord number = NumberWord::read(word, spec, locale).value_or(NumberWord{});
        return FilterText::tr("“%1” can be read as %2 or as %3. Write one of these.")
            .arg(word, unambiguous(number.value), unambiguous(number.otherwise.value_or(number.value)));
    }
    case Remark::Kind::NoDate:
        return FilterText::tr("“%1” takes a date, such as 2026-03 or 2026-03-05, not “%2”.").arg(key, word);
    case Remark::Kind::NoFlag:
        return FilterText::tr("“%1” takes yes or no, not “%2”.").arg(key, word);
    case Remark::Kind::NoAddress:
        return FilterText::tr(
                   "“%1” takes addresses, such as 10.1.2.3, 10.1.2.0/24 or 10.1.2.3-10.1.2.9, not “%2”.")
            .arg(key, word);
    default:
        return {};
    }
}

class FilterCheck
{
public:
    FilterCheck(QStringView text, std::vector<const Catalogue *> catalogues, const QLocale &locale)
        : m_text(text)
        , m_catalogues(std::move(catalogues))
        , m_locale(locale)
    {}

    QList<Remark> check()
    {
        const std::vector<FilterToken> tokens = filterTokens(m_text, m_catalogues);
        bool isTermBefore = false;
        for (const FilterToken &token : tokens) {
            if (token.isOr)
                checkOr(token, isTermBefore, &token == &tokens.back());
            else
                checkTerm(token);
            isTermBefore = !token.isOr;
        }
        return std::move(m_remarks);
    }

private:
    void add(Remark::Kind kind, qsizetype from, qsizetype length, const QString &sentence,
             bool isUnfinished = false)
    {
        m_remarks.append(Remark{kind, from, length, isUnfinished, sentence});
    }

    void checkOr(const FilterToken &token, bool isTermBefore, bool isLast)
    {
        if (isTermBefore && !isLast)
            return;
        add(Remark::Kind::StrayOr, token.from, token.length,
            FilterText::tr("“or” stands between words: web or db."), isTermBefore && isLast);
    }

    void checkTerm(const FilterToken &token)
    {
        if (token.isOpen)
            add(Remark::Kind::OpenQuote, token.from, token.length, FilterText::tr("A quote is not closed."),
                true);
        else if (token.words.empty())
            checkWordless(token);
        for (const FilterToken::Word &word : token.words) {
            if (token.key.isEmpty())
                checkPlain(word);
            else
                checkKeyed(token, word);
        }
    }

    void checkWordless(const FilterToken &token)
    {
        const QString typed = m_text.sliced(token.from, token.length).toString();
        if (typed.front() == u'"') // "" is nothing, and looks like it
            return;
        add(Remark::Kind::NoWord, token.from, token.length,
            FilterText::tr("“%1” needs a word right behind it.").arg(typed), token.end() == m_text.size());
    }

    void checkPlain(const FilterToken::Word &word)
    {
        const QStringView typed = m_text.sliced(word.from, word.length);
        const qsizetype quote = typed.indexOf(u'"');
        const QStringView open = quote < 0 ? typed : typed.first(quote);
        if (looksLikeAddress(typed))
            return;
        if (const QStringView name = nameOfColumn(open); !name.isEmpty())
            addUnknownKey(name, word);
        else if (open == u"|" || open == u"||")
            add(Remark::Kind::StrayOperator, word.from, word.length,
                FilterText::tr("Write “or” between words to find either: web or db."));
        else if (open.startsWith(u':'))
            addStrayOperator(word.from, 1);
        else if (const auto place = operatorsIn(open); place && !open.contains(u"://"))
            addStrayOperator(word.from + place->first, place->second);
    }

    void checkKeyed(const FilterToken &token, const FilterToken::Word &word)
    {
        if (word.is(u'?') || word.is(u'-'))
            return;
        const QStringView typed = m_text.sliced(word.from, word.length);
        if ((isOperator(typed.front()) || typed.front() == u':') && !looksLikeAddress(typed)) {
            addStrayOperator(word.from, 1);
            return;
        }
        const std::vector<const ColumnSpec *> columns = columnsOf(token.key);
        std::optional<Remark::Kind> fault;
        for (const ColumnSpec *column : columns) {
            fault = faultOfWord(word.text, token.compare, *column, m_locale);
            if (!fault)
                return; // right for one of them
        }
        const ColumnSpec &last = *columns.back();
        const bool isAtEnd = word.from + word.length == m_text.size() && !word.wasQuoted;
        add(*fault, word.from, word.length,
            sentenceOf(*fault, token.key, QString(typed.toString()).remove(u'"'), last, m_locale),
            isAtEnd && mayBecomeRight(*fault, word.text, last));
    }

    void addUnknownKey(QStringView name, const FilterToken::Word &word)
    {
        const QStringView typed = m_text.sliced(word.from, word.length);
        const QStringView rest = typed.sliced(name.size());
        const bool isUnfinished =
            word.from + word.length == m_text.size() && (rest == u":" || rest == u":/"); // of a URL perhaps
        add(Remark::Kind::UnknownKey, word.from, name.size(),
            FilterText::tr("There is no column “%1”. Quotes make plain text of it: %2.")
                .arg(name, inQuotes(typed)),
            isUnfinished);
    }

    void addStrayOperator(qsizetype from, qsizetype length)
    {
        add(Remark::Kind::StrayOperator, from, length,
            FilterText::tr("“%1” means nothing here. Comparisons are written without blanks, as ram>64; "
                           "quotes make plain text.")
                .arg(m_text.sliced(from, length)));
    }

    [[nodiscard]] static QString inQuotes(QStringView typed)
    {
        return u'"' + typed.toString().remove(u'"') + u'"';
    }

    [[nodiscard]] std::vector<const ColumnSpec *> columnsOf(QStringView key) const
    {
        std::vector<const ColumnSpec *> specs;
        for (const Catalogue *catalogue : m_catalogues) {
            const ColumnSet columns = columnsOfFilterKey(key, *catalogue);
            for (ColumnIndex column = 0; column < catalogue->columnCount(); ++column) {
                if (columns.test(static_cast<std::size_t>(column)))
                    specs.push_back(&catalogue->column(column));
            }
        }
        return specs;
    }

    QStringView m_text;
    std::vector<const Catalogue *> m_catalogues;
    QLocale m_locale;
    QList<Remark> m_remarks;
};

} // namespace

QList<FilterRemark> filterRemarks(const QString &text, const Catalogue &catalogue, const Catalogue *below,
                                  const QLocale &locale)
{
    std::vector<const Catalogue *> catalogues{&catalogue};
    if (below != nullptr)
        catalogues.push_back(below);
    return FilterCheck(text, std::move(catalogues), locale).check();
}

} // namespace layerscope
