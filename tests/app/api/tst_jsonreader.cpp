// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonreader.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The value in {"v": <json>}.
QJsonValue parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(R"({"v":)" + json + "}").object().value(QStringLiteral("v"));
}

struct Attempt
{
    bool isClean;
    QString problem; ///< "path: expected x, found y"
};

template<class Read>
Attempt attempt(const QByteArray &json, Read read)
{
    JsonIssues issues;
    read(JsonReader(parsed(json), issues));
    return {issues.isClean(), issues.isClean()
                                  ? QString()
                                  : issues.error()->jsonPath + QStringLiteral(": ") + issues.error()->detail};
}

} // namespace

class TestJsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsScalars_data();
    void readsScalars();
    void textAsItWasSent();
    void treatsEveryAbsenceAlike_data();
    void treatsEveryAbsenceAlike();
    void keepsLargeIds();
    void walksArrays();
    void takesOneObjectForAnArray();
    void takesNumberedKeysForAnArray_data();
    void takesNumberedKeysForAnArray();
    void knowsTextThatCouldNotBeRead();
    void reportsThePath();
    void reportsTheFirstIssueOnly();
    void goesOnAfterAWrongType();
    void separatesIssues();
    void survivesDepth();
};

void TestJsonReader::readsScalars_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text"); // "!": reported as wrong, "": nothing there
    QTest::addColumn<QString>("integer");
    QTest::addColumn<QString>("decimal");
    QTest::addColumn<QString>("flag");
    QTest::addColumn<QString>("date");
    const auto row = [](const char *json, const char *text, const char *integer, const char *decimal,
                        const char *flag, const char *date) {
        QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(text) << QString::fromLatin1(integer)
                            << QString::fromLatin1(decimal) << QString::fromLatin1(flag)
                            << QString::fromLatin1(date);
    };
    row(R"("db01")", "db01", "!", "!", "!", "!");
    row(R"(" 7.8-64  ")", "7.8-64", "!", "!", "!", "!");
    row(R"("   ")", "", "!", "!", "!", "!");
    row(R"("318")", "318", "318", "318", "!", "!");
    row(R"(".23208")", ".23208", "!", "0.23208", "!", "!");
    row(R"("-.5")", "-.5", "!", "-0.5", "!", "!");
    row("0", "0", "0", "0", "false", "!");
    row("1", "1", "1", "1", "true", "!");
    row(R"("0")", "0", "0", "0", "false", "!");
    row(R"("1")", "1", "1", "1", "true", "!");
    row("2", "2", "2", "2", "!", "!");
    row("-17", "-17", "-17", "-17", "!", "!");
    row("412.5", "412.5", "!", "412.5", "!", "!");
    row("64.0", "64", "64", "64", "!", "!");
    row("1e3", "1000", "1000", "1000", "!", "!");
    row("1e300", "!", "!", "!", "!", "!"); // which digits were meant is not known
    row("9007199254740993", "9007199254740993", "9007199254740993", "9007199254740993", "!", "!");
    row("9223372036854775807", "9223372036854775807", "9223372036854775807", "!", "!", "!");
    row("9223372036854775808", "!", "!", "!", "!", "!");
    row(R"("9223372036854775807")", "9223372036854775807", "9223372036854775807", "!", "!", "!");
    row(R"("9223372036854775808")", "9223372036854775808", "!", "!", "!", "!");
    row("true", "!", "!", "!", "true", "!");
    row("false", "!", "!", "!", "false", "!");
    row(R"("true")", "true", "!", "!", "true", "!");
    row(R"("1970-01-01T00:00:01+00:00")", "1970-01-01T00:00:01+00:00", "!", "!", "!", "1000");
    row(R"({"id":1})", "!", "!", "!", "!", "!");
    row("[1]", "!", "!", "!", "!", "!");
}

void TestJsonReader::textAsItWasSent()
{
    JsonIssues issues;
    const auto read = [&issues](const char *json) { return JsonReader(parsed(json), issues).rawText(); };
    QCOMPARE(read(R"(" 7.8-64  ")"), QStringLiteral(" 7.8-64  "));
    QCOMPARE(read(R"("\ta\n")"), QStringLiteral("\ta\n"));
    QCOMPARE(read(R"("   ")"), QStringLiteral("   "));
    QCOMPARE(read("318"), QStringLiteral("318"));
    QVERIFY(!read(R"("")"));
    QVERIFY(!read("null"));
    QVERIFY(issues.isClean());
    QVERIFY(!read("true"));
    QVERIFY(!issues.isClean());
}

