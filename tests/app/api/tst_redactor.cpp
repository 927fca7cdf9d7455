// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/connection.h"
#include "api/redactor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace layerscope;

namespace {

const QString key = QStringLiteral("0123456789abcdef+/=&0123456789abcdef");

Credentials basic()
{
    return {Credentials::Scheme::Basic, QStringLiteral("123456_ops@example.com"), key};
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
    void leavesTheRestAlone();
    void hidesTheLongerSecretFirst();
    void hidesInJson_data();
    void hidesInJson();
    void leavesOtherJsonAlone();
};

void TestRedactor::hidesWhatItKnows_data()
{
    QTest::addColumn<QString>("text");
    const QString header = QString::fromLatin1(basic().authorizationHeader());
    QTest::newRow("key") << QString(QStringLiteral("bad key ") + key + QStringLiteral("!"));
    QTest::newRow("twice") << QString(key + key);
    QTest::newRow("header") << QString(QStringLiteral("Authorization: ") + header);
    QTest::newRow("header's value alone") << header.mid(6);
    QTest::newRow("encoded") << QString(QStringLiteral("?key=") +
                                        QString::fromLatin1(QUrl::toPercentEncoding(key)));
    QTest::newRow("in a URL") << QString(QStringLiteral("https://user:") + key + QStringLiteral("@host/"));
}

void TestRedactor::hidesWhatItKnows()
{
    QFETCH(const QString, text);
    const QString redacted = Redactor(basic()).redacted(text);
    QVERIFY(redacted.contains(Redactor::placeholder()));
    QVERIFY(!redacted.contains(key));
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
    QTest::newRow("user and password in a URL")
        << QStringLiteral("GET https://me:hunter2@proxy.example.com:3128/x")
        << QStringLiteral("GET https://[hidden]@proxy.example.com:3128/x");
    QTest::newRow("password in JSON") << QStringLiteral(R"({"username":"root","password":"a\"b"})")
                                      << QStringLiteral(R"({"username":"root","password":"[hidden]"})");
}

void TestRedactor::hidesWhatLooksSecret()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(Redactor().redacted(text), expected);
}

void TestRedactor::leavesTheRestAlone()
{
    const QString text =
        QStringLiteral("Basic facts: https://api.softlayer.com/rest/v3.1/ ops@example.com \"passwords\": []");
    QCOMPARE(Redactor(basic()).redacted(text), text);
    QCOMPARE(Redactor(Credentials{}).redacted(text), text); // an empty secret is no secret
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
    QCOMPARE(Redactor(basic()).redacted(QJsonValue(key)), QJsonValue(Redactor::placeholder()));
}

QTEST_APPLESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
