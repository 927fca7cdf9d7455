// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectionsource.h"

#include <QTemporaryDir>
#include <QTest>

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

} // namespace

class TestConnectionSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
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
        QTest::newRow("no port") << u"http://proxy.example.com/"_s << u"proxy.example.com"_s << 3128;
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
};

QTEST_GUILESS_MAIN(TestConnectionSource)
#include "tst_connectionsource.moc"
