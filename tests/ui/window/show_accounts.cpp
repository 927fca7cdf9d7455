// SPDX-License-Identifier: GPL-3.0-or-later
// Not a test: a window with several accounts, each on a demo server of its own, to look at.
#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "ui/window/windowfixture.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{u"servers"_s, u"Of the first account; each further one has half as many."_s, u"number"_s, u"600"_s},
         {u"latency"_s, u"Of a call, in ms."_s, u"ms"_s, u"60"_s},
         {u"open"_s, u"How many are opened at once."_s, u"number"_s, u"2"_s},
         {u"size"_s, u"Of the window."_s, u"WxH"_s, u"1440x900"_s},
         {u"keyless"_s, u"The last account's key is not available."_s}});
    parser.addPositionalArgument(u"names"_s, u"What the accounts are called."_s);
    parser.process(app);
    QStringList names = parser.positionalArguments();
    if (names.isEmpty())
        names = {u"Acme production"_s, u"Globex"_s, u"Initech (long name of a department & its friends)"_s};

    WindowFixture fixture;
    std::vector<std::unique_ptr<SimulatedServer>> servers;
    MemoryCredentialStore keychain;
    AccountStore store(fixture.folder.filePath(u"accounts.ini"_s));
    QList<Account> accounts;
    int size = parser.value(u"servers"_s).toInt();
    const std::chrono::milliseconds latency(parser.value(u"latency"_s).toInt());
    for (const QString &name : std::as_const(names)) {
        auto server = std::make_unique<SimulatedServer>(size, LatencyModel::fromBase(latency));
        if (!server->start())
            return 1;
        Account account;
        account.id = name;
        account.name = name;
        account.userName = server->userName();
        account.restBase = server->restUrl();
        accounts.append(account);
        if (!parser.isSet(u"keyless"_s) || accounts.size() < names.size())
            keychain.write(account.id, AccountSecrets{server->apiKey(), {}}.toText(), &app,
                           [](const Result<Done> &) {});
        servers.push_back(std::move(server));
        size /= 2;
    }
    for (const Account &account : std::as_const(accounts)) {
        if (!store.put(account, {}))
            return 1;
    }
    AccountBook book(store, keychain);
    fixture.book = &book;
    const QStringList sides = parser.value(u"size"_s).split(u'x');
    fixture.makeWindow();
    fixture.window->resize(sides.value(0).toInt(), sides.value(1).toInt());
    fixture.window->show();
    for (int number = qMin(parser.value(u"open"_s).toInt(), static_cast<int>(accounts.size())); number > 0;
         --number)
        fixture.window->openKnownAccount(accounts[number - 1].id);
    const int result = QApplication::exec();
    fixture.window.reset(); // before the accounts
    return result;
}
