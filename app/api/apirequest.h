// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/objectfilter.h"
#include "api/objectmask.h"

#include <QByteArray>
#include <QJsonArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace layerscope {

/// The slice of a list: offset, then count (softlayer-api §1.6). A count of 1 is not to be trusted (§0.5).
struct ResultLimit
{
    qint64 offset = 0;
    int count = 0;
    bool operator==(const ResultLimit &) const = default;
};

/// One call of the SoftLayer REST API as a value (softlayer-api §1 to §3). Knows nothing of connection or
/// key.
struct ApiRequest
{
    QByteArray service; ///< With its prefix: "SoftLayer_Account".
    QByteArray method;  ///< "getHardware"; always a get* one, see allowlist.h.
    QString objectId;   ///< Number or UUID; empty for SoftLayer_Account.
    ObjectMask mask;
    ObjectFilter filter;
    std::optional<ResultLimit> limit;
    QJsonArray parameters; ///< Positional arguments; makes it a POST with {"parameters": […]}.

    bool operator==(const ApiRequest &) const = default;

    /// {base}/{Service}[/{id}]/{method}.json?objectMask=…&objectFilter=…&resultLimit=…, values fully
    /// percent-encoded.
    [[nodiscard]] QUrl url(const QUrl &restBase) const;
    /// The POST body; empty means GET.
    [[nodiscard]] QByteArray body() const;
    /// "SoftLayer_Account::getHardware", with the id if there is one; for people and logs.
    [[nodiscard]] QString label() const;
};

} // namespace layerscope
