// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace layerscope {

/// A model as lines, one a row, children indented by two blanks, the texts of these columns separated by " |
/// ": a whole tree compares in one assertion.
inline QStringList printTree(const QAbstractItemModel &model, const QList<int> &columns,
                             int role = Qt::DisplayRole, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList texts;
        for (const int column : columns)
            texts.append(model.index(row, column, parent).data(role).toString());
        while (!texts.isEmpty() && texts.constLast().isEmpty())
            texts.removeLast();
        lines.append(QString(depth * 2, u' ') + texts.join(QStringLiteral(" | ")));
        lines += printTree(model, columns, role, model.index(row, 0, parent), depth + 1);
    }
    return lines;
}

} // namespace layerscope
