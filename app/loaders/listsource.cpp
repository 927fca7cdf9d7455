// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/listsource.h"

#include "inventory/columncatalogue.h"

namespace layerscope {

ListSource ListSource::ofAccount(RowKind kind)
{
    const KindNames &names = namesOf(kind);
    ListSource source{"SoftLayer_Account", {}, names.listMethod, names.filterRoot, std::nullopt};
    if (kind == RowKind::Pool)
        source.only = Condition{QByteArray(source.filterRoot + ".bandwidthAllotmentTypeId"), poolType};
    return source;
}

ListSource ListSource::ofPool(qint64 poolId, RowKind kind)
{
    const KindNames &names = namesOf(kind);
    return {namesOf(RowKind::Pool).service, QString::number(poolId), names.listMethod, names.filterRoot,
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
