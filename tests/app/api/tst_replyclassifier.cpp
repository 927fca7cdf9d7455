// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/connection.h"
#include "api/replyclassifier.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>
#include <QTranslator>

using namespace layerscope;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;

namespace {

const QString secret = QStringLiteral("feedfacefeedfacefeedface");

HttpAnswer answer(int status, const QByteArray &body)
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = body;
    answer.host = QStringLiteral("api.example.com");
    answer.receivedAt = QDateTime(QDate(2026, 3, 1), QTime(12, 0), QTimeZone::utc());
    return answer;
}

Result<JsonAnswer> classified(const HttpAnswer &answer)
{
    return classify(answer, Redactor({Credentials::Scheme::Basic, QStringLiteral("user"), secret}));
}

} // namespace

class TestReplyClassifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsJson_data();
    void acceptsJson();
    void mendsWhatIsNoJson_data();
    void mendsWhatIsNoJson();
    void readsCodesThatAreNumbers_data();
    void readsCodesThatAreNumbers();
    void readsTheTotal_data();
    void readsTheTotal();
    void namesErrors_data();
    void namesErrors();
    void describesAlienBodies_data();
    void describesAlienBodies();
    void namesTransportErrors_data();
    void namesTransportErrors();
    void tellsCertificatesApart_data();
    void tellsCertificatesApart();
    void tellsProxiesApart_data();
    void tellsProxiesApart();
    void knowsQtsWordsInAnyLanguage();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void saysWhatToDo();
    void hidesSecrets();
    void leavesOurOwnWords();
    void shortensProse();
};

void TestReplyClassifier::acceptsJson_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("inAnArray"); // the root as Qt writes it
    const auto row = [](const char *body, const char *inAnArray) {
        QTest::newRow(body) << QByteArray(body) << QByteArray(inAnArray);
    };
    row("[]", "[[]]");
    row("[{\"id\":1}]", "[[{\"id\":1}]]");
    row("{\"id\":1}", "[{\"id\":1}]");
    row("{}", "[{}]");
    row(" \n[1]\n", "[[1]]");
    row("99887766", "[99887766]");
    row("250.25", "[250.25]");
    row("\"text\"", "[\"text\"]");
    row("true", "[true]");
    row("null", "[null]");
    row("{\"a\":\"x\\/y\"}", "[{\"a\":\"x/y\"}]");
    row("{\"error\":5,\"id\":1}", "[{\"error\":5,\"id\":1}]"); // a property that happens to be called so
    row("{\"error\":\"none\",\"id\":1}", "[{\"error\":\"none\",\"id\":1}]");
}

void TestReplyClassifier::acceptsJson()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, inAnArray);
    const auto result = classified(answer(200, body));
    QVERIFY(result);
    QCOMPARE(QJsonDocument(QJsonArray{result->root}).toJson(QJsonDocument::Compact), inAnArray);
}

void TestReplyClassifier::mendsWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("inAnArray");
    QTest::addColumn<bool>("hadInvalidUtf8");
    QTest::newRow("a byte of Latin 1") << QByteArray("[{\"n\":\"caf\xe9\",\"id\":1}]")
                                       << QByteArray("[[{\"id\":1,\"n\":\"caf\xef\xbf\xbd\"}]]") << true;
    QTest::newRow("a number that is none")
        << QByteArray("[{\"a\":NaN},{\"a\":1}]") << QByteArray("[[{\"a\":[\"NaN\"]},{\"a\":1}]]") << false;
    QTest::newRow("bare text of Latin 1")
        << QByteArray("\"\xe9\"") << QByteArray("[\"\xef\xbf\xbd\"]") << true;
    QTest::newRow("bare infinity") << QByteArray("-Infinity") << QByteArray("[[\"-Infinity\"]]") << false;
    QTest::newRow("U+FFFD as sent") << QByteArray("[\"\xef\xbf\xbd\"]") << QByteArray("[[\"\xef\xbf\xbd\"]]")
                                    << false;
}

void TestReplyClassifier::mendsWhatIsNoJson()
{
    QFETCH(const QByteArray, body);
    const auto result = classified(answer(200, body));
    QVERIFY(result);
    QTEST(QJsonDocument(QJsonArray{result->root}).toJson(QJsonDocument::Compact), "inAnArray");
    QTEST(result->hadInvalidUtf8, "hadInvalidUtf8");
}

