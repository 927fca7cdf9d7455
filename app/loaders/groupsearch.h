// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"

#include <QList>

#include <optional>
#include <vector>

namespace layerscope {

/// The groups in sets of those whose columns come with the same relation of the API: what is refused of one
/// is most likely refused of all.
[[nodiscard]] QList<GroupSet> setsOfRelations(const Catalogue &catalogue, RowKind kind, GroupSet groups);

/// Finds out which cell groups a refused question was refused for, by asking for parts of them: the same
/// rows, half the groups, half of those. Costs about log2(groups) + 2 questions for one guilty group, and
/// what comes of them has come. Groups that share a relation (the fee and the owner share "billingItem") are
/// looked at together. If even the bare id is refused, no group is to blame. Pure.
class GroupSearch
{
public:
    /// `groups`: those of the question that was refused. `startsWithId`: whether rows are more likely to
    /// blame than groups, so that the bare id is asked for first.
    GroupSearch(const Catalogue &catalogue, RowKind kind, GroupSet groups, bool startsWithId);

    /// What to ask for next, of the same rows; an empty set is the bare id. nullopt: over.
    [[nodiscard]] std::optional<GroupSet> probe() const { return m_probe; }
    /// Whether the probe came. Only while there is one.
    void answered(bool came);

    /// Only when it is over. Groups that are refused by themselves.
    [[nodiscard]] GroupSet guilty() const { return m_guilty; }
    /// The same, those that share a relation in one set.
    [[nodiscard]] QList<GroupSet> guiltyTogether() const;
    /// Even the bare id was refused: these rows are to blame, or everything is.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    /// Everything came in the end: the refusal was passing, or it was too much at once.
    [[nodiscard]] bool wasPassing() const { return !m_isWhole && m_guilty.none(); }

private:
    void chooseProbe();
    void blame(int group);

    [[nodiscard]] qsizetype middle() const;

    std::vector<GroupSet> m_sharing; ///< By group: those that share a relation with it.
    QList<int> m_suspected;          ///< Among them is a guilty one.
    bool m_isDeduced = false;        ///< Because the others came: these were not refused as such.
    QList<int> m_related;            ///< Share a relation with a guilty one: asked for one by one.
    QList<int> m_rest;               ///< Nothing is known of these.
    bool m_anyCame = false;
    bool m_isIdOwed = false;
    std::optional<GroupSet> m_probe;
    GroupSet m_guilty;
    bool m_isWhole = false;
};

} // namespace layerscope
