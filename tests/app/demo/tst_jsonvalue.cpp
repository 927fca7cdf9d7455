// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/jsonvalue.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace layerscope;
using namespace layerscope::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

/// As Qt writes it, and PHP its slashes.
QByteArray qtText(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value})
        .toJson(QJsonDocument::Compact)
        .chopped(1)
        .sliced(1)
        .replace('/', "\\/");
}

} // namespace

/// What Qt's classes for JSON do is what ours has to do.
class TestJsonValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAsQtDoes_data()
    {
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *name, const QJsonValue &value) { QTest::newRow(name) << value; };
        row("null", QJsonValue());
        row("true", true);
        row("false", false);
        for (const qint64 number :
             {qint64(0), qint64(-1), qint64(1403101), std::numeric_limits<qint64>::max(),
              std::numeric_limits<qint64>::min(), qint64(9007199254740993)})
            row(QByteArray::number(number).constData(), number);
        for (const double number : {0.5, -0.25, 1e300, 1e-300, 5.0, -0.0, 1.0 / 3, 412.5 * 27 + 25.13 * 33,
                                    9007199254740992.0, 1.8446744073709552e19})
            row(QByteArray::number(number, 'g', 17).constData(), number);
        row("empty text", u""_s);
        row("text", u"db01.example.com"_s);
        row("slash", u"/srv/data"_s);
        row("quotes and backslashes", u"\"C:\\data\""_s);
        row("breaks", u"\ta\r\nb\f\b"_s);
        row("control signs", u"\x01 \x1f \x7f"_s);
        row("umlauts", u"Müller & Söhne"_s);
        row("Japanese", u"日本語/東京"_s);
        row("beyond 16 bits", u"launched 🚀 fine"_s);
        row("half a pair", QString(u"a"_s + QChar(0xD83D) + u"b"_s));
        row("the other half", QString(QChar(0xDE80) + u"b"_s));
        row("half a pair at the end", QString(u"a"_s + QChar(0xD83D)));
        row("two first halves", QString(u"a"_s + QChar(0xD83D) + QChar(0xD83D) + QChar(0xDE80)));
        row("empty list", QJsonArray());
        row("list", QJsonArray{1, u"a"_s, QJsonValue(), QJsonArray{QJsonObject()}});
        row("empty object", QJsonObject());
        row("object",
            QJsonObject{{u"name"_s, u"b"_s}, {u"id"_s, 1}, {u"Id"_s, 2}, {u"ids"_s, QJsonArray{3}}});
    }

    void isWrittenAsQtDoes()
    {
        QFETCH(const QJsonValue, value);
        const JsonValue ours = JsonValue::fromQt(value);
        QCOMPARE(ours.toText(), qtText(value));
        QCOMPARE(ours.toQt(), value);
        QCOMPARE(ours.isNull(), value.isNull());
        QCOMPARE(ours.isBool(), value.isBool());
        QCOMPARE(ours.isDouble(), value.isDouble());
        QCOMPARE(ours.isString(), value.isString());
        QCOMPARE(ours.isArray(), value.isArray());
        QCOMPARE(ours.isObject(), value.isObject());
        QVERIFY(!ours.isUndefined());
        QCOMPARE(ours.toBool(), value.toBool());
        QCOMPARE(ours.toInt(), value.toInt());
        QCOMPARE(ours.toInteger(-1), value.toInteger(-1));
        QCOMPARE(ours.toDouble(), value.toDouble());
        QCOMPARE(ours.toString(), value.toString());
        QCOMPARE(ours.toArray().size(), value.toArray().size());
        QCOMPARE(ours.toObject().size(), value.toObject().size());
        QVERIFY(ours == JsonValue::fromQt(value));
        QVERIFY(ours != JsonValue(u"another"_s));
    }

    /// A list may hold nothing, an object has no such key.
    void undefinedIsNotThere()
    {
        const JsonValue undefined = JsonValue::undefined();
        QVERIFY(undefined.isUndefined() && !undefined.isNull());
        QVERIFY(undefined.toQt().isUndefined());
        QVERIFY(JsonValue::fromQt(QJsonValue(QJsonValue::Undefined)).isUndefined());
        QVERIFY(undefined != JsonValue());
        QCOMPARE(JsonValue(JsonArray{1, undefined}).toText(), "[1,null]");
        QCOMPARE(JsonValue(JsonObject{{u"a"_s, undefined}, {u"b"_s, JsonValue()}}).toText(), "{\"b\":null}");
    }

    void objectsFindAndChange()
    {
        JsonObject object{{u"id"_s, 1}, {u"name"_s, u"old"_s}, {u"name"_s, u"new"_s}};
        QCOMPARE(object.size(), 2);
        QCOMPARE(object.value(u"name").toString(), u"new"_s);
        QCOMPARE(object.value("id"_L1).toInt(), 1);
        QVERIFY(object.contains(u"id") && !object.contains(u"i"));
        QVERIFY(object.value("nothing"_L1).isUndefined());

        const JsonObject before = object;
        object.insert(u"id"_s, JsonObject{{u"inner"_s, true}});
        object.insert(u"a"_s, 2.5);
        object.remove(u"name"_s);
        object.remove(u"nothing"_s);
        QCOMPARE(JsonValue(object).toText(), "{\"a\":2.5,\"id\":{\"inner\":true}}");
        QCOMPARE(JsonValue(object)["id"_L1]["inner"_L1].toBool(), true);
        QVERIFY(JsonValue(object)["a"_L1]["inner"_L1].isUndefined());
        QCOMPARE(JsonValue(before).toText(), "{\"id\":1,\"name\":\"new\"}"); // a value of its own
        QVERIFY(before != object);
    }

    void listsGrow()
    {
        JsonArray list{1};
        const JsonArray before = list;
        list.append(u"end"_s);
        list.insert(1, JsonValue());
        QCOMPARE(JsonValue(list).toText(), "[1,null,\"end\"]");
        QCOMPARE(JsonValue(before).toText(), "[1]");
        QCOMPARE(list.at(2).toString(), u"end"_s);
        qsizetype seen = 0;
        for (const JsonValue &element : list)
            seen += element.isUndefined() ? 0 : 1;
        QCOMPARE(seen, 3);
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestJsonValue)
#include "tst_jsonvalue.moc"
