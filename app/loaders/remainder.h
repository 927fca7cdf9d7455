// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"
#include "inventory/inventorystore.h"

#include <QList>

#include <optional>

namespace layerscope {

struct Nesting;

/// What a row counts below it beyond what stands there: rows that the key may not see, those of lists that
/// could not be loaded, and those that a list of another parent brought, too, below which they stand. One row
/// (Nesting::restKind) stands for them, so that the rows' sums are the parent's own. It is complete if it
/// stands for nobody but those that are in the lists of both: what is known of them is in their own rows. GUI
/// thread.
class Remainder
{
public:
    /// What became of one list of the parent.
    struct List
    {
        RowKind kind = RowKind::BareMetal;
        std::optional<qint64> announced; ///< By the parent's counts or the list itself.
        qint64 listed = 0;
        std::optional<ApiError> error;      ///< Why the list, or the rest of it, could not be loaded.
        QByteArray method = {};             ///< Of the parent, which tells lists of one kind apart.
        std::optional<qint64> counted = {}; ///< By the parent, when the list was asked or later.

        [[nodiscard]] bool isMissingSome() const { return error || announced.value_or(0) > listed; }
    };
    /// `known`: rows that no list brought, but that stand in the table since an earlier load. `elsewhere`:
    /// rows that its lists brought, but that stand below another parent; `shared`: those of them that are
    /// known to be in the lists of both.
    explicit Remainder(const QList<List> &lists, qint64 known = 0, qint64 elsewhere = 0, qint64 shared = 0);

    [[nodiscard]] bool isNeeded() const { return isMissingSome() || m_elsewhere > 0; }
    /// Not if all that it stands for is known, and stands elsewhere.
    [[nodiscard]] bool isMissingSome() const { return m_rows > 0 || m_failure || m_elsewhere > m_shared; }
    /// Why loading again may bring more, or show them where they are; nullopt: nothing says that it does.
    [[nodiscard]] std::optional<ApiError> failure(const Nesting &nesting) const;
    /// Rows that are neither there nor known to stand elsewhere, as far as anybody counts them.
    [[nodiscard]] qint64 missing() const;
    /// Not if a list failed of which nobody told how long it is.
    [[nodiscard]] bool isNumberKnown() const { return m_isNumberKnown; }
    /// Puts the row into the table, or puts new values into it: "2 not visible to this key", and what the
    /// parent's sums leave for it, as far as those of all `shown` rows are known. `elsewhere`: the rows that
    /// stand below another parent, which it names; if it stands for nobody else it has what they have in
    /// common, so that a filter finds it as it finds them. O(shown + elsewhere).
    void put(qint64 parentId, const InventoryTable &parents, const QList<int> &shown, InventoryStore &store,
             const QList<int> &elsewhere = {}) const;

private:
    void putCommon(const QList<int> &elsewhere, const InventoryTable &table, GroupSet groups,
                   RowPatch &patch) const;

    qint64 m_rows = 0;
    qint64 m_elsewhere = 0;
    qint64 m_shared = 0;
    bool m_isNumberKnown = true;
    std::optional<ApiError> m_failure; ///< Not a refusal: trying again may bring them.
};

} // namespace layerscope
