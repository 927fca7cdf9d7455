// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"

#include <QList>
#include <QObject>

class QDataStream;
class QTreeView;

namespace layerscope {

class RowsModel;

/// Which rows of a table that has another one below it are open, as bytes for the settings. Those of the last
/// time are opened as they come. GUI thread; view and model outlive it.
class OpenRows : public QObject
{
    Q_OBJECT

public:
    OpenRows(QTreeView &view, const RowsModel &model);

    /// Those that are open, and those of the last time that did not come yet. O(rows of the table).
    void save(QDataStream &out) const;
    /// False: it is no such list, or damaged; then nothing changes.
    bool restore(QDataStream &in);
    /// None that comes from now on is opened.
    void forget() { m_coming.clear(); }

private:
    void openThoseThatCame();

    QTreeView &m_view;
    const RowsModel &m_model;
    QList<RowKey> m_coming; ///< Not there yet, or nothing is below them yet.
};

} // namespace layerscope
