// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simplelist.h"

#include "demo/device.h"
#include "demo/vocabulary.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

JsonArray rows(const AccountShape &)
{
    JsonArray all;
    for (const DedicatedHost &host : dedicatedHosts())
        all.append(JsonObject{{u"id"_s, host.id}, {u"name"_s, host.name}});
    return all;
}

} // namespace

extern const SimpleList dedicatedhostsList;
const SimpleList dedicatedhostsList{.relation = "dedicatedHosts", .rows = rows};

} // namespace layerscope::demo
