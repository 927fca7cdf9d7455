// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/sheettext.h"

#include "core/utf8.h"

#include <QString>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr qsizetype longestSheetName = 31;

bool isDigitOfEscape(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

/// Behind a '_': what a spreadsheet would read as one character, "x0041_".
bool looksEscaped(QStringView text)
{
    return text.size() >= 6 && text[0] == u'x' && text[5] == u'_' &&
           std::all_of(text.cbegin() + 1, text.cbegin() + 5, isDigitOfEscape);
}

bool isPlainCell(QStringView text)
{
    return std::all_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c >= u' ' && c < u'\x7f' && c != u'_'; });
}

/// "_x001B_". Returns how many characters it took.
qsizetype appendEscape(std::string &cell, char32_t c)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    cell.append("_x");
    for (const int shift : {12, 8, 4, 0})
        cell.push_back(digits[(c >> shift) & 0xf]);
    cell.push_back('_');
    return 7;
}

/// `behind`: the rest of the text. Returns how many characters of the file it took.
qsizetype appendCharacter(std::string &cell, char32_t c, QStringView behind)
{
    const bool isControl = c < 0x20 && c != U'\t' && c != U'\n';
    if ((isControl && c != 0) || (c == U'_' && looksEscaped(behind)))
        return appendEscape(cell, c);
    const bool isNone = c == 0 || c == 0xfffe || c == 0xffff; // to XML
    appendUtf8(cell, isNone ? char32_t(QChar::ReplacementCharacter) : c);
    return 1;
}

} // namespace

bool putSheetText(std::string &cell, QStringView text)
{
    cell.clear();
    if (text.size() <= longestCellText && isPlainCell(text)) { // nearly every cell
        cell.resize(static_cast<std::size_t>(text.size()));
        std::transform(text.cbegin(), text.cend(), cell.begin(),
                       [](QChar c) { return static_cast<char>(c.unicode()); });
        return false;
    }
    qsizetype length = 0;    // as whoever counts more does: Excel in UTF-16, the library with escapes
    std::size_t fitting = 0; // bytes that leave room for the mark
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype before = at;
        const char32_t c = nextCharacter(text, at);
        const qsizetype taken = appendCharacter(cell, c, text.sliced(at));
        length += std::max(taken, at - before);
        if (length < longestCellText)
            fitting = cell.size();
        if (length > longestCellText) {
            cell.resize(fitting);
            appendUtf8(cell, U'…');
            return true;
        }
    }
    return false;
}

QString sheetNameOf(const QString &name, int number)
{
    const QString ending = number > 1 ? u" (%1)"_s.arg(number) : QString();
    QString sheet;
    for (const QChar c : name) {
        if (sheet.size() == longestSheetName - ending.size())
            break;
        sheet += QStringView(u"[]:*?/\\'").contains(c) || c < u' ' ? u'-' : c;
    }
    if (!sheet.isEmpty() && sheet.back().isHighSurrogate()) // its other half was cut off
        sheet.chop(1);
    return sheet + ending;
}

} // namespace layerscope
