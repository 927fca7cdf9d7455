// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts window, or the start page, by itself over the demo account, to look at.
#include "ui/window/windowfixture.h"

#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "dialogs/accountsdialog.h"
#include "dialogs/questioner.h"
#include "pages/startpage.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList companies{u"Acme"_s,           u"Globex"_s,        u"Initech"_s, u"Umbrella – production"_s,
                            u"Umbrella – lab"_s, u"Wayne"_s,         u"Stark"_s,   u"Hooli"_s,
                            u"Vandelay"_s,       u"Pied Piper EU"_s, u"Tyrell"_s,  u"Wonka"_s};

Account account(int number, const SimulatedServer &server, bool isMeantForReal)
{
    Account account;
    account.name = companies[number % companies.size()];
    if (number >= companies.size())
        account.name += u" %1"_s.arg(number);
    account.userName = isMeantForReal ? server.userName() : u"%1_ops@example.com"_s.arg(1234567 + number);
    account.restBase = isMeantForReal ? server.restUrl() : Connection::publicEndpoint();
    if (number % 3 == 1)
        account.keyKind = Account::KeyKind::IbmCloud;
    if (number % 3 == 2) {
        account.keyPlace = Account::KeyPlace::Session;
        account.restBase = Connection::privateEndpoint();
    }
    return account;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QTranslator texts;
    if (texts.load(QLocale(), u"layerscope"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&texts);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"picture"_s, u"Write a picture to this file and quit."_s, u"file"_s},
                       {u"start"_s, u"The start page instead."_s},
                       {u"note"_s, u"A note on the start page."_s, u"sentence"_s},
                       {u"no-slcli"_s, u"As if slcli had no key."_s},
                       {u"accounts"_s, u"So many."_s, u"number"_s, u"3"_s},
                       {u"width"_s, u"Of the start page, in pixels."_s, u"pixels"_s, u"1024"_s},
                       {u"height"_s, u"Of the start page, in pixels."_s, u"pixels"_s, u"650"_s},
                       {u"refuse"_s, u"This relation is refused; may be given again."_s, u"relation"_s},
                       {u"hang"_s, u"Nothing is answered."_s},
                       {u"wrong-key"_s, u"The key is not accepted."_s},
                       {u"do"_s, u"Trigger this action at once; may be given again."_s, u"action"_s},
                       {u"after"_s, u"Of the picture, in ms."_s, u"ms"_s, u"1500"_s}});
    parser.process(app);

    FaultPlan faults;
    const QStringList refused = parser.values(u"refuse"_s);
    for (const QString &relation : refused)
        faults.faults.append({Fault::Kind::RefusedRelation, {}, 0, relation, {}});
    if (parser.isSet(u"hang"_s))
        faults.faults.append({Fault::Kind::Hang, {}, 0, {}, {}});
    SimulatedServer server(2500, {}, faults);
    if (!server.start())
        return 1;

    const QTemporaryDir folder;
    AccountStore store(folder.filePath(u"accounts.ini"_s));
    MemoryCredentialStore keychain;
    AccountBook book(store, keychain);
    const int count = parser.value(u"accounts"_s).toInt();
    const QString key = parser.isSet(u"wrong-key"_s) ? u"0123456789abcdef"_s : server.apiKey();
    for (int number = 0; number < count; ++number)
        book.save(account(number, server, number == 0), {key, {}}, &book,
                  [](const Result<AccountBook::Kept> &) {});

    MessageBoxQuestioner questioner;
    std::unique_ptr<QWidget> shown;
    if (parser.isSet(u"start"_s)) {
        QList<AccountChoice> choices;
        const auto nothing = []() -> Result<Connection> { return Connection(); };
        if (!parser.isSet(u"no-slcli"_s))
            choices.append({u"slcli"_s, QCoreApplication::translate("StartPage", "Use the key slcli uses"),
                            QCoreApplication::translate("StartPage", "Found in %1 for user %2.")
                                .arg(u"~/.softlayer"_s, u"1234567_ops@example.com"_s),
                            nothing});
        choices.append({u"demo"_s, QCoreApplication::translate("StartPage", "Try the demo account"),
                        QCoreApplication::translate("StartPage",
                                                    "Made-up servers on this computer. No key, no network."),
                        nothing});
        auto page = std::make_unique<StartPage>(choices, &book);
        page->setNote(parser.value(u"note"_s));
        page->resize(parser.value(u"width"_s).toInt(), parser.value(u"height"_s).toInt());
        shown = std::move(page);
    } else {
        shown = std::make_unique<AccountsDialog>(book, questioner, ApiClient::Options());
    }
    QTimer::singleShot(200, shown.get(), [&shown, &parser, &book] {
        shown->show();
        auto *dialog = qobject_cast<AccountsDialog *>(shown.get());
        if (dialog != nullptr && !book.accounts().isEmpty())
            dialog->setCurrentId(book.accounts().constFirst().id);
        const QStringList names = parser.values(u"do"_s);
        for (const QString &name : names) {
            if (auto *action = shown->findChild<QAction *>(name))
                action->trigger();
        }
    });
    if (parser.isSet(u"picture"_s)) {
        QTimer::singleShot(parser.value(u"after"_s).toInt(), shown.get(), [&shown, &parser] {
            shown->grab().save(parser.value(u"picture"_s));
            QCoreApplication::quit();
        });
    }
    const int end = QApplication::exec();
    shown.reset();
    return end;
}
