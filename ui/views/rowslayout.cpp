// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rowslayout.h"

#include "inventory/kinds.h"
#include "models/rowsmodel.h"
#include "views/columnlayout.h"
#include "views/groupexpansion.h"
#include "views/layoutenvelope.h"

#include <QDataStream>
#include <QIODevice>
#include <QTreeView>

namespace layerscope {

namespace {

/// What a saved layout begins with, so that no other table's is taken for it.
quint32 layoutMagic(const TableSpec &table)
{
    constexpr quint32 ofServers = 0x4c535631; // "LSV1"
    constexpr quint32 ofPools = 0x4c535031;   // "LSP1"
    constexpr quint32 ofOthers = 0x4c520000;  // "LR", and what its key comes to
    if (&table == &serversTable)
        return ofServers;
    return &table == &poolsTable ? ofPools : ofOthers | qChecksum(QByteArrayView(table.key));
}

} // namespace

RowsLayout::RowsLayout(QTreeView &view, const RowsModel &model, GroupExpansion &groups, ColumnLayout &columns)
    : m_view(view)
    , m_model(model)
    , m_groups(groups)
    , m_columns(columns)
    , m_openRows(view, model)
{}

QByteArray RowsLayout::save() const
{
    QByteArray content;
    QDataStream out(&content, QIODevice::WriteOnly);
    out.setVersion(LayoutEnvelope::streamVersion);
    const ArrangementSpec &spec = m_model.spec();
    out << QByteArray(m_model.catalogue().column(spec.sortColumn).key)
        << (spec.sortOrder == Qt::DescendingOrder);
    if (m_model.children() == nullptr)
        m_groups.save(out);
    m_columns.save(out);
    if (m_model.children() != nullptr)
        m_openRows.save(out);
    return LayoutEnvelope::close(layoutMagic(tableSpec(m_model.catalogue())), content);
}

bool RowsLayout::restore(const QByteArray &layout)
{
    const std::optional<QByteArray> content =
        LayoutEnvelope::open(layoutMagic(tableSpec(m_model.catalogue())), layout);
    if (!content)
        return false;
    QDataStream in(*content);
    in.setVersion(LayoutEnvelope::streamVersion);
    QByteArray sortKey;
    bool isDescending = false;
    in >> sortKey >> isDescending;
    const std::optional<ColumnIndex> sortColumn = m_model.catalogue().find(QString::fromLatin1(sortKey));
    if (in.status() != QDataStream::Ok || (m_model.children() == nullptr && !m_groups.restore(in)) ||
        !m_columns.restore(in))
        return false;
    if (m_model.children() != nullptr && !in.atEnd()) // earlier versions kept none
        m_openRows.restore(in);
    if (sortColumn)
        m_view.sortByColumn(*sortColumn, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    return true;
}

} // namespace layerscope
