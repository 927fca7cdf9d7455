// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/columnkit.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <iterator>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

constexpr KindSet someKinds{RowKind::Vlan, RowKind::Subnet};

constexpr ColumnSpec kitColumns[] = {
    kit::id(someKinds, 0),
    kit::created(someKinds, 1),
    kit::asSlow(kit::created<"billingItem.createDate">(someKinds, 2)),
    kit::asDefault(kit::modified(someKinds, 1)),
    kit::datacenter(someKinds, 3),
    kit::tags(someKinds, 4),
    kit::fee(someKinds, 2),
    kit::owner(someKinds, 5),
    kit::notes(someKinds, 1),
    kit::note(someKinds, 1),
    kit::billingItemId(someKinds, 2),
    kit::parentId(someKinds, 0, {"zone_id", "Zone ID", "The number of the zone.", "(zone) id"}),
    kit::parentName(someKinds, 0, {"zone", "Zone", "The zone.", "(zone) name"}, {RowKind::DnsZone, 1}),
    kit::rowState(0),
};

/// As a file has it; its type has to be that of the column, so numbers and texts differ.
QString writtenValue(const CellValue &value)
{
    struct Writer
    {
        QString operator()(std::monostate) const { return {}; }
        QString operator()(const QString &text) const { return text; }
        QString operator()(qint64 number) const { return u'#' + QString::number(number); }
        QString operator()(Decimal number) const { return u'#' + QString::fromLatin1(number.toText()); }
        QString operator()(bool flag) const { return flag ? u"#true"_s : u"#false"_s; }
        QString operator()(Timestamp time) const
        {
            return u'#' + QDateTime::fromMSecsSinceEpoch(time.msecsUtc, Qt::UTC).toString(Qt::ISODate);
        }
    };
    return std::visit(Writer(), value);
}

} // namespace

/// What the columns of many kinds are made of.
class TestColumnKit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masksNameEachLevel_data();
    void masksNameEachLevel();
    void reads_data();
    void reads();
    void aWrongTypeIsReportedWithItsPath();
    void sharedColumnsAreWhole();
};

void TestColumnKit::masksNameEachLevel_data()
{
    QTest::addColumn<QByteArray>("made");
    QTest::addColumn<QByteArray>("mask");
    const auto row = [](const char *name, const CellSource &source, const char *mask) {
        QTest::newRow(name) << QByteArray(source.mask) << QByteArray(mask);
    };
    row("local", from<"name", ReadAs::Text>(someKinds), "name");
    row("relation", from<"status.keyName", ReadAs::Word>(someKinds), "status.keyName");
    row("behind a relation", from<"a.bc.d", ReadAs::Text>(someKinds), "a.id,a.bc.d");
    row("deep", from<"billingItem.orderItem.order.userRecord.username", ReadAs::Text>(someKinds),
        "billingItem.id,billingItem.orderItem.id,billingItem.orderItem.order.id,"
        "billingItem.orderItem.order.userRecord.username");
}

void TestColumnKit::masksNameEachLevel()
{
    QFETCH(const QByteArray, made);
    QFETCH(const QByteArray, mask);
    QCOMPARE(made, mask);
}

