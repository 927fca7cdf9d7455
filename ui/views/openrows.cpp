// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/openrows.h"

#include "inventory/kinds.h"
#include "models/rowsmodel.h"

#include <QDataStream>
#include <QTreeView>

#include <optional>

namespace layerscope {

namespace {

constexpr qint32 maxOpenRows = 10'000; // more than that is not a layout but garbage

} // namespace

OpenRows::OpenRows(QTreeView &view, const RowsModel &model)
    : m_view(view)
    , m_model(model)
{
    connect(&model, &RowsModel::arranged, this, &OpenRows::openThoseThatCame);
}

void OpenRows::save(QDataStream &out) const
{
    QList<RowKey> open = m_coming;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        const std::optional<int> tableRow = m_model.tableRow(index);
        if (!tableRow || !m_view.isExpanded(index))
            continue;
        if (const RowKey key = m_model.table().key(*tableRow); !m_coming.contains(key))
            open.append(key);
    }
    open.resize(qMin(open.size(), qsizetype{maxOpenRows}));
    out << static_cast<qint32>(open.size());
    for (const RowKey key : open)
        out << QByteArray(kindSpec(key.kind).key) << key.id;
}

bool OpenRows::restore(QDataStream &in)
{
    qint32 count = 0;
    in >> count;
    if (in.status() != QDataStream::Ok || count < 0 || count > maxOpenRows)
        return false;
    QList<RowKey> open;
    for (qint32 i = 0; i < count; ++i) {
        QByteArray kind;
        qint64 id = 0;
        in >> kind >> id;
        if (in.status() != QDataStream::Ok)
            return false;
        if (const std::optional<RowKind> known = kindOfKey(QString::fromLatin1(kind)))
            open.append({*known, id});
    }
    m_coming = open;
    openThoseThatCame();
    return true;
}

void OpenRows::openThoseThatCame()
{
    m_coming.removeIf([this](RowKey key) {
        const QModelIndex index = m_model.indexOfKey(key);
        if (!index.isValid())
            return false;
        m_view.expand(index); // before anything is below it, too: what is open is loaded first
        return m_view.isExpanded(index) && m_model.hasChildren(index);
    });
}

} // namespace layerscope