void TestReplyClassifier::readsCodesThatAreNumbers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, int status, const char *body, const char *kind) {
        QTest::newRow(name) << status << QByteArray(body) << QString::fromLatin1(kind);
    };
    const char *const internal = R"({"error":"Internal Error","code":500})";
    row("internal error", 500, internal, "TooMuch");
    row("internal error in a success", 200, internal, "TooMuch");
    row("not found in a success", 200, R"({"error":"Unable to find it","code":404})", "NotFound");
    row("refused in a success", 200, R"({"code":403,"error":"No"})", "Forbidden");
    row("some number", 200, R"({"error":"Broken","code":7})", "Server");
    row("some number under a status", 404, R"({"error":"Broken","code":500})", "NotFound");
    row("no code at all", 200, R"({"error":"Broken","code":null})", "Server");
}

void TestReplyClassifier::readsCodesThatAreNumbers()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    const auto result = classified(answer(status, body));
    QVERIFY(!result);
    QTEST(toString(result.error().kind), "kind");
}

void TestReplyClassifier::readsTheTotal_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("total"); // -1: none
    QTest::newRow("there") << QByteArray("1204") << qint64(1204);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("blanks") << QByteArray(" 7 ") << qint64(7);
    QTest::newRow("absent") << QByteArray() << qint64(-1);
    QTest::newRow("no number") << QByteArray("many") << qint64(-1);
    QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
}

void TestReplyClassifier::readsTheTotal()
{
    QFETCH(const QByteArray, header);
    QFETCH(const qint64, total);
    HttpAnswer list = answer(200, "[]");
    list.totalItems = header;
    QCOMPARE(classified(list)->totalItems.value_or(-1), total);
}

void TestReplyClassifier::namesErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, int status, const char *code, const char *text, const char *kind) {
        QByteArray body = "{\"error\":\"" + QByteArray(text) + '"';
        if (*code)
            body += ",\"code\":\"SoftLayer_Exception" + QByteArray(code) + '"';
        QTest::newRow(name) << status << QByteArray(body + '}') << QString::fromLatin1(kind);
    };
    row("rate limit", 500, "_WebService_RateLimitExceeded",
        "Rate limit of 50 requests for every 1 second(s) exceeded.", "RateLimited");
    row("rate limit in a success", 200, "_WebService_RateLimitExceeded", "Rate limit", "RateLimited");
    row("rate limit without code", 500, "", "Rate limit of 50 requests for every 1 second(s) exceeded.",
        "RateLimited");
    row("429", 429, "_Public", "Whatever", "RateLimited");
    row("object not found", 404, "_ObjectNotFound", "Unable to find object with id of '1'.", "NotFound");
    row("object not found as 500", 500, "_ObjectNotFound", "Unable to find object", "NotFound");
    row("not found", 500, "_NotFound", "Not found", "NotFound");
    row("wrong key", 401, "_Public", "Access Denied. ", "Unauthorized");
    row("wrong key without code", 401, "", "Invalid API token.", "Unauthorized");
    row("expired token", 500, "_Account_Authentication_AccessTokenValidation", "Expired", "Unauthorized");
    row("locked", 500, "_User_Customer_AccountLocked", "Locked", "Unauthorized");
    row("login failed", 500, "_User_Customer_LoginFailed", "No", "Unauthorized");
    row("token exchange", 500, "", "Failed to exchange token", "Unauthorized");
    row("inactive account", 500, "_Public", "Account 12 is not ACTIVE. Your request cannot be processed.",
        "Inactive");
    row("inactive account in a success", 200, "_Public", "Account 12 is not ACTIVE.", "Inactive");
    row("access denied", 500, "_AccessDenied", "Access Denied.", "Forbidden");
    row("permission denied", 500, "_PermissionDenied", "You do not have permission to access this user.",
        "Forbidden");
    row("access denied, general code", 500, "_Public", "Access Denied. ",
        "Forbidden"); // one relation must not stop a whole load
    row("403", 403, "_Public", "No", "Forbidden");
    row("bad mask", 500, "_WebService_ObjectMask", "Property 'x' not valid for 'SoftLayer_Y'.",
        "InvalidRequest");
    row("bad request", 400, "_WebService_BadRequest", "Bad request", "InvalidRequest");
    row("bad value", 500, "_InvalidValue", "The character @ must appear", "InvalidRequest");
    row("validation", 500, "_Public_Validation", "No", "InvalidRequest");
    row("unknown method", 500, "_Public", "Function (\\\"x\\\") is not a valid method for this service.",
        "InvalidRequest");
    row("unknown service", 500, "", "Service does not exist", "InvalidRequest");
    row("internal error", 500, "_Public", "Internal Error", "TooMuch");
    row("internal error in a success", 200, "_Public", "Internal Error", "TooMuch");
    row("internal error without code", 500, "", "Internal Error", "TooMuch");
    row("too many rows", 500, "_MaximumResultLimit", "The expected result is too large.", "TooMuch");
    row("too many points", 500, "_ApiRequestFailed", "API request failed. Expected result size too large",
        "TooMuch");
    row("not implemented", 500, "_NotImplemented", "x is not implemented.", "Server");
    row("not ready", 500, "_NotReady", "Pending", "Server");
    row("metrics down", 500, "", "Metric Service call failed after attempting to connect", "Server");
    row("unknown code", 500, "_Order_Whatever", "Problem", "Server");
    row("proxy wants a password", 407, "", "Proxy", "Proxy");
    row("request timeout", 408, "", "Too slow", "Timeout");
    row("bad gateway", 502, "", "Bad gateway", "Server");
    QTest::newRow("other key order") << 404
                                     << QByteArray(
                                            R"({"code":"SoftLayer_Exception_ObjectNotFound","error":"No"})")
                                     << QStringLiteral("NotFound");
}

