// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/transporterror.h"

#include <QCoreApplication>

namespace layerscope {

namespace {

using Kind = ApiError::Kind;

/// The texts of this file; a struct, so that lupdate knows their context.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TransportError)
};

ApiError make(Kind kind, const HttpAnswer &answer, const QString &message = {})
{
    ApiError error = ApiError::make(kind, answer.networkErrorText);
    if (!message.isEmpty())
        error.message = message.arg(answer.host);
    return error;
}

} // namespace

std::optional<ApiError> transportError(const HttpAnswer &answer)
{
    switch (answer.ending) {
    case HttpAnswer::Ending::ConnectTimedOut:
        return make(
            Kind::Timeout, answer,
            Text::tr("“%1” could not be reached in time. Check the network, the endpoint and the proxy."));
    case HttpAnswer::Ending::TransferTimedOut:
        return make(Kind::Timeout, answer, Text::tr("“%1” did not answer in time. Try again."));
    case HttpAnswer::Ending::Finished:
        break;
    }

    switch (answer.networkError) {
    case QNetworkReply::NoError:
        return std::nullopt;
    case QNetworkReply::HostNotFoundError:
        return make(Kind::Offline, answer,
                    Text::tr("The host “%1” was not found. Check the endpoint and the network."));
    case QNetworkReply::ConnectionRefusedError:
        return make(Kind::Offline, answer,
                    Text::tr("“%1” refused the connection. Check the endpoint's host and port."));
    case QNetworkReply::RemoteHostClosedError:
        return make(Kind::Offline, answer,
                    Text::tr("The connection to “%1” was lost. Check the network, then try again."));
    case QNetworkReply::TimeoutError:
        return make(Kind::Timeout, answer, Text::tr("“%1” did not answer in time. Try again."));
    case QNetworkReply::OperationCanceledError:
        return make(Kind::Cancelled, answer);
    case QNetworkReply::SslHandshakeFailedError: {
        ApiError error = make(Kind::Tls, answer);
        if (!answer.tlsErrors.isEmpty())
            error.detail = answer.tlsErrors;
        return error;
    }
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
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
    return make(Kind::Offline, answer);
}

} // namespace layerscope
