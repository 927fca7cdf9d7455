// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/fileformat.h"

#include "tables/workbook.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

struct FormatWords
{
    FileFormat format;
    QLatin1StringView key;
    QLatin1StringView suffix;
};

constexpr std::array formatWords{
    FormatWords{FileFormat::Csv, "csv"_L1, ".csv"_L1},
    FormatWords{FileFormat::Xlsx, "xlsx"_L1, ".xlsx"_L1},
    FormatWords{FileFormat::Json, "json"_L1, ".json"_L1},
    FormatWords{FileFormat::JsonLines, "jsonl"_L1, ".jsonl"_L1},
};

const FormatWords &formatWordsOf(FileFormat format)
{
    return formatWords[static_cast<std::size_t>(format)];
}

} // namespace

QString keyOf(FileFormat format)
{
    return formatWordsOf(format).key;
}

QString suffixOf(FileFormat format)
{
    return formatWordsOf(format).suffix;
}

std::optional<FileFormat> formatOfKey(QStringView key)
{
    const auto *const found = std::find_if(formatWords.cbegin(), formatWords.cend(),
                                           [key](const FormatWords &words) { return words.key == key; });
    return found != formatWords.cend() ? std::optional(found->format) : std::nullopt;
}

const QList<FileFormat> &writableFormats()
{
    static const QList<FileFormat> formats = [] {
        QList<FileFormat> found;
        for (const FormatWords &words : formatWords) {
            if (words.format != FileFormat::Xlsx || canWriteWorkbooks())
                found.append(words.format);
        }
        return found;
    }();
    return formats;
}

QString withSuffixOf(FileFormat format, const QString &path)
{
    const QString stem = withoutSuffix(path);
    return stem.isEmpty() ? stem : QString(stem + suffixOf(format));
}

QString withoutSuffix(const QString &path)
{
    for (const FormatWords &words : formatWords) {
        if (path.endsWith(words.suffix, Qt::CaseInsensitive))
            return path.chopped(words.suffix.size());
    }
    return path;
}

} // namespace layerscope
