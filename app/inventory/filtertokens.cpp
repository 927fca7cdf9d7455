// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/filtertokens.h"

#include "inventory/filterkeys.h"

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using Compare = FilterTerm::Compare;

bool isKeyCharacter(QChar c)
{
    return c == u'_' || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

/// Several words behind the key: either of them. What comes after "more than" is one, commas and all.
bool takesLists(Compare compare)
{
    return compare == Compare::Contains || compare == Compare::Equals;
}

class FilterTokenReader
{
public:
    FilterTokenReader(QStringView text, std::span<const Catalogue *const> catalogues)
        : m_text(text)
        , m_catalogues(catalogues)
    {}

    [[nodiscard]] std::vector<FilterToken> read()
    {
        std::vector<FilterToken> tokens;
        while (true) {
            while (!atEnd() && m_text[m_at].isSpace())
                ++m_at;
            if (atEnd())
                break;
            tokens.push_back(readToken());
        }
        // While one types "oracle", nothing stands before the "or".
        if (tokens.size() == 1)
            tokens.front().isOr = false;
        return tokens;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool isAt(QChar c) const { return !atEnd() && m_text[m_at] == c; }

    FilterToken readToken()
    {
        FilterToken token;
        token.from = m_at;
        token.isNegated = isAt(u'-');
        if (token.isNegated)
            ++m_at;
        readKey(token);
        const bool isList = !token.key.isEmpty() && takesLists(token.compare);
        while (true) {
            readWord(token, isList);
            if (!isList || !isAt(u','))
                break;
            ++m_at;
        }
        token.length = m_at - token.from;
        token.isOr = token.key.isEmpty() && !token.isNegated && token.words.size() == 1 &&
                     !token.words.front().wasQuoted && token.words.front().text == "or"_L1;
        return token;
    }

    /// With its operator; leaves the place as it is if no table has such a key.
    void readKey(FilterToken &token)
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isKeyCharacter(m_text[end]))
            ++end;
        if (end == m_at || end == m_text.size() || !u":<>="_s.contains(m_text[end]))
            return;
        const QStringView key = m_text.sliced(m_at, end - m_at);
        const bool isKnown =
            std::any_of(m_catalogues.begin(), m_catalogues.end(), [key](const Catalogue *catalogue) {
                return columnsOfFilterKey(key, *catalogue).any();
            });
        if (!isKnown)
            return;
        token.key = key.toString();
        m_at = end;
        token.compare = readOperator();
    }

    Compare readOperator()
    {
        const auto take = [this](QStringView sign) {
            if (!m_text.sliced(m_at).startsWith(sign))
                return false;
            m_at += sign.size();
            return true;
        };
        take(u":"); // "ram:>4" is as good as "ram>4"
        if (take(u">="))
            return Compare::GreaterOrEqual;
        if (take(u"<="))
            return Compare::LessOrEqual;
        if (take(u">"))
            return Compare::Greater;
        if (take(u"<"))
            return Compare::Less;
        if (take(u"="))
            return Compare::Equals;
        return Compare::Contains;
    }

    /// Up to a blank or, in lists, a comma; quoted parts taken whole.
    void readWord(FilterToken &token, bool isList)
    {
        FilterToken::Word word;
        word.from = m_at;
        bool isQuoted = false;
        for (; !atEnd(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'"') {
                isQuoted = !isQuoted;
                word.wasQuoted = true;
            } else if (!isQuoted && (c.isSpace() || (isList && c == u','))) {
                break;
            } else {
                word.text.append(c);
            }
        }
        token.isOpen = isQuoted;
        word.length = m_at - word.from;
        word.text = word.text.toCaseFolded();
        if (!word.text.isEmpty())
            token.words.push_back(std::move(word));
    }

    QStringView m_text;
    std::span<const Catalogue *const> m_catalogues;
    qsizetype m_at = 0;
};

} // namespace

std::vector<FilterToken> filterTokens(QStringView text, std::span<const Catalogue *const> catalogues)
{
    return FilterTokenReader(text, catalogues).read();
}

} // namespace layerscope
