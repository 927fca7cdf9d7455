// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/listsource.h"

#include "inventory/kinds.h"

namespace layerscope {

ListSource ListSource::ofAccount(RowKind kind)
{
    const KindSpec &spec = kindSpec(kind);
    ListSource source{"SoftLayer_Account", {}, spec.list.method, spec.list.filterRoot, std::nullopt};
    if (spec.only)
        source.only = Condition{source.filterRoot + '.' + spec.only->path, spec.only->number};
    return source;
}

ListSource ListSource::below(RowKey parent, const ListBelow &list)
{
    return {kindSpec(parent.kind).service, QString::number(parent.id), list.names().method,
            list.names().filterRoot, std::nullopt};
}

ApiRequest ListSource::page(const ObjectMask &mask, ResultLimit limit) const
{
    ApiRequest request;
    request.service = service;
    request.objectId = objectId;
    request.method = method;
    request.mask = mask;
    request.filter.orderBy(QByteArray(filterRoot + ".id"));
    if (only)
        request.filter.equals(only->path, only->number);
    request.limit = limit;
    return request;
}

} // namespace layerscope
