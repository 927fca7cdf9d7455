// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/columnscommand.h"
#include "inventory/kinds.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct ColumnsCommandText
{
    Q_DECLARE_TR_FUNCTIONS(ColumnsCommand)
};

QString orDash(const char *text)
{
    return text && *text ? QString::fromUtf8(text) : u"-"_s;
}

const char *pathOf(const ColumnSpec &column, RowKind kind)
{
    const char *mask = column.mask(kind);
    return mask != nullptr && column.origin != nullptr ? column.origin : mask;
}

} // namespace

QByteArray columnsTable(const Catalogue &catalogue, const QList<RowKind> &kinds)
{
    QList<QStringList> lines;
    QStringList header{ColumnsCommandText::tr("key"), ColumnsCommandText::tr("title"),
                       ColumnsCommandText::tr("unit")};
    for (const RowKind kind : kinds)
        header.append(QString::fromUtf8(kindSpec(kind).service));
    lines.append(header);
    for (const ColumnIndex index : catalogue.allColumns()) {
        const ColumnSpec &column = catalogue.column(index);
        QStringList line{QString::fromUtf8(column.key), column.translatedTitle(), orDash(column.unit)};
        for (const RowKind kind : kinds)
            line.append(orDash(pathOf(column, kind)));
        lines.append(line);
    }

    QList<qsizetype> widths(header.size(), 0);
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], line[i].size());
    }
    QString text;
    for (QStringList &line : lines) {
        for (qsizetype i = 0; i + 1 < line.size(); ++i)
            line[i] = line[i].leftJustified(widths[i]);
        text += line.join("  "_L1) + u'\n';
    }
    return text.toUtf8();
}

} // namespace layerscope
