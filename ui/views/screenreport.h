// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/vieworder.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

class QTreeView;

namespace layerscope {

class RowsModel;
struct Arrangement;

/// Says which rows of a view are on screen, in which order the others are, and which of them are open: 50 ms
/// after somebody found that it may have changed, if it did. Says nothing while the view is hidden. GUI
/// thread; child of the view.
class ScreenReport : public QObject
{
    Q_OBJECT

public:
    explicit ScreenReport(QTreeView *view);

    /// That of the view; nullptr: none.
    void setModel(const RowsModel *model) { m_model = model; }
    /// Soon, unless that is so already.
    void schedule();
    /// Soon from now on.
    void reschedule() { m_timer.start(); }

Q_SIGNALS:
    void viewOrderChanged(const layerscope::ViewOrder &order);
    /// The numbers of rows that are open, in view order, of a table with another one below it.
    void openRowsChanged(const QList<qint64> &ids);

private:
    void report();
    void reportOpenRows();
    void addTableRowsBetween(int top, int bottom, QList<int> &rows) const;

    QTreeView &m_view;
    const RowsModel *m_model = nullptr;
    QTimer m_timer;
    ViewOrder m_reported;
    std::shared_ptr<const Arrangement> m_orderedArrangement; ///< Whose rows m_reported.all are
    QList<qint64> m_openRows;
};

} // namespace layerscope
