// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/formatoptions.h"
#include "inventory/filterremark.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int maxDemoServers = 200'000; // ten times a very large account; more only costs memory
constexpr int maxDemoLatency = 60'000;  // a minute a call
constexpr int maxCallsAllowed = 100;    // beyond that the API's limit of starts decides anyway
constexpr int maxStartsAllowed = 50;    // the API refuses more (softlayer-api §4.2)

const QString demoOption = u"demo"_s;
const QString demoLatencyOption = u"demo-latency"_s;
const QString accountOption = u"account"_s;
const QString outputOption = u"output"_s;
const QString columnsOption = u"columns"_s;
const QString filterOption = u"filter"_s;
const QString sortOption = u"sort"_s;
const QString presetOption = u"preset"_s;
const QString formatOption = u"format"_s;
const QString maxCallsOption = u"most-calls"_s;
const QString maxStartsOption = u"most-starts"_s;
const QString guardOption = u"guard-formulas"_s;
const QString quietOption = u"quiet"_s;
const QString helpOption = u"help"_s;
const QString versionOption = u"version"_s;

/// The texts of this file; a struct, so that lupdate knows their context.
struct CommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// Thrown nowhere, returned everywhere: what is wrong, for people.
using Wrong = Unexpected<QString>;

const QString wholeAccount = u"all"_s;

QString kindNames(bool withAll)
{
    QStringList names = ExportKind::names();
    if (withAll)
        names.append(wholeAccount);
    return names.join(", "_L1);
}

/// Which options a command knows; another one is a mistake, not noise.
QStringList optionsOf(CommandLine::Action action)
{
    const QStringList connecting{demoOption, demoLatencyOption, accountOption, maxCallsOption,
                                 maxStartsOption};
    switch (action) {
    case CommandLine::Action::Window:
        return connecting;
    case CommandLine::Action::Export:
        return connecting + QStringList{outputOption, columnsOption, filterOption, sortOption,
                                        formatOption, presetOption,  guardOption,  quietOption};
    default:
        return {};
    }
}

const QStringList &valueOptions()
{
    static const QStringList options{demoOption,    demoLatencyOption, accountOption,  outputOption,
                                     columnsOption, filterOption,      sortOption,     formatOption,
                                     presetOption,  maxCallsOption,    maxStartsOption};
    return options;
}

QStringList allOptions()
{
    return valueOptions() + QStringList{guardOption, quietOption, helpOption, versionOption};
}

QString commandName(CommandLine::Action action)
{
    switch (action) {
    case CommandLine::Action::Export:
        return u"export"_s;
    case CommandLine::Action::Columns:
        return u"columns"_s;
    default:
        return CommandLineText::tr("the window");
    }
}

/// QCommandLineParser has no options with an optional value: "--demo" alone means the medium account,
/// whatever follows.
QStringList withDemoSize(const QStringList &arguments)
{
    QStringList result = arguments;
    for (QString &argument : result) {
        if (argument == "--"_L1)
            break;
        if (argument == "--demo"_L1)
            argument = u"--demo=medium"_s;
    }
    return result;
}

Result<int, QString> numberFrom(const QString &option, const QString &text, int least, int most)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    if (!ok || value < least || value > most)
        return Wrong(CommandLineText::tr("--%1 takes a whole number from %2 to %3, not \"%4\".")
                         .arg(option)
                         .arg(least)
                         .arg(most)
                         .arg(text));
    return value;
}

