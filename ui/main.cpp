// SPDX-License-Identifier: GPL-3.0-or-later
// The composition root: parses the command line, builds the objects, runs the window or a command; nothing
// else.
#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "accounts/connectionsource.h"
#include "api/logredaction.h"
#include "api/pacefile.h"
#include "cli/columnscommand.h"
#include "cli/commandhelp.h"
#include "cli/commandline.h"
#include "cli/exportcommand.h"
#include "cli/interruptwatcher.h"
#include "cli/qtoptions.h"
#include "core/openfiles.h"
#include "core/terminaltext.h"
#include "demoaccount.h"
#include "dialogs/filechooser.h"
#include "dialogs/fileopener.h"
#include "dialogs/questioner.h"
#include "displaycheck.h"
#include "keychain/keychainstore.h"
#include "readahead.h"
#include "session/layoutsettings.h"
#include "window/accountdialogs.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstdio>
#include <cstdlib>

#ifdef Q_OS_UNIX
#    include <fcntl.h>
#    include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int usualDemoServers = 2500;
const QString slcliId = u"slcli"_s; // of the choice
constexpr std::chrono::milliseconds demoLatencyInWindow{
    60}; // of a call far away: the window should show how it loads
constexpr std::chrono::milliseconds demoLatencyOfCommands{0};

void nameProgram()
{
    QCoreApplication::setOrganizationName(u"Layerscope"_s);
    QCoreApplication::setApplicationName(u"layerscope"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LAYERSCOPE_VERSION));
}

/// Our texts and Qt's own, in the person's language; English has a file too, for its plural forms.
void loadTranslations(QCoreApplication &application)
{
    auto *own = new QTranslator(&application);
    if (own->load(QLocale(), u"layerscope"_s, u"_"_s, u":/i18n"_s) || own->load(u":/i18n/layerscope_en.qm"_s))
        QCoreApplication::installTranslator(own);
    auto *ofQt = new QTranslator(&application);
    if (ofQt->load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(ofQt);
}

/// Sockets would be given the numbers of standard streams that are closed, and a file of rows go to one.
void occupyStandardStreams()
{
#ifdef Q_OS_UNIX
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        // The lowest free number is taken. Rows must not vanish as if they had been written; messages may.
        const int access = stream == STDERR_FILENO ? O_WRONLY : O_RDONLY;
        if (::fcntl(stream, F_GETFD) < 0 && ::open("/dev/null", access) < 0)
            std::_Exit(ExitNothingWritten);
    }
#endif
}

/// The program's arguments without its name. An error if one is no text: it may be the name of a file, and
/// another one would be written.
Result<QStringList, QString> textOf(int argc, char **argv)
{
    QStringList arguments;
    for (int index = 1; index < argc; ++index) {
        const QByteArray bytes(argv[index]);
        arguments.append(QString::fromLocal8Bit(bytes));
        if (arguments.constLast().toLocal8Bit() != bytes) {
            return Unexpected(QCoreApplication::translate(
                                  "CommandLine", "\"%1\" is not written in UTF-8. Give the file or the word "
                                                 "another name.")
                                  .arg(arguments.constLast()));
        }
    }
    return arguments;
}

void print(FILE *stream, const QString &text)
{
    const QByteArray bytes = terminalText(text).toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
}

int sayWrongUsage(const QString &sentence)
{
    print(stderr, u"layerscope: "_s + sentence + u'\n');
    return ExitWrongUsage;
}

int printColumns(const CommandLine &line)
{
    print(stdout, QString::fromUtf8(
                      columnsTable(line.kinds.constFirst().catalogue(), line.kinds.constFirst().rowKinds)));
    return ExitComplete;
}

DemoAccount demoAccount(const CommandLine &line, std::chrono::milliseconds usualLatency)
{
    return {line.demoServers.value_or(usualDemoServers), line.demoLatency.value_or(usualLatency)};
}

/// The person's accounts, with what they stand on.
struct Accounts
{
    AccountStore store;
    KeychainStore keychain;
    AccountBook book{store, keychain};
};

