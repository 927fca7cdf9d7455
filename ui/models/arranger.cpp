// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arranger.h"

#include "core/whendone.h"

#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace layerscope {

Arranger::Arranger(const InventoryStore &store, const InventoryStore *children, QThreadPool &workers,
                   std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_children(children)
    , m_workers(workers)
    , m_interval(interval)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_newValues.isAny && !m_isRunning && !isHeldBack())
            start();
    });
}

Arranger::~Arranger()
{
    dropRunning();
}

void Arranger::setSpec(const ArrangementSpec &spec)
{
    m_spec = spec;
    m_specWaits = true;
    start();
}

void Arranger::valuesChanged(bool areOfChildren)
{
    m_newValues.isAny = true;
    m_newValues.isAnyOfChildren |= areOfChildren;
    schedule();
}

void Arranger::setHold(bool hold)
{
    m_hold = hold;
    if (!hold && std::exchange(m_owesOrder, false))
        m_newValues.isAny = true;
    schedule();
}

void Arranger::rowsRenumbered()
{
    dropRunning();
    m_former.reset();
    if (m_specWaits)
        start();
    else
        valuesChanged(true); // what is dropped may have been for them
}

void Arranger::forget()
{
    dropRunning();
    m_timer.stop();
    m_specWaits = false;
    m_newValues = {};
    m_owesOrder = false;
    m_former.reset();
    m_shown.reset();
}

void Arranger::schedule()
{
    if (!m_newValues.isAny || m_isRunning || isHeldBack() || m_timer.isActive())
        return;
    using std::chrono::milliseconds;
    const milliseconds passed = m_sinceStart.isValid() ? milliseconds(m_sinceStart.elapsed()) : m_interval;
    m_timer.start(std::max(milliseconds::zero(), m_interval - passed));
}

void Arranger::start()
{
    dropRunning();
    m_timer.stop();
    m_newValues = {};
    m_isRunning = true;
    m_sinceStart.start();
    m_token = CancelToken();
    const bool keepsOrder = m_hold && !m_specWaits;
    ArrangedTables snapshot{m_store.table()};
    if (m_children != nullptr) {
        snapshot.children = m_children->table();
        snapshot.settled = m_settled;
    }
    // The worker gets values only: it may still be at it when this object and the stores are gone.
    const auto work = [tables = std::move(snapshot), spec = m_spec, token = m_token, former = m_former,
                       shown = keepsOrder ? m_shown : nullptr] {
        return arrange(tables, spec, token, former.get(), shown.get());
    };
    whenDone(
        QtConcurrent::run(&m_workers, work), this,
        [this, generation = m_generation, keepsOrder](const std::shared_ptr<const Arrangement> &arrangement) {
            finish(generation, keepsOrder, arrangement);
        });
}

void Arranger::finish(int generation, bool isOrderKept, const std::shared_ptr<const Arrangement> &arrangement)
{
    if (generation != m_generation || !arrangement)
        return;
    m_isRunning = false;
    m_former = arrangement;
    if (m_hold && !m_specWaits && !isOrderKept) {
        valuesChanged(true); // what was made meanwhile would move rows under the pointer
        return;
    }
    m_specWaits = false;
    m_owesOrder = isOrderKept;
    Q_EMIT made(arrangement);
    setHold(m_hold); // it may have ended meanwhile
}

void Arranger::dropRunning()
{
    m_token.cancel();
    ++m_generation;
    m_isRunning = false;
}

} // namespace layerscope
