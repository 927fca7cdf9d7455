// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/canceltoken.h"
#include "inventory/arrangement.h"
#include "inventory/inventorystore.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <memory>

namespace layerscope {

/// Has arrangements made on a worker, from snapshots of the store, and of that of the rows below its rows if
/// there are any, and decides when: at once when the person asks for another order, at most every `interval`
/// when values arrived. While held, values move no rows: then none are made for them, but for those of rows
/// below others, so that what comes there comes up; those keep the order on screen. One at a time; a
/// result that something newer overtook is dropped. GUI thread; store and pool outlive it. Destroying it
/// drops what is being made.
class Arranger : public QObject
{
    Q_OBJECT

public:
    /// `children`: of the table below, or nullptr.
    Arranger(const InventoryStore &store, const InventoryStore *children, QThreadPool &workers,
             std::chrono::milliseconds interval, QObject *parent = nullptr);
    ~Arranger() override;

    [[nodiscard]] const ArrangementSpec &spec() const { return m_spec; }
    /// Makes an arrangement now, whatever is held.
    void setSpec(const ArrangementSpec &spec);
    /// For the next arrangement, whenever that is made: columns that have no say in this one.
    void setShownColumns(const ColumnSet &columns) { m_spec.shownColumns = columns; }
    /// Values that decide the order arrived, of rows below others or of the table's own: makes one soon.
    void valuesChanged(bool areOfChildren = false);
    void setHold(bool hold);
    /// What is on screen, with the row numbers of now: what a held order is kept of.
    void setShown(const std::shared_ptr<const Arrangement> &shown) { m_shown = shown; }
    /// Below the row with this number all stand that can be loaded (ArrangedTables::settled): for the next
    /// arrangement.
    void setSettled(qint64 id) { m_settled.insert(id); }
    /// Of no row that is known any more.
    void setNoneSettled() { m_settled.clear(); }
    /// Row numbers changed: what is being made is of no use. Makes another one, when it is due.
    void rowsRenumbered();
    /// There is nothing to arrange any more.
    void forget();

    /// From setSpec() until its arrangement was made.
    [[nodiscard]] bool isAnsweringSpec() const { return m_specWaits; }

Q_SIGNALS:
    void made(const std::shared_ptr<const layerscope::Arrangement> &arrangement);

private:
    void schedule();
    void start();
    void finish(int generation, bool isOrderKept, const std::shared_ptr<const Arrangement> &arrangement);
    void dropRunning();
    /// Nothing is made of values that arrived.
    [[nodiscard]] bool isHeldBack() const
    {
        return m_hold && !(m_children != nullptr && m_newValues.isAnyOfChildren);
    }

    const InventoryStore &m_store;
    const InventoryStore *m_children;
    QThreadPool &m_workers;
    std::chrono::milliseconds m_interval;
    ArrangementSpec m_spec;
    QTimer m_timer;
    QElapsedTimer m_sinceStart;
    CancelToken m_token;
    std::shared_ptr<const Arrangement>
        m_former; ///< The last one made, on screen or not: the next can build on it.
    std::shared_ptr<const Arrangement> m_shown;
    QSet<qint64> m_settled;
    int m_generation = 0;
    bool m_isRunning = false;
    bool m_specWaits = false;
    struct NewValues ///< Of which no arrangement was begun yet.
    {
        bool isAny = false;
        bool isAnyOfChildren = false; ///< Of rows below others.
    };
    NewValues m_newValues;
    bool m_hold = false;
    bool m_owesOrder = false; ///< What was made last kept an order that is not what was asked for.
};

} // namespace layerscope
