// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/screenreport.h"

#include "models/rowsmodel.h"
#include "views/visiblerows.h"

#include <QScrollBar>
#include <QTreeView>

using namespace std::chrono_literals;

namespace layerscope {

namespace {

constexpr auto reportInterval = 50ms; // between two words of what is on screen (style §3.7)

} // namespace

ScreenReport::ScreenReport(QTreeView *view)
    : QObject(view)
    , m_view(*view)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(reportInterval);
    connect(&m_timer, &QTimer::timeout, this, &ScreenReport::report);
    connect(view, &QTreeView::expanded, this, &ScreenReport::reschedule);
    connect(view, &QTreeView::collapsed, this, &ScreenReport::reschedule);
}

void ScreenReport::schedule()
{
    if (!m_timer.isActive())
        m_timer.start();
}

/// None twice: several groups may have the same row, and it is asked for once.
void ScreenReport::addTableRowsBetween(int top, int bottom, QList<int> &rows) const
{
    for (const QModelIndex &index : indexesBetween(m_view, top, bottom)) {
        const std::optional<int> row = m_model->tableRowAtOrAbove(index);
        if (row && !rows.contains(*row)) // they are as many as a screen shows
            rows.append(*row);
    }
}

void ScreenReport::report()
{
    if (m_model == nullptr || !m_view.isVisible())
        return;
    ViewOrder order;
    const int screen = m_view.viewport()->height();
    addTableRowsBetween(0, screen, order.visible);
    addTableRowsBetween(screen, 2 * screen, order.nearby);
    if (m_view.verticalScrollBar()->value() > 0)
        addTableRowsBetween(-screen, 0, order.nearby);
    const std::shared_ptr<const Arrangement> arrangement = m_model->arrangement();
    const bool isSame = arrangement == m_orderedArrangement;
    order.all = isSame ? m_reported.all : arrangement->rowsInOrder();
    m_orderedArrangement = arrangement;
    if (order != m_reported) {
        m_reported = order;
        Q_EMIT viewOrderChanged(order);
    }
    if (m_model->children() != nullptr)
        reportOpenRows();
}

void ScreenReport::reportOpenRows()
{
    QList<qint64> open;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (m_view.isExpanded(index))
            open.append(m_model->table().key(*m_model->tableRow(index)).id);
    }
    if (open == m_openRows)
        return;
    m_openRows = open;
    Q_EMIT openRowsChanged(open);
}

} // namespace layerscope
