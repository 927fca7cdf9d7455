// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;

namespace layerscope {

class KnownAccounts;
class OpenAccounts;
class WindowActions;

/// "Account": the accounts there are, the one on screen checked, what each open one does as a word; then what
/// can be done with accounts. The first nine have a number to press. Keeps itself up to date.
class AccountMenu : public QMenu
{
    Q_OBJECT

public:
    static constexpr int maxNumbered = 9;

    AccountMenu(const WindowActions &actions, const KnownAccounts &known, const OpenAccounts &open,
                QWidget *parent = nullptr);

Q_SIGNALS:
    /// By the person; open or not.
    void accountChosen(const QString &id);

private:
    struct Line
    {
        QString id;
        QString name;
    };
    /// Known ones, then open ones that are not among them.
    [[nodiscard]] QList<Line> lines() const;
    [[nodiscard]] QString activityOf(const QString &id) const;
    void showLines();
    void setCount(qsizetype count);

    const KnownAccounts &m_known;
    const OpenAccounts &m_open;
    QActionGroup *m_accounts;
    QAction *m_endOfAccounts;
};

} // namespace layerscope
