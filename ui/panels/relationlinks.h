// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/relations.h"

#include <QList>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace layerscope {

class LinkButton;

/// Where a row leads to: a button for each relation of its table (TableSpec::relations), under each other.
/// One that leads nowhere is left out, one of which that is not known is there but cannot be pressed, and
/// says why. Hidden if there are none. GUI thread.
class RelationLinks final : public QWidget
{
    Q_OBJECT

public:
    /// `next` follows its buttons in the order of the Tab key; it stands below them, and outlives this.
    explicit RelationLinks(QWidget *next, QWidget *parent = nullptr);

    /// In words, why the row's cell in this column is not known.
    using WhyUnknown = std::function<QString(ColumnIndex column)>;
    /// Cheap while the table stays the same one.
    void show(const InventoryTable &table, int row, const WhyUnknown &whyUnknown);
    /// Shows none.
    void clear();

Q_SIGNALS:
    void jumpWanted(const layerscope::Jump &jump);

private:
    struct Link
    {
        LinkButton *button;
        Jump jump;
    };

    void useTable(const TableSpec &table);

    QWidget *m_next;
    QVBoxLayout *m_column;
    const TableSpec *m_table = nullptr;
    QList<Link> m_links; ///< In the order of the table's relations.
};

} // namespace layerscope
