// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/startpage.h"

#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "support/testmain.h"
#include "views/accountlist.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString secretKey = u"0123456789abcdefsecret"_s;

} // namespace

class TestStartPage : public QObject
{
    Q_OBJECT

private:
    QString keep(const QString &name)
    {
        Account account;
        account.name = name;
        account.userName = u"ops@example.com"_s;
        QString id;
        m_book->save(account, {secretKey, {}}, this,
                     [&id](const Result<AccountBook::Kept> &kept) { id = kept->account.id; });
        return QTest::qWaitFor([&id] { return !id.isEmpty(); }) ? id : QString();
    }
    void remove(const QString &id)
    {
        bool isRemoved = false;
        m_book->remove(id, this, [&isRemoved](const Result<Done> &) { isRemoved = true; });
        QTRY_VERIFY(isRemoved);
    }
    void usePage()
    {
        const auto nothing = []() -> Result<Connection> { return Connection(); };
        m_page = std::make_unique<StartPage>(
            QList<AccountChoice>{
                {u"slcli"_s, u"Use the key slcli uses"_s, u"Found for user ops."_s, nothing, {}, u"Use it"_s},
                {u"demo"_s, u"Try the demo account"_s, u"No key."_s, nothing, {}, u"Try it"_s}},
            m_book.get());
        m_page->resize(1024, 650);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    QPushButton *button(const QString &name) const { return m_page->findChild<QPushButton *>(name); }
    AccountList *list() const { return m_page->findChild<AccountList *>(); }
    QPoint row(int number) const { return list()->visualRect(list()->model()->index(number, 0)).center(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<AccountStore>(m_folder->filePath(u"accounts.ini"_s));
        m_keychain = std::make_unique<MemoryCredentialStore>();
        m_book = std::make_unique<AccountBook>(*m_store, *m_keychain);
    }
    void cleanup()
    {
        m_page.reset();
        m_book.reset();
    }

    void saysWhatIsChosen()
    {
        usePage();
        QSignalSpy wanted(m_page.get(), &StartPage::accountWanted);
        QSignalSpy connecting(m_page.get(), &StartPage::connectWanted);
        QVERIFY(button(u"choose_demo"_s)->accessibleName().contains(u"Try the demo account"_s));
        button(u"choose_demo"_s)->click();
        button(u"choose_slcli"_s)->click();
        QCOMPARE(wanted, (QList<QVariantList>{{u"demo"_s}, {u"slcli"_s}}));
        button(u"choose_connect"_s)->click();
        QCOMPARE(connecting.count(), 1);
        QCOMPARE(wanted.count(), 2);
    }

    void eachButtonSaysWhatItDoes()
    {
        usePage();
        QStringList texts;
        QStringList names;
        for (const QString &name : {u"choose_connect"_s, u"choose_slcli"_s, u"choose_demo"_s}) {
            texts.append(button(name)->text());
            names.append(button(name)->accessibleName());
        }
        QCOMPARE(texts, (QStringList{u"Connect …"_s, u"Use it"_s, u"Try it"_s}));
        QCOMPARE(names.removeDuplicates(), 0);
        const StartPage page({{u"other"_s, u"Another"_s, {}, {}}});
        QCOMPARE(page.findChild<QPushButton *>(u"choose_other"_s)->text(), u"Open"_s);
    }

    void theFirstRunBeginsWithConnecting()
    {
        usePage();
        QVERIFY(!list()->isVisible());
        QVERIFY(!button(u"startManage"_s)->isVisible());
        QVERIFY(button(u"choose_connect"_s)->hasFocus());
        QVERIFY(button(u"choose_connect"_s)->isDefault());
        QSignalSpy connecting(m_page.get(), &StartPage::connectWanted);
        QTest::keyClick(button(u"choose_connect"_s), Qt::Key_Return);
        QCOMPARE(connecting.count(), 1);
    }

    void opensAccountsWithTheKeyboard()
    {
        const QString acme = keep(u"Acme"_s);
        const QString beta = keep(u"Beta"_s);
        usePage();
        QVERIFY(list()->hasFocus());
        QVERIFY(list()->selectionModel()->isSelected(list()->model()->index(0, 0))); // is to be seen
        QSignalSpy wanted(m_page.get(), &StartPage::accountWanted);
        QTest::keyClick(list(), Qt::Key_Return);
        QTest::keyClick(list(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Space);
        QCOMPARE(wanted, (QList<QVariantList>{{acme}, {beta}}));
    }

    void opensAccountsWithTheMouse()
    {
        keep(u"Acme"_s);
        const QString beta = keep(u"Beta"_s);
        usePage();
        QSignalSpy wanted(m_page.get(), &StartPage::accountWanted);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row(1));
        QCOMPARE(wanted, QList<QVariantList>{{beta}});
        // The second half of a double click, which is a habit and means the same.
        QTest::mouseDClick(list()->viewport(), Qt::LeftButton, {}, row(1));
        QTest::mouseRelease(list()->viewport(), Qt::LeftButton, {}, row(1));
        QCOMPARE(wanted, QList<QVariantList>{{beta}});
    }

    void beginsAtTheLastOne()
    {
        keep(u"Acme"_s);
        const QString beta = keep(u"Beta"_s);
        m_book->setLastShownId(beta);
        usePage();
        QSignalSpy wanted(m_page.get(), &StartPage::accountWanted);
        QTest::keyClick(list(), Qt::Key_Enter);
        QCOMPARE(wanted, QList<QVariantList>{{beta}});
    }

    void followsTheAccounts()
    {
        usePage();
        const QString acme = keep(u"Acme"_s);
        QTRY_VERIFY(list()->isVisible());
        QVERIFY(button(u"startManage"_s)->isVisible());
        QVERIFY(!button(u"choose_connect"_s)->isDefault());
        QVERIFY(m_book->rename(acme, u"Zeta"_s));
        QCOMPARE(list()->model()->index(0, 0).data().toString(), u"Zeta"_s);
        QSignalSpy managing(m_page.get(), &StartPage::manageWanted);
        button(u"startManage"_s)->click();
        QCOMPARE(managing.count(), 1);
        remove(acme);
        QVERIFY(!list()->isVisible());
        QVERIFY(button(u"choose_connect"_s)->isDefault());
    }

    void aLongListScrolls()
    {
        for (int number = 0; number < 12; ++number)
            keep(u"Account %1"_s.arg(number + 10));
        usePage();
        QTRY_VERIFY(list()->verticalScrollBar()->maximum() > 0);
        const QRect card(button(u"choose_demo"_s)->mapTo(m_page.get(), QPoint()),
                         button(u"choose_demo"_s)->size());
        QVERIFY(m_page->rect().contains(card)); // the rest stays in sight
        QTest::keyClick(list(), Qt::Key_End);
        QSignalSpy wanted(m_page.get(), &StartPage::accountWanted);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(wanted, QList<QVariantList>{{m_book->accounts().constLast().id}});
    }

    void aShortListDoesNot()
    {
        keep(u"Acme"_s);
        keep(u"Beta"_s);
        keep(u"Gamma"_s);
        usePage();
        QTRY_COMPARE(list()->verticalScrollBar()->maximum(), 0);
        QVERIFY(list()->viewport()->rect().contains(list()->visualRect(list()->model()->index(2, 0))));
    }

    void saysItsNote()
    {
        usePage();
        m_page->setNote(u"The key is not there."_s);
        auto *note = m_page->findChild<QLabel *>(u"startNote"_s);
        QCOMPARE(note->text(), u"The key is not there."_s);
        QVERIFY(note->isVisible());
        m_page->setNote({});
        QVERIFY(!note->isVisible());
    }

    void showsNoKey()
    {
        keep(u"Acme"_s);
        usePage();
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            for (const char *property : {"text", "toolTip", "accessibleName", "accessibleDescription"})
                QVERIFY2(!widget->property(property).toString().contains(secretKey), property);
        }
    }

    void hasNoButtonWithoutAChoice()
    {
        const StartPage page({});
        QVERIFY(page.findChildren<QPushButton *>().isEmpty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AccountStore> m_store;
    std::unique_ptr<MemoryCredentialStore> m_keychain;
    std::unique_ptr<AccountBook> m_book;
    std::unique_ptr<StartPage> m_page;
};

LAYERSCOPE_TEST(QTEST_MAIN, TestStartPage)
#include "tst_startpage.moc"
