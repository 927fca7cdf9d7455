// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/networkview.h"
#include "demo/rowsource.h"

namespace layerscope::demo {

/// VLANs of an account. Rows are computed when they are looked at.
class VlanRows final : public RowSource
{
public:
    /// All of them.
    explicit VlanRows(NetworkView view);

    [[nodiscard]] int count() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] JsonValue value(int row, const QString &property) const override;
    [[nodiscard]] JsonValue parts(int row, const QString &property, const QStringList &wanted) const override;
    [[nodiscard]] std::optional<int> rowOfId(qint64 id) const override;

private:
    NetworkView m_view;
    QList<int> m_rows; ///< Of the view, ascending.
};

/// Subnets of an account, or of one VLAN.
class SubnetRows final : public RowSource
{
public:
    /// `rows`: of the view, ascending.
    SubnetRows(NetworkView view, QList<int> rows);

    [[nodiscard]] int count() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] JsonValue value(int row, const QString &property) const override;
    [[nodiscard]] JsonValue parts(int row, const QString &property, const QStringList &wanted) const override;
    [[nodiscard]] std::optional<int> rowOfId(qint64 id) const override;

private:
    NetworkView m_view;
    QList<int> m_rows;
};

} // namespace layerscope::demo
