// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/serverfacts.h"

#include "inventory/serverstate.h"

#include <algorithm>

namespace layerscope::facts {

namespace {

struct OverviewFactsText
{
    Q_DECLARE_TR_FUNCTIONS(OverviewFacts)
};

constexpr ServerPart object = ServerPart::Object;
constexpr ServerPart place = ServerPart::StateAndPlace;

std::optional<QString> whole(const FactList &list, const std::optional<qint64> &number)
{
    return number ? std::optional(list.text().whole(*number)) : std::nullopt;
}

/// "Rescue kernel is booting", else its name, else its group's.
std::optional<QString> transactionName(const JsonReader &transaction)
{
    std::optional<QString> name = transaction["transactionStatus"]["friendlyName"].text();
    if (!name)
        name = transaction["transactionStatus"]["name"].text();
    return name;
}

} // namespace

QString stateWord(RowKind kind, const JsonReader &stateAndPlace, const JsonReader &power)
{
    const auto word = [](const JsonReader &text) { return text.text().value_or(QString()); };
    if (kind == RowKind::BareMetal)
        return serverState(kind, {.hardwareStatus = word(stateAndPlace["hardwareStatus"]["status"]),
                                  .deviceStatus = {},
                                  .power = {},
                                  .provisioning = {}});
    return serverState(kind, {.hardwareStatus = {},
                              .deviceStatus = word(stateAndPlace["deviceStatus"]["keyName"]),
                              .power = word(power["keyName"]),
                              .provisioning = word(stateAndPlace["status"]["keyName"])});
}

void machine(FactList &list)
{
    const JsonReader server = list.read(object);
    if (list.kind() == RowKind::BareMetal) {
        list.line({ServerPart::ActiveComponents}, OverviewFactsText::tr("CPU"), processorSummary(list));
        const std::optional<QString> physical = whole(list, server["processorPhysicalCoreAmount"].integer());
        const std::optional<QString> logical = whole(list, server["processorCoreAmount"].integer());
        std::optional<QString> cores = physical;
        if (physical && logical)
            //: Physical and logical cores of a machine
            cores = OverviewFactsText::tr("%1 (%2 logical)").arg(*physical, *logical);
        list.amountLine({object}, OverviewFactsText::tr("Cores"), cores);
        const std::optional<qint64> memory = server["memoryCapacity"].integer();
        list.amountLine({object}, OverviewFactsText::tr("Memory"),
                        memory ? std::optional(OverviewFactsText::tr("%1 GB").arg(list.text().whole(*memory)))
                               : std::nullopt);
        list.line({ServerPart::HardDrives}, OverviewFactsText::tr("Disks"), diskSummary(list));
        list.optionalLine(place, OverviewFactsText::tr("Chassis"),
                          list.read(place)["hardwareChassis"]["name"].text());
        list.line({object}, OverviewFactsText::tr("Serial"), server["serialNumber"].text());
        list.optionalLine(object, OverviewFactsText::tr("Manufacturer serial"),
                          server["manufacturerSerialNumber"].text());
        return;
    }
    list.amountLine({object}, OverviewFactsText::tr("Cores"), whole(list, server["maxCpu"].integer()));
    const std::optional<qint64> memory = server["maxMemory"].integer();
    list.amountLine({object}, OverviewFactsText::tr("Memory"),
                    memory ? std::optional(list.text().memory(*memory)) : std::nullopt);
    list.line({ServerPart::BlockDevices}, OverviewFactsText::tr("Disks"), diskSummary(list));
}

void status(FactList &list)
{
    const QString state = stateWord(list.kind(), list.read(place), list.read(ServerPart::PowerState));
    if (tellsWhetherItRuns(list.kind(), state) || state.isEmpty())
        list.line({place}, OverviewFactsText::tr("State"),
                  state.isEmpty() ? std::nullopt : std::optional(FactText::word(state)));
    else // its power will say it
        list.line({place, ServerPart::PowerState}, OverviewFactsText::tr("State"),
                  list.isPending(ServerPart::PowerState) ? std::nullopt
                                                         : std::optional(FactText::word(state)));
    if (list.kind() == RowKind::Virtual) {
        const std::optional<QString> power = list.read(ServerPart::PowerState)["name"].text();
        list.line({ServerPart::PowerState}, OverviewFactsText::tr("Power"),
                  power ? std::optional(FactText::word(*power)) : std::nullopt);
    }
    const JsonReader active = list.read(ServerPart::ActiveTransaction);
    list.line({ServerPart::ActiveTransaction}, OverviewFactsText::tr("In progress"), transactionName(active));
    if (!active.isAbsent())
        list.optionalLine(ServerPart::ActiveTransaction, OverviewFactsText::tr("Since"),
                          moment(list.text(), active["createDate"]));
    const JsonReader last = list.read(ServerPart::LastTransaction);
    std::optional<QString> group = last["transactionGroup"]["name"].text();
    if (!group)
        group = transactionName(last);
    list.line({ServerPart::LastTransaction}, OverviewFactsText::tr("Last transaction"),
              joined({group, moment(list.text(), last["modifyDate"])}));
}

void addresses(FactList &list)
{
    const JsonReader server = list.read(object);
    const std::optional<QString> publicAddress = server["primaryIpAddress"].text();
    const bool isPrivateOnly = server["privateNetworkOnlyFlag"].flag().value_or(false);
    if (!publicAddress && isPrivateOnly)
        list.line({object}, OverviewFactsText::tr("Public"), OverviewFactsText::tr("private only"));
    else
        list.line({object}, OverviewFactsText::tr("Public"),
                  publicAddress ? joined({publicAddress, vlanNumbers(list, u"PUBLIC")}) : publicAddress);
    const std::optional<QString> privateAddress = server["primaryBackendIpAddress"].text();
    list.line({object}, OverviewFactsText::tr("Private"),
              privateAddress ? joined({privateAddress, vlanNumbers(list, u"PRIVATE")}) : privateAddress);
    if (list.kind() == RowKind::BareMetal)
        list.line({object}, OverviewFactsText::tr("Management"), server["networkManagementIpAddress"].text());
    list.line({ServerPart::NetworkComponents}, OverviewFactsText::tr("Speed"), interfaceSpeed(list));
}

void costs(FactList &list)
{
    const JsonReader item = list.read(ServerPart::BillingItem);
    const std::optional<QString> amount = dollars(list.text(), item["nextInvoiceTotalRecurringAmount"]);
    if (item.isAbsent()) // it is not billed by itself
        list.line({ServerPart::BillingItem}, OverviewFactsText::tr("Next invoice"), amount);
    else
        list.amountLine({ServerPart::BillingItem}, OverviewFactsText::tr("Next invoice"), amount);
    const std::optional<bool> isHourly = list.read(object)["hourlyBillingFlag"].flag();
    std::optional<QString> billing;
    if (isHourly)
        billing = *isHourly ? OverviewFactsText::tr("Hourly") : OverviewFactsText::tr("Monthly");
    list.line({object}, OverviewFactsText::tr("Billed"), billing);
    list.optionalLine(ServerPart::BillingItem, OverviewFactsText::tr("Next bill"),
                      moment(list.text(), item["nextBillDate"]));
    list.line({ServerPart::Order}, OverviewFactsText::tr("Owner"),
              list.read(ServerPart::Order)["orderItem"]["order"]["userRecord"]["username"].text());
    if (!item["cancellationDate"].isAbsent())
        list.optionalLine(ServerPart::BillingItem, OverviewFactsText::tr("Cancellation"),
                          moment(list.text(), item["cancellationDate"]));
}

void tags(FactList &list)
{
    QStringList names;
    list.read(ServerPart::TagReferences).forEach([&names](const JsonReader &reference) {
        if (const std::optional<QString> name = reference["tag"]["name"].text())
            names.append(*name);
    });
    // The API's order changes from call to call.
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
    names.removeDuplicates();
    list.line({ServerPart::TagReferences}, QString(), joined({names.join(QLatin1String(", "))}));
}

void record(FactList &list)
{
    const JsonReader server = list.read(object);
    list.line({object}, OverviewFactsText::tr("Notes"), server["notes"].text());
    if (list.kind() == RowKind::Virtual) {
        list.line({object}, OverviewFactsText::tr("Created"), moment(list.text(), server["createDate"]));
        list.optionalLine(object, OverviewFactsText::tr("Changed"),
                          moment(list.text(), server["modifyDate"]));
    }
    std::optional<QString> provisioned = moment(list.text(), server["provisionDate"]);
    if (!provisioned && list.has(object))
        provisioned = OverviewFactsText::tr("not yet");
    list.line({object}, OverviewFactsText::tr("Provisioned"), provisioned);
    const JsonReader datacenter = list.read(place)["datacenter"];
    list.line({place}, OverviewFactsText::tr("Datacenter"),
              joined({datacenter["name"].text(), datacenter["longName"].text()}));
    list.line({object}, OverviewFactsText::tr("ID"), server["id"].text());
    list.line({object}, OverviewFactsText::tr("Global ID"), server["globalIdentifier"].text());
    if (list.kind() == RowKind::Virtual)
        //: The identifier that the hypervisor knows a virtual server by
        list.optionalLine(object, OverviewFactsText::tr("Hypervisor ID"), server["uuid"].text());
}

} // namespace layerscope::facts
