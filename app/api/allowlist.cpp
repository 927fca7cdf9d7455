// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/allowlist.h"

#include "api/apirequest.h"

#include <algorithm>
#include <array>

namespace layerscope {

namespace {

constexpr auto table = std::to_array<AllowedMethod>({
    {"SoftLayer_Account", "getBandwidthAllotments"},
    {"SoftLayer_Account", "getCurrentUser"},
    {"SoftLayer_Account", "getHardware"},
    {"SoftLayer_Account", "getObject"},
    {"SoftLayer_Account", "getVirtualGuests"},
    {"SoftLayer_Hardware_Server", "getMetricTrackingObjectId"},
    {"SoftLayer_Hardware_Server", "getObject"},
    {"SoftLayer_Metric_Tracking_Object", "getBandwidthData"},
    {"SoftLayer_Network_Bandwidth_Version1_Allotment", "getApplicationDeliveryControllers"},
    {"SoftLayer_Network_Bandwidth_Version1_Allotment", "getBareMetalInstances"},
    {"SoftLayer_Network_Bandwidth_Version1_Allotment", "getHardware"},
    {"SoftLayer_Network_Bandwidth_Version1_Allotment", "getMetricTrackingObjectId"},
    {"SoftLayer_Network_Bandwidth_Version1_Allotment", "getObject"},
    {"SoftLayer_Network_Bandwidth_Version1_Allotment", "getVirtualGuests"},
    {"SoftLayer_Virtual_Guest", "getMetricTrackingObjectId"},
    {"SoftLayer_Virtual_Guest", "getObject"},
});

/// "getObject", but neither "get" alone nor "getaway".
consteval bool readsOnly(const AllowedMethod &entry)
{
    return entry.service.starts_with("SoftLayer_") && entry.method.size() > 3 &&
           entry.method.starts_with("get") && entry.method[3] >= 'A' && entry.method[3] <= 'Z';
}

consteval bool allReadOnly()
{
    for (const AllowedMethod &entry : table) {
        if (!readsOnly(entry))
            return false;
    }
    return true;
}

static_assert(allReadOnly(), "Layerscope only reads: every allowed method is get…");

bool isOnTheList(const ApiRequest &request)
{
    return std::any_of(table.begin(), table.end(), [&](const AllowedMethod &entry) {
        return QByteArrayView(entry.service) == request.service &&
               QByteArrayView(entry.method) == request.method;
    });
}

/// Numbers and UUIDs (softlayer-api §1.2); anything else could lead to another path.
bool isId(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F') || c == u'-';
    });
}

} // namespace

std::span<const AllowedMethod> allowedMethods()
{
    return table;
}

std::optional<QString> refusalOf(const ApiRequest &request)
{
    if (!isOnTheList(request))
        return QStringLiteral("%1 is not on the list of allowed methods").arg(request.label());
    if (!isId(request.objectId))
        return QStringLiteral("not an object id in a call of %1").arg(QString::fromLatin1(request.service));
    const QByteArray mask = request.mask.toText().toLower();
    if (mask.contains("password") || mask.contains("remotemanagementaccount"))
        return QStringLiteral("the mask of %1 names passwords").arg(request.label());
    return std::nullopt;
}

} // namespace layerscope
