// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"

#include <QMenu>

#include <optional>

class QActionGroup;

namespace layerscope {

struct TableSpec;

/// "Group by": none, or one of the columns that make sensible groups of a table. One is always checked, and
/// the first that the keys are at.
class GroupMenu : public QMenu
{
    Q_OBJECT

public:
    explicit GroupMenu(const TableSpec &table, QWidget *parent = nullptr);

    /// Offers the columns of this table, with none checked; nothing if it does so already. No signal.
    void setTable(const TableSpec &table);

    /// Checks without a signal. A column that is not offered counts as none.
    void setGroup(std::optional<ColumnIndex> column);
    [[nodiscard]] std::optional<ColumnIndex> group() const;
    /// "Group", or "Group: Datacenter".
    [[nodiscard]] QString summary() const;

    /// The column with this key if such a menu offers it.
    [[nodiscard]] static std::optional<ColumnIndex> columnOfKey(const TableSpec &table, const QString &key);

Q_SIGNALS:
    /// Chosen by the person.
    void groupChosen(std::optional<layerscope::ColumnIndex> column);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QAction *add(const QString &text, ColumnIndex column, const QString &name);

    const TableSpec *m_table = nullptr;
    QActionGroup *m_choices;
};

} // namespace layerscope
