// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/paneldock.h"

#include "docks/panelspec.h"
#include "widgets/docktitle.h"
#include "widgets/hairline.h"
#include "widgets/tones.h"

#include <QApplication>
#include <QPainter>

namespace layerscope {

PanelDock::PanelDock(const PanelSpec &spec, PanelContext &context, QWidget *parent)
    : QDockWidget(spec.translatedTitle(), parent)
    , m_spec(spec)
    , m_isOpen(spec.isOpenAtFirst)
{
    setObjectName(spec.key()); // by which Qt finds it again in what it saved
    setTitleBarWidget(new DockTitle(*this, spec.textMargin));
    QWidget *panel = spec.make(context);
    panel->setAccessibleName(windowTitle());
    QSizePolicy policy = panel->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // so that its place is as large behind another one's tab
    panel->setSizePolicy(policy);
    setWidget(panel);
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_ShowWithoutActivating); // who wants the focus takes it
    connect(this, &QDockWidget::visibilityChanged, this, &PanelDock::followVisibility);
}

void PanelDock::setOpen(bool open)
{
    m_chosen = open;
    if (open == m_isOpen)
        return;
    makeOpen(open);
    if (open)
        raise();
}

bool PanelDock::waitsForSelection() const
{
    return m_spec.opensWithSelection && !m_chosen && !m_isOpen;
}

void PanelDock::openForSelection()
{
    if (waitsForSelection())
        makeOpen(true);
}

bool PanelDock::isOpenByItself() const
{
    return m_spec.opensWithSelection && !m_chosen && m_isOpen;
}

void PanelDock::closeForRoom()
{
    if (isOpenByItself())
        makeOpen(false);
}

std::optional<bool> PanelDock::openToKeep() const
{
    // One that opened by itself waits for a selection again at the next start.
    return m_spec.opensWithSelection ? m_chosen : m_isOpen;
}

void PanelDock::restoreOpen(std::optional<bool> isOpen)
{
    const bool open = isOpen.value_or(m_spec.isOpenAtFirst);
    if (open != m_isOpen)
        makeOpen(open);
    m_chosen = isOpen;
}

void PanelDock::makeOpen(bool open)
{
    const bool losesFocus = !open && hasFocusWithin();
    m_isOpen = open;
    if (losesFocus)
        Q_EMIT focusLeft();
    applyOpen();
    Q_EMIT openChanged(open);
}

void PanelDock::setOnScreen(bool isOnScreen)
{
    m_isOnScreen = isOnScreen;
    applyOpen();
}

void PanelDock::applyOpen()
{
    // Docked it is seen with its account. Floating it is a window, which Qt leaves where it is.
    setVisible(m_isOpen && (m_isOnScreen || !isFloating()));
}

bool PanelDock::isBehindATab() const
{
    // Qt does not hide what is behind a tab: it moves it out of the window.
    return m_isOpen && !isFloating() && (geometry().right() < 0 || geometry().bottom() < 0);
}

/// What Qt says is not asked: it also calls a window unseen that is on a screen left of the first one.
void PanelDock::followVisibility()
{
    if (!isBehindATab()) {
        widget()->show(); // as far as the dock and the window are
        return;
    }
    if (widget()->isHidden())
        return;
    const bool losesFocus = hasFocusWithin();
    widget()->hide();
    if (losesFocus)
        Q_EMIT focusLeft();
}

bool PanelDock::hasFocusWithin() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus != nullptr && isAncestorOf(focus);
}

bool PanelDock::takeFocus()
{
    if (!m_isOpen || !isVisible())
        return false;
    raise(); // behind another one's tab there is nothing that takes it
    const auto takes = [this](const QWidget *candidate) {
        return (candidate == widget() || widget()->isAncestorOf(candidate)) && candidate->isVisible() &&
               candidate->isEnabled() && (candidate->focusPolicy() & Qt::TabFocus) != 0;
    };
    QWidget *candidate = widget()->focusWidget();
    if (candidate == nullptr || !takes(candidate))
        candidate = widget();
    while (!takes(candidate)) {
        candidate = candidate->nextInFocusChain();
        if (candidate == widget())
            return false;
    }
    candidate->activateWindow(); // its own or the account's: the keys may be in another one
    candidate->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void PanelDock::closeEvent(QCloseEvent *event)
{
    setOpen(false);
    QDockWidget::closeEvent(event);
}

void PanelDock::paintEvent(QPaintEvent *event)
{
    QDockWidget::paintEvent(event);
    if (!isFloating())
        return;
    // With a title of our own Qt leaves room for a frame around the window and draws none.
    QPainter painter(this);
    const QColor color = Tones::on(palette().color(QPalette::Window), palette()).hairline;
    for (const Qt::Edge edge : {Qt::TopEdge, Qt::BottomEdge, Qt::LeftEdge, Qt::RightEdge})
        Hairline::paint(painter, rect(), edge, color);
}

} // namespace layerscope
