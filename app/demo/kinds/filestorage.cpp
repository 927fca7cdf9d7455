// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simplelist.h"

#include "demo/storagevolume.h"

namespace layerscope::demo {

namespace {

JsonArray rows(const AccountShape &shape)
{
    constexpr auto family = StorageVolume::Family::File;
    JsonArray all;
    for (int index = 0; index < StorageVolume::countOf(shape, family); ++index)
        all.append(StorageVolume(shape, family, index).row());
    return all;
}

} // namespace

extern const SimpleList filestorageList;
const SimpleList filestorageList{.relation = "nasNetworkStorage", .rows = rows};

} // namespace layerscope::demo
