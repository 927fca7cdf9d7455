// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/connection.h"
#include "api/redactor.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace layerscope;

namespace {

const QString apiKey = QStringLiteral("0123456789abcdef+/=&0123456789abcdef");
/// With everything in it that something on the way may want to escape.
const QString proxyPassword = QStringLiteral("p@ss:w/o \"r<d>'&\\%é");

Credentials basic()
{
    return {Credentials::Scheme::Basic, QStringLiteral("123456_ops@example.com"), apiKey};
}

Connection withProxy()
{
    return {Connection::publicEndpoint(), basic(),
            QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("proxy.example.com"), 3128,
                          QStringLiteral("me"), proxyPassword)};
}

QString base64(const QString &text, QByteArray::Base64Options options = QByteArray::Base64Encoding)
{
    return QString::fromLatin1(text.toUtf8().toBase64(options));
}

QString percentEncoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString jsonEscaped(const QString &text)
{
    const QString array = QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
    return array.sliced(2, array.size() - 4);
}

/// As careful encoders do.
QString unicodeEscaped(const QString &text)
{
    QString escaped;
    for (const QChar character : text)
        escaped += character.isLetterOrNumber() && character < QChar(128)
                       ? QString(character)
                       : QStringLiteral("\\u%1").arg(uint(character.unicode()), 4, 16, QLatin1Char('0'));
    return escaped;
}

} // namespace

class TestRedactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesWhatItKnows_data();
    void hidesWhatItKnows();
    void hidesWhatLooksSecret_data();
    void hidesWhatLooksSecret();
    void hidesInEveryForm_data();
    void hidesInEveryForm();
    void hidesTwiceAsOnce_data();
    void hidesTwiceAsOnce();
    void leavesTheRestAlone_data();
    void leavesTheRestAlone();
    void shortSecretsAreWords();
    void longSecretsAreHiddenWhole();
    void oddTextHidesNoLess();
    void hidesTheLongerSecretFirst();
    void hidesInJson_data();
    void hidesInJson();
    void leavesOtherJsonAlone();
};

void TestRedactor::hidesWhatItKnows_data()
{
    QTest::addColumn<QString>("text");
    const QString header = QString::fromLatin1(basic().authorizationHeader());
    QTest::newRow("key") << QString(QStringLiteral("bad key ") + apiKey + QStringLiteral("!"));
    QTest::newRow("twice") << QString(apiKey + apiKey);
    QTest::newRow("header") << QString(QStringLiteral("Authorization: ") + header);
    QTest::newRow("header's value alone") << header.mid(6);
    QTest::newRow("encoded") << QString(QStringLiteral("?key=") +
                                        QString::fromLatin1(QUrl::toPercentEncoding(apiKey)));
    QTest::newRow("in a URL") << QString(QStringLiteral("https://user:") + apiKey + QStringLiteral("@host/"));
}

void TestRedactor::hidesWhatItKnows()
{
    QFETCH(const QString, text);
    const QString redacted = Redactor(basic()).redacted(text);
    QVERIFY(redacted.contains(Redactor::placeholder()));
    QVERIFY(!redacted.contains(apiKey));
    QVERIFY(!redacted.contains(QString::fromLatin1(basic().authorizationHeader()).mid(6)));
    QVERIFY(!redacted.contains(QStringLiteral("0123456789abcdef")));
}

