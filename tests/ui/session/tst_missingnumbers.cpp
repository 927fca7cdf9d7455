// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv/csvparser.h"
#include "app/loaders/poolload.h"
#include "inventory/kinds.h"
#include "session/loadtext.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Of pool members.
struct Missing
{
    qint64 refused = 0;
    qint64 failed = 0;
    qint64 poolsOfUnknown = 0; ///< Nobody knows how many of these are missing.

    bool operator==(const Missing &) const = default;
};

/// The first that the text has there; 0 if it has none.
qint64 numberIn(const QString &text, const QString &pattern)
{
    return QRegularExpression(pattern).match(text).captured(1).remove(u',').toLongLong();
}

/// A row of the file is one of them, or says how many it stands for.
Missing missingInFile(const InventoryTable &members)
{
    const QList<QStringList> file = parseCsv(PoolLoad::csv(members)).value_or(QList<QStringList>());
    if (file.isEmpty())
        return {};
    // The file has an order of its own, which is not that of the catalogue's numbers.
    const qsizetype kind = file.first().indexOf("kind"_L1);
    const qsizetype fqdn = file.first().indexOf("fqdn"_L1);
    const qsizetype rowState = file.first().indexOf("row_state"_L1);
    Missing missing;
    for (const QStringList &row : file.sliced(1)) {
        const QString name = row.value(fqdn);
        const bool standsForOthers = row.value(kind) == "not_visible"_L1;
        const bool isUnknown = standsForOthers && name.startsWith(u"Some members"_s);
        missing.poolsOfUnknown += isUnknown ? 1 : 0;
        const qint64 devices = !standsForOthers ? 1 : numberIn(name, u"^([0-9,]+) device"_s);
        if (row.value(rowState) == "refused"_L1)
            missing.refused += devices;
        else if (row.value(rowState) == "failed"_L1)
            missing.failed += devices;
    }
    return missing;
}

/// As the command line writes it, and the window where it tells why.
Missing missingInReasons(const LoadOutcome &outcome)
{
    const QString all = u'\n' + outcome.reasons().join(u'\n');
    return {numberIn(all, u"\n([0-9,]+) pool member\\(s\\) are not visible"_s),
            numberIn(all, u"\n([0-9,]+) pool member\\(s\\) could not be loaded"_s),
            numberIn(all, u"\nHow many are missing below ([0-9,]+) "_s)};
}

/// As the window says it in a few words, which have no room for what is not known.
Missing missingInWindow(const LoadOutcome &outcome)
{
    const QString text = problemsText(AccountLoader::State::Finished, outcome);
    return {numberIn(text, u"([0-9,]+) pool member\\(s\\) not permitted"_s),
            numberIn(text, u"([0-9,]+) pool member\\(s\\) failed"_s), 0};
}

} // namespace

/// Numbers of what is missing that people meet in several places: in a file, beside it, in the window.
class TestMissingNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areTheSameEverywhere_data();
    void areTheSameEverywhere();
};

void TestMissingNumbers::areTheSameEverywhere_data()
{
    // Each list that breaks is asked for in halves of halves. With so many of them that nothing else is asked
    // for, the client takes the server for broken (Breaker::maxTroubles), and asks now and then.
    constexpr int some = 12;
    constexpr int many = 40;
    QTest::addColumn<int>("pools");
    QTest::addColumn<QList<Fault>>("faults");
    QTest::addColumn<bool>("areSomeRefused");
    QTest::addColumn<bool>("haveSomeFailed");
    QTest::addColumn<bool>("isSomeNumberUnknown");
    const auto broken = [](const QString &method) {
        return Fault{Fault::Kind::Refusal, {.method = method}, 500, u"SoftLayer_Exception_Public"_s, {},
                     u"Broken."_s};
    };
    QTest::newRow("devices that the key may not see") << many << QList<Fault>() << true << false << false;
    QTest::newRow("lists that fail") << some << QList<Fault>{broken(guestsOfPool)} << false << true << false;
    QTest::newRow("cells that the key may not see")
        << many << QList<Fault>{{Fault::Kind::RefusedRelation, {}, 0, u"outboundPublicBandwidthUsage"_s, {}}}
        << true << false << false;
    QTest::newRow("lists that nobody counted")
        << some << QList<Fault>{broken(guestsOfPool), broken(u"Allotment::getObject"_s)} << false << true
        << true;
}

void TestMissingNumbers::areTheSameEverywhere()
{
    QFETCH(int, pools);
    QFETCH(QList<Fault>, faults);
    PoolLoad load(300, pools, faults);
    QVERIFY(load.loadAll());
    LoadOutcome outcome;
    load.loader.tell(outcome, true);

    const Missing inFile = missingInFile(load.members.table());
    QFETCH(bool, areSomeRefused);
    QFETCH(bool, haveSomeFailed);
    QFETCH(bool, isSomeNumberUnknown);
    QVERIFY(!areSomeRefused || inFile.refused > 0);
    QVERIFY(!haveSomeFailed || inFile.failed > 0);
    QCOMPARE(inFile.poolsOfUnknown > 0, isSomeNumberUnknown);
    const Missing inReasons = missingInReasons(outcome);
    const Missing inWindow = missingInWindow(outcome);
    QCOMPARE(inReasons.refused, inFile.refused);
    QCOMPARE(inReasons.failed, inFile.failed);
    QCOMPARE(inReasons.poolsOfUnknown, inFile.poolsOfUnknown);
    QCOMPARE(inWindow.refused, inFile.refused);
    QCOMPARE(inWindow.failed, inFile.failed);

    // All guests of a pool are missing, and have one row: that would not do as a number.
    if (haveSomeFailed && !isSomeNumberUnknown)
        QVERIFY(inFile.failed > outcome.of(poolmembersTable).failed);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestMissingNumbers)
#include "tst_missingnumbers.moc"
