// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandhelp.h"
#include "exporting/exportkind.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class CommandHelpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEachOption()
    {
        const QString help = commandHelp();
        for (const auto &option :
             {"--demo", "--output", "--columns", "--filter", "--sort", "--preset", "--guard-formulas",
              "--quiet", "--demo-latency", "--most-calls", "--most-starts", "--help", "--version"})
            QVERIFY2(help.contains(QLatin1String(option)), option);
        QVERIFY(help.contains("export all --output FOLDER"_L1));
    }

    void namesEachKindAndFile()
    {
        const QString help = commandHelp();
        for (const ExportKind &kind : ExportKind::all())
            QVERIFY2(help.contains(kind.name), qPrintable(kind.name));
        for (const ExportKind &kind : ExportKind::wholeAccount())
            QVERIFY2(help.contains(QString(kind.name + ".csv"_L1)), qPrintable(kind.name));
    }

    void fitsATerminal()
    {
        for (const QString &line : commandHelp().split(u'\n'))
            QVERIFY2(line.size() <= 110, qPrintable(line));
    }
};

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, CommandHelpTest)
#include "tst_commandhelp.moc"
