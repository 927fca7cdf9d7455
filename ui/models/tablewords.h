// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/kinds.h"

#include <QCoreApplication>
#include <QString>

#include <initializer_list>
#include <optional>

namespace layerscope {

/// What the window says of a table and its rows, translated. Some tables are spoken of in words of their own;
/// of any other a sentence is made of what its rows are called, so that nobody who speaks of tables has to
/// know which one it is. A value that is cheap to copy; each text O(1).
class TableWords
{
    Q_DECLARE_TR_FUNCTIONS(TableWords)

public:
    explicit TableWords(const TableSpec &table);

    // ---- in place of rows, or above them
    // --------------------------------------------------------------------------------------
    [[nodiscard]] QString asking() const;      ///< "Asking the account for its servers …"
    [[nodiscard]] QString stopped() const;     ///< "Stopped before any server arrived."
    [[nodiscard]] QString notListed() const;   ///< "The servers could not be listed."
    [[nodiscard]] QString notComplete() const; ///< "The list of servers is not complete."
    [[nodiscard]] QString none() const;        ///< "This account has no servers."
    [[nodiscard]] QString noMatch(const QString &filter) const;
    /// Of so many rows nobody can say yet whether the filter finds them.
    [[nodiscard]] QString undecidedMatches(int rows, const QString &filter) const;
    /// The same of a node of the navigator.
    [[nodiscard]] QString undecidedInNode(int rows, const QString &node) const;

    // ---- to choose from
    // ------------------------------------------------------------------------------------------------------
    [[nodiscard]] QString showAll() const;                       ///< "Show all servers"
    [[nodiscard]] QString exportAll(const QString &count) const; ///< "&All servers (1,204) …"
    /// Of a node for the rows of this kind alone, "Bare metal"; nullopt: they have none.
    [[nodiscard]] static std::optional<QString> nodeOfKind(RowKind kind);

    // ---- for screen readers: the title of a node, and how many there are
    // ------------------------------------------------------------------------------------------------------
    [[nodiscard]] QString spokenCount(const QString &title, const QString &count) const;
    /// The same of one row and those below it.
    [[nodiscard]] QString spokenCountBelow(const QString &title, const QString &count) const;

private:
    /// How one table says it, in English.
    struct OwnText
    {
        const char *table; ///< TableSpec::key
        const char *text;
    };
    using OwnTexts = std::initializer_list<OwnText>;

    /// That of the table, if there is one.
    [[nodiscard]] const char *ownOr(const char *general, OwnTexts texts) const;
    /// The same, translated; the general one with what its rows are called.
    [[nodiscard]] QString say(const char *general, OwnTexts texts = {}) const;
    /// The same with the plural form for so many rows.
    [[nodiscard]] QString counted(int rows, const char *general, OwnTexts texts) const;

    const TableSpec *m_table;
};

} // namespace layerscope
