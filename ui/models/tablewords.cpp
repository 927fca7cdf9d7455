// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablewords.h"

#include <algorithm>
#include <iterator>

namespace layerscope {

namespace {

/// Of a table whose kinds have nodes of their own.
struct KindNode
{
    const char *kind; ///< KindSpec::key
    const char *title;
};

constexpr KindNode kindNodes[] = {{"bare_metal", QT_TRANSLATE_NOOP("TableWords", "Bare metal")},
                                  {"virtual", QT_TRANSLATE_NOOP("TableWords", "Virtual")}};

} // namespace

TableWords::TableWords(const TableSpec &table)
    : m_table(&table)
{}

const char *TableWords::ownOr(const char *general, OwnTexts texts) const
{
    const auto *const own = std::find_if(texts.begin(), texts.end(), [this](const OwnText &known) {
        return qstrcmp(known.table, m_table->key) == 0;
    });
    return own != texts.end() ? own->text : general;
}

QString TableWords::say(const char *general, OwnTexts texts) const
{
    const char *const own = ownOr(nullptr, texts);
    return own != nullptr ? tr(own) : tr(general).arg(m_table->translatedPlural());
}

QString TableWords::counted(int rows, const char *general, OwnTexts texts) const
{
    return tr(ownOr(general, texts), nullptr, rows);
}

QString TableWords::asking() const
{
    //: Here and below %1 is what rows are called: "virtual servers"
    return say(QT_TR_NOOP("Asking the account for its %1 …"),
               {{"servers", QT_TR_NOOP("Asking the account for its servers …")},
                {"pools", QT_TR_NOOP("Asking the account for its bandwidth pools …")}});
}

QString TableWords::stopped() const
{
    return say(QT_TR_NOOP("Stopped before any %1 arrived."),
               {{"servers", QT_TR_NOOP("Stopped before any server arrived.")},
                {"pools", QT_TR_NOOP("Stopped before any bandwidth pool arrived.")}});
}

QString TableWords::notListed() const
{
    return say(QT_TR_NOOP("The %1 could not be listed."));
}

QString TableWords::notComplete() const
{
    return say(QT_TR_NOOP("The list of %1 is not complete."));
}

QString TableWords::none() const
{
    return say(QT_TR_NOOP("This account has no %1."));
}

QString TableWords::noMatch(const QString &filter) const
{
    return tr(ownOr(QT_TR_NOOP("No row matches “%1”."),
                    {{"servers", QT_TR_NOOP("No server matches “%1”.")},
                     {"pools", QT_TR_NOOP("No pool and no member matches “%1”.")}}))
        .arg(filter);
}

QString TableWords::undecidedMatches(int rows, const QString &filter) const
{
    return counted(rows, QT_TR_N_NOOP("It is not known yet which of %Ln row(s) match “%1”."),
                   {{"servers", QT_TR_N_NOOP("It is not known yet which of %Ln server(s) match “%1”.")},
                    {"pools", QT_TR_N_NOOP("It is not known yet which of %Ln pool(s) match “%1”.")}})
        .arg(filter);
}

QString TableWords::undecidedInNode(int rows, const QString &node) const
{
    return counted(rows, QT_TR_N_NOOP("It is not known yet which of %Ln row(s) are in “%1”."),
                   {{"servers", QT_TR_N_NOOP("It is not known yet which of %Ln server(s) are in “%1”.")},
                    {"pools", QT_TR_N_NOOP("It is not known yet which of %Ln pool(s) are in “%1”.")}})
        .arg(node);
}

QString TableWords::showAll() const
{
    return say(QT_TR_NOOP("Show all %1"), {{"pools", QT_TR_NOOP("Show all pools")}});
}

QString TableWords::exportAll(const QString &count) const
{
    const char *const own = ownOr(nullptr, {{"pools", QT_TR_NOOP("&All pools (%1) …")},
                                            {"pool-members", QT_TR_NOOP("Pool &members (%1) …")}});
    if (own != nullptr)
        return tr(own).arg(count);
    //: %2 is "servers", %1 a number
    return tr("&All %2 (%1) …").arg(count, m_table->translatedPlural());
}

std::optional<QString> TableWords::nodeOfKind(RowKind kind)
{
    const auto *const node =
        std::find_if(std::begin(kindNodes), std::end(kindNodes),
                     [kind](const KindNode &known) { return qstrcmp(known.kind, kindSpec(kind).key) == 0; });
    return node != std::end(kindNodes) ? std::optional(tr(node->title)) : std::nullopt;
}

QString TableWords::spokenCount(const QString &title, const QString &count) const
{
    return tr(ownOr(QT_TR_NOOP("%1, %2 rows"),
                    {{"servers", QT_TR_NOOP("%1, %2 servers")}, {"pools", QT_TR_NOOP("%1, %2 pools")}}))
        .arg(title, count);
}

QString TableWords::spokenCountBelow(const QString &title, const QString &count) const
{
    return tr(ownOr(QT_TR_NOOP("%1, %2 rows"), {{"pools", QT_TR_NOOP("%1, %2 devices")}})).arg(title, count);
}

} // namespace layerscope
