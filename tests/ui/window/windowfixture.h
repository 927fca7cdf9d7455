// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/connection.h"
#include "demo/simulatedserver.h"
#include "dialogs/filechooser.h"
#include "dialogs/fileopener.h"
#include "dialogs/questioner.h"
#include "session/layoutsettings.h"
#include "window/mainwindow.h"

#include <QList>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace layerscope {

inline constexpr int loadTimeout = 60'000; ///< ms; of a load on a busy machine with sanitizers.

/// Answers every question for a file with the same path; an empty one cancels.
class AnsweringFileChooser final : public FileChooser
{
public:
    QString answer;
    int questions = 0;
    std::optional<FileFormat> format; ///< Of the last file that was to be written

    void chooseFileToWrite(QWidget *parent, const QString &title, FileFormat format,
                           const QString &suggestion, Chosen chosen) override;
    void chooseFileToRead(QWidget *parent, const QString &title, const QStringList &filters,
                          Chosen chosen) override;
    void chooseFolder(QWidget *parent, const QString &title, const QString &suggestion,
                      Chosen chosen) override;
};

/// Opens nothing, and tells what was to be opened.
class RecordingFileOpener final : public FileOpener
{
public:
    QStringList opened;
    bool hasProgram = true;

    [[nodiscard]] bool open(const QString &path) override;
};

/// Answers each question in the same way, at once, and keeps it.
class RecordingQuestioner final : public Questioner
{
public:
    bool agrees = true;
    QList<Question> asked;

    void ask(QWidget *parent, const Question &question, Agreed agreed) override;
};

/// A main window with settings of its own and, if wanted, a demo account behind it. The account dies after
/// the window.
class WindowFixture
{
public:
    /// `servers` < 0: no demo account. `pools` as for SimulatedAccount.
    explicit WindowFixture(int servers = -1, std::chrono::milliseconds latency = std::chrono::milliseconds(0),
                           const FaultPlan &faults = {}, std::optional<int> pools = std::nullopt);
    ~WindowFixture();

    [[nodiscard]] Connection connection() const;
    /// A new window over the same settings; the former one is closed before.
    void makeWindow(const QList<AccountChoice> &choices = {});
    /// Without the limit on calls a second, on either side, so that no test waits for it. Before open().
    void liftLimits();
    /// At this node of the navigator, in the layout of the first start otherwise. Before open().
    void startAt(const QString &nodeId) const;
    /// Opens the demo account in the window and shows it.
    void open();
    /// Opens another account, or the same one by another connection, without a name of its own.
    void openAs(const Connection &to, const QString &id = QStringLiteral("demo")) const;
    /// The lists of every table of the account.
    [[nodiscard]] bool areListsOver() const;
    /// Of every table that the account lists.
    [[nodiscard]] int rowsOfAccount() const;
    [[nodiscard]] bool isFinished() const;
    void trigger(const QString &actionName) const;

    QTemporaryDir folder;
    AnsweringFileChooser files;
    RecordingFileOpener opener;
    RecordingQuestioner questions;
    std::unique_ptr<SimulatedServer> server;
    std::unique_ptr<LayoutSettings> settings;
    ApiClient::Options client;
    AccountBook *book = nullptr; ///< For the next makeWindow(), as is the following
    std::chrono::milliseconds keychainPatience = OpeningNotice::keychainPatience;
    std::unique_ptr<MainWindow> window;

private:
    FaultPlan m_faults;
};

/// How demo account and program are reached without a proxy in between.
[[nodiscard]] Connection connectionTo(const SimulatedServer &server);

} // namespace layerscope
