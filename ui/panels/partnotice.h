// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/serverparts.h"
#include "panels/troublenotice.h"

#include <QList>

namespace layerscope {

/// Says why parts of a server are missing.
class PartNotice final : public TroubleNotice
{
    Q_OBJECT

public:
    explicit PartNotice(QWidget *parent = nullptr);

    void say(const QList<ServerPart> &parts, const QString &trouble);
    [[nodiscard]] const QList<ServerPart> &parts() const { return m_parts; }

Q_SIGNALS:
    /// Once for each part.
    void retryWanted(layerscope::ServerPart part);
    void requestCopyWanted(const QList<layerscope::ServerPart> &parts);

private:
    QList<ServerPart> m_parts;
};

} // namespace layerscope
