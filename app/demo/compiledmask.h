// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/jsonvalue.h"
#include "demo/maskparser.h"
#include "demo/typecatalogue.h"
#include "demo/wireerror.h"

#include <functional>
#include <memory>
#include <vector>

namespace layerscope::demo {

/// A mask matched against the types it is about: which properties each level brings. Built once a call,
/// applied to each row. Immutable, safe on any thread.
class CompiledMask
{
public:
    /// Brings a property of a row by its name; Undefined if the row has none. `parts` names what is wanted of
    /// a relation's target; bringing more does no harm. Empty: there are none, or all are wanted.
    using Values = std::function<JsonValue(const QString &name, const QStringList &parts)>;

    /// `declared` is what the method says it returns, `actual` what its rows are: getHardware declares
    /// Hardware and returns Hardware_Server, whose own properties need the cast. A root mask cast to another
    /// type is left out. Errors: ObjectMask for a property that is not of its type, or an unknown type.
    [[nodiscard]] static Result<CompiledMask, WireError>
    compile(const MaskTree &mask, const TypeInfo *declared, const TypeInfo *actual);

    /// The row as it goes over the wire. Asks `values` only for what the mask wants.
    [[nodiscard]] JsonObject apply(const Values &values) const;
    /// The same for a row that exists as an object.
    [[nodiscard]] JsonObject apply(const JsonObject &row) const;

    /// Relations (to-one, to-many and counts) the caller named, on all levels: what makes a call slow and
    /// heavy.
    [[nodiscard]] int relationCount() const;
    /// True if the mask names this property on any level.
    [[nodiscard]] bool names(const QString &property) const;

private:
    struct Field
    {
        QString name;
        const PropertyInfo *info;
        std::shared_ptr<const CompiledMask> target; ///< Relations with parts only.
        bool isNamed;                               ///< By the caller; otherwise it comes by default.
        QStringList parts;                          ///< The names of the target's fields.
    };

    void addDefaults(const TypeInfo &type);
    void add(const QString &name, const PropertyInfo &info, std::shared_ptr<const CompiledMask> target,
             bool isNamed);

    std::vector<Field> m_fields;
};

} // namespace layerscope::demo
