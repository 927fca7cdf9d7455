// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/serverparts.h"

#include <QLabel>

namespace layerscope {

/// Says why one part of a server is missing, with what can be done about it: try again, and copy the request
/// for whoever can help. Muted; both are links, reached by mouse and keyboard.
class PartNotice final : public QLabel
{
    Q_OBJECT

public:
    explicit PartNotice(QWidget *parent = nullptr);

    void say(ServerPart part, const QString &trouble);
    [[nodiscard]] ServerPart part() const { return m_part; }
    [[nodiscard]] QString trouble() const { return m_trouble; }

Q_SIGNALS:
    void retryWanted(layerscope::ServerPart part);
    void requestCopyWanted(layerscope::ServerPart part);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showText();

    ServerPart m_part = ServerPart::Object;
    QString m_trouble;
};

} // namespace layerscope
