// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/tablewriter.h"

#include <vector>

namespace layerscope {

namespace {

constexpr qint64 rowsBetweenReports = 5'000;

/// The rows of one table, a cell after the other.
class CellsOfRows
{
public:
    CellsOfRows(const InventoryCsv &csv, TableWriter &writer)
        : m_table(csv.table)
        , m_writer(writer)
    {
        const Catalogue &catalogue = m_table.catalogue();
        ColumnSet columns;
        for (const ColumnIndex index : csv.columns) {
            columns.set(static_cast<std::size_t>(index));
            m_columns.push_back({index, catalogue.column(index).type, index == catalogue.rowStateColumn()});
        }
        m_wanted = catalogue.groupsOf(columns);
    }

    RowState add(int row)
    {
        const RowState state = m_table.rowState(row, m_wanted);
        for (const Column &column : m_columns) {
            if (column.isRowState)
                m_writer.addText(QString::fromLatin1(toText(state)));
            else if (m_table.hasValue(row, column.index))
                addValue(m_table.bits(row, column.index), column.type);
            else
                m_writer.addEmpty();
        }
        m_writer.endRow();
        return state;
    }

private:
    struct Column
    {
        ColumnIndex index;
        ColumnType type;
        bool isRowState;
    };

    void addValue(qint64 bits, ColumnType type)
    {
        switch (type) {
        case ColumnType::Text:
            m_writer.addText(m_table.sentTextOfHandle(bits));
            break;
        case ColumnType::Integer:
            m_writer.addInteger(bits);
            break;
        case ColumnType::Decimal:
            m_writer.addDecimal(Decimal::fromBits(bits));
            break;
        case ColumnType::Flag:
            m_writer.addFlag(bits != 0);
            break;
        case ColumnType::Timestamp:
            m_writer.addTime(Timestamp{bits});
            break;
        }
    }

    const InventoryTable m_table; ///< This thread's own snapshot, O(columns)
    TableWriter &m_writer;
    std::vector<Column> m_columns;
    GroupSet m_wanted;
};

} // namespace

Result<CsvSummary> writeTable(const DocumentTable &table, TableWriter &writer, const CancelToken &cancel,
                              const TableProgress &progress)
{
    CellsOfRows cells(table.csv, writer);
    CsvSummary summary;
    summary.undecidedRows = table.csv.undecidedRows;
    summary.unlistedRows = table.csv.unlistedRows;
    writer.beginTable(table);
    for (const int row : table.csv.rows) {
        summary.add(cells.add(row));
        if (summary.rows % CancelToken::checkInterval == 0 && (cancel.isCancelled() || writer.hasFailed()))
            break;
        if (progress && summary.rows % rowsBetweenReports == 0)
            progress(summary.rows);
    }
    if (cancel.isCancelled())
        return Unexpected(ApiError::make(ApiError::Kind::Cancelled));
    writer.endTable(summary);
    return summary;
}

} // namespace layerscope
