// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/jsonwriter.h"

#include "core/terminaltext.h"
#include "core/utf8.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr std::size_t jsonBufferSize = 1 << 20;

/// "\u001b"
void appendHexEscape(std::string &out, char32_t c)
{
    static constexpr char digits[] = "0123456789abcdef";
    out.append("\\u");
    for (const int shift : {12, 8, 4, 0})
        out.push_back(digits[(c >> shift) & 0xf]);
}

/// Those that are line ends to some readers, and would cut a line of JSON lines in two.
constexpr bool isSeparator(char32_t c)
{
    return c == 0x2028 || c == 0x2029;
}

void appendJsonCharacter(std::string &out, char32_t c)
{
    if (c == U'"' || c == U'\\') {
        out.push_back('\\');
        out.push_back(static_cast<char>(c));
    } else if (c == 0) {
        appendUtf8(out, QChar::ReplacementCharacter); // programs end a text at NUL
    } else if (c == U'\n') {
        out.append("\\n");
    } else if (c == U'\t') {
        out.append("\\t");
    } else if (c == U'\r') {
        out.append("\\r");
    } else if (isSeparator(c) || (c < 0x100 && isTerminalControl(static_cast<char16_t>(c)))) {
        appendHexEscape(out, c);
    } else {
        appendUtf8(out, c);
    }
}

void appendJsonText(std::string &out, QStringView text)
{
    out.push_back('"');
    for (qsizetype at = 0; at < text.size();)
        appendJsonCharacter(out, nextCharacter(text, at));
    out.push_back('"');
}

/// A text, or null if there is none.
void appendJsonMember(std::string &out, std::string_view name, QStringView text)
{
    out.append(",\"").append(name).append("\":");
    if (text.isEmpty())
        out.append("null");
    else
        appendJsonText(out, text);
}

void appendJsonMember(std::string &out, std::string_view name, const QStringList &texts)
{
    out.append(",\"").append(name).append("\":[");
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (i > 0)
            out.push_back(',');
        appendJsonText(out, texts[i]);
    }
    out.push_back(']');
}

} // namespace

JsonWriter::JsonWriter(QIODevice &device, Shape shape, const DocumentAbout &about)
    : m_device(device)
    , m_shape(shape)
    , m_isComplete(about.missing.isEmpty() && about.leftOut.isEmpty())
{
    m_buffer.reserve(jsonBufferSize + jsonBufferSize / 8); // a row more than full, seldom grown
    if (m_shape == Shape::Object)
        addAbout(about);
}

void JsonWriter::addAbout(const DocumentAbout &about)
{
    m_buffer.append("{\n\"about\":{\"program\":");
    appendJsonText(m_buffer, about.program);
    appendJsonMember(m_buffer, "account", about.account);
    const QString asOf = about.asOf.isValid() ? about.asOf.toUTC().toString(Qt::ISODate) : QString();
    appendJsonMember(m_buffer, "asOf", asOf);
    appendJsonMember(m_buffer, "filter", about.filter);
    appendJsonMember(m_buffer, "leftOut", about.leftOut);
    appendJsonMember(m_buffer, "missing", about.missing);
    m_buffer.push_back('}');
}

void JsonWriter::beginTable(const DocumentTable &table)
{
    m_keys.clear();
    for (const ColumnIndex column : table.csv.columns) {
        std::string key;
        appendJsonText(key, QString::fromLatin1(table.csv.table.catalogue().column(column).key));
        m_keys.push_back(key + ':');
    }
    m_column = 0;
    m_hasRows = false;
    m_rowStart = "{";
    if (m_shape == Shape::Lines) {
        m_rowStart.append("\"table\":");
        appendJsonText(m_rowStart, table.name);
        return;
    }
    m_buffer.append(",\n");
    appendJsonText(m_buffer, table.name);
    m_buffer.append(":[");
}

void JsonWriter::beginCell()
{
    if (m_column == 0) {
        if (m_shape == Shape::Object)
            m_buffer.append(m_hasRows ? ",\n" : "\n");
        m_buffer.append(m_rowStart);
        m_hasRows = true;
    }
    if (m_column > 0 || m_shape == Shape::Lines)
        m_buffer.push_back(',');
    m_buffer.append(m_keys[m_column++]);
}

void JsonWriter::addRaw(std::string_view text)
{
    beginCell();
    m_buffer.append(text);
}

void JsonWriter::addText(QStringView text)
{
    beginCell();
    appendJsonText(m_buffer, text);
}

void JsonWriter::addInteger(qint64 number)
{
    addRaw(m_number.whole(number));
}

void JsonWriter::addDecimal(Decimal number)
{
    addRaw(m_number.plain(number));
}

void JsonWriter::addFlag(bool on)
{
    addRaw(on ? "true" : "false");
}

void JsonWriter::addTime(Timestamp time)
{
    beginCell();
    m_buffer.push_back('"');
    m_buffer.append(m_time.iso(time));
    m_buffer.push_back('"');
}

void JsonWriter::addEmpty()
{
    addRaw("null");
}

void JsonWriter::endRow()
{
    m_buffer.append(m_shape == Shape::Lines ? "}\n" : "}");
    m_column = 0;
    if (m_buffer.size() >= jsonBufferSize)
        flush();
}

void JsonWriter::endTable(const CsvSummary &written)
{
    m_isComplete = m_isComplete && written.isComplete();
    if (m_shape == Shape::Object)
        m_buffer.append(m_hasRows ? "\n]" : "]");
}

void JsonWriter::flush()
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

Result<Done> JsonWriter::finish()
{
    if (m_shape == Shape::Object)
        m_buffer.append(m_isComplete ? ",\n\"complete\":true\n}\n" : ",\n\"complete\":false\n}\n");
    flush();
    if (m_hasFailed)
        return Unexpected(ApiError::make(ApiError::Kind::Storage, m_failure));
    return Done();
}

} // namespace layerscope
