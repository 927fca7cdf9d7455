// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/accountsmodel.h"

#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString secretKey = u"0123456789abcdefsecret"_s;

QStringList names(const QAbstractItemModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, 0).data().toString());
    return names;
}

} // namespace

class TestAccountsModel : public QObject
{
    Q_OBJECT

private:
    /// The new account's id.
    QString keep(const Account &account)
    {
        QString id;
        m_book->save(account, {secretKey, {}}, this,
                     [&id](const Result<AccountBook::Kept> &kept) { id = kept->account.id; });
        return QTest::qWaitFor([&id] { return !id.isEmpty(); }) ? id : QString();
    }
    QString keep(const QString &name)
    {
        Account account;
        account.name = name;
        account.userName = u"ops@example.com"_s;
        return keep(account);
    }
    void remove(const QString &id)
    {
        bool isRemoved = false;
        m_book->remove(id, this, [&isRemoved](const Result<Done> &) { isRemoved = true; });
        QTRY_VERIFY(isRemoved);
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return m_model->index(row, column).data().toString();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<AccountStore>(m_folder->filePath(u"accounts.ini"_s));
        m_keychain = std::make_unique<MemoryCredentialStore>();
        m_book = std::make_unique<AccountBook>(*m_store, *m_keychain);
        m_model = std::make_unique<AccountsModel>(*m_book);
        m_proxy = std::make_unique<QSortFilterProxyModel>();
        m_proxy->setSourceModel(m_model.get());
        m_proxy->sort(AccountsModel::NameColumn, Qt::DescendingOrder);
        const auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), fatal);
        m_proxyTester = std::make_unique<QAbstractItemModelTester>(m_proxy.get(), fatal);
    }
    void cleanup()
    {
        m_proxyTester.reset();
        m_tester.reset();
        m_proxy.reset();
        m_model.reset();
        m_book.reset();
    }

    void saysWhatThereIs()
    {
        Account classic;
        classic.name = u"Acme"_s;
        classic.userName = u"1234567_ops"_s;
        classic.keyPlace = Account::KeyPlace::Session;
        keep(classic);
        Account cloud;
        cloud.name = u"Beta"_s;
        cloud.keyKind = Account::KeyKind::IbmCloud;
        cloud.restBase = Connection::privateEndpoint();
        keep(cloud);

        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(cell(0, AccountsModel::NameColumn), u"Acme"_s);
        QCOMPARE(cell(0, AccountsModel::UserColumn), u"1234567_ops"_s);
        QCOMPARE(cell(0, AccountsModel::EndpointColumn), u"api.softlayer.com"_s);
        QCOMPARE(cell(0, AccountsModel::KeyColumn), u"This session"_s);
        QCOMPARE(cell(1, AccountsModel::UserColumn), u"IBM Cloud API key"_s);
        QCOMPARE(cell(1, AccountsModel::EndpointColumn), Connection::privateEndpoint().host());
        QCOMPARE(cell(1, AccountsModel::KeyColumn), u"Keychain"_s);
        const QModelIndex acme = m_model->index(0, 0);
        QCOMPARE(acme.data(AccountsModel::DetailRole).toString(), u"1234567_ops · api.softlayer.com"_s);
        const QString spoken = acme.data(Qt::AccessibleTextRole).toString();
        for (int column = 0; column < AccountsModel::ColumnCount; ++column) {
            QVERIFY2(spoken.contains(cell(0, column)), qPrintable(spoken));
            QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
        }
    }

    void holdsNoSecret()
    {
        keep(u"Acme"_s);
        QCOMPARE(m_model->rowCount(), 1);
        for (int column = 0; column < AccountsModel::ColumnCount; ++column) {
            for (int role = 0; role < Qt::UserRole + 10; ++role) {
                const QString text = m_model->index(0, column).data(role).toString();
                QVERIFY(!text.contains(secretKey));
            }
        }
    }

    void startsWithThoseThatAreThere()
    {
        keep(u"Acme"_s);
        const AccountsModel later(*m_book);
        QCOMPARE(names(later), QStringList{u"Acme"_s});
    }

    void rowsComeAndGoOneByOne()
    {
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        keep(u"Acme"_s);
        keep(u"Gamma"_s);
        const QPersistentModelIndex gamma = m_model->index(1, 0);
        const QString beta = keep(u"Beta"_s);
        QCOMPARE(names(*m_model), (QStringList{u"Acme"_s, u"Beta"_s, u"Gamma"_s}));
        QCOMPARE(names(*m_proxy), (QStringList{u"Gamma"_s, u"Beta"_s, u"Acme"_s}));
        QCOMPARE(inserted.count(), 3);
        QCOMPARE(gamma.row(), 2);
        remove(beta);
        QCOMPARE(names(*m_model), (QStringList{u"Acme"_s, u"Gamma"_s}));
        QCOMPARE(removed.count(), 1);
        QCOMPARE(gamma.row(), 1);
        QCOMPARE(reset.count(), 0);
        QVERIFY(!m_model->indexOf(beta).isValid());
    }

    void aRenamedRowMoves()
    {
        const QString id = keep(u"Acme"_s);
        keep(u"Beta"_s);
        keep(u"Gamma"_s);
        const QPersistentModelIndex row = m_model->indexOf(id);
        const QPersistentModelIndex inProxy = m_proxy->mapFromSource(row);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy refused(m_model.get(), &AccountsModel::renameRefused);
        QVERIFY(m_model->setData(row, u"  Zeta "_s));
        QCOMPARE(names(*m_model), (QStringList{u"Beta"_s, u"Gamma"_s, u"Zeta"_s}));
        QCOMPARE(names(*m_proxy), (QStringList{u"Zeta"_s, u"Gamma"_s, u"Beta"_s}));
        QCOMPARE(row.row(), 2);
        QCOMPARE(row.data(AccountsModel::IdRole).toString(), id);
        QCOMPARE(inProxy.row(), 0);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(refused.count(), 0);
        QCOMPARE(m_book->find(id)->name, u"Zeta"_s);

        QVERIFY(m_model->setData(row, u"Aardvark"_s)); // and up again
        QCOMPARE(row.row(), 0);
        QCOMPARE(inProxy.row(), 2);
    }

    void aNameThatIsTakenIsRefused()
    {
        const QString id = keep(u"Acme"_s);
        keep(u"Beta"_s);
        QSignalSpy refused(m_model.get(), &AccountsModel::renameRefused);
        QVERIFY(!m_model->setData(m_model->indexOf(id), u"beta"_s));
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused.constFirst().constFirst().value<ApiError>().message.contains(u"“Beta”"_s));
        QCOMPARE(names(*m_model), (QStringList{u"Acme"_s, u"Beta"_s}));
        QVERIFY(!m_model->setData(m_model->indexOf(id), u" "_s));
        QCOMPARE(refused.count(), 2);
    }

    void theSameNameWritesNothing()
    {
        const QString id = keep(u"Acme"_s);
        QSignalSpy changed(m_book.get(), &AccountBook::accountsChanged);
        QVERIFY(m_model->setData(m_model->indexOf(id), u"Acme"_s));
        QCOMPARE(changed.count(), 0);
    }

    void onlyNamesAreEdited()
    {
        keep(u"Acme"_s);
        QVERIFY(m_model->index(0, AccountsModel::NameColumn).flags().testFlag(Qt::ItemIsEditable));
        for (int column = AccountsModel::UserColumn; column < AccountsModel::ColumnCount; ++column) {
            const QModelIndex index = m_model->index(0, column);
            QVERIFY(!index.flags().testFlag(Qt::ItemIsEditable));
            QVERIFY(!m_model->setData(index, u"x"_s));
        }
    }

    void anEditedAccountKeepsItsRow()
    {
        const QString id = keep(u"Acme"_s);
        const QPersistentModelIndex row = m_model->indexOf(id);
        Account edited = *m_book->find(id);
        edited.userName = u"other@example.com"_s;
        QCOMPARE(keep(edited), id);
        QVERIFY(row.isValid());
        QCOMPARE(cell(row.row(), AccountsModel::UserColumn), u"other@example.com"_s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AccountStore> m_store;
    std::unique_ptr<MemoryCredentialStore> m_keychain;
    std::unique_ptr<AccountBook> m_book;
    std::unique_ptr<AccountsModel> m_model;
    std::unique_ptr<QSortFilterProxyModel> m_proxy;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QAbstractItemModelTester> m_proxyTester;
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestAccountsModel)
#include "tst_accountsmodel.moc"
