// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/answers.h"

#include "demo/devicerows.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<CompiledMask, WireError> compiled(const QString &mask, const TypeInfo *declared,
                                         const TypeInfo *actual)
{
    const auto tree = parseMask(mask);
    if (!tree)
        return Unexpected(tree.error());
    return CompiledMask::compile(*tree, declared, actual);
}

bool isFiltered(const QString &mask)
{
    const auto tree = parseMask(mask);
    return tree && tree->isFiltered;
}

} // namespace

WireError publicError(const QString &text)
{
    return {500, u"SoftLayer_Exception_Public"_s, text};
}

WireError unknownMethod(const WireCall &call)
{
    return publicError(u"Function (\"%1\") is not a valid method for this service."_s.arg(call.method));
}

WireError notFound(const QString &id)
{
    return {404, u"SoftLayer_Exception_ObjectNotFound"_s,
            u"Unable to find object with id of '%1'."_s.arg(id)};
}

const TypeInfo *actualType(DeviceKind kind)
{
    return findType(kind == DeviceKind::Hardware ? u"SoftLayer_Hardware_Server"_s
                                                 : u"SoftLayer_Virtual_Guest"_s);
}

QString relationOf(const QString &method)
{
    if (!method.startsWith("get"_L1) || method.size() == 3)
        return {};
    return method.at(3).toLower() + method.sliced(4);
}

Answer objectAnswer(const CompiledMask::Values &values, const WireCall &call, const TypeInfo *declared,
                    const TypeInfo *actual)
{
    const auto mask = compiled(call.mask, declared, actual);
    if (!mask)
        return Unexpected(mask.error());
    return Payload{mask->apply(values), std::nullopt, 1, mask->relationCount()};
}

Answer listAnswer(const RowSource &source, const WireCall &call, const QString &root,
                  const TypeInfo *declared, const TypeInfo *actual, const CallCircumstances &circumstances,
                  RowMemo *memo)
{
    const auto mask = compiled(call.mask, declared, actual);
    if (!mask)
        return Unexpected(mask.error());
    const auto filter = WireFilter::parse(circumstances.ignoresFilter ? QString() : call.filter, root, actual,
                                          circumstances.unknownPaths);
    if (!filter)
        return Unexpected(filter.error());
    auto limit = ResultLimit::parse(call.limit);
    if (!limit)
        return Unexpected(limit.error());
    if (circumstances.ignoresOffsetOfOne && limit->count == 1)
        limit->offset = 0;

    const RowSelection selection = selectRows(source, *filter, *limit, circumstances.number);
    const bool prunes = isFiltered(call.mask);
    const QString nameInMemo = call.fullName() + call.mask;
    JsonArray rows;
    for (const int row : selection.rows) {
        const auto make = [&] {
            return mask->apply([&](const QString &property, const QStringList &parts) {
                if (prunes) // may look at parts that the mask does not bring
                    return filter->pruned(property, source.value(row, property));
                return source.parts(row, property, parts);
            });
        };
        if (memo && !prunes)
            rows.append(memo->row(nameInMemo, source.value(row, u"id"_s).toInteger(), make));
        else
            rows.append(make());
    }
    return Payload{rows, selection.total, static_cast<int>(rows.size()), mask->relationCount()};
}

Answer relationAnswer(const JsonValue &value, const PropertyInfo &info, const QString &name,
                      const WireCall &call, const CallCircumstances &circumstances)
{
    if (info.kind == PropertyInfo::Kind::ToMany &&
        !info.target) // of a type that the metadata's copy leaves out
        return Payload{value.toArray(), static_cast<int>(value.toArray().size()), 0, 0};
    if (info.kind == PropertyInfo::Kind::ToMany)
        return listAnswer(ArrayRows(value.toArray()), call, name, info.target, info.target, circumstances);
    if (value.isUndefined() || value.isNull())
        return Payload{JsonValue(), std::nullopt, 0, 0};
    if (!info.target)
        return Payload{value, std::nullopt, 1, 0};
    const JsonObject object = value.toObject();
    return objectAnswer([&](const QString &part, const QStringList &) { return object.value(part); }, call,
                        info.target, info.target);
}

} // namespace layerscope::demo
