// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/otherapi.h"
#include "support/testmain.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Not a real key of anything. With signs that a URL, JSON and HTML write in their own way.
const QString key = u"S3cr3tK3y+/=&<0123456789abcdefghijklmnopqrstuvwxyz"_s;
const QString proxyPassword = u"Pr0xyP@ss/w0rd"_s;
const QString mark = u"M4rkOfALine"_s;
const QString proxyUser = u"proxyuser"_s;

QByteArray base64(const QString &text)
{
    return text.toUtf8().toBase64();
}

/// A server that gives back what it was sent, in one of the places where an answer has text.
using Echo = std::function<ScriptedServer::Answer(const QByteArray &authorization)>;

ScriptedServer::Answer answerOf(int status, const QByteArray &body,
                                const QList<std::pair<QByteArray, QByteArray>> &headers = {})
{
    return {status, body, headers, ScriptedServer::Answer::Fault::None};
}

/// In each form that may be told from other text.
QByteArray echoes(const QByteArray &authorization)
{
    return "Authorization: " + authorization + " key " + key.toUtf8() + " encoded " +
           QUrl::toPercentEncoding(key) + " html " + key.toHtmlEscaped().toUtf8() +
           " url https://x:" + QUrl::toPercentEncoding(key) + "@h/ ";
}

QByteArray jsonText(const QByteArray &text)
{
    return QByteArray(text).replace('"', "\\\"");
}

} // namespace

/// The real program, its log switched on, against servers and a proxy that send its secrets back: they are
/// looked for in everything that it writes.
class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
    }

    void serversThatEcho_data();
    void serversThatEcho();
    void hostOfThatName();
    void keyInTheFileOfSlcli();
    void proxiesThatEcho_data();
    void proxiesThatEcho();
    void dataIsShownAsItIs();
    void theWholeAccount();
    void theWindow_data();
    void theWindow();

private:
    static constexpr int patience = 60'000; // ms; sanitizers are slow

    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] QProcessEnvironment environmentOf(const QUrl &restBase) const;
    void run(const QStringList &arguments, const QProcessEnvironment &environment);
    void look(const QByteArray &text, const QString &where);
    void lookEverywhere();

    std::unique_ptr<QTemporaryDir> m_home;
    int m_exitCode = 0;
    QByteArray m_output;
    QByteArray m_errors;
};

/// Nothing of the account of whoever runs the tests; all that is logged is written.
QProcessEnvironment TestSecrets::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("SL_"_L1) || name.startsWith("SOFTLAYER_"_L1) || name.startsWith("XDG_"_L1) ||
            name.endsWith("_proxy"_L1, Qt::CaseInsensitive) || name.endsWith("_CA_BUNDLE"_L1))
            environment.remove(name);
    }
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    environment.insert(u"HOME"_s, m_home->path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"QT_LOGGING_RULES"_s, u"*.debug=true"_s);
    // Shows of each line that it went through the log's redactor, also if nothing in it was secret.
    environment.insert(u"QT_MESSAGE_PATTERN"_s, u"%{category}: %{message} sl_api_key="_s + mark);
    return environment;
}

QProcessEnvironment TestSecrets::environmentOf(const QUrl &restBase) const
{
    QProcessEnvironment result = environment();
    result.insert(u"SL_USERNAME"_s, OtherApi::userName());
    result.insert(u"SL_API_KEY"_s, key);
    result.insert(u"SL_ENDPOINT_URL"_s, restBase.toString());
    return result;
}

void TestSecrets::run(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_home->path());
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(LAYERSCOPE_PROGRAM), arguments);
    QVERIFY(finished.wait(patience));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    m_exitCode = process.exitCode();
    m_output = process.readAllStandardOutput();
    m_errors = process.readAllStandardError();
}

