// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/details/serversample.h"
#include "core/utc.h"
#include "panels/sectiontext.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestSectionText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ages_data();
    void ages();
    void notes_data();
    void notes();
    void troubles();
    void permissionsAreTheSheets();
    void textOfFacts();

private:
    static QDateTime at(qint64 seconds) { return utcFromSecs(1'000'000 + seconds); }
};

void TestSectionText::ages_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("future") << qint64(-5) << u"just now"_s;
    QTest::newRow("1 s") << qint64(1) << u"just now"_s;
    QTest::newRow("12 s") << qint64(12) << u"12 s ago"_s;
    QTest::newRow("60 s") << qint64(60) << u"1 min ago"_s;
    QTest::newRow("1 h") << qint64(3600) << u"1 h ago"_s;
    QTest::newRow("23 h") << qint64(86399) << u"23 h ago"_s;
    QTest::newRow("a day") << qint64(86400) << u"1970-01-12"_s; // as any other date in the C locale
}

void TestSectionText::ages()
{
    QFETCH(const qint64, seconds);
    QFETCH(const QString, expected);
    QCOMPARE(ageText(at(0), at(seconds)), expected);
}

void TestSectionText::notes_data()
{
    QTest::addColumn<PartStatus>("first");
    QTest::addColumn<PartStatus>("second");
    QTest::addColumn<QString>("expected");
    const auto value = [](qint64 seconds, int ms) {
        PartStatus status;
        status.value = QJsonValue(1);
        status.asOf = at(seconds);
        status.duration = std::chrono::milliseconds(ms);
        return status;
    };
    const auto loading = [](PartStatus status) {
        status.isLoading = true;
        return status;
    };
    const auto failed = [](PartStatus status, ApiError::Kind kind) {
        status.error = ApiError::make(kind);
        return status;
    };
    using Kind = ApiError::Kind;
    // Now is 200.
    QTest::newRow("loading") << loading({}) << loading({}) << u"loading…"_s;
    QTest::newRow("half there") << value(199, 41) << loading({}) << u"loading…"_s;
    QTest::newRow("fresh") << value(199, 41) << value(198, 66) << QString();
    QTest::newRow("a minute old") << value(199, 41) << value(140, 66) << u"1 min ago"_s;
    QTest::newRow("old") << value(199, 41) << value(20, 66) << u"3 min ago"_s;
    QTest::newRow("from memory") << loading(value(160, 41)) << loading(value(160, 66))
                                 << u"40 s ago · loading…"_s;
    QTest::newRow("refused") << failed({}, Kind::Forbidden) << failed({}, Kind::NotFound)
                             << u"not permitted"_s;
    QTest::newRow("partly refused") << value(199, 41) << failed({}, Kind::Forbidden)
                                    << u"partly not permitted"_s;
    QTest::newRow("failed") << failed({}, Kind::Timeout) << failed({}, Kind::Forbidden) << u"failed"_s;
    QTest::newRow("failed, old stands")
        << failed(value(20, 41), Kind::Timeout) << value(199, 41) << u"3 min ago · failed"_s;
    QTest::newRow("never asked") << PartStatus() << PartStatus() << QString();
}

void TestSectionText::notes()
{
    QFETCH(const PartStatus, first);
    QFETCH(const PartStatus, second);
    QFETCH(const QString, expected);
    PartValues values(RowKind::BareMetal);
    values.at(ServerPart::Object) = first;
    values.at(ServerPart::HardDrives) = second;
    QCOMPARE(sectionNote(values, {ServerPart::Object, ServerPart::HardDrives}, at(200)), expected);
}

void TestSectionText::troubles()
{
    ServerSample sample(RowKind::BareMetal);
    QVERIFY(partTrouble(sample.values, ServerPart::Object, at(0)).isEmpty());
    sample.failed(ServerPart::Object, ApiError::Kind::Timeout);
    QCOMPARE(partTrouble(sample.values, ServerPart::Object, at(0)), sentence(ApiError::Kind::Timeout));

    sample.loading(ServerPart::HardDrives);
    sample.values.at(ServerPart::HardDrives).loadingSince = at(0);
    QVERIFY(partTrouble(sample.values, ServerPart::HardDrives, at(slowAfter.count() - 1)).isEmpty());
    QCOMPARE(partTrouble(sample.values, ServerPart::HardDrives, at(15)),
             u"No answer from getHardDrives for 15 s."_s);
    QVERIFY(partTrouble(sample.values, ServerPart::PowerState, at(15)).isEmpty()); // not of this kind
}

/// Only names that softlayer-api §6.13 gives, and only where it gives them.
void TestSectionText::permissionsAreTheSheets()
{
    const QStringList known{u"HARDWARE_VIEW"_s, u"VIRTUAL_GUEST_VIEW"_s, u"BANDWIDTH_MANAGE"_s};
    for (const RowKind kind : {RowKind::BareMetal, RowKind::Virtual}) {
        for (const ServerPartSpec &spec : partsOf(kind)) {
            ServerSample sample(kind);
            sample.failed(spec.part, ApiError::Kind::Forbidden);
            const QString text = partTrouble(sample.values, spec.part, at(0));
            if (spec.permission) {
                QVERIFY(known.contains(QString::fromLatin1(spec.permission)));
                QVERIFY(text.contains(QLatin1String(spec.permission)));
            } else {
                QVERIFY2(text.contains(QLatin1String(spec.method)), qPrintable(text));
                QVERIFY(text.contains(u"no permission"_s));
            }
        }
    }
}

void TestSectionText::textOfFacts()
{
    const QList<Fact> facts{{u"eth0"_s, {}, Fact::Kind::Heading, {}},
                            {u"IP"_s, u"192.0.2.1"_s, Fact::Kind::Value, {}},
                            {u"MAC"_s, {}, Fact::Kind::Pending, {}},
                            {{}, u"No VLAN."_s, Fact::Kind::None, {}}};
    QCOMPARE(factsAsText(u"Network"_s, facts), u"Network\neth0\nIP: 192.0.2.1\nNo VLAN.\n"_s);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestSectionText)
#include "tst_sectiontext.moc"
