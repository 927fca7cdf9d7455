// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestscheduler.h"
#include "core/apierror.h"
#include "inventory/columncatalogue.h"
#include "inventory/rowkey.h"

#include <QList>

#include <optional>

namespace layerscope {

/// One question of the second stage: these cell groups of these rows. Each (row, group) is in at most one
/// question that waits or is in flight. A value.
struct DetailRequest
{
    enum class Form : quint8 {
        Batch,  ///< The kind's list, filtered by the ids.
        Single, ///< getObject of the only id.
    };
    /// Why it is asked, which decides what a 404 means.
    enum class Reason : quint8 {
        Wanted,     ///< The row lacks these groups.
        Missing,    ///< An honoured batch came without this row: a 404 says that it is gone.
        AllMissing, ///< The same, and without any other row.
    };
    /// What is to be learned from it.
    enum class Purpose : quint8 {
        Details, ///< Nothing but the details.
        Narrow,  ///< Which rows of a failed batch are to blame.
        Probe,   ///< Which groups are: part of the search with the number `search`.
        Trial,   ///< Whether suspect groups come for this row.
        Cell,    ///< Whether this row is refused this one of the groups that it was refused together.
        Confirm, ///< Whether this row is refused them again.
        Recheck, ///< Whether a wrong type comes again.
        Quiet,   ///< Whether a row has an answer to anything: one group of it.
    };

    RowKind kind = RowKind::BareMetal;
    QList<qint64> ids;
    GroupSet groups; ///< None: the bare id, by which a search tells rows from groups.
    Form form = Form::Batch;
    Reason reason = Reason::Wanted;
    Priority priority = Priority::Sweep;
    int confirmations = 0; ///< How often this very question failed already.
    Purpose purpose = Purpose::Details;
    quint64 search = 0;

    /// What a question about one row was not permitted, and how that was told.
    struct Refusal
    {
        GroupSet groups;
        ApiError error;

        bool operator==(const Refusal &) const = default;
    };
    std::optional<Refusal> refusal = std::nullopt; ///< The last of those that it comes from.

    /// It was not permitted before, whatever it failed of since.
    [[nodiscard]] bool wasRefused() const { return refusal && refusal->groups == groups; }
    /// It is about groups or a row as such; what it brings comes beside.
    [[nodiscard]] bool isExperiment() const
    {
        return purpose == Purpose::Probe || purpose == Purpose::Trial || purpose == Purpose::Quiet;
    }

    bool operator==(const DetailRequest &) const = default;
};

} // namespace layerscope
