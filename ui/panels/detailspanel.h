// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/detailsloader.h"
#include "inventory/inventorystore.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QStackedWidget;

namespace layerscope {

class ComparisonView;
class DetailsHeading;
class DetailsPage;
class FlatTabBar;
class PartNotice;
class RawJsonView;
struct TableSpec;

/// Everything about what is selected: nothing selected, one server in full in tabs, or several compared. One
/// server loads while it is shown, several are compared once the selection has come to rest. Never takes the
/// focus by itself. GUI thread; the client and the servers outlive it.
class DetailsPanel final : public QWidget
{
    Q_OBJECT

public:
    /// Whether it is about rows of this table: they are asked for in parts (partsOf()).
    [[nodiscard]] static bool isFor(const TableSpec &table);

    DetailsPanel(ApiClient &client, const InventoryStore &servers, QWidget *parent = nullptr);
    ~DetailsPanel() override;

    /// What is selected, in view order. `count`: of how many they are the first, if there are more. Cheap;
    /// called for each change of the selection.
    void showServers(const QList<RowKey> &keys, qsizetype count = 0);
    /// Asks again for everything about what is shown.
    void refresh();
    /// Above the facts of the Bandwidth tab, taken over; nullptr: none.
    void setBandwidthChart(QWidget *chart);

    /// The server that is shown in full; nullopt: none, or several.
    [[nodiscard]] std::optional<RowKey> server() const;
    [[nodiscard]] DetailsLoader &loader() { return m_loader; }
    /// Number of the tab, from 0; the last one is the raw JSON. For settings.
    [[nodiscard]] int currentTab() const;
    void setCurrentTab(int tab);
    /// Everything that is known, as text: the sections of all tabs, or the comparison.
    [[nodiscard]] QString text() const;

    /// Wide enough for the names of all tabs, of which those that are long are short ones then.
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// server() is another one, or none.
    void serverChanged();
    /// A pool's name was activated.
    void rowWanted(layerscope::RowKey key);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeTabs(QWidget *whole);
    [[nodiscard]] int tabMargin() const; ///< At both sides of the tabs.
    void addPage(DetailsPage *page, const QString &title, const QString &shortTitle);
    void follow();
    void compareLater();
    void updateSoon();
    void updateNow();
    void showHeading();
    void showGone(bool isGone);
    /// With what the account's list knows.
    [[nodiscard]] PartValues values() const;
    void showRaw();
    void copyRequests(const QList<ServerPart> &parts);
    [[nodiscard]] QDateTime now() const;

    ApiClient &m_client;
    const InventoryStore &m_servers;
    DetailsLoader m_loader;
    QList<RowKey> m_keys;
    qsizetype m_count = 0;   ///< Of all that are selected.
    QStackedWidget *m_stack; ///< Empty state, one server, comparison.
    DetailsHeading *m_heading;
    FlatTabBar *m_tabs;
    QStackedWidget *m_pages;
    PartNotice *m_gone; ///< In place of tabs and pages.
    QList<DetailsPage *> m_sectionPages;
    DetailsPage *m_bandwidth = nullptr;
    RawJsonView *m_raw;
    ComparisonView *m_comparison;
    QTimer m_update;  ///< Gathers what arrives in one turn.
    QTimer m_ageing;  ///< Ages grow, and calls become slow.
    QTimer m_compare; ///< Until the selection has come to rest.
};

} // namespace layerscope