void TestRedactor::hidesWhatLooksSecret_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("bearer") << QStringLiteral("Authorization: Bearer eyJhbGciOi.eyJzdWIi-_~.c2ln==")
                            << QStringLiteral("Authorization: Bearer [hidden]");
    QTest::newRow("basic") << QStringLiteral("authorization: basic dXNlcjpodW50ZXIy")
                           << QStringLiteral("authorization: basic [hidden]");
    QTest::newRow("short basic") << QStringLiteral("Authorization: Basic YTpi")
                                 << QStringLiteral("Authorization: Basic [hidden]");
    QTest::newRow("proxy header") << QStringLiteral("Proxy-Authorization: Basic dXNlcjpodW50ZXIy")
                                  << QStringLiteral("Proxy-Authorization: Basic [hidden]");
    QTest::newRow("digest")
        << QStringLiteral("Proxy-Authorization: Digest username=\"me\", response=\"6629fae\"\nHost: h")
        << QStringLiteral("Proxy-Authorization: [hidden]\nHost: h");
    QTest::newRow("header without a scheme")
        << QStringLiteral("Authorization: 0123456789abcdef0123") << QStringLiteral("Authorization: [hidden]");
    QTest::newRow("JSON within a page") << QStringLiteral("{&quot;password&quot;:&quot;hunter2&quot;}")
                                        << QStringLiteral("{&quot;password&quot;:&quot;[hidden]&quot;}");
    QTest::newRow("headers as Qt prints them")
        << QStringLiteral("(\"Authorization\", \"Basic dXNlcjpodW50ZXIy\")")
        << QStringLiteral("(\"Authorization\", \"Basic [hidden]\")");
    QTest::newRow("header in JSON") << QStringLiteral("{\"Authorization\":\"Basic dXNlcjpodW50ZXIy\"}")
                                    << QStringLiteral("{\"Authorization\":\"Basic [hidden]\"}");
    QTest::newRow("token without its header")
        << QStringLiteral("got Bearer eyJhbGciOi.eyJzdWIi") << QStringLiteral("got Bearer [hidden]");
    QTest::newRow("user and password in a URL")
        << QStringLiteral("GET https://me:hunter2@proxy.example.com:3128/x")
        << QStringLiteral("GET https://[hidden]@proxy.example.com:3128/x");
    QTest::newRow("key as the user of a URL") << QStringLiteral("https://hunter2@api.example.com/")
                                              << QStringLiteral("https://[hidden]@api.example.com/");
    QTest::newRow("signs in a URL's password")
        << QStringLiteral("http://me:a@b?c#d@h:1/x") << QStringLiteral("http://[hidden]@h:1/x");
    QTest::newRow("backslash in a URL's password")
        << QStringLiteral("http://me:a\\b@h") << QStringLiteral("http://[hidden]@h");
    QTest::newRow("URL in JSON") << QStringLiteral("\"https:\\/\\/me:hunter2@h\\/x\"")
                                 << QStringLiteral("\"https:\\/\\/[hidden]@h\\/x\"");
    QTest::newRow("encoded URL") << QStringLiteral("?next=https%3A%2F%2Fme%3Ahunter2%40h%2Fx")
                                 << QStringLiteral("?next=https%3A%2F%2F[hidden]%40h%2Fx");
    QTest::newRow("two URLs") << QStringLiteral("http://a:b1@h, http://c:d1@h")
                              << QStringLiteral("http://[hidden]@h, http://[hidden]@h");
    QTest::newRow("proxy without a scheme") << QStringLiteral("via me:hunter2@proxy.example.com:3128 now")
                                            << QStringLiteral("via [hidden]@proxy.example.com:3128 now");
    QTest::newRow("proxy without a scheme at an address")
        << QStringLiteral("me:h@nter2@10.0.0.1:3128") << QStringLiteral("[hidden]@10.0.0.1:3128");
    QTest::newRow("proxy without scheme and port") << QStringLiteral("proxy = me:hunter2@proxy.example.com")
                                                   << QStringLiteral("proxy = [hidden]@proxy.example.com");
    QTest::newRow("configuration")
        << QStringLiteral("[softlayer]\nusername = me\napi_key = hunter 2 & more\ntimeout = 0")
        << QStringLiteral("[softlayer]\nusername = me\napi_key = [hidden]\ntimeout = 0");
    QTest::newRow("configuration with colons") << QStringLiteral("api_key: hunter2\r\nusername: me")
                                               << QStringLiteral("api_key: [hidden]\r\nusername: me");
    QTest::newRow("configuration with quotes")
        << QStringLiteral("api_key = \"hunter 2\" # old") << QStringLiteral("api_key = \"[hidden]\" # old");
    QTest::newRow("configuration in one line")
        << QStringLiteral("[softlayer] username = me api_key = hunter2 timeout = 0")
        << QStringLiteral("[softlayer] username = me api_key = [hidden] timeout = 0");
    QTest::newRow("configuration's proxy") << QStringLiteral("proxy = http://me:hunter2@h:3128")
                                           << QStringLiteral("proxy = http://[hidden]@h:3128");
    QTest::newRow("environment") << QStringLiteral("SL_USERNAME=me\nSL_API_KEY=hunter2&3\nHOME=/home/me")
                                 << QStringLiteral("SL_USERNAME=me\nSL_API_KEY=[hidden]\nHOME=/home/me");
    QTest::newRow("environment, other names") << QStringLiteral("export SOFTLAYER_API_KEY=hunter2")
                                              << QStringLiteral("export SOFTLAYER_API_KEY=[hidden]");
    QTest::newRow("environment in one line") << QStringLiteral("env SL_API_KEY=hunter2 SL_USERNAME=me")
                                             << QStringLiteral("env SL_API_KEY=[hidden] SL_USERNAME=me");
    QTest::newRow("environment's proxies")
        << QStringLiteral("https_proxy=http://me:hunter2@h:1\nHTTPS_PROXY=me:hunter2@h")
        << QStringLiteral("https_proxy=http://[hidden]@h:1\nHTTPS_PROXY=[hidden]@h");
    QTest::newRow("curl") << QStringLiteral("curl -u me:hunter2 https://h/")
                          << QStringLiteral("curl -u [hidden] https://h/");
    QTest::newRow("curl with quotes") << QStringLiteral("curl --user 'me:hunter 2' https://h/")
                                      << QStringLiteral("curl --user [hidden] https://h/");
    QTest::newRow("curl as a list") << QStringLiteral("\"curl\", \"-u\", \"me:hunter2\", \"https://h/\"")
                                    << QStringLiteral("\"curl\", \"-u\", [hidden], \"https://h/\"");
    QTest::newRow("curl's proxy") << QStringLiteral("curl --proxy-user=me:hunter2 -x me:hunter2@h https://h/")
                                  << QStringLiteral("curl --proxy-user=[hidden] -x [hidden]@h https://h/");
    QTest::newRow("curl without a space")
        << QStringLiteral("curl -ume:hunter2 -Ume:hunter2") << QStringLiteral("curl -u[hidden] -U[hidden]");
    QTest::newRow("query") << QStringLiteral("https://h/x?apikey=hunter2&limit=5#a")
                           << QStringLiteral("https://h/x?apikey=[hidden]&limit=5#a");
    QTest::newRow("query of a login")
        << QStringLiteral("https://h/?a=1&access_token=x1&refresh_token=x2&password=x3&z=2")
        << QStringLiteral(
               "https://h/?a=1&access_token=[hidden]&refresh_token=[hidden]&password=[hidden]&z=2");
    QTest::newRow("password in JSON") << QStringLiteral("{\"username\":\"root\",\"password\":\"a\\\"b\"}")
                                      << QStringLiteral("{\"username\":\"root\",\"password\":\"[hidden]\"}");
    QTest::newRow("indented JSON") << QStringLiteral("{\n  \"apiKey\" :\n  \"x\"\n}")
                                   << QStringLiteral("{\n  \"apiKey\" :\n  \"[hidden]\"\n}");
    QTest::newRow("cut-off JSON") << QStringLiteral("{\"apiKey\":\"hunt")
                                  << QStringLiteral("{\"apiKey\":\"[hidden]");
    QTest::newRow("all passwords in JSON") << QStringLiteral("{\"passwords\":[{\"a\":\"]\"},\"x\"],\"id\":1}")
                                           << QStringLiteral("{\"passwords\":\"[hidden]\",\"id\":1}");
    QTest::newRow("cut-off list in JSON")
        << QStringLiteral("{\"remoteManagementAccounts\":[{\"username\":\"root\",\"pass")
        << QStringLiteral("{\"remoteManagementAccounts\":\"[hidden]\"");
    QTest::newRow("user data in JSON") << QStringLiteral("{\"userData\":[{\"value\":\"#!/bin/sh\"}]}")
                                       << QStringLiteral("{\"userData\":\"[hidden]\"}");
    QTest::newRow("number in JSON") << QStringLiteral("{\"manufacturerActivationCode\":7,\"id\":1}")
                                    << QStringLiteral("{\"manufacturerActivationCode\":[hidden],\"id\":1}");
    QTest::newRow("JSON within JSON")
        << QStringLiteral("{\"body\":\"{\\\"password\\\":\\\"hunter2\\\",\\\"id\\\":1}\"}")
        << QStringLiteral("{\"body\":\"{\\\"password\\\":\\\"[hidden]\\\",\\\"id\\\":1}\"}");
    QTest::newRow("single quotes") << QStringLiteral("{'api_key': 'hunter2', 'a': 1}")
                                   << QStringLiteral("{'api_key': '[hidden]', 'a': 1}");
    QTest::newRow("arrows") << QStringLiteral("'password' => 'hunter2'")
                            << QStringLiteral("'password' => '[hidden]'");
    QTest::newRow("XML") << QStringLiteral("<apiKey>hunter2</apiKey>")
                         << QStringLiteral("<apiKey>[hidden]</apiKey>");
    QTest::newRow("header of its own")
        << QStringLiteral("X-Api-Key: hunter2") << QStringLiteral("X-Api-Key: [hidden]");
}

