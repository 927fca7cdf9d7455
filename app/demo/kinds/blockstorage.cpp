// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simplelist.h"

#include "demo/storagevolume.h"

namespace layerscope::demo {

namespace {

JsonArray rows(const AccountShape &shape)
{
    constexpr auto family = StorageVolume::Family::Block;
    JsonArray all;
    for (int index = 0; index < StorageVolume::countOf(shape, family); ++index)
        all.append(StorageVolume(shape, family, index).row());
    return all;
}

} // namespace

extern const SimpleList blockstorageList;
const SimpleList blockstorageList{.relation = "iscsiNetworkStorage", .rows = rows};

} // namespace layerscope::demo
