// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "inventory/inventorystore.h"
#include "loaders/callgroup.h"
#include "loaders/listloader.h"
#include "loaders/loadoutcome.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace layerscope {

/// The account's lists of one table, one a kind, side by side: rows go into the store as their pages come.
/// If they bring less than the account announced, the account is asked once more, for rows may have gone
/// meanwhile; a list that is whole takes rows of an earlier load out of the store. GUI thread; owns its
/// calls, not the client nor the store.
///
///     start() → rowsListed(), totalsChanged() … → ended()      stop(), or destroying it: no further word
///     begin() → the same, and announce() at any time before the end
class AccountLists : public QObject
{
    Q_OBJECT

public:
    AccountLists(ApiClient &client, InventoryStore &store, QObject *parent = nullptr);
    ~AccountLists() override;

    /// Nothing can be loaded if no list brings a row but an error, whatever that is. Else only an error that
    /// stops everything says so. Off by default.
    void setNeedsRows(bool needs);

    /// Forgets the former lists, and asks for the first page of each: what the account announces is still to
    /// be told, and without it lists do not end. Of no kinds there is nothing to wait for: areOver() at once,
    /// without a word.
    void begin(const QList<RowKind> &kinds);
    /// What the account announced; nullopt: nobody will ever know.
    void announce(const std::optional<AccountSummary> &account);
    /// Both.
    void start(const QList<RowKind> &kinds, const std::optional<AccountSummary> &account);
    /// Without a word; what arrived stays.
    void stop();
    /// Goes on with the lists that stop() ended, and with those that ended because nothing could be loaded at
    /// all; without these there is nothing to wait for, as in start().
    void resume();
    /// The same, and asks again for what lists could not bring: of one that failed for what is missing, of
    /// one that came whole and still is less than the account announced for all.
    void retry();
    /// As before the first start().
    void clear();

    [[nodiscard]] bool areOver() const;
    [[nodiscard]] qint64 listed() const;
    /// By the account or by the lists, whoever says more; nullopt: of one of them nobody has said it yet, or
    /// the account is still to speak.
    [[nodiscard]] std::optional<qint64> expected() const;
    /// What came and what did not, a kind each.
    [[nodiscard]] QList<LoadOutcome::List> outcome() const;

Q_SIGNALS:
    void rowsListed();
    void totalsChanged();
    /// The account's counts, asked once more.
    void recounted(const layerscope::AccountSummary &counts);
    /// `hopeless`: why nothing can be loaded at all. Rows that are gone are out of the store by then.
    void ended(const std::optional<layerscope::ApiError> &hopeless);

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
