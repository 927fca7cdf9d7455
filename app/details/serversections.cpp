// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/serversections.h"

#include <QCoreApplication>

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct ServerSectionsText
{
    Q_DECLARE_TR_FUNCTIONS(ServerSections)
};

} // namespace

QList<ServerSection> sectionsOf(RowKind kind, DetailsTab tab)
{
    const bool isBareMetal = kind == RowKind::BareMetal;
    using enum ServerSection;
    switch (tab) {
    case DetailsTab::Overview:
        return {Machine, Status, Addresses, System, Costs, Traffic, Tags, Record};
    case DetailsTab::Network:
        return {Interfaces, Vlans};
    case DetailsTab::Hardware:
        return {isBareMetal ? Components : GuestSetup, Disks, OperatingSystem, Software};
    case DetailsTab::Billing:
        return {BillingItem, BillingParts, Order};
    case DetailsTab::Bandwidth:
        return {CycleUsage, Allotment};
    }
    return {};
}

QList<ServerPart> partsOf(RowKind kind, ServerSection section)
{
    const bool isBareMetal = kind == RowKind::BareMetal;
    const ServerPart disks = isBareMetal ? ServerPart::HardDrives : ServerPart::BlockDevices;
    switch (section) {
    case ServerSection::Machine:
        if (isBareMetal)
            return {ServerPart::Object, ServerPart::ActiveComponents, disks, ServerPart::StateAndPlace};
        return {ServerPart::Object, disks};
    case ServerSection::Status:
        if (isBareMetal)
            return {ServerPart::StateAndPlace, ServerPart::ActiveTransaction, ServerPart::LastTransaction};
        return {ServerPart::StateAndPlace, ServerPart::PowerState, ServerPart::ActiveTransaction,
                ServerPart::LastTransaction};
    case ServerSection::Addresses:
        return {ServerPart::Object, ServerPart::NetworkVlans, ServerPart::NetworkComponents};
    case ServerSection::System:
    case ServerSection::OperatingSystem:
        return {ServerPart::OperatingSystem};
    case ServerSection::Costs:
        return {ServerPart::BillingItem, ServerPart::Order, ServerPart::Object};
    case ServerSection::BillingItem:
    case ServerSection::BillingParts:
        return {ServerPart::BillingItem};
    case ServerSection::Order:
        return {ServerPart::Order, ServerPart::BillingItem};
    case ServerSection::Traffic:
    case ServerSection::CycleUsage:
        return {ServerPart::CycleUsage, ServerPart::AllotmentDetail, ServerPart::Projection};
    case ServerSection::Allotment:
        return {ServerPart::AllotmentDetail};
    case ServerSection::Tags:
        return {ServerPart::TagReferences};
    case ServerSection::Record:
        return {ServerPart::Object, ServerPart::StateAndPlace};
    case ServerSection::GuestSetup:
        return {ServerPart::Object, disks, ServerPart::StateAndPlace};
    case ServerSection::Interfaces:
        if (isBareMetal)
            return {ServerPart::NetworkComponents, ServerPart::NetworkVlans, ServerPart::NetworkTrunks};
        return {ServerPart::NetworkComponents, ServerPart::NetworkVlans};
    case ServerSection::Vlans:
        if (isBareMetal)
            return {ServerPart::NetworkVlans, ServerPart::NetworkTrunks};
        return {ServerPart::NetworkVlans};
    case ServerSection::Components:
        return {ServerPart::ActiveComponents, ServerPart::StateAndPlace};
    case ServerSection::Disks:
        return {disks};
    case ServerSection::Software:
        return {ServerPart::SoftwareComponents};
    }
    return {};
}

QString titleOf(ServerSection section)
{
    switch (section) {
    case ServerSection::Machine:
        return ServerSectionsText::tr("Machine");
    case ServerSection::Status:
        return ServerSectionsText::tr("Status");
    case ServerSection::Addresses:
        return ServerSectionsText::tr("Network");
    case ServerSection::System:
    case ServerSection::OperatingSystem:
        return ServerSectionsText::tr("Operating system");
    case ServerSection::Costs:
    case ServerSection::BillingItem:
        return ServerSectionsText::tr("Billing");
    case ServerSection::Traffic:
        return ServerSectionsText::tr("Bandwidth this cycle");
    case ServerSection::Tags:
        return ServerSectionsText::tr("Tags");
    case ServerSection::Record:
        return ServerSectionsText::tr("Notes and dates");
    case ServerSection::Interfaces:
        return ServerSectionsText::tr("Interfaces");
    case ServerSection::Vlans:
        return ServerSectionsText::tr("VLANs");
    case ServerSection::Components:
        return ServerSectionsText::tr("Components");
    case ServerSection::GuestSetup:
        return ServerSectionsText::tr("Machine");
    case ServerSection::Disks:
        return ServerSectionsText::tr("Disks");
    case ServerSection::Software:
        return ServerSectionsText::tr("Software");
    case ServerSection::BillingParts:
        return ServerSectionsText::tr("On the next invoice");
    case ServerSection::Order:
        return ServerSectionsText::tr("Order");
    case ServerSection::Allotment:
        return ServerSectionsText::tr("Allocation");
    case ServerSection::CycleUsage:
        return ServerSectionsText::tr("This billing cycle");
    }
    return {};
}

} // namespace layerscope
