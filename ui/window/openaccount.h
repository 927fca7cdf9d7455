// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "session/accounttoopen.h"
#include "tables/fileformat.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>

class QStackedWidget;

namespace layerscope {

class AccountExport;
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
    /// Of a table, and of the whole account; one of both at a time.
    [[nodiscard]] ExportFlow &exports() const { return *m_exports; }
    [[nodiscard]] AccountExport &accountExport() const { return *m_accountExport; }
    /// For the status bar, while this account is on screen. Dies with the account.
    [[nodiscard]] QWidget *exportStatus() const { return m_exportStatus; }
    /// The same host, key and way: nothing would be gained by opening it anew.
    [[nodiscard]] bool isConnectedBy(const Connection &connection) const;
    [[nodiscard]] bool isLoading() const;
    [[nodiscard]] bool isExporting() const;
    /// Nothing is being exported or asked for.
    [[nodiscard]] bool canExport() const;
    /// Asks how the whole account is to be written; in this format, or the one that was chosen last. Nothing
    /// unless canExport().
    void beginAccountExport(std::optional<FileFormat> format = {});
    /// Asks once more for the export that failed last.
    void exportAgain();
    /// What would be lost if it was closed now, in a sentence; empty: nothing. A load can be made again.
    [[nodiscard]] QString unfinished() const;

    void keepLayout() const;

Q_SIGNALS:
    void titleChanged();
    /// isLoading() or isExporting() may be another.
    void activityChanged();
    /// An export of either sort; `error` says why, for people.
    void exportFailed(const layerscope::ApiError &error);

private:
    void connectExports();
    [[nodiscard]] QString nameOrTitle() const;

    const QString m_id;
    QString m_name;
    LayoutSettings &m_settings;
    std::unique_ptr<AccountSession> m_session;
    AccountPage *m_page;
    std::unique_ptr<ExportFlow> m_exports;
    std::unique_ptr<AccountExport> m_accountExport;
    bool m_hasAccountFailed = false;  ///< And not a table, of the export that failed last.
    QPointer<QWidget> m_exportStatus; ///< The status bar may go first.
};

} // namespace layerscope
