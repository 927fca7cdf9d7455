// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"

#include <QList>
#include <QWidget>

#include <memory>

class QCheckBox;
class QIdentityProxyModel;
class QTableView;

namespace layerscope {

class ApiClient;
class ComparisonLoad;
class ComparisonModel;
class InventoryTable;
class MutedLabel;

/// Several servers side by side, property by property, what differs first. Loads what is missing for these
/// servers alone. GUI thread; the client outlives it.
class ComparisonView final : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonView(ApiClient &client, QWidget *parent = nullptr);
    ~ComparisonView() override;

    /// The first ComparisonLoad::maxServers of them; `known` is what the account has of them already, and
    /// `count` how many are selected. Aborts what the former servers were loading.
    void compare(const InventoryTable &known, const QList<RowKey> &servers, qsizetype count);
    /// Aborts and shows nothing.
    void clear();
    /// Asks again for what failed or was refused.
    void retry();

    [[nodiscard]] ComparisonModel *model() const { return m_model.get(); }
    [[nodiscard]] QString summary() const;
    /// Tab separated, with a line of names.
    [[nodiscard]] QString text() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showSummary();
    void finish();
    void openMenu(const QPoint &position);

    ApiClient &m_client;
    std::unique_ptr<ComparisonLoad> m_load;
    std::unique_ptr<ComparisonModel> m_model;
    qsizetype m_selected = 0; ///< All that were selected, of which some may be left out.
    MutedLabel *m_summary;
    QCheckBox *m_onlyDifferences;
    QTableView *m_table;
    QIdentityProxyModel *m_shown; ///< The table's one model for good: over m_model, or over nothing.
};

} // namespace layerscope
