// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/focusbar.h"

#include "widgets/tones.h"

#include <QAbstractScrollArea>
#include <QFocusEvent>

#include <algorithm>

namespace layerscope {

namespace {

/// What scrolls, the widget with it; the window if nothing does.
QWidget *pageOf(const QWidget &widget)
{
    QWidget *page = widget.parentWidget();
    while (page != nullptr && page->parentWidget() != nullptr) {
        const auto *area = qobject_cast<QAbstractScrollArea *>(page->parentWidget()->parentWidget());
        if (area != nullptr && area->viewport() == page->parentWidget())
            return page;
        page = page->parentWidget();
    }
    return page;
}

} // namespace

FocusBar::FocusBar(QWidget *of)
    : QObject(of)
    , m_of(of)
{
    m_of->installEventFilter(this);
}

FocusBar::~FocusBar()
{
    delete m_bar;
}

bool FocusBar::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
    case QEvent::FocusOut: {
        if (watched != m_of)
            break;
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason)
            break; // it comes back to where it was
        const bool isByKey = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                             reason == Qt::ShortcutFocusReason;
        if (event->type() == QEvent::FocusIn && isByKey)
            show();
        else
            hide();
        break;
    }
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::PaletteChange:
        if (m_bar)
            place();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void FocusBar::show()
{
    hide();
    QWidget *page = pageOf(*m_of);
    if (page == nullptr)
        return;
    m_bar = new QWidget(page);
    m_bar->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_bar->setAutoFillBackground(true);
    for (QWidget *above = m_of->parentWidget(); above != page; above = above->parentWidget())
        above->installEventFilter(this); // what it stands in may be moved on the page
    place();
    m_bar->show();
}

void FocusBar::hide()
{
    if (!m_bar)
        return;
    const QWidget *page = m_bar->parentWidget();
    for (QWidget *above = m_of->parentWidget(); above != nullptr && above != page;
         above = above->parentWidget())
        above->removeEventFilter(this);
    delete m_bar;
}

void FocusBar::place()
{
    QPalette colours = m_of->palette();
    colours.setColor(QPalette::Window, Tones::on(colours.color(QPalette::Window), colours).accent);
    m_bar->setPalette(colours);
    const int width = std::max(2, m_of->fontMetrics().height() / 7);
    const int gap = m_of->fontMetrics().averageCharWidth();
    QRect place(m_of->mapTo(m_bar->parentWidget(), QPoint(0, 0)), QSize(width, m_of->height()));
    if (m_of->layoutDirection() == Qt::RightToLeft)
        place.translate(m_of->width() + gap - width, 0);
    else
        place.moveLeft(std::max(0, place.left() - gap));
    m_bar->setGeometry(place);
    m_bar->raise();
}

} // namespace layerscope
