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

ListSource ListSource::ofPool(qint64 poolId, RowKind kind)
{
    const ListRelation &list = kindSpec(kind).list;
    return {kindSpec(RowKind::Pool).service, QString::number(poolId), list.method, list.filterRoot,
            std::nullopt};
}

ListSource ListSource::ofPrivateOnly(qint64 poolId)
{
    ListSource source = ofPool(poolId, RowKind::BareMetal);
    source.method = "getPrivateNetworkOnlyHardware";
    source.filterRoot = "privateNetworkOnlyHardware";
    return source;
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
