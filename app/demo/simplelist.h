// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/answers.h"
#include "demo/jsonvalue.h"

#include <memory>
#include <span>

namespace layerscope {
class SimulatedAccount;
}

namespace layerscope::demo {

/// A list of the account whose rows follow from what else it has, and which nobody lists but the account. A
/// file in kinds/ is one: NAME.cpp defines the SimpleList `NAMEList`, and nothing else has to know of it.
struct SimpleList
{
    /// Of SoftLayer_Account: "dedicatedHosts". The API's types say which count is its, what its rows are, and
    /// so which service has one of them.
    const char *relation = "";
    /// All of them with all that they have, ids ascending. A relation that they do not name is no method of
    /// theirs, a count that they do not name is of that relation. Called anew for each call: for some hundred
    /// rows, not for thousands. Thread-safe.
    JsonArray (*rows)(const AccountShape &shape) = nullptr;
    /// Instead of `rows`: of thousands, or of rows that follow from VLANs and subnets, too.
    std::unique_ptr<WholeRows> (*source)(const SimulatedAccount &account) = nullptr;

    [[nodiscard]] QString relationName() const { return QString::fromLatin1(relation); }
    /// "SoftLayer_Account::getDedicatedHosts".
    [[nodiscard]] QString fullMethod() const;
    /// Of its rows. nullptr: the copy of the metadata lacks it.
    [[nodiscard]] const TypeInfo *type() const;
    [[nodiscard]] std::unique_ptr<WholeRows> all(const SimulatedAccount &account) const;
    /// Those that still exist when the call is made.
    [[nodiscard]] std::unique_ptr<WholeRows> existing(const SimulatedAccount &account,
                                                      const CallCircumstances &circumstances) const;
};

/// All of them. Made of the files in kinds/ by CMake.
[[nodiscard]] std::span<const SimpleList *const> simpleLists();
/// The one that the account has by this relation; nullptr: it is none of them.
[[nodiscard]] const SimpleList *simpleListNamed(const QString &relation);
/// Whether rows of this type are in any of them.
[[nodiscard]] bool isInSimpleList(const TypeInfo *type);

/// SoftLayer_Account::getX of such a list.
[[nodiscard]] Answer listSimply(const SimpleList &list, const SimulatedAccount &account, const WireCall &call,
                                const CallCircumstances &circumstances);
/// The methods of the service of one such row: getObject, and the relations that the row names.
/// Precondition: isInSimpleList(service). Errors: as softlayer-api §4.2 words them.
[[nodiscard]] Answer callSimpleRow(const TypeInfo *service, const SimulatedAccount &account,
                                   const WireCall &call, const CallCircumstances &circumstances);
/// The rows of a list as an array, whole. O(rows).
[[nodiscard]] JsonArray arrayOf(const WholeRows &rows);

} // namespace layerscope::demo
