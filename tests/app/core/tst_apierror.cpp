// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apierror.h"
#include "core/result.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

using namespace layerscope;
using Kind = ApiError::Kind;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array allKinds{Kind::Cancelled,      Kind::Offline,      Kind::Timeout,   Kind::Tls,
                              Kind::Proxy,          Kind::Unauthorized, Kind::Forbidden, Kind::NotFound,
                              Kind::RateLimited,    Kind::TooMuch,      Kind::Server,    Kind::BadResponse,
                              Kind::InvalidRequest, Kind::Storage,      Kind::Inactive};

} // namespace

class TestApiError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsNameAndSentence();
    void knowsWhatPasses_data();
    void knowsWhatPasses();
    void knowsWhatStopsEverything();
    void knowsSilence();
    void knowsRefusals();
    void knowsWhatMayBeTooMuch();
    void saysWhatItIsTold();
    void wrongTypeNamesThePlace();
};

void TestApiError::everyKindHasItsNameAndSentence()
{
    QSet<QString> names;
    QSet<QString> sentences;
    for (const Kind kind : allKinds) {
        names.insert(toString(kind));
        sentences.insert(sentence(kind));
        QVERIFY(sentence(kind).endsWith(u'.'));
        QCOMPARE(ApiError::make(kind).message, sentence(kind));
    }
    QCOMPARE(names.size(), qsizetype(allKinds.size()));
    QCOMPARE(sentences.size(), qsizetype(allKinds.size()));
}

void TestApiError::knowsWhatPasses_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("passes");
    const auto row = [](const char *name, Kind kind, int status, bool passes, const char *code = "",
                        const char *path = "") {
        QTest::newRow(name) << kind << status << QString::fromLatin1(code) << QString::fromLatin1(path)
                            << passes;
    };
    row("offline", Kind::Offline, 0, true);
    row("timeout", Kind::Timeout, 0, true);
    row("rate limit", Kind::RateLimited, 500, true);
    row("bad gateway", Kind::Server, 502, true);
    row("unavailable", Kind::Server, 503, true);
    row("gateway timeout", Kind::Server, 504, true);
    row("plain 500", Kind::Server, 500, true);
    row("not implemented", Kind::Server, 501, false);
    row("redirect", Kind::Server, 302, false);
    row("internal error", Kind::TooMuch, 500, true, "SoftLayer_Exception_Public");
    row("result too large", Kind::TooMuch, 500, false, "SoftLayer_Exception_MaximumResultLimit");
    row("metrics too large", Kind::TooMuch, 500, false, "SoftLayer_Exception_ApiRequestFailed");
    row("cut off", Kind::BadResponse, 200, true);
    row("empty 500", Kind::BadResponse, 500, true);
    row("web page for 404", Kind::BadResponse, 404, false);
    row("wrong type", Kind::BadResponse, 200, false, "", "[3].id");
    row("wrong key", Kind::Unauthorized, 401, false);
    row("inactive account", Kind::Inactive, 500, false, "SoftLayer_Exception_Public");
    row("forbidden", Kind::Forbidden, 500, false);
    row("not found", Kind::NotFound, 404, false);
    row("bad mask", Kind::InvalidRequest, 500, false);
    row("certificate", Kind::Tls, 0, false);
    row("proxy", Kind::Proxy, 407, false);
    row("cancelled", Kind::Cancelled, 0, false);
    row("disk", Kind::Storage, 0, false);
}

void TestApiError::knowsWhatPasses()
{
    QFETCH(const Kind, kind);
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const QString, path);
    QFETCH(const bool, passes);
    ApiError error = ApiError::make(kind);
    error.httpStatus = status;
    error.code = code;
    error.jsonPath = path;
    QCOMPARE(error.isTransient(), passes);
}

void TestApiError::knowsWhatStopsEverything()
{
    for (const Kind kind : allKinds) {
        const bool expected =
            kind == Kind::Unauthorized || kind == Kind::Inactive || kind == Kind::Tls || kind == Kind::Proxy;
        QCOMPARE(ApiError::make(kind).stopsEverything(), expected);
    }
}

void TestApiError::knowsSilence()
{
    for (const Kind kind : allKinds)
        QCOMPARE(ApiError::make(kind).isSilence(), kind == Kind::Timeout);
    ApiError told = ApiError::make(Kind::Timeout);
    told.httpStatus = 408; // by somebody who answers
    QVERIFY(!told.isSilence());
    ApiError unreached = ApiError::make(Kind::Timeout);
    unreached.isUnreached = true; // nobody was asked
    QVERIFY(!unreached.isSilence());
    QVERIFY(unreached.isTransient());
}

void TestApiError::knowsRefusals()
{
    for (const Kind kind : allKinds)
        QCOMPARE(ApiError::make(kind).isRefusal(), kind == Kind::Forbidden || kind == Kind::NotFound);
}

void TestApiError::knowsWhatMayBeTooMuch()
{
    for (const Kind kind : {Kind::TooMuch, Kind::Timeout, Kind::Offline, Kind::BadResponse})
        QVERIFY(ApiError::make(kind).mayBeTooMuch());
    for (const Kind kind : {Kind::Forbidden, Kind::NotFound, Kind::Unauthorized, Kind::InvalidRequest})
        QVERIFY(!ApiError::make(kind).mayBeTooMuch());
}

void TestApiError::saysWhatItIsTold()
{
    const ApiError error = ApiError::withMessage(Kind::Storage, u"The disk is full."_s, u"ENOSPC"_s);
    QVERIFY(error.kind == Kind::Storage);
    QCOMPARE(error.message, u"The disk is full."_s);
    QCOMPARE(error.detail, u"ENOSPC"_s);
    QCOMPARE(failure(Kind::Storage, u"The disk is full."_s, u"ENOSPC"_s).error(), error);
}

void TestApiError::wrongTypeNamesThePlace()
{
    const ApiError error = ApiError::wrongType(QStringLiteral("[3].id"), u"number", u"object");
    QVERIFY(error.kind == Kind::BadResponse);
    QCOMPARE(error.jsonPath, QStringLiteral("[3].id"));
    QCOMPARE(error.detail, QStringLiteral("expected number, found object"));
    QVERIFY(
        !ApiError::wrongType({}, u"array", u"text").jsonPath.isEmpty()); // or it would be tried again in vain
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestApiError)
#include "tst_apierror.moc"
