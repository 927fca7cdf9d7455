// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "csv/csvformat.h"

#include <QIODevice>
#include <QStringView>

#include <string>
#include <string_view>

namespace layerscope {

/// Turns cells into the bytes of a CSV file and hands them to a device, a megabyte at a time. Any one thread,
/// blocking. Errors of the device are kept until finish(); after one, nothing more is written.
/// Cost: O(characters); a large buffer because QTextStream was measured at a third of the speed (limits §4).
class CsvWriter
{
public:
    /// The device must be open for writing, and outlive this.
    CsvWriter(QIODevice &device, CsvFormat format);

    /// Quoted if needed, guarded if the format says so. Lone surrogates and NUL become U+FFFD.
    void addText(QStringView text);
    /// Digits, sign, point: the point becomes the format's decimal sign.
    void addNumber(std::string_view number);
    /// ASCII that needs neither quotes nor a guard: dates, flags, keys.
    void addPlain(std::string_view text);
    /// A cell made ready by encoded(), as it is.
    void addEncoded(std::string_view cell);
    void addEmpty();
    void endRow();

    /// What addText() would write: for texts that repeat, to be encoded once.
    [[nodiscard]] std::string encoded(QStringView text) const;

    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }
    [[nodiscard]] qint64 bytesWritten() const { return m_bytesWritten; } ///< By the device so far.
    /// Writes out what is left. The error is Storage with the device's own words as detail.
    Result<Done> finish();

private:
    void beginCell();
    void flush();

    QIODevice &m_device;
    CsvFormat m_format;
    std::string m_buffer;
    int m_cellsInRow = 0;
    std::size_t m_rowStart = 0;
    qint64 m_bytesWritten = 0;
    bool m_hasFailed = false;
    QString m_failure;
};

} // namespace layerscope
