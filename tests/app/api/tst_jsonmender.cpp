// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonmender.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QStringDecoder>
#include <QTest>

using namespace layerscope;

class TestJsonMender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mends_data();
    void mends();
    void leavesAlone_data();
    void leavesAlone();
    void whatItMakesIsUtf8();
};

void TestJsonMender::mends_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("mended");
    QTest::addColumn<bool>("hadInvalidUtf8");
    const auto text = [](const char *name, const QByteArray &bytes, const QByteArray &mended) {
        QTest::newRow(name) << '"' + bytes + '"' << '"' + mended + '"' << true;
    };
    const QByteArray sign("\xef\xbf\xbd");
    text("a byte of Latin 1", "caf\xe9", "caf" + sign);
    text("between letters",
         "a\xff"
         "b\xfe"
         "c",
         "a" + sign + "b" + sign + "c");
    text("a continuation alone", "\x80", sign);
    text("cut off", "a\xe2\x82", "a" + sign);
    text("cut off before a letter", "\xf0\x9f\x98z", sign + "z");
    text("longer than needed", "\xc0\xaf", sign + sign);
    text("half a surrogate pair", "\xed\xa0\x80", sign + sign + sign);
    text("beyond Unicode", "\xf4\x90\x80\x80", sign + sign + sign + sign);
    text("beside good ones", "\xc3\xa9\xe9\xe2\x82\xac", "\xc3\xa9" + sign + "\xe2\x82\xac");
    text("behind a backslash", "\\\xe9", "\\" + sign);
    text("behind an escaped quote", "\\\"\xe9 NaN", "\\\"" + sign + " NaN");

    const auto number = [](const char *json, const char *mended) {
        QTest::newRow(json) << QByteArray(json) << QByteArray(mended) << false;
    };
    number(R"({"a":NaN})", R"({"a":["NaN"]})");
    number(R"({"a":Infinity,"b":-Infinity})", R"({"a":["Infinity"],"b":["-Infinity"]})");
    number(R"({"a":INF,"b":NAN,"c":-3})", R"({"a":["INF"],"b":["NAN"],"c":-3})");
    number(R"([NaN, "NaN"])", R"([["NaN"], "NaN"])");
}

void TestJsonMender::mends()
{
    QFETCH(const QByteArray, json);
    const std::optional<MendedJson> mended = mendedJson(json);
    QVERIFY(mended);
    QTEST(mended->text, "mended");
    QTEST(mended->hadInvalidUtf8, "hadInvalidUtf8");
}

void TestJsonMender::leavesAlone_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"", "{}", R"({"a":"NaN Infinity -Infinity"})", R"({"a":-1,"b":null})",
                             R"({"a":)", R"("\ud800")", "\"\xf0\x9f\x98\x80 \xe2\x82\xac\"", R"("\)"})
        QTest::newRow(json) << QByteArray(json);
}

void TestJsonMender::leavesAlone()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!mendedJson(json));
}

/// Whatever bytes a text has: after it the text is what Qt's own decoder makes of the bytes, and JSON.
void TestJsonMender::whatItMakesIsUtf8()
{
    QRandomGenerator draw(11);
    constexpr std::array<quint8, 16> bytes{0x80, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xa0, 0xed,
                                           0x9f, 0xef, 0xf0, 0x90, 0xf4, 0xff, 'a',  'z'};
    for (int i = 0; i < 20'000; ++i) {
        QByteArray text;
        for (quint32 length = draw.bounded(9u); length > 0; --length)
            text += static_cast<char>(bytes[draw.bounded(quint32(bytes.size()))]);
        const std::optional<MendedJson> mended = mendedJson("[\"" + text + "\"]");
        const QByteArray made = mended ? mended->text.sliced(2).chopped(2) : text;
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString read = decoder(made);
        QVERIFY2(!decoder.hasError(), text.toHex().constData());
        QVERIFY2(read == QString::fromUtf8(text) || mended, text.toHex().constData());
        QVERIFY2(!QJsonDocument::fromJson("[\"" + made + "\"]").isNull(), text.toHex().constData());
    }
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestJsonMender)
#include "tst_jsonmender.moc"
