// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/causetally.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestCauseTally : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesCauses_data();
    void namesCauses();
    void countsByCause();
    void isBounded();

private:
    static ApiError error(ApiError::Kind kind, int status = 0, const QString &code = {});
};

ApiError TestCauseTally::error(ApiError::Kind kind, int status, const QString &code)
{
    ApiError made = ApiError::make(kind, u"prose of the server's that may name anything"_s);
    made.httpStatus = status;
    made.code = code;
    return made;
}

void TestCauseTally::namesCauses_data()
{
    using Kind = ApiError::Kind;
    QTest::addColumn<ApiError>("cause");
    QTest::addColumn<QString>("words");
    QTest::newRow("503") << error(Kind::Server, 503) << u"503 Service Unavailable"_s;
    QTest::newRow("599") << error(Kind::Server, 599) << u"599 refused by the server"_s;
    QTest::newRow("302") << error(Kind::Server, 302) << u"302 Found"_s;
    QTest::newRow("404") << error(Kind::NotFound, 404, u"SoftLayer_Exception_ObjectNotFound"_s)
                         << u"404 Not Found (SoftLayer_Exception_ObjectNotFound)"_s;
    QTest::newRow("404 in a success")
        << error(Kind::NotFound, 200, u"SoftLayer_Exception_ObjectNotFound"_s)
        << u"not permitted, or not there (SoftLayer_Exception_ObjectNotFound)"_s;
    QTest::newRow("Internal Error") << error(Kind::TooMuch, 500, u"SoftLayer_Exception_Public"_s)
                                    << u"500 Internal Error (SoftLayer_Exception_Public)"_s;
    QTest::newRow("500") << error(Kind::Server, 500) << u"500 Internal Server Error"_s;
    QTest::newRow("429") << error(Kind::RateLimited, 429) << u"429 Too Many Requests"_s;
    QTest::newRow("rate limit") << error(Kind::RateLimited, 500) << u"500 too many calls a second"_s;
    QTest::newRow("timeout") << error(Kind::Timeout) << u"timed out"_s;
    QTest::newRow("408") << error(Kind::Timeout, 408) << u"408 Request Timeout"_s;
    QTest::newRow("lost") << error(Kind::Offline) << u"not reached, or the connection was lost"_s;
    QTest::newRow("lost midway") << error(Kind::Offline, 200) << u"not reached, or the connection was lost"_s;
    QTest::newRow("unreadable") << error(Kind::BadResponse, 200) << u"unreadable answer"_s;
    QTest::newRow("wrong type") << ApiError::wrongType(u"[0].id"_s, u"number", u"text")
                                << u"unexpected type in an answer"_s;
}

void TestCauseTally::namesCauses()
{
    QFETCH(ApiError, cause);
    QFETCH(QString, words);
    QCOMPARE(causeInWords(cause), words);
}

void TestCauseTally::countsByCause()
{
    CauseTally tally;
    QVERIFY(tally.causes().isEmpty());
    tally.count(error(ApiError::Kind::Timeout));
    for (int i = 0; i < 3; ++i)
        tally.count(error(ApiError::Kind::Server, 503));
    tally.count(error(ApiError::Kind::Cancelled));
    tally.count(error(ApiError::Kind::Timeout));
    QCOMPARE(tally.causes(),
             (QList<CauseTally::Cause>{{u"503 Service Unavailable"_s, 3}, {u"timed out"_s, 2}}));
}

void TestCauseTally::isBounded()
{
    CauseTally tally;
    for (int i = 0; i < 1'000; ++i)
        tally.count(error(ApiError::Kind::Server, 500, QString::number(i)));
    const QList<CauseTally::Cause> causes = tally.causes();
    QCOMPARE_LE(causes.size(), CauseTally::maxCauses + 1);
    int calls = 0;
    for (const CauseTally::Cause &cause : causes)
        calls += cause.calls;
    QCOMPARE(calls, 1'000);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestCauseTally)
#include "tst_causetally.moc"