void TestJsonReader::readsScalars()
{
    QFETCH(const QByteArray, json);
    const auto check = [&](const char *column, auto read) {
        JsonIssues issues;
        const auto value = read(JsonReader(parsed(json), issues));
        QVERIFY(!value || issues.isClean());
        const QString outcome = !issues.isClean() ? QStringLiteral("!") : value ? *value : QString();
        QTest::qCompare(outcome, *static_cast<QString *>(QTest::qData(column, qMetaTypeId<QString>())),
                        column, column, __FILE__, __LINE__);
    };
    using Text = std::optional<QString>;
    check("text", [](const JsonReader &r) { return r.text(); });
    check("integer", [](const JsonReader &r) {
        const auto value = r.integer();
        return value ? Text(QString::number(*value)) : Text();
    });
    check("decimal", [](const JsonReader &r) {
        const auto value = r.decimal();
        return value ? Text(QString::fromLatin1(value->toText())) : Text();
    });
    check("flag", [](const JsonReader &r) {
        const auto value = r.flag();
        return value ? Text(*value ? QStringLiteral("true") : QStringLiteral("false")) : Text();
    });
    check("date", [](const JsonReader &r) {
        const auto value = r.timestamp();
        return value ? Text(QString::number(value->msecsUtc)) : Text();
    });
}

void TestJsonReader::treatsEveryAbsenceAlike_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("missing key") << QByteArray(R"({})");
    QTest::newRow("null") << QByteArray(R"({"x":null})");
    QTest::newRow("empty text") << QByteArray(R"({"x":""})");
    QTest::newRow("empty array") << QByteArray(R"({"x":[]})");
    QTest::newRow("empty object") << QByteArray(R"({"x":{}})");
    QTest::newRow("null above") << QByteArray("null");
    QTest::newRow("empty array above") << QByteArray("[]");
    QTest::newRow("empty text above") << QByteArray(R"("")");
}

void TestJsonReader::treatsEveryAbsenceAlike()
{
    QFETCH(const QByteArray, json);
    JsonIssues issues;
    const JsonReader x = JsonReader(parsed(json), issues)["x"];
    QVERIFY(x.isAbsent());
    QVERIFY(!x.text() && !x.integer() && !x.decimal() && !x.flag() && !x.timestamp());
    QVERIFY(x["y"]["z"].isAbsent());
    x.forEach([](const JsonReader &) { QFAIL("nothing to visit"); });
    QVERIFY(issues.isClean());
}

