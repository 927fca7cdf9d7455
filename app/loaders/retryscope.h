// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <optional>
#include <utility>

namespace layerscope {

/// What of a table is to be asked for again. A value.
class RetryScope
{
public:
    /// What lists did not bring. Cells that failed are left as they are.
    [[nodiscard]] static RetryScope ofLists() { return {true, false, std::nullopt}; }
    /// What failed or was refused in these rows, and in what is below them.
    [[nodiscard]] static RetryScope ofRows(const QList<int> &rows) { return {false, true, rows}; }
    /// Both, of all rows.
    [[nodiscard]] static RetryScope ofAll() { return {true, true, std::nullopt}; }

    [[nodiscard]] bool hasLists() const { return m_hasLists; }
    [[nodiscard]] bool hasRows() const { return m_hasRows; }
    /// If it has any; nullopt: all.
    [[nodiscard]] const std::optional<QList<int>> &rows() const { return m_rows; }

private:
    RetryScope(bool hasLists, bool hasRows, std::optional<QList<int>> rows)
        : m_hasLists(hasLists)
        , m_hasRows(hasRows)
        , m_rows(std::move(rows))
    {}

    bool m_hasLists;
    bool m_hasRows;
    std::optional<QList<int>> m_rows;
};

} // namespace layerscope
