// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/devicerows.h"
#include "demo/rowselection.h"
#include "demo/simulatedaccount.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace layerscope;
using namespace layerscope::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Seven rows that differ in what the operations look at.
const ArrayRows &sevenRows()
{
    static const QJsonDocument written = QJsonDocument::fromJson(R"([
        {"id": 1, "hostname": "web01", "hardwareStatusId": 5, "provisionDate": "2026-01-01T10:00:00-06:00",
         "datacenter": {"name": "dal10"}, "tagReferences": [{"tag": {"name": "prod"}}, {"tag": {"name": "web"}}]},
        {"id": 2, "hostname": "WEB02", "hardwareStatusId": 5, "provisionDate": "2026-01-31T23:59:59-06:00",
         "datacenter": {"name": "dal13"}, "tagReferences": []},
        {"id": 3, "hostname": "db01", "hardwareStatusId": 23, "provisionDate": null,
         "datacenter": {"name": "fra02"}, "tagReferences": [{"tag": {"name": "prod"}}]},
        {"id": 4, "hostname": "db02", "hardwareStatusId": 5, "provisionDate": "2025-06-01T00:00:00-06:00",
         "datacenter": {"name": "dal10"}, "tagReferences": [{"tag": {"name": "test"}}], "notes": "a*b"},
        {"id": 5, "hostname": "api", "hardwareStatusId": 9, "provisionDate": "2026-02-02T12:00:00-06:00",
         "tagReferences": [], "notes": ""},
        {"id": 14, "hostname": "mail01", "hardwareStatusId": 5, "bandwidthAllocation": "250",
         "datacenter": {"name": "tok04"}, "tagReferences": []},
        {"id": 140, "hostname": "mail02", "hardwareStatusId": 5, "bandwidthAllocation": "1000",
         "datacenter": {"name": "tok04"}, "tagReferences": []}
    ])");
    static const ArrayRows rows(JsonValue::fromQt(written.array()).toArray());
    return rows;
}

Result<WireFilter, WireError> read(const QString &filter,
                                   WireFilter::UnknownPaths unknown = WireFilter::UnknownPaths::Ignored)
{
    return WireFilter::parse(filter, u"hardware"_s, findType(u"SoftLayer_Hardware_Server"_s), unknown);
}

QList<int> idsOf(const RowSource &source, const QList<int> &rows)
{
    QList<int> ids;
    for (const int row : rows)
        ids += source.value(row, u"id"_s).toInt();
    return ids;
}

const QString byId = uR"("id":{"operation":"orderBy","options":[{"name":"sort","value":["ASC"]}]})"_s;

} // namespace

class TestRowSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operations_data()
    {
        QTest::addColumn<QString>("conditions");
        QTest::addColumn<QList<int>>("ids");
        const auto row = [](const char *name, const QString &conditions, const QList<int> &ids) {
            QTest::newRow(name) << conditions << ids;
        };
        const auto on = [](const QString &property, const QString &operation) {
            return QString(u"\"%1\":{\"operation\":%2}"_s.arg(property, operation));
        };
        const auto options = [](const QString &property, const QString &operation, const QString &data) {
            return QString(
                u"\"%1\":{\"operation\":\"%2\",\"options\":[{\"name\":\"data\",\"value\":[%3]}]}"_s.arg(
                    property, operation, data));
        };
        const QList<int> all{1, 2, 3, 4, 5, 14, 140};
        row("none", {}, all);
        row("equals", on(u"hostname"_s, u"\"db01\""_s), {3});
        row("equals is exact", on(u"hostname"_s, u"\"web02\""_s), {});
        row("equals a number", on(u"hardwareStatusId"_s, u"23"_s), {3});
        row("equals a number as text", on(u"hardwareStatusId"_s, u"\"23\""_s), {3});
        row("not equal", on(u"hardwareStatusId"_s, u"\"!= 5\""_s), {3, 5});
        row("above", on(u"hardwareStatusId"_s, u"\"> 9\""_s), {3});
        row("at least", on(u"hardwareStatusId"_s, u"\">= 9\""_s), {3, 5});
        row("below", on(u"hardwareStatusId"_s, u"\"< 9\""_s), {1, 2, 4, 14, 140});
        row("at most", on(u"hardwareStatusId"_s, u"\"<= 9\""_s), {1, 2, 4, 5, 14, 140});
        row("contains", on(u"hostname"_s, u"\"*= b0\""_s), {1, 3, 4});
        row("contains not", on(u"hostname"_s, u"\"!*= 0\""_s), {5});
        row("starts with", on(u"hostname"_s, u"\"^= db\""_s), {3, 4});
        row("starts not with", on(u"hostname"_s, u"\"!^= mail\""_s), {1, 2, 3, 4, 5});
        row("ends with", on(u"hostname"_s, u"\"$= 02\""_s), {2, 4, 140});
        row("ends not with", on(u"hostname"_s, u"\"!$= 1\""_s), {2, 4, 5, 140});
        row("case-insensitive", on(u"hostname"_s, u"\"_= web02\""_s), {2});
        row("matches", on(u"hostname"_s, u"\"~ ^(db|api)\""_s), {3, 4, 5});
        row("matches not", on(u"hostname"_s, u"\"!~ 0\""_s), {5});
        row("null", on(u"provisionDate"_s, u"\"is null\""_s), {3, 14, 140});
        row("not null", on(u"provisionDate"_s, u"\"not null\""_s), {1, 2, 4, 5});
        row("since days", on(u"provisionDate"_s, u"\"> sysdate - 10\""_s), {2, 5});
        row("since days, other name", on(u"provisionDate"_s, u"\">= currentDate - 10\""_s), {2, 5});
        row("decimals compare as numbers", on(u"bandwidthAllocation"_s, u"\"> 999\""_s), {140});
        row("nested", u"\"datacenter\":{"_s + on(u"name"_s, u"\"dal10\""_s) + u'}', {1, 4});
        row("missing on the way", u"\"datacenter\":{"_s + on(u"name"_s, u"\"is null\""_s) + u'}', {5});
        row("in", options(u"id"_s, u"in"_s, u"3,1,999"_s), {1, 3});
        row("in with texts", options(u"hostname"_s, u"in"_s, u"\"api\",\"db02\""_s), {4, 5});
        row("in, but whole numbers", options(u"id"_s, u"in"_s, u"14"_s), {14});
        row("not in", options(u"id"_s, u"not in"_s, u"1,2,3,4"_s), {5, 14, 140});
        row("to-many in",
            u"\"tagReferences\":{\"tag\":{"_s + options(u"name"_s, u"in"_s, u"\"prod\",\"test\""_s) + u"}}"_s,
            {1, 3, 4});
        row("and", options(u"hardwareStatusId"_s, u"and"_s, u"\"> 5\",\"< 20\""_s), {5});
        row("or", u"\"datacenter\":{"_s + options(u"name"_s, u"or"_s, u"\"^= fra\",\"^= tok\""_s) + u'}',
            {3, 14, 140});
        row("between dates",
            uR"("provisionDate":{"operation":"betweenDate","options":[{"name":"startDate","value":["01/01/2026"]},)"
            uR"({"name":"endDate","value":["01/31/2026 23:59:59"]}]})"_s,
            {1, 2});
        row("after a date",
            uR"("provisionDate":{"operation":"greaterThanDate","options":[{"name":"date","value":["02/01/2026"]}]})"_s,
            {5});
        row("before a date",
            uR"("provisionDate":{"operation":"lessThanDate","options":[{"name":"date","value":["2025-12-31T00:00:00-06:00"]}]})"_s,
            {4});
        row("that day",
            uR"("provisionDate":{"operation":"isDate","options":[{"name":"date","value":["01/31/2026"]}]})"_s,
            {2});
        row("two properties", on(u"hardwareStatusId"_s, u"5"_s) + u',' + on(u"hostname"_s, u"\"*= 0\""_s),
            {1, 2, 4, 14, 140});
        row("in and another",
            options(u"id"_s, u"in"_s, u"1,3,4"_s) + u',' + on(u"hardwareStatusId"_s, u"5"_s), {1, 4});
        row("unknown path is ignored", on(u"hostName"_s, u"\"db01\""_s), all);
        row("path into a scalar is ignored", u"\"hostname\":{"_s + on(u"name"_s, u"\"db01\""_s) + u'}', all);
    }

    void operations()
    {
        QFETCH(const QString, conditions);
        QFETCH(const QList<int>, ids);
        const auto filter = read(u"{\"hardware\":{"_s + conditions + u"}}"_s);
        QVERIFY2(filter, filter ? "" : qPrintable(filter.error().text));
        const RowSelection selection = selectRows(sevenRows(), *filter, {}, 1);
        QList<int> found = idsOf(sevenRows(), selection.rows);
        std::sort(found.begin(), found.end());
        QCOMPARE(found, ids);
        QCOMPARE(selection.total, ids.size());
    }

    void wrongRootIsIgnored()
    {
        const auto filter = read(uR"({"id":{"operation":1},"virtualGuests":{"id":{"operation":1}}})"_s);
        QVERIFY(filter);
        QCOMPARE(selectRows(sevenRows(), *filter, {}, 1).total, 7);
    }

    void strictModeRefuses_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::newRow("root") << uR"({"id":{"operation":1}})"_s;
        QTest::newRow("property") << uR"({"hardware":{"hostName":{"operation":"x"}}})"_s;
        QTest::newRow("inner") << uR"({"hardware":{"datacenter":{"city":{"operation":"x"}}}})"_s;
    }

    void strictModeRefuses()
    {
        QFETCH(const QString, filter);
        QVERIFY(!read(filter, WireFilter::UnknownPaths::Refused));
        QVERIFY(read(filter, WireFilter::UnknownPaths::Ignored));
    }

    void malformedFiltersAreErrors()
    {
        QVERIFY(!read(u"{"_s));
        QVERIFY(!read(u"[]"_s));
        QVERIFY(!read(uR"({"hardware":{"id":{"operation":"perhaps","options":[]}}})"_s));
    }

    void sorts_data()
    {
        QTest::addColumn<QString>("sorts");
        QTest::addColumn<QList<int>>("ids");
        const auto by = [](const QString &property, const QString &direction, int rank = 0) {
            return QString(uR"("%1":{"operation":"orderBy","options":[{"name":"sort","value":["%2"]},)"
                           uR"({"name":"sortOrder","value":[%3]}]})"_s.arg(property, direction)
                               .arg(rank));
        };
        QTest::newRow("id") << byId << QList<int>{1, 2, 3, 4, 5, 14, 140};
        QTest::newRow("id down") << by(u"id"_s, u"DESC"_s) << QList<int>{140, 14, 5, 4, 3, 2, 1};
        QTest::newRow("name, whatever its case")
            << by(u"hostname"_s, u"ASC"_s) << QList<int>{5, 3, 4, 14, 140, 1, 2};
        QTest::newRow("number, then name")
            << QString(by(u"hostname"_s, u"DESC"_s, 1) + u',' + by(u"hardwareStatusId"_s, u"ASC"_s, 0))
            << QList<int>{2, 1, 140, 14, 4, 5, 3};
        QTest::newRow("decimals by size, missing first")
            << QString(by(u"bandwidthAllocation"_s, u"ASC"_s, 0) + u',' + by(u"id"_s, u"DESC"_s, 1))
            << QList<int>{5, 4, 3, 2, 1, 14, 140};
        QTest::newRow("nested") << QString(u"\"datacenter\":{"_s + by(u"name"_s, u"DESC"_s) + u"},"_s +
                                           by(u"id"_s, u"ASC"_s, 1))
                                << QList<int>{14, 140, 3, 2, 1, 4, 5};
    }

    void sorts()
    {
        QFETCH(const QString, sorts);
        QFETCH(const QList<int>, ids);
        const auto filter = read(u"{\"hardware\":{"_s + sorts + u"}}"_s);
        QVERIFY(filter);
        for (quint64 call = 0; call < 5; ++call)
            QCOMPARE(idsOf(sevenRows(), selectRows(sevenRows(), *filter, {}, call).rows), ids);
    }

    void withoutOrderEveryCallDiffers()
    {
        QSet<QList<int>> orders;
        for (quint64 call = 1; call <= 6; ++call) {
            QList<int> rows = selectRows(sevenRows(), {}, {}, call).rows;
            orders.insert(rows);
            std::sort(rows.begin(), rows.end());
            QCOMPARE(rows, (QList<int>{0, 1, 2, 3, 4, 5, 6}));
        }
        QCOMPARE(orders.size(), 6);
    }

    /// Pages without orderBy overlap and leave gaps: that is what makes a missing sort visible.
    void pagesWithoutOrderMissRows()
    {
        QSet<int> seen;
        for (quint64 page = 0; page < 4; ++page) {
            const RowSelection selection =
                selectRows(sevenRows(), {}, {static_cast<qint64>(page) * 2, 2}, page + 1);
            seen += QSet<int>(selection.rows.cbegin(), selection.rows.cend());
        }
        QVERIFY(seen.size() < 7);
    }

    void limits_data()
    {
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QList<int>>("ids");
        QTest::newRow("none") << u""_s << QList<int>{1, 2, 3, 4, 5, 14, 140};
        QTest::newRow("offset and number") << u"2,3"_s << QList<int>{3, 4, 5};
        QTest::newRow("number alone") << u"2"_s << QList<int>{1, 2};
        QTest::newRow("over the end") << u"5,10"_s << QList<int>{14, 140};
        QTest::newRow("beyond the end") << u"7,10"_s << QList<int>{};
        QTest::newRow("far beyond") << u"9000000000,10"_s << QList<int>{};
        QTest::newRow("zero") << u"0,0"_s << QList<int>{};
    }

    void limits()
    {
        QFETCH(const QString, limit);
        QFETCH(const QList<int>, ids);
        const auto parsed = ResultLimit::parse(limit);
        QVERIFY(parsed);
        const auto filter = read(u"{\"hardware\":{"_s + byId + u"}}"_s);
        const RowSelection selection = selectRows(sevenRows(), *filter, *parsed, 1);
        QCOMPARE(idsOf(sevenRows(), selection.rows), ids);
        QCOMPARE(selection.total, 7);
    }

    void malformedLimits()
    {
        for (const QString &limit : {u"a"_s, u"1,"_s, u"1,2,3"_s, u"-1,2"_s, u"0,-2"_s})
            QVERIFY2(!ResultLimit::parse(limit), qPrintable(limit));
    }

    void filteredMaskPrunesInnerRows()
    {
        const auto filter =
            read(uR"({"hardware":{"tagReferences":{"tag":{"name":{"operation":"prod"}}}}})"_s);
        const JsonValue tags = sevenRows().value(0, u"tagReferences"_s);
        QCOMPARE(tags.toArray().size(), 2);
        const JsonArray pruned = filter->pruned(u"tagReferences"_s, tags).toArray();
        QCOMPARE(pruned.size(), 1);
        QCOMPARE(pruned.at(0)["tag"_L1]["name"_L1].toString(), u"prod"_s);
        QCOMPARE(filter->pruned(u"hostname"_s, u"web01"_s), JsonValue(u"web01"_s));
    }

    void vanishedDevicesLeaveNoGap()
    {
        const SimulatedAccount account(100);
        const QList<qint64> gone{account.hardwareId(0), account.hardwareId(7), account.hardwareId(8), 42};
        const DeviceRows rows(account.shape(), DeviceKind::Hardware, gone);
        QCOMPARE(rows.count(), account.hardwareCount() - 3);
        QList<qint64> ids;
        for (int row = 0; row < rows.count(); ++row) {
            ids += rows.value(row, u"id"_s).toInteger();
            QCOMPARE(rows.rowOfId(ids.last()), std::optional(row));
        }
        for (const qint64 id : gone) {
            QVERIFY(!ids.contains(id));
            QVERIFY(!rows.rowOfId(id));
        }
        QVERIFY(std::is_sorted(ids.cbegin(), ids.cend()));
    }

    /// A page of ids must not look at the other rows, whatever the account's size.
    void pagesTouchOnlyTheirRows()
    {
        class Counting final : public RowSource
        {
        public:
            int count() const override { return 1'000'000; }
            JsonValue value(int row, const QString &) const override
            {
                ++looks;
                return row;
            }
            std::optional<int> rowOfId(qint64 id) const override { return static_cast<int>(id); }
            mutable int looks = 0;
        };
        const Counting source;
        const auto sorted = read(u"{\"hardware\":{"_s + byId + u"}}"_s);
        QCOMPARE(selectRows(source, *sorted, {500'000, 1000}, 1).rows.size(), 1000);
        QCOMPARE(selectRows(source, {}, {500'000, 1000}, 1).rows.size(), 1000);
        const auto named = read(
            uR"({"hardware":{"id":{"operation":"in","options":[{"name":"data","value":[1,999999]}]}}})"_s);
        QCOMPARE(selectRows(source, *named, {}, 1).rows.size(), 2);
        QCOMPARE(source.looks, 0);
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestRowSelection)
#include "tst_rowselection.moc"
