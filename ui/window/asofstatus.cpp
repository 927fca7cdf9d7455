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
    const int space = fontMetrics().horizontalAdvance(u' ');
    row->addWidget(m_name);
    for (MutedLabel *label : {m_asOf, m_endpoint, m_readOnly}) {
        // By itself, so that it stands between the two in a window from right to left, too.
        m_dots.append(new MutedLabel(dot.trimmed(), this));
        m_dots.last()->setKeptWhole(true);
        m_dots.last()->setContentsMargins(space, 0, space, 0);
        row->addWidget(m_dots.last());
        row->addWidget(label);
    }
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
    m_text.clear();
    const auto show = [this](MutedLabel *label, const QString &text, MutedLabel *before) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
        if (before != nullptr)
            before->setVisible(!text.isEmpty() && !m_text.isEmpty());
        if (!text.isEmpty())
            m_text += m_text.isEmpty() ? text : QString(dot + text);
    };
    show(m_name, m_account ? m_account->name() : QString(), nullptr);
    show(m_asOf, asOf, m_dots.at(0));
    show(m_endpoint, m_account ? m_account->session().endpoint() : QString(), m_dots.at(1));
    show(m_readOnly, tr("read-only"), m_dots.at(2));

    QString whole = tr("Layerscope never changes anything in the account.");
    if (m_account)
        whole.prepend(accountAndEndpoint(m_account->title(), m_account->session().endpoint()) + u'\n');
    setToolTip(plainToolTip(whole));
    setAccessibleDescription(whole);
    setAccessibleName(text());
}

} // namespace layerscope
