// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandhelp.h"

#include "exporting/exportkind.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct CommandHelpText
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// Of the whole account.
QStringList fileNames()
{
    QStringList names;
    for (const ExportKind &kind : ExportKind::wholeAccount())
        names.append(kind.name + ".csv"_L1);
    return names;
}

/// With commas, in lines of a terminal, where the texts of the help stand.
QString wrapped(const QStringList &words)
{
    constexpr qsizetype indent = 31;
    constexpr qsizetype width = 106;
    QString text;
    qsizetype column = indent;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString word = words[i] + (i + 1 < words.size() ? ","_L1 : ""_L1);
        if (i > 0 && column + 1 + word.size() > width) {
            text += u'\n' + QString(indent, u' ');
            column = indent;
        } else if (i > 0) {
            text += u' ';
            ++column;
        }
        text += word;
        column += word.size();
    }
    return text;
}

} // namespace

QString commandHelp()
{
    return CommandHelpText::tr(
               R"(Layerscope: the window onto a SoftLayer (IBM Cloud Classic) account. It only reads.

layerscope                     the window
layerscope --demo[=SIZE]       the window on the demo account: small (60 servers), medium (2 500),
                               large (20 000) or a number
layerscope --account NAME      the window on an account that you connected

layerscope export KIND         a table of the account as a file; KIND:
                               %1
    --output FILE              where to; - is standard output (default)
    --columns a,b,c            these columns, in this order; all: every one
    --filter WORDS             rows with all of these words, as in the window: "dc:dal10 ram>64gb web"; with
                               or between them either side
    --sort KEY[:desc]          by this column (the name)
    --format csv|xlsx|json|jsonl
                               csv (default); xlsx: a workbook; json: one object; jsonl: a line a row
    --preset plain|excel       of CSV: plain, for programs (default); excel opens right in a spreadsheet
    --guard-formulas           an ' before text that a spreadsheet would take for a formula; excel does so
                               anyway
    --quiet                    no progress on standard error
    --account NAME             an account that you connected in the window
    --demo[=SIZE]              the demo account instead of yours

layerscope export all --output FOLDER
                               all of it from one load:
                               %2;
                               the folder is made if only it itself is missing. With --columns all every
                               column
layerscope export all --format xlsx --output FILE
                               the same as one workbook, a sheet for each table; as json or jsonl one
                               file, too, or standard output

layerscope columns KIND        the columns: keys, titles, units and where the API has them

    --demo-latency MS          how slow the demo account answers (60 in the window, else 0)
    --most-calls N             calls at the same time at the most (30)
    --most-starts N            calls started a second at the most (45; the API refuses more than 50)
    --help, --version

Without --account or --demo the account comes from SL_USERNAME, SL_API_KEY and SL_ENDPOINT_URL, else
from ~/.softlayer.
Exit code: 0 complete, 3 written but something is missing (standard error says what),
1 nothing written, 2 wrong usage.
)")
        .arg(wrapped(ExportKind::names()), wrapped(fileNames()));
}

} // namespace layerscope
