// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simplelist.h"

#include "demo/devicerows.h"

#include <algorithm>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

QString SimpleList::fullMethod() const
{
    const QString name = relationName();
    return u"SoftLayer_Account::get"_s + name.front().toUpper() + name.sliced(1);
}

const TypeInfo *SimpleList::type() const
{
    return findType(u"SoftLayer_Account"_s)->property(relationName())->target;
}

JsonArray SimpleList::existingRows(const AccountShape &shape, const CallCircumstances &circumstances) const
{
    const QList<qint64> vanished = circumstances.vanishedRows.value(relationName());
    const JsonArray all = rows(shape);
    if (vanished.isEmpty())
        return all;
    JsonArray existing;
    for (const JsonValue &row : all) {
        if (!vanished.contains(row["id"_L1].toInteger()))
            existing.append(row);
    }
    return existing;
}

const SimpleList *simpleListNamed(const QString &relation)
{
    const auto lists = simpleLists();
    const auto list = std::find_if(lists.begin(), lists.end(), [&relation](const SimpleList *known) {
        return relation == QLatin1StringView(known->relation);
    });
    return list != lists.end() ? *list : nullptr;
}

bool isInSimpleList(const TypeInfo *type)
{
    const auto lists = simpleLists();
    return std::any_of(lists.begin(), lists.end(),
                       [type](const SimpleList *list) { return list->type() == type; });
}

Answer listSimply(const SimpleList &list, const AccountShape &shape, const WireCall &call,
                  const CallCircumstances &circumstances)
{
    return listAnswer(ArrayRows(list.existingRows(shape, circumstances)), call, list.relationName(),
                      list.type(), list.type(), circumstances);
}

Answer callSimpleRow(const TypeInfo *service, const AccountShape &shape, const WireCall &call,
                     const CallCircumstances &circumstances)
{
    JsonObject row;
    for (const SimpleList *list : simpleLists()) { // several may have rows of one type
        if (list->type() != service)
            continue;
        const ArrayRows rows(list->existingRows(shape, circumstances));
        if (const auto position = rows.rowOfId(call.id.toLongLong()))
            row = rows.at(*position);
    }
    if (row.isEmpty())
        return Unexpected(notFound(call.id));
    if (call.method == "getObject"_L1) {
        return objectAnswer([&row](const QString &name, const QStringList &) { return row.value(name); },
                            call, service, service);
    }
    const QString name = relationOf(call.method);
    const PropertyInfo *property = service->property(name);
    if (!property || !property->isRelation() || !row.contains(name))
        return Unexpected(unknownMethod(call));
    return relationAnswer(row.value(name), *property, name, call, circumstances);
}

} // namespace layerscope::demo