void TestSecrets::look(const QByteArray &text, const QString &where)
{
    QList<QByteArray> needles{base64(OtherApi::userName() + u':' + key),
                              base64(proxyUser + u':' + proxyPassword),
                              base64(key),
                              base64(proxyPassword),
                              QUrl::toPercentEncoding(key),
                              QUrl::toPercentEncoding(proxyPassword),
                              key.toHtmlEscaped().toUtf8()};
    // A beginning is enough: half a secret is one too, and it has no sign that would be written differently.
    needles.append(QList<QByteArray>{key.left(9).toUtf8(), key.right(16).toUtf8(),
                                     proxyPassword.left(6).toUtf8(), "w0rd", mark.toUtf8()});
    for (const QByteArray &needle : std::as_const(needles)) {
        const qsizetype at = text.toLower().indexOf(needle.toLower());
        QVERIFY2(
            at < 0,
            qPrintable(u"a secret is in %1, after \"%2\""_s.arg(
                where, QString::fromUtf8(text.mid(std::max<qsizetype>(0, at - 60), at < 60 ? at : 60)))));
    }
}

/// In the streams, and in the files that the program wrote and their names.
void TestSecrets::lookEverywhere()
{
    look(m_output, u"stdout"_s);
    look(m_errors, u"stderr"_s);
    QDirIterator files(m_home->path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        look(file.fileName().toUtf8(), u"a file's name"_s);
        if (!file.isFile() || file.fileName() == u".softlayer"_s)
            continue;
        QFile contents(file.filePath());
        QVERIFY(contents.open(QIODevice::ReadOnly));
        look(contents.readAll(), file.filePath());
    }
}

void TestSecrets::serversThatEcho_data()
{
    QTest::addColumn<Echo>("echo");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const Echo &echo, const char *says = "") {
        QTest::newRow(name) << echo << QByteArray(says);
    };
    for (const int status : {200, 401, 403, 404, 500, 503}) {
        row(qPrintable(u"JSON, %1"_s.arg(status)), [status](const QByteArray &authorization) {
            return answerOf(status, "{\"error\":\"" + jsonText(echoes(authorization)) + "\",\"code\":\"X_" +
                                        jsonText(key.toUtf8()) + "\"}");
        });
    }
    row("rate limit", [](const QByteArray &authorization) {
        return answerOf(401, "{\"error\":\"" + jsonText(echoes(authorization)) +
                                 "\",\"code\":\"SoftLayer_Exception_AccessTokenValidation\"}");
    });
    row("page", [](const QByteArray &authorization) {
        return answerOf(404, "<!doctype html><html><title>" + echoes(authorization) + "</title></html>");
    });
    row("plain text", [](const QByteArray &authorization) { return answerOf(400, echoes(authorization)); });
    row("plain text, cut within the key",
        [](const QByteArray &) { return answerOf(400, QByteArray(70, 'x') + ' ' + key.toUtf8()); });
    row("broken JSON",
        [](const QByteArray &authorization) { return answerOf(200, "{\"a\":\"" + echoes(authorization)); });
    row(
        "redirect to a path",
        [](const QByteArray &authorization) {
            return answerOf(302, echoes(authorization),
                            {{"Location", "/x?key=" + QUrl::toPercentEncoding(key)}});
        },
        "sends calls on to another address");
    row(
        "redirect with user and key",
        [](const QByteArray &) {
            return answerOf(
                307, {}, {{"Location", "https://u:" + QUrl::toPercentEncoding(key) + "@other.example.com/"}});
        },
        "other.example.com");
    row("pause", [](const QByteArray &authorization) {
        return answerOf(401, echoes(authorization),
                        {{"Retry-After", key.toUtf8()}, {"X-Echo", authorization}});
    });
    row("total", [](const QByteArray &) {
        return answerOf(200, "[{\"id\":", {{"SoftLayer-Total-Items", key.toUtf8()}});
    });
}

void TestSecrets::serversThatEcho()
{
    QFETCH(const Echo, echo);
    QFETCH(const QByteArray, says);
    ScriptedServer server;
    server.setScript([&echo](const ScriptedServer::Request &request) {
        return echo(request.headers.value("authorization"));
    });
    run({u"export"_s, u"servers"_s, u"--output"_s, m_home->filePath(u"s.csv"_s)},
        environmentOf(server.restBase()));
    QVERIFY(m_exitCode != 0);
    QCOMPARE(server.requests().first().headers.value("authorization"),
             "Basic " + base64(OtherApi::userName() + u':' + key));
    QVERIFY2(m_errors.contains("layerscope.api"), m_errors.constData()); // the log is on
    QVERIFY2(m_errors.contains(" sl_api_key=[hidden]\n"), m_errors.constData());
    QVERIFY2(m_errors.contains(says), m_errors.constData());
    lookEverywhere();
}

