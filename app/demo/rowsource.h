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

/// Rows that can be had whole, one by one, so that thousands of them cost what is looked at. The last one is
/// remembered: for one thread, as long as a call takes.
class WholeRows : public RowSource
{
public:
    /// All that the row has.
    [[nodiscard]] virtual JsonObject row(int row) const = 0;
    [[nodiscard]] JsonValue value(int row, const QString &property) const override;

private:
    mutable int m_position = -1;
    mutable JsonObject m_row; ///< At that position.
};

inline JsonValue WholeRows::value(int row, const QString &property) const
{
    if (row != m_position) {
        m_row = this->row(row);
        m_position = row;
    }
    return m_row.value(property);
}

} // namespace layerscope::demo
