// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"
#include "inventory/columncatalogue.h"
#include "inventory/rowkey.h"

#include <QList>
#include <QSet>

#include <map>

namespace layerscope {

/// Rows that have no answer whatever is asked of them, while other rows of their kind have: told from groups
/// that have none by what is asked of one row by itself, for one group at a time. A row is *suspect* if
/// several groups had no answer and none had one, although other rows came meanwhile. Then all that it lacks
/// is asked for side by side, for each question takes the time of a call. If nothing comes of that, the row
/// is to blame, and no group is. Pure.
class QuietRows
{
public:
    /// The row is asked for these by itself from now on, because nobody knows whether they come.
    void asked(RowKey key, GroupSet groups);
    /// No answer came to that. Nothing if it was not told of.
    void wasSilent(RowKey key, GroupSet groups, const ApiError &error);
    /// It is not asked for them after all.
    void recalled(RowKey key, GroupSet groups);
    /// The server had something to say of these rows, whatever that was: they are not quiet. O(rows).
    void answered(RowKind kind, const QList<qint64> &ids, bool anyRowCame);

    /// Who would be asked for together with these might wait in vain for it.
    [[nodiscard]] QSet<RowKey> heldRows() const;
    /// Suspect rows of which it is to be decided whether they are asked for more.
    [[nodiscard]] QList<RowKey> undecided() const;
    /// All that was asked of it by itself had no answer, be it so many questions, and it was asked for all
    /// that it lacked.
    [[nodiscard]] bool isProven(RowKey key, int questions) const;
    [[nodiscard]] bool isUnderWay(RowKey key) const { return m_rows.at(key).underWay.any(); }
    /// Why there is nothing of it. Only of an undecided one.
    [[nodiscard]] const ApiError &reason(RowKey key) const { return m_rows.at(key).error; }
    /// Of a suspect: all that it lacks is asked for now, each by itself.
    void askedForAll(RowKey key, GroupSet groups);

    void forget(RowKey key) { m_rows.erase(key); }
    void forget() { m_rows.clear(); }

private:
    struct Row
    {
        GroupSet underWay = {};
        GroupSet silent = {};
        int questions = 0; ///< That had no answer.
        bool isAskedForAll = false;
        bool isAnswered = false;
        bool haveOthersCome = false; ///< While it was asked.
        ApiError error = {};

        [[nodiscard]] bool isSuspect() const;
        [[nodiscard]] bool isHeld() const;
    };

    /// One may be the group's fault.
    static constexpr std::size_t enoughGroups = 2;

    std::map<RowKey, Row> m_rows;
};

} // namespace layerscope
