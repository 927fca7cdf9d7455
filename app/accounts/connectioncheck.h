// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"

#include <QList>
#include <QObject>

#include <memory>

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
    QString permission; ///< Its key name at the API, "HARDWARE_VIEW" (softlayer-api §6.13); empty: not
                        ///< documented.
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

/// The area's name for people, translated: "Bare metal servers".
[[nodiscard]] QString areaName(AccessFinding::Area area);

/// Tries a connection before anything is saved: who am I, which account is it, and what may this key see.
/// First the account alone, so that a wrong key is tried once, then a few small calls side by side; reads
/// only. Ends with finished() exactly once after start(), unless it is destroyed first, which aborts it
/// silently; it may be deleted by whoever hears finished(). GUI thread.
class ConnectionCheck : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionCheck(const Connection &connection, const ApiClient::Options &options = {},
                             QObject *parent = nullptr);
    ~ConnectionCheck() override;

    void start();

Q_SIGNALS:
    /// Errors: why no call can succeed, each kind with its own sentence (wrong key, unknown host, TLS, proxy,
    /// no route, inactive account …). A refused or failed part is a finding, no error.
    void finished(const layerscope::Result<layerscope::ConnectionReport> &report);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace layerscope
