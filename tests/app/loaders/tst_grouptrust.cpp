// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/grouptrust.h"

#include "app/inventory/tablebuilder.h"

#include <QTest>

using namespace layerscope;

class TestGroupTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesUpAfterTwentyRows();
    void oneSuccessClears();
    void kindsAreJudgedApart();
    void forgets();

private:
    const GroupSet m_owner = groupSet(ServerGroup::Owner);
    const ApiError m_error = ApiError::make(ApiError::Kind::Forbidden, QStringLiteral("Access Denied."));
};

void TestGroupTrust::givesUpAfterTwentyRows()
{
    GroupTrust trust;
    QVERIFY(trust.failed(RowKind::Virtual, ServerGroup::Owner, m_error)); // suspect now
    QCOMPARE(trust.suspects(RowKind::Virtual), m_owner);
    for (int row = 2; row < 20; ++row)
        QVERIFY(!trust.failed(RowKind::Virtual, ServerGroup::Owner, m_error));
    QVERIFY(trust.givenUp(RowKind::Virtual).none());

    QVERIFY(trust.failed(RowKind::Virtual, ServerGroup::Owner, m_error)); // given up now
    QCOMPARE(trust.givenUp(RowKind::Virtual), m_owner);
    QVERIFY(trust.suspects(RowKind::Virtual).none());
    QCOMPARE(trust.reason(RowKind::Virtual, ServerGroup::Owner), m_error);
    QVERIFY(!trust.failed(RowKind::Virtual, ServerGroup::Owner, m_error)); // nothing new
}

void TestGroupTrust::oneSuccessClears()
{
    GroupTrust trust;
    QVERIFY(trust.failed(RowKind::Virtual, ServerGroup::Owner, m_error));
    trust.succeeded(RowKind::Virtual, groupSet(ServerGroup::Owner, ServerGroup::Size));
    QVERIFY(trust.suspects(RowKind::Virtual).none());
    for (int row = 0; row < 100; ++row)
        QVERIFY(!trust.failed(RowKind::Virtual, ServerGroup::Owner, m_error)); // these rows are to blame
    QVERIFY(trust.givenUp(RowKind::Virtual).none());
}

void TestGroupTrust::kindsAreJudgedApart()
{
    GroupTrust trust;
    trust.succeeded(RowKind::BareMetal, m_owner);
    QVERIFY(trust.failed(RowKind::Virtual, ServerGroup::Owner, m_error));
    QVERIFY(trust.suspects(RowKind::BareMetal).none());
}

void TestGroupTrust::forgets()
{
    GroupTrust trust;
    for (int row = 0; row < 20; ++row)
        trust.failed(RowKind::Virtual, ServerGroup::Owner, m_error);
    trust.forget();
    QVERIFY(trust.givenUp(RowKind::Virtual).none());
    QVERIFY(trust.failed(RowKind::Virtual, ServerGroup::Owner, m_error));
    QCOMPARE(trust.suspects(RowKind::Virtual), m_owner);
}

QTEST_APPLESS_MAIN(TestGroupTrust)
#include "tst_grouptrust.moc"
