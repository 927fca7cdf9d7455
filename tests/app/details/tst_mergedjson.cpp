// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/mergedjson.h"

#include "support/testmain.h"

#include <QJsonDocument>
#include <QTest>

using namespace layerscope;

namespace {

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestMergedJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merges_data();
    void merges();
};

void TestMergedJson::merges_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<QByteArray>("merged");
    const auto row = [](const char *name, const char *a, const char *b, const char *merged) {
        QTest::newRow(name) << QByteArray(a) << QByteArray(b) << QByteArray(merged);
    };
    row("nothing", "{}", "{}", "{}");
    row("side by side", R"({"a":1})", R"({"b":2})", R"({"a":1,"b":2})");
    row("the first counts", R"({"a":1})", R"({"a":2})", R"({"a":1})");
    row("but not where it has nothing", R"({"a":null})", R"({"a":2})", R"({"a":2})");
    row("one relation in parts", R"({"item":{"id":1,"fee":2}})", R"({"item":{"id":1,"order":{"id":3}}})",
        R"({"item":{"id":1,"fee":2,"order":{"id":3}}})");
    row("rows by their ids", R"({"rows":[{"id":1},{"id":2,"x":1}]})",
        R"({"rows":[{"id":3,"y":3},{"id":2,"y":2},{"id":1,"y":1}]})",
        R"({"rows":[{"id":1,"y":1},{"id":2,"x":1,"y":2}]})");
}

void TestMergedJson::merges()
{
    QFETCH(const QByteArray, a);
    QFETCH(const QByteArray, b);
    QFETCH(const QByteArray, merged);
    QCOMPARE(mergedJson(parsed(a), parsed(b)), parsed(merged));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestMergedJson)
#include "tst_mergedjson.moc"
