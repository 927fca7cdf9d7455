// SPDX-License-Identifier: GPL-3.0-or-later
// The connect dialog by itself, over the demo account, to look at.
#include "ui/window/windowfixture.h"

#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "dialogs/connectdialog.h"
#include "dialogs/connectionform.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QTranslator>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QTranslator texts;
    if (texts.load(QLocale(), u"layerscope"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&texts);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"picture"_s, u"Write a picture to this file and quit."_s, u"file"_s},
                       {u"refuse"_s, u"This relation is refused; may be given again."_s, u"relation"_s},
                       {u"wrong-key"_s, u"The key is not accepted."_s},
                       {u"endpoint"_s, u"Another endpoint."_s, u"URL"_s},
                       {u"options"_s, u"Unfold all options."_s},
                       {u"edit"_s, u"Of an account that is there; with this reason."_s, u"sentence"_s},
                       {u"check"_s, u"Check at once."_s},
                       {u"latency"_s, u"Of a call, in ms."_s, u"ms"_s, u"20"_s},
                       {u"after"_s, u"Of the picture, in ms."_s, u"ms"_s, u"1500"_s}});
    parser.process(app);

    FaultPlan faults;
    const QStringList refused = parser.values(u"refuse"_s);
    for (const QString &relation : refused)
        faults.faults.append({Fault::Kind::RefusedRelation, {}, 0, relation, {}});
    SimulatedServer server(
        2500, LatencyModel::fromBase(std::chrono::milliseconds(parser.value(u"latency"_s).toInt())), faults);
    if (!server.start())
        return 1;

    const QTemporaryDir folder;
    AccountStore store(folder.filePath(u"accounts.ini"_s));
    MemoryCredentialStore keychain;
    AccountBook book(store, keychain);
    AnsweringFileChooser files;
    ConnectDialog dialog(book, files, {});

    Account account;
    account.userName = server.userName();
    account.restBase = parser.isSet(u"endpoint"_s) ? QUrl(parser.value(u"endpoint"_s)) : server.restUrl();
    if (parser.isSet(u"edit"_s)) {
        account.name = u"Acme"_s;
        book.save(account, {server.apiKey(), {}}, &dialog, [&](const Result<AccountBook::Kept> &kept) {
            dialog.edit(kept->account.id, parser.value(u"edit"_s));
        });
    } else if (parser.isSet(u"check"_s)) {
        auto *form = dialog.findChild<ConnectionForm *>();
        form->setAccount(account);
        form->setOptionsShown(false);
        dialog.findChild<QLineEdit *>(u"connectKey"_s)
            ->setText(parser.isSet(u"wrong-key"_s) ? u"0123456789abcdef"_s : server.apiKey());
        QTimer::singleShot(200, &dialog,
                           [&dialog] { dialog.findChild<QPushButton *>(u"connectProceed"_s)->click(); });
    }
    if (parser.isSet(u"options"_s))
        dialog.findChild<ConnectionForm *>()->setOptionsShown(true);
    dialog.show();
    if (parser.isSet(u"picture"_s)) {
        QTimer::singleShot(parser.value(u"after"_s).toInt(), &dialog, [&dialog, &parser] {
            dialog.grab().save(parser.value(u"picture"_s));
            QCoreApplication::quit();
        });
    }
    return QApplication::exec();
}
