// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"
#include "inventory/inventorystore.h"
#include "inventory/rowpatch.h"
#include "loaders/detailbacklog.h"
#include "loaders/detailexperience.h"
#include "loaders/groupinquiry.h"

#include <QSet>

#include <chrono>
#include <functional>
#include <map>

namespace layerscope {

/// What an answer means, or that none came: what of it goes into the store, what it teaches, and what is to
/// be asked because of it. GUI thread; all that it is given outlives it.
class DetailAnswers
{
public:
    DetailAnswers(InventoryStore &store, DetailBacklog &backlog, GroupInquiry &inquiry,
                  DetailExperience &experience);

    /// See DetailsPolicy::setCompletion().
    void setCompletion(std::function<void(RowPatch &)> completion) { m_completion = std::move(completion); }

    void came(const DetailRequest &ask, const RowPatches &answer, std::chrono::milliseconds duration);
    /// Not for what stops everything.
    void failed(const DetailRequest &ask, const ApiError &error);

private:
    [[nodiscard]] QList<RowPatch> patchesFor(const DetailRequest &ask, const RowPatches &answer,
                                             QSet<qint64> &came) const;
    void apply(RowKind kind, const QList<RowPatch> &patches);
    void lookAtFilter(RowKind kind, const BatchCheck &check);
    void askForMissing(const DetailRequest &ask, const BatchCheck &check, bool anyRowCame);
    void lookAtWrongTypes(const DetailRequest &ask, const QList<RowPatch> &patches);
    void askForWrongTypes(const DetailRequest &ask, int group, const QList<qint64> &ids);

    void fail(const DetailRequest &ask, const ApiError &error, bool isOther);
    void follow(const DetailRequest &ask, const ApiError &error, bool isOther);
    [[nodiscard]] Circumstances circumstances(const DetailRequest &ask, bool isOther) const;
    [[nodiscard]] bool isApart(const DetailRequest &ask) const;
    [[nodiscard]] bool isMixed(const DetailRequest &ask) const; ///< And not part of a search.
    [[nodiscard]] bool accuse(const DetailRequest &ask);
    [[nodiscard]] bool areManyLeft(RowKind kind, int group) const;
    void act(const DetailRequest &ask, const ApiError &error, const AfterFailure &plan);
    void settle(const DetailRequest &ask, CellState state, const ApiError &error);
    void settleMissing(RowKind kind);

    [[nodiscard]] const InventoryTable &table() const { return m_store.table(); }

    InventoryStore &m_store;
    DetailBacklog &m_backlog;
    GroupInquiry &m_inquiry;
    DetailExperience &m_experience;
    std::function<void(RowPatch &)> m_completion;
};

} // namespace layerscope