/// The message names the host that a redirect leads to, in lower case as hosts are.
void TestSecrets::hostOfThatName()
{
    const QString hostLike = u"Feedface0123456789abcdef01234567"_s;
    ScriptedServer server;
    server.setScript([&hostLike](const ScriptedServer::Request &) {
        return answerOf(302, {}, {{"Location", "https://x." + hostLike.toUtf8() + ".example.com/"}});
    });
    QProcessEnvironment environment = environmentOf(server.restBase());
    environment.insert(u"SL_API_KEY"_s, hostLike);
    run({u"export"_s, u"servers"_s}, environment);
    QCOMPARE(m_exitCode, 1);
    QVERIFY2(m_errors.contains("sends calls on to"), m_errors.constData());
    QVERIFY2(m_errors.contains("x.[hidden].example.com"), m_errors.constData());
    QVERIFY(!m_errors.contains("feedface"));
}

void TestSecrets::keyInTheFileOfSlcli()
{
    ScriptedServer server;
    server.setScript([](const ScriptedServer::Request &request) {
        return answerOf(401, echoes(request.headers.value("authorization")));
    });
    QFile config(m_home->filePath(u".softlayer"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("[softlayer]\nusername = SL777\napi_key = " + key.toUtf8() +
                 "\nendpoint_url = " + server.restBase().toEncoded() + "\n");
    config.close();
    run({u"export"_s, u"all"_s, u"--output"_s, m_home->filePath(u"all"_s)}, environment());
    QCOMPARE(m_exitCode, 1);
    QVERIFY2(m_errors.contains("user name or the API key"), m_errors.constData());
    lookEverywhere();

    // And a file that cannot be read as one is complained about without its contents.
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("[softlayer]\n" + key.toUtf8() + "\n" + "api_key\n" + key.toUtf8() + "\n");
    config.close();
    run({u"export"_s, u"servers"_s}, environment());
    QCOMPARE(m_exitCode, 1);
    lookEverywhere();
}

void TestSecrets::proxiesThatEcho_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("it refuses the password") << 407;
    QTest::newRow("it refuses the host") << 403;
    QTest::newRow("it cannot reach the host") << 502;
}

void TestSecrets::proxiesThatEcho()
{
    QFETCH(const int, status);
    ScriptedServer proxy;
    QList<QByteArray> seen;
    proxy.setScript([&seen, status](const ScriptedServer::Request &request) {
        const QByteArray pair = request.headers.value("proxy-authorization");
        if (!pair.isEmpty())
            seen.append(pair);
        ScriptedServer::Answer answer = answerOf(
            pair.isEmpty() ? 407 : status, "Proxy-Authorization: " + pair + " " + proxyPassword.toUtf8() +
                                               " <b>" + base64(proxyUser + u':' + proxyPassword) + "</b>");
        if (answer.status == 407)
            answer.headers.emplaceBack("Proxy-Authenticate",
                                       QByteArray("Basic realm=\"" + proxyPassword.toUtf8() + '"'));
        return answer;
    });
    const QString address = u"http://%1:%2@127.0.0.1:%3"_s.arg(
        proxyUser, QString::fromLatin1(QUrl::toPercentEncoding(proxyPassword)),
        QString::number(proxy.port()));
    QProcessEnvironment environment = environmentOf(QUrl(u"https://api.example.invalid/rest/v3.1/"_s));
    environment.insert(u"https_proxy"_s, address);
    run({u"export"_s, u"servers"_s, u"--output"_s, m_home->filePath(u"s.csv"_s)}, environment);
    QCOMPARE(m_exitCode, 1);
    QVERIFY(seen.contains("Basic " + base64(proxyUser + u':' + proxyPassword)));
    lookEverywhere();
}

/// What an account says about its own servers is the person's data: a CSV file shows it as it is, also if
/// someone wrote a key into the notes. The log and the messages are no place for it.
void TestSecrets::dataIsShownAsItIs()
{
    ScriptedServer server;
    server.setScript([](const ScriptedServer::Request &request) {
        if (request.path().endsWith("/SoftLayer_Account/getObject.json"))
            return ScriptedServer::json(R"({"id":1,"hardwareCount":2,"virtualGuestCount":0})");
        if (!request.path().endsWith("/SoftLayer_Account/getHardware.json"))
            return ScriptedServer::json("[]");
        ScriptedServer::Answer answer = ScriptedServer::json(
            R"([{"id":11,"hostname":"a","domain":"b.test","fullyQualifiedDomainName":"a.b.test","notes":"key )" +
            key.toUtf8() + R"("}])");
        answer.headers.emplaceBack("SoftLayer-Total-Items", "1");
        return answer;
    });
    run({u"export"_s, u"servers"_s, u"--columns"_s, u"id,notes"_s}, environmentOf(server.restBase()));
    QCOMPARE(m_exitCode, 3); // one of two is missing, so there are messages too
    QCOMPARE(m_output, "id,notes\r\n11,key " + key.toUtf8() + "\r\n");
    m_output.clear();
    lookEverywhere();
}

