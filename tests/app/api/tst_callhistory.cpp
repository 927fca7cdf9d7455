// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/callrecord.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace layerscope;

namespace {

CallRecord record(quint64 id, int attempts = 0)
{
    CallRecord record;
    record.id = id;
    record.attempts = attempts;
    return record;
}

} // namespace

class TestCallHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesById();
    void dropsTheOldest();
};

void TestCallHistory::replacesById()
{
    CallHistory history;
    QSignalSpy spy(&history, &CallHistory::recordPut);
    history.put(record(1));
    history.put(record(2));
    history.put(record(1, 3));
    QCOMPARE(history.records().size(), 2);
    QCOMPARE(history.records().at(0).attempts, 3);
    QCOMPARE(history.records().at(1).id, quint64(2));
    QCOMPARE(spy.size(), 3);
}

void TestCallHistory::dropsTheOldest()
{
    CallHistory history;
    for (quint64 id = 1; id <= CallHistory::capacity + 10; ++id)
        history.put(record(id));
    QCOMPARE(history.records().size(), CallHistory::capacity);
    QCOMPARE(history.records().first().id, quint64(11));
    history.put(record(5, 1)); // forgotten already: does not come back out of order
    QCOMPARE(history.records().size(), CallHistory::capacity);
    QCOMPARE(history.records().first().id, quint64(11));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestCallHistory)
#include "tst_callhistory.moc"
