// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// A small RFC 4180 reader of its own, strict, to hold what is written against. nullopt: not well-formed.
inline std::optional<QList<QStringList>> parseCsv(QByteArray bytes, char separator = ',')
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    QList<QStringList> rows;
    QStringList row;
    qsizetype at = 0;
    while (at < bytes.size()) {
        QByteArray cell;
        if (bytes[at] == '"') {
            for (++at;; ++at) {
                if (at >= bytes.size())
                    return std::nullopt; // quote never closed
                if (bytes[at] != '"')
                    cell.append(bytes[at]);
                else if (at + 1 < bytes.size() && bytes[at + 1] == '"')
                    cell.append(bytes[++at]);
                else
                    break;
            }
            ++at;
        } else {
            while (at < bytes.size() && bytes[at] != separator && bytes[at] != '\r') {
                if (bytes[at] == '"' || bytes[at] == '\n')
                    return std::nullopt; // neither may stand in a bare cell
                cell.append(bytes[at++]);
            }
        }
        row.append(QString::fromUtf8(cell));
        if (at < bytes.size() && bytes[at] == separator) {
            ++at;
            if (at == bytes.size())
                return std::nullopt;
            continue;
        }
        if (bytes.mid(at, 2) != "\r\n")
            return std::nullopt;
        at += 2;
        rows.append(row);
        row.clear();
    }
    return row.isEmpty() ? std::optional(rows) : std::nullopt;
}
