// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/serverfacts.h"

namespace layerscope {

namespace {

QString textAt(const PartValues &values, ServerPart part, const char *outer, const char *inner = nullptr)
{
    const std::optional<QJsonValue> &object = values.at(part).value;
    if (!object)
        return {};
    JsonIssues ignored;
    const JsonReader reader = JsonReader(*object, ignored)[outer];
    return (inner ? reader[inner] : reader).text().value_or(QString());
}

} // namespace

SectionFacts factsOf(ServerSection section, const PartValues &values)
{
    FactList list(values);
    switch (section) {
    case ServerSection::Machine:
        facts::machine(list);
        break;
    case ServerSection::Status:
        facts::status(list);
        break;
    case ServerSection::Addresses:
        facts::addresses(list);
        break;
    case ServerSection::System:
        facts::operatingSystem(list, true);
        break;
    case ServerSection::Costs:
        facts::costs(list);
        break;
    case ServerSection::Traffic:
        facts::traffic(list);
        break;
    case ServerSection::Tags:
        facts::tags(list);
        break;
    case ServerSection::Record:
        facts::record(list);
        break;
    case ServerSection::Interfaces:
        facts::interfaces(list);
        break;
    case ServerSection::Vlans:
        facts::vlans(list);
        break;
    case ServerSection::Components:
        facts::components(list);
        break;
    case ServerSection::GuestSetup:
        facts::guestSetup(list);
        break;
    case ServerSection::Disks:
        facts::disks(list);
        break;
    case ServerSection::OperatingSystem:
        facts::operatingSystem(list, false);
        break;
    case ServerSection::Software:
        facts::software(list);
        break;
    case ServerSection::BillingItem:
        facts::billingItem(list);
        break;
    case ServerSection::BillingParts:
        facts::billingParts(list);
        break;
    case ServerSection::Order:
        facts::order(list);
        break;
    case ServerSection::Allotment:
        facts::allotment(list);
        break;
    case ServerSection::CycleUsage:
        facts::cycleUsage(list);
        break;
    }
    return list.take();
}

QString nameOf(const PartValues &values)
{
    return textAt(values, ServerPart::Object, "fullyQualifiedDomainName");
}

QString stateOf(const PartValues &values)
{
    JsonIssues ignored; // the status section tells them
    const auto reader = [&](ServerPart part) {
        return JsonReader(values.at(part).value.value_or(QJsonValue(QJsonValue::Undefined)), ignored);
    };
    return facts::stateWord(values.kind(), reader(ServerPart::StateAndPlace), reader(ServerPart::PowerState));
}

QString transactionOf(const PartValues &values)
{
    const QString name = textAt(values, ServerPart::ActiveTransaction, "transactionStatus", "friendlyName");
    return name.isEmpty() ? textAt(values, ServerPart::ActiveTransaction, "transactionStatus", "name") : name;
}

QString datacenterOf(const PartValues &values)
{
    return textAt(values, ServerPart::StateAndPlace, "datacenter", "name");
}

} // namespace layerscope
