// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/cellreading.h"
#include "inventory/columncatalogue.h"

#include <QtGlobal>

#include <array>
#include <cstddef>
#include <span>

namespace layerscope {

/// What columns of many kinds are made of: mask and decoder from one path, and columns that are the same
/// wherever they stand, so that their texts are translated once. Everything here is constant.

/// A path of names joined by dots, as an argument of a template: "billingItem.location.name".
template<std::size_t Size>
struct PathText
{
    char text[Size]{};

    // NOLINTNEXTLINE(google-explicit-constructor): so that a text stands where a path is wanted
    consteval PathText(const char (&path)[Size])
    {
        for (std::size_t at = 0; at < Size; ++at)
            text[at] = path[at];
    }
};

/// What stands at the end of a path. On the way there may be lists: the many of List and Flags take what each
/// of their elements has, the others the first that has something.
enum class ReadAs : quint8 {
    Text,    ///< As people wrote it.
    Word,    ///< A word of the API, without blanks around it.
    Integer, ///< Also from a text.
    Amount,  ///< The same, to be added up: see amount().
    Decimal,
    Flag, ///< Also 0 and 1.
    Date,
    List,  ///< Texts, joined; see joined().
    Flags, ///< "true" and "false", joined.
    Size,  ///< Bytes, as a whole number that can be added up, also from a text or a number with a point.
};

/// The value at the end of this path of a row. A wrong type on the way is reported as JsonReader does.
[[nodiscard]] CellValue readAt(const JsonReader &row, std::span<const char *const> path, ReadAs as);

/// How many names a path has.
template<std::size_t Size>
[[nodiscard]] constexpr std::size_t namesIn(const PathText<Size> &path)
{
    std::size_t names = 1;
    for (std::size_t at = 0; at < Size; ++at)
        names += path.text[at] == '.' ? 1 : 0;
    return names;
}

/// At this place of a path a name ends that leads to an object of which only a relation is named.
template<std::size_t Size>
[[nodiscard]] constexpr bool endsBareName(const PathText<Size> &path, std::size_t at)
{
    if (path.text[at] != '.')
        return false;
    for (std::size_t next = at + 1; next < Size; ++next) {
        if (path.text[next] == '.')
            return true;
    }
    return false;
}

/// Of PathParts::mask, with the zero at its end.
template<std::size_t Size>
[[nodiscard]] constexpr std::size_t maskSizeOf(const PathText<Size> &path)
{
    std::size_t size = Size;
    for (std::size_t at = 0; at < Size; ++at)
        size += endsBareName(path, at) ? at + 4 : 0; // "….id,"
    return size;
}

/// A path taken apart, for as long as the program runs.
template<PathText Path>
struct PathParts
{
    static constexpr std::size_t size = sizeof(Path.text); // with the zero at its end

