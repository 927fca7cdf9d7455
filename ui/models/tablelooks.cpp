// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablelooks.h"

#include <QCoreApplication>

#include <algorithm>

namespace layerscope {

namespace {

constexpr ColumnSet setOf(ColumnIndex a, ColumnIndex b)
{
    return (1ULL << a) | (1ULL << b);
}

constexpr TableLooks plain;

constexpr TableLooks servers{
    .state = ServerColumn::State,
    .stateDetail = ServerColumn::Transaction,
    .sumText = QT_TRANSLATE_NOOP("TableLooks", "Sum of the %1 servers of %2 for which it is known."),
};

constexpr StateMeaning meaningsOfPools[] = {
    {"now", QT_TRANSLATE_NOOP("TableLooks", "More went out already than is allocated.")},
    {"projected",
     QT_TRANSLATE_NOOP("TableLooks",
                       "More is expected to go out by the end of the billing cycle than is allocated.")},
    {"no",
     QT_TRANSLATE_NOOP("TableLooks",
                       "By the end of the billing cycle no more is expected to go out than is allocated.")},
};

constexpr TableLooks pools{
    .state = PoolColumn::Over,
    .isCalmStateMuted = true,
    .meanings = meaningsOfPools,
    .usageColumn = PoolColumn::UsedPercent,
    .projection = PoolColumn::ProjectedPercent,
    .excess = PoolColumn::OverByGb,
    //: Of a bandwidth pool's allocation: "78 % used". Beside ▲ the number alone would read as too much by
    //: that.
    .usageText = QT_TRANSLATE_NOOP("TableLooks", "%1 used"),
    .toCome = QT_TRANSLATE_NOOP("TableLooks", "Loading members …"),
    .notLoaded = QT_TRANSLATE_NOOP("TableLooks", "Members were not loaded"),
};

constexpr TableLooks members{
    .usageColumn = MemberColumn::PoolSharePercent,
    .usageWithin = MemberColumn::PoolId,
    .place = MemberColumn::Datacenter,
    .placeKind = MemberColumn::Kind,
    .muted = setOf(MemberColumn::Datacenter, MemberColumn::Kind),
    .groupOfRest = MemberGroup::Place,
    //: The share of a pool's traffic that one of its members has: "44 % of pool"
    .usageText = QT_TRANSLATE_NOOP("TableLooks", "%1 of pool"),
    .barText = QT_TRANSLATE_NOOP("TableLooks", "The longest bar is that of the pool's largest member."),
};

QString ownOrGeneral(const char *own, const char *general)
{
    return QCoreApplication::translate("TableLooks", *own != '\0' ? own : general);
}

} // namespace

QString TableLooks::usage(const QString &percentage) const
{
    return *usageText != '\0' ? ownOrGeneral(usageText, "").arg(percentage) : percentage;
}

QString TableLooks::barMeaning() const
{
    return *barText != '\0' ? QCoreApplication::translate("TableLooks", barText) : QString();
}

QString TableLooks::sumOfKnown(const QString &known, const QString &all) const
{
    return ownOrGeneral(sumText,
                        QT_TRANSLATE_NOOP("TableLooks", "Sum of the %1 rows of %2 for which it is known."))
        .arg(known, all);
}

QString TableLooks::standIn(bool isToCome) const
{
    return isToCome ? ownOrGeneral(toCome, QT_TRANSLATE_NOOP("TableLooks", "Loading …"))
                    : ownOrGeneral(notLoaded, QT_TRANSLATE_NOOP("TableLooks", "Not loaded"));
}

QString TableLooks::meaningOf(const QString &word) const
{
    const auto meaning = std::find_if(meanings.begin(), meanings.end(), [&word](const StateMeaning &known) {
        return word == QLatin1StringView(known.word);
    });
    return meaning != meanings.end() ? QCoreApplication::translate("TableLooks", meaning->sentence)
                                     : QString();
}

const TableLooks &looksOf(const Catalogue &catalogue)
{
    if (&catalogue == &serverCatalogue())
        return servers;
    if (&catalogue == &poolCatalogue())
        return pools;
    return &catalogue == &memberCatalogue() ? members : plain;
}

} // namespace layerscope
