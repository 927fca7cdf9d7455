// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/openingnotice.h"

#include "pages/startpage.h"
#include "widgets/mutedlabel.h"

#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

OpeningNotice::OpeningNotice(QStackedWidget &pages, StartPage &startPage, std::chrono::milliseconds patience,
                             QObject *parent)
    : QObject(parent)
    , m_pages(pages)
    , m_startPage(startPage)
    , m_page(new MutedLabel)
{
    m_page->setObjectName(u"openingAccount"_s);
    m_page->setAlignment(Qt::AlignCenter);
    m_pages.addWidget(m_page);
    m_startPage.hide(); // until it is one of the pages
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &OpeningNotice::beLate);
}

void OpeningNotice::say(const QString &id, const QString &name)
{
    if (m_id != id) {
        m_id = id;
        m_isLate = false;
        m_patience.start();
    }
    m_name = name;
    show();
}

void OpeningNotice::clear()
{
    if (m_pages.currentWidget() == m_page)
        showStartPage();
    if (m_id.isEmpty())
        return; // what the start page says is not about an account on its way
    m_id.clear();
    m_patience.stop();
    m_startPage.setNote({});
}

QWidget &OpeningNotice::takePage()
{
    m_pages.setCurrentWidget(m_page);
    return *m_page;
}

void OpeningNotice::showStartPage()
{
    if (m_pages.indexOf(&m_startPage) < 0)
        m_pages.addWidget(&m_startPage);
    m_pages.setCurrentWidget(&m_startPage);
}

void OpeningNotice::beLate()
{
    m_isLate = true;
    show();
    if (m_pages.currentWidget() == m_page)
        showStartPage();
}

void OpeningNotice::show()
{
    const QString opening = tr("Opening %1 …").arg(m_name);
    m_page->setText(opening);
    //: %1: "Opening Acme …"
    const QString late =
        tr("%1 The keychain may be waiting for you. Meanwhile you can choose another account.");
    m_startPage.setNote(m_isLate ? late.arg(opening) : opening);
}

} // namespace layerscope
