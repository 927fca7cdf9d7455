// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/paneldocks.h"

#include "docks/panelcontext.h"
#include "docks/panelspec.h"
#include "widgets/docktabstyle.h"
#include "widgets/separatorstyle.h"

#include <QChildEvent>
#include <QDataStream>
#include <QHideEvent>
#include <QResizeEvent>
#include <QShowEvent>
#include <QTabBar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr quint32 magic = 0x4c534431; // "LSD1"
constexpr QDataStream::Version stream = QDataStream::Qt_6_4;
constexpr int stateVersion = 1; // of Qt's own bytes; another one is refused

Qt::Orientation growsAlong(Qt::DockWidgetArea area)
{
    return area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea ? Qt::Horizontal : Qt::Vertical;
}

/// Docks are not mirrored by themselves.
Qt::DockWidgetArea mirrored(Qt::DockWidgetArea area, Qt::LayoutDirection direction)
{
    if (direction == Qt::LeftToRight || growsAlong(area) == Qt::Vertical)
        return area;
    return area == Qt::LeftDockWidgetArea ? Qt::RightDockWidgetArea : Qt::LeftDockWidgetArea;
}

} // namespace

PanelDocks::PanelDocks(const QList<const PanelSpec *> &panels, PanelContext *context, QWidget *centre,
                       QWidget *parent)
    : QMainWindow(parent, Qt::Widget)
    , m_style(std::make_unique<SeparatorStyle>())
    , m_tabStyle(std::make_unique<DockTabStyle>())
    , m_context(context)
    , m_room(*this, m_docks)
{
    context->setParent(this);
    setWindowFlags(Qt::Widget); // Qt makes every main window a window
    setStyle(m_style.get());    // of this alone, not of what is in it
    setContextMenuPolicy(Qt::NoContextMenu);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    // What is below the table is about the table; what is beside it is as high as the window.
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    setCentralWidget(centre);
    for (const PanelSpec *panel : panels) {
        auto *dock = new PanelDock(*panel, *context, this);
        m_docks.append(dock);
        connect(dock, &PanelDock::openChanged, this, [this, dock](bool isOpen) {
            if (isOpen && m_isPlaced)
                m_room.fit();
            Q_EMIT openChanged(dock->objectName(), isOpen);
        });
        connect(dock, &PanelDock::focusLeft, this, &PanelDocks::focusLeft);
    }
    connect(context, &PanelContext::selectionChanged, this, &PanelDocks::openForSelection);
    placeAsAtFirst();
}

PanelDocks::~PanelDocks()
{
    qDeleteAll(m_docks); // before their context, whatever order Qt has brought its children into
}

PanelDock *PanelDocks::dock(const QString &id) const
{
    const auto found = std::find_if(m_docks.cbegin(), m_docks.cend(),
                                    [&id](const PanelDock *dock) { return dock->objectName() == id; });
    return found == m_docks.cend() ? nullptr : *found;
}

bool PanelDocks::isOpen(const QString &id) const
{
    const PanelDock *found = dock(id);
    return found != nullptr && found->isOpen();
}

void PanelDocks::setOpen(const QString &id, bool open)
{
    if (PanelDock *found = dock(id))
        found->setOpen(open);
}

void PanelDocks::toggle(const QString &id)
{
    PanelDock *found = dock(id);
    if (found == nullptr)
        return;
    if (found->isBehindATab())
        found->raise();
    else
        found->setOpen(!found->isOpen());
}

void PanelDocks::goTo(const QString &id)
{
    PanelDock *found = dock(id);
    if (found == nullptr)
        return;
    const bool wasSeen = found->isOpen() && !found->isBehindATab();
    const bool wasThere = wasSeen && found->hasFocusWithin();
    if (!wasThere && !found->isOpen())
        found->setOpen(true);
    if (wasThere || (!found->takeFocus() && wasSeen))
        found->setOpen(false);
}

void PanelDocks::openForSelection()
{
    const auto opens = [this](const PanelDock *dock) {
        return dock->waitsForSelection() && m_room.hasRoomFor(*dock);
    };
    // To name the selected rows may take a while; this comes with each key held down in a table.
    if (std::none_of(m_docks.cbegin(), m_docks.cend(), opens) || m_context->selection().rows.isEmpty())
        return;
    for (PanelDock *dock : std::as_const(m_docks)) {
        if (opens(dock))
            dock->openForSelection();
    }
}

// ---- the layout
// ---------------------------------------------------------------------------------------------------

void PanelDocks::placeAsAtFirst()
{
    for (PanelDock *dock : std::as_const(m_docks)) {
        dock->setFloating(false);
        removeDockWidget(dock); // also out of the tabs it is in
    }
    for (PanelDock *dock : std::as_const(m_docks)) {
        addDockWidget(mirrored(dock->spec().area, layoutDirection()), dock);
        dock->applyOpen();
    }
}

void PanelDocks::sizeAsAtFirst(const QMap<QString, int> &formerWidths)
{
    for (const Qt::Orientation orientation : {Qt::Horizontal, Qt::Vertical}) {
        QList<QDockWidget *> docks;
        QList<int> sizes;
        for (PanelDock *dock : std::as_const(m_docks)) {
            if (growsAlong(dockWidgetArea(dock)) != orientation)
                continue;
            const QSize hint = dock->widget()->sizeHint();
            docks.append(dock);
            sizes.append(orientation == Qt::Vertical ? hint.height()
                                                     : formerWidths.value(dock->objectName(), hint.width()));
        }
        resizeDocks(docks, sizes, orientation);
    }
}

