// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/panelroom.h"

#include "docks/paneldock.h"
#include "docks/panelspec.h"

#include <QLayout>
#include <QMainWindow>
#include <QStyle>

#include <algorithm>

namespace layerscope {

namespace {

bool isBeside(Qt::DockWidgetArea area)
{
    return area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
}

bool takesRoom(const PanelDock &dock)
{
    return dock.isOpen() && dock.isVisible() && !dock.isFloating() && !dock.isBehindATab();
}

} // namespace

QList<int> fittedWidths(const QList<PanelColumn> &columns, int room)
{
    QList<int> widths;
    int over = -room;
    for (const PanelColumn &column : columns) {
        widths.append(column.wished);
        over += column.wished;
    }
    for (const bool isFirst : {true, false}) {
        for (qsizetype at = 0; at < columns.size(); ++at) {
            if (columns.at(at).yieldsFirst != isFirst)
                continue;
            const int spare = std::max(0, widths.at(at) - columns.at(at).least);
            const int given = std::clamp(over, 0, spare);
            widths[at] -= given;
            over -= given;
        }
    }
    return widths;
}

PanelRoom::PanelRoom(QMainWindow &window, const QList<PanelDock *> &docks)
    : m_window(window)
    , m_docks(docks)
{}

/// One panel for each side that has a single column.
QList<PanelDock *> PanelRoom::columns() const
{
    QList<PanelDock *> columns;
    for (const Qt::DockWidgetArea area : {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea}) {
        PanelDock *first = nullptr;
        bool isSingle = true;
        for (PanelDock *dock : m_docks) {
            if (!takesRoom(*dock) || m_window.dockWidgetArea(dock) != area)
                continue;
            if (first == nullptr)
                first = dock;
            isSingle = isSingle && dock->x() == first->x() && dock->width() == first->width();
        }
        if (first != nullptr && isSingle)
            columns.append(first);
    }
    return columns;
}

int PanelRoom::leastWidth(const PanelDock &dock)
{
    return std::max(dock.minimumSizeHint().width(), dock.widget()->sizeHint().width() * 4 / 5);
}

bool PanelRoom::hasRoomFor(const PanelDock &dock) const
{
    const Qt::DockWidgetArea area = m_window.dockWidgetArea(const_cast<PanelDock *>(&dock)); // Qt's signature
    if (m_centreWish <= 0 || dock.isFloating() || !isBeside(area))
        return true;
    const int edge = m_window.style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent, nullptr, &m_window);
    int room = m_window.width() - m_window.centralWidget()->minimumWidth() - leastWidth(dock) - edge;
    for (PanelDock *other : columns()) {
        if (other == &dock)
            continue;
        if (m_window.dockWidgetArea(other) == area)
            return true; // it shares the width of that one
        room -= leastWidth(*other) + edge;
    }
    return room >= 0;
}

void PanelRoom::fit()
{
    if (m_centreWish <= 0 || !m_window.isVisible())
        return;
    m_window.layout()->activate(); // what has just opened has its width then
    const QWidget &centre = *m_window.centralWidget();
    const bool isForced = centre.width() <= centre.minimumWidth();
    QList<QDockWidget *> docks;
    QList<PanelColumn> wishes;
    int room = centre.width() - m_centreWish;
    for (PanelDock *dock : columns()) {
        docks.append(dock);
        wishes.append({wishedWidth(*dock, isForced), leastWidth(*dock), dock->spec().opensWithSelection});
        room += dock->width();
    }
    const QList<int> widths = fittedWidths(wishes, room);
    const bool areFitted =
        std::equal(docks.cbegin(), docks.cend(), widths.cbegin(),
                   [](const QDockWidget *dock, int width) { return dock->width() == width; });
    if (!areFitted) {
        m_window.resizeDocks(docks, widths, Qt::Horizontal);
        m_window.layout()->activate();
    }
    for (qsizetype at = 0; at < docks.size(); ++at) // there may be less room than for the least of all
        m_given.insert(static_cast<PanelDock *>(docks.at(at)), {wishes.at(at).wished, docks.at(at)->width()});
}

/// What it was given is not what the person wishes, nor is what Qt leaves of it in a window that is too
/// small.
int PanelRoom::wishedWidth(const PanelDock &dock, bool isForced) const
{
    const auto given = m_given.constFind(&dock);
    if (given == m_given.cend())
        return isForced ? std::max(dock.width(), dock.widget()->sizeHint().width()) : dock.width();
    const bool isWish = dock.width() > given->width || (dock.width() < given->width && !isForced);
    return isWish ? dock.width() : given->wished;
}

} // namespace layerscope
