// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/groupsearch.h"

#include "app/inventory/tablebuilder.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

namespace {

/// Asks a server that refuses whatever contains one of `refused`, until the search is over.
struct SearchCourse
{
    SearchCourse(RowKind kind, GroupSet groups, GroupSet refused, bool startsWithId = false,
                 bool isIdRefused = false)
        : search(serverCatalogue(), kind, groups, startsWithId)
    {
        while (const std::optional<GroupSet> probe = search.probe()) {
            if (++questions > 100)
                qFatal("it has no end");
            const bool isRefused = isIdRefused || (*probe & refused).any();
            if (!isRefused)
                came |= *probe;
            search.answered(!isRefused);
        }
    }

    GroupSearch search;
    GroupSet came;
    int questions = 0;
};

GroupSet allOf(RowKind kind)
{
    return serverCatalogue().groupsOfKind(kind);
}

} // namespace

class TestGroupSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAnyOneGroup_data();
    void findsAnyOneGroup();
    void findsAnyTwoGroups();
    void findsAllGroups();
    void findsASharedRelationTogether();
    void knowsWhenNoGroupIsToBlame();
    void knowsWhenItWasPassing();
    void oneGroupCostsOneQuestion();
};

void TestGroupSearch::findsAnyOneGroup_data()
{
    QTest::addColumn<RowKind>("kind");
    QTest::addColumn<bool>("startsWithId");
    QTest::newRow("hardware") << RowKind::BareMetal << false;
    QTest::newRow("guests") << RowKind::Virtual << false;
    QTest::newRow("of one row") << RowKind::Virtual << true;
}

void TestGroupSearch::findsAnyOneGroup()
{
    QFETCH(RowKind, kind);
    QFETCH(bool, startsWithId);
    const GroupSet groups = allOf(kind);
    for (int group = 0; group < ServerGroup::Count; ++group) {
        if (!groups.test(static_cast<std::size_t>(group)))
            continue;
        const SearchCourse course(kind, groups, groupSet(group), startsWithId);
        QCOMPARE(course.search.guilty(), groupSet(group));
        QCOMPARE(course.came, groups & ~groupSet(group)); // each of the others came on the way
        QVERIFY(!course.search.isWhole() && !course.search.wasPassing());
        // 24 groups: five halvings, the last one by itself, what shares a relation with it, the rest, the id.
        QVERIFY2(course.questions <= 9, qPrintable(QString::number(course.questions)));
    }
}

void TestGroupSearch::findsAnyTwoGroups()
{
    const GroupSet groups = allOf(RowKind::BareMetal);
    for (int a = 0; a < ServerGroup::Count; ++a) {
        for (int b = 0; b < a; ++b) {
            const GroupSet refused = (groupSet(a) | groupSet(b)) & groups;
            const SearchCourse course(RowKind::BareMetal, groups, refused);
            QCOMPARE(course.search.guilty(), refused);
            QCOMPARE(course.came, groups & ~refused);
            QVERIFY2(course.questions <= 17, qPrintable(QString::number(course.questions)));
        }
    }
}

void TestGroupSearch::findsAllGroups()
{
    const GroupSet groups = groupSet(ServerGroup::Size, ServerGroup::Owner, ServerGroup::Tags);
    const SearchCourse course(RowKind::Virtual, groups, groups);
    QCOMPARE(course.search.guilty(), groups);
    QVERIFY(!course.search.isWhole()); // the bare id came
}

void TestGroupSearch::findsASharedRelationTogether()
{
    const GroupSet billing = groupSet(ServerGroup::Fee, ServerGroup::Owner);
    const SearchCourse course(RowKind::Virtual, allOf(RowKind::Virtual), billing);
    QCOMPARE(course.search.guilty(), billing);
    QCOMPARE(course.search.guiltyTogether(), QList<GroupSet>{billing});
    QVERIFY2(course.questions <= 9, qPrintable(QString::number(course.questions)));

    const GroupSet strangers = groupSet(ServerGroup::Fee, ServerGroup::Tags);
    QCOMPARE(
        SearchCourse(RowKind::Virtual, allOf(RowKind::Virtual), strangers).search.guiltyTogether().size(), 2);
}

void TestGroupSearch::knowsWhenNoGroupIsToBlame()
{
    for (const bool startsWithId : {false, true}) {
        const SearchCourse course(RowKind::Virtual, allOf(RowKind::Virtual), allOf(RowKind::Virtual),
                                  startsWithId, true);
        QVERIFY(course.search.isWhole());
        QVERIFY(!course.search.wasPassing());
        QVERIFY2(course.questions <= (startsWithId ? 1 : 6), qPrintable(QString::number(course.questions)));
    }
}

void TestGroupSearch::knowsWhenItWasPassing()
{
    const SearchCourse course(RowKind::Virtual, allOf(RowKind::Virtual), {});
    QVERIFY(course.search.wasPassing());
    QVERIFY(!course.search.isWhole());
    QCOMPARE(course.came, allOf(RowKind::Virtual));
}

void TestGroupSearch::oneGroupCostsOneQuestion()
{
    const GroupSet owner = groupSet(ServerGroup::Owner);
    const SearchCourse course(RowKind::Virtual, owner, owner, true);
    QCOMPARE(course.search.guilty(), owner);
    QCOMPARE(course.questions, 1);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestGroupSearch)
#include "tst_groupsearch.moc"