void TestReplyClassifier::namesErrors()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, kind);
    const auto result = classified(answer(status, body));
    QVERIFY(!result);
    QCOMPARE(toString(result.error().kind), kind);
    QCOMPARE(result.error().httpStatus, status);
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    QCOMPARE(result.error().code, object.value(QStringLiteral("code")).toString());
    QCOMPARE(result.error().detail, object.value(QStringLiteral("error")).toString().trimmed());
    QVERIFY(!result.error().message.isEmpty());
}

void TestReplyClassifier::describesAlienBodies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("again");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, int status, const QByteArray &body, const char *kind, bool again,
                        const char *detail) {
        QTest::newRow(name) << status << body << QString::fromLatin1(kind) << again
                            << QString::fromUtf8(detail);
    };
    const QByteArray html = "<!DOCTYPE html>\n<html><head><title>502\n Bad Gateway</title></head><body "
                            "onload=\"x()\"></body></html>";
    row("page instead of JSON", 200, html, "BadResponse", true,
        "a web page instead of JSON: \"502 Bad Gateway\"");
    row("bad gateway", 502, html, "Server", true,
        "HTTP 502, a web page instead of JSON: \"502 Bad Gateway\"");
    row("page for 500", 500, html, "Server", true,
        "HTTP 500, a web page instead of JSON: \"502 Bad Gateway\"");
    row("page for 404", 404, html, "BadResponse", false,
        "HTTP 404, a web page instead of JSON: \"502 Bad Gateway\"");
    row("page for 403", 403, html, "Server", false,
        "HTTP 403, a web page instead of JSON: \"502 Bad Gateway\"");
    row("page for 401", 401, html, "Unauthorized", false, "a web page instead of JSON: \"502 Bad Gateway\"");
    row("page for 429", 429, html, "RateLimited", true, "a web page instead of JSON: \"502 Bad Gateway\"");
    row("text for 429", 429, "slow down", "RateLimited", true, "not JSON: \"slow down\"");
    row("nothing for 429", 429, "", "RateLimited", true, "empty answer");
    row("page without a title", 503, "<html><body>x</body></html>", "Server", true,
        "HTTP 503, a web page instead of JSON");
    row("heading for a title", 200, "<center><h1>Blocked</h1></center>", "BadResponse", true,
        "a web page instead of JSON: \"Blocked\"");
    row("XML", 200, "<?xml version=\"1.0\"?><root><id>1</id></root>", "BadResponse", true,
        "XML instead of JSON");
    row("XHTML", 200, "<?xml version=\"1.0\"?><html><title>T</title></html>", "BadResponse", true,
        "a web page instead of JSON: \"T\"");
    row("empty", 200, "", "BadResponse", true, "empty answer");
    row("blank", 200, " \r\n", "BadResponse", true, "empty answer");
    row("empty 500", 500, "", "BadResponse", true, "HTTP 500, empty answer");
    row("empty 503", 503, "", "Server", true, "HTTP 503, empty answer");
    row("empty 404", 404, "", "NotFound", false, "HTTP 404, empty answer");
    row("JSON without an error", 500, "[]", "Server", true, "HTTP 500, JSON without an error in it");
    row("plain words", 200, "It works!", "BadResponse", true, "not JSON: \"It works!\"");
    row("two values", 200, "1,2", "BadResponse", true, "not JSON: \"1,2\"");
    row("PHP's notice before the JSON", 200, "Notice: x [1]", "BadResponse", true,
        "not JSON: \"Notice: x [1]\"");
}

