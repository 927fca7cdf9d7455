// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/inventorycsv.h"

#include "csv/csvwriter.h"
#include "inventory/numbertext.h"
#include "inventory/timetext.h"

#include <numeric>
#include <string>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr qint64 rowsBetweenProgress = 5'000; // a few hundred calls for the largest file

class Rows
{
public:
    Rows(const InventoryCsv &csv, CsvWriter &writer)
        : m_csv(csv)
        , m_table(csv.table)
        , m_writer(writer)
        , m_encodedPlace(m_table.textCount(), 0)
    {
        const Catalogue &catalogue = m_table.catalogue();
        ColumnSet columns;
        for (const ColumnIndex index : csv.columns) {
            columns.set(static_cast<std::size_t>(index));
            const ColumnSpec &spec = catalogue.column(index);
            m_columns.push_back(
                {index, spec.type, spec.repeats, QLatin1StringView(spec.key) == "row_state"_L1});
        }
        m_wanted = catalogue.groupsOf(columns);
    }

    void addHeader()
    {
        for (const ColumnIndex index : m_csv.columns) {
            const ColumnSpec &spec = m_table.catalogue().column(index);
            if (m_csv.format.hasTitlesAsHeader)
                m_writer.addText(spec.translatedTitle());
            else
                m_writer.addPlain(spec.key);
        }
        m_writer.endRow();
    }

    RowState addRow(int row)
    {
        const RowState state = m_table.rowState(row, m_wanted);
        for (const Column &column : m_columns) {
            if (column.isRowState)
                addRowState(state);
            else if (m_table.hasValue(row, column.index))
                addValue(row, column);
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
        bool repeats;
        bool isRowState;
    };

    void addValue(int row, const Column &column)
    {
        const qint64 bits = m_table.bits(row, column.index);
        switch (column.type) {
        case ColumnType::Text:
            if (column.repeats)
                m_writer.addEncoded(encoded(bits));
            else
                m_writer.addText(m_table.sentTextOfHandle(bits));
            break;
        case ColumnType::Integer:
            m_writer.addNumber(m_number.whole(bits));
            break;
        case ColumnType::Decimal:
            m_writer.addNumber(m_number.plain(Decimal::fromBits(bits)));
            break;
        case ColumnType::Flag:
            m_writer.addPlain(bits != 0 ? "true" : "false");
            break;
        case ColumnType::Timestamp:
            m_writer.addPlain(m_time.iso(Timestamp{bits}));
            break;
        }
    }

    void addRowState(RowState state)
    {
        const QByteArray text = toText(state);
        m_writer.addPlain({text.constData(), static_cast<std::size_t>(text.size())});
    }

    /// Each repeated text is looked at once.
    const std::string &encoded(qint64 handle)
    {
        quint32 &place = m_encodedPlace[static_cast<std::size_t>(handle)];
        if (place == 0) {
            m_encoded.push_back(m_writer.encoded(m_table.sentTextOfHandle(handle)));
            place = static_cast<quint32>(m_encoded.size());
        }
        return m_encoded[place - 1];
    }

    const InventoryCsv &m_csv;
    const InventoryTable m_table; ///< This thread's own snapshot, O(columns)
    CsvWriter &m_writer;
    std::vector<Column> m_columns;
    GroupSet m_wanted;
    std::vector<quint32> m_encodedPlace; ///< [text handle] in m_encoded, from 1; 0: not yet
    std::vector<std::string> m_encoded;
    NumberText m_number;
    TimeText m_time;
};

} // namespace

InventoryCsv InventoryCsv::of(const InventoryTable &table, CsvFormat format)
{
    QList<int> rows(table.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    InventoryCsv csv{table, rows, {}, std::move(format)};
    csv.columns = table.catalogue().defaultColumns();
    return csv;
}

void CsvSummary::add(RowState state)
{
    ++rows;
    switch (state) {
    case RowState::Complete:
        ++completeRows;
        break;
    case RowState::Partial:
        ++partialRows;
        break;
    case RowState::Refused:
        ++refusedRows;
        break;
    case RowState::Failed:
        ++failedRows;
        break;
    case RowState::Gone:
        ++goneRows;
        break;
    }
}

CsvSummary &CsvSummary::operator+=(const CsvSummary &other)
{
    rows += other.rows;
    completeRows += other.completeRows;
    partialRows += other.partialRows;
    refusedRows += other.refusedRows;
    failedRows += other.failedRows;
    goneRows += other.goneRows;
    bytes += other.bytes;
    undecidedRows += other.undecidedRows;
    unlistedRows += other.unlistedRows;
    cutTexts += other.cutTexts;
    return *this;
}

Result<CsvSummary> writeInventoryCsv(const InventoryCsv &csv, QIODevice &device, const CancelToken &cancel,
                                     const CsvProgress &progress)
{
    CsvWriter writer(device, csv.format);
    Rows rows(csv, writer);
    CsvSummary summary;
    summary.undecidedRows = csv.undecidedRows;
    summary.unlistedRows = csv.unlistedRows;
    rows.addHeader();
    for (const int row : csv.rows) {
        summary.add(rows.addRow(row));
        if (summary.rows % CancelToken::checkInterval == 0 && (cancel.isCancelled() || writer.hasFailed()))
            break;
        if (progress && summary.rows % rowsBetweenProgress == 0)
            progress(summary.rows);
    }
    if (cancel.isCancelled())
        return Unexpected(ApiError::make(ApiError::Kind::Cancelled));
    if (const Result<Done> finished = writer.finish(); !finished) {
        if (cancel.isCancelled()) // so the device was given up
            return Unexpected(ApiError::make(ApiError::Kind::Cancelled));
        return Unexpected(finished.error());
    }
    summary.bytes = writer.bytesWritten();
    if (progress)
        progress(summary.rows);
    return summary;
}

} // namespace layerscope