void TestRedactor::hidesWhatLooksSecret()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(Redactor().redacted(text), expected);
}

void TestRedactor::hidesInEveryForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QByteArray &name, const QString &secret) {
        QTest::newRow(name.constData()) << QString(QStringLiteral("<i>") + secret + QStringLiteral("</i>"))
                                        << QStringLiteral("<i>[hidden]</i>");
    };
    for (const auto &[name, secret] :
         {std::pair("key", apiKey), std::pair("proxy's password", proxyPassword)}) {
        const auto of = [name = QByteArray(name)](const char *form) {
            return QByteArray(name + ", " + form);
        };
        row(of("plain"), secret);
        row(of("upper case"), secret.toUpper());
        row(of("percent-encoded"), percentEncoded(secret));
        row(of("percent-encoded, lower case"), percentEncoded(secret).toLower());
        row(of("percent-encoded twice"), percentEncoded(percentEncoded(secret)));
        row(of("JSON"), jsonEscaped(secret));
        row(of("JSON in JSON"), jsonEscaped(jsonEscaped(secret)));
        row(of("JSON with slashes"), jsonEscaped(secret).replace(u'/', QLatin1String("\\/")));
        row(of("JSON in ASCII"), unicodeEscaped(secret));
        row(of("HTML"), secret.toHtmlEscaped());
    }
    row("pair of the key", base64(basic().user + u':' + apiKey));
    row("pair of the key for URLs", base64(basic().user + u':' + apiKey, QByteArray::Base64UrlEncoding));
    row("pair of the proxy", base64(QStringLiteral("me:") + proxyPassword));
    row("pair without its padding", base64(basic().user + u':' + apiKey, QByteArray::OmitTrailingEquals));
    row("pair, encoded", percentEncoded(base64(basic().user + u':' + apiKey)));
    row("cut off", apiKey.left(19));
    // Base64 of whatever ends in the secret: nothing of it is left, however it lies in the groups of three.
    for (const char *before : {"", "u", "us", "apikey:"}) {
        QTest::addRow("base64 after \"%s\"", before) << base64(QLatin1String(before) + apiKey) << QString();
    }
}

