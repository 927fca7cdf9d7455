// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/deviceproperties.h"
#include "demo/wirevalues.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstSoftwareId = 70000770;

JsonValue operatingSystem(const Device &device)
{
    const OperatingSystem *system = device.operatingSystem();
    if (!system)
        return absent;
    const qint64 id = firstSoftwareId + device.ordinal();
    const bool isHypervisor = system->manufacturer == "VMware"_L1;
    return JsonObject{{u"id"_s, id},
                      {u"hardwareId"_s, device.isHardware() ? JsonValue(device.id()) : JsonValue()},
                      {u"manufacturerLicenseInstance"_s, QString()},
                      {u"passwords"_s, JsonArray{JsonObject{{u"id"_s, id + 10000000},
                                                            {u"softwareId"_s, id},
                                                            {u"username"_s, u"root"_s},
                                                            {u"password"_s, u"not-a-real-one"_s}}}},
                      {u"softwareLicense"_s,
                       JsonObject{{u"id"_s, system->softwareDescriptionId * 8 - 26},
                                  {u"softwareDescriptionId"_s, system->softwareDescriptionId},
                                  {u"softwareDescription"_s,
                                   JsonObject{{u"id"_s, system->softwareDescriptionId},
                                              {u"manufacturer"_s, system->manufacturer},
                                              {u"name"_s, system->name},
                                              {u"version"_s, system->version},
                                              {u"referenceCode"_s, system->referenceCode},
                                              {u"longDescription"_s, system->billingText},
                                              {u"operatingSystem"_s, 1},
                                              {u"virtualizationPlatform"_s, isHypervisor ? 1 : 0}}}}}};
}

JsonValue softwareComponents(const Device &device)
{
    const JsonValue system = operatingSystem(device);
    if (system.isUndefined())
        return JsonArray();
    JsonArray all{system};
    if (device.index() % 7 == 2) { // what the maker calls by name alone has no reference code
        constexpr qint64 descriptionId = 1204;
        all.append(JsonObject{
            {u"id"_s, firstSoftwareId * 2 + device.ordinal()},
            {u"hardwareId"_s, device.isHardware() ? JsonValue(device.id()) : JsonValue()},
            {u"manufacturerLicenseInstance"_s, QString()},
            {u"passwords"_s, JsonArray()},
            {u"softwareLicense"_s,
             JsonObject{{u"id"_s, descriptionId * 8 - 26},
                        {u"softwareDescriptionId"_s, descriptionId},
                        {u"softwareDescription"_s, JsonObject{{u"id"_s, descriptionId},
                                                              {u"manufacturer"_s, u"Acme"_s},
                                                              {u"name"_s, u"Backup Agent"_s},
                                                              {u"version"_s, u"4.2 "_s},
                                                              {u"operatingSystem"_s, 0},
                                                              {u"virtualizationPlatform"_s, 0}}}}}});
    }
    return all;
}

} // namespace

void addSoftwareProperties(Producers &producers)
{
    using D = const Device &;
    producers.insert({
        {u"operatingSystem"_s, operatingSystem},
        {u"operatingSystemReferenceCode"_s,
         [](D d) { return d.operatingSystem() ? JsonValue(d.operatingSystem()->referenceCode) : absent; }},
        {u"softwareComponents"_s, softwareComponents},
    });
}

} // namespace layerscope::demo
