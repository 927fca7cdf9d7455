// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/tablepage.h"

#include "models/cellformat.h"
#include "session/accountsession.h"
#include "views/treetableview.h"
#include "widgets/banner.h"
#include "widgets/emptystate.h"
#include "widgets/mutedlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

TablePage::TablePage(AccountSession &session, TreeTableView *view, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_view(view)
    , m_heading(new QWidget(this))
    , m_title(new QLabel(m_heading))
    , m_count(new MutedLabel(m_heading))
    , m_banner(new Banner(this))
    , m_empty(new EmptyState(m_view))
{
    m_title->setObjectName(u"scopeTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    QFont semibold = m_title->font();
    semibold.setWeight(QFont::DemiBold);
    m_title->setFont(semibold);
    m_count->setObjectName(u"rowCount"_s);
    m_view->setFrameShape(QFrame::NoFrame);

    auto *heading = new QHBoxLayout(m_heading);
    heading->setContentsMargins(0, 0, 0, 0);
    heading->setSpacing(fontMetrics().height() / 2);
    heading->addStretch(1);
    heading->addWidget(m_title);
    heading->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_heading);
    column->addWidget(m_banner);
    column->addWidget(m_view, 1);

    AccountLoader &loader = m_session.loader();
    m_outage = loader.outage();
    connect(m_view, &TreeTableView::shownColumnsChanged, this, [this] { askForColumns(); });
    connect(m_view->header(), &QHeaderView::sortIndicatorChanged, this, [this] { askForColumns(); });
    connect(m_view->rowsModel(), &RowsModel::arranged, this, [this] {
        showRows();
        Q_EMIT arranged();
    });
    connect(&loader, &AccountLoader::stateChanged, this, [this] { showState(); });
    connect(&loader, &AccountLoader::outageChanged, this, [this] {
        m_outage = m_session.loader().outage();
        showState();
    });
    connect(&loader, &AccountLoader::progressChanged, this, [this] { showRows(); });
    connect(m_empty, &EmptyState::actionChosen, this, [this] { Q_EMIT actionWanted(m_emptyAction); });
    connect(m_banner, &Banner::actionChosen, this, [this] { Q_EMIT actionWanted(m_bannerAction); });
}

TablePage::~TablePage() = default;

void TablePage::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    applyFilter(text);
    askForColumns();
}

void TablePage::showBanner(const PageMessage &message)
{
    m_bannerAction = message.action;
    m_banner->say(message.sentence, message.detail, message.actionText);
}

void TablePage::addOutage(PageFacts &facts) const
{
    const QDateTime now = m_session.client().clock().utcNow();
    facts.staleAsOf = CellFormat::moment(m_session.staleAsOf(), now);
    facts.outage = m_outage;
    if (m_outage)
        facts.outageSince = CellFormat::moment(m_outage->since, now);
}

QString TablePage::countText() const
{
    return m_count->text();
}

QString TablePage::title() const
{
    return m_title->text();
}

void TablePage::setTitle(const QString &title, bool isSaidByTab)
{
    m_title->setText(title);
    m_title->setVisible(!isSaidByTab);
}

void TablePage::setCountText(const QString &text)
{
    m_count->setText(text);
    m_count->setVisible(!text.isEmpty());
}

void TablePage::showState()
{
    m_outcome = m_session.loader().outcome();
    const PageMessage message = bannerMessage(facts()).value_or(PageMessage());
    if (message != m_loadBanner) {
        m_loadBanner = message;
        if (message.sentence.isEmpty())
            m_banner->hide();
        else
            showBanner(message);
    }
    showRows();
}

void TablePage::showRows()
{
    showCount();
    const PageFacts now = facts();
    if (now.tableRows > 0 && isBehind())
        return;
    if (const std::optional<PageMessage> message = emptyMessage(now)) {
        m_emptyAction = message->action;
        m_empty->say(message->sentence, message->detail, message->actionText);
    } else {
        m_empty->hide();
    }
}

} // namespace layerscope
