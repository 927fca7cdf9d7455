// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/allowlist.h"
#include "details/serverparts.h"
#include "details/serversections.h"
#include "inventory/kinds.h"
#include "serversample.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestServerParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mayAllBeSent_data() { addKinds(); }
    void mayAllBeSent();
    void nameNoSecret_data() { addKinds(); }
    void nameNoSecret();
    void stayShortEnough_data() { addKinds(); }
    void stayShortEnough();
    void everySectionHasItsParts_data() { addKinds(); }
    void everySectionHasItsParts();
    void everyPartIsShownSomewhere_data() { addKinds(); }
    void everyPartIsShownSomewhere();
    void areOfServersAlone();
    void requestTextNamesTheCall();
    void wholeObjectPutsPartsInPlace();

private:
    static void addKinds()
    {
        QTest::addColumn<RowKind>("kind");
        QTest::newRow("bare metal") << RowKind::BareMetal;
        QTest::newRow("virtual") << RowKind::Virtual;
    }
    static ApiRequest requestOf(RowKind kind, const PartSpec &part)
    {
        ApiRequest request;
        request.service = kindSpec(kind).service;
        request.method = part.method;
        request.objectId = u"1403101"_s;
        request.mask = part.mask;
        return request;
    }
};

void TestServerParts::mayAllBeSent()
{
    QFETCH(const RowKind, kind);
    QSet<QByteArray> keys;
    for (const PartSpec &part : partSpecsOf(kind)) {
        const auto refusal = refusalOf(requestOf(kind, part));
        QVERIFY2(!refusal, qPrintable(refusal.value_or(QString())));
        QVERIFY(!part.mask.isEmpty()); // without one everything local comes
        QVERIFY(partOfKey(kind, part.key));
        keys.insert(part.key);
    }
    QCOMPARE(keys.size(), static_cast<qsizetype>(partsOf(kind).size()));
    QVERIFY(!partOfKey(kind, "getSshKeys"));
}

void TestServerParts::nameNoSecret()
{
    QFETCH(const RowKind, kind);
    for (const PartSpec &part : partSpecsOf(kind)) {
        const QByteArray asked = (part.method + part.mask.toText()).toLower();
        for (const char *secret : {"password", "remotemanagementaccount", "userdata", "licenseinstance",
                                   "activationcode", "authenticationkey"})
            QVERIFY2(!asked.contains(secret), asked.constData());
    }
}

void TestServerParts::stayShortEnough()
{
    QFETCH(const RowKind, kind);
    constexpr qsizetype longestUrl = 6000; // softlayer-api §1.6
    const QUrl base(u"https://api.softlayer.com/rest/v3.1/"_s);
    for (const PartSpec &part : partSpecsOf(kind))
        QVERIFY(requestOf(kind, part).url(base).toEncoded().size() < longestUrl);
}

void TestServerParts::everySectionHasItsParts()
{
    QFETCH(const RowKind, kind);
    for (const DetailsTab tab : {DetailsTab::Overview, DetailsTab::Network, DetailsTab::Hardware,
                                 DetailsTab::Billing, DetailsTab::Bandwidth}) {
        QVERIFY(!sectionsOf(kind, tab).isEmpty());
        for (const ServerSection section : sectionsOf(kind, tab)) {
            QVERIFY(!titleOf(section).isEmpty());
            QVERIFY(!partsOf(kind, section).isEmpty());
            for (const ServerPart part : partsOf(kind, section))
                QVERIFY(specOf(kind, part));
        }
    }
}

void TestServerParts::everyPartIsShownSomewhere()
{
    QFETCH(const RowKind, kind);
    QSet<ServerPart> shown;
    for (const DetailsTab tab : {DetailsTab::Overview, DetailsTab::Network, DetailsTab::Hardware,
                                 DetailsTab::Billing, DetailsTab::Bandwidth}) {
        for (const ServerSection section : sectionsOf(kind, tab)) {
            for (const ServerPart part : partsOf(kind, section))
                shown.insert(part);
        }
    }
    for (const ServerPartSpec &spec : partsOf(kind))
        QVERIFY2(shown.contains(spec.part), spec.method);
}

/// Rows of other kinds are asked for by one call.
void TestServerParts::areOfServersAlone()
{
    for (const TableSpec *table : allTables()) {
        for (const RowKind kind : table->kinds)
            QCOMPARE(partsOf(kind).empty(), kind != RowKind::BareMetal && kind != RowKind::Virtual);
    }
}

void TestServerParts::requestTextNamesTheCall()
{
    const QString text = requestText({RowKind::Virtual, 125}, ServerPart::PowerState);
    QCOMPARE(text, u"SoftLayer_Virtual_Guest::getPowerState (125)\nmask[keyName,name]"_s);
    QVERIFY(requestText({RowKind::BareMetal, 1}, ServerPart::PowerState).isEmpty());
}

void TestServerParts::wholeObjectPutsPartsInPlace()
{
    const ServerSample sample = ServerSample(RowKind::BareMetal)
                                    .with(ServerPart::Object, R"({"id":1})")
                                    .with(ServerPart::NetworkVlans, R"([{"id":2}])")
                                    .with(ServerPart::ActiveTransaction, "null");
    QCOMPARE(QJsonValue(sample.values.wholeObject()),
             json(R"({"id":1,"networkVlans":[{"id":2}],"activeTransaction":null})"));
    QCOMPARE(PartValues(RowKind::Virtual).wholeObject(), QJsonObject());

    // Parts of one object, or of the same rows in another order, lie over each other.
    const ServerSample split =
        ServerSample(RowKind::BareMetal)
            .with(ServerPart::Object, R"({"id":1,"hostname":"db01"})")
            .with(ServerPart::StateAndPlace, R"({"id":1,"datacenter":{"name":"dal10"}})")
            .with(ServerPart::BillingItem, R"({"id":5,"orderItem":{"id":6,"preset":{"keyName":"B1"}}})")
            .with(ServerPart::Order, R"({"id":5,"orderItem":{"id":6,"order":{"id":7}}})")
            .with(ServerPart::NetworkComponents, R"([{"id":8,"name":"eth"},null,{"id":9,"name":"mgmt"}])")
            .with(ServerPart::NetworkTrunks, R"([{"id":9,"uplinkComponent":{"id":3}},{"id":10},null])");
    QCOMPARE(QJsonValue(split.values.wholeObject()),
             json(R"({"id":1,"hostname":"db01","datacenter":{"name":"dal10"},
                      "billingItem":{"id":5,"orderItem":{"id":6,"preset":{"keyName":"B1"},"order":{"id":7}}},
                      "networkComponents":[{"id":8,"name":"eth"},null,
                                           {"id":9,"name":"mgmt","uplinkComponent":{"id":3}}]})"));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestServerParts)
#include "tst_serverparts.moc"
