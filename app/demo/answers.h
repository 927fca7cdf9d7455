// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/accountshape.h"
#include "demo/compiledmask.h"
#include "demo/jsonvalue.h"
#include "demo/rowmemo.h"
#include "demo/rowselection.h"
#include "demo/wirecall.h"

namespace layerscope::demo {

/// What is peculiar to one call: its number and the faults that bend its meaning.
struct CallCircumstances
{
    quint64 number = 0;
    bool ignoresFilter = false;
    bool ignoresOffsetOfOne = false; ///< With limit 1.
    bool refusesGuestRollup = false; ///< The metrics of guests break down when a rollup is asked.
    WireFilter::UnknownPaths unknownPaths = WireFilter::UnknownPaths::Ignored;
    QList<qint64> vanishedHardware;
    QList<qint64> vanishedGuests;
    QList<qint64> vanishedPools;
    QList<qint64> vanishedVlans;
    QList<qint64> vanishedSubnets;
    QHash<QString, QList<qint64>> vanishedRows; ///< Of the simple lists, by SimpleList::relation.

    [[nodiscard]] const QList<qint64> &vanished(DeviceKind kind) const
    {
        return kind == DeviceKind::Hardware ? vanishedHardware : vanishedGuests;
    }
};

/// The result of a method before it becomes bytes.
struct Payload
{
    JsonValue value;
    std::optional<qint64> total; ///< Lists only: rows that match.
    int rows = 1;
    int relations = 0; ///< Named by the mask.
};

using Answer = Result<Payload, WireError>;

[[nodiscard]] WireError publicError(const QString &text);
[[nodiscard]] WireError unknownMethod(const WireCall &call);
[[nodiscard]] WireError notFound(const QString &id);

/// What the rows of a kind are: Hardware_Server, whatever a relation declares, or Virtual_Guest.
[[nodiscard]] const TypeInfo *actualType(DeviceKind kind);
/// "getNetworkVlans" -> "networkVlans", or empty.
[[nodiscard]] QString relationOf(const QString &method);

/// One object by the call's mask. `declared` and `actual` as for CompiledMask::compile().
/// Errors: those of the mask.
[[nodiscard]] Answer objectAnswer(const CompiledMask::Values &values, const WireCall &call,
                                  const TypeInfo *declared, const TypeInfo *actual);
/// Rows by the call's mask, filter and limit; `root` is where the filter starts. With a memo if its rows are
/// always the same.
[[nodiscard]] Answer listAnswer(const RowSource &source, const WireCall &call, const QString &root,
                                const TypeInfo *declared, const TypeInfo *actual,
                                const CallCircumstances &circumstances, RowMemo *memo = nullptr);
/// The answer of a getX whose value stands already: a list, an object, a bare value, or null where the
/// relation has no target.
[[nodiscard]] Answer relationAnswer(const JsonValue &value, const PropertyInfo &info, const QString &name,
                                    const WireCall &call, const CallCircumstances &circumstances);

} // namespace layerscope::demo