Result<int, QString> demoSize(const QString &text)
{
    struct Size
    {
        QLatin1String name;
        int servers;
    };
    static constexpr std::array sizes{Size{"small"_L1, 60}, Size{"medium"_L1, 2'500},
                                      Size{"large"_L1, 20'000}};
    for (const Size &size : sizes) {
        if (text == size.name)
            return size.servers;
    }
    bool ok = false;
    const int servers = text.toInt(&ok);
    if (!ok || servers < 0 || servers > maxDemoServers) {
        return Wrong(CommandLineText::tr(
                         "--demo takes small, medium, large or a number of servers from 0 to %1, not \"%2\".")
                         .arg(maxDemoServers)
                         .arg(text));
    }
    return servers;
}

/// What stands behind the options of the connection, for the window and the export alike.
Result<Done, QString> readConnecting(const QCommandLineParser &parser, CommandLine &line)
{
    if (parser.isSet(accountOption)) {
        line.accountName = parser.value(accountOption).trimmed();
        if (line.accountName.isEmpty())
            return Wrong(
                CommandLineText::tr("--account takes the name of an account as the window lists it."));
    }
    if (parser.isSet(demoOption)) {
        const Result<int, QString> servers = demoSize(parser.value(demoOption));
        if (!servers)
            return Wrong(servers.error());
        line.demoServers = *servers;
    }
    if (parser.isSet(demoLatencyOption)) {
        if (!line.demoServers)
            return Wrong(CommandLineText::tr(
                "--demo-latency belongs to --demo; there is no demo account without it."));
        const Result<int, QString> latency =
            numberFrom(demoLatencyOption, parser.value(demoLatencyOption), 0, maxDemoLatency);
        if (!latency)
            return Wrong(latency.error());
        line.demoLatency = std::chrono::milliseconds(*latency);
    }
    if (parser.isSet(maxCallsOption)) {
        const Result<int, QString> calls =
            numberFrom(maxCallsOption, parser.value(maxCallsOption), 1, maxCallsAllowed);
        if (!calls)
            return Wrong(calls.error());
        line.limits.maxCalls = *calls;
        line.limits.initialCalls = std::min(line.limits.initialCalls, *calls);
    }
    if (parser.isSet(maxStartsOption)) {
        const Result<int, QString> starts =
            numberFrom(maxStartsOption, parser.value(maxStartsOption), 1, maxStartsAllowed);
        if (!starts)
            return Wrong(starts.error());
        line.limits.maxStartsPerSecond = *starts;
    }
    return Done();
}

Result<Done, QString> readSort(const QString &text, ExportFile &file)
{
    const qsizetype colon = text.indexOf(u':');
    const QString key = colon < 0 ? text : text.left(colon);
    const QString order = colon < 0 ? u"asc"_s : text.mid(colon + 1);
    const std::optional<ColumnIndex> column = file.kind.catalogue().find(key);
    if (!column || (order != "asc"_L1 && order != "desc"_L1)) {
        return Wrong(
            CommandLineText::tr("--sort takes a column, with :desc for the largest first, such as --sort "
                                "out_public_gb:desc, not "
                                "\"%1\". 'layerscope columns %2' lists the columns.")
                .arg(text, file.kind.name));
    }
    file.spec.sortColumn = *column;
    file.spec.sortOrder = order == "desc"_L1 ? Qt::DescendingOrder : Qt::AscendingOrder;
    return Done();
}

/// A file is written by what the words say, so nothing of them may be left to guess.
Result<RowFilter, QString> readFilter(const QString &words, const ExportKind &kind)
{
    const Catalogue &catalogue = kind.catalogue();
    QStringList wrong;
    bool isKeyMissing = false;
    for (const FilterRemark &remark : filterRemarks(words, catalogue)) {
        wrong.append(remark.sentence);
        isKeyMissing |= remark.kind == FilterRemark::Kind::UnknownKey;
    }
    if (isKeyMissing)
        wrong.append(CommandLineText::tr("'layerscope columns %1' lists the columns.").arg(kind.name));
    if (!wrong.isEmpty())
        return Wrong(u"--filter: "_s + wrong.join(u' '));
    return RowFilter::parse(words, catalogue);
}

/// What only the export of one table understands.
Result<Done, QString> readFile(const QCommandLineParser &parser, ExportPlan &plan)
{
    ExportFile &file = plan.files.first();
    if (parser.isSet(columnsOption)) {
        const Result<QList<ColumnIndex>> columns =
            file.kind.catalogue().parseColumns(parser.value(columnsOption));
        if (!columns)
            return Wrong(columns.error().message);
        file.setColumns(*columns);
    }
    if (parser.isSet(sortOption)) {
        if (Result<Done, QString> sorted = readSort(parser.value(sortOption), file); !sorted)
            return sorted;
    }
    if (parser.isSet(outputOption)) {
        file.path = parser.value(outputOption);
        if (file.path.isEmpty())
            return Wrong(CommandLineText::tr("--output takes a file's name, or - for standard output."));
    }
    const Result<RowFilter, QString> filter = readFilter(parser.value(filterOption), file.kind);
    if (!filter)
        return Wrong(filter.error());
    file.setFilter(*filter);
    plan.filterWords = parser.value(filterOption);
    return Done();
}

/// What the export of the whole account understands: each of its tables has columns of its own.
Result<Done, QString> readFolder(const QCommandLineParser &parser, ExportPlan &plan)
{
    const bool wantsAllColumns = parser.value(columnsOption).trimmed() == "all"_L1;
    if (parser.isSet(columnsOption) && !wantsAllColumns) {
        return Wrong(
            CommandLineText::tr("export all writes tables with different columns: --columns takes only all "
                                "there. Name columns in an export of one kind."));
    }
    for (const QString &option : {sortOption, filterOption}) {
        if (parser.isSet(option)) {
            return Wrong(CommandLineText::tr(
                             "export all writes tables with different columns: --%1 means nothing to it. "
                             "Use it in an export of one kind.")
                             .arg(option));
        }
    }
    if (wantsAllColumns) {
        for (ExportFile &file : plan.files)
            file.setColumns(file.kind.catalogue().allColumns());
    }
    return readWholeAccountPlace(parser, plan);
}

/// What only an export understands.
Result<Done, QString> readExport(const QCommandLineParser &parser, CommandLine &line)
{
    for (const ExportKind &kind : std::as_const(line.kinds))
        line.plan.files.append(ExportFile::of(kind));
    if (Result<Done, QString> read = readFormatOptions(parser, line.plan); !read)
        return read;
    if (parser.isSet(presetOption)) {
        const QString preset = parser.value(presetOption);
        if (preset != "plain"_L1 && preset != "excel"_L1)
            return Wrong(CommandLineText::tr("--preset takes plain or excel, not \"%1\".").arg(preset));
        line.plan.isExcelPreset = preset == "excel"_L1;
    }
    line.plan.guardsFormulas = parser.isSet(guardOption);
    line.isQuiet = parser.isSet(quietOption);
    return line.kinds.size() == 1 ? readFile(parser, line.plan) : readFolder(parser, line.plan);
}

/// QCommandLineParser keeps the last of several values, and takes whatever follows for a value.
Result<Done, QString> checkValues(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QStringList given = parser.optionNames();
    for (const QString &name : given) {
        const QStringList values = parser.values(name);
        if (values.size() > 1)
            return Wrong(CommandLineText::tr("--%1 is there twice. Give it once.").arg(name));
        for (const QString &value : values) {
            const QString option = value.section(u'=', 0, 0);
            const bool isOption =
                option.startsWith("--"_L1) && (allOptions().contains(option.sliced(2)) || option.size() == 2);
            if (isOption && arguments.contains(value)) // and not "--filter=--quiet", which says what it means
                return Wrong(CommandLineText::tr("--%1 needs a value before \"%2\".").arg(name, value));
        }
    }
    return Done();
}

Result<Done, QString> readCommand(const QStringList &words, CommandLine &line)
{
    if (words.isEmpty())
        return Done();
    const QString command = words.constFirst();
    if (command != "export"_L1 && command != "columns"_L1) {
        return Wrong(CommandLineText::tr(
                         "There is no command \"%1\". The commands are export and columns; without one the "
                         "window opens.")
                         .arg(command));
    }
    line.action = command == "export"_L1 ? CommandLine::Action::Export : CommandLine::Action::Columns;
    const bool isExport = line.action == CommandLine::Action::Export;
    if (words.size() < 2)
        return Wrong(CommandLineText::tr("%1 needs to know what of: %2.").arg(command, kindNames(isExport)));
    if (isExport && words[1] == wholeAccount)
        line.kinds = ExportKind::wholeAccount();
    else if (const std::optional<ExportKind> kind = ExportKind::find(words[1]))
        line.kinds = {*kind};
    else
        return Wrong(CommandLineText::tr("There is no kind \"%1\". The kinds are %2.")
                         .arg(words[1], kindNames(isExport)));
    if (words.size() > 2)
        return Wrong(
            CommandLineText::tr("\"%1\" is one word too many after %2 %3.").arg(words[2], command, words[1]));
    return Done();
}

} // namespace

Result<CommandLine, QString> CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions); // told by name if unknown
    const auto value = u"value"_s;
    for (const QString &name : valueOptions())
        parser.addOption(QCommandLineOption(name, QString(), value));
    parser.addOption(QCommandLineOption(guardOption));
    parser.addOption(QCommandLineOption(quietOption));
    parser.addOption(QCommandLineOption(QStringList{u"h"_s, helpOption}));
    parser.addOption(QCommandLineOption(QStringList{u"v"_s, versionOption}));

    // The parser takes the first argument for the program's name.
    if (!parser.parse(QStringList{QString()} + withDemoSize(arguments)))
        return Wrong(parser.errorText() + (parser.errorText().endsWith(u'.') ? QString() : u"."_s));

    CommandLine line;
    if (parser.isSet(helpOption) || parser.isSet(versionOption)) {
        line.action = parser.isSet(helpOption) ? Action::Help : Action::Version;
        return line;
    }
    if (Result<Done, QString> read = readCommand(parser.positionalArguments(), line); !read)
        return Wrong(read.error());

    const QStringList known = optionsOf(line.action);
    for (const QString &name : parser.optionNames()) {
        if (!known.contains(name))
            return Wrong(
                CommandLineText::tr("--%1 means nothing to %2.").arg(name, commandName(line.action)));
    }
    if (Result<Done, QString> checked = checkValues(parser, arguments); !checked)
        return Wrong(checked.error());
    if (parser.isSet(demoOption) && parser.isSet(accountOption))
        return Wrong(CommandLineText::tr("--demo and --account name two accounts. Give one of them."));
    if (Result<Done, QString> read = readConnecting(parser, line); !read)
        return Wrong(read.error());
    if (line.action == Action::Export) {
        if (Result<Done, QString> read = readExport(parser, line); !read)
            return Wrong(read.error());
    }
    return line;
}

} // namespace layerscope
