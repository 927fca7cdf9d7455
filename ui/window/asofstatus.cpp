// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/asofstatus.h"

#include "models/cellformat.h"
#include "session/accountsession.h"
#include "session/accounttitle.h"
#include "widgets/mutedlabel.h"
#include "widgets/plaintooltip.h"
#include "window/openaccount.h"

#include <QCoreApplication>
#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

// The name is in the title and the tool bar, too; "api.service.softlayer.com" fits.
constexpr int mostOfTheName = 20;
constexpr int mostOfTheEndpoint = 28;
const QString dot = u" · "_s;

} // namespace

QString asOfText(const QDateTime &asOfUtc, const QDateTime &nowUtc)
{
    const QString when = CellFormat::moment(asOfUtc, nowUtc);
    return when.isEmpty() ? when : QCoreApplication::translate("AsOfStatus", "as of %1").arg(when);
}

AsOfStatus::AsOfStatus(QWidget *parent)
    : QWidget(parent)
    , m_name(new MutedLabel(this))
    , m_asOf(new MutedLabel(this))
    , m_endpoint(new MutedLabel(this))
    , m_readOnly(new MutedLabel(this))
{
    setObjectName(u"asOfStatus"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, fontMetrics().height() / 2, 0);
    row->setSpacing(0);
    for (MutedLabel *label : {m_name, m_asOf, m_endpoint, m_readOnly})
        row->addWidget(label);
    m_name->setMaximumWidth(fontMetrics().averageCharWidth() * mostOfTheName);
    m_endpoint->setMaximumWidth(fontMetrics().averageCharWidth() * mostOfTheEndpoint);
    for (MutedLabel *label : {m_asOf, m_readOnly})
        label->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    showText();
}

void AsOfStatus::follow(OpenAccount *account)
{
    if (m_account)
        m_account->disconnect(this);
    m_account = account;
    if (m_account) {
        connect(m_account, &OpenAccount::titleChanged, this, &AsOfStatus::showText);
        connect(m_account, &OpenAccount::activityChanged, this, &AsOfStatus::showText);
    }
    showText();
}

QString AsOfStatus::text() const
{
    return m_name->text() + m_asOf->text() + m_endpoint->text() + m_readOnly->text();
}

void AsOfStatus::showText()
{
    QString asOf;
    if (m_account) {
        AccountSession &session = m_account->session();
        // That there is nothing may be of a time, too, once it is known.
        if (session.store().table().rowCount() > 0 ||
            session.loader().state() == AccountLoader::State::Finished)
            asOf = asOfText(session.asOf(), session.client().clock().utcNow());
    }
    QString before;
    const auto show = [&before](MutedLabel *label, const QString &text) {
        label->setText(text.isEmpty() ? QString() : before + text);
        label->setVisible(!text.isEmpty());
        if (!text.isEmpty())
            before = dot;
    };
    show(m_name, m_account ? m_account->name() : QString());
    show(m_asOf, asOf);
    show(m_endpoint, m_account ? m_account->session().endpoint() : QString());
    show(m_readOnly, tr("read-only"));

    QString whole = tr("Layerscope never changes anything in the account.");
    if (m_account)
        whole.prepend(accountAndEndpoint(m_account->title(), m_account->session().endpoint()) + u'\n');
    setToolTip(plainToolTip(whole));
    setAccessibleDescription(whole);
    setAccessibleName(text());
}

} // namespace layerscope
