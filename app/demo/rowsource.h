// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/jsonvalue.h"

#include <QStringList>

#include <optional>

namespace layerscope::demo {

/// Rows that can be filtered, sorted and masked without all of them existing as objects. Rows have positions
/// 0 to count() - 1 in the order of their ids.
class RowSource
{
public:
    virtual ~RowSource() = default;

    [[nodiscard]] virtual int count() const = 0;
    /// Undefined if the row has no such property.
    [[nodiscard]] virtual JsonValue value(int row, const QString &property) const = 0;
    /// The same for a relation of which only some parts will be looked at: a source may spare itself the
    /// others.
    [[nodiscard]] virtual JsonValue parts(int row, const QString &property, const QStringList &wanted) const
    {
        Q_UNUSED(wanted)
        return value(row, property);
    }
    [[nodiscard]] virtual std::optional<int> rowOfId(qint64 id) const = 0;
};

} // namespace layerscope::demo
