// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/filterparser.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

struct ShortForm
{
    QLatin1StringView word;
    std::array<QLatin1StringView, 3> keys;
};

/// What people type for a column, where it is not its key, or where they mean more than one. They go before
/// the keys.
constexpr ShortForm shortForms[] = {
    {"name"_L1, {"fqdn"_L1}},
    {"host"_L1, {"hostname"_L1}},
    {"dc"_L1, {"datacenter"_L1}},
    {"ip"_L1, {"public_ip"_L1, "private_ip"_L1, "management_ip"_L1}},
    {"cpu"_L1, {"cores"_L1}},
    {"ram"_L1, {"memory_gb"_L1}},
    {"memory"_L1, {"memory_gb"_L1}},
    {"tag"_L1, {"tags"_L1}},
    {"fee"_L1, {"fee_month_usd"_L1}},
    {"out"_L1, {"out_public_gb"_L1}},
    {"in"_L1, {"in_public_gb"_L1}},
    {"projected"_L1, {"projected_public_gb"_L1}},
    {"used"_L1, {"used_percent"_L1}},
    {"share"_L1, {"pool_share_percent"_L1}},
    {"allocation"_L1, {"allocation_gb"_L1}},
    {"note"_L1, {"notes"_L1}},
    {"serial"_L1, {"serial"_L1, "manufacturer_serial"_L1}},
    {"vlan"_L1, {"public_vlan"_L1, "private_vlan"_L1}},
    {"uuid"_L1, {"global_id"_L1}},
};

bool isKeyCharacter(QChar c)
{
    return c == u'_' || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

} // namespace

FilterParser::FilterParser(QStringView text, const Catalogue &catalogue)
    : m_text(text)
    , m_catalogue(catalogue)
{}

std::vector<FilterTerm> FilterParser::parse()
{
    while (true) {
        while (atBlank())
            ++m_at;
        if (atEnd())
            return std::move(m_terms);
        readTerm();
    }
}

void FilterParser::readTerm()
{
    const bool isNegated = m_text[m_at] == u'-';
    if (isNegated)
        ++m_at;

    FilterTerm term;
    if (std::optional<FilterTerm> keyed = readKey()) {
        term = std::move(*keyed);
        bool isList = true;
        while (isList) {
            const QString word = readWord(true);
            if (word == "?"_L1 && !m_wasQuoted)
                term.compare = FilterTerm::Compare::Unknown;
            else if (word == "-"_L1 && !m_wasQuoted)
                term.compare = FilterTerm::Compare::Empty;
            else if (!word.isEmpty())
                term.words.append(word);
            isList = !atEnd() && m_text[m_at] == u',';
            if (isList)
                ++m_at;
        }
        const bool isAboutState =
            term.compare == FilterTerm::Compare::Unknown || term.compare == FilterTerm::Compare::Empty;
        if (isAboutState)
            term.words.clear();
        else if (term.words.isEmpty())
            return;
    } else {
        const QString word = readWord(false);
        if (word.isEmpty())
            return;
        term.words.append(word);
    }
    term.isNegated = isNegated;
    m_terms.push_back(std::move(term));
}

std::optional<FilterTerm> FilterParser::readKey()
{
    qsizetype end = m_at;
    while (end < m_text.size() && isKeyCharacter(m_text[end]))
        ++end;
    if (end == m_at || end == m_text.size() || !u":<>="_s.contains(m_text[end]))
        return std::nullopt;
    FilterTerm term;
    term.columns = columnsOf(m_text.sliced(m_at, end - m_at));
    if (term.columns.none())
        return std::nullopt;
    m_at = end;
    term.compare = readOperator();
    return term;
}

FilterTerm::Compare FilterParser::readOperator()
{
    const auto take = [this](QStringView sign) {
        if (!m_text.sliced(m_at).startsWith(sign))
            return false;
        m_at += sign.size();
        return true;
    };
    take(u":"); // "ram:>4" is as good as "ram>4"
    if (take(u">="))
        return FilterTerm::Compare::GreaterOrEqual;
    if (take(u"<="))
        return FilterTerm::Compare::LessOrEqual;
    if (take(u">"))
        return FilterTerm::Compare::Greater;
    if (take(u"<"))
        return FilterTerm::Compare::Less;
    if (take(u"="))
        return FilterTerm::Compare::Equals;
    return FilterTerm::Compare::Contains;
}

QString FilterParser::readWord(bool endsAtComma)
{
    QString word;
    bool isQuoted = false;
    m_wasQuoted = false;
    for (; !atEnd(); ++m_at) {
        const QChar c = m_text[m_at];
        if (c == u'"') {
            isQuoted = !isQuoted;
            m_wasQuoted = true;
        } else if (!isQuoted && (c.isSpace() || (endsAtComma && c == u','))) {
            break;
        } else {
            word.append(c);
        }
    }
    return word.toCaseFolded();
}

ColumnSet FilterParser::columnsOf(QStringView key) const
{
    const QString word = key.toString().toLower();
    ColumnSet columns;
    for (const ShortForm &form : shortForms) {
        if (word != form.word)
            continue;
        for (const QLatin1StringView column : form.keys) {
            if (const auto index = m_catalogue.find(QString(column)))
                columns.set(static_cast<std::size_t>(*index));
        }
    }
    if (columns.none()) {
        if (const auto index = m_catalogue.find(word))
            columns.set(static_cast<std::size_t>(*index));
    }
    return columns;
}

} // namespace layerscope