void TestJsonReader::keepsLargeIds()
{
    JsonIssues issues;
    QCOMPARE(JsonReader(parsed("9007199254740993"), issues).integer(),
             std::optional<qint64>(9'007'199'254'740'993));
    QCOMPARE(JsonReader(parsed("1899999999"), issues).text(), std::optional(QStringLiteral("1899999999")));
    QVERIFY(issues.isClean());
}

void TestJsonReader::walksArrays()
{
    JsonIssues issues;
    QStringList seen;
    JsonReader(parsed(R"({"rows":[{"id":1},null,{"id":3}]})"), issues)["rows"].forEach(
        [&](const JsonReader &row) {
            seen += QStringLiteral("%1=%2").arg(row["id"].path()).arg(*row["id"].integer());
        });
    QCOMPARE(seen, QStringList({QStringLiteral("rows[0].id=1"), QStringLiteral("rows[2].id=3")}));
    QVERIFY(issues.isClean());
}

void TestJsonReader::takesOneObjectForAnArray()
{
    JsonIssues issues;
    int visits = 0;
    JsonReader(parsed(R"({"id":7})"), issues).forEach([&](const JsonReader &row) {
        QCOMPARE(row["id"].integer(), std::optional<qint64>(7));
        ++visits;
    });
    QCOMPARE(visits, 1);
    QVERIFY(issues.isClean());
}

void TestJsonReader::takesNumberedKeysForAnArray_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("visited"); // path=id of each
    QTest::newRow("with a gap") << QByteArray(R"({"x":{"0":{"id":5},"2":{"id":7}}})") << u"x[0]=5 x[2]=7"_s;
    QTest::newRow("by number, not by letter")
        << QByteArray(R"({"x":{"10":{"id":3},"9":{"id":2},"1":{"id":1}}})") << u"x[1]=1 x[9]=2 x[10]=3"_s;
    QTest::newRow("null among them") << QByteArray(R"({"x":{"0":null,"1":{"id":7}}})") << u"x[1]=7"_s;
    QTest::newRow("one") << QByteArray(R"({"x":{"3":{"id":4}}})") << u"x[3]=4"_s;
    QTest::newRow("none") << QByteArray(R"({"x":{}})") << QString();
    QTest::newRow("an object without brackets") << QByteArray(R"({"x":{"id":9}})") << u"x=9"_s;
    QTest::newRow("one that also has a number") << QByteArray(R"({"x":{"0":{"id":1},"id":9}})") << u"x=9"_s;
    QTest::newRow("an empty key is none") << QByteArray(R"({"x":{"":{"id":1},"id":9}})") << u"x=9"_s;
    QTest::newRow("a sign is none") << QByteArray(R"({"x":{"-1":{"id":1},"id":9}})") << u"x=9"_s;
}

void TestJsonReader::takesNumberedKeysForAnArray()
{
    QFETCH(const QByteArray, json);
    JsonIssues issues;
    QStringList visited;
    JsonReader(parsed(json), issues)["x"].forEach([&visited](const JsonReader &element) {
        visited += u"%1=%2"_s.arg(element.path()).arg(element["id"].integer().value_or(-1));
    });
    QTEST(visited.join(u' '), "visited");
    QVERIFY(issues.isClean());
}

void TestJsonReader::knowsTextThatCouldNotBeRead()
{
    const QJsonValue root = parsed(R"({"a":"caf\ufffd","b":"cafe"})");
    JsonIssues issues;
    const JsonReader sentSo(root, issues);
    QCOMPARE(sentSo["a"].text(), std::optional(u"caf\uFFFD"_s)); // it may be what somebody wrote
    QVERIFY(!issues.hasUnreadableText());
    const JsonReader mended(root, issues, true);
    QCOMPARE(mended["b"].text(), std::optional(u"cafe"_s));
    QVERIFY(!issues.hasUnreadableText());
    QCOMPARE(mended["a"].text(), std::optional(u"caf\uFFFD"_s));
    QVERIFY(issues.hasUnreadableText());
    QVERIFY(issues.isClean());
}

void TestJsonReader::reportsThePath()
{
    const auto problem = [](const char *json, auto read) { return attempt(json, read).problem; };
    QCOMPARE(problem(R"([{"id":1},{"datacenter":{"name":[1]}}])",
                     [](const JsonReader &root) {
                         root.forEach([](const JsonReader &row) { (void)row["datacenter"]["name"].text(); });
                     }),
             QStringLiteral("[1].datacenter.name: expected text, found array"));
    QCOMPARE(problem(R"({"tags":"web"})",
                     [](const JsonReader &root) { root["tags"].forEach([](const JsonReader &) {}); }),
             QStringLiteral("tags: expected array, found text"));
    QCOMPARE(problem(R"({"status":5})", [](const JsonReader &root) { (void)root["status"]["name"].text(); }),
             QStringLiteral("status: expected object, found number"));
    QCOMPARE(problem("7", [](const JsonReader &root) { root.forEach([](const JsonReader &) {}); }),
             QStringLiteral("(the whole answer): expected array, found number"));
}

void TestJsonReader::reportsTheFirstIssueOnly()
{
    const Attempt result = attempt(R"({"a":[1],"b":{"c":1}})", [](const JsonReader &root) {
        (void)root["b"].text();
        (void)root["a"].text();
    });
    QVERIFY(!result.isClean);
    QVERIFY(result.problem.startsWith(QStringLiteral("b:")));
}

void TestJsonReader::goesOnAfterAWrongType()
{
    JsonIssues issues;
    const JsonReader root(parsed(R"({"a":[1],"b":"fine"})"), issues);
    QVERIFY(!root["a"].text());
    QCOMPARE(root["b"].text(), std::optional(QStringLiteral("fine")));
    QVERIFY(issues.error()->kind == ApiError::Kind::BadResponse);
    issues.clear();
    QVERIFY(issues.isClean());
}

void TestJsonReader::separatesIssues()
{
    JsonIssues row;
    JsonIssues group;
    const JsonReader root(parsed(R"({"fee":[1]})"), row);
    QVERIFY(!root.withIssues(group)["fee"].decimal());
    QVERIFY(row.isClean());
    QCOMPARE(group.error()->jsonPath, QStringLiteral("fee"));
}

void TestJsonReader::survivesDepth()
{
    QByteArray json = "true";
    for (int i = 0; i < 14; ++i)
        json = R"({"a":)" + json + "}";
    const Attempt result = attempt(json, [](const JsonReader &root) {
        JsonReader at = root;
        for (int i = 0; i < 14; ++i)
            at = at["a"];
        QCOMPARE(at.flag(), std::optional(true));
        (void)at.integer();
    });
    QVERIFY(result.problem.startsWith(QStringLiteral("a.a.a.a.a.a.a.a.a.a…:")));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestJsonReader)
#include "tst_jsonreader.moc"
