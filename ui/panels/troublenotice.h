// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace layerscope {

/// Says why something is missing, with what can be done about it: try again, and copy the request for whoever
/// can help. Muted; both are links, reached by mouse and keyboard. GUI thread.
class TroubleNotice : public QLabel
{
    Q_OBJECT

public:
    explicit TroubleNotice(QWidget *parent = nullptr);

    /// In a sentence; plain text.
    void setTrouble(const QString &trouble);
    [[nodiscard]] QString trouble() const { return m_trouble; }

Q_SIGNALS:
    void retryChosen();
    void copyChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showText();

    QString m_trouble;
};

} // namespace layerscope
