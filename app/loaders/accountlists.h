// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "inventory/inventorystore.h"
#include "loaders/callgroup.h"
#include "loaders/listloader.h"
#include "loaders/loadoutcome.h"
#include "loaders/tablelists.h"

#include <memory>
#include <optional>
#include <vector>

namespace layerscope {

/// The account's lists of one table, one a kind, side by side: rows go into the store as their pages come.
/// If they bring less than the account announced, the account is asked once more, for rows may have gone
/// meanwhile; a list that is whole takes rows of an earlier load out of the store. GUI thread; owns its
/// calls, not the client nor the store.
class AccountLists : public TableLists
{
    Q_OBJECT

public:
    AccountLists(ApiClient &client, InventoryStore &store, QObject *parent = nullptr);
    ~AccountLists() override;

    void setNeedsRows(bool needs) override;
    void begin(const QList<RowKind> &kinds) override;
    void announce(const std::optional<AccountSummary> &account) override;
    void start(const QList<RowKind> &kinds, const std::optional<AccountSummary> &account) override;
    void stop() override;
    void resume() override;
    void retry() override;
    void clear() override;

    [[nodiscard]] bool areOver() const override;
    [[nodiscard]] qint64 listed() const override;
    /// By the account or by the lists, whoever says more; nullopt: of one of them nobody has said it yet, or
    /// the account is still to speak.
    [[nodiscard]] std::optional<qint64> expected() const override;
    [[nodiscard]] QList<LoadOutcome::List> outcome() const override;
    /// All.
    [[nodiscard]] QList<int> rowsToRetry() const override;

private:
    void makeLists(const QList<RowKind> &kinds);
    [[nodiscard]] std::unique_ptr<ListLoader> makeList(RowKind kind);
    void startLists();
    void lookAtEnd();
    void conclude();
    [[nodiscard]] std::optional<ApiError> hopelessError() const;

    ApiClient &m_client;
    InventoryStore &m_store;
    bool m_needsRows = false;
    std::optional<AccountSummary> m_account;
    bool m_isAnnounced = false; ///< Whatever that was.
    std::vector<std::unique_ptr<ListLoader>> m_lists;
    std::unique_ptr<CallGroup> m_recount;
    quint64 m_run = 0; ///< Rises whenever what is under way is over.
    bool m_isConcluded = true;
    bool m_wasHopeless = false;
};

} // namespace layerscope
