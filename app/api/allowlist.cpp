// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/allowlist.h"

#include "api/apirequest.h"

#include <algorithm>
#include <array>

namespace layerscope {

namespace {

constexpr auto allowList = std::to_array<AllowedMethod>({
#include "api/allowedmethods.inc"
});

/// "getObject", but neither "get" alone nor "getaway".
consteval bool readsOnly(const AllowedMethod &entry)
{
    return entry.service.starts_with("SoftLayer_") && entry.method.size() > 3 &&
           entry.method.starts_with("get") && entry.method[3] >= 'A' && entry.method[3] <= 'Z';
}

consteval bool allReadOnly()
{
    for (const AllowedMethod &entry : allowList) {
        if (!readsOnly(entry))
            return false;
    }
    return true;
}

static_assert(allReadOnly(), "Layerscope only reads: every allowed method is get…");

bool isOnTheList(const ApiRequest &request)
{
    return std::any_of(allowList.begin(), allowList.end(), [&](const AllowedMethod &entry) {
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

/// Parts of names that only secrets have (softlayer-api §6.2, §6.9, §9.16, softlayer-kinds §5), in lower
/// case.
constexpr std::array<QByteArrayView, 20> secretNames{"password",
                                                     "remotemanagementaccount",
                                                     "authenticationkey",
                                                     "authenticationtoken",
                                                     "userdata",
                                                     "manufacturerlicenseinstance",
                                                     "manufactureractivationcode",
                                                     "credential",
                                                     "webccaccount",
                                                     "volumehistory",
                                                     "evaultmasteruser",
                                                     "apiusername",
                                                     "sshusername",
                                                     "licensekey",
                                                     "presharedkey",
                                                     "privatekey",
                                                     "quotekey",
                                                     "externalbinding",
                                                     "securityanswer",
                                                     "verificationcode"};
/// How many of them there are is none (softlayer-kinds §5).
constexpr std::array<QByteArrayView, 3> countsOfSecrets{"softwarepasswordcount", "apiauthenticationkeycount",
                                                        "externalbindingcount"};

bool namesSecrets(QByteArray lowerMask)
{
    for (const QByteArrayView count : countsOfSecrets)
        lowerMask.replace(count, "count");
    return std::any_of(secretNames.begin(), secretNames.end(),
                       [&lowerMask](QByteArrayView name) { return lowerMask.contains(name); });
}

/// The name before the bracket that is open at the end of this part of a mask; empty if none is.
QByteArrayView nameAroundEnd(QByteArrayView mask)
{
    int depth = 0;
    for (qsizetype at = mask.size() - 1; at >= 0; --at) {
        if (mask[at] == ']')
            ++depth;
        else if (mask[at] == '[' && depth-- == 0) {
            qsizetype first = at;
            while (first > 0 && mask[first - 1] != '[' && mask[first - 1] != ',')
                --first;
            return mask.sliced(first, at - first);
        }
    }
    return {};
}

/// Installed software with nothing named of it, or relations alone: the API then adds every local property
/// (softlayer-api §2.2), its licence keys among them. So "id" must be named, which leaves out the others.
bool asksForWholeSoftware(const ApiRequest &request, const QByteArray &lowerMask)
{
    const bool isSoftware =
        request.method == "getOperatingSystem" || request.method == "getSoftwareComponents";
    if (isSoftware && !lowerMask.startsWith("mask[id,") && lowerMask != "mask[id]")
        return true;
    for (const QByteArrayView relation : {"operatingsystem", "softwarecomponents"}) {
        for (qsizetype at = lowerMask.indexOf(relation); at >= 0; at = lowerMask.indexOf(relation, at + 1)) {
            const QByteArrayView before = QByteArrayView(lowerMask).first(at);
            const QByteArrayView rest = QByteArrayView(lowerMask).sliced(at + relation.size());
            const bool isWholeName = (before.endsWith('[') || before.endsWith(',')) &&
                                     (rest.startsWith('[') || rest.startsWith(',') || rest.startsWith(']'));
            // Of a description it is a 0 or a 1 that says whether this is one (softlayer-api §6.9).
            const bool isFlag = nameAroundEnd(before) == "softwaredescription";
            if (isWholeName && !isFlag && !rest.startsWith("[id,") && !rest.startsWith("[id]"))
                return true;
        }
    }
    return false;
}

} // namespace

std::span<const AllowedMethod> allowedMethods()
{
    return allowList;
}

std::optional<QString> refusalOf(const ApiRequest &request)
{
    if (!isOnTheList(request))
        return QStringLiteral("%1 is not on the list of allowed methods").arg(request.label());
    if (!isId(request.objectId))
        return QStringLiteral("not an object id in a call of %1").arg(QString::fromLatin1(request.service));
    const QByteArray mask = request.mask.toText().toLower();
    if (namesSecrets(mask))
        return QStringLiteral("the mask of %1 names secrets").arg(request.label());
    if (asksForWholeSoftware(request, mask))
        return QStringLiteral("the mask of %1 leaves licence keys in").arg(request.label());
    return std::nullopt;
}

} // namespace layerscope