void PanelDocks::resetLayout()
{
    placeAsAtFirst();
    for (PanelDock *dock : std::as_const(m_docks))
        dock->restoreOpen(std::nullopt);
    m_given.docks.clear();
    m_given.formerWidths.clear();
    if (m_isPlaced)
        sizeAsAtFirst({});
    openForSelection();
    m_room.fit();
}

PanelsLayout PanelDocks::layoutToKeep() const
{
    PanelsLayout layout = m_given;
    for (const PanelDock *dock : m_docks) {
        if (const std::optional<bool> isOpen = dock->openToKeep())
            layout.open.insert(dock->objectName(), *isOpen);
        else
            layout.open.remove(dock->objectName());
        if (dock->spec().state != nullptr)
            layout.states.insert(dock->objectName(), dock->spec().state(*dock->widget()));
    }
    if (!m_isPlaced)
        return layout; // was never seen: places and sizes are still those it was given
    const QByteArray content = saveState(stateVersion);
    layout.docks.clear();
    layout.formerWidths.clear();
    QDataStream envelope(&layout.docks, QIODevice::WriteOnly);
    envelope.setVersion(stream);
    envelope << magic << qChecksum(content) << content;
    return layout;
}

void PanelDocks::restoreLayout(const PanelsLayout &layout)
{
    m_given = layout;
    for (PanelDock *dock : std::as_const(m_docks)) {
        const QString id = dock->objectName();
        const auto isOpen = layout.open.constFind(id);
        dock->restoreOpen(isOpen != layout.open.cend() ? std::optional(*isOpen) : std::nullopt);
        if (dock->spec().restoreState != nullptr && layout.states.contains(id))
            dock->spec().restoreState(*dock->widget(), layout.states.value(id));
    }
    m_isPlaced = false;
    if (isVisible())
        place();
}

void PanelDocks::place()
{
    m_isPlaced = true;
    if (!restorePlaces(m_given.docks)) {
        placeAsAtFirst();
        sizeAsAtFirst(m_given.formerWidths);
    }
    for (PanelDock *dock : std::as_const(m_docks))
        dock->applyOpen(); // whatever Qt made of it
}

bool PanelDocks::restorePlaces(const QByteArray &saved)
{
    QDataStream envelope(saved);
    envelope.setVersion(stream);
    quint32 mark = 0;
    quint16 checksum = 0;
    QByteArray content;
    envelope >> mark >> checksum >> content;
    // What was cut off or damaged is found before Qt takes any of it for places and sizes.
    if (envelope.status() != QDataStream::Ok || mark != magic || checksum != qChecksum(content) ||
        !restoreState(content, stateVersion))
        return false;
    for (PanelDock *dock : std::as_const(m_docks)) {
        if (dockWidgetArea(dock) == Qt::NoDockWidgetArea) // it was not there when this was saved
            addDockWidget(mirrored(dock->spec().area, layoutDirection()), dock);
    }
    return true;
}

/// Qt makes the tabs of docks when it needs them, and hands them to nobody.
void PanelDocks::childEvent(QChildEvent *event)
{
    QMainWindow::childEvent(event);
    if (auto *tabs = event->polished() ? qobject_cast<QTabBar *>(event->child()) : nullptr)
        tabs->setStyle(m_tabStyle.get());
}

void PanelDocks::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (event->spontaneous())
        return; // the window is no longer minimised
    if (!m_isPlaced)
        place();
    for (PanelDock *dock : std::as_const(m_docks))
        dock->setOnScreen(true);
    // It may have been resized while another account was on screen.
    QMetaObject::invokeMethod(this, &PanelDocks::makeRoom, Qt::QueuedConnection);
}

void PanelDocks::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    if (event->spontaneous())
        return;
    for (PanelDock *dock : std::as_const(m_docks))
        dock->setOnScreen(false);
}

/// The layout has placed everything by now.
void PanelDocks::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    makeRoom();
}

void PanelDocks::makeRoom()
{
    if (!m_isPlaced || !isVisible())
        return;
    m_room.fit(); // as they are: what they wish is seen while none of them is gone
    for (PanelDock *dock : std::as_const(m_docks)) {
        if (dock->isOpenByItself() && !dock->hasFocusWithin() && !m_room.hasRoomFor(*dock)) {
            dock->closeForRoom();
            m_room.fit();
        }
    }
    openForSelection();
}

// ---- the keyboard
// ---------------------------------------------------------------------------------------------------

bool PanelDocks::focusNextPanel(bool forward)
{
    const auto size = m_docks.size();
    const auto current = std::find_if(m_docks.cbegin(), m_docks.cend(),
                                      [](const PanelDock *dock) { return dock->hasFocusWithin(); });
    // The centre stands before the first and after the last.
    qsizetype at = current != m_docks.cend() ? current - m_docks.cbegin() : forward ? -1 : size;
    for (at += forward ? 1 : -1; at >= 0 && at < size; at += forward ? 1 : -1) {
        if (m_docks.at(at)->takeFocus())
            return true;
    }
    return false;
}

} // namespace layerscope
