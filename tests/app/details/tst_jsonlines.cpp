// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/jsonlines.h"
#include "serversample.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestJsonLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachLineHasItsPath();
    void oddKeysStandInQuotes();
    void isValidJson();
    void takesAnyRoot();
};

void TestJsonLines::eachLineHasItsPath()
{
    const QList<JsonLine> lines =
        jsonLines(json(R"({"a":1,"list":[{"x":{"gateway":"192.0.2.1"}},null],"none":[],"z":""})"));
    const QList<JsonLine> expected{
        {u"{"_s, {}, {}},
        {u"  \"a\": 1,"_s, u"a"_s, u"1"_s},
        {u"  \"list\": ["_s, u"list"_s, {}},
        {u"    {"_s, u"list[0]"_s, {}},
        {u"      \"x\": {"_s, u"list[0].x"_s, {}},
        {u"        \"gateway\": \"192.0.2.1\""_s, u"list[0].x.gateway"_s, u"192.0.2.1"_s},
        {u"      }"_s, u"list[0].x"_s, {}},
        {u"    },"_s, u"list[0]"_s, {}},
        {u"    null"_s, u"list[1]"_s, u"null"_s},
        {u"  ],"_s, u"list"_s, {}},
        {u"  \"none\": [],"_s, u"none"_s, {}},
        {u"  \"z\": \"\""_s, u"z"_s, {}},
        {u"}"_s, {}, {}},
    };
    QCOMPARE(lines, expected);
}

void TestJsonLines::oddKeysStandInQuotes()
{
    const QList<JsonLine> lines = jsonLines(json(R"({"a b":{"x.y":1}})"));
    QCOMPARE(lines.at(2).path, u"[\"a b\"][\"x.y\"]"_s);
}

void TestJsonLines::isValidJson()
{
    const QJsonValue value =
        json(R"({"a":"line\n\"quoted\" \\ é","b":[1.5,true,[],{}],"c":{"d":9007199254740993}})");
    QStringList texts;
    for (const JsonLine &line : jsonLines(value))
        texts.append(line.text);
    QCOMPARE(json(texts.join(u'\n').toUtf8().constData()), value);
}

void TestJsonLines::takesAnyRoot()
{
    QCOMPARE(jsonLines(QJsonValue(5)), (QList<JsonLine>{{u"5"_s, {}, u"5"_s}}));
    QCOMPARE(jsonLines(json("[7]")).at(1).path, u"[0]"_s);
    QCOMPARE(jsonLines(json("{}")), (QList<JsonLine>{{u"{}"_s, {}, {}}}));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestJsonLines)
#include "tst_jsonlines.moc"
