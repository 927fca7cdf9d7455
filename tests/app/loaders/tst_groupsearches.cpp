// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/groupsearches.h"

#include "app/inventory/tablebuilder.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TestGroupSearches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_searches = {}; }
    void whatCameIsItsNoMore();
    void goesOnWithFewerRows();
    void droppedSearchIsAwaitedByNobody();

private:
    [[nodiscard]] static DetailRequest refused()
    {
        DetailRequest ask;
        ask.kind = RowKind::Virtual;
        ask.ids = {1, 2, 3};
        ask.groups = groupSet(ServerGroup::Datacenter, ServerGroup::Notes);
        return ask;
    }
    [[nodiscard]] DetailRequest begin(const DetailRequest &ask)
    {
        return m_searches.begin(serverCatalogue(), ask, ApiError::make(ApiError::Kind::Forbidden), true);
    }

    GroupSearches m_searches;
};

void TestGroupSearches::whatCameIsItsNoMore()
{
    const DetailRequest first = begin(refused());
    QCOMPARE(first.groups.count(), std::size_t(1));
    DetailRequest probe = first;
    bool came = true; // the first half, and nothing after it
    while (const std::optional<DetailRequest> next = m_searches.answered(probe, came)) {
        probe = *next;
        came = false;
    }
    const auto search = m_searches.take(probe);
    QVERIFY(search.has_value());
    QVERIFY(search->ask.groups == (refused().groups & ~first.groups));
    QVERIFY(search->groups.guilty() == search->ask.groups);
}

void TestGroupSearches::goesOnWithFewerRows()
{
    DetailRequest probe = begin(refused());
    probe.ids = {1};
    const std::optional<DetailRequest> rest = m_searches.narrow(probe);
    QVERIFY(rest.has_value());
    QCOMPARE(rest->ids, (QList<qint64>{2, 3}));
    QVERIFY(rest->groups == refused().groups);
    const std::optional<DetailRequest> next = m_searches.answered(probe, true);
    QVERIFY(next.has_value());
    QCOMPARE(next->ids, QList<qint64>{1});
}

void TestGroupSearches::droppedSearchIsAwaitedByNobody()
{
    const DetailRequest probe = begin(refused());
    QVERIFY(m_searches.isAwaited(probe));
    QCOMPARE(m_searches.takeAll(), QList<DetailRequest>{refused()});
    const DetailRequest other = begin(refused());
    QVERIFY(!m_searches.isAwaited(probe));
    QVERIFY(m_searches.isAwaited(other));
    QVERIFY(!m_searches.narrow(probe).has_value());
    QVERIFY(!m_searches.answered(probe, true).has_value());
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestGroupSearches)
#include "tst_groupsearches.moc"
