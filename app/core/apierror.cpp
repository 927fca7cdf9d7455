// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apierror.h"

#include <QCoreApplication>

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context. Errors are made on worker threads
/// too; its tr() is thread safe.
struct ApiErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ApiError)
};

} // namespace

bool ApiError::isTransient() const
{
    switch (kind) {
    case Kind::Offline:
    case Kind::Timeout:
    case Kind::RateLimited:
        return true;
    case Kind::Server:
        return httpStatus == 500 || httpStatus == 502 || httpStatus == 503 || httpStatus == 504 ||
               httpStatus == 429 || httpStatus == 408;
    case Kind::TooMuch: // once, then the caller asks for less; these two codes will say the same again
        return !code.endsWith(QLatin1String("_MaximumResultLimit")) &&
               !code.endsWith(QLatin1String("_ApiRequestFailed"));
    case Kind::BadResponse: // a cut-off or empty body; a wrong type has a JSON path and comes again just so
        return jsonPath.isEmpty() && (httpStatus < 300 || httpStatus >= 500);
    default:
        return false;
    }
}

bool ApiError::stopsEverything() const
{
    return kind == Kind::Unauthorized || kind == Kind::Inactive || kind == Kind::Tls || kind == Kind::Proxy;
}

ApiError ApiError::make(Kind kind, QString detail)
{
    ApiError error;
    error.kind = kind;
    error.message = sentence(kind);
    error.detail = std::move(detail);
    return error;
}

ApiError ApiError::withMessage(Kind kind, QString message, QString detail)
{
    ApiError error = make(kind, std::move(detail));
    error.message = std::move(message);
    return error;
}

ApiError ApiError::wrongType(const QString &path, QStringView expected, QStringView found)
{
    ApiError error = make(Kind::BadResponse, QStringLiteral("expected %1, found %2").arg(expected, found));
    error.jsonPath = path.isEmpty() ? QStringLiteral("(the whole answer)") : path;
    return error;
}

QString toString(ApiError::Kind kind)
{
    switch (kind) {
    case ApiError::Kind::Cancelled:
        return QStringLiteral("Cancelled");
    case ApiError::Kind::Offline:
        return QStringLiteral("Offline");
    case ApiError::Kind::Timeout:
        return QStringLiteral("Timeout");
    case ApiError::Kind::Tls:
        return QStringLiteral("Tls");
    case ApiError::Kind::Proxy:
        return QStringLiteral("Proxy");
    case ApiError::Kind::Unauthorized:
        return QStringLiteral("Unauthorized");
    case ApiError::Kind::Inactive:
        return QStringLiteral("Inactive");
    case ApiError::Kind::Forbidden:
        return QStringLiteral("Forbidden");
    case ApiError::Kind::NotFound:
        return QStringLiteral("NotFound");
    case ApiError::Kind::RateLimited:
        return QStringLiteral("RateLimited");
    case ApiError::Kind::TooMuch:
        return QStringLiteral("TooMuch");
    case ApiError::Kind::Server:
        return QStringLiteral("Server");
    case ApiError::Kind::BadResponse:
        return QStringLiteral("BadResponse");
    case ApiError::Kind::InvalidRequest:
        return QStringLiteral("InvalidRequest");
    case ApiError::Kind::Storage:
        return QStringLiteral("Storage");
    }
    return QStringLiteral("Unknown");
}

QString sentence(ApiError::Kind kind)
{
    switch (kind) {
    case ApiError::Kind::Cancelled:
        return ApiErrorText::tr("Stopped.");
    case ApiError::Kind::Offline:
        return ApiErrorText::tr(
            "The server cannot be reached. Check the network and the endpoint, then try again.");
    case ApiError::Kind::Timeout:
        return ApiErrorText::tr("The server did not answer in time. Try again.");
    case ApiError::Kind::Tls:
        return ApiErrorText::tr(
            "The server's certificate was not accepted. If your company inspects TLS, add its CA "
            "file.");
    case ApiError::Kind::Proxy:
        return ApiErrorText::tr("The proxy refused the connection. Check the proxy settings.");
    case ApiError::Kind::Unauthorized:
        return ApiErrorText::tr(
            "The user name or the API key was not accepted. Check both. An IBM Cloud API key "
            "goes with the user name “apikey”.");
    case ApiError::Kind::Inactive:
        return ApiErrorText::tr(
            "This account is not active, so the API refuses every call. Ask IBM Cloud support.");
    case ApiError::Kind::Forbidden:
        return ApiErrorText::tr("This key may not see that. Ask the account's owner for the permission.");
    case ApiError::Kind::NotFound:
        return ApiErrorText::tr("Not there, or this key may not see it.");
    case ApiError::Kind::RateLimited:
        return ApiErrorText::tr(
            "The API's limit of calls a second was reached. Wait a moment, then try again.");
    case ApiError::Kind::TooMuch:
        return ApiErrorText::tr("The server reports an internal error. Try again.");
    case ApiError::Kind::Server:
        return ApiErrorText::tr("The server could not answer. Try again later.");
    case ApiError::Kind::BadResponse:
        return ApiErrorText::tr(
            "The server's answer could not be read. Check that the endpoint is a SoftLayer REST API.");
    case ApiError::Kind::InvalidRequest:
        return ApiErrorText::tr("The server did not accept the request.");
    case ApiError::Kind::Storage:
        return ApiErrorText::tr("The file could not be written.");
    }
    return {};
}

} // namespace layerscope
