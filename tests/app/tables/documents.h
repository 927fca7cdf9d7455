// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inventory/tablebuilder.h"
#include "tables/document.h"

#include <QDir>
#include <QFile>

namespace layerscope {

// Documents and files that tests of them share.

/// These columns of all rows, as they stand.
[[nodiscard]] inline DocumentTable serversOf(const InventoryTable &rows, const QList<ColumnIndex> &columns)
{
    DocumentTable table{QStringLiteral("servers"),
                        QStringLiteral("vServers"),
                        QStringLiteral("servers"),
                        InventoryCsv::of(rows),
                        {}};
    table.csv.columns = columns;
    return table;
}

/// "db0" and so on, with their ids from 1.
[[nodiscard]] inline InventoryTable numberedServers(int count)
{
    InventoryTable rows(serverCatalogue());
    for (int i = 0; i < count; ++i) {
        const QString name = QStringLiteral("db") + QString::number(i);
        rows.listRow(bareMetal(i + 1, {{ServerColumn::Fqdn, name}}), nullptr);
    }
    return rows;
}

[[nodiscard]] inline Document numberedDocument(FileFormat format, int count)
{
    return {format, {}, {serversOf(numberedServers(count), {ServerColumn::Id, ServerColumn::Fqdn})}};
}

[[nodiscard]] inline QByteArray bytesOfFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

/// True if all of it is on the disk.
[[nodiscard]] inline bool putFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

/// Also what is hidden.
[[nodiscard]] inline QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace layerscope
