// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/serverspage.h"

#include "views/serversview.h"
#include "window/accountsession.h"
#include "window/banner.h"
#include "window/emptystate.h"
#include "window/mutedlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

ServersPage::ServersPage(AccountSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new QLabel(this))
    , m_count(new MutedLabel(this))
    , m_banner(new Banner(this))
    , m_view(new ServersView(this))
    , m_empty(new EmptyState(m_view))
{
    setObjectName(u"serversPage"_s);
    m_title->setObjectName(u"scopeTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    QFont semibold = m_title->font();
    semibold.setWeight(QFont::DemiBold);
    m_title->setFont(semibold);
    m_count->setObjectName(u"rowCount"_s);
    m_view->setObjectName(u"serversView"_s);
    m_view->setAccessibleName(tr("Servers"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setServersModel(&m_session.servers());

    const int line = fontMetrics().height();
    auto *heading = new QHBoxLayout;
    heading->setContentsMargins(line / 2, line / 2, line / 2, line / 2);
    heading->addWidget(m_title);
    heading->addStretch(1);
    heading->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(heading);
    column->addWidget(m_banner);
    column->addWidget(m_view, 1);

    AccountLoader &loader = m_session.loader();
    connect(m_view, &ServersView::viewOrderChanged, &loader, &AccountLoader::setViewOrder);
    connect(m_view, &ServersView::retryRequested, &loader, &AccountLoader::retry);
    connect(m_view, &ServersView::shownColumnsChanged, this, &ServersPage::askForColumns);
    connect(m_view->header(), &QHeaderView::sortIndicatorChanged, this, &ServersPage::askForColumns);
    connect(&m_session.servers(), &ServersModel::arranged, this, [this] {
        showRows();
        Q_EMIT arranged();
    });
    connect(&loader, &AccountLoader::stateChanged, this, &ServersPage::showState);
    connect(&loader, &AccountLoader::progressChanged, this, &ServersPage::showRows);
    connect(m_empty, &EmptyState::actionChosen, this, [this] { Q_EMIT actionWanted(m_emptyAction); });
    connect(m_banner, &Banner::actionChosen, this, [this] { Q_EMIT actionWanted(m_bannerAction); });

    askForColumns();
    showState();
}

ServersPage::~ServersPage() = default;

void ServersPage::setScope(const QModelIndex &node)
{
    ArrangementSpec spec = m_session.servers().spec();
    m_session.navigator().applyScope(node, spec);
    m_title->setText(node.isValid() ? node.data().toString() : tr("Servers"));
    m_session.servers().setSpec(spec);
    askForColumns();
}

void ServersPage::setFilter(const QString &text)
{
    ArrangementSpec spec = m_session.servers().spec();
    spec.filter = RowFilter::parse(text, m_session.store().table().catalogue());
    m_filter = text.trimmed();
    m_session.servers().setSpec(spec);
    askForColumns();
}

void ServersPage::setGroup(std::optional<ColumnIndex> column)
{
    ArrangementSpec spec = m_session.servers().spec();
    spec.groupColumn = column;
    m_session.servers().setSpec(spec);
    askForColumns();
}

void ServersPage::showBanner(const PageMessage &message)
{
    m_bannerAction = message.action;
    m_banner->say(message.sentence, message.detail, message.actionText);
}

int ServersPage::filteredRows() const
{
    return m_session.servers().arrangement()->visibleRows;
}

QString ServersPage::countText() const
{
    return m_count->text();
}

void ServersPage::askForColumns()
{
    ColumnSet columns = m_session.servers().spec().usedColumns();
    for (ColumnIndex column : m_view->shownColumns())
        columns.set(static_cast<std::size_t>(column));
    m_session.setScreenColumns(columns);
}

void ServersPage::showState()
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

void ServersPage::showRows()
{
    const PageFacts now = facts();
    const LoadProgress &progress = m_session.loader().progress();
    const ArrangementSpec &spec = m_session.servers().spec();
    const bool isWholeAccount = !spec.kind && !spec.scopeColumn;
    const qint64 total = isWholeAccount && m_session.loader().isRunning()
                             ? qMax<qint64>(now.scopeRows, progress.expectedRows.value_or(0))
                             : now.scopeRows;
    const QLocale locale;
    if (now.tableRows == 0)
        m_count->clear();
    else if (spec.filter.isEmpty() && total == now.visibleRows)
        m_count->setText(tr("%Ln server(s)", nullptr, now.visibleRows));
    else
        //: Rows on screen, of all rows that there are
        m_count->setText(tr("%1 of %2").arg(locale.toString(now.visibleRows), locale.toString(total)));

    const bool isBehind =
        m_session.servers().arrangement()->tableRows < now.tableRows && now.visibleRows == 0;
    if (now.tableRows > 0 && (m_session.servers().isArranging() || isBehind))
        return; // what the rows will be is not known yet; no flicker in between
    if (const std::optional<PageMessage> message = emptyMessage(now)) {
        m_emptyAction = message->action;
        m_empty->say(message->sentence, message->detail, message->actionText);
    } else {
        m_empty->hide();
    }
}

PageFacts ServersPage::facts() const
{
    const std::shared_ptr<const Arrangement> arrangement = m_session.servers().arrangement();
    return {m_session.loader().state(),
            m_session.store().table().rowCount(),
            arrangement->scopeRows,
            arrangement->visibleRows,
            m_title->text(),
            m_filter,
            m_outcome};
}

} // namespace layerscope