/// The account that the command line means; the answer comes from the event loop.
void findConnection(const CommandLine &line, DemoAccount &demo, Accounts &accounts,
                    const std::function<void(const Result<Connection> &)> &done)
{
    const auto answer = [&accounts, done](const Result<Connection> &connection) {
        QMetaObject::invokeMethod(
            &accounts.book, [done, connection] { done(connection); }, Qt::QueuedConnection);
    };
    if (line.demoServers) {
        answer(demo.open());
    } else if (line.accountName.isEmpty()) {
        const Result<FoundConnection> found = ConnectionSource().find();
        answer(found ? Result<Connection>(found->connection) : Unexpected(found.error()));
    } else if (const Result<Account> account = accounts.book.findByName(line.accountName)) {
        accounts.book.readConnection(account->id, &accounts.book, done);
    } else {
        answer(Unexpected(account.error()));
    }
}

int runExport(const CommandLine &line)
{
    QFile errors;
    if (!errors.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return ExitNothingWritten;
    ProgressPrinter messages(errors, !line.isQuiet && ProgressPrinter::isTerminal());

    DemoAccount demo = demoAccount(line, demoLatencyOfCommands);
    Accounts accounts;
    std::optional<ExportCommand> command;
    InterruptWatcher interrupts;
    QObject::connect(&interrupts, &InterruptWatcher::interrupted, &interrupts, [&command] {
        if (command)
            command->cancel();
        else
            QCoreApplication::exit(ExitNothingWritten); // while the keychain is asked
    });
    findConnection(line, demo, accounts, [&](const Result<Connection> &connection) {
        if (!connection) {
            messages.say(connection.error().message);
            QCoreApplication::exit(ExitNothingWritten);
            return;
        }
        command.emplace(*connection, line, PaceFile::usualPath(), messages);
        QObject::connect(&*command, &ExportCommand::finished, QCoreApplication::instance(),
                         [](ExitCode code) { QCoreApplication::exit(code); });
        command->start();
    });
    return QCoreApplication::exec();
}

QList<AccountChoice> accountChoices(const Result<FoundConnection> &found, DemoAccount &demo)
{
    QList<AccountChoice> choices;
    if (found) {
        choices.append({slcliId, QCoreApplication::translate("StartPage", "Use the key slcli uses"),
                        QCoreApplication::translate("StartPage", "Found in %1 for user %2.")
                            .arg(found->origin, found->connection.credentials.user),
                        [connection = found->connection] { return connection; }, u"slcli"_s,
                        //: On a button: to open the account with the key that slcli uses
                        QCoreApplication::translate("StartPage", "Use it")});
    }
    choices.append(
        {u"demo"_s, QCoreApplication::translate("StartPage", "Try the demo account"),
         //: %1 is a number such as 2 500
         QCoreApplication::translate("StartPage", "%1 made-up servers on this computer. No key, no network.")
             .arg(QLocale().toString(demo.servers())),
         [&demo] { return demo.open(); }, QCoreApplication::translate("StartPage", "Demo account"),
         //: On a button: to open the demo account
         QCoreApplication::translate("StartPage", "Try it")});
    return choices;
}

int runWindow(const CommandLine &line)
{
    const ConnectionSource source;
    const Result<FoundConnection> found = source.find();
    DemoAccount demo = demoAccount(line, demoLatencyInWindow);
    NativeFileChooser files;
    DesktopFileOpener opener;
    MessageBoxQuestioner questions;
    LayoutSettings settings;
    Accounts accounts;
    ApiClient::Options client;
    client.limits = line.limits;
    ApiClient::Options clientOfLoads = client;
    clientOfLoads.paceFile = PaceFile::usualPath();
    MainWindow window(
        {accountChoices(found, demo), settings, files, opener, questions, clientOfLoads, &accounts.book});
    const AccountDialogs dialogs(window, accounts.book, files, questions, client);
    // A polite kill keeps the layout, as closing the window does; but there may be nobody to answer.
    const InterruptWatcher interrupts;
    QObject::connect(&interrupts, &InterruptWatcher::interrupted, &window, &MainWindow::closeWithoutAsking);

    // Each start is a window of its own, so that two accounts can be looked at side by side; they share the
    // list.
    accounts.book.follow();
    QObject::connect(qApp, &QGuiApplication::applicationStateChanged, &accounts.book,
                     [&accounts](Qt::ApplicationState state) {
                         if (state == Qt::ApplicationActive) // where the system tells nothing of files
                             accounts.book.refresh();
                     });

    const QString last = accounts.book.lastShownId();
    if (line.demoServers) {
        window.openWhenDrawn(u"demo"_s);
    } else if (!line.accountName.isEmpty()) {
        if (const Result<Account> account = accounts.book.findByName(line.accountName))
            window.openWhenDrawn(account->id);
        else
            window.setStartNote(account.error().message);
    } else if (found && source.environmentHasKey()) {
        window.openWhenDrawn(slcliId);
    } else if (accounts.book.find(last) != nullptr || (found && last == slcliId)) {
        window.openWhenDrawn(last);
    } else if (!found && found.error().kind != ApiError::Kind::NotFound) {
        window.setStartNote(found.error().message); // something is there, and wrong
    }
    window.show();
    return QCoreApplication::exec();
}

} // namespace

} // namespace layerscope

