// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace layerscope::demo {

/// Where, what, whose: the words simulated accounts are made of. All tables are constant and their order is
/// part of the account's contents: append, never reorder.

struct Datacenter
{
    qint64 id;
    QString name;     ///< e.g. "dal10"
    QString longName; ///< e.g. "Dallas 10"
    int weight;       ///< share of the devices
    qint64 regionId;  ///< of the bandwidth pools its devices may be in
};

struct OperatingSystem
{
    qint64 softwareDescriptionId;
    QString manufacturer;
    QString name;
    QString version; ///< may carry trailing blanks, as the API's own texts do
    QString referenceCode;
    QString billingText;
    int weight;
};

struct Owner
{
    qint64 id;
    QString userName;
    QString firstName;
    QString lastName;
};

struct Tag
{
    qint64 id;
    QString name;
};

struct Region
{
    qint64 id;
    QString name;
    QString description;
};

struct Chassis
{
    qint64 id;
    QString name;
    QString manufacturer;
    QString version;
    int units;
};

struct DedicatedHost
{
    qint64 id;
    QString name;
};

struct Transaction
{
    QString name;
    QString friendlyName;
    QString group;
    int averageMinutesTimesTen;
};

[[nodiscard]] std::span<const Datacenter> datacenters();
[[nodiscard]] std::span<const OperatingSystem> operatingSystems();
[[nodiscard]] std::span<const QString> roles();
[[nodiscard]] std::span<const QString> domains();
[[nodiscard]] std::span<const Owner> owners();
[[nodiscard]] std::span<const Tag> tags();
[[nodiscard]] std::span<const QString> notes();
[[nodiscard]] std::span<const Region> regions();
[[nodiscard]] std::span<const QString> poolNames();
[[nodiscard]] std::span<const Chassis> chassisModels();
[[nodiscard]] std::span<const DedicatedHost> dedicatedHosts();
/// The first one is the one of a server being provisioned.
[[nodiscard]] std::span<const Transaction> transactions();

} // namespace layerscope::demo
