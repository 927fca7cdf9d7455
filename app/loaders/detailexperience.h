// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"
#include "loaders/batchsizer.h"
#include "loaders/batchsplit.h"
#include "loaders/detailrequest.h"
#include "loaders/grouphealth.h"
#include "loaders/missingrows.h"
#include "loaders/wrongtypes.h"

#include <array>
#include <chrono>

namespace layerscope {

/// What the answers of a load have taught so far of the account and of the server behind it. Pure.
class DetailExperience
{
public:
    GroupHealth health;
    MissingRows missing;
    WrongTypes wrongTypes;

    [[nodiscard]] BatchSizer &sizer(RowKind kind) { return of(kind).sizer; }
    /// What an earlier load of the account found out.
    void recallSize(RowKind kind, RowsBorne known) { of(kind).sizer = BatchSizer(known); }
    /// This batch came.
    void learnSize(const DetailRequest &batch, std::chrono::milliseconds duration)
    {
        sizer(batch.kind).answered(static_cast<int>(batch.ids.size()), duration);
    }
    /// This question failed. True: because it was too much at once, most likely.
    bool learnTooMuch(const DetailRequest &ask, const ApiError &error)
    {
        if (ask.form != DetailRequest::Form::Batch || !error.mayBeTooMuch())
            return false;
        sizer(ask.kind).wasTooMuch(static_cast<int>(ask.ids.size()));
        return true;
    }

    /// Batches of this kind come with rows that nobody asked for: it is asked for row by row.
    [[nodiscard]] bool isFilterIgnored(RowKind kind) const
    {
        return m_kinds[static_cast<std::size_t>(kind)].isFilterIgnored;
    }
    void setFilterIgnored(RowKind kind) { of(kind).isFilterIgnored = true; }

    /// All that went wrong gets another chance; what batches the server bears stays known. Whoever waits for
    /// wrong types to come again is taken out before.
    void forgetTrouble()
    {
        health.forget();
        missing.forget();
        for (Kind &kind : m_kinds)
            kind.isFilterIgnored = false;
    }

private:
    struct Kind
    {
        BatchSizer sizer;
        bool isFilterIgnored = false;
    };
    [[nodiscard]] Kind &of(RowKind kind) { return m_kinds[static_cast<std::size_t>(kind)]; }

    std::array<Kind, rowKindCount> m_kinds;
};

} // namespace layerscope
