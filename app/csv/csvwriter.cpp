// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/csvwriter.h"

#include "core/terminaltext.h"
#include "core/utf8.h"

#include <algorithm>

namespace layerscope {

namespace {

constexpr std::size_t bufferSize = 1 << 20;

/// What a spreadsheet starts a formula with, and the white space before which it does so too; ASCII and
/// full-width.
bool looksLikeFormula(QStringView text)
{
    if (text.isEmpty())
        return false;
    switch (text.front().unicode()) {
    case u'=':
    case u'+':
    case u'-':
    case u'@':
    case u'\t':
    case u'\r':
    case u'\n':
    case u'＝':
    case u'＋':
    case u'－':
    case u'＠':
        return true;
    default:
        return false;
    }
}

/// UTF-8, with quotes doubled if the cell is a quoted one.
void appendCharacters(std::string &out, QStringView text, bool doublesQuotes, bool hidesControls)
{
    for (qsizetype at = 0; at < text.size();) {
        const char32_t c = nextCharacter(text, at);
        if (c == U'"' && doublesQuotes)
            out.push_back('"');
        const bool isHidden = hidesControls && c < 0x100 && isTerminalControl(static_cast<char16_t>(c));
        // Programs end a text at NUL.
        appendUtf8(out, c == 0 || isHidden ? char32_t(QChar::ReplacementCharacter) : c);
    }
}

void appendText(std::string &out, QStringView text, const CsvFormat &format)
{
    const auto separator = static_cast<char16_t>(format.separator);
    char16_t seen = 0;
    bool needsQuotes = false;
    bool hasNul = false;
    for (const char16_t *at = text.utf16(), *end = at + text.size(); at != end; ++at) {
        seen |= *at;
        hasNul |= *at == 0;
        needsQuotes |= *at == separator || *at == u'"' || *at == u'\r' || *at == u'\n';
    }
    const bool isGuarded = format.guardsFormulas && looksLikeFormula(text);
    const bool isPlain = !needsQuotes && !isGuarded && !hasNul && seen < 0x80;
    if (isPlain && !format.hidesControls) { // nearly every cell
        const std::size_t before = out.size();
        out.resize(before + static_cast<std::size_t>(text.size()));
        std::transform(text.utf16(), text.utf16() + text.size(),
                       out.begin() + static_cast<std::ptrdiff_t>(before),
                       [](char16_t c) { return static_cast<char>(c); });
        return;
    }
    if (needsQuotes)
        out.push_back('"');
    if (isGuarded)
        out.push_back('\'');
    appendCharacters(out, text, needsQuotes, format.hidesControls);
    if (needsQuotes)
        out.push_back('"');
}

} // namespace

CsvWriter::CsvWriter(QIODevice &device, CsvFormat format)
    : m_device(device)
    , m_format(std::move(format))
{
    m_buffer.reserve(bufferSize + bufferSize / 8); // a row more than full, seldom grown
    if (m_format.hasByteOrderMark)
        m_buffer = "\xEF\xBB\xBF";
    m_rowStart = m_buffer.size();
}

void CsvWriter::beginCell()
{
    if (m_cellsInRow++ > 0)
        m_buffer.push_back(m_format.separator);
}

void CsvWriter::addText(QStringView text)
{
    beginCell();
    appendText(m_buffer, text, m_format);
}

void CsvWriter::addNumber(std::string_view number)
{
    beginCell();
    const std::size_t point = number.find('.');
    if (point == std::string_view::npos || m_format.decimalSign == ".") {
        m_buffer.append(number);
        return;
    }
    const std::string_view sign(m_format.decimalSign.constData(),
                                static_cast<std::size_t>(m_format.decimalSign.size()));
    const bool needsQuotes = sign.find(m_format.separator) != std::string_view::npos;
    if (needsQuotes)
        m_buffer.push_back('"');
    m_buffer.append(number.substr(0, point)).append(sign).append(number.substr(point + 1));
    if (needsQuotes)
        m_buffer.push_back('"');
}

void CsvWriter::addPlain(std::string_view text)
{
    beginCell();
    m_buffer.append(text);
}

void CsvWriter::addEncoded(std::string_view cell)
{
    beginCell();
    m_buffer.append(cell);
}

void CsvWriter::addEmpty()
{
    beginCell();
}

void CsvWriter::endRow()
{
    // A row of one empty field would be an empty line, which readers skip.
    if (m_cellsInRow == 1 && m_buffer.size() == m_rowStart)
        m_buffer.append("\"\"");
    m_buffer.append("\r\n");
    m_cellsInRow = 0;
    if (m_buffer.size() >= bufferSize)
        flush();
    m_rowStart = m_buffer.size();
}

std::string CsvWriter::encoded(QStringView text) const
{
    std::string cell;
    appendText(cell, text, m_format);
    return cell;
}

void CsvWriter::flush()
{
    const char *data = m_buffer.data();
    auto left = static_cast<qint64>(m_buffer.size());
    while (left > 0 && !m_hasFailed) {
        const qint64 written = m_device.write(data, left);
        if (written <= 0) {
            m_hasFailed = true;
            m_failure = m_device.errorString();
        } else {
            data += written;
            left -= written;
            m_bytesWritten += written;
        }
    }
    m_buffer.clear();
}

Result<Done> CsvWriter::finish()
{
    flush();
    m_rowStart = 0;
    if (m_hasFailed)
        return Unexpected(ApiError::make(ApiError::Kind::Storage, m_failure));
    return Done();
}

} // namespace layerscope
