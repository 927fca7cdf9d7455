// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiprobe.h"
#include "demo/simplelist.h"
#include "listwords.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

using namespace layerscope;
using namespace layerscope::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray pathOf(const SimpleList &list)
{
    return list.fullMethod().replace(u"::"_s, u"/"_s).toUtf8() + ".json";
}

QByteArray pathOf(const SimpleList &list, qint64 id, const QByteArray &method)
{
    return list.type()->name.toUtf8() + '/' + QByteArray::number(id) + '/' + method + ".json";
}

/// What the API calls the number of its rows; "" if it has none.
QString countOf(const SimpleList &list)
{
    const auto &properties = findType(u"SoftLayer_Account"_s)->properties;
    for (auto entry = properties.cbegin(); entry != properties.cend(); ++entry) {
        if (entry->countOf == list.relationName())
            return entry.key();
    }
    return {};
}

int countedBy(ApiProbe &probe, const QString &count)
{
    const QJsonObject account =
        objectOf(probe.ask("SoftLayer_Account/getObject.json", {u"mask[id,%1]"_s.arg(count)}));
    return account[count].toInt(-1);
}

} // namespace

/// The lists of the account that are a file each: what holds for all of them.
class TestSimpleLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAreSome() { QVERIFY(simpleListNamed(u"dedicatedHosts"_s) != nullptr); }

    void strangersAreNone()
    {
        QVERIFY(simpleListNamed(u"hardware"_s) == nullptr);
        QVERIFY(simpleListNamed({}) == nullptr);
        QVERIFY(!isInSimpleList(findType(u"SoftLayer_Hardware_Server"_s)));
        QCOMPARE(SimulatedAccount(60).listed(u"hardware"_s), QJsonArray());
        QCOMPARE(ApiProbe().ask("SoftLayer_Account/getNothing.json").status, 500);
    }

    void sameSizeGivesTheSameRows_data() { addLists(); }

    void sameSizeGivesTheSameRows()
    {
        QFETCH(const QString, relation);
        const QJsonArray rows = SimulatedAccount(60).listed(relation);
        QVERIFY(!rows.isEmpty());
        QCOMPARE(SimulatedAccount(60).listed(relation), rows);
        const QList<qint64> ids = idsOf(rows);
        QCOMPARE(ascending(ids), ids);
        QCOMPARE(QSet<qint64>(ids.cbegin(), ids.cend()).size(), ids.size());
    }

    void listsCountsAndGives_data() { addLists(); }

    void listsCountsAndGives()
    {
        QFETCH(const QString, relation);
        const SimpleList &list = *simpleListNamed(relation);
        ApiProbe probe(60);
        const QJsonArray rows = probe.account.listed(relation);
        const SimulatedResponse all = probe.ask(pathOf(list), {u"mask[id]"_s});
        QCOMPARE(ascending(idsOf(rowsOf(all))), idsOf(rows));
        QCOMPARE(headerOf(all, "SoftLayer-Total-Items").toInt(), rows.size());
        QCOMPARE(countedBy(probe, countOf(list)), rows.size());

        const qint64 last = idsOf(rows).constLast();
        const QJsonArray chosen = rowsOf(probe.ask(pathOf(list), {u"mask[id]"_s, idsIn(relation, {last})}));
        QCOMPARE(chosen, (QJsonArray{QJsonObject{{u"id"_s, last}}}));
        const QJsonArray second =
            rowsOf(probe.ask(pathOf(list), {u"mask[id]"_s, sortedBy(relation, u"id"_s), u"1,1"_s}));
        QCOMPARE(idsOf(second), idsOf(rows).mid(1, 1));

        for (const QJsonValue &row : rows) {
            const qint64 id = row["id"_L1].toInteger();
            const QJsonObject one = objectOf(probe.ask(pathOf(list, id, "getObject"))); // all its locals
            QCOMPARE(one["id"_L1].toInteger(), id);
            for (auto entry = one.begin(); entry != one.end(); ++entry)
                QCOMPARE(entry.value(), row[entry.key()]);
        }
    }

    void refusesWhatIsNotThere_data() { addLists(); }

    void refusesWhatIsNotThere()
    {
        QFETCH(const QString, relation);
        const SimpleList &list = *simpleListNamed(relation);
        ApiProbe probe(60);
        const qint64 id = idsOf(probe.account.listed(relation)).constFirst();
        QCOMPARE(probe.ask(pathOf(list, 7, "getObject")).status, 404);
        QCOMPARE(probe.ask(pathOf(list, id, "getNothing")).status, 500);
        QCOMPARE(probe.ask(pathOf(list, id, "getAccount")).status, 500); // a relation that no row names
        QCOMPARE(probe.ask(pathOf(list), {u"mask[id,nothing]"_s}).status, 500);
    }

    void rowsVanishAndAppear_data() { addLists(); }

    void rowsVanishAndAppear()
    {
        QFETCH(const QString, relation);
        const SimpleList &list = *simpleListNamed(relation);
        const QList<qint64> ids = idsOf(SimulatedAccount(60).listed(relation));
        FaultPlan plan;
        plan.faults = {{Fault::Kind::RowsVanish, {.method = list.fullMethod()}, 1, {}, {ids.constFirst()}},
                       {Fault::Kind::RowsAppear, {.method = list.fullMethod()}, 2, {}, {ids.constLast()}}};
        ApiProbe probe(60, plan);
        const auto listed = [&] {
            return ascending(idsOf(rowsOf(probe.ask(pathOf(list), {u"mask[id]"_s}))));
        };
        QCOMPARE(listed(), ids.first(ids.size() - 1));
        QCOMPARE(listed(), ids.sliced(1, ids.size() - 2));
        QCOMPARE(countedBy(probe, countOf(list)), ids.size() - 1);
        QCOMPARE(listed(), ids.sliced(1));
        QCOMPARE(probe.ask(pathOf(list, ids.constFirst(), "getObject")).status, 404);
    }

private:
    static void addLists()
    {
        QTest::addColumn<QString>("relation");
        for (const SimpleList *list : simpleLists())
            QTest::newRow(list->relation) << list->relationName();
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestSimpleLists)
#include "tst_simplelists.moc"
