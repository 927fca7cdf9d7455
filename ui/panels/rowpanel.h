// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/cellvalue.h"
#include "inventory/relations.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QStackedWidget;

namespace layerscope {

class DetailsHeading;
class FactView;
class FlatTabBar;
class NothingSelected;
class RawJsonView;
class RelationLinks;
class RowLoader;
class RowsModel;
class TroubleNotice;
struct Fact;

/// One row of any table without children: what it is called, where it leads to, a line for each of its
/// columns, and its raw JSON. The lines come from the table and follow it. What the table was not asked for
/// comes by the row's own loader, only while the panel is seen; whoever has the table puts the loader's
/// answers into it. GUI thread.
class RowPanel final : public QWidget
{
    Q_OBJECT

public:
    /// Without a loader (nullptr) it tells what the table knows, and no more. Else that outlives it.
    explicit RowPanel(RowLoader *loader, QWidget *parent = nullptr);
    ~RowPanel() override;

    /// This row of the model's table; nullopt: none.
    void showRow(RowsModel *model, std::optional<RowKey> key);
    /// Asks again for all of it.
    void refresh();
    [[nodiscard]] std::optional<RowKey> row() const { return m_row; }
    /// Number of the tab: facts, raw JSON.
    [[nodiscard]] int currentTab() const;
    void setCurrentTab(int tab);
    /// Everything that is said, as text.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// The name of another row was activated.
    void rowWanted(layerscope::RowKey key);
    /// The person wants to see what the row leads to.
    void jumpWanted(const layerscope::Jump &jump);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeFacts();
    void follow(RowsModel *model);
    void ask();
    void update();
    void showNothing();
    void showFacts(int row);
    /// Of a cell that the table does not know; nullopt: there was no such call, or it brought it.
    [[nodiscard]] std::optional<CellState> stateOfOwnCall(int row, ColumnIndex column) const;
    /// In words, of a cell that is not known.
    [[nodiscard]] QString whyUnknown(int row, ColumnIndex column) const;
    void showTrouble();
    void showRaw();
    /// What is missing and why, in sentences; empty: nothing is.
    [[nodiscard]] QString trouble() const;
    void copyRequest();
    void copyMenu(const QPoint &globalPosition, const std::optional<Fact> &fact);

    RowLoader *m_loader;
    QPointer<RowsModel> m_model;
    std::optional<RowKey> m_row;
    DetailsHeading *m_heading;
    FlatTabBar *m_tabs;
    QStackedWidget *m_pages;
    TroubleNotice *m_trouble;
    FactView *m_facts;
    RelationLinks *m_relations;
    RawJsonView *m_raw;
    NothingSelected *m_nothing;
    QTimer m_update; ///< Gathers what arrives in one turn.
};

} // namespace layerscope
