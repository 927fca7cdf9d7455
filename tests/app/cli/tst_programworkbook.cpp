// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/programtest.h"
#include "app/csv/csvparser.h"
#include "app/tables/workbookreader.h"
#include "exporting/exportkind.h"
#include "support/testmain.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#ifdef Q_OS_UNIX
#    include <cstdlib>
#    include <fcntl.h>
#    include <unistd.h>
#endif

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// A workbook from the command line, read back.
class TestProgramWorkbook : public ProgramTest
{
    Q_OBJECT

private Q_SLOTS:
    /// Each text of the one is that of the other; numbers and dates are tst_workbook's.
    void hasWhatTheFilesHave()
    {
        OtherApi api;
        const QString path = m_home->filePath(u"all.xlsx"_s);
        const QString folder = m_home->filePath(u"all"_s);
        run({u"export"_s, u"all"_s, u"--columns"_s, u"all"_s, u"--output"_s, folder}, environmentOf(api));
        QCOMPARE(m_exitCode, 3); // of the members of a pool not all can be seen
        run({u"export"_s, u"all"_s, u"--columns"_s, u"all"_s, u"--format"_s, u"xlsx"_s, u"--output"_s, path},
            environmentOf(api));
        QCOMPARE(m_exitCode, 3);

        const WorkbookReader workbook(path);
        QVERIFY(workbook.isFine());
        QStringList sheets{u"About"_s};
        for (const ExportKind &kind : ExportKind::wholeAccount())
            sheets.append(kind.sheet());
        QCOMPARE(workbook.sheets(), sheets);
        QVERIFY(workbook.sheet(u"About"_s).text().contains(u"Account\tAutre Société ("_s));
        QVERIFY(workbook.sheet(u"About"_s).text().contains(u"Complete\tno"_s));
        for (const ExportKind &kind : ExportKind::wholeAccount()) {
            const auto csv = parseCsv(contents(QDir(folder).filePath(kind.name + u".csv"_s)));
            QVERIFY2(csv, qPrintable(kind.name));
            const SheetContent sheet = workbook.sheet(kind.sheet());
            QCOMPARE(sheet.values(0), csv->first());
            QCOMPARE(sheet.rows.size(), csv->size());
            QCOMPARE(sheet.frozenRows, 1);
            for (qsizetype row = 1; row < csv->size(); ++row) {
                for (qsizetype column = 0; column < csv->first().size(); ++column) {
                    const SheetCell cell = sheet.at(row, column);
                    const QString &field = (*csv)[row][column];
                    QVERIFY(cell.type != SheetCell::Type::Formula);
                    QCOMPARE(cell.type == SheetCell::Type::None, field.isEmpty());
                    if (cell.type == SheetCell::Type::Text)
                        QCOMPARE(cell.value, field);
                    else if (cell.type == SheetCell::Type::Number && cell.numberFormat.isEmpty())
                        QCOMPARE(cell.value.toDouble(), field.toDouble());
                    else if (cell.type == SheetCell::Type::Number && cell.numberFormat == u"0"_s)
                        QCOMPARE(cell.value, field); // each digit
                }
            }
        }
    }

    void ofOneTableWithItsFilter()
    {
        OtherApi api;
        const QString path = m_home->filePath(u"s.xlsx"_s);
        run({u"export"_s, u"servers"_s, u"--format"_s, u"xlsx"_s, u"--filter"_s, u"dc:par01"_s,
             u"--columns"_s, u"fqdn"_s, u"--output"_s, path},
            environmentOf(api));
        QCOMPARE(m_exitCode, 0);
        const WorkbookReader workbook(path);
        QCOMPARE(workbook.sheets(), (QStringList{u"About"_s, u"vServers"_s}));
        QCOMPARE(workbook.sheet(u"vServers"_s).text(), u"fqdn\nora1.corp.test\nora2.corp.test"_s);
        QVERIFY(workbook.sheet(u"About"_s).text().contains(u"Filter\tdc:par01"_s));
    }

    void throughAPipe()
    {
        run({u"export"_s, u"all"_s, u"--format"_s, u"xlsx"_s, u"--demo=30"_s}, {});
        QCOMPARE(m_exitCode, 0);
        QVERIFY(m_output.startsWith("PK"));
        const QString path = m_home->filePath(u"s.xlsx"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_output) == m_output.size());
        file.close();
        QVERIFY(WorkbookReader(path).isFine());
    }

    void cutTextsAreTold()
    {
        OtherApi api;
        api.server().setScript([script = api.script()](const ScriptedServer::Request &request) {
            ScriptedServer::Answer answer = script(request);
            answer.body.replace("ora1.corp.test", QByteArray(40'000, 'n'));
            return answer;
        });
        const QString path = m_home->filePath(u"s.xlsx"_s);
        run({u"export"_s, u"bare-metal"_s, u"--columns"_s, u"fqdn"_s, u"--format"_s, u"xlsx"_s, u"--output"_s,
             path},
            environmentOf(api));
        QCOMPARE(m_exitCode, 3);
        QVERIFY2(m_errors.contains("were cut: 1."), m_errors.constData());
        QVERIFY(WorkbookReader(path).isFine());
    }

#ifdef Q_OS_LINUX
    void fullDisk()
    {
        run({u"export"_s, u"all"_s, u"--format"_s, u"xlsx"_s, u"--output"_s, u"/dev/full"_s, u"--demo=30"_s},
            {});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("There is no room left"), m_errors.constData());
    }
#endif

#ifdef Q_OS_UNIX
    void aTerminalIsRefused()
    {
        OtherApi api;
        const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
        const QByteArray name = ::ptsname(terminal);
        QProcess process;
        process.setProcessEnvironment(with(environmentOf(api)));
        process.setChildProcessModifier(
            [name] { ::dup2(::open(name.constData(), O_RDWR | O_NOCTTY), STDOUT_FILENO); });
        const int keeper = ::open(name.constData(), O_RDWR | O_NOCTTY); // or the pair is gone with the child
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(program(), {u"export"_s, u"servers"_s, u"--format"_s, u"xlsx"_s});
        QVERIFY(finished.wait(patience));
        ::close(keeper);
        ::close(terminal);
        QCOMPARE(process.exitCode(), 1);
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(errors.contains("A terminal cannot show this kind of file"), errors.constData());
        QVERIFY(api.server().requests().isEmpty());
    }
#endif
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestProgramWorkbook)
#include "tst_programworkbook.moc"
