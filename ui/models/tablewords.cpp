// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <span>

namespace layerscope {

struct TableWords::KindNode
{
    const char *kind; ///< KindSpec::key
    const char *title;
};

/// English; "": it has none of its own.
struct TableWords::Own
{
    const char *table = ""; ///< TableSpec::key
    const char *asking = "";
    const char *notListed = "";
    const char *notComplete = "";
    const char *stopped = "";
    const char *none = "";
    const char *noMatch = "";
    const char *undecidedMatches = "";
    const char *undecidedInNode = "";
    const char *showAll = "";
    const char *exportAll = "";
    const char *spokenCount = "";
    const char *spokenCountBelow = "";
    std::span<const KindNode> kindNodes = {};
};

const TableWords::Own &TableWords::ownOf(const TableSpec &table)
{
    static constexpr KindNode kindsOfServers[] = {
        {"bare_metal", QT_TRANSLATE_NOOP("TableWords", "Bare metal")},
        {"virtual", QT_TRANSLATE_NOOP("TableWords", "Virtual")}};
    static constexpr Own tables[] = {
        {.table = "servers",
         .asking = QT_TRANSLATE_NOOP("TableWords", "Asking the account for its servers …"),
         .notListed = QT_TRANSLATE_NOOP("TableWords", "The servers could not be listed."),
         .notComplete = QT_TRANSLATE_NOOP("TableWords", "The list of servers is not complete."),
         .stopped = QT_TRANSLATE_NOOP("TableWords", "Stopped before any server arrived."),
         .none = QT_TRANSLATE_NOOP("TableWords", "This account has no servers."),
         .noMatch = QT_TRANSLATE_NOOP("TableWords", "No server matches “%1”."),
         .undecidedMatches =
             QT_TRANSLATE_N_NOOP("TableWords", "It is not known yet which of %Ln server(s) match “%1”."),
         .undecidedInNode =
             QT_TRANSLATE_N_NOOP("TableWords", "It is not known yet which of %Ln server(s) are in “%1”."),
         .showAll = QT_TRANSLATE_NOOP("TableWords", "Show all servers"),
         .spokenCount = QT_TRANSLATE_NOOP("TableWords", "%1, %2 servers"),
         .kindNodes = kindsOfServers},
        {.table = "pools",
         .asking = QT_TRANSLATE_NOOP("TableWords", "Asking the account for its bandwidth pools …"),
         .notListed = QT_TRANSLATE_NOOP("TableWords", "The bandwidth pools could not be listed."),
         .notComplete = QT_TRANSLATE_NOOP("TableWords", "The list of bandwidth pools is not complete."),
         .stopped = QT_TRANSLATE_NOOP("TableWords", "Stopped before any bandwidth pool arrived."),
         .none = QT_TRANSLATE_NOOP("TableWords", "This account has no bandwidth pools."),
         .noMatch = QT_TRANSLATE_NOOP("TableWords", "No pool and no member matches “%1”."),
         .undecidedMatches =
             QT_TRANSLATE_N_NOOP("TableWords", "It is not known yet which of %Ln pool(s) match “%1”."),
         .undecidedInNode =
             QT_TRANSLATE_N_NOOP("TableWords", "It is not known yet which of %Ln pool(s) are in “%1”."),
         .showAll = QT_TRANSLATE_NOOP("TableWords", "Show all pools"),
         .exportAll = QT_TRANSLATE_NOOP("TableWords", "&All pools (%1) …"),
         .spokenCount = QT_TRANSLATE_NOOP("TableWords", "%1, %2 pools"),
         .spokenCountBelow = QT_TRANSLATE_NOOP("TableWords", "%1, %2 devices")},
        {.table = "pool-members", .exportAll = QT_TRANSLATE_NOOP("TableWords", "Pool &members (%1) …")},
    };
    static constexpr Own nothing;
    const auto *const own = std::find_if(std::begin(tables), std::end(tables), [&table](const Own &known) {
        return qstrcmp(known.table, table.key) == 0;
    });
    return own != std::end(tables) ? *own : nothing;
}

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("TableWords", text);
}

QString translated(const char *own, const char *general)
{
    return translated(*own != '\0' ? own : general);
}

QString counted(const char *own, const char *general, int rows)
{
    return QCoreApplication::translate("TableWords", *own != '\0' ? own : general, nullptr, rows);
}

} // namespace

TableWords::TableWords(const TableSpec &table)
    : m_table(&table)
    , m_own(&ownOf(table))
{}

QString TableWords::say(const char *own, const char *general) const
{
    return *own != '\0' ? translated(own) : translated(general).arg(m_table->translatedPlural());
}

QString TableWords::asking() const
{
    //: Here and below %1 is what rows are called: "virtual servers"
    return say(m_own->asking, QT_TRANSLATE_NOOP("TableWords", "Asking the account for its %1 …"));
}

QString TableWords::notListed() const
{
    return say(m_own->notListed, QT_TRANSLATE_NOOP("TableWords", "The %1 could not be listed."));
}

QString TableWords::notComplete() const
{
    return say(m_own->notComplete, QT_TRANSLATE_NOOP("TableWords", "The list of %1 is not complete."));
}

QString TableWords::stopped() const
{
    return say(m_own->stopped, QT_TRANSLATE_NOOP("TableWords", "Stopped before any %1 arrived."));
}

QString TableWords::none() const
{
    return say(m_own->none, QT_TRANSLATE_NOOP("TableWords", "This account has no %1."));
}

QString TableWords::noMatch(const QString &filter) const
{
    return translated(m_own->noMatch, QT_TRANSLATE_NOOP("TableWords", "No row matches “%1”.")).arg(filter);
}

QString TableWords::undecidedMatches(int rows, const QString &filter) const
{
    const char *const general =
        QT_TRANSLATE_N_NOOP("TableWords", "It is not known yet which of %Ln row(s) match “%1”.");
    return counted(m_own->undecidedMatches, general, rows).arg(filter);
}

QString TableWords::undecidedInNode(int rows, const QString &node) const
{
    const char *const general =
        QT_TRANSLATE_N_NOOP("TableWords", "It is not known yet which of %Ln row(s) are in “%1”.");
    return counted(m_own->undecidedInNode, general, rows).arg(node);
}

QString TableWords::showAll() const
{
    return say(m_own->showAll, QT_TRANSLATE_NOOP("TableWords", "Show all %1"));
}

QString TableWords::exportAll(const QString &count) const
{
    if (*m_own->exportAll != '\0')
        return translated(m_own->exportAll).arg(count);
    //: %2 is "servers", %1 a number
    return QCoreApplication::translate("TableWords", "&All %2 (%1) …")
        .arg(count, m_table->translatedPlural());
}

std::optional<QString> TableWords::nodeOfKind(RowKind kind) const
{
    const auto node =
        std::find_if(m_own->kindNodes.begin(), m_own->kindNodes.end(),
                     [kind](const KindNode &known) { return qstrcmp(known.kind, kindSpec(kind).key) == 0; });
    return node != m_own->kindNodes.end() ? std::optional(translated(node->title)) : std::nullopt;
}

QString TableWords::spokenCount(const QString &title, const QString &count) const
{
    return translated(m_own->spokenCount, QT_TRANSLATE_NOOP("TableWords", "%1, %2 rows")).arg(title, count);
}

QString TableWords::spokenCountBelow(const QString &title, const QString &count) const
{
    return translated(m_own->spokenCountBelow, QT_TRANSLATE_NOOP("TableWords", "%1, %2 rows"))
        .arg(title, count);
}

} // namespace layerscope
