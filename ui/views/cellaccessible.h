// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QPersistentModelIndex>

class QTreeView;

namespace layerscope {

class TableAccessible;

/// What a cell and a column's title have in common for screen readers: both are parts of a table, without
/// parts of their own. The table makes and deletes them.
class PartAccessible : public QAccessibleInterface
{
public:
    explicit PartAccessible(const TableAccessible &table)
        : m_table(table)
    {}

    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override {}

protected:
    [[nodiscard]] const TableAccessible &owner() const { return m_table; }
    [[nodiscard]] QTreeView &view() const;
    [[nodiscard]] bool isShown(int section) const;
    /// Whether anything of it is within this part of the view.
    [[nodiscard]] bool isSeen(const QWidget &viewport) const;

private:
    const TableAccessible &m_table;
};

/// The title of a column.
class TitleAccessible final : public PartAccessible
{
public:
    TitleAccessible(const TableAccessible &table, int section)
        : PartAccessible(table)
        , m_section(section)
    {}

    [[nodiscard]] int section() const { return m_section; }
    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QString text(QAccessible::Text which) const override;
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ColumnHeader; }
    [[nodiscard]] QAccessible::State state() const override;

private:
    int m_section;
};

/// A cell: what it says, whether its row is selected and open, where it is; it can be gone to, and its row
/// opened and closed.
class CellAccessible final : public PartAccessible,
                             public QAccessibleTableCellInterface,
                             public QAccessibleActionInterface
{
public:
    CellAccessible(const TableAccessible &table, const QModelIndex &index)
        : PartAccessible(table)
        , m_index(index)
    {}

    [[nodiscard]] QModelIndex index() const { return m_index; }

    // ---- the cell
    // ----------------------------------------------------------------------------------------------------
    [[nodiscard]] bool isValid() const override { return m_index.isValid() && isShown(m_index.column()); }
    [[nodiscard]] QString text(QAccessible::Text which) const override;
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::TreeItem; }
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    // ---- its place in the table
    // --------------------------------------------------------------------------------------
    [[nodiscard]] bool isSelected() const override;
    [[nodiscard]] QList<QAccessibleInterface *> columnHeaderCells() const override;
    /// The name, which says what row it is.
    [[nodiscard]] QList<QAccessibleInterface *> rowHeaderCells() const override;
    [[nodiscard]] int columnIndex() const override;
    [[nodiscard]] int rowIndex() const override;
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface *table() const override { return parent(); }

    // ---- what can be done with it
    // ------------------------------------------------------------------------------------
    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString &name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] int nameSection() const;
    [[nodiscard]] QModelIndex row() const { return m_index.sibling(m_index.row(), 0); }
    [[nodiscard]] bool canBeOpened() const;
    [[nodiscard]] bool isOpen() const;

    QPersistentModelIndex m_index;
};

} // namespace layerscope
