// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace layerscope {

/// What a key may see of one part of an account.
struct AccessFinding
{
    enum class Area { Hardware, Virtual, Billing, Bandwidth };
    enum class Access {
        Yes,
        No,
        Unknown, ///< Could not be told: nothing is there to see, or the call failed.
    };
    Area area = Area::Hardware;
    Access access = Access::Unknown;
    QString permission; ///< permissionOf() the area: "HARDWARE_VIEW".
    QString sentence;   ///< For people: what that means, or why it is unknown.

    bool operator==(const AccessFinding &) const = default;
};

/// What a connection turned out to be good for. A value.
struct ConnectionReport
{
    QString userName;   ///< As the API knows the caller; empty: it did not say.
    QString personName; ///< First and last name; may be empty.
    qint64 accountId = 0;
    QString companyName;
    QList<AccessFinding> findings; ///< One an area, in their order.

    [[nodiscard]] bool seesEverything() const;
    /// A text to send to whoever administers the account, asking for what is missing. Translated; no secret
    /// in it. Empty if nothing is refused.
    [[nodiscard]] QString permissionRequest() const;
};

/// The key name at the API of what lets a key see it (softlayer-api §6.13); empty: not documented.
[[nodiscard]] QString permissionOf(AccessFinding::Area area);
/// As it is asked for, translated: "the permission HARDWARE_VIEW".
[[nodiscard]] QString permissionInWords(AccessFinding::Area area);
/// The area's name for people, translated: "Bare metal servers".
[[nodiscard]] QString areaName(AccessFinding::Area area);

} // namespace layerscope
