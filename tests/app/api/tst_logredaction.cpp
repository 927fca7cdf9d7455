// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiclient.h"
#include "api/logredaction.h"
#include "api/redactor.h"
#include "core/clock.h"
#include "core/logging.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QProcess>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

using namespace layerscope;

namespace {

constexpr int threads = 4;
constexpr int linesOfThread = 50;

QString keyOf(int number)
{
    return QStringLiteral("k%1feedfacefeedfacefeedface").arg(number, 4, 10, QLatin1Char('0'));
}

Connection connectionOf(int number)
{
    return {Connection::publicEndpoint(),
            {Credentials::Scheme::Basic, QStringLiteral("me"), keyOf(number)},
            QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("h"), 1, QStringLiteral("me"),
                          QStringLiteral("pass word"))};
}

/// The process whose log the test reads: this program again, in the role of `role`.
int runAs(const QString &role)
{
    LogRedaction::install();
    if (role == QLatin1String("fatal"))
        qFatal("api_key = hunter2");
    if (role == QLatin1String("plain")) {
        qWarning("a warning");
        qCDebug(logApi) << "a quiet line";
        qCWarning(logApi) << "a line of a category";
        qInfo("%s", "SL_API_KEY=hunter2");
        return 0;
    }
    // Each thread logs its own connection's secrets, while others come to be known.
    std::vector<std::unique_ptr<QThread>> workers;
    for (int number = 0; number < threads; ++number) {
        workers.emplace_back(QThread::create([number] {
            LogRedaction::learn(connectionOf(number));
            const QByteArray pair = connectionOf(number).credentials.authorizationHeader().mid(6);
            for (int line = 0; line < linesOfThread; ++line)
                qWarning() << "thread" << number << "line" << line << keyOf(number) << pair << "pass%20word";
        }));
    }
    for (const auto &worker : workers)
        worker->start();
    for (const auto &worker : workers)
        worker->wait();
    return 0;
}

} // namespace

class TestLogRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheFormat()
    {
        const QByteArray log = logOf(QStringLiteral("plain"));
        QCOMPARE(log, QByteArray("a warning\nlayerscope.api: a line of a category\nSL_API_KEY=[hidden]\n"));
    }

    void keepsThePattern()
    {
        const QByteArray log = logOf(QStringLiteral("plain"), QStringLiteral("%{type}/%{message}"));
        QCOMPARE(log, QByteArray("warning/a warning\nwarning/a line of a category\n"
                                 "info/SL_API_KEY=[hidden]\n"));
    }

    void fatalLinesToo()
    {
        const QByteArray log = logOf(QStringLiteral("fatal"));
        QCOMPARE(log, QByteArray("api_key = [hidden]\n"));
    }

    void threadsAtOnce()
    {
        const QByteArray log = logOf(QStringLiteral("threads"));
        QVERIFY2(!log.contains("feedface"), log.constData());
        QVERIFY2(!log.contains("pass%20word"), log.constData());
        QCOMPARE(log.count('\n'), threads * linesOfThread);
        for (int number = 0; number < threads; ++number) {
            const QByteArray line = "thread " + QByteArray::number(number) +
                                    " line 49 \"[hidden]\" \"[hidden]\" "
                                    "[hidden]\n";
            QVERIFY2(log.contains(line), log.constData());
        }
    }

    void aClientTellsItsSecrets()
    {
        const QString text = QStringLiteral("x ") + keyOf(1000) + QStringLiteral(" y");
        QCOMPARE(LogRedaction::redacted(text), text);
        {
            const ApiClient client(connectionOf(1000), Clock::system());
        }
        QCOMPARE(LogRedaction::redacted(text), QStringLiteral("x [hidden] y")); // a late line may hold it
        QCOMPARE(LogRedaction::redacted(QStringLiteral("x pass word y")), QStringLiteral("x [hidden] y"));
    }

    void isBounded()
    {
        const int first = 2000;
        for (int i = 0; i <= LogRedaction::maxConnections; ++i) {
            LogRedaction::learn(connectionOf(first + i));
            LogRedaction::learn(connectionOf(first + 1)); // in use: the last one to go
        }
        const auto isHidden = [](int number) {
            return LogRedaction::redacted(keyOf(number)) != keyOf(number);
        };
        QVERIFY(!isHidden(first));
        QVERIFY(isHidden(first + 1));
        QVERIFY(isHidden(first + 3));
        QVERIFY(isHidden(first + LogRedaction::maxConnections));
    }

    /// One secret may be the beginning of another one.
    void oneDoesNotCutAnother()
    {
        Connection shorter = connectionOf(3000);
        shorter.credentials.secret = keyOf(3001).left(6);
        LogRedaction::learn(shorter);
        LogRedaction::learn(connectionOf(3001));
        QCOMPARE(LogRedaction::redacted(keyOf(3001)), Redactor::placeholder());
    }

private:
    /// What this program wrote to stderr in that role.
    static QByteArray logOf(const QString &role, const QString &pattern = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("QT_LOGGING_RULES"));
        environment.remove(QStringLiteral("QT_MESSAGE_PATTERN"));
        if (!pattern.isEmpty())
            environment.insert(QStringLiteral("QT_MESSAGE_PATTERN"), pattern);
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--as"), role});
        if (!process.waitForFinished(60'000))
            qFatal("the child did not end");
        return process.readAllStandardError();
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--as"))
        return runAs(arguments.value(2));
    TestLogRedaction test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_logredaction.moc"
