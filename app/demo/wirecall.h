// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/wireerror.h"

#include <QByteArray>
#include <QJsonArray>
#include <QString>

namespace layerscope::demo {

/// What a URL, a verb and a body ask for (softlayer-api §1.2 and §1.3).
struct WireCall
{
    QString service;   ///< e.g. "SoftLayer_Account"
    QString id;        ///< init parameter, or empty
    QString method;    ///< the verb's default where the URL names none
    QString extension; ///< "json" where the URL names none
    QString mask;
    QString filter;
    QString limit;
    QJsonArray parameters;        ///< of a POST
    bool bringsArguments = false; ///< by its verb, though they may be none

    /// "SoftLayer_Account::getHardware"
    [[nodiscard]] QString fullName() const;
};

/// True for paths below /rest/v3.1/ or /rest/v3/.
[[nodiscard]] bool isRestPath(const QByteArray &path);

/// `path` and `query` as they came, percent-encoded. A "+" is a blank. Precondition: isRestPath(path).
/// Errors: a path of too many parts, a body that is not {"parameters":[…]}, a verb that is none of the API's.
[[nodiscard]] Result<WireCall, WireError> readCall(const QByteArray &verb, const QByteArray &path,
                                                   const QByteArray &query, const QByteArray &body);

} // namespace layerscope::demo
