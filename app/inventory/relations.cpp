// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/relations.h"

#include "inventory/inventorytable.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int addressBits = 32;

/// The values that others are found by; of a list each of them.
QStringList valuesOf(const InventoryTable &table, int row, ColumnIndex column)
{
    const ColumnSpec &spec = table.catalogue().column(column);
    if (spec.type != ColumnType::Text)
        return {QString::number(table.bits(row, column))};
    const QString &text = table.text(row, column);
    return spec.isList ? text.split(u';', Qt::SkipEmptyParts) : QStringList{text};
}

/// As a word of a filter; blanks and commas would end it.
QString quoted(const QString &value)
{
    const bool isPlain = std::all_of(value.cbegin(), value.cend(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'.' || c == u'_' || c == u'-';
    });
    return isPlain && value != u"-"_s ? value : QString(u'"' + QString(value).remove(u'"') + u'"');
}

std::optional<quint32> numberOfAddress(const QString &address)
{
    const QStringList parts = address.split(u'.');
    if (parts.size() != 4)
        return std::nullopt;
    quint32 number = 0;
    for (const QString &part : parts) {
        bool isNumber = false;
        const ushort byte = part.toUShort(&isNumber);
        if (!isNumber || byte > 0xFF)
            return std::nullopt;
        number = number << 8U | byte;
    }
    return number;
}

QString addressOf(quint32 number)
{
    return u"%1.%2.%3.%4"_s.arg(number >> 24U)
        .arg(number >> 16U & 0xFFU)
        .arg(number >> 8U & 0xFFU)
        .arg(number & 0xFFU);
}

/// Columns whose text is a link to rows of this kind.
QList<ColumnIndex> linksTo(RowKind kind, const Catalogue &catalogue)
{
    QList<ColumnIndex> columns;
    for (const ColumnIndex column : catalogue.allColumns()) {
        if (const auto &link = catalogue.column(column).link; link && link->kind == kind)
            columns.append(column);
    }
    return columns;
}

} // namespace

std::optional<Jump> jumpFrom(const InventoryTable &table, int row, const Relation &relation)
{
    if (!table.hasValue(row, relation.column))
        return std::nullopt;
    Jump jump;
    jump.table = tableOfKey(QString::fromLatin1(relation.table));
    Q_ASSERT(jump.table != nullptr);
    if (relation.words != nullptr) {
        jump.filter = relation.words(table, row);
        return jump.filter.isEmpty() ? std::nullopt : std::optional(jump);
    }
    QStringList values = valuesOf(table, row, relation.column);
    if (values.isEmpty())
        return std::nullopt;
    if (QLatin1StringView(relation.word) == "id"_L1 && values.size() == 1 && jump.table->kinds.size() == 1) {
        jump.row = RowKey{jump.table->kinds.front(), values.constFirst().toLongLong()};
        return jump;
    }
    std::transform(values.cbegin(), values.cend(), values.begin(), quoted);
    jump.filter = QLatin1StringView(relation.word) + u'=' + values.join(u',');
    return jump;
}

bool isUnknown(const InventoryTable &table, int row, const Relation &relation)
{
    return !table.isKnown(row, relation.column);
}

QString nameGivenTo(RowKey key, const InventoryTable &table)
{
    const Catalogue &catalogue = table.catalogue();
    if (&catalogue == &tableOf(key.kind).catalogue())
        return {};
    const QList<ColumnIndex> links = linksTo(key.kind, catalogue);
    for (int row = 0; row < table.rowCount(); ++row) {
        if (rowOfOwnTable(table.key(row)) == key && table.hasValue(row, catalogue.nameColumn()))
            return table.text(row, catalogue.nameColumn());
        for (const ColumnIndex column : links) {
            const ColumnIndex idColumn = catalogue.column(column).link->idColumn;
            if (table.hasValue(row, column) && table.hasValue(row, idColumn) &&
                table.bits(row, idColumn) == key.id)
                return table.text(row, column);
        }
    }
    return {};
}

QString wordsForNetwork(const QString &firstAddress, qint64 prefixLength, QLatin1StringView ipColumn)
{
    const std::optional<quint32> first = numberOfAddress(firstAddress);
    if (!first || prefixLength < 1 || prefixLength > addressBits)
        return {};
    const quint32 beside =
        prefixLength == addressBits ? 0 : 0xFFFFFFFFU >> static_cast<unsigned>(prefixLength);
    const QString column(ipColumn);
    return column + u">="_s + addressOf(*first & ~beside) + u' ' + column + u"<="_s +
           addressOf(*first | beside);
}

} // namespace layerscope
