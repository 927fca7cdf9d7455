// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/transporterror.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace layerscope {

namespace {

using Kind = ApiError::Kind;

/// The texts of this file; a struct, so that lupdate knows their context.
struct TransportErrorText
{
    Q_DECLARE_TR_FUNCTIONS(TransportError)
};

ApiError make(Kind kind, const HttpAnswer &answer, const QString &message = {})
{
    ApiError error = ApiError::make(kind, answer.networkErrorText);
    if (!message.isEmpty())
        error.message = message;
    return error;
}

// --- certificates
// -------------------------------------------------------------------------------------------------------

constexpr std::array unknownCa{
    QSslError::SelfSignedCertificate,          QSslError::SelfSignedCertificateInChain,
    QSslError::UnableToGetIssuerCertificate,   QSslError::UnableToGetLocalIssuerCertificate,
    QSslError::UnableToVerifyFirstCertificate, QSslError::CertificateUntrusted};

QString tlsSentence(const HttpAnswer &answer)
{
    const auto is = [&answer](QSslError::SslError code) { return answer.tlsErrorCodes.contains(code); };
    // Another host's certificate comes first: there no CA file helps, and none should be trusted for it.
    if (is(QSslError::HostNameMismatch))
        return TransportErrorText::tr(
                   "The certificate that came is not for “%1”, so nothing was sent. Check the "
                   "endpoint's host name and the network.")
            .arg(answer.host);
    if (std::any_of(unknownCa.cbegin(), unknownCa.cend(), is))
        return TransportErrorText::tr(
                   "This computer does not know the CA that signed the certificate of “%1”. If your "
                   "company inspects TLS, add its CA file to the connection.")
            .arg(answer.host);
    if (is(QSslError::CertificateExpired))
        return TransportErrorText::tr(
                   "The certificate of “%1” has expired. Check this computer's clock; if it is right, "
                   "the server needs a new certificate.")
            .arg(answer.host);
    if (is(QSslError::CertificateNotYetValid))
        return TransportErrorText::tr(
                   "The certificate of “%1” is not valid yet. Check this computer's clock.")
            .arg(answer.host);
    if (!answer.tlsErrorCodes.isEmpty())
        return TransportErrorText::tr(
                   "The certificate of “%1” was not accepted, so nothing was sent. Check the endpoint.")
            .arg(answer.host);
    return TransportErrorText::tr(
               "No encrypted connection to “%1” came about. Check the endpoint's host and port.")
        .arg(answer.host);
}

// --- what Qt says by its texts only
// ----------------------------------------------------------------------------------------

/// QNetworkReply has one error, UnknownNetworkError, for all of these, and tells them apart by texts of Qt's
/// own that may be translated. Seen with Qt 6.4.
struct QtText
{
    const char *context;
    const char *text;
};

constexpr QtText networkUnreachable{"QNativeSocketEngine", "Network unreachable"};
constexpr QtText hostUnreachable{"QNativeSocketEngine", "Host unreachable"};
constexpr QtText proxyRefused{"QHttpSocketEngine", "Proxy connection refused"};
constexpr QtText proxyDenied{"QHttpSocketEngine", "Proxy denied connection"};
constexpr QtText proxyClosed{"QHttpSocketEngine", "Proxy connection closed prematurely"};

bool says(const HttpAnswer &answer, QtText known)
{
    return answer.networkErrorText == QLatin1String(known.text) ||
           answer.networkErrorText == QCoreApplication::translate(known.context, known.text);
}

bool hasNoRoute(const HttpAnswer &answer)
{
    return answer.networkError == QNetworkReply::TemporaryNetworkFailureError ||
           answer.networkError == QNetworkReply::NetworkSessionFailedError ||
           says(answer, networkUnreachable) || says(answer, hostUnreachable);
}

// --- proxies
// ------------------------------------------------------------------------------------------------------------

ApiError proxyUnreachable(const HttpAnswer &answer)
{
    return make(Kind::Proxy, answer,
                TransportErrorText::tr(
                    "The proxy “%1” refused the connection. Check its port in the proxy settings, and "
                    "whether it runs.")
                    .arg(answer.proxy));
}

/// As a busy one does.
ApiError proxyHungUp(const HttpAnswer &answer)
{
    return make(Kind::Offline, answer,
                TransportErrorText::tr("The proxy “%1” closed the connection. Try again.").arg(answer.proxy));
}

ApiError proxyWantsAUser(const HttpAnswer &answer)
{
    if (answer.proxy.isEmpty())
        return make(Kind::Proxy, answer);
    return make(Kind::Proxy, answer,
                (answer.proxyHasUser
                     ? TransportErrorText::tr(
                           "The proxy “%1” did not accept the user name or the password. Check both in "
                           "the proxy settings.")
                     : TransportErrorText::tr(
                           "The proxy “%1” asks for a user name and a password. Add them in the proxy "
                           "settings."))
                    .arg(answer.proxy));
}

/// What a call through a proxy met before its request was out. nullopt: nothing to do with the proxy.
std::optional<ApiError> proxyTrouble(const HttpAnswer &answer)
{
    switch (answer.networkError) {
    case QNetworkReply::HostNotFoundError:
        // Names behind a proxy are looked up by the proxy, and some then say just that.
        return make(Kind::Proxy, answer,
                    TransportErrorText::tr(
                        "The proxy “%1” was not found, or it does not find “%2”. Check the proxy settings "
                        "and the endpoint.")
                        .arg(answer.proxy, answer.host));
    case QNetworkReply::ConnectionRefusedError:
        if (!answer.isEncrypted)
            return proxyUnreachable(answer);
        // What a proxy's 503 becomes. It may have passed in a moment.
        return make(
            Kind::Offline, answer,
            TransportErrorText::tr("The proxy “%1” does not reach “%2”. Check the endpoint, then try again.")
                .arg(answer.proxy, answer.host));
    case QNetworkReply::ProxyConnectionClosedError:
        return proxyHungUp(answer);
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::TemporaryNetworkFailureError:
        break;
    default:
        return std::nullopt;
    }
    if (hasNoRoute(answer))
        return make(Kind::Offline, answer,
                    TransportErrorText::tr(
                        "There is no way from here to the proxy “%1”. Check the network and the proxy "
                        "settings.")
                        .arg(answer.proxy));
    if (says(answer, proxyRefused))
        return proxyUnreachable(answer);
    if (says(answer, proxyClosed))
        return proxyHungUp(answer);
    if (says(answer, proxyDenied))
        return make(Kind::Proxy, answer,
                    TransportErrorText::tr(
                        "The proxy “%1” does not allow connections to “%2”. Ask whoever runs it to let "
                        "them through.")
                        .arg(answer.proxy, answer.host));
    return make(Kind::Proxy, answer,
                TransportErrorText::tr(
                    "The proxy “%1” did not connect to “%2”. Check the address, the user name and the "
                    "password of the proxy.")
                    .arg(answer.proxy, answer.host));
}

ApiError unreachedInTime(const HttpAnswer &answer)
{
    ApiError error =
        make(Kind::Timeout, answer,
             answer.proxy.isEmpty()
                 ? TransportErrorText::tr("“%1” could not be reached in time. Check the network and the "
                                          "endpoint; some networks need a proxy.")
                       .arg(answer.host)
                 : TransportErrorText::tr("“%1” could not be reached in time through the proxy “%2”. Check "
                                          "the network, the endpoint and the proxy.")
                       .arg(answer.host, answer.proxy));
    error.isUnreached = true;
    return error;
}

ApiError timedOut(const HttpAnswer &answer)
{
    return make(Kind::Timeout, answer,
                TransportErrorText::tr("“%1” did not answer in time. Try again.").arg(answer.host));
}

} // namespace

