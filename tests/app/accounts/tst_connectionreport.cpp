// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectionreport.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Of an account that a key sees all of, but for what the test says.
ConnectionReport reportOfAll()
{
    ConnectionReport report;
    report.userName = u"1234567_pat"_s;
    report.accountId = 1234567;
    report.companyName = u"Example Corp"_s;
    for (const auto area : {AccessFinding::Area::Hardware, AccessFinding::Area::Virtual,
                            AccessFinding::Area::Billing, AccessFinding::Area::Bandwidth})
        report.findings.append({area, AccessFinding::Access::Yes, permissionOf(area), {}});
    return report;
}

} // namespace

/// What is said of a connection that was tried; trying it is tst_connectioncheck's.
class ConnectionReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForNothingThatIsSeen();
    void asksForWhatIsRefusedOnly();
    void asksWithoutNames();
};

void ConnectionReportTest::asksForNothingThatIsSeen()
{
    ConnectionReport report = reportOfAll();
    QVERIFY(report.seesEverything());
    QVERIFY(report.permissionRequest().isEmpty());
    report.findings[1].access = AccessFinding::Access::Unknown; // nobody is asked for what may be there
    QVERIFY(report.seesEverything());
    QVERIFY(report.permissionRequest().isEmpty());
}

void ConnectionReportTest::asksForWhatIsRefusedOnly()
{
    ConnectionReport report = reportOfAll();
    report.findings[0].access = AccessFinding::Access::No;
    report.findings[2].access = AccessFinding::Access::No;
    QVERIFY(!report.seesEverything());
    const QString text = report.permissionRequest();
    for (
        const QString &part :
        {u"Example Corp (1234567)"_s, u"the user 1234567_pat"_s,
         u"\n- Bare metal servers: the permission HARDWARE_VIEW\n- Billing: the permission to view billing\n"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY(!text.contains(u"VIRTUAL_GUEST_VIEW"_s));
}

void ConnectionReportTest::asksWithoutNames()
{
    ConnectionReport report = reportOfAll();
    report.userName.clear();
    report.companyName.clear();
    report.findings[3].access = AccessFinding::Access::No;
    const QString text = report.permissionRequest();
    for (const QString &part : {u"my user"_s, u"account 1234567 "_s, u"BANDWIDTH_MANAGE"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, ConnectionReportTest)
#include "tst_connectionreport.moc"
