// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/bandwidthhistoryloader.h"
#include "inventory/rowkey.h"
#include "panels/usagefacts.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace layerscope {

class ApiClient;
class BandwidthChart;
class ChartMessage;
class MutedLabel;

/// The traffic of one server or pool in this billing cycle: a line that sums it up, the chart by day, and how
/// old it is; or what stands in the way. Loads when told what to show, unless a fresh chart is remembered.
/// The client outlives it. GUI thread.
class BandwidthPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit BandwidthPanel(ApiClient &client, QWidget *parent = nullptr);

    /// The same one again with other facts only draws its lines anew.
    void showServer(RowKey server, const UsageFacts &facts);
    void showPool(qint64 pool, const UsageFacts &facts);
    /// Shows nothing and gives up what is loading.
    void clear();
    /// Asks again, however fresh it is.
    void reload();

    [[nodiscard]] const BandwidthHistoryLoader &loader() const { return *m_loader; }
    [[nodiscard]] BandwidthChart *chart() const { return m_chart; }
    [[nodiscard]] ChartMessage *message() const { return m_message; }
    /// False: the message stands in its place.
    [[nodiscard]] bool showsChart() const;
    /// "980.4 GB out · projected 1,337 GB · of 20,000 GB"
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString footnote() const;

private:
    void show(BandwidthSubject subject, const UsageFacts &facts);
    void update();
    void updateMessage();
    void updateFootnote();

    const ApiClient &m_client;
    BandwidthHistoryLoader *m_loader;
    UsageFacts m_facts;
    QLabel *m_summary;
    QStackedLayout *m_pages;
    BandwidthChart *m_chart;
    ChartMessage *m_message;
    MutedLabel *m_footnote;
    QPushButton *m_retry;
};

} // namespace layerscope
