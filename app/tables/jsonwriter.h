// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/numbertext.h"
#include "inventory/timetext.h"
#include "tables/tablewriter.h"

#include <QIODevice>

#include <string>
#include <string_view>
#include <vector>

namespace layerscope {

/// Writes JSON (RFC 8259), in UTF-8: one object that tells of itself in "about" and has an array for each
/// table, by its name; or lines, each the object of a row, which says by "table" where it belongs. Members
/// are the columns' keys, numbers are the digits that were sent, dates ISO 8601 in UTC, and what is unknown
/// or empty is null; "row_state" tells these apart. Control characters, and what some programs take for the
/// end of a line, are escaped, so that the bytes do no harm on a terminal either. NUL becomes U+FFFD.
class JsonWriter final : public TableWriter
{
public:
    enum class Shape { Object, Lines };

    /// The device must be open for writing, and outlive this.
    JsonWriter(QIODevice &device, Shape shape, const DocumentAbout &about);

    void beginTable(const DocumentTable &table) override;
    void addText(QStringView text) override;
    void addInteger(qint64 number) override;
    void addDecimal(Decimal number) override;
    void addFlag(bool on) override;
    void addTime(Timestamp time) override;
    void addEmpty() override;
    void endRow() override;
    void endTable(const CsvSummary &written) override;

    [[nodiscard]] bool hasFailed() const override { return m_hasFailed; }
    [[nodiscard]] qint64 bytesWritten() const override { return m_bytesWritten; }
    Result<Done> finish() override;

private:
    void addAbout(const DocumentAbout &about);
    void beginCell();
    void addRaw(std::string_view text);
    void flush();

    QIODevice &m_device;
    const Shape m_shape;
    std::string m_buffer;
    std::string m_rowStart;          ///< Up to its first member.
    std::vector<std::string> m_keys; ///< With quotes and a colon.
    std::size_t m_column = 0;        ///< Of the next cell.
    bool m_hasRows = false;          ///< This table.
    bool m_isComplete;
    NumberText m_number;
    TimeText m_time;
    qint64 m_bytesWritten = 0;
    bool m_hasFailed = false;
    QString m_failure;
};

} // namespace layerscope
