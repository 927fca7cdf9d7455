// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/detailrequest.h"

#include <QList>

#include <map>
#include <utility>

namespace layerscope {

/// Which cells that came with a wrong type are asked for once more: it may have been an accident of that one
/// answer. If only some rows of an answer are wrong, that is in the data, and one question more is enough to
/// believe it; if most of them are (some may have nothing there that could be wrong), it may be the answer,
/// and a few more are asked, fewer by those that were
/// asked for some. What was believed once of a group is believed for all rows of its kind from then
/// on. One question a group at a time; meanwhile the others wait for what it brings. Pure.
class WrongTypes
{
public:
    static constexpr int questionsIfSome = 1;
    static constexpr int questionsIfAll = 5;

    /// These rows came with a wrong type in this group, `areAll`: and hardly one of that answer without.
    /// Returns the rows to ask for once more now.
    [[nodiscard]] QList<qint64> cameWrong(RowKind kind, int group, const QList<qint64> &ids, bool areAll);
    /// The question asked for them came, and these were wrong again. Returns the rows to ask for now.
    [[nodiscard]] QList<qint64> cameAgain(RowKind kind, int group, const QList<qint64> &wrongIds);
    /// That question failed. Returns the rows that waited for it: they are to be asked for afresh.
    [[nodiscard]] QList<qint64> failed(RowKind kind, int group);

    /// Forgets all. Returns the rows that waited, as questions for them.
    [[nodiscard]] QList<DetailRequest> takeAll();

private:
    struct Group
    {
        bool isUnderWay = false;
        bool areAll = false; ///< What the question under way is about.
        int wrongInARow = 0;
        bool isBelievedOfSome = false;
        bool isBelievedOfAll = false;
        QList<qint64> waiting;
    };
    [[nodiscard]] Group &of(RowKind kind, int group) { return m_groups[{kind, group}]; }
    [[nodiscard]] static QList<qint64> askForWaiting(Group &group);

    std::map<std::pair<RowKind, int>, Group> m_groups;
};

} // namespace layerscope
