// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/networkservice.h"

#include "demo/devicerows.h"
#include "demo/networkrows.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

const TypeInfo *vlanType()
{
    return findType(u"SoftLayer_Network_Vlan"_s);
}

const TypeInfo *subnetType()
{
    return findType(u"SoftLayer_Network_Subnet"_s);
}

/// The kind of servers that a relation is about.
std::optional<DeviceKind> kindNamed(const QString &relation)
{
    if (relation == "hardware"_L1)
        return DeviceKind::Hardware;
    if (relation == "virtualGuests"_L1)
        return DeviceKind::Guest;
    return std::nullopt;
}

bool isKnown(const TypeInfo *type, const WireCall &call)
{
    const PropertyInfo *property = type->property(relationOf(call.method));
    return call.method == "getObject"_L1 || (property && property->isRelation());
}

} // namespace

Answer listNetwork(const NetworkView &view, const WireCall &call, const CallCircumstances &circumstances)
{
    const QString root = relationOf(call.method);
    if (root == "networkVlans"_L1)
        return listAnswer(VlanRows(view), call, root, vlanType(), vlanType(), circumstances);
    return listAnswer(SubnetRows(view, view.subnets()), call, root, subnetType(), subnetType(),
                      circumstances);
}

Answer callVlan(const NetworkView &view, const WireCall &call, const CallCircumstances &circumstances)
{
    if (!isKnown(vlanType(), call))
        return Unexpected(unknownMethod(call));
    const auto row = view.rowOfVlan(call.id.toLongLong());
    if (!row)
        return Unexpected(notFound(call.id));
    if (call.method == "getObject"_L1) {
        const auto values = [&](const QString &name, const QStringList &parts) {
            return vlanProperty(view, *row, name, parts);
        };
        return objectAnswer(values, call, vlanType(), vlanType());
    }
    const QString name = relationOf(call.method);
    const PropertyInfo &property = *vlanType()->property(name);
    if (const auto kind = kindNamed(name)) {
        return listAnswer(ChosenDeviceRows(view.shape(), *kind, view.devicesOnVlan(*row, *kind)), call, name,
                          property.target, actualType(*kind), circumstances);
    }
    if (name == "subnets"_L1)
        return listAnswer(SubnetRows(view, view.subnetsOnVlan(*row)), call, name, subnetType(), subnetType(),
                          circumstances);
    return relationAnswer(vlanProperty(view, *row, name), property, name, call, circumstances);
}

Answer callSubnet(const NetworkView &view, const WireCall &call, const CallCircumstances &circumstances)
{
    if (!isKnown(subnetType(), call))
        return Unexpected(unknownMethod(call));
    const auto row = view.rowOfSubnet(call.id.toLongLong());
    if (!row)
        return Unexpected(notFound(call.id));
    if (call.method == "getObject"_L1) {
        const auto values = [&](const QString &name, const QStringList &parts) {
            return subnetProperty(view, *row, name, parts);
        };
        return objectAnswer(values, call, subnetType(), subnetType());
    }
    const QString name = relationOf(call.method);
    const PropertyInfo &property = *subnetType()->property(name);
    if (const auto kind = kindNamed(name)) {
        return listAnswer(ChosenDeviceRows(view.shape(), *kind, view.devicesInSubnet(*row, *kind)), call,
                          name, property.target, actualType(*kind), circumstances);
    }
    return relationAnswer(subnetProperty(view, *row, name), property, name, call, circumstances);
}

} // namespace layerscope::demo