void TestReplyClassifier::describesAlienBodies()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, kind);
    QFETCH(const bool, again);
    QFETCH(const QString, detail);
    const auto result = classified(answer(status, body));
    QVERIFY(!result);
    QCOMPARE(toString(result.error().kind), kind);
    QCOMPARE(result.error().isTransient(), again);
    QCOMPARE(result.error().detail, detail);
    QVERIFY(!QString(result.error().message + result.error().detail).contains(u'<')); // never markup

    // Cut anywhere, a JSON body is a bad response that is worth another try.
    const QByteArray json = R"([{"id":1,"name":"a"},{"id":2}])";
    for (qsizetype length = 1; length < json.size(); ++length) {
        const auto cut = classified(answer(200, json.left(length)));
        QVERIFY(!cut);
        QVERIFY(cut.error().kind == Kind::BadResponse);
        QVERIFY(cut.error().isTransient());
    }
}

void TestReplyClassifier::namesTransportErrors_data()
{
    QTest::addColumn<int>("networkError");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    using Error = QNetworkReply::NetworkError;
    const auto row = [](const char *name, Error error, int status, const char *kind) {
        QTest::newRow(name) << int(error) << status << QString::fromLatin1(kind);
    };
    row("unknown host", Error::HostNotFoundError, 0, "Offline");
    row("refused", Error::ConnectionRefusedError, 0, "Offline");
    row("lost before the answer", Error::RemoteHostClosedError, 0, "Offline");
    row("lost within the answer", Error::RemoteHostClosedError, 200, "Offline");
    row("no network", Error::TemporaryNetworkFailureError, 0, "Offline");
    row("unknown", Error::UnknownNetworkError, 0, "Offline");
    row("unknown within the answer", Error::UnknownNetworkError, 200, "Offline");
    row("timeout", Error::TimeoutError, 0, "Timeout");
    row("certificate", Error::SslHandshakeFailedError, 0, "Tls");
    row("proxy refused", Error::ProxyConnectionRefusedError, 0, "Proxy");
    row("proxy not found", Error::ProxyNotFoundError, 0, "Proxy");
    row("proxy password", Error::ProxyAuthenticationRequiredError, 407, "Proxy");
    row("cancelled", Error::OperationCanceledError, 0, "Cancelled");
    row("cannot be unpacked", Error::UnknownContentError, 200, "BadResponse");
    row("not HTTP", Error::ProtocolFailure, 0, "BadResponse");
    row("only Qt's name for a status", Error::InternalServerError, 503, "Server");
    row("only Qt's name for 404", Error::ContentNotFoundError, 404, "NotFound");
    row("only Qt's name for 401", Error::AuthenticationRequiredError, 401, "Unauthorized");
    row("only Qt's name for 429", Error::UnknownContentError, 429, "RateLimited");
}

void TestReplyClassifier::namesTransportErrors()
{
    QFETCH(const int, networkError);
    QFETCH(const int, status);
    QFETCH(const QString, kind);
    HttpAnswer broken = answer(status, {});
    broken.networkError = QNetworkReply::NetworkError(networkError);
    const auto result = classified(broken);
    QVERIFY(!result);
    QCOMPARE(toString(result.error().kind), kind);
}

