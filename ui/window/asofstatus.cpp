// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/asofstatus.h"

#include "window/accountsession.h"
#include "window/mutedlabel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

QString asOfText(const QDateTime &asOfUtc, const QDateTime &nowUtc, const QString &endpoint)
{
    const QString readOnly = QCoreApplication::translate("AsOfStatus", "read-only");
    QStringList parts;
    if (asOfUtc.isValid()) {
        const QDateTime local = asOfUtc.toLocalTime();
        const QLocale locale;
        // The C locale's short time has seconds, which say nothing here.
        const QString time = locale.language() == QLocale::C
                                 ? local.toString(u"HH:mm")
                                 : locale.toString(local.time(), QLocale::ShortFormat);
        const bool isToday = local.date() == nowUtc.toLocalTime().date();
        const QString when =
            isToday ? time : locale.toString(local.date(), QLocale::ShortFormat) + u' ' + time;
        parts.append(QCoreApplication::translate("AsOfStatus", "as of %1").arg(when));
    }
    if (!endpoint.isEmpty())
        parts.append(endpoint);
    parts.append(readOnly);
    return parts.join(u" · "_s);
}

AsOfStatus::AsOfStatus(QWidget *parent)
    : QWidget(parent)
    , m_label(new MutedLabel(this))
{
    setObjectName(u"asOfStatus"_s);
    m_label->setToolTip(tr("Layerscope never changes anything in the account."));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, fontMetrics().height() / 2, 0);
    row->addWidget(m_label);
    showText();
}

void AsOfStatus::follow(AccountSession *session)
{
    if (m_session)
        m_session->loader().disconnect(this);
    m_session = session;
    if (m_session)
        connect(&m_session->loader(), &AccountLoader::stateChanged, this, &AsOfStatus::showText);
    showText();
}

QString AsOfStatus::text() const
{
    return m_label->text();
}

void AsOfStatus::showText()
{
    if (m_session) {
        const bool hasRows =
            m_session->store().table().rowCount() > 0; // else there is nothing to be of a time
        const QDateTime asOf = hasRows ? m_session->loader().asOf() : QDateTime();
        m_label->setText(asOfText(asOf, m_session->client().clock().utcNow(), m_session->endpoint()));
    } else {
        m_label->setText(asOfText({}, {}, {}));
    }
}

} // namespace layerscope