void TestRedactor::hidesInEveryForm()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    const QString redacted = Redactor(withProxy()).redacted(text);
    if (!expected.isEmpty()) {
        QCOMPARE(redacted, expected);
        return;
    }
    QVERIFY(redacted.contains(Redactor::placeholder()));
    const QByteArray rest =
        QByteArray::fromBase64(QString(redacted).remove(Redactor::placeholder()).toLatin1());
    QVERIFY2(!rest.contains(apiKey.left(3).toLatin1()) && rest.size() <= 10, qPrintable(redacted));
}

/// A text passes through more than one redactor on its way: the error's and the log's.
void TestRedactor::hidesTwiceAsOnce_data()
{
    hidesWhatLooksSecret_data();
}

void TestRedactor::hidesTwiceAsOnce()
{
    QFETCH(const QString, expected);
    QCOMPARE(Redactor(withProxy()).redacted(expected), expected);
}

void TestRedactor::leavesTheRestAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QStringLiteral("");
    QTest::newRow("variables in a key's place")
        << QStringLiteral("curl -u \"$SL_USERNAME:$SL_API_KEY\" https://api.softlayer.com/");
    QTest::newRow("words") << QStringLiteral(
        "Basic facts: https://api.softlayer.com/rest/v3.1/ ops@example.com \"passwords\": []");
    QTest::newRow("user name that is an e-mail address")
        << QStringLiteral("user 123456_ops@example.com is unknown");
    QTest::newRow("e-mail address after a colon")
        << QStringLiteral("Write to: ops@example.com, or contact:ops@example.com");
    QTest::newRow("link to an e-mail address") << QStringLiteral("<mailto:ops@example.com>");
    QTest::newRow("colon and at sign") << QStringLiteral("a: b@c");
    QTest::newRow("address and port") << QStringLiteral("10.0.0.1:8080 and [2001:db8::1]:443");
    QTest::newRow("address with a path")
        << QStringLiteral("https://user.example.com/@me?mail=ops@example.com");
    QTest::newRow("MAC address") << QStringLiteral("06:a8:5f:00:12:ab");
    QTest::newRow("UUID") << QStringLiteral("550e8400-e29b-41d4-a716-446655440000");
    QTest::newRow("serial number") << QStringLiteral("J0123456789abcde");
    QTest::newRow("time") << QStringLiteral("2026-02-28T23:00:00-06:00");
    QTest::newRow("password policy") << QStringLiteral(
        "The password policy of this account asks for more. Change your API key: it is old.");
    QTest::newRow("wrong key") << QStringLiteral(
        "The user name or the API key is wrong. Check SL_USERNAME and SL_API_KEY.");
    QTest::newRow("basic") << QStringLiteral("a basic maintenance plan, Basic Information");
    QTest::newRow("bearer") << QStringLiteral("the bearer certificate");
    QTest::newRow("authorization") << QStringLiteral("Proxy authorization: required");
    QTest::newRow("method") << QStringLiteral("SoftLayer_User::getApiKeys::x SoftLayer_Account::getHardware");
    QTest::newRow("nothing there") << QStringLiteral(
        "{\"password\":null,\"passwords\":[],\"userData\":\"\",\"apiKey\":{}}");
    QTest::newRow("empty settings") << QStringLiteral("api_key =\npassword=\nproxy = http://h:3128");
    QTest::newRow("no curl") << QStringLiteral(
        "sort -u names.txt; systemctl --user status; layerscope --user-agent a:b");
    QTest::newRow("picture of a page") << QStringLiteral("<title>502 Bad Gateway</title>");
    QTest::newRow("mask") << QStringLiteral(
        "mask[id,fullyQualifiedDomainName,operatingSystem[softwareLicense[id]]]");
}

