// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorystore.h"
#include "inventory/relations.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace layerscope {

class ApiClient;
class BandwidthPanel;
class CellFormat;
class DetailsHeading;
class FactView;
class RelationLinks;
struct TableSpec;

/// One bandwidth pool: who shares it, what is used of what there is, and its traffic by day; and the way to
/// its servers. What is said comes from the table of pools and follows it; only the traffic is asked for. GUI
/// thread; client and pools outlive it.
class PoolPanel final : public QWidget
{
    Q_OBJECT

public:
    /// Whether it is about rows of this table.
    [[nodiscard]] static bool isFor(const TableSpec &table);

    PoolPanel(ApiClient &client, const InventoryStore &pools, QWidget *parent = nullptr);
    ~PoolPanel() override;

    /// nullopt: none.
    void showPool(std::optional<qint64> poolId);
    [[nodiscard]] std::optional<qint64> pool() const { return m_pool; }
    void refresh();
    [[nodiscard]] BandwidthPanel &bandwidth() const { return *m_bandwidth; }
    /// Everything that is said, as text.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// The person wants to see other rows.
    void jumpWanted(const layerscope::Jump &jump);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void update();
    void copyMenu(const QPoint &globalPosition);

    const InventoryStore &m_pools;
    std::optional<qint64> m_pool;
    DetailsHeading *m_heading;
    FactView *m_facts;
    RelationLinks *m_relations;
    BandwidthPanel *m_bandwidth;
    QTimer m_update; ///< Gathers what arrives in one turn.
};

} // namespace layerscope
