// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/columnkit.h"

#include <QStringList>

#include <utility>

namespace layerscope {

namespace {

using PathOfNames = std::span<const char *const>;

/// Calls `visit(leaf)` for what stands at the end of the path; of a list there for each of its elements.
template<class Visit>
void visitLeaves(const JsonReader &at, PathOfNames path, const Visit &visit)
{
    if (at.raw().isArray() || (path.empty() && at.raw().isObject())) {
        at.forEach([&](const JsonReader &element) {
            if (path.empty())
                visit(element);
            else
                visitLeaves(element, path, visit);
        });
    } else if (path.empty()) {
        visit(at);
    } else {
        visitLeaves(at[path.front()], path.subspan(1), visit);
    }
}

/// What the first leaf has that has something.
template<class Read>
CellValue firstOf(const JsonReader &row, PathOfNames path, const Read &read)
{
    CellValue first;
    visitLeaves(row, path, [&](const JsonReader &leaf) {
        if (std::holds_alternative<std::monostate>(first))
            first = cell(read(leaf));
    });
    return first;
}

/// What all leaves have, those without anything left out.
template<class Read>
CellValue allOf(const JsonReader &row, PathOfNames path, const Read &read)
{
    QStringList texts;
    visitLeaves(row, path, [&](const JsonReader &leaf) {
        if (std::optional<QString> text = read(leaf))
            texts.append(*std::move(text));
    });
    return joined(texts);
}

std::optional<QString> flagText(const JsonReader &leaf)
{
    const std::optional<bool> flag = leaf.flag();
    if (!flag)
        return std::nullopt;
    return *flag ? QStringLiteral("true") : QStringLiteral("false");
}

/// Sizes come as texts and as floating point numbers (softlayer-kinds §0.8), and bytes have no parts.
std::optional<qint64> bytes(const JsonReader &leaf)
{
    const std::optional<Decimal> size = leaf.decimal();
    return size ? std::optional(size->rounded(0).mantissa()) : std::nullopt;
}

} // namespace

CellValue readAt(const JsonReader &row, std::span<const char *const> path, ReadAs as)
{
    switch (as) {
    case ReadAs::Text:
        return firstOf(row, path, [](const JsonReader &leaf) { return leaf.rawText(); });
    case ReadAs::Word:
        return firstOf(row, path, [](const JsonReader &leaf) { return leaf.text(); });
    case ReadAs::Integer:
        return firstOf(row, path, [](const JsonReader &leaf) { return leaf.integer(); });
    case ReadAs::Amount:
        return firstOf(row, path, amountOf);
    case ReadAs::Decimal:
        return firstOf(row, path, [](const JsonReader &leaf) { return leaf.decimal(); });
    case ReadAs::Flag:
        return firstOf(row, path, [](const JsonReader &leaf) { return leaf.flag(); });
    case ReadAs::Date:
        return firstOf(row, path, [](const JsonReader &leaf) { return leaf.timestamp(); });
    case ReadAs::List:
        return allOf(row, path, [](const JsonReader &leaf) { return leaf.rawText(); });
    case ReadAs::Flags:
        return allOf(row, path, flagText);
    case ReadAs::Size:
        return firstOf(row, path, bytes);
    }
    return {};
}

} // namespace layerscope
