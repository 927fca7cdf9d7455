// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowfixture.h"

#include "inventory/kinds.h"
#include "session/accountsession.h"

#include <QAction>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

void AnsweringFileChooser::chooseFileToWrite(QWidget *, const QString &, FileFormat wanted, const QString &,
                                             Chosen chosen)
{
    ++questions;
    format = wanted;
    if (!answer.isEmpty())
        chosen(answer);
}

void AnsweringFileChooser::chooseFileToRead(QWidget *, const QString &, const QStringList &, Chosen chosen)
{
    ++questions;
    if (!answer.isEmpty())
        chosen(answer);
}

void AnsweringFileChooser::chooseFolder(QWidget *, const QString &, const QString &, Chosen chosen)
{
    ++questions;
    if (!answer.isEmpty())
        chosen(answer);
}

bool RecordingFileOpener::open(const QString &path)
{
    opened.append(path);
    return hasProgram;
}

void RecordingQuestioner::ask(QWidget *, const Question &question, Agreed agreed)
{
    asked.append(question);
    if (agrees)
        agreed();
}

Connection connectionTo(const SimulatedServer &server)
{
    Connection connection;
    connection.restBase = server.restUrl();
    connection.credentials = {Credentials::Scheme::Basic, server.userName(), server.apiKey()};
    connection.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    return connection;
}

WindowFixture::WindowFixture(int servers, std::chrono::milliseconds latency, const FaultPlan &faults,
                             std::optional<int> pools)
    : settings(std::make_unique<LayoutSettings>(folder.filePath(u"layout.ini"_s)))
    , m_faults(faults)
{
    if (servers >= 0) {
        server = std::make_unique<SimulatedServer>(servers, LatencyModel::fromBase(latency), faults, pools);
        if (!server->start())
            qFatal("no port for the demo account");
    }
    makeWindow();
}

WindowFixture::~WindowFixture()
{
    window.reset();
}

Connection WindowFixture::connection() const
{
    return connectionTo(*server);
}

void WindowFixture::makeWindow(const QList<AccountChoice> &choices)
{
    if (window)
        window->close();
    window.reset();
    window = std::make_unique<MainWindow>(
        MainWindow::Services{choices, *settings, files, opener, questions, client, book, keychainPatience});
}

void WindowFixture::liftLimits()
{
    m_faults.callsPerSecond = 0;
    server->setFaultPlan(m_faults);
    client.limits.maxStartsPerSecond = 100'000;
    makeWindow();
}

void WindowFixture::startAt(const QString &nodeId) const
{
    AccountLayout layout;
    layout.node = nodeId;
    settings->setAccountLayout(u"demo"_s, layout);
}

void WindowFixture::open()
{
    openAs(connection());
    window->show();
}

void WindowFixture::openAs(const Connection &to, const QString &id) const
{
    window->openAccount({id, {}, to});
}

bool WindowFixture::isFinished() const
{
    return window->session() != nullptr &&
           window->session()->loader().state() == AccountLoader::State::Finished;
}

bool WindowFixture::areListsOver() const
{
    const AccountLoader &loader = window->session()->loader();
    const QList<const TableSpec *> beside = AccountLoader::tablesBeside();
    return loader.areListsOver(serversTable) && window->session()->poolsLoader().isListOver() &&
           std::all_of(beside.cbegin(), beside.cend(), [&loader](const TableSpec *table) {
               return table->isListedOnDemand || loader.areListsOver(*table);
           });
}

int WindowFixture::rowsOfAccount() const
{
    const SimulatedAccount &account = server->account();
    int listed = 0; // by tables that the account has no words of its own for
    for (const TableSpec *table : AccountLoader::tablesBeside()) {
        if (!table->isListedOnDemand)
            listed += static_cast<int>(
                account.listed(QString::fromLatin1(table->specs.front().list.filterRoot)).size());
    }
    return account.hardwareCount() + account.guestCount() + account.poolCount() + account.vlanCount() +
           account.subnetCount() + listed;
}

void WindowFixture::trigger(const QString &actionName) const
{
    auto *action = window->findChild<QAction *>(actionName);
    if (action == nullptr || !action->isEnabled())
        qFatal("no such action, or disabled: %s", qPrintable(actionName));
    action->trigger();
}

} // namespace layerscope
