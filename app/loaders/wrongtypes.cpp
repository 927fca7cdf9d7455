// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/wrongtypes.h"

#include <utility>

namespace layerscope {

QList<qint64> WrongTypes::cameWrong(RowKind kind, int group, const QList<qint64> &ids, bool areAll)
{
    Group &known = of(kind, group);
    if (areAll ? known.isBelievedOfAll : known.isBelievedOfSome)
        return {};
    if (known.isUnderWay) {
        known.waiting += ids;
        return {};
    }
    known.isUnderWay = true;
    known.areAll = areAll;
    known.wrongInARow = known.isBelievedOfSome ? questionsIfSome : 0; // that one came wrong as well
    return ids;
}

QList<qint64> WrongTypes::cameAgain(RowKind kind, int group, const QList<qint64> &wrongIds)
{
    Group &known = of(kind, group);
    if (!known.isUnderWay) // asked before all was forgotten, so it is the first that is known of them
        return wrongIds.isEmpty() ? wrongIds : cameWrong(kind, group, wrongIds, true);
    if (wrongIds.isEmpty())
        return askForWaiting(known); // it was an accident
    if (++known.wrongInARow < (known.areAll ? questionsIfAll : questionsIfSome))
        return wrongIds;
    (known.areAll ? known.isBelievedOfAll : known.isBelievedOfSome) = true;
    known.isBelievedOfSome = true;
    known.isUnderWay = false;
    known.waiting.clear();
    return {};
}

QList<qint64> WrongTypes::failed(RowKind kind, int group)
{
    Group &known = of(kind, group);
    known.isUnderWay = false;
    return std::exchange(known.waiting, {});
}

QList<DetailRequest> WrongTypes::takeAll()
{
    QList<DetailRequest> asks;
    for (const auto &[place, group] : m_groups) {
        DetailRequest ask;
        ask.kind = place.first;
        ask.ids = group.waiting;
        ask.groups = GroupSet().set(static_cast<std::size_t>(place.second));
        if (!ask.ids.isEmpty())
            asks.append(ask);
    }
    m_groups.clear();
    return asks;
}

QList<qint64> WrongTypes::askForWaiting(Group &group)
{
    const QList<qint64> ids = std::exchange(group.waiting, {});
    group.isUnderWay = !ids.isEmpty();
    group.areAll = true; // they come of several answers
    group.wrongInARow = 0;
    return ids;
}

} // namespace layerscope
