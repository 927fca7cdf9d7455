// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/accountshape.h"
#include "demo/rowsource.h"

namespace layerscope::demo {

/// The servers of one kind, without those that were deleted meanwhile. Rows are computed when they are looked
/// at.
class DeviceRows final : public RowSource
{
public:
    /// `vanished`: ids that no longer exist; strangers among them do not matter.
    DeviceRows(const AccountShape &shape, DeviceKind kind, const QList<qint64> &vanished);

    [[nodiscard]] int count() const override;
    [[nodiscard]] QJsonValue value(int row, const QString &property) const override;
    [[nodiscard]] QJsonValue parts(int row, const QString &property,
                                   const QStringList &wanted) const override;
    [[nodiscard]] std::optional<int> rowOfId(qint64 id) const override;

private:
    [[nodiscard]] int indexOf(int row) const;

    AccountShape m_shape;
    DeviceKind m_kind;
    QList<int> m_vanished; ///< Indexes, ascending.
};

/// Rows that stand in an array already, in its order.
class ArrayRows final : public RowSource
{
public:
    explicit ArrayRows(QJsonArray rows)
        : m_rows(std::move(rows))
    {}

    [[nodiscard]] int count() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QJsonValue value(int row, const QString &property) const override
    {
        return m_rows.at(row).toObject().value(property);
    }
    [[nodiscard]] std::optional<int> rowOfId(qint64 id) const override;

private:
    QJsonArray m_rows;
};

} // namespace layerscope::demo
