// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSplitter;

namespace layerscope {

class AccountSession;
class LayoutSettings;
class NavigatorView;
class ServersPage;

/// One open account: the navigator beside its servers. The chosen node is the scope of the table. GUI thread;
/// goes before its session does.
class AccountPage : public QWidget
{
    Q_OBJECT

public:
    explicit AccountPage(AccountSession &session, QWidget *parent = nullptr);

    [[nodiscard]] AccountSession &session() const { return m_session; }
    [[nodiscard]] ServersPage &servers() const { return *m_servers; }
    [[nodiscard]] NavigatorView &navigator() const { return *m_navigator; }

    void setNavigatorShown(bool shown);

    void saveLayout(LayoutSettings &settings) const;
    void restoreLayout(const LayoutSettings &settings);

private:
    AccountSession &m_session;
    QSplitter *m_splitter;
    NavigatorView *m_navigator;
    ServersPage *m_servers;
};

} // namespace layerscope