void TestColumnKit::reads_data()
{
    QTest::addColumn<CellSource::DecodeCell>("decode");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const CellSource &source, const char *json, const QString &text) {
        QTest::newRow(name) << source.decode << QByteArray(json) << text;
    };
    constexpr CellSource text = from<"a.b", ReadAs::Text>(someKinds);
    row("text", text, R"({"a":{"b":" x "}})", u" x "_s);
    row("text that is a number", text, R"({"a":{"b":12}})", u"12"_s);
    row("no text", text, R"({"a":{"b":""}})", {});
    row("null on the way", text, R"({"a":null})", {});
    row("absent on the way", text, R"({})", {});
    row("the first of a list", text, R"({"a":[{"b":null},{"b":"y"},{"b":"z"}]})", u"y"_s);
    row("of an empty list", text, R"({"a":[]})", {});
    row("word", from<"a", ReadAs::Word>(someKinds), R"({"a":" ACTIVE "})", u"ACTIVE"_s);

    constexpr CellSource integer = from<"a", ReadAs::Integer>(someKinds);
    row("integer", integer, R"({"a":5368709120123456789})", u"#5368709120123456789"_s);
    row("integer in a text", integer, R"({"a":"42"})", u"#42"_s);
    constexpr CellSource amount = from<"a", ReadAs::Amount>(someKinds);
    row("amount", amount, R"({"a":"42"})", u"#42"_s);
    row("nothing is not 0", amount, R"({"a":""})", {});
    row("decimal in a text", from<"a", ReadAs::Decimal>(someKinds), R"({"a":".00365"})", u"#0.00365"_s);
    constexpr CellSource flag = from<"a", ReadAs::Flag>(someKinds);
    row("flag", flag, R"({"a":true})", u"#true"_s);
    row("flag as a number", flag, R"({"a":0})", u"#false"_s);
    row("date", from<"a", ReadAs::Date>(someKinds), R"({"a":"2024-01-01T00:00:00-06:00"})",
        u"#2024-01-01T06:00:00Z"_s);

    constexpr CellSource list = from<"a.b.c", ReadAs::List>(someKinds);
    row("list", list, R"({"a":[{"b":{"c":"x"}},{"b":null},{"b":{"c":"y"}}]})", u"x;y"_s);
    row("list of lists", list, R"({"a":[{"b":[{"c":"x"},{"c":"y"}]},{"b":[{"c":"z"}]}]})", u"x;y;z"_s);
    row("one object as a list", list, R"({"a":{"b":{"c":"x"}}})", u"x"_s);
    row("list of nothing", list, R"({"a":[]})", {});
    row("list of texts", from<"a", ReadAs::List>(someKinds), R"({"a":["x","y"]})", u"x;y"_s);
    row("list with gaps", from<"a", ReadAs::List>(someKinds), R"({"a":{"0":"x","2":"y"}})", u"x;y"_s);
    row("flags", from<"a.b", ReadAs::Flags>(someKinds), R"({"a":[{"b":true},{"b":0},{"b":null}]})",
        u"true;false"_s);

    constexpr CellSource size = from<"a", ReadAs::Size>(someKinds);
    row("size in a text", size, R"({"a":"2000000000000"})", u"#2000000000000"_s);
    row("size with a point", size, R"({"a":25769803776.0})", u"#25769803776"_s);
    row("size with a point in a text", size, R"({"a":"1024.6"})", u"#1025"_s);
    row("no size", size, R"({"a":null})", {});
}

void TestColumnKit::reads()
{
    QFETCH(const CellSource::DecodeCell, decode);
    QFETCH(const QByteArray, json);
    QFETCH(const QString, text);
    JsonIssues issues;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QVERIFY(document.isObject());
    const CellValue value = decode(JsonReader(document.object(), issues));
    QVERIFY(issues.isClean());
    QCOMPARE(writtenValue(value), text);
}

void TestColumnKit::aWrongTypeIsReportedWithItsPath()
{
    JsonIssues issues;
    const QJsonObject row = QJsonDocument::fromJson(R"({"a":[{"b":"x"},{"b":{"c":[]}},{"b":7}]})").object();
    const CellValue value = from<"a.b.c", ReadAs::List>(someKinds).decode(JsonReader(row, issues));
    QVERIFY(std::holds_alternative<std::monostate>(value));
    QVERIFY(!issues.isClean());
    QVERIFY2(issues.error()->jsonPath.contains(u"a[0].b"_s), qPrintable(issues.error()->jsonPath));
}

void TestColumnKit::sharedColumnsAreWhole()
{
    const Catalogue catalogue(kitColumns, 6, "zone"_L1);
    for (const ColumnSpec &column : catalogue.columns()) {
        QVERIFY2(*column.key != '\0' && *column.title != '\0', column.key);
        QVERIFY2(column.translatedDescription().endsWith(u'.'), column.key);
        QVERIFY2(!column.repeats || column.type == ColumnType::Text, column.key);
        QCOMPARE(column.mask(RowKind::Subnet) == nullptr,
                 &column == &catalogue.column(catalogue.rowStateColumn()));
    }
    QVERIFY(kitColumns[2].isSlow && !kitColumns[1].isSlow);
    QVERIFY(kitColumns[3].isDefault && !kitColumns[1].isDefault);
    QCOMPARE(catalogue.mask(RowKind::Vlan, catalogue.groupsOfKind(RowKind::Vlan)).toText(),
             QByteArray("mask[id,createDate,billingItem[createDate,id,nextInvoiceTotalRecurringAmount,"
                        "orderItem[id,order[id,userRecord[username]]]],modifyDate,datacenter[name],"
                        "tagReferences[id,tag[id,name]],notes,note]"));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestColumnKit)
#include "tst_columnkit.moc"
