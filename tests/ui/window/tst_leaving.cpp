// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/accountexport.h"
#include "dialogs/accountexportdialog.h"
#include "dialogs/exportdialog.h"
#include "dialogs/exportflow.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "ui/window/severalaccounts.h"
#include "widgets/banner.h"
#include "window/openaccounts.h"

#include <QAction>
#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Two accounts, of which Acme writes "never.csv" as soon as all is loaded, which takes a while.
class ExportingAccounts : public SeveralAccounts
{
public:
    ExportingAccounts()
        : SeveralAccounts(400, 40ms)
    {
        openBoth();
    }

    [[nodiscard]] bool isBegun() const
    {
        auto *action = main().findChild<QAction *>(u"exportAll"_s);
        if (!QTest::qWaitFor([action] { return action->isEnabled(); }, loadTimeout))
            return false;
        action->trigger();
        auto *dialog = main().findChild<ExportDialog *>();
        dialog->findChild<QLineEdit *>(u"exportPath"_s)->setText(window.folder.filePath(u"never.csv"_s));
        dialog->accept();
        return flow().state() == ExportFlow::State::Loading;
    }
    [[nodiscard]] ExportFlow &flow() const { return account(acmeId)->exports(); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(window.folder.path()).entryList({u"never*"_s}, QDir::Files);
    }
    [[nodiscard]] const QList<Questioner::Question> &asked() const { return window.questions.asked; }
};

} // namespace

/// What is lost by closing something is told before; nobody is asked for nothing.
class TestLeaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWindowAsksBeforeAnExportIsLost();
    void theWindowAsksBeforeAWholeAccountIsLost();
    void theWindowClosesIfThePersonAgrees();
    void loadsAloneAskNothing();
    void aKilledProgramAsksNothing();
    void theAccountAsksBeforeItsExportIsLost();
    void anotherKeyAsksBeforeTheExportIsLost();
    void aRemovedAccountTellsWhatWentWithIt();
    void theWindowAsksBeforeAKeyIsLost();
    void aStoppedLoadTellsThatNothingIsWritten();
};

void TestLeaving::theWindowAsksBeforeAnExportIsLost()
{
    ExportingAccounts several;
    QVERIFY(several.isBegun());
    several.window.questions.agrees = false;
    QSignalSpy written(&several.flow(), &ExportFlow::written);
    several.choose(otherId); // it asks for what is behind, too
    several.window.trigger(u"quit"_s);
    QCOMPARE(several.asked().size(), 1);
    const QString detail = several.asked().constFirst().detail;
    QVERIFY2(detail.contains(u"Acme"_s) && detail.contains(u"never.csv"_s), qPrintable(detail));
    QVERIFY(several.main().isVisible());
    QCOMPARE(several.main().accounts().all().size(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, loadTimeout); // as if nothing had been

    several.main().close();
    QCOMPARE(several.asked().size(), 1);
    QVERIFY(!several.main().isVisible());
    QCOMPARE(several.files(), QStringList{u"never.csv"_s});
}

void TestLeaving::theWindowAsksBeforeAWholeAccountIsLost()
{
    SeveralAccounts several(400, 40ms);
    several.openBoth();
    several.window.trigger(u"exportAccount"_s);
    auto *dialog = several.main().findChild<AccountExportDialog *>();
    dialog->findChild<QLineEdit *>(u"exportPath"_s)->setText(several.window.folder.filePath(u"whole"_s));
    dialog->accept();
    several.window.questions.agrees = false;
    several.main().close();
    const QList<Questioner::Question> &asked = several.window.questions.asked;
    QCOMPARE(asked.size(), 1);
    QVERIFY2(asked.constFirst().detail.contains(u"whole"_s), qPrintable(asked.constFirst().detail));
    QCOMPARE(several.account(acmeId)->accountExport().state(), AccountExport::State::Loading);

    several.main().closeWithoutAsking();
    QVERIFY(!QDir(several.window.folder.filePath(u"whole"_s)).exists());
}

void TestLeaving::theWindowClosesIfThePersonAgrees()
{
    ExportingAccounts several;
    QVERIFY(several.isBegun());
    several.main().close();
    QCOMPARE(several.asked().size(), 1);
    QTRY_VERIFY(!several.main().isVisible());
    QVERIFY(several.main().accounts().all().isEmpty());
    QCOMPARE(several.asked().size(), 1);
    QCOMPARE(several.files(), QStringList());
}

void TestLeaving::loadsAloneAskNothing()
{
    SeveralAccounts several(400, 40ms);
    several.openBoth();
    QVERIFY(several.account(acmeId)->isLoading());
    several.window.trigger(u"closeAccount"_s);
    QVERIFY(!several.account(acmeId));
    QVERIFY(several.account(otherId)->isLoading());
    several.main().close();
    QVERIFY(!several.main().isVisible());
    QVERIFY(several.window.questions.asked.isEmpty());
}

void TestLeaving::aKilledProgramAsksNothing()
{
    ExportingAccounts several;
    QVERIFY(several.isBegun());
    several.window.questions.agrees = false;
    several.main().closeWithoutAsking();
    QVERIFY(several.asked().isEmpty());
    QVERIFY(!several.main().isVisible());
    QCOMPARE(several.files(), QStringList());
}

void TestLeaving::theAccountAsksBeforeItsExportIsLost()
{
    ExportingAccounts several;
    QVERIFY(several.isBegun());
    several.window.questions.agrees = false;
    several.window.trigger(u"closeAccount"_s);
    QCOMPARE(several.asked().size(), 1);
    QVERIFY(several.account(acmeId));
    QCOMPARE(several.flow().state(), ExportFlow::State::Loading);
    several.choose(otherId);
    several.window.trigger(u"closeAccount"_s); // which exports nothing
    QCOMPARE(several.asked().size(), 1);
    QVERIFY(!several.account(otherId));

    several.window.questions.agrees = true;
    several.window.trigger(u"closeAccount"_s);
    QCOMPARE(several.asked().size(), 2);
    QVERIFY(!several.account(acmeId));
    QCOMPARE(several.files(), QStringList());
}

void TestLeaving::anotherKeyAsksBeforeTheExportIsLost()
{
    ExportingAccounts several;
    QVERIFY(several.isBegun());
    several.window.questions.agrees = false;
    const QPointer<AccountSession> session = &several.account(acmeId)->session();
    AccountToOpen changed{acmeId, u"Acme"_s, session->connection()};
    several.main().openAccount(changed); // called in the same way as so far
    QVERIFY(several.asked().isEmpty());
    changed.connection = connectionTo(*several.otherServer);
    several.main().openAccount(changed);
    QCOMPARE(several.asked().size(), 1);
    QVERIFY(session);
    QCOMPARE(several.flow().state(), ExportFlow::State::Loading);

    several.window.questions.agrees = true;
    several.main().openAccount(changed);
    QCOMPARE(several.asked().size(), 2);
    QVERIFY(!session);
    QVERIFY(several.account(acmeId));
    QCOMPARE(several.flow().state(), ExportFlow::State::Idle);
}

void TestLeaving::aRemovedAccountTellsWhatWentWithIt()
{
    ExportingAccounts several;
    QVERIFY(several.isBegun());
    several.book->remove(acmeId, this, [](const Result<Done> &) {});
    QVERIFY(!several.account(acmeId));
    const auto *banner = several.main().findChild<Banner *>(u"accountBanner"_s);
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->sentence().contains(u"never.csv"_s), qPrintable(banner->sentence()));
}

