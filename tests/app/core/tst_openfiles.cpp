// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/openfiles.h"
#include "support/testmain.h"

#include <QTest>

#include <sys/resource.h>

using namespace layerscope;

class TestOpenFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsMissing();
    void raisesWhatMayBeRaised();
};

void TestOpenFiles::saysWhatIsMissing()
{
    const std::optional<QString> problem = OpenFiles::problemOf(20);
    QVERIFY(problem);
    QVERIFY2(problem->contains(QStringLiteral("Only 20 files")), qPrintable(*problem));
    QVERIFY2(problem->contains(QStringLiteral("ulimit -n 256")), qPrintable(*problem));
    QVERIFY(!OpenFiles::problemOf(1'024));
    QVERIFY(!OpenFiles::problemOf(RLIM_INFINITY));
}

void TestOpenFiles::raisesWhatMayBeRaised()
{
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
    if (before.rlim_max < OpenFiles::needed)
        QSKIP("the system allows too few itself");
    rlimit few = before;
    few.rlim_cur = 40;
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &few), 0);
    const std::optional<QString> problem = OpenFiles::makeRoom();
    rlimit after{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &after), 0);
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY(!problem);
    QCOMPARE(after.rlim_cur, rlim_t(OpenFiles::needed));
    QCOMPARE(after.rlim_max, before.rlim_max); // or nobody could raise it again
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestOpenFiles)
#include "tst_openfiles.moc"
