// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simulatedservices.h"

#include "demo/deviceproperties.h"
#include "demo/devicerows.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

using Answer = Result<Payload, WireError>;

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

/// "getNetworkVlans" -> "networkVlans", or empty.
QString relationOf(const QString &method)
{
    if (!method.startsWith("get"_L1) || method.size() == 3)
        return {};
    return method.at(3).toLower() + method.sliced(4);
}

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

Answer single(const QJsonObject &object, const TypeInfo *type, const QString &mask)
{
    const auto selection = compiled(mask, type, type);
    if (!selection)
        return Unexpected(selection.error());
    return Payload{selection->apply(object), std::nullopt, 1, selection->relationCount()};
}

Answer list(const RowSource &source, const WireCall &call, const QString &root, const TypeInfo *declared,
            const TypeInfo *actual, const CallCircumstances &circumstances)
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
    QJsonArray rows;
    for (const int row : selection.rows) {
        rows.append(mask->apply([&](const QString &property, const QStringList &parts) {
            if (prunes) // may look at parts that the mask does not bring
                return filter->pruned(property, source.value(row, property));
            return source.parts(row, property, parts);
        }));
    }
    return Payload{rows, selection.total, static_cast<int>(rows.size()), mask->relationCount()};
}

/// A relation by its getX.
Answer relation(const QJsonValue &value, const PropertyInfo &info, const QString &name, const WireCall &call,
                const CallCircumstances &circumstances)
{
    if (info.kind == PropertyInfo::Kind::ToMany)
        return list(ArrayRows(value.toArray()), call, name, info.target, info.target, circumstances);
    if (value.isUndefined() || value.isNull())
        return Payload{QJsonValue(), std::nullopt, 0, 0};
    if (!info.target)
        return Payload{value, std::nullopt, 1, 0};
    const QJsonObject object = value.toObject();
    return single(object, info.target, call.mask);
}

} // namespace

SimulatedServices::SimulatedServices(const SimulatedAccount &account)
    : m_account(account)
{}

Answer SimulatedServices::call(const WireCall &call, const CallCircumstances &circumstances) const
{
    if (call.service == "SoftLayer_Account"_L1)
        return callAccount(call, circumstances);
    if (call.service == "SoftLayer_Hardware"_L1 || call.service == "SoftLayer_Hardware_Server"_L1)
        return callDevice(DeviceKind::Hardware, call, findType(call.service), circumstances);
    if (call.service == "SoftLayer_Virtual_Guest"_L1)
        return callDevice(DeviceKind::Guest, call, findType(call.service), circumstances);
    return Unexpected(publicError(u"Service does not exist"_s));
}

Answer SimulatedServices::callAccount(const WireCall &call, const CallCircumstances &circumstances) const
{
    const QString ownId = QString::number(AccountShape::accountId());
    if (!call.id.isEmpty() && call.id != ownId)
        return Unexpected(notFound(call.id));
    if (call.method == "getHardware"_L1)
        return listDevices(DeviceKind::Hardware, call, circumstances);
    if (call.method == "getVirtualGuests"_L1)
        return listDevices(DeviceKind::Guest, call, circumstances);

    QJsonObject account = m_account.account();
    for (const auto &[kind, name] : {std::pair{DeviceKind::Hardware, u"hardwareCount"_s},
                                     std::pair{DeviceKind::Guest, u"virtualGuestCount"_s}}) {
        account.insert(name, DeviceRows(m_account.shape(), kind, circumstances.vanished(kind)).count());
    }
    const TypeInfo *type = findType(u"SoftLayer_Account"_s);
    if (call.method == "getObject"_L1)
        return single(account, type, call.mask);
    if (call.method == "getCurrentUser"_L1) {
        const QJsonObject user = m_account.currentUser();
        return single(user, findType(u"SoftLayer_User_Customer"_s), call.mask);
    }
    const QString name = relationOf(call.method);
    const PropertyInfo *property = type->property(name);
    if (!property || !property->isRelation() || property->kind == PropertyInfo::Kind::ToMany)
        return Unexpected(unknownMethod(call));
    return relation(account.value(name), *property, name, call, circumstances);
}

Answer SimulatedServices::callDevice(DeviceKind kind, const WireCall &call, const TypeInfo *declared,
                                     const CallCircumstances &circumstances) const
{
    const QString name = relationOf(call.method);
    const PropertyInfo *property = declared->property(name);
    const bool isGetObject = call.method == "getObject"_L1;
    if (!isGetObject && (!property || !property->isRelation()))
        return Unexpected(unknownMethod(call));
    const auto index = m_account.shape().deviceIndex(kind, call.id.toLongLong());
    if (!index || circumstances.vanished(kind).contains(call.id.toLongLong()))
        return Unexpected(notFound(call.id));

    const Device device(m_account.shape(), kind, *index);
    if (!isGetObject)
        return relation(demo::property(device, name), *property, name, call, circumstances);
    const auto mask = compiled(call.mask, declared, actualType(kind));
    if (!mask)
        return Unexpected(mask.error());
    const QJsonObject object = mask->apply(
        [&](const QString &wanted, const QStringList &parts) { return demo::parts(device, wanted, parts); });
    return Payload{object, std::nullopt, 1, mask->relationCount()};
}

Answer SimulatedServices::listDevices(DeviceKind kind, const WireCall &call,
                                      const CallCircumstances &circumstances) const
{
    const bool isHardware = kind == DeviceKind::Hardware;
    const DeviceRows rows(m_account.shape(), kind, circumstances.vanished(kind));
    const TypeInfo *declared = findType(isHardware ? u"SoftLayer_Hardware"_s : u"SoftLayer_Virtual_Guest"_s);
    return list(rows, call, isHardware ? u"hardware"_s : u"virtualGuests"_s, declared, actualType(kind),
                circumstances);
}

} // namespace layerscope::demo