void TestReplyClassifier::tellsCertificatesApart_data()
{
    QTest::addColumn<QList<int>>("codes");
    QTest::addColumn<QString>("words");
    using Error = QSslError::SslError;
    const QString ca = QStringLiteral("add its CA file");
    const QString host = QStringLiteral("is not for “api.example.com”");
    QTest::newRow("self-signed") << QList<int>{Error::SelfSignedCertificate} << ca;
    QTest::newRow("self-signed CA") << QList<int>{Error::SelfSignedCertificateInChain} << ca;
    QTest::newRow("unknown CA") << QList<int>{Error::UnableToGetLocalIssuerCertificate,
                                              Error::UnableToVerifyFirstCertificate}
                                << ca;
    QTest::newRow("wrong host") << QList<int>{Error::HostNameMismatch} << host;
    QTest::newRow("wrong host, unknown CA") // no CA file makes that right
        << QList<int>{Error::SelfSignedCertificate, Error::HostNameMismatch} << host;
    QTest::newRow("expired") << QList<int>{Error::CertificateExpired} << QStringLiteral("has expired");
    QTest::newRow("not yet valid") << QList<int>{Error::CertificateNotYetValid}
                                   << QStringLiteral("not valid yet. Check this computer's clock");
    QTest::newRow("expired, unknown CA")
        << QList<int>{Error::CertificateExpired, Error::SelfSignedCertificate} << ca;
    QTest::newRow("anything else") << QList<int>{Error::CertificateBlacklisted}
                                   << QStringLiteral("was not accepted");
    QTest::newRow("no certificate at all") << QList<int>{} << QStringLiteral("No encrypted connection");
}

void TestReplyClassifier::tellsCertificatesApart()
{
    QFETCH(const QList<int>, codes);
    QFETCH(const QString, words);
    HttpAnswer broken = answer(0, {});
    broken.isEncrypted = true;
    broken.networkError = QNetworkReply::SslHandshakeFailedError;
    broken.networkErrorText = QStringLiteral("SSL handshake failed");
    for (const int code : codes)
        broken.tlsErrorCodes += static_cast<QSslError::SslError>(code);
    if (!codes.isEmpty())
        broken.tlsErrors = QStringLiteral("what Qt says");
    const ApiError error = classified(broken).error();
    QVERIFY(error.kind == Kind::Tls);
    QVERIFY2(error.message.contains(words), qPrintable(error.message));
    QVERIFY2(error.message.contains(QStringLiteral("“api.example.com”")), qPrintable(error.message));
    QCOMPARE(error.detail, codes.isEmpty() ? broken.networkErrorText : broken.tlsErrors);
}

void TestReplyClassifier::tellsProxiesApart_data()
{
    QTest::addColumn<int>("networkError");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<bool>("hasUser");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    using Error = QNetworkReply::NetworkError;
    const auto row = [](const char *name, Error error, const char *text, const char *kind, const char *words,
                        bool encrypted = true, bool hasUser = false) {
        QTest::newRow(name) << int(error) << QString::fromLatin1(text) << encrypted << hasUser
                            << QString::fromLatin1(kind) << QString::fromLatin1(words);
    };
    row("no such proxy", Error::HostNotFoundError, "Host api.example.com not found", "Proxy",
        "was not found, or it does not find");
    row("not running", Error::UnknownNetworkError, "Proxy connection refused", "Proxy",
        "refused the connection");
    row("not running, for plain HTTP", Error::ConnectionRefusedError, "Connection refused", "Proxy",
        "refused the connection", false);
    row("forbids", Error::UnknownNetworkError, "Proxy denied connection", "Proxy",
        "does not allow connections to");
    row("its 503", Error::ConnectionRefusedError, "Connection refused", "Offline", "does not reach");
    row("hangs up", Error::UnknownNetworkError, "Proxy connection closed prematurely", "Offline",
        "closed the connection");
    row("answers strangely", Error::UnknownNetworkError, "Error communicating with HTTP proxy", "Proxy",
        "did not connect to");
    row("no way there", Error::UnknownNetworkError, "Network unreachable", "Offline",
        "no way from here to the proxy");
    row("asks who comes", Error::ProxyAuthenticationRequiredError, "Proxy requires authentication", "Proxy",
        "asks for a user name");
    row("knows somebody else", Error::ProxyAuthenticationRequiredError, "Proxy requires authentication",
        "Proxy", "did not accept the user name", true, true);
}

