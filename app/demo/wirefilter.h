// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/predicate.h"
#include "demo/typecatalogue.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace layerscope::demo {

/// An objectFilter (softlayer-api §3) against the rows of one relation. Immutable, safe on any thread.
class WireFilter
{
public:
    enum class UnknownPaths {
        Ignored, ///< As the API does it: everything comes back.
        Refused, ///< Strict mode, to find misspelt filters.
    };

    struct Condition
    {
        QStringList path; ///< below the root relation, e.g. {"datacenter", "name"}
        Predicate predicate;
    };
    struct Sort
    {
        QStringList path;
        bool isDescending = false;
        int rank = 0; ///< lower sorts first
    };

    /// `root` is the relation the filter must start with ("hardware"), `type` that of its rows.
    /// Errors: text that is no JSON object, unknown operations, in strict mode unknown paths.
    [[nodiscard]] static Result<WireFilter, WireError> parse(const QString &text, const QString &root,
                                                             const TypeInfo *type, UnknownPaths unknownPaths);

    [[nodiscard]] const std::vector<Condition> &conditions() const { return m_conditions; }
    /// In the order of their ranks.
    [[nodiscard]] const std::vector<Sort> &sorts() const { return m_sorts; }

    /// True if every condition holds; on to-many relations for at least one of their rows.
    [[nodiscard]] bool matches(const std::function<JsonValue(const QString &)> &values) const;
    /// Without the elements of to-many relations that a condition below `property` excludes: what
    /// filteredMask does.
    [[nodiscard]] JsonValue pruned(const QString &property, const JsonValue &value) const;

private:
    std::vector<Condition> m_conditions;
    std::vector<Sort> m_sorts;
};

/// Follows a path from a value through objects; through arrays it takes the first element that has it.
[[nodiscard]] JsonValue valueAt(const JsonValue &start, const QStringList &path, qsizetype from = 0);

} // namespace layerscope::demo
