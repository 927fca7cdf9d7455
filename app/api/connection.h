// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace layerscope {

/// Who calls. The secret never leaves this class but as the header's value; it is not in operator<<, not in
/// debug output, and the redactor knows it.
struct Credentials
{
    enum class Scheme {
        Basic,  ///< user name + classic API key, or the user "apikey" + an IBM Cloud API key (softlayer-api
                ///< §1.5)
        Bearer, ///< an IAM access token; no user
    };
    Scheme scheme = Scheme::Basic;
    QString user;
    QString secret;

    /// The value of the Authorization header.
    [[nodiscard]] QByteArray authorizationHeader() const;
    [[nodiscard]] bool isComplete() const;
};

/// Where and as whom to call. A value.
struct Connection
{
    QUrl restBase; ///< Ends in "/rest/v3.1/" or "/rest/v3/"; https, or http to loopback only.
    Credentials credentials;
    std::optional<QNetworkProxy>
        proxy; ///< nullopt: the system's own. To loopback none is used, whatever stands here.
    /// CA certificates of the company's own, accepted beside the system's; see companyca.h.
    QList<QSslCertificate> companyCertificates{};
    /// How long one attempt of a call may take, if the person set it; nullopt: as ApiClient::Options say.
    std::optional<std::chrono::milliseconds> timeout{};

    /// The public endpoint, https://api.softlayer.com/rest/v3.1/ (softlayer-api §1.1).
    [[nodiscard]] static QUrl publicEndpoint();
    /// The same API within SoftLayer's private network: over VPN, or on a host inside (softlayer-api §1.1).
    [[nodiscard]] static QUrl privateEndpoint();
    /// Maps what people have in their configuration to a REST base: XML-RPC and SOAP URLs to /rest/v3.1, an
    /// empty one to the public endpoint, a missing trailing slash added (softlayer-api §8). InvalidRequest
    /// with a sentence if it is no URL, carries a user or password, or is plain http to another host than
    /// loopback.
    [[nodiscard]] static Result<QUrl> restBaseFrom(const QString &endpoint);
    /// https to anywhere, or plain http to this machine only. Asked again for each call that is sent.
    [[nodiscard]] static bool mayCarryCredentials(const QUrl &url);
    /// 127.0.0.0/8, ::1 and "localhost".
    [[nodiscard]] static bool isLoopback(const QString &host);
};

} // namespace layerscope
