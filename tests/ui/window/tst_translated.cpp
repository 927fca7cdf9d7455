// SPDX-License-Identifier: GPL-3.0-or-later
// What has to hold in each language that the program speaks.
#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "dialogs/accountsdialog.h"
#include "dialogs/connectdialog.h"
#include "dialogs/questioner.h"
#include "models/cellformat.h"
#include "models/navigatormodel.h"
#include "support/testmain.h"
#include "ui/window/windowparts.h"
#include "views/navigatorview.h"

#include <QAbstractButton>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QTranslator>

#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Pairs of texts that would be reached by the same letter.
QStringList doublesAmong(const QStringList &texts)
{
    QHash<QString, QString> reached;
    QStringList doubles;
    for (const QString &text : texts) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty())
            continue;
        if (reached.contains(key))
            doubles.append(u"%1: “%2” and “%3”"_s.arg(key, reached.value(key), text));
        reached.insert(key, text);
    }
    return doubles;
}

/// In this menu and in those below it; each is reached by itself.
QStringList doublesInMenu(const QList<QAction *> &actions)
{
    QStringList texts;
    QStringList doubles;
    for (const QAction *action : actions) {
        texts.append(action->text());
        if (action->menu() != nullptr)
            doubles += doublesInMenu(action->menu()->actions());
    }
    return doublesAmong(texts) + doubles;
}

QStringList doublesInDialog(const QDialog &dialog)
{
    QStringList texts;
    for (const QAbstractButton *button : dialog.findChildren<QAbstractButton *>())
        texts.append(button->text());
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->buddy() != nullptr)
            texts.append(label->text());
    }
    return doublesAmong(texts);
}

} // namespace

class TestTranslated : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void eachLetterMeansOneEntryOfAMenu();
    void eachLetterMeansOneFieldOfADialog();
    void whatNeedsAttentionHasRoom();
    void placeholdersReadWell();
    void statesAreInTheLanguage();

private:
    std::unique_ptr<QTranslator> m_translator;
    AnsweringFileChooser m_files;
    MessageBoxQuestioner m_questioner;
    MemoryCredentialStore m_keychain;
};

void TestTranslated::initTestCase_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("German") << u"de"_s;
}

void TestTranslated::init()
{
    QFETCH_GLOBAL(const QString, language);
    m_translator = std::make_unique<QTranslator>();
    QVERIFY(m_translator->load(u":/i18n/layerscope_%1.qm"_s.arg(language)));
    QVERIFY(QCoreApplication::installTranslator(m_translator.get()));
}

void TestTranslated::cleanup()
{
    m_translator.reset(); // which takes it out
}

void TestTranslated::eachLetterMeansOneEntryOfAMenu()
{
    const WindowFixture fixture;
    const QList<QAction *> bar = fixture.window->menuBar()->actions();
    QVERIFY(!bar.isEmpty());
    QCOMPARE(doublesInMenu(bar), QStringList());
}

void TestTranslated::eachLetterMeansOneFieldOfADialog()
{
    WindowFixture fixture(20);
    AccountStore store(fixture.folder.filePath(u"accounts.ini"_s));
    AccountBook book(store, m_keychain);
    const ConnectDialog connecting(book, m_files, ApiClient::Options());
    QCOMPARE(doublesInDialog(connecting), QStringList());
    const AccountsDialog accounts(book, m_questioner, ApiClient::Options());
    QCOMPARE(doublesInDialog(accounts), QStringList());

    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QTRY_VERIFY(fixture.window->findChild<QAction *>(u"exportAll"_s)->isEnabled());
    fixture.trigger(u"exportAll"_s);
    QTRY_VERIFY(exportDialog(fixture) != nullptr);
    QCOMPARE(doublesInDialog(*exportDialog(fixture)), QStringList());
}

/// In the width that the navigator has before it knows how long its entries are.
void TestTranslated::whatNeedsAttentionHasRoom()
{
    WindowFixture fixture(120, std::chrono::milliseconds(0), {}, 8);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    const NavigatorView &navigator = fixture.window->page()->navigator();
    const auto *model = qobject_cast<const NavigatorModel *>(navigator.model());
    const auto nodes = [model] {
        QModelIndexList found;
        for (const TableSpec *table : allTables()) {
            for (const AttentionNode &attention : table->attention)
                found.append(model->indexOfNode(QString::fromLatin1(attention.id)));
        }
        found.removeAll(QModelIndex()); // of which there are no rows
        return found;
    };
    QTRY_VERIFY(!nodes().isEmpty());
    const int room = NavigatorView().sizeHint().width();
    const QModelIndexList there = nodes();
    for (const QModelIndex &node : there)
        QVERIFY2(navigator.sizeHintForIndex(node).width() <= room, qPrintable(node.data().toString()));
}

void TestTranslated::placeholdersReadWell()
{
    const QTemporaryDir folder;
    AccountStore store(folder.filePath(u"accounts.ini"_s));
    AccountBook book(store, m_keychain);
    const ConnectDialog dialog(book, m_files, ApiClient::Options());
    int sentences = 0;
    for (const QLineEdit *edit : dialog.findChildren<QLineEdit *>()) {
        const QStringList words = edit->placeholderText().toLower().split(u' ', Qt::SkipEmptyParts);
        sentences += words.size() > 1 ? 1 : 0;
        for (qsizetype i = 1; i < words.size(); ++i) // "Der der Firma"
            QVERIFY2(words.at(i) != words.at(i - 1), qPrintable(edit->placeholderText()));
    }
    QVERIFY(sentences > 1);
}

void TestTranslated::statesAreInTheLanguage()
{
    QFETCH_GLOBAL(const QString, language);
    const bool isEnglish = language == "en"_L1;
    QCOMPARE(CellFormat::word(u"HALTED"_s), isEnglish ? u"Halted"_s : u"Angehalten"_s);
    QCOMPARE(CellFormat::word(u"hourly"_s), isEnglish ? u"Hourly"_s : u"Stündlich"_s);
    QCOMPARE(CellFormat::word(u"now"_s), isEnglish ? u"Over now"_s : u"Überschritten"_s);
    const ColumnSpec &power = serverCatalogue().column(ServerColumn::Power);
    QCOMPARE(power.translatedTitle(), isEnglish ? u"Power"_s : u"Betrieb"_s); // no electricity
}

LAYERSCOPE_TEST(QTEST_MAIN, TestTranslated)
#include "tst_translated.moc"