    /// The names one after the other, each with a zero behind it.
    static constexpr std::array<char, size> names = [] {
        std::array<char, size> split{};
        for (std::size_t at = 0; at < size; ++at)
            split[at] = Path.text[at] == '.' ? '\0' : Path.text[at];
        return split;
    }();
    static constexpr std::array<const char *, namesIn(Path)> keys = [] {
        std::array<const char *, namesIn(Path)> found{};
        std::size_t next = 0;
        for (std::size_t at = 0; at < size; ++at) {
            if (at == 0 || Path.text[at - 1] == '.')
                found[next++] = names.data() + at;
        }
        return found;
    }();
    /// The path, and before it the id of each object of which only the next one is named: the API would bring
    /// every local property of it (softlayer-api §2.2). "a.b.c" is "a.id,a.b.c". All types that paths of
    /// softlayer-kinds lead through have one.
    static constexpr std::array<char, maskSizeOf(Path)> mask = [] {
        std::array<char, maskSizeOf(Path)> text{};
        std::size_t end = 0;
        for (std::size_t at = 0; at < size; ++at) {
            if (!endsBareName(Path, at))
                continue;
            for (std::size_t copied = 0; copied < at; ++copied)
                text[end++] = Path.text[copied];
            for (const char c : {'.', 'i', 'd', ','})
                text[end++] = c;
        }
        for (std::size_t at = 0; at < size; ++at)
            text[end++] = Path.text[at];
        return text;
    }();
};

template<PathText Path, ReadAs As>
[[nodiscard]] CellValue decodeAt(const JsonReader &row)
{
    return readAt(row, PathParts<Path>::keys, As);
}

/// Where kinds have a column: from<"location.name", ReadAs::Text>(kinds).
template<PathText Path, ReadAs As>
[[nodiscard]] constexpr CellSource from(KindSet kinds)
{
    return {kinds, PathParts<Path>::mask.data(), decodeAt<Path, As>};
}

/// The columns that kinds share. What a kind has otherwise, it writes by itself.
namespace kit {

/// The same column, in files that name none and in first views.
[[nodiscard]] constexpr ColumnSpec asDefault(ColumnSpec column)
{
    column.isDefault = true;
    return column;
}

/// The same column, asked for only where it is shown or named.
[[nodiscard]] constexpr ColumnSpec asSlow(ColumnSpec column)
{
    column.isSlow = true;
    return column;
}

[[nodiscard]] constexpr ColumnSpec id(KindSet kinds, int group)
{
    return {.key = "id",
            .title = QT_TRANSLATE_NOOP("Columns", "ID"),
            .description = QT_TRANSLATE_NOOP("Columns", "Its number in the API."),
            .type = ColumnType::Integer,
            .group = group,
            .identifies = true,
            .sources = {{from<"id", ReadAs::Integer>(kinds)}}};
}

template<PathText Path = "createDate">
[[nodiscard]] constexpr ColumnSpec created(KindSet kinds, int group)
{
    return {.key = "created",
            .title = QT_TRANSLATE_NOOP("Columns", "Created"),
            .description = QT_TRANSLATE_NOOP("Columns", "When it was created."),
            .type = ColumnType::Timestamp,
            .group = group,
            .sources = {{from<Path, ReadAs::Date>(kinds)}}};
}

[[nodiscard]] constexpr ColumnSpec modified(KindSet kinds, int group)
{
    return {.key = "modified",
            .title = QT_TRANSLATE_NOOP("Columns", "Modified"),
            .description = QT_TRANSLATE_NOOP("Columns", "When it was last changed."),
            .type = ColumnType::Timestamp,
            .group = group,
            .sources = {{from<"modifyDate", ReadAs::Date>(kinds)}}};
}

template<PathText Path = "datacenter.name">
[[nodiscard]] constexpr ColumnSpec datacenter(KindSet kinds, int group)
{
    return {.key = "datacenter",
            .title = QT_TRANSLATE_NOOP("Columns", "Datacenter"),
            .description = QT_TRANSLATE_NOOP("Columns", "The datacenter that it is in."),
            .type = ColumnType::Text,
            .group = group,
            .isDefault = true,
            .repeats = true,
            .sources = {{from<Path, ReadAs::Text>(kinds)}}};
}

[[nodiscard]] constexpr ColumnSpec tags(KindSet kinds, int group)
{
    return {.key = "tags",
            .title = QT_TRANSLATE_NOOP("Columns", "Tags"),
            .description = QT_TRANSLATE_NOOP("Columns", "All tags, in the order of the API."),
            .type = ColumnType::Text,
            .group = group,
            .repeats = true,
            .isList = true,
            .sources = {{{kinds, tagsMask, tagNames}}}};
}

/// No billing item: it costs nothing, or is a part of something else; not 0.
[[nodiscard]] constexpr ColumnSpec fee(KindSet kinds, int group)
{
    return {.key = "fee_month_usd",
            .title = QT_TRANSLATE_NOOP("Columns", "$/month"),
            .description =
                QT_TRANSLATE_NOOP("Columns", "What the next invoice charges for it and its parts, in US "
                                             "dollars; empty if it is free or a part of something else."),
            .unit = "USD/month",
            .type = ColumnType::Decimal,
            .group = group,
            .topic = ColumnTopic::Cost,
            .isSummable = true,
            .shownDecimals = 2,
            .sources = {{{kinds, feeMask, monthlyFee}}}};
}

/// Four relations deep.
template<PathText Path = "billingItem.orderItem.order.userRecord.username">
[[nodiscard]] constexpr ColumnSpec owner(KindSet kinds, int group)
{
    return {.key = "owner",
            .title = QT_TRANSLATE_NOOP("Columns", "Owner"),
            .description = QT_TRANSLATE_NOOP("Columns", "The user who ordered it."),
            .type = ColumnType::Text,
            .group = group,
            .repeats = true,
            .isSlow = true,
            .sources = {{from<Path, ReadAs::Text>(kinds)}}};
}

template<PathText Path = "notes">
[[nodiscard]] constexpr ColumnSpec notes(KindSet kinds, int group)
{
    return {.key = "notes",
            .title = QT_TRANSLATE_NOOP("Columns", "Notes"),
            .description = QT_TRANSLATE_NOOP("Columns", "What people noted about it."),
            .type = ColumnType::Text,
            .group = group,
            .sources = {{from<Path, ReadAs::Text>(kinds)}}};
}

template<PathText Path = "note">
[[nodiscard]] constexpr ColumnSpec note(KindSet kinds, int group)
{
    return {.key = "note",
            .title = QT_TRANSLATE_NOOP("Columns", "Note"),
            .description = QT_TRANSLATE_NOOP("Columns", "What people noted about it."),
            .type = ColumnType::Text,
            .group = group,
            .sources = {{from<Path, ReadAs::Text>(kinds)}}};
}

template<PathText Path = "billingItem.id">
[[nodiscard]] constexpr ColumnSpec billingItemId(KindSet kinds, int group)
{
    return {.key = "billing_item_id",
            .title = QT_TRANSLATE_NOOP("Columns", "Billing item ID"),
            .description =
                QT_TRANSLATE_NOOP("Columns", "The number of the billing item that it is charged by."),
            .type = ColumnType::Integer,
            .group = group,
            .topic = ColumnTopic::Cost,
            .sources = {{from<Path, ReadAs::Integer>(kinds)}}};
}

/// Each catalogue has it, and it is the last column.
[[nodiscard]] constexpr ColumnSpec rowState(int group)
{
    return {.key = "row_state",
            .title = QT_TRANSLATE_NOOP("Columns", "Completeness"),
            .description =
                QT_TRANSLATE_NOOP("Columns", "Whether everything asked for of it came, and if not, why."),
            .type = ColumnType::Text,
            .group = group,
            .repeats = true,
            .holdsWords = true};
}

/// Of rows below those of another table: what is known by whoever asked the parent, and in no answer
/// (Nesting::parentIdColumn, Nesting::parentNameColumn). The texts are the kind's own; `origin` is what
/// `layerscope columns` prints: "(zone) id". `mask`: some path that every row has.
struct OfParent
{
    const char *key = "";
    const char *title = "";
    const char *description = "";
    const char *origin = "";
    const char *mask = "id";
};

[[nodiscard]] constexpr ColumnSpec parentId(KindSet kinds, int group, const OfParent &parent)
{
    return {.key = parent.key,
            .title = parent.title,
            .description = parent.description,
            .type = ColumnType::Integer,
            .group = group,
            .identifies = true,
            .origin = parent.origin,
            .sources = {{{kinds, parent.mask}}}};
}

/// `link`: to the parent, by the column above.
[[nodiscard]] constexpr ColumnSpec parentName(KindSet kinds, int group, const OfParent &parent,
                                              ColumnSpec::Link link)
{
    return {.key = parent.key,
            .title = parent.title,
            .description = parent.description,
            .type = ColumnType::Text,
            .group = group,
            .isDefault = true,
            .repeats = true,
            .link = link,
            .origin = parent.origin,
            .sources = {{{kinds, parent.mask}}}};
}

} // namespace kit

} // namespace layerscope
