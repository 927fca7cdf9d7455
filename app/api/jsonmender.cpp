// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonmender.h"

#include <QByteArrayView>

#include <array>

namespace layerscope {

namespace {

constexpr QByteArrayView replacement("\xEF\xBF\xBD"); // U+FFFD

/// How many bytes at `at` belong together: a character, or the start of one that is cut off or forbidden.
struct Stretch
{
    qsizetype length = 1;
    bool isValid = false;
};

/// By table 3-7 of the Unicode standard: of each first byte, what the second one may be.
Stretch stretchAt(const QByteArray &text, qsizetype at)
{
    const auto byte = [&text](qsizetype place) {
        return place < text.size() ? static_cast<quint8>(text[place]) : quint8(0);
    };
    const quint8 first = byte(at);
    if (first < 0x80)
        return {1, true};
    qsizetype length = 0;
    quint8 lowest = 0x80;
    quint8 highest = 0xbf;
    if (first >= 0xc2 && first <= 0xdf) {
        length = 2;
    } else if (first >= 0xe0 && first <= 0xef) {
        length = 3;
        if (first == 0xe0)
            lowest = 0xa0; // else it would be a longer form than needed
        if (first == 0xed)
            highest = 0x9f; // else half of a surrogate pair
    } else if (first >= 0xf0 && first <= 0xf4) {
        length = 4;
        if (first == 0xf0)
            lowest = 0x90;
        if (first == 0xf4)
            highest = 0x8f; // beyond is no Unicode
    } else {
        return {1, false};
    }
    if (byte(at + 1) < lowest || byte(at + 1) > highest)
        return {1, false};
    for (qsizetype more = 2; more < length; ++more) {
        if (byte(at + more) < 0x80 || byte(at + more) > 0xbf)
            return {more, false};
    }
    return {length, true};
}

/// A number that JSON does not have, as JavaScript, Python and PHP write it; empty if there is none at `at`.
QByteArrayView alienNumberAt(const QByteArray &text, qsizetype at)
{
    static constexpr std::array<QByteArrayView, 9> words{"-Infinity", "Infinity", "NaN",  "-NaN", "-INF",
                                                         "INF",       "NAN",      "-inf", "inf"};
    const QByteArrayView rest = QByteArrayView(text).sliced(at);
    for (const QByteArrayView word : words) {
        if (rest.startsWith(word))
            return word;
    }
    return {};
}

} // namespace

std::optional<MendedJson> mendedJson(const QByteArray &json)
{
    MendedJson mended;
    mended.text.reserve(json.size() + 64);
    bool isInString = false;
    bool isAnyMended = false;
    qsizetype copied = 0;
    qsizetype at = 0;
    const auto replace = [&](qsizetype length, QByteArrayView by) {
        mended.text.append(json.constData() + copied, at - copied);
        mended.text.append(by);
        at += length;
        copied = at;
        isAnyMended = true;
    };

    while (at < json.size()) {
        const char c = json[at];
        if (isInString && c == '\\' && at + 1 < json.size() && static_cast<quint8>(json[at + 1]) < 0x80) {
            at += 2;
            continue;
        }
        if (c == '"')
            isInString = !isInString;
        if (static_cast<quint8>(c) >= 0x80) {
            const Stretch stretch = stretchAt(json, at);
            if (stretch.isValid) {
                at += stretch.length;
            } else {
                replace(stretch.length, replacement);
                mended.hadInvalidUtf8 = true;
            }
            continue;
        }
        if (!isInString && (c == 'N' || c == 'I' || c == 'i' || c == '-')) {
            if (const QByteArrayView word = alienNumberAt(json, at); !word.isEmpty()) {
                replace(word.size(), QByteArray("[\"" + word.toByteArray() + "\"]"));
                continue;
            }
        }
        ++at;
    }
    if (!isAnyMended)
        return std::nullopt;
    mended.text.append(json.constData() + copied, json.size() - copied);
    return mended;
}

} // namespace layerscope
