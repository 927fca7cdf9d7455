// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "inventory/columncatalogue.h"
#include "inventory/rowpatch.h"
#include "loaders/detailrequest.h"

#include <QList>
#include <QRandomGenerator>
#include <QSet>

#include <map>
#include <optional>
#include <utility>

namespace layerscope {

/// A small account that answers questions for details, with all sorts of trouble, drawn by one seed; and what
/// each of its cells has to come to in the end, which follows from the account alone.
class DetailAccount
{
public:
    explicit DetailAccount(quint32 seed);

    /// Draws also for whoever asks, so that one seed decides everything.
    [[nodiscard]] int below(int end) { return static_cast<int>(m_draw.bounded(static_cast<quint32>(end))); }
    [[nodiscard]] bool isOneIn(int number) { return below(number) == 0; }

    [[nodiscard]] const Catalogue &catalogue() const { return *m_catalogue; }
    [[nodiscard]] const QList<RowKey> &keys() const { return m_keys; }
    [[nodiscard]] GroupSet wanted() const { return m_wanted; }
    /// More ids do not fit into a request.
    [[nodiscard]] int mostIds() const { return m_mostIds; }

    [[nodiscard]] Result<RowPatches> answer(const DetailRequest &ask);

    /// Whether it is right that this cell group ends so.
    [[nodiscard]] bool mayEndAs(RowKey key, int group, CellState state) const;
    /// More failed by chance than anybody can see through: some of what could be loaded may be lost.
    [[nodiscard]] bool isStormy() const { return m_isStormy; }
    /// Nothing fails by chance any more; what is wrong for good stays wrong.
    void heal();

    /// What is wrong with it, for the message of a test that fails.
    [[nodiscard]] QString toText() const;

private:
    void drawRows();
    void drawTrouble();
    void drawChance();
    [[nodiscard]] int anyGroup();
    [[nodiscard]] RowKey anyRow() { return m_keys[below(static_cast<int>(m_keys.size()))]; }
    void drawInto(QSet<RowKey> &rows, int most);
    [[nodiscard]] std::optional<ApiError> passingFailure();
    [[nodiscard]] QList<qint64> idsThatCome(const DetailRequest &ask) const;
    [[nodiscard]] bool isRefused(RowKey key, GroupSet groups) const;
    [[nodiscard]] bool isOutvoted(RowKind kind) const;
    [[nodiscard]] bool isAnyRefused(RowKind kind) const;
    [[nodiscard]] RowPatch rowOf(const DetailRequest &ask, qint64 id);
    [[nodiscard]] GroupSet refusedGroups(RowKind kind) const;

    QRandomGenerator m_draw;
    const Catalogue *m_catalogue = nullptr;
    QList<RowKey> m_keys;
    GroupSet m_wanted;
    int m_mostIds = 1000;

    ApiError::Kind m_lastingError = ApiError::Kind::Forbidden;
    std::map<RowKind, GroupSet> m_refusedGroups;
    QSet<RowKey> m_refusedRows;
    QSet<RowKey> m_refusedCells; ///< Of one group.
    int m_groupOfRefusedCells = 0;
    QSet<RowKey> m_vanished;        ///< In no batch, and a 404 by themselves.
    QSet<RowKey> m_hidden;          ///< In no batch, but come by themselves.
    std::optional<RowKind> m_blind; ///< All of this kind are so.
    QSet<RowKey> m_wrong;           ///< Wrong types in one group.
    int m_groupOfWrong = 0;
    int m_mostCells = 0; ///< More in a batch are too much; 0: none are.
    std::optional<RowKind> m_filterIgnored;

    int m_failuresLeft = 0;
    int m_cancelsLeft = 0;
    int m_accidentsLeft = 0; ///< Answers with a wrong type in each row.
    int m_groupOfAccidents = 0;
    bool m_isShaken = false; ///< Something fails by chance.
    bool m_isStormy = false; ///< Much does.
};

} // namespace layerscope
