// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/filtercompletion.h"

#include "inventory/filterkeys.h"
#include "inventory/filtertokens.h"
#include "inventory/naturalorder.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using Compare = FilterTerm::Compare;

/// As it is typed to be taken for nothing but itself; empty: it cannot be, for it has a quote in it.
QString typedForm(const QString &value)
{
    if (value.contains(u'"'))
        return {};
    const bool hasBreak =
        std::any_of(value.begin(), value.end(), [](QChar c) { return c.isSpace() || c == u','; });
    const bool hasMeaning = value == "-"_L1 || value == "?"_L1 || u":<>="_s.contains(value.front());
    return hasBreak || hasMeaning ? u'"' + value + u'"' : value;
}

/// The first ones in natural order of all values that it is told, each once, as they are typed. Most of a
/// large table's are put aside with one comparison, in bytes that each value is written into in turn.
class FirstValues
{
public:
    /// Of these nothing is kept: they are typed already.
    explicit FirstValues(QStringList typed)
        : m_typed(std::move(typed))
    {}

    void add(QStringView value)
    {
        m_key.clear();
        appendNaturalKey(value, m_key);
        const bool isFull = m_first.size() == static_cast<std::size_t>(FilterCompletion::mostWords);
        if (isFull && m_key > m_first.back().first)
            return;
        const QString text = value.toString();
        std::pair<std::string, QString> entry(m_key, typedForm(text));
        if (entry.second.isEmpty() || m_typed.contains(text.toCaseFolded()))
            return;
        const auto place = std::lower_bound(m_first.cbegin(), m_first.cend(), entry);
        if (place != m_first.cend() && *place == entry)
            return;
        m_first.insert(place, std::move(entry));
        if (isFull)
            m_first.pop_back();
    }

    [[nodiscard]] QStringList words() const
    {
        QStringList words;
        for (const auto &[key, form] : m_first)
            words.append(form);
        return words;
    }

private:
    QStringList m_typed;
    std::vector<std::pair<std::string, QString>> m_first; ///< In order; at most mostWords
    std::string m_key;
};

/// Each text of a column that begins with what is typed.
class ValuesOfColumn
{
public:
    ValuesOfColumn(const InventoryTable &table, ColumnIndex column, const QString &typed)
        : m_table(table)
        , m_spec(table.catalogue().column(column))
        , m_column(column)
        , m_typed(typed)
    {}

    void addTo(FirstValues &values) const
    {
        if (m_spec.type == ColumnType::Flag) {
            for (const QString &word : {u"yes"_s, u"no"_s})
                addIfItBeginsSo(word, values);
        } else if (m_spec.type == ColumnType::Text && (m_spec.repeats || !m_typed.isEmpty())) {
            addTexts(values);
        }
    }

private:
    void addTexts(FirstValues &values) const
    {
        std::vector<bool> seen(m_spec.repeats ? m_table.textCount() : 0);
        for (int row = 0; row < m_table.rowCount(); ++row) {
            if (!m_table.hasValue(row, m_column))
                continue;
            const qint64 handle = m_table.bits(row, m_column);
            if (m_spec.repeats) {
                const auto place = static_cast<std::size_t>(handle);
                if (seen[place])
                    continue;
                seen[place] = true;
            }
            const QString &text = m_table.textOfHandle(handle);
            if (!m_spec.isList) {
                addIfItBeginsSo(text, values);
                continue;
            }
            for (const QStringView item : QStringView(text).split(u';', Qt::SkipEmptyParts))
                addIfItBeginsSo(item.trimmed(), values);
        }
    }

    void addIfItBeginsSo(QStringView value, FirstValues &values) const
    {
        if (!value.isEmpty() && value.size() <= FilterCompletion::longestWord &&
            value.startsWith(m_typed, Qt::CaseInsensitive))
            values.add(value);
    }

    const InventoryTable &m_table;
    const ColumnSpec &m_spec;
    ColumnIndex m_column;
    const QString &m_typed;
};

class FilterCompleter
{
public:
    FilterCompleter(const QString &text, qsizetype cursor, std::vector<const InventoryTable *> tables)
        : m_text(text)
        , m_cursor(cursor)
        , m_tables(std::move(tables))
    {}

    [[nodiscard]] FilterCompletion complete() const
    {
        const bool isWithinWord =
            m_cursor < m_text.size() && !m_text[m_cursor].isSpace() && m_text[m_cursor] != u',';
        std::vector<const Catalogue *> catalogues;
        for (const InventoryTable *table : m_tables)
            catalogues.push_back(&table->catalogue());
        const std::vector<FilterToken> tokens = filterTokens(QStringView(m_text).first(m_cursor), catalogues);
        if (isWithinWord || tokens.empty() || tokens.back().end() != m_cursor)
            return {};
        const FilterToken &token = tokens.back();
        return token.key.isEmpty() ? completeKey(token) : completeValue(token);
    }

private:
    [[nodiscard]] FilterCompletion completeKey(const FilterToken &token) const
    {
        if (token.words.size() != 1 || token.words.front().wasQuoted)
            return {};
        const FilterToken::Word &word = token.words.front();
        QStringList words;
        for (const InventoryTable *table : m_tables) {
            const QStringList keys = filterKeys(table->catalogue());
            for (const QString &key : keys) {
                if (key.startsWith(word.text)) // both in small letters
                    words.append(key + u':');
            }
        }
        words.removeDuplicates();
        return {word.from, word.length, words.first(qMin(words.size(), FilterCompletion::mostWords))};
    }

    [[nodiscard]] FilterCompletion completeValue(const FilterToken &token) const
    {
        if (token.compare != Compare::Contains && token.compare != Compare::Equals)
            return {};
        const bool isBegun =
            !token.words.empty() && token.words.back().from + token.words.back().length == m_cursor;
        const qsizetype from = isBegun ? token.words.back().from : token.isOpen ? m_cursor - 1 : m_cursor;
        const QString typed = m_text.sliced(from, m_cursor - from).remove(u'"');

        QStringList isTyped;
        for (const FilterToken::Word &word : token.words) {
            if (!word.is(u'-') && !word.is(u'?')) // which mean something else
                isTyped.append(word.text);
        }
        FirstValues values(isTyped);
        for (const InventoryTable *table : m_tables) {
            const ColumnSet columns = columnsOfFilterKey(token.key, table->catalogue());
            for (const ColumnIndex column : table->catalogue().allColumns()) {
                if (columns.test(static_cast<std::size_t>(column)))
                    ValuesOfColumn(*table, column, typed).addTo(values);
            }
        }
        return {from, m_cursor - from, values.words()};
    }

    const QString &m_text;
    qsizetype m_cursor;
    std::vector<const InventoryTable *> m_tables;
};

} // namespace

FilterCompletion filterCompletion(const QString &text, qsizetype cursor, const InventoryTable &table,
                                  const InventoryTable *below)
{
    std::vector<const InventoryTable *> tables{&table};
    if (below != nullptr)
        tables.push_back(below);
    return FilterCompleter(text, cursor, std::move(tables)).complete();
}

} // namespace layerscope
