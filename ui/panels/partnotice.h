// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/serverparts.h"

#include <QLabel>

namespace layerscope {

/// Says why parts of a server are missing, with what can be done about it: try again, and copy the request
/// for whoever can help. Muted; both are links, reached by mouse and keyboard.
class PartNotice final : public QLabel
{
    Q_OBJECT

public:
    explicit PartNotice(QWidget *parent = nullptr);

    void say(const QList<ServerPart> &parts, const QString &trouble);
    [[nodiscard]] const QList<ServerPart> &parts() const { return m_parts; }
    [[nodiscard]] QString trouble() const { return m_trouble; }

Q_SIGNALS:
    /// Once for each part.
    void retryWanted(layerscope::ServerPart part);
    void requestCopyWanted(const QList<layerscope::ServerPart> &parts);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showText();

    QList<ServerPart> m_parts;
    QString m_trouble;
};

} // namespace layerscope
