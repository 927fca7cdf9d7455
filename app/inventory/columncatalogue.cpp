// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/columncatalogue.h"

#include "inventory/kinds.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

const CellSource *sourceFor(const ColumnSpec &column, RowKind kind)
{
    for (const CellSource &source : column.sources) {
        if (source.kinds.has(kind))
            return &source;
    }
    return nullptr;
}

} // namespace

const char *ColumnSpec::mask(RowKind kind) const
{
    const CellSource *source = sourceFor(*this, kind);
    return source != nullptr ? source->mask : nullptr;
}

CellValue ColumnSpec::decode(RowKind kind, const JsonReader &row) const
{
    const CellSource *source = sourceFor(*this, kind);
    return source != nullptr && source->decode != nullptr ? source->decode(row) : CellValue();
}

QString translatedTopic(ColumnTopic topic)
{
    switch (topic) {
    case ColumnTopic::General:
        break;
    case ColumnTopic::Network:
        return QCoreApplication::translate("Columns", "Network");
    case ColumnTopic::Hardware:
        return QCoreApplication::translate("Columns", "Hardware and system");
    case ColumnTopic::Cost:
        return QCoreApplication::translate("Columns", "Cost");
    case ColumnTopic::Traffic:
        return QCoreApplication::translate("Columns", "Traffic");
    case ColumnTopic::Contents:
        return QCoreApplication::translate("Columns", "Contents");
    }
    return QCoreApplication::translate("Columns", "General");
}

QString ColumnSpec::translatedTitle() const
{
    return QCoreApplication::translate("Columns", title);
}

QString ColumnSpec::translatedDescription() const
{
    return QCoreApplication::translate("Columns", description);
}

Catalogue::Catalogue(std::span<const ColumnSpec> columns, int groupCount, QLatin1StringView name)
    : m_columns(columns.begin(), columns.end())
    , m_groupCount(groupCount)
{
    Q_ASSERT(columns.size() <= ColumnSet().size());
    Q_ASSERT(static_cast<std::size_t>(groupCount) <= GroupSet().size());
    const auto named = std::find_if(m_columns.begin(), m_columns.end(), [name](const ColumnSpec &column) {
        return QLatin1StringView(column.key) == name;
    });
    Q_ASSERT(named != m_columns.end());
    const auto place = static_cast<qsizetype>(named - m_columns.begin());
    std::rotate(m_columns.begin(), named, named + 1);
    m_viewColumns.resize(static_cast<qsizetype>(m_columns.size()));
    std::iota(m_viewColumns.begin(), m_viewColumns.end(), 0);
    m_viewColumns.move(0, place);
    std::copy_if(m_viewColumns.cbegin(), m_viewColumns.cend(), std::back_inserter(m_allColumns),
                 [this](ColumnIndex index) { return !column(index).isOfRowsBelow; });
    m_rowStateColumn = find(u"row_state").value();
    for (const ColumnIndex index : std::as_const(m_allColumns)) {
        const ColumnSpec &spec = column(index);
        m_wordColumns.set(static_cast<std::size_t>(index),
                          index != m_rowStateColumn && !spec.isSlow && spec.type != ColumnType::Flag);
    }
    for (const ColumnSpec &column : columns) {
        const auto group = static_cast<std::size_t>(column.group);
        for (std::size_t kind = 0; kind < rowKindCount; ++kind) {
            if (column.mask(static_cast<RowKind>(kind)) != nullptr)
                m_groupsOfKind[kind].set(group);
        }
    }
}

std::optional<ColumnIndex> Catalogue::find(QStringView key) const
{
    const std::optional<ColumnIndex> index = findInView(key);
    return index && !column(*index).isOfRowsBelow ? index : std::nullopt;
}

std::optional<ColumnIndex> Catalogue::findInView(QStringView key) const
{
    for (ColumnIndex index = 0; index < columnCount(); ++index) {
        if (key == QLatin1StringView(column(index).key))
            return index;
    }
    return std::nullopt;
}

Result<QList<ColumnIndex>> Catalogue::parseColumns(const QString &commaSeparatedKeys) const
{
    const QString wanted = commaSeparatedKeys.trimmed();
    if (wanted == "all"_L1)
        return allColumns();

    QList<ColumnIndex> found;
    const auto unknown = [this](const QString &key) {
        QStringList keys;
        for (const ColumnIndex index : m_allColumns)
            keys.append(QString::fromLatin1(column(index).key));
        ApiError error = ApiError::make(ApiError::Kind::InvalidRequest, key);
        error.message =
            key.isEmpty()
                ? QCoreApplication::translate("Columns", "No column is named. There are: %1.")
                      .arg(keys.join(", "_L1))
                : QCoreApplication::translate("Columns", "There is no column \"%1\". There are: %2.")
                      .arg(key, keys.join(", "_L1));
        return Unexpected(std::move(error));
    };
    for (const QString &part : wanted.split(u',', Qt::SkipEmptyParts)) {
        const QString key = part.trimmed();
        if (key.isEmpty())
            continue;
        const std::optional<ColumnIndex> index = find(key);
        if (!index)
            return unknown(key);
        if (!found.contains(*index))
            found.append(*index);
    }
    if (found.isEmpty())
        return unknown(QString());
    return found;
}

QList<ColumnIndex> Catalogue::defaultColumns() const
{
    QList<ColumnIndex> indexes;
    for (const ColumnIndex index : m_allColumns) {
        if (column(index).isDefault)
            indexes.append(index);
    }
    return indexes;
}

GroupSet Catalogue::groupsOf(const ColumnSet &columns) const
{
    GroupSet groups;
    for (std::size_t index = 0; index < m_columns.size(); ++index) {
        if (columns.test(index))
            groups.set(static_cast<std::size_t>(m_columns[index].group));
    }
    return groups;
}

ColumnSet Catalogue::columnsOf(GroupSet groups) const
{
    ColumnSet columns;
    for (std::size_t index = 0; index < m_columns.size(); ++index)
        columns.set(index, groups.test(static_cast<std::size_t>(m_columns[index].group)));
    return columns;
}

ObjectMask Catalogue::mask(RowKind kind, GroupSet groups) const
{
    ObjectMask mask{"id"};
    for (const ColumnIndex index : m_allColumns) {
        const char *paths = column(index).mask(kind);
        if (paths != nullptr && groups.test(static_cast<std::size_t>(column(index).group)))
            mask.addAll(paths);
    }
    if (kindSpec(kind).needsCast)
        mask.castTo(kindSpec(kind).service);
    return mask;
}

} // namespace layerscope
