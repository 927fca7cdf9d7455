// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"
#include "inventory/inventorytable.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

namespace layerscope {

struct TableSpec;

/// Who this account is, from Account::getObject (softlayer-api §6.1).
struct AccountSummary
{
    qint64 id = 0;
    QString companyName;
    std::array<std::optional<qint64>, rowKindCount> counts = {};

    /// How many rows of this kind its list has; nullopt: the key may not see it, it was not sent, or the
    /// account counts others among them (KindSpec::isCounted).
    [[nodiscard]] std::optional<qint64> count(RowKind kind) const
    {
        return counts[static_cast<std::size_t>(kind)];
    }
    void setCount(RowKind kind, std::optional<qint64> count)
    {
        counts[static_cast<std::size_t>(kind)] = count;
    }
};

/// That nothing gets through at present (ApiClient::isBlocked), as people are told it.
struct Outage
{
    QString cause;   ///< In a few words: "503 Service Unavailable". Translated.
    QString message; ///< A sentence: what happened and what to do. Translated.
    QDateTime since; ///< UTC

    bool operator==(const Outage &) const = default;
};

/// Where a load stands. Denominators are true ones: from the account's counts, then from the lists' own
/// totals.
struct LoadProgress
{
    std::optional<qint64> expectedRows; ///< nullopt until the account or a list named it
    std::optional<qint64> expectedServers;
    qint64 listedRows = 0;
    qint64 settledRows = 0; ///< Rows whose wanted cells are all answered
    int callsInFlight = 0;
    std::optional<std::chrono::seconds> timeLeft; ///< Only when enough has come to tell

    /// What the rows are: pools and others are loaded beside servers, members of pools after all of them.
    bool countsServers = true;
    bool countsPools = false;
    bool countsOthers = false;
    bool isLoadingMembers = false; ///< And no other row is left to be loaded.
    qint64 poolsWithMembers = 0;   ///< Of `pools`, those whose member lists are finished
    qint64 pools = 0;
};

/// Rows by what they came to.
struct RowTally
{
    qint64 complete = 0;
    qint64 partial = 0;
    qint64 refused = 0;
    qint64 failed = 0;
    qint64 gone = 0;
    // Of the partial ones:
    qint64 unreadable = 0; ///< Those that lack nothing, but had a text that was no UTF-8.
    qint64 old = 0;        ///< Those that lack nothing, but some of it is of an earlier load.

    bool operator==(const RowTally &) const = default;
    [[nodiscard]] bool isComplete() const { return partial == 0 && refused == 0 && failed == 0 && gone == 0; }
    [[nodiscard]] qint64 rows() const { return complete + partial + refused + failed + gone; }
    /// Partial rows of which neither a value is missing nor a text was damaged, but not all was asked for.
    [[nodiscard]] qint64 notLoaded() const { return partial - unreadable - old; }
    /// Of the rows in this state.
    [[nodiscard]] qint64 &count(RowState state);
    /// O(groups).
    void add(const InventoryTable &table, int row, GroupSet wanted);
    /// All rows, as far as these groups go. O(rows × groups).
    [[nodiscard]] static RowTally of(const InventoryTable &table, GroupSet wanted);
};

/// What the rows that stand for others (Nesting::restKind) stand for, which count as one row each in a
/// RowTally.
struct RestTally
{
    qint64 refused = 0; ///< So many more than those rows, of refused ones; fewer if none is known.
    qint64 failed = 0;  ///< The same of failed ones.
    qint64 unknown = 0; ///< Rows that stand for more than that, and nobody knows how many.

    bool operator==(const RestTally &) const = default;
};

/// What a load came to. Partial success is normal.
struct LoadOutcome
{
    struct List
    {
        RowKind kind = RowKind::BareMetal;
        std::optional<qint64> announced; ///< What the account or the list said there is
        qint64 listed = 0;
        QList<ApiError> errors;
        qint64 rows = 0; ///< In the table, those of earlier loads included; at least `listed`.
        [[nodiscard]] bool isComplete() const
        {
            return errors.isEmpty() && (!announced || listed >= *announced);
        }
        /// Of what was announced, what no row stands for.
        [[nodiscard]] qint64 missing() const
        {
            return std::max<qint64>(0, announced.value_or(0) - std::max(rows, listed));
        }
    };
    QList<List> lists;
    struct Table
    {
        const TableSpec *table = nullptr;
        RowTally rows; ///< As they stand in the table: those of a parent that nobody may see are one.
        RestTally rest = {};

        /// What people are told: each device that is not visible counts.
        [[nodiscard]] qint64 refused() const { return rows.refused + rest.refused; }
        [[nodiscard]] qint64 failed() const { return rows.failed + rest.failed; }
    };
    /// Those that were loaded.
    QList<Table> tables;
    QList<ApiError> errorsBelow;    ///< Why lists of rows below others did not bring all; each sentence once.
    qint64 poolsWithoutMembers = 0; ///< Pools whose members were to be listed and were not, or not all.
    bool wasStopped = false;
    std::optional<ApiError> fatal; ///< Why nothing (more) could be loaded

    /// Of one table; if it was not loaded: nothing, and the first adds it.
    [[nodiscard]] RowTally &of(const TableSpec &table);
    [[nodiscard]] RowTally of(const TableSpec &table) const;
    void setRest(const TableSpec &table, const RestTally &rest);
    /// Everything that was to be loaded is there with every wanted cell answered by a value.
    [[nodiscard]] bool isComplete() const;
    /// The same, as far as it is about these tables.
    [[nodiscard]] LoadOutcome only(const QList<const TableSpec *> &wanted) const;
    /// A sentence for each thing that is missing: "1 198 of 1 204 virtual servers were listed." Translated.
    [[nodiscard]] QStringList reasons() const;
};

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::LoadOutcome)
Q_DECLARE_METATYPE(layerscope::AccountSummary)
