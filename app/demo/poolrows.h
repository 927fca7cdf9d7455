// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/poolview.h"
#include "demo/rowsource.h"

namespace layerscope::demo {

/// The pools of an account. Rows are computed when they are looked at.
class PoolRows final : public RowSource
{
public:
    /// `first` as for PoolViews::numbers().
    PoolRows(PoolViews views, int first);

    [[nodiscard]] int count() const override { return static_cast<int>(m_numbers.size()); }
    [[nodiscard]] JsonValue value(int row, const QString &property) const override;
    [[nodiscard]] JsonValue parts(int row, const QString &property, const QStringList &wanted) const override;
    [[nodiscard]] std::optional<int> rowOfId(qint64 id) const override;

private:
    PoolViews m_views;
    QList<int> m_numbers; ///< Ascending.
};

/// The allotment details of a pool's members.
class PoolDetailRows final : public RowSource
{
public:
    explicit PoolDetailRows(const PoolView &view)
        : m_devices(view.membersWithDetail())
    {}

    [[nodiscard]] int count() const override { return static_cast<int>(m_devices.size()); }
    [[nodiscard]] JsonValue value(int row, const QString &property) const override;
    [[nodiscard]] std::optional<int> rowOfId(qint64 id) const override;

private:
    QList<Device> m_devices; ///< In the order of the details' ids.
};

} // namespace layerscope::demo