int main(int argc, char **argv)
{
    using namespace layerscope;
    occupyStandardStreams();
    LogRedaction::install();
    nameProgram();
    if (OpenFiles::makeRoom()) {
        QCoreApplication application(argc, argv); // this much there is room for
        loadTranslations(application);
        print(stderr, u"layerscope: "_s + OpenFiles::makeRoom().value_or(QString()) + u'\n');
        return ExitNothingWritten;
    }
    const auto lineOf = [](const Result<QStringList, QString> &words) -> Result<CommandLine, QString> {
        return words ? CommandLine::parse(*words) : Unexpected(words.error());
    };
    const Result<QStringList, QString> arguments = textOf(argc, argv);
    const Result<CommandLine, QString> line = lineOf(arguments);

    // Only a window has Qt's own options, -style for one.
    const Result<CommandLine, QString> ofWindow =
        line || !arguments ? line : CommandLine::parse(withoutQtOptions(*arguments));
    if (ofWindow && ofWindow->action == CommandLine::Action::Window) {
        std::future<void> bus;
        auto application = [&] {
            const DisplayCheck check(namesPlatform(*arguments));
            bus = openSessionBus();
            const std::future<void> fonts = readFontConfiguration();
            return std::make_unique<QApplication>(argc, argv);
        }();
        const std::future<void> lists = readFontsAndImageFormats();
        QGuiApplication::setDesktopFileName(u"layerscope"_s);
        loadTranslations(*application);
        // What Qt did not take is ours, or nobody's.
        const Result<CommandLine, QString> rest = CommandLine::parse(QCoreApplication::arguments().mid(1));
        return rest ? runWindow(*rest) : sayWrongUsage(rest.error());
    }

    QCoreApplication application(argc, argv);
    loadTranslations(application);
    if (!line) { // once more, for the sentence in the person's language
        const bool areQtOptionsWrong = ofWindow || !arguments; // elsewhere they hide what is
        return sayWrongUsage(areQtOptionsWrong ? lineOf(textOf(argc, argv)).error()
                                               : CommandLine::parse(withoutQtOptions(*arguments)).error());
    }
    switch (line->action) {
    case CommandLine::Action::Export:
        return runExport(*line);
    case CommandLine::Action::Columns:
        return printColumns(*line);
    case CommandLine::Action::Version:
        print(stdout, u"Layerscope "_s + QCoreApplication::applicationVersion() + u'\n');
        return ExitComplete;
    case CommandLine::Action::Help:
    case CommandLine::Action::Window:
        break;
    }
    print(stdout, commandHelp());
    return ExitComplete;
}
