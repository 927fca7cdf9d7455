// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/ziparchive.h"

#include <QFile>
#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QXmlStreamReader>

#include <algorithm>
#include <memory>

namespace layerscope {

/// A cell of a sheet as a spreadsheet would read it.
struct SheetCell
{
    enum class Type { None, Text, Number, Flag, Formula };
    Type type = Type::None;
    QString value;        ///< Of a number, its digits in the file.
    QString numberFormat; ///< Empty: the general one.
    bool isBold = false;

    bool operator==(const SheetCell &) const = default;
};

struct SheetContent
{
    QList<QList<SheetCell>> rows; ///< As many cells each as the widest has.
    QList<double> widths;         ///< In characters.
    int frozenRows = 0;
    QString filter; ///< "A1:C4"; empty: none.

    [[nodiscard]] SheetCell at(qsizetype row, qsizetype column) const
    {
        return rows.value(row).value(column);
    }
    /// The text of each cell of a row.
    [[nodiscard]] QStringList values(qsizetype row) const
    {
        QStringList values;
        for (const SheetCell &cell : rows.value(row))
            values.append(cell.value);
        return values;
    }
    /// All of it, to look for words in.
    [[nodiscard]] QString text() const
    {
        QStringList lines;
        for (qsizetype row = 0; row < rows.size(); ++row)
            lines.append(values(row).join(u'\t'));
        return lines.join(u'\n');
    }
};

/// A small reader of workbooks (ECMA-376), strict, to hold what is written against: inline texts only.
class WorkbookReader
{
public:
    explicit WorkbookReader(const QString &path)
        : m_file(path)
    {
        if (!m_file.open(QIODevice::ReadOnly))
            return;
        m_archive = std::make_unique<ZipArchive>(m_file);
        m_isFine = readNames() && readStyles();
        for (const ZipArchive::Entry &entry :
             m_archive->entries()) // each of them, also what is not looked at
            m_isFine = m_isFine && isWellFormed(entry.name);
    }

    /// Everything in it can be read.
    [[nodiscard]] bool isFine() const { return m_isFine; }
    [[nodiscard]] const QStringList &sheets() const { return m_sheets; }

    [[nodiscard]] SheetContent sheet(const QString &name) const
    {
        using namespace Qt::Literals::StringLiterals;
        SheetContent content;
        const qsizetype index = m_sheets.indexOf(name);
        if (index < 0)
            return content;
        QXmlStreamReader xml(bytesOf("xl/worksheets/sheet" + QByteArray::number(index + 1) + ".xml"));
        qsizetype columns = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            const QXmlStreamAttributes attributes = xml.attributes();
            if (xml.name() == u"col")
                content.widths.append(attributes.value("width"_L1).toDouble());
            else if (xml.name() == u"pane" && attributes.value("state"_L1) == u"frozen")
                content.frozenRows = attributes.value("ySplit"_L1).toInt();
            else if (xml.name() == u"autoFilter")
                content.filter = attributes.value("ref"_L1).toString();
            else if (xml.name() == u"c")
                readCell(xml, content);
        }
        for (const QList<SheetCell> &row : std::as_const(content.rows))
            columns = std::max(columns, row.size());
        for (QList<SheetCell> &row : content.rows)
            row.resize(columns);
        return content;
    }

private:
    [[nodiscard]] QByteArray bytesOf(const QByteArray &name) const
    {
        return m_archive->contents(name).value_or(QByteArray());
    }

    [[nodiscard]] bool isWellFormed(const QByteArray &name) const
    {
        QXmlStreamReader xml(bytesOf(name));
        while (!xml.atEnd())
            xml.readNext();
        return !xml.hasError();
    }

    [[nodiscard]] bool readNames()
    {
        using namespace Qt::Literals::StringLiterals;
        QXmlStreamReader xml(bytesOf("xl/workbook.xml"));
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"sheet")
                m_sheets.append(xml.attributes().value("name"_L1).toString());
        }
        return !xml.hasError() && !m_sheets.isEmpty();
    }

    [[nodiscard]] bool readStyles()
    {
        using namespace Qt::Literals::StringLiterals;
        QXmlStreamReader xml(bytesOf("xl/styles.xml"));
        QHash<int, QString> formats{{1, QStringLiteral("0")}}; // one of those that stand in no file
        QList<bool> fonts;
        bool isOfCells = false;
        while (!xml.atEnd()) {
            const QXmlStreamReader::TokenType token = xml.readNext();
            if (xml.name() == u"cellXfs")
                isOfCells = token == QXmlStreamReader::StartElement;
            if (token != QXmlStreamReader::StartElement)
                continue;
            const QXmlStreamAttributes attributes = xml.attributes();
            if (xml.name() == u"numFmt")
                formats.insert(attributes.value("numFmtId"_L1).toInt(),
                               attributes.value("formatCode"_L1).toString());
            else if (xml.name() == u"font")
                fonts.append(false);
            else if (xml.name() == u"b" && !fonts.isEmpty())
                fonts.last() = true;
            else if (xml.name() == u"xf" && isOfCells)
                m_styles.append({SheetCell::Type::None,
                                 {},
                                 formats.value(attributes.value("numFmtId"_L1).toInt()),
                                 fonts.value(attributes.value("fontId"_L1).toInt())});
        }
        return !xml.hasError();
    }

    /// What stands for a character that XML cannot hold.
    [[nodiscard]] static QString unescaped(const QString &text)
    {
        static const QRegularExpression escape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
        QString result;
        qsizetype done = 0;
        for (auto found = escape.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            result += text.sliced(done, match.capturedStart() - done);
            result += QChar(match.captured(1).toUShort(nullptr, 16));
            done = match.capturedEnd();
        }
        return result + text.sliced(done);
    }

    void readCell(QXmlStreamReader &xml, SheetContent &content) const
    {
        using namespace Qt::Literals::StringLiterals;
        static const QRegularExpression place(QStringLiteral("^([A-Z]+)([0-9]+)$"));
        const QXmlStreamAttributes attributes = xml.attributes();
        const QRegularExpressionMatch at = place.match(attributes.value("r"_L1).toString());
        qsizetype column = 0;
        for (const QChar letter : at.captured(1))
            column = column * 26 + (letter.unicode() - u'A' + 1);
        const qsizetype row = at.captured(2).toLongLong() - 1;

        SheetCell cell = m_styles.value(attributes.value("s"_L1).toInt());
        const QString type = attributes.value("t"_L1).toString();
        cell.type = type == u"inlineStr" ? SheetCell::Type::Text
                    : type == u"b"       ? SheetCell::Type::Flag
                                         : SheetCell::Type::Number;
        while (!(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"c") && !xml.atEnd()) {
            if (xml.isStartElement() && xml.name() == u"f")
                cell.type = SheetCell::Type::Formula;
            else if (xml.isCharacters())
                cell.value += xml.text();
        }
        if (cell.type == SheetCell::Type::Text)
            cell.value = unescaped(cell.value);
        if (content.rows.size() <= row)
            content.rows.resize(row + 1);
        QList<SheetCell> &cells = content.rows[row];
        if (cells.size() < column)
            cells.resize(column);
        cells[column - 1] = cell;
    }

    QFile m_file;
    std::unique_ptr<ZipArchive> m_archive;
    QStringList m_sheets;
    QList<SheetCell> m_styles; ///< Without type and value.
    bool m_isFine = false;
};

} // namespace layerscope
