// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/formatoptions.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

const QString formatName = u"format"_s;
const QString outputName = u"output"_s;

/// The texts of this file; a struct, so that lupdate knows their context.
struct FormatOptionText
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace

Result<Done, QString> readWholeAccountPlace(const QCommandLineParser &parser, ExportPlan &plan)
{
    const QString output = parser.value(outputName);
    if (plan.isDocument()) {
        if (parser.isSet(outputName) && output.isEmpty())
            return Unexpected<QString>(
                FormatOptionText::tr("--output takes a file's name, or - for standard output."));
        for (ExportFile &file : plan.files)
            file.path = output.isEmpty() ? u"-"_s : output;
        return Done();
    }
    if (output.isEmpty() || output == "-"_L1)
        return Unexpected<QString>(
            FormatOptionText::tr("export all writes several files and needs a folder: --output FOLDER."));
    plan.folder = output;
    for (ExportFile &file : plan.files)
        file.path = QDir(plan.folder).filePath(QString(file.kind.name + ".csv"_L1));
    return Done();
}

Result<Done, QString> readFormatOptions(const QCommandLineParser &parser, ExportPlan &plan)
{
    if (parser.isSet(formatName)) {
        QStringList keys;
        for (const FileFormat format : writableFormats())
            keys.append(keyOf(format));
        const QString key = parser.value(formatName);
        if (key == keyOf(FileFormat::Xlsx) && !keys.contains(key))
            return Unexpected<QString>(
                FormatOptionText::tr("This build of Layerscope writes no workbooks (xlsx)."));
        if (!keys.contains(key))
            return Unexpected<QString>(
                FormatOptionText::tr("--format takes %1, not \"%2\".").arg(keys.join(", "_L1), key));
        plan.format = formatOfKey(key).value_or(FileFormat::Csv);
    }
    for (const QString &option : {u"preset"_s, u"guard-formulas"_s}) {
        if (plan.isDocument() && parser.isSet(option))
            return Unexpected<QString>(
                FormatOptionText::tr("--%1 is for CSV; it means nothing to --format %2.")
                    .arg(option, keyOf(plan.format)));
    }
    return Done();
}

} // namespace layerscope
