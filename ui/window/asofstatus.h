// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QDateTime;

namespace layerscope {

class AccountSession;
class MutedLabel;

/// "as of 14:02 · api.softlayer.com · read-only": when the rows on screen were asked for, of whom, and that
/// nothing can be changed from here. Local time; the day too if it was not today.
[[nodiscard]] QString asOfText(const QDateTime &asOfUtc, const QDateTime &nowUtc, const QString &endpoint);

/// The status bar's right.
class AsOfStatus : public QWidget
{
    Q_OBJECT

public:
    explicit AsOfStatus(QWidget *parent = nullptr);

    /// Whose data; nullptr: none. Not owned.
    void follow(AccountSession *session);
    [[nodiscard]] QString text() const;

private:
    void showText();

    QPointer<AccountSession> m_session;
    MutedLabel *m_label;
};

} // namespace layerscope
