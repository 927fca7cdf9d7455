// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/pagenotices.h"

#include "widgets/banner.h"
#include "widgets/emptystate.h"

namespace layerscope {

PageNotices::PageNotices(QAbstractScrollArea *view, QWidget *page)
    : QObject(page)
    , m_banner(new Banner(page))
    , m_empty(new EmptyState(view))
{
    connect(m_empty, &EmptyState::actionChosen, this, [this] { Q_EMIT actionWanted(m_emptyAction); });
    connect(m_banner, &Banner::actionChosen, this, [this] { Q_EMIT actionWanted(m_bannerAction); });
}

QWidget *PageNotices::banner() const
{
    return m_banner;
}

void PageNotices::showBanner(const PageMessage &message)
{
    m_bannerAction = message.action;
    m_banner->say(message.sentence, message.detail, message.actionText);
}

void PageNotices::showLoadBanner(const PageFacts &facts)
{
    const PageMessage message = bannerMessage(facts).value_or(PageMessage());
    if (message == m_loadBanner)
        return;
    m_loadBanner = message;
    if (message.sentence.isEmpty())
        m_banner->hide();
    else
        showBanner(message);
}

void PageNotices::showEmptyState(const PageFacts &facts)
{
    if (const std::optional<PageMessage> message = emptyMessage(facts)) {
        m_emptyAction = message->action;
        m_empty->say(message->sentence, message->detail, message->actionText);
    } else {
        m_empty->hide();
    }
}

} // namespace layerscope
