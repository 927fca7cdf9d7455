// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace layerscope {

class RowsModel;

/// Has a model keep its order while the person points, types, or has a menu open, so that no row moves away
/// under the pointer; and for a moment more. GUI thread.
class OrderHold : public QObject
{
    Q_OBJECT

public:
    explicit OrderHold(QObject *parent);

    /// nullptr: none.
    void setModel(RowsModel *model) { m_model = model; }
    void personIsActive();

private:
    void release();

    RowsModel *m_model = nullptr;
    QTimer m_readingTimer;
};

} // namespace layerscope
