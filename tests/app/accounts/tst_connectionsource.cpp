// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectionsource.h"

#include "support/testcertificate.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

using Variables = QList<std::pair<QString, QString>>;

QProcessEnvironment environment(const Variables &variables)
{
    QProcessEnvironment environment;
    for (const auto &[name, value] : variables)
        environment.insert(name, value);
    return environment;
}

/// Puts another folder in the place of the person's home, for as long as it lives.
class OtherHome
{
public:
    explicit OtherHome(const QString &folder) { qputenv("HOME", QFile::encodeName(folder)); }
    ~OtherHome() { qputenv("HOME", m_former); }
    Q_DISABLE_COPY_MOVE(OtherHome)

private:
    QByteArray m_former = qgetenv("HOME");
};

} // namespace

class TestConnectionSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_home.reset();
        m_home = std::make_unique<OtherHome>(u"/nonexistent/home"_s); // whose name no file's begins with
    }

    void environmentComesFirst()
    {
        const QString file = write(u"config"_s, u"[softlayer]\nusername = fileuser\napi_key = filekey\n"_s);
        const ConnectionSource source(
            environment({{u"SL_USERNAME"_s, u"envuser"_s}, {u"SL_API_KEY"_s, u"envkey"_s}}), {file});
        QVERIFY(source.environmentHasKey());
        const Result<FoundConnection> found = source.find();
        QVERIFY(found);
        QCOMPARE(found->connection.credentials.user, u"envuser"_s);
        QCOMPARE(found->connection.credentials.secret, u"envkey"_s);
        QCOMPARE(found->connection.restBase, Connection::publicEndpoint());
    }

    void emptyVariablesDoNotHideTheFile()
    {
        const QString file = write(u"config"_s, u"[softlayer]\nusername = fileuser\napi_key = filekey\n"_s);
        const ConnectionSource source(environment({{u"SL_USERNAME"_s, QString()}, {u"SL_API_KEY"_s, u" "_s}}),
                                      {file});
        QVERIFY(!source.environmentHasKey());
        const Result<FoundConnection> found = source.find();
        QVERIFY(found);
        QCOMPARE(found->connection.credentials.user, u"fileuser"_s);
        QCOMPARE(found->connection.credentials.secret, u"filekey"_s);
        QCOMPARE(found->origin, file);
    }

    void laterFileWins()
    {
        const QString system = write(u"etc"_s, u"[softlayer]\nusername = system\napi_key = k\n"_s);
        const QString own = write(u"own"_s, u"[softlayer]\nusername = own\n"_s);
        const Result<FoundConnection> found = ConnectionSource({}, {system, own}).find();
        QVERIFY(found);
        QCOMPARE(found->connection.credentials.user, u"own"_s);
        QCOMPARE(found->connection.credentials.secret, u"k"_s);
    }

    void endpointsOfXmlRpcAreMapped()
    {
        const QString file = write(
            u"config"_s,
            u"[softlayer]\nusername = u\napi_key = k\nendpoint_url = https://api.service.softlayer.com/xmlrpc/v3.1/\n"_s);
        const Result<FoundConnection> found = ConnectionSource({}, {file}).find();
        QVERIFY(found);
        QCOMPARE(found->connection.restBase, QUrl(u"https://api.service.softlayer.com/rest/v3.1/"_s));
    }

    void proxies_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("url") << u"http://proxy.example.com:8080"_s << u"proxy.example.com"_s << 8080;
        QTest::newRow("no scheme") << u"proxy.example.com:8080"_s << u"proxy.example.com"_s << 8080;
        QTest::newRow("no port") << u"http://proxy.example.com/"_s << u"proxy.example.com"_s << 80;
    }

    void proxies()
    {
        QFETCH(QString, text);
        const ConnectionSource source(
            environment({{u"SL_USERNAME"_s, u"u"_s}, {u"SL_API_KEY"_s, u"k"_s}, {u"https_proxy"_s, text}}),
            {});
        const Result<FoundConnection> found = source.find();
        QVERIFY(found);
        QVERIFY(found->connection.proxy);
        QTEST(found->connection.proxy->hostName(), "host");
        QFETCH(int, port);
        QCOMPARE(int(found->connection.proxy->port()), port);
    }

    void loopbackTakesNoProxy()
    {
        const ConnectionSource source(
            environment({{u"SL_USERNAME"_s, u"u"_s},
                         {u"SL_API_KEY"_s, u"k"_s},
                         {u"SL_ENDPOINT_URL"_s, u"http://127.0.0.1:8080/rest/v3.1"_s},
                         {u"https_proxy"_s, u"http://proxy.example.com:8080"_s}}),
            {});
        const Result<FoundConnection> found = source.find();
        QVERIFY(found);
        QCOMPARE(found->connection.proxy->type(), QNetworkProxy::NoProxy);
        QCOMPARE(found->connection.restBase, QUrl(u"http://127.0.0.1:8080/rest/v3.1/"_s));
    }

    /// Each setting by itself, in each place where it may stand (softlayer-api §8).
    void precedence_data()
    {
        QTest::addColumn<Variables>("variables");
        QTest::addColumn<QString>("system"); // /etc/softlayer.conf, what stands in its section
        QTest::addColumn<QString>("own");    // ~/.softlayer
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("value");

        const auto row = [](const char *name, const Variables &variables, const QString &system,
                            const QString &own, const QString &setting, const QString &value) {
            QTest::newRow(name) << variables << system << own << setting << value;
        };
        const Variables none;
        row("user, own file", none, u"username = s"_s, u"username = o"_s, u"user"_s, u"o"_s);
        row("user, system file", none, u"username = s"_s, {}, u"user"_s, u"s"_s);
        row("user, own file says nothing of it", none, u"username = s"_s, u"timeout = 3"_s, u"user"_s,
            u"s"_s);
        row("user, environment", {{u"SL_USERNAME"_s, u"e"_s}}, u"username = s"_s, u"username = o"_s,
            u"user"_s, u"e"_s);
        row("user, the other name", {{u"SOFTLAYER_USERNAME"_s, u"e"_s}}, {}, u"username = o"_s, u"user"_s,
            u"e"_s);
        row("user, both names", {{u"SL_USERNAME"_s, u"e"_s}, {u"SOFTLAYER_USERNAME"_s, u"f"_s}}, {}, {},
            u"user"_s, u"e"_s);
        row("user, empty variable", {{u"SL_USERNAME"_s, {}}, {u"SOFTLAYER_USERNAME"_s, u"f"_s}}, {},
            u"username = o"_s, u"user"_s, u"f"_s);
        row("user, all empty", {{u"SL_USERNAME"_s, {}}, {u"SOFTLAYER_USERNAME"_s, {}}}, {}, u"username = o"_s,
            u"user"_s, u"o"_s);
        row("user, variables in other case", {{u"sl_username"_s, u"e"_s}}, {}, u"username = o"_s, u"user"_s,
            u"o"_s);
        row("key, environment", {{u"SL_API_KEY"_s, u"e"_s}}, u"api_key = s"_s, u"api_key = o"_s, u"key"_s,
            u"e"_s);
        row("key, the other name", {{u"SOFTLAYER_API_KEY"_s, u"e"_s}}, {}, u"api_key = o"_s, u"key"_s,
            u"e"_s);
        row("key, own file", none, u"api_key = s"_s, u"api_key = o"_s, u"key"_s, u"o"_s);
        row("key, special signs", none, {}, u"api_key = %\\;#\"'"_s, u"key"_s, u"%\\;#\"'"_s);

        const QString publicBase = u"https://api.softlayer.com/rest/v3.1/"_s;
        const QString privateBase = u"https://api.service.softlayer.com/rest/v3.1/"_s;
        row("endpoint, none", none, {}, {}, u"endpoint"_s, publicBase);
        row("endpoint, empty", none, {}, u"endpoint_url ="_s, u"endpoint"_s, publicBase);
        row("endpoint, as slcli writes it", none, {},
            u"endpoint_url = https://api.softlayer.com/xmlrpc/v3.1/"_s, u"endpoint"_s, publicBase);
        row("endpoint, private", none, {}, u"endpoint_url = https://api.service.softlayer.com/xmlrpc/v3.1/"_s,
            u"endpoint"_s, privateBase);
        row("endpoint, older XML-RPC", none, {}, u"endpoint_url = https://api.softlayer.com/xmlrpc/v3"_s,
            u"endpoint"_s, publicBase);
        row("endpoint, SOAP", none, {}, u"endpoint_url = https://api.softlayer.com/soap/v3/"_s, u"endpoint"_s,
            publicBase);
        row("endpoint, REST without a slash", none, {},
            u"endpoint_url = https://api.softlayer.com/rest/v3.1"_s, u"endpoint"_s, publicBase);
        row("endpoint, slashes", none, {}, u"endpoint_url = https://api.softlayer.com/rest/v3.1///"_s,
            u"endpoint"_s, publicBase);
        row("endpoint, older REST", none, {}, u"endpoint_url = https://api.softlayer.com/rest/v3/"_s,
            u"endpoint"_s, u"https://api.softlayer.com/rest/v3/"_s);
        row("endpoint, host alone", none, {}, u"endpoint_url = https://api.softlayer.com"_s, u"endpoint"_s,
            publicBase);
        row("endpoint, environment",
            {{u"SL_ENDPOINT_URL"_s, u"https://api.service.softlayer.com/rest/v3.1/"_s}}, {},
            u"endpoint_url = https://api.softlayer.com/rest/v3.1/"_s, u"endpoint"_s, privateBase);
        row("endpoint, the other name",
            {{u"SOFTLAYER_ENDPOINT_URL"_s, u"https://api.service.softlayer.com/rest/v3.1/"_s}}, {}, {},
            u"endpoint"_s, privateBase);

        row("proxy, none", none, {}, {}, u"proxy"_s, {});
        row("proxy, file", none, {}, u"proxy = http://p.example.com:8080"_s, u"proxy"_s,
            u"p.example.com:8080"_s);
        row("proxy, environment", {{u"https_proxy"_s, u"http://e.example.com:1"_s}}, {},
            u"proxy = http://p.example.com:8080"_s, u"proxy"_s, u"e.example.com:1"_s);
        row("proxy, only in lower case", {{u"HTTPS_PROXY"_s, u"http://e.example.com:1"_s}}, {},
            u"proxy = p.example.com:8080"_s, u"proxy"_s, u"p.example.com:8080"_s);
        row("proxy, empty variable", {{u"https_proxy"_s, {}}}, {}, u"proxy = p.example.com:8080"_s,
            u"proxy"_s, u"p.example.com:8080"_s);
        row("proxy, no port", none, {}, u"proxy = http://p.example.com/"_s, u"proxy"_s,
            u"p.example.com:80"_s);
        const QString direct = u":0"_s;
        const std::pair<QString, QString> notApi{u"NO_PROXY"_s, u"localhost,.softlayer.com"_s};
        row("proxy, upper case", {{u"HTTPS_PROXY"_s, u"http://e.example.com:1"_s}}, {}, {}, u"proxy"_s,
            u"e.example.com:1"_s);
        row("proxy, for all", {{u"ALL_PROXY"_s, u"e.example.com:1"_s}}, {}, {}, u"proxy"_s,
            u"e.example.com:1"_s);
        row("proxy, for all, and the file's", {{u"all_proxy"_s, u"e.example.com:1"_s}}, {},
            u"proxy = p.example.com:8080"_s, u"proxy"_s, u"p.example.com:8080"_s);
        row("proxy, not for this host", {{u"HTTPS_PROXY"_s, u"e.example.com:1"_s}, notApi}, {}, {},
            u"proxy"_s, direct);
        row("proxy, lower case is slcli's own", {{u"https_proxy"_s, u"e.example.com:1"_s}, notApi}, {}, {},
            u"proxy"_s, u"e.example.com:1"_s);
        row("proxy, none and not for this host", {notApi}, {}, {}, u"proxy"_s, {});
        row("proxy, raw signs", none, {}, u"proxy = http://me:p@s^s%w|o\"r{d x@p.example.com"_s, u"proxy"_s,
            u"me:p@s^s%w|o\"r{d x@p.example.com:80"_s);
        row("proxy, only the variable for https", {{u"http_proxy"_s, u"http://e.example.com:1"_s}}, {}, {},
            u"proxy"_s, {});
        row("proxy, empty in the own file hides the system's", none, u"proxy = p.example.com:8080"_s,
            u"proxy ="_s, u"proxy"_s, {});
        row("proxy, with a password", none, {}, u"proxy = http://me:p%40ss@p.example.com:8080"_s, u"proxy"_s,
            u"me:p@ss@p.example.com:8080"_s);

        row("timeout, none", none, {}, {}, u"timeout"_s, {});
        row("timeout, 0 is none", none, {}, u"timeout = 0"_s, u"timeout"_s, {});
        row("timeout, seconds", none, {}, u"timeout = 60"_s, u"timeout"_s, u"60000"_s);
        row("timeout, a fraction", none, {}, u"timeout = 2.5"_s, u"timeout"_s, u"2500"_s);
        row("timeout, environment", {{u"SL_TIMEOUT"_s, u"7"_s}}, {}, u"timeout = 60"_s, u"timeout"_s,
            u"7000"_s);
        row("timeout, the other name", {{u"SOFTLAYER_TIMEOUT"_s, u"7"_s}}, {}, {}, u"timeout"_s, u"7000"_s);
        row("timeout, 0 does not hide the file's", {{u"SL_TIMEOUT"_s, u"0"_s}}, {}, u"timeout = 60"_s,
            u"timeout"_s, u"60000"_s);
        row("timeout, 0 does not hide the other name's",
            {{u"SL_TIMEOUT"_s, u"0.0"_s}, {u"SOFTLAYER_TIMEOUT"_s, u"7"_s}}, {}, {}, u"timeout"_s, u"7000"_s);
        row("timeout, empty", {{u"SL_TIMEOUT"_s, {}}}, {}, u"timeout ="_s, u"timeout"_s, {});
        row("timeout, 0 of the own file hides the system's", none, u"timeout = 60"_s, u"timeout = 0"_s,
            u"timeout"_s, {}); // as Python reads them: one after the other into one
        row("timeout, shorter than a millisecond", none, {}, u"timeout = 1e-9"_s, u"timeout"_s, u"1"_s);
        row("timeout, longer than a day", none, {}, u"timeout = 1e300"_s, u"timeout"_s, u"86400000"_s);

        for (const char *word : {"", "True", "False", "FALSE", "no", "0"}) {
            row(qPrintable(u"verify, "_s + QLatin1String(word)), none, {},
                u"verify = "_s + QLatin1String(word), u"certificates"_s, u"0"_s);
        }
    }

    void precedence()
    {
        QFETCH(Variables, variables);
        QFETCH(QString, system);
        QFETCH(QString, own);
        QFETCH(QString, setting);
        // The settings that the row is not about are there.
        const auto names = [&](const QString &key) { return system.contains(key) || own.contains(key); };
        const auto isInEnvironment = [&](QLatin1String part) {
            return std::any_of(variables.cbegin(), variables.cend(), [part](const auto &variable) {
                return variable.first.contains(part) && !variable.second.isEmpty();
            });
        };
        if (!names(u"username"_s) && !isInEnvironment("USERNAME"_L1))
            own += u"\nusername = u"_s;
        if (!names(u"api_key"_s) && !isInEnvironment("API_KEY"_L1))
            own += u"\napi_key = k"_s;
        const QString systemFile = write(u"softlayer.conf"_s, u"[softlayer]\n"_s + system + u'\n');
        const QString ownFile = write(u".softlayer"_s, u"[softlayer]\n"_s + own + u'\n');

        const Result<FoundConnection> found =
            ConnectionSource(environment(variables), {systemFile, ownFile}).find();
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        const Connection &connection = found->connection;
        QString value;
        if (setting == "user"_L1)
            value = connection.credentials.user;
        else if (setting == "key"_L1)
            value = connection.credentials.secret;
        else if (setting == "endpoint"_L1)
            value = connection.restBase.toString();
        else if (setting == "timeout"_L1)
            value = connection.timeout ? QString::number(connection.timeout->count()) : QString();
        else if (setting == "certificates"_L1)
            value = QString::number(connection.companyCertificates.size());
        else if (connection.proxy) {
            const QNetworkProxy &proxy = *connection.proxy;
            value = proxy.hostName() + u':' + QString::number(proxy.port());
            if (!proxy.user().isEmpty())
                value = proxy.user() + u':' + proxy.password() + u'@' + value;
        }
        QTEST(value, "value");
    }

    void saysWhereTheKeyIsFrom()
    {
        const QString system = write(u"softlayer.conf"_s, u"[softlayer]\nusername = u\napi_key = k\n"_s);
        const QString own = write(u".softlayer"_s, u"[softlayer]\nusername = o\n"_s);
        QCOMPARE(ConnectionSource({}, {system, own}).find()->origin, system);
        write(u".softlayer"_s, u"[softlayer]\nusername = o\napi_key = l\n"_s);
        QCOMPARE(ConnectionSource({}, {system, own}).find()->origin, own);
        const ConnectionSource source(environment({{u"SL_API_KEY"_s, u"e"_s}}), {system, own});
        QVERIFY(!source.environmentHasKey()); // half of it
        QCOMPARE(source.find()->origin, u"the environment"_s);
    }

    void namesTheFileAsPeopleDo()
    {
        const OtherHome home(m_folder->path());
        QCOMPARE(ConnectionSource::usualConfigFiles(),
                 (QStringList{u"/etc/softlayer.conf"_s, m_folder->filePath(u".softlayer"_s)}));
        write(u".softlayer"_s, u"[softlayer]\nusername = u\napi_key = k\n"_s);
        const QStringList files{m_folder->filePath(u"no"_s), m_folder->filePath(u".softlayer"_s)};
        QCOMPARE(ConnectionSource({}, files).find()->origin, u"~/.softlayer"_s);
        write(u".softlayer"_s, u"[softlayer]\nusername u\n"_s);
        const QString says = ConnectionSource({}, files).find().error().message;
        QVERIFY2(says.startsWith(u"~/.softlayer, line 2"_s), qPrintable(says));
    }

    void saysWhereTheMistakeIs_data()
    {
        QTest::addColumn<Variables>("variables");
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("says");
        const Variables none;
        QTest::newRow("timeout, file") << none << u"timeout = soon"_s << u"timeout in "_s;
        QTest::newRow("timeout, below 0") << none << u"timeout = -1"_s << u"timeout in "_s;
        QTest::newRow("timeout, no number at all") << none << u"timeout = nan"_s << u"timeout in "_s;
        QTest::newRow("timeout, environment")
            << Variables{{u"SOFTLAYER_TIMEOUT"_s, u"1 minute"_s}} << QString() << u"SOFTLAYER_TIMEOUT"_s;
        QTest::newRow("endpoint, file")
            << none << u"endpoint_url = api.softlayer.com/rest/v3.1"_s << u"endpoint_url in "_s;
        QTest::newRow("endpoint, environment")
            << Variables{{u"SL_ENDPOINT_URL"_s, u"api.softlayer.com"_s}} << QString() << u"SL_ENDPOINT_URL"_s;
        QTest::newRow("proxy, file") << none << u"proxy = socks5://p.example.com"_s << u"proxy in "_s;
        QTest::newRow("proxy, environment")
            << Variables{{u"https_proxy"_s, u"http://"_s}} << QString() << u"https_proxy"_s;
        QTest::newRow("proxy for all")
            << Variables{{u"ALL_PROXY"_s, u"socks5://p.example.com"_s}} << QString() << u"ALL_PROXY"_s;
        QTest::newRow("CA bundle") << Variables{{u"REQUESTS_CA_BUNDLE"_s, u"/nowhere/ca.pem"_s}} << QString()
                                   << u"REQUESTS_CA_BUNDLE"_s;
        QTest::newRow("verify") << none << u"verify = /nowhere/ca.pem"_s << u"verify in "_s;
    }

    void saysWhereTheMistakeIs()
    {
        QFETCH(Variables, variables);
        QFETCH(QString, own);
        QFETCH(QString, says);
        const QString file =
            write(u".softlayer"_s, u"[softlayer]\nusername = u\napi_key = 0123secret\n"_s + own + u'\n');
        const Result<FoundConnection> found = ConnectionSource(environment(variables), {file}).find();
        QVERIFY(!found);
        if (says.endsWith(u' '))
            says += file;
        QVERIFY2(found.error().message.contains(says), qPrintable(found.error().message));
        QVERIFY(!found.error().message.contains(u"0123secret"_s));
    }

    void aCompanysCertificates()
    {
        const QString certificate = write(u"ca.pem"_s, QString::fromLatin1(testCertificate));
        const OtherHome home(m_folder->path());
        for (const QString &verify : {certificate, u"~/ca.pem"_s}) {
            const QString own =
                write(u".softlayer"_s, u"[softlayer]\nusername = u\napi_key = k\nverify = "_s + verify);
            const Result<FoundConnection> found = ConnectionSource({}, {own}).find();
            QVERIFY2(found, found ? "" : qPrintable(found.error().message));
            QCOMPARE(found->connection.companyCertificates.size(), 1);
        }
    }

    /// The environment names a file or a folder, and comes before the file.
    void aCompanysCertificatesInTheEnvironment()
    {
        const QString certificate = write(u"ca.pem"_s, QString::fromLatin1(testCertificate));
        const QString own =
            write(u".softlayer"_s, u"[softlayer]\nusername = u\napi_key = k\nverify = /nowhere"_s);
        const QString folder = m_folder->filePath(u"certificates"_s);
        QVERIFY(QDir(m_folder->path()).mkdir(u"certificates"_s));
        QVERIFY(
            !ConnectionSource(environment({{u"CURL_CA_BUNDLE"_s, folder}}), {own}).find()); // nothing in it
        for (const QString &name : {u"a.pem"_s, u"a.0"_s}) // as c_rehash has it
            QVERIFY(QFile::copy(certificate, folder + u'/' + name));
        for (const Variables &variables :
             {Variables{{u"REQUESTS_CA_BUNDLE"_s, certificate}},
              Variables{{u"CURL_CA_BUNDLE"_s, certificate}},
              Variables{{u"REQUESTS_CA_BUNDLE"_s, certificate}, {u"CURL_CA_BUNDLE"_s, u"/nowhere"_s}},
              Variables{{u"REQUESTS_CA_BUNDLE"_s, folder}}}) {
            const Result<FoundConnection> found = ConnectionSource(environment(variables), {own}).find();
            QVERIFY2(found, found ? "" : qPrintable(found.error().message));
            QCOMPARE(found->connection.companyCertificates.size(), 1);
        }
    }

    void aCompanysCertificatesThatAreNotThere()
    {
        const QString nothing = m_folder->filePath(u"nothing.pem"_s);
        const QString file =
            write(u".softlayer"_s, u"[softlayer]\nusername = u\napi_key = k\nverify = "_s + nothing);
        const Result<FoundConnection> found = ConnectionSource({}, {file}).find();
        QVERIFY(!found);
        QVERIFY2(found.error().message.contains(nothing), qPrintable(found.error().message));
    }

    void filesThatAreNone()
    {
        const QString own = write(u".softlayer"_s, u"[softlayer]\nusername = u\napi_key = k\n"_s);
        QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
        QVERIFY(
            ConnectionSource({}, {m_folder->filePath(u"folder"_s), own, m_folder->filePath(u"no"_s)}).find());

        QFile latin(m_folder->filePath(u"latin"_s));
        QVERIFY(latin.open(QIODevice::WriteOnly));
        latin.write("[softlayer]\nusername = j\xfcrgen\napi_key = k\n");
        latin.close();
        const Result<FoundConnection> found = ConnectionSource({}, {latin.fileName()}).find();
        QVERIFY(!found);
        QVERIFY2(found.error().message.contains(u"UTF-8"_s), qPrintable(found.error().message));

        // What is read of it would be in order.
        const QString huge =
            write(u"huge"_s, u"[softlayer]\nusername = u\napi_key = k\n"_s + QString(2'000'000, u'#'));
        const Result<FoundConnection> tooMuch = ConnectionSource({}, {huge}).find();
        QVERIFY(!tooMuch);
        QVERIFY2(tooMuch.error().message.contains(u"too large"_s), qPrintable(tooMuch.error().message));

        QFile cut(m_folder->filePath(u"cut"_s)); // ends within a letter
        QVERIFY(cut.open(QIODevice::WriteOnly));
        cut.write("[softlayer]\nusername = u\napi_key = k\xc3");
        cut.close();
        QVERIFY(!ConnectionSource({}, {cut.fileName()}).find());

        // A mark at the beginning, as some editors leave it: Python stumbles over it, people cannot even see
        // it.
        QVERIFY(ConnectionSource({}, {write(u"bom"_s, u"\ufeff[softlayer]\nusername = u\napi_key = k\n"_s)})
                    .find());
    }

    void whatCannotBeReadIsNamedIfItIsMissed()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
        const QString folder = m_folder->filePath(u"folder"_s);
        const Result<FoundConnection> found =
            ConnectionSource(environment({{u"SL_USERNAME"_s, u"me"_s}}), {folder}).find();
        QVERIFY(!found);
        QVERIFY(found.error().kind == ApiError::Kind::Storage);
        QVERIFY2(found.error().message.contains(folder), qPrintable(found.error().message));

        const QString closed = write(u"closed"_s, u"[softlayer]\nusername = u\napi_key = k\n"_s);
        QVERIFY(QFile::setPermissions(closed, QFile::Permissions()));
        if (QFile(closed).open(QIODevice::ReadOnly))
            QSKIP("root reads everything");
        QVERIFY(ConnectionSource({}, {closed}).find().error().message.contains(closed));
        QVERIFY(
            ConnectionSource(environment({{u"SL_USERNAME"_s, u"me"_s}, {u"SL_API_KEY"_s, u"k"_s}}), {closed})
                .find());
    }

    void neverWrites()
    {
        const QString own = write(u".softlayer"_s, u"[softlayer]\nusername = u\napi_key = k\n"_s);
        const QStringList before = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden);
        const QDateTime modified = QFileInfo(own).lastModified();
        QVERIFY(ConnectionSource({}, {own}).find());
        QFile file(own);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("[softlayer]\nusername = u\napi_key = k\n"));
        QCOMPARE(QFileInfo(own).lastModified(), modified);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden), before);
    }

    void otherWaysToSignIn_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("says");
        QTest::newRow("token") << u"userid = 7\naccess_token = 0123secret"_s << u"access_token"_s;
        QTest::newRow("token and user") << u"username = u\naccess_token = 0123secret"_s << u"access_token"_s;
        QTest::newRow("certificate") << u"auth_cert = 0123secret"_s << u"auth_cert"_s;
        QTest::newRow("user id") << u"userid = 0123secret"_s << u"userid"_s;
    }

    void otherWaysToSignIn()
    {
        QFETCH(QString, own);
        QFETCH(QString, says);
        const QString file = write(u".softlayer"_s, u"[softlayer]\n"_s + own + u'\n');
        const Result<FoundConnection> found = ConnectionSource({}, {file}).find();
        QVERIFY(!found);
        QVERIFY2(found.error().message.contains(says), qPrintable(found.error().message));
        QVERIFY(found.error().message.contains(file));
        QVERIFY(found.error().message.contains(u"user name and an API key"_s));
        QVERIFY(!found.error().message.contains(u"0123secret"_s));
        // Beside a key they are not asked for.
        QVERIFY(
            ConnectionSource(environment({{u"SL_USERNAME"_s, u"me"_s}, {u"SL_API_KEY"_s, u"k"_s}}), {file})
                .find());
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<Variables>("variables");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << Variables() << u"SL_USERNAME and SL_API_KEY"_s;
        QTest::newRow("no user") << Variables{{u"SL_API_KEY"_s, u"0123secret"_s}} << u"no user name"_s;
        QTest::newRow("no key") << Variables{{u"SL_USERNAME"_s, u"me"_s}} << u"no API key"_s;
        QTest::newRow("plain http") << Variables{{u"SL_USERNAME"_s, u"me"_s},
                                                 {u"SL_API_KEY"_s, u"0123secret"_s},
                                                 {u"SL_ENDPOINT_URL"_s,
                                                  u"http://api.softlayer.com/rest/v3.1/"_s}}
                                    << u"https://"_s;
        QTest::newRow("bad proxy") << Variables{{u"SL_USERNAME"_s, u"me"_s},
                                                {u"SL_API_KEY"_s, u"0123secret"_s},
                                                {u"https_proxy"_s, u"http://"_s}}
                                   << u"proxy"_s;
        QTest::newRow("bad timeout") << Variables{{u"SL_USERNAME"_s, u"me"_s},
                                                  {u"SL_API_KEY"_s, u"0123secret"_s},
                                                  {u"SL_TIMEOUT"_s, u"soon"_s}}
                                     << u"timeout"_s;
        QTest::newRow("no scheme") << Variables{{u"SL_USERNAME"_s, u"me"_s},
                                                {u"SL_API_KEY"_s, u"0123secret"_s},
                                                {u"SL_ENDPOINT_URL"_s, u"api.softlayer.com/rest/v3.1/"_s}}
                                   << u"https://api.softlayer.com"_s;
    }

    void saysWhatIsMissing()
    {
        QFETCH(Variables, variables);
        QFETCH(QString, says);
        const Result<FoundConnection> found =
            ConnectionSource(environment(variables), {u"/nonexistent/softlayer"_s}).find();
        QVERIFY(!found);
        QVERIFY2(found.error().message.contains(says), qPrintable(found.error().message));
        QVERIFY(!found.error().message.contains(u"0123secret"_s));
    }

    void nothingAtAllIsNoMistake()
    {
        QVERIFY(ConnectionSource({}, {}).find().error().kind == ApiError::Kind::NotFound);
        const ConnectionSource half(environment({{u"SL_USERNAME"_s, u"me"_s}}), {});
        QVERIFY(half.find().error().kind == ApiError::Kind::InvalidRequest);
    }

    void aBrokenFileIsNamed()
    {
        const QString file = write(u"config"_s, u"username = u\n"_s);
        const Result<FoundConnection> found = ConnectionSource({}, {file}).find();
        QVERIFY(!found);
        QVERIFY(found.error().message.contains(file));
    }

private:
    QString write(const QString &name, const QString &text)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("cannot write the test's own file");
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OtherHome> m_home;
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestConnectionSource)
#include "tst_connectionsource.moc"
