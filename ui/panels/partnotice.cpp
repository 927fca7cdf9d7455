// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/partnotice.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

PartNotice::PartNotice(QWidget *parent)
    : TroubleNotice(parent)
{
    setObjectName(u"partNotice"_s);
    connect(this, &TroubleNotice::copyChosen, this, [this] { Q_EMIT requestCopyWanted(m_parts); });
    connect(this, &TroubleNotice::retryChosen, this, [this] {
        const QList<ServerPart> parts = m_parts; // may say something else meanwhile
        for (const ServerPart part : parts)
            Q_EMIT retryWanted(part);
    });
}

void PartNotice::say(const QList<ServerPart> &parts, const QString &trouble)
{
    m_parts = parts;
    setTrouble(trouble);
}

} // namespace layerscope
