// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apirequest.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

namespace {

const QUrl base(QStringLiteral("https://api.softlayer.com/rest/v3.1/"));

ApiRequest request(const char *service, const char *method)
{
    ApiRequest request;
    request.service = service;
    request.method = method;
    return request;
}

} // namespace

class TestApiRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesThePath();
    void encodesEveryValue();
    void encodesPlusAndAmpersand();
    void writesTheLimitInOrder();
    void leavesOutWhatIsEmpty();
    void postsParameters();
    void labels();
    void comparesByValue();
};

void TestApiRequest::writesThePath()
{
    QCOMPARE(request("SoftLayer_Account", "getObject").url(base).toEncoded(),
             "https://api.softlayer.com/rest/v3.1/SoftLayer_Account/getObject.json");
    ApiRequest one = request("SoftLayer_Hardware_Server", "getObject");
    one.objectId = QStringLiteral("123");
    QCOMPARE(one.url(QUrl(QStringLiteral("http://127.0.0.1:8080/rest/v3/"))).toEncoded(),
             "http://127.0.0.1:8080/rest/v3/SoftLayer_Hardware_Server/123/getObject.json");
    one.objectId = QStringLiteral("../x?y");
    QCOMPARE(one.url(base).toEncoded(),
             "https://api.softlayer.com/rest/v3.1/SoftLayer_Hardware_Server/..%2Fx%3Fy/getObject.json");
}

void TestApiRequest::encodesEveryValue()
{
    ApiRequest list = request("SoftLayer_Account", "getHardware");
    list.mask = {"id", "datacenter.name"};
    list.mask.castTo("SoftLayer_Hardware_Server");
    list.filter.orderBy("hardware.id");
    list.limit = ResultLimit{100, 50};
    QCOMPARE(list.url(base).toEncoded(),
             "https://api.softlayer.com/rest/v3.1/SoftLayer_Account/getHardware.json"
             "?objectMask=mask%28SoftLayer_Hardware_Server%29%5Bid%2Cdatacenter%5Bname%5D%5D"
             "&objectFilter=%7B%22hardware%22%3A%7B%22id%22%3A%7B%22operation%22%3A%22orderBy%22%2C%"
             "22options%22%3A%5B%7B"
             "%22name%22%3A%22sort%22%2C%22value%22%3A%5B%22ASC%22%5D%7D%5D%7D%7D%7D"
             "&resultLimit=100%2C50");
}

void TestApiRequest::encodesPlusAndAmpersand()
{
    ApiRequest list = request("SoftLayer_Account", "getHardware");
    list.filter.equals("hardware.notes", QStringLiteral("a+b & c=d%41 ü"));
    const QByteArray query = list.url(base).toEncoded();
    QVERIFY(query.contains("a%2Bb%20%26%20c%3Dd%2541%20%C3%BC")); // the server reads a bare '+' as a blank
    QCOMPARE(QByteArray::fromPercentEncoding(query.mid(query.indexOf('=') + 1)), list.filter.toJson());
}

void TestApiRequest::writesTheLimitInOrder()
{
    ApiRequest list = request("SoftLayer_Account", "getHardware");
    list.limit = ResultLimit{0, 2};
    QVERIFY(list.url(base).toEncoded().endsWith("?resultLimit=0%2C2")); // offset, then count
    list.limit = ResultLimit{3'000'000'000, 100};
    QVERIFY(list.url(base).toEncoded().endsWith("?resultLimit=3000000000%2C100"));
}

void TestApiRequest::leavesOutWhatIsEmpty()
{
    ApiRequest list = request("SoftLayer_Account", "getHardware");
    list.filter.equals("hardware.id", 5);
    QVERIFY(list.url(base).toEncoded().contains("getHardware.json?objectFilter="));
    QVERIFY(!list.url(base).hasFragment());
    QVERIFY(list.body().isEmpty());
}

void TestApiRequest::postsParameters()
{
    ApiRequest call = request("SoftLayer_Metric_Tracking_Object", "getSummaryData");
    call.parameters = {QStringLiteral("2026-01-01"), QJsonValue(), QJsonArray{1, 2}, 3600};
    call.mask = {"counter"};
    QCOMPARE(call.body(), R"({"parameters":["2026-01-01",null,[1,2],3600]})");
    QVERIFY(call.url(base).toEncoded().endsWith(
        "?objectMask=mask%5Bcounter%5D")); // stays in the query on POST too
}

void TestApiRequest::labels()
{
    ApiRequest call = request("SoftLayer_Hardware_Server", "getObject");
    QCOMPARE(call.label(), QStringLiteral("SoftLayer_Hardware_Server::getObject"));
    call.objectId = QStringLiteral("42");
    QCOMPARE(call.label(), QStringLiteral("SoftLayer_Hardware_Server::getObject (42)"));
}

void TestApiRequest::comparesByValue()
{
    ApiRequest a = request("SoftLayer_Account", "getHardware");
    ApiRequest b = a;
    QVERIFY(a == b);
    b.limit = ResultLimit{0, 2};
    QVERIFY(!(a == b));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestApiRequest)
#include "tst_apirequest.moc"
