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
    [[nodiscard]] JsonValue value(int row, const QString &property) const override;
    [[nodiscard]] JsonValue parts(int row, const QString &property, const QStringList &wanted) const override;
    [[nodiscard]] std::optional<int> rowOfId(qint64 id) const override;

private:
    [[nodiscard]] int indexOf(int row) const;

    AccountShape m_shape;
    DeviceKind m_kind;
    QList<int> m_vanished; ///< Indexes, ascending.
};

/// Chosen servers of one kind.
class ChosenDeviceRows final : public RowSource
{
public:
    /// `indexes`: ascending.
    ChosenDeviceRows(const AccountShape &shape, DeviceKind kind, QList<int> indexes)
        : m_shape(shape)
        , m_kind(kind)
        , m_indexes(std::move(indexes))
    {}

    [[nodiscard]] int count() const override { return static_cast<int>(m_indexes.size()); }
    [[nodiscard]] JsonValue value(int row, const QString &property) const override;
    [[nodiscard]] JsonValue parts(int row, const QString &property, const QStringList &wanted) const override;
    [[nodiscard]] std::optional<int> rowOfId(qint64 id) const override;

private:
    AccountShape m_shape;
    DeviceKind m_kind;
    QList<int> m_indexes;
};

/// Rows that stand in an array already, in its order.
class ArrayRows final : public RowSource
{
public:
    explicit ArrayRows(JsonArray rows)
        : m_rows(std::move(rows))
    {}

    [[nodiscard]] int count() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] JsonObject at(int row) const { return m_rows.at(row).toObject(); }
    [[nodiscard]] JsonValue value(int row, const QString &property) const override
    {
        return at(row).value(property);
    }
    [[nodiscard]] std::optional<int> rowOfId(qint64 id) const override;

private:
    JsonArray m_rows;
};

/// The devices of a relation with those properties of them that are wanted. Empty: all.
[[nodiscard]] JsonArray devicesOf(const AccountShape &shape, DeviceKind kind, const QList<int> &indexes,
                                  const QStringList &wanted);
/// The position of a value in an ascending list; nullopt: it is not there.
[[nodiscard]] std::optional<int> positionOf(const QList<int> &ascending, std::optional<int> wanted);

} // namespace layerscope::demo
