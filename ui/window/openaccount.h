// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "session/accounttoopen.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <memory>

class QStackedWidget;

namespace layerscope {

class AccountPage;
class AccountSession;
class ExportFlow;
class FileChooser;
class FileOpener;
class LayoutSettings;

/// An account that is open, whether or not it is on screen: its session with its own calls and data, its page
/// and its exports. Loads from its construction on; keeps its layout when it is told to. Destroying it gives
/// up its export, takes its page off the screen and cancels its calls, in this order; no other account
/// notices. GUI thread.
class OpenAccount : public QObject
{
    Q_OBJECT

public:
    /// Where it opens; all of it outlives the account.
    struct Place
    {
        LayoutSettings &settings;
        FileChooser &files;
        FileOpener &opener;
        ApiClient::Options client;
        QStackedWidget &pages;
        QWidget &window; ///< Of its dialogs
    };

    OpenAccount(const AccountToOpen &account, const Place &place);
    ~OpenAccount() override;

    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] const QString &name() const { return m_name; }
    void setName(const QString &name);
    /// "Acme – Example Corp (1234567)"
    [[nodiscard]] QString title() const;
    [[nodiscard]] AccountSession &session() const { return *m_session; }
    [[nodiscard]] AccountPage &page() const { return *m_page; }
    [[nodiscard]] ExportFlow &exports() const { return *m_exports; }
    /// For the status bar, while this account is on screen. Dies with the account.
    [[nodiscard]] QWidget *exportStatus() const { return m_exportStatus; }
    /// The same host, key and way: nothing would be gained by opening it anew.
    [[nodiscard]] bool isConnectedBy(const Connection &connection) const;
    [[nodiscard]] bool isLoading() const;
    [[nodiscard]] bool isExporting() const;
    /// What would be lost if it was closed now, in a sentence; empty: nothing. A load can be made again.
    [[nodiscard]] QString unfinished() const;

    void keepLayout() const;

Q_SIGNALS:
    void titleChanged();
    /// isLoading() or isExporting() may be another.
    void activityChanged();

private:
    const QString m_id;
    QString m_name;
    LayoutSettings &m_settings;
    std::unique_ptr<AccountSession> m_session;
    AccountPage *m_page;
    std::unique_ptr<ExportFlow> m_exports;
    QPointer<QWidget> m_exportStatus; ///< The status bar may go first.
};

} // namespace layerscope