/// With success, errors in between and a whole folder of files.
void TestSecrets::theWholeAccount()
{
    OtherApi api;
    api.server().setScript([script = api.script()](ScriptedServer::Request request) {
        const QByteArray authorization = request.headers.value("authorization");
        if (request.path().contains("getBandwidthAllotments"))
            return answerOf(500, "{\"error\":\"Access Denied. " + jsonText(echoes(authorization)) +
                                     "\",\"code\":\"SoftLayer_Exception_AccessDenied\"}");
        request.headers["authorization"] =
            "Basic " + base64(OtherApi::userName() + u':' + OtherApi::apiKey());
        return script(request);
    });
    const QString folder = m_home->filePath(u"today"_s);
    run({u"export"_s, u"all"_s, u"--columns"_s, u"all"_s, u"--output"_s, folder},
        environmentOf(api.restBase()));
    QCOMPARE(m_exitCode, 3);
    QVERIFY(QFile::exists(folder + "/bare-metal.csv"_L1));
    QVERIFY2(m_errors.contains("layerscope.api"), m_errors.constData());
    lookEverywhere();
}

void TestSecrets::theWindow_data()
{
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("a key that is refused") << true;
    QTest::newRow("an account with data") << false;
}

void TestSecrets::theWindow()
{
#ifndef Q_OS_UNIX
    QSKIP("needs a polite way to end a program");
#endif
    QFETCH(const bool, isRefused);
    OtherApi api;
    api.server().setScript([script = api.script(), isRefused](ScriptedServer::Request request) {
        if (isRefused)
            return answerOf(401, echoes(request.headers.value("authorization")));
        request.headers["authorization"] =
            "Basic " + base64(OtherApi::userName() + u':' + OtherApi::apiKey());
        return script(request);
    });
    QProcess process;
    process.setProcessEnvironment(environmentOf(api.restBase()));
    process.setWorkingDirectory(m_home->path());
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(LAYERSCOPE_PROGRAM), QStringList());
    QByteArray log;
    // The last line of a call comes after its answer was read.
    const auto calls = [&] {
        log += process.readAllStandardError();
        return log.count(isRefused ? "Unauthorized" : " rows, \"ok\"") + log.count(" rows, ok");
    };
    QTRY_VERIFY_WITH_TIMEOUT(calls() >= (isRefused ? 1 : 3), patience);
    QCOMPARE(process.state(), QProcess::Running);
    process.terminate();
    QVERIFY(!finished.isEmpty() || finished.wait(patience));
    m_output = process.readAllStandardOutput();
    m_errors = log + process.readAllStandardError();
    QCOMPARE(process.exitStatus(), QProcess::NormalExit); // it closed its window, and kept what windows keep
    QVERIFY(!api.server().requests().isEmpty());
    QVERIFY2(m_errors.contains("layerscope.api"), m_errors.constData());
    lookEverywhere();
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestSecrets)
#include "tst_secrets.moc"