void TestRedactor::leavesTheRestAlone()
{
    QFETCH(const QString, text);
    QCOMPARE(Redactor(withProxy()).redacted(text), text);
    QCOMPARE(Redactor(Credentials{}).redacted(text), text); // an empty secret is no secret
}

void TestRedactor::shortSecretsAreWords()
{
    Redactor redactor;
    redactor.addSecret(QStringLiteral("ok"));
    QCOMPARE(redactor.redacted(QStringLiteral("looks ok, \"ok\"")),
             QStringLiteral("looks [hidden], \"[hidden]\""));
}

void TestRedactor::longSecretsAreHiddenWhole()
{
    QString token;
    for (int i = 0; i < 20'000; ++i)
        token += QString::number(i, 36);
    Redactor redactor;
    redactor.addSecret(token);
    QCOMPARE(redactor.redacted(u'(' + token + QStringLiteral(" x")), QStringLiteral("([hidden] x"));
}

void TestRedactor::oddTextHidesNoLess()
{
    const QString half = QChar(0xd800); // of a character; JSON may say "\ud800"
    const QString redacted = Redactor(basic()).redacted(half + apiKey + half);
    QVERIFY(redacted.contains(Redactor::placeholder()));
    QVERIFY(!redacted.contains(apiKey.left(8)));

    Redactor redactor;
    for (const char *secret : {"(((((", "[a-z", "\\Q..\\E", "a\\", "*+?{1}", "$^|#"}) {
        redactor.addSecret(QString::fromLatin1(secret));
        QCOMPARE(redactor.redacted(QLatin1String("<") + QLatin1String(secret) + u'>'),
                 QStringLiteral("<[hidden]>"));
    }

    // Many beginnings must not take forever, nor keep what follows from being hidden.
    for (const char *piece : {"a:b,", "://a:b", "proxy=a:", "password", "-u a:", "Basic ", "authorization:",
                              "%3A%2F%2F", "\"password\":[", "0123456789abcde", "password=\"", "  ", "@:"}) {
        const QString text = QString::fromLatin1(QByteArray(piece).repeated(100'000 / int(qstrlen(piece)))) +
                             QStringLiteral("\n @: ") + apiKey + u'\n';
        QVERIFY2(!Redactor(basic()).redacted(text).contains(apiKey), piece);
    }

    // Deep and broken, as nobody should send it.
    const QString deep = QStringLiteral("{\"password\":") + QString(100'000, u'[') + QStringLiteral("\"x");
    QCOMPARE(redactor.redacted(deep), QStringLiteral("{\"password\":\"[hidden]\""));
}

void TestRedactor::hidesTheLongerSecretFirst()
{
    Redactor redactor;
    redactor.addSecret(QStringLiteral("abcd"));
    redactor.addSecret(QStringLiteral("abcdefgh"));
    redactor.addSecret({});
    QCOMPARE(redactor.redacted(QStringLiteral("abcdefgh abcd")), QStringLiteral("[hidden] [hidden]"));
}

void TestRedactor::hidesInJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *json, const char *expected) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(expected);
    };
    row("password", R"({"username":"root","password":"a\"b"})",
        R"({"password":"[hidden]","username":"root"})");
    row("all passwords", R"({"a":[{"passwords":[{"username":"root"}]}]})",
        R"({"a":[{"passwords":"[hidden]"}]})");
    row("remote management", R"({"remoteManagementAccounts":[{"username":"root"}]})",
        R"({"remoteManagementAccounts":"[hidden]"})");
    row("user data", R"({"userData":[{"value":"#!/bin/sh"}]})", R"({"userData":"[hidden]"})");
    row("licence", R"([{"manufacturerLicenseInstance":"ABC-123","manufacturerActivationCode":7}])",
        R"([{"manufacturerActivationCode":"[hidden]","manufacturerLicenseInstance":"[hidden]"}])");
    row("keys and tokens", R"({"apiAuthenticationKeys":["x"],"api_key":"x","refresh_token":"x"})",
        R"({"apiAuthenticationKeys":"[hidden]","api_key":"[hidden]","refresh_token":"[hidden]"})");
    row("in a text", R"({"notes":"at https://me:hunter2@example.com/"})",
        R"({"notes":"at https://[hidden]@example.com/"})");
    row("name that is a secret", R"({"0123456789abcdef+/=&0123456789abcdef":1})", R"({"[hidden]":1})");
    row("text in a text", R"({"body":"{\"password\":\"x\"}"})", R"({"body":"{\"password\":\"[hidden]\"}"})");
    row("nothing there", R"({"manufacturerLicenseInstance":"","password":null,"userData":[]})",
        R"({"manufacturerLicenseInstance":"","password":null,"userData":[]})");
}

void TestRedactor::hidesInJson()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, expected);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonValue value =
        document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QJsonValue redacted = Redactor(basic()).redacted(value);
    const QJsonDocument written =
        redacted.isArray() ? QJsonDocument(redacted.toArray()) : QJsonDocument(redacted.toObject());
    QCOMPARE(written.toJson(QJsonDocument::Compact), expected);
}

void TestRedactor::leavesOtherJsonAlone()
{
    const QJsonObject object{{QStringLiteral("id"), 70000770},
                             {QStringLiteral("amountOut"), QStringLiteral(".0608")},
                             {QStringLiteral("metricTrackingObjectId"), 33445566},
                             {QStringLiteral("list"), QJsonArray{QJsonValue(), true, 1.5}}};
    QCOMPARE(Redactor(basic()).redacted(object), QJsonValue(object));
    QCOMPARE(Redactor(basic()).redacted(QJsonValue()), QJsonValue());
    QCOMPARE(Redactor(basic()).redacted(QJsonValue(apiKey)), QJsonValue(Redactor::placeholder()));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestRedactor)
#include "tst_redactor.moc"
