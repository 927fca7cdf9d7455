// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/csvformat.h"

namespace layerscope {

namespace {

/// Neither Qt nor CLDR knows the separator of lists that Windows has with a language, and so Excel. It is ';'
/// wherever the comma is taken, and besides in Switzerland and Liechtenstein, whose German writes a point.
bool hasSemicolonWithPoint(const QLocale &locale)
{
    return locale.territory() == QLocale::Switzerland || locale.territory() == QLocale::Liechtenstein;
}

} // namespace

CsvFormat CsvFormat::of(CsvPreset preset, const QLocale &locale)
{
    CsvFormat format;
    if (preset == CsvPreset::Plain)
        return format;
    format.hasByteOrderMark = true;
    format.guardsFormulas = true;
    const QString decimalSign = locale.decimalPoint();
    if (decimalSign == u",") {
        format.decimalSign = QByteArrayLiteral(",");
        format.separator = ';';
    } else if (decimalSign != u"." || hasSemicolonWithPoint(locale)) {
        // A decimal sign of Arabic belongs to Arabic digits. With ASCII digits these languages write a point,
        // and Windows separates their lists by ';'.
        format.separator = ';';
    }
    return format;
}

} // namespace layerscope