std::optional<ApiError> transportError(const HttpAnswer &answer)
{
    switch (answer.ending) {
    case HttpAnswer::Ending::ConnectTimedOut:
        return unreachedInTime(answer);
    case HttpAnswer::Ending::TransferTimedOut:
        return timedOut(answer);
    case HttpAnswer::Ending::TooLarge:
        return make(Kind::TooMuch, answer,
                    TransportErrorText::tr("“%1” sent more than 64 MB in one answer. Ask for less at once.")
                        .arg(answer.host));
    case HttpAnswer::Ending::Finished:
        break;
    }

    if (!answer.proxy.isEmpty() && !answer.wasSent && answer.status == 0) {
        if (auto trouble = proxyTrouble(answer))
            return trouble;
    }

    switch (answer.networkError) {
    case QNetworkReply::NoError:
        return std::nullopt;
    case QNetworkReply::HostNotFoundError:
        return make(Kind::Offline, answer,
                    TransportErrorText::tr("The host “%1” was not found. Check the endpoint and the network.")
                        .arg(answer.host));
    case QNetworkReply::ConnectionRefusedError:
        return make(Kind::Offline, answer,
                    TransportErrorText::tr("“%1” refused the connection. Check the endpoint's host and port.")
                        .arg(answer.host));
    case QNetworkReply::RemoteHostClosedError:
        return make(
            Kind::Offline, answer,
            TransportErrorText::tr("The connection to “%1” was lost. Check the network, then try again.")
                .arg(answer.host));
    case QNetworkReply::TimeoutError:
        return timedOut(answer);
    case QNetworkReply::OperationCanceledError:
        return make(Kind::Cancelled, answer);
    case QNetworkReply::SslHandshakeFailedError: {
        ApiError error = make(Kind::Tls, answer, tlsSentence(answer));
        if (!answer.tlsErrors.isEmpty())
            error.detail = answer.tlsErrors;
        return error;
    }
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return proxyWantsAUser(answer);
    case QNetworkReply::ProxyConnectionRefusedError:
        return answer.proxy.isEmpty() ? make(Kind::Proxy, answer) : proxyUnreachable(answer);
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return make(Kind::Proxy, answer);
    case QNetworkReply::UnknownContentError: // an answer that Qt could not unpack, say
        return answer.status >= 300 ? std::nullopt : std::optional(make(Kind::BadResponse, answer));
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return make(Kind::BadResponse, answer);
    default:
        break;
    }
    // From 201 on they are Qt's names for HTTP statuses, and the body says more; below it is the network.
    if (answer.networkError > QNetworkReply::UnknownProxyError && answer.status != 0)
        return std::nullopt;
    if (hasNoRoute(answer))
        return make(Kind::Offline, answer,
                    TransportErrorText::tr(
                        "There is no way from here to “%1”. Check the network; the private endpoint is "
                        "only reached by VPN.")
                        .arg(answer.host));
    return make(Kind::Offline, answer);
}

} // namespace layerscope
