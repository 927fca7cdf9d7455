// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/accountpage.h"

#include "views/navigatorview.h"
#include "views/serversview.h"
#include "window/accountsession.h"
#include "window/hairline.h"
#include "window/layoutsettings.h"
#include "window/serverspage.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

AccountPage::AccountPage(AccountSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_splitter(new HairlineSplitter(Qt::Horizontal, this))
    , m_navigator(new NavigatorView(m_splitter))
    , m_servers(new ServersPage(session, m_splitter))
{
    m_navigator->setObjectName(u"navigator"_s);
    m_navigator->setAccessibleName(tr("Navigator"));
    m_splitter->setObjectName(u"navigatorSplitter"_s);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);

    connect(m_navigator, &NavigatorView::nodeChosen, m_servers, &ServersPage::setScope);
    m_navigator->setNavigatorModel(&session.navigator());
    m_servers->setScope(m_navigator->currentIndex());
}

void AccountPage::setNavigatorShown(bool shown)
{
    m_navigator->setVisible(shown);
}

void AccountPage::saveLayout(LayoutSettings &settings) const
{
    settings.setSplitter(m_splitter->saveState());
    settings.setServersLayout(m_servers->view()->saveLayout());
    settings.setNode(m_navigator->currentNode());
}

void AccountPage::restoreLayout(const LayoutSettings &settings)
{
    if (!m_splitter->restoreState(settings.splitter()))
        m_splitter->setSizes({m_navigator->sizeHint().width(), m_servers->sizeHint().width()});
    m_splitter->setHandleWidth(1); // restoreState brings its own
    m_splitter->setChildrenCollapsible(false);
    m_servers->view()->restoreLayout(settings.serversLayout());
    if (!settings.node().isEmpty())
        m_navigator->setCurrentNode(settings.node());
}

} // namespace layerscope
