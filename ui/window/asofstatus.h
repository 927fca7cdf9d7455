// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

class QDateTime;

namespace layerscope {

class MutedLabel;
class OpenAccount;

/// "as of 14:02": when the rows on screen were asked for, in local time; the day too if it was not today.
/// Empty for an invalid time.
[[nodiscard]] QString asOfText(const QDateTime &asOfUtc, const QDateTime &nowUtc);

/// The status bar's right: "Acme · as of 14:02 · api.softlayer.com · read-only". Whose rows they are, of when
/// and from where, and that nothing can be changed from here. Where room is missing, name and endpoint are
/// cut short, never the rest.
class AsOfStatus : public QWidget
{
    Q_OBJECT

public:
    explicit AsOfStatus(QWidget *parent = nullptr);

    /// nullptr: none is open. Not owned.
    void follow(OpenAccount *account);
    [[nodiscard]] QString text() const { return m_text; }

private:
    void showText();

    QPointer<OpenAccount> m_account;
    QString m_text;
    MutedLabel *m_name;
    MutedLabel *m_asOf;
    MutedLabel *m_endpoint;
    MutedLabel *m_readOnly;
    QList<MutedLabel *> m_dots; ///< Before each but the first
};

} // namespace layerscope