void TestReplyClassifier::tellsProxiesApart()
{
    QFETCH(const int, networkError);
    QFETCH(const QString, text);
    QFETCH(const bool, encrypted);
    QFETCH(const bool, hasUser);
    QFETCH(const QString, kind);
    QFETCH(const QString, words);
    HttpAnswer broken = answer(0, {});
    broken.networkError = QNetworkReply::NetworkError(networkError);
    broken.networkErrorText = text;
    broken.isEncrypted = encrypted;
    broken.proxy = QStringLiteral("proxy.example.com:3128");
    broken.proxyHasUser = hasUser;
    const ApiError error = classified(broken).error();
    QCOMPARE(toString(error.kind), kind);
    QVERIFY2(error.message.contains(words), qPrintable(error.message));
    QVERIFY2(error.message.contains(broken.proxy), qPrintable(error.message));
    QCOMPARE(error.detail, text);

    if (networkError == QNetworkReply::ProxyAuthenticationRequiredError)
        return;
    // A connection that stood was lost later: that is no news of the proxy, and worth another try.
    broken.wasSent = true;
    QVERIFY(classified(broken).error().kind == Kind::Offline);
    // And without a proxy nobody shall be told of one.
    broken.wasSent = false;
    broken.proxy.clear();
    QVERIFY(classified(broken).error().kind == Kind::Offline);
    QVERIFY(!classified(broken).error().message.contains(QStringLiteral("proxy")));
}

void TestReplyClassifier::knowsQtsWordsInAnyLanguage()
{
    class Translated final : public QTranslator
    {
    public:
        [[nodiscard]] bool isEmpty() const override { return false; }
        [[nodiscard]] QString translate(const char *context, const char *text, const char * /*comment*/,
                                        int /*n*/) const override
        {
            return QByteArray(context).endsWith("SocketEngine") ? u'~' + QString::fromLatin1(text)
                                                                : QString();
        }
    };
    int count = 0;
    QCoreApplication application(count, nullptr); // translators need one
    Translated translated;
    QCoreApplication::installTranslator(&translated);
    HttpAnswer broken = answer(0, {});
    broken.networkError = QNetworkReply::UnknownNetworkError;
    broken.networkErrorText = QStringLiteral("~Network unreachable");
    QVERIFY(classified(broken).error().message.contains(QStringLiteral("no way from here to “api")));
    broken.isEncrypted = true;
    broken.proxy = QStringLiteral("proxy.example.com:3128");
    broken.networkErrorText = QStringLiteral("~Proxy denied connection");
    QVERIFY(classified(broken).error().message.contains(QStringLiteral("does not allow")));
}

void TestReplyClassifier::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("seconds"); // -1: none
    QTest::newRow("seconds") << QByteArray("120") << qint64(120);
    QTest::newRow("date") << QByteArray("Sun, 01 Mar 2026 12:01:30 GMT") << qint64(90);
    QTest::newRow("date of the past") << QByteArray("Sun, 01 Mar 2026 11:00:00 GMT") << qint64(0);
    QTest::newRow("negative") << QByteArray("-5") << qint64(0);
    QTest::newRow("absent") << QByteArray() << qint64(-1);
    QTest::newRow("nonsense") << QByteArray("soon") << qint64(-1);
}

void TestReplyClassifier::readsRetryAfter()
{
    QFETCH(const QByteArray, header);
    QFETCH(const qint64, seconds);
    HttpAnswer busy = answer(503, "{}");
    busy.retryAfter = header;
    const ApiError error = classified(busy).error();
    QCOMPARE(error.retryAfter.has_value(), seconds >= 0);
    if (error.retryAfter)
        QCOMPARE(*error.retryAfter, std::chrono::seconds(seconds));
}

