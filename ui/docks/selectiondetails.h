// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/serverparts.h"
#include "inventory/relations.h"

#include <QList>
#include <QStackedWidget>

#include <optional>

namespace layerscope {

class AccountSession;
class BandwidthPanel;
class DetailsPanel;
class PoolPanel;
class RowLoader;
class RowPanel;

/// What stands at the right of the tables: everything about the selected servers, or about the selected pool,
/// or about a selected row of another kind.
/// Asks for nothing while it is hidden, and for the traffic of a server only while its tab is seen. Never
/// takes the focus by itself. GUI thread.
class SelectionDetails final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit SelectionDetails(AccountSession &session, QWidget *parent = nullptr);
    ~SelectionDetails() override;

    /// In view order. `count`: of how many they are the first. Cheap.
    void showServers(const QList<RowKey> &servers, qsizetype count);
    void showPool(qint64 poolId);
    /// A row of a table beside servers and pools; nullopt: none is selected.
    void showRow(const TableSpec &table, std::optional<RowKey> key);
    /// Asks again for what is shown.
    void refresh();

    [[nodiscard]] DetailsPanel &servers() const { return *m_servers; }
    [[nodiscard]] PoolPanel &pool() const { return *m_pool; }
    [[nodiscard]] RowPanel &row() const { return *m_row; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// It came on screen: what it shows may be old.
    void shown();
    /// The person wants to see a row that is named there.
    void rowWanted(layerscope::RowKey key);
    /// The person wants to see what a row leads to.
    void jumpWanted(const layerscope::Jump &jump);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void followTraffic();
    void keepVlans(ServerPart part);

    AccountSession &m_session;
    DetailsPanel *m_servers;
    BandwidthPanel *m_traffic; ///< Of the one server that is shown
    PoolPanel *m_pool;
    RowLoader *m_rowLoader; ///< Of the row that is shown.
    RowPanel *m_row;
    bool m_isOld = false; ///< To be asked for again.
};

} // namespace layerscope