/// On its way into the keychain, which may be asking for its password, or out of it.
void TestLeaving::theWindowAsksBeforeAKeyIsLost()
{
    SeveralAccounts several;
    several.window.questions.agrees = false;
    const QList<Questioner::Question> &asked = several.window.questions.asked;
    several.keychain.holdsChanges = true;
    Account third;
    third.name = u"Third"_s;
    third.userName = several.acmeServer->userName();
    third.restBase = several.acmeServer->restUrl();
    several.book->save(third, {several.acmeServer->apiKey(), {}}, this,
                       [](const Result<AccountBook::Kept> &) {});
    several.main().close();
    QCOMPARE(asked.size(), 1);
    QVERIFY2(asked.constLast().detail.contains(u"Third"_s), qPrintable(asked.constLast().detail));
    QVERIFY(several.main().isVisible());
    several.keychain.makeHeldChanges();
    QTRY_VERIFY(several.book->unfinishedChanges().isEmpty());
    QVERIFY(several.book->findByName(u"Third"_s));

    {
        QObject passerBy; // as a dialog that is closed again
        several.book->remove(otherId, &passerBy, [](const Result<Done> &) {});
    }
    several.main().close();
    QCOMPARE(asked.size(), 2);
    QVERIFY2(asked.constLast().detail.contains(u"Other"_s), qPrintable(asked.constLast().detail));
    several.keychain.makeHeldChanges();
    QTRY_VERIFY(several.book->unfinishedChanges().isEmpty());

    several.main().close();
    QCOMPARE(asked.size(), 2);
    QVERIFY(!several.main().isVisible());
}

void TestLeaving::aStoppedLoadTellsThatNothingIsWritten()
{
    ExportingAccounts several;
    QVERIFY(several.isBegun());
    QSignalSpy failed(&several.flow(), &ExportFlow::failed);
    several.window.trigger(u"stop"_s);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(several.flow().state(), ExportFlow::State::Idle);
    QVERIFY(!failed.first().first().value<ApiError>().message.isEmpty());
    QCOMPARE(several.files(), QStringList());
}

LAYERSCOPE_TEST(QTEST_MAIN, TestLeaving)
#include "tst_leaving.moc"