void TestReplyClassifier::saysWhatToDo()
{
    HttpAnswer broken = answer(0, {});
    broken.networkError = QNetworkReply::HostNotFoundError;
    QVERIFY(classified(broken).error().message.contains(QStringLiteral("api.example.com")));
    broken.ending = HttpAnswer::Ending::ConnectTimedOut;
    QVERIFY(classified(broken).error().kind == Kind::Timeout);
    QVERIFY(classified(broken).error().message.contains(QStringLiteral("could not be reached in time")));
    QVERIFY(classified(broken).error().isUnreached);
    QVERIFY(!classified(broken).error().isSilence());
    broken.ending = HttpAnswer::Ending::TransferTimedOut;
    QVERIFY(classified(broken).error().message.contains(QStringLiteral("did not answer in time")));
    QVERIFY(!classified(broken).error().isUnreached);
    QVERIFY(classified(broken).error().isSilence());

    HttpAnswer moved = answer(301, {});
    moved.location = "https://elsewhere.example.net/rest/v3.1/x";
    QVERIFY(classified(moved).error().message.contains(QStringLiteral("elsewhere.example.net")));
    QVERIFY(!classified(moved).error().isTransient());

    const ApiError inactive =
        classified(answer(500, R"({"error":"Account 1 is not ACTIVE. Your request cannot be processed."})"))
            .error();
    QVERIFY(inactive.message.contains(QStringLiteral("not active")));

    HttpAnswer offline = answer(0, {});
    offline.networkError = QNetworkReply::UnknownNetworkError;
    for (const char *text : {"Network unreachable", "Host unreachable"}) {
        offline.networkErrorText = QString::fromLatin1(text);
        QVERIFY(classified(offline).error().kind == Kind::Offline);
        QVERIFY(classified(offline).error().message.contains(QStringLiteral("no way from here")));
        QVERIFY(classified(offline).error().message.contains(QStringLiteral("api.example.com")));
    }
    QVERIFY(classified(answer(401, "{}")).error().message.contains(QStringLiteral("“apikey”")));
}

void TestReplyClassifier::hidesSecrets()
{
    const QByteArray body =
        R"({"error":"No user with key )" + secret.toLatin1() + R"(","code":"SoftLayer_Exception"})";
    QVERIFY(!classified(answer(500, body)).error().detail.contains(secret));
    QVERIFY(!classified(answer(200, "key " + secret.toLatin1())).error().detail.contains(secret));
    HttpAnswer broken = answer(0, {});
    broken.networkError = QNetworkReply::UnknownNetworkError;
    broken.networkErrorText = QStringLiteral("https://user:%1@api.example.com failed").arg(secret);
    QVERIFY(!classified(broken).error().detail.contains(secret));
}

/// A secret that is a word of theirs, too: nobody learns it from them, and without it they say little.
void TestReplyClassifier::leavesOurOwnWords()
{
    const Redactor redactor({Credentials::Scheme::Basic, QStringLiteral("user"), QStringLiteral("key")});
    HttpAnswer refusal = answer(401, R"({"error":"No such key.","code":"key"})");
    const ApiError refused = classify(refusal, redactor).error();
    QCOMPARE(refused.message, sentence(Kind::Unauthorized));
    QVERIFY(refused.message.contains(QStringLiteral("API key")));
    QVERIFY(!refused.detail.contains(QStringLiteral("key")));
    QVERIFY(!refused.code.contains(QStringLiteral("key")));
    HttpAnswer elsewhere = answer(0, {}); // a sentence with what others sent in it
    elsewhere.host = QStringLiteral("key.example.com");
    elsewhere.networkError = QNetworkReply::HostNotFoundError;
    const QString message = classify(elsewhere, redactor).error().message;
    QVERIFY2(message.contains(Redactor::placeholder()), qPrintable(message));
    QVERIFY2(!message.contains(QStringLiteral("key")), qPrintable(message));
}

void TestReplyClassifier::shortensProse()
{
    const QByteArray prose(5'000, 'x');
    QVERIFY(classified(answer(500, R"({"error":")" + prose + "\"}")).error().detail.size() < 400);
    QVERIFY(classified(answer(200, prose)).error().detail.size() < 400);
    QVERIFY(classified(answer(502, "<html><title>" + prose + "</title>")).error().detail.size() < 400);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestReplyClassifier)
#include "tst_replyclassifier.moc"
