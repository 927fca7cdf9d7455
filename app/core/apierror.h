// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace layerscope {

/// Why something failed. Code branches on `kind`, people read `message`, support reads `detail`.
/// An immutable value in use, safe on any thread.
struct ApiError
{
    enum class Kind {
        Cancelled,      ///< Somebody asked to stop. Never shown as an error.
        Offline,        ///< No route, unknown host, connection refused or lost.
        Timeout,        ///< No answer within the time allowed.
        Tls,            ///< The certificate or the handshake was refused.
        Proxy,          ///< The proxy refused, or cannot be reached.
        Unauthorized,   ///< Wrong user name or key (HTTP 401, or an expired token as HTTP 500).
        Inactive,       ///< The account is not active, so the API refuses every call of it.
        Forbidden,      ///< The key lacks a permission and the API said so.
        NotFound,       ///< HTTP 404: gone, or no permission on it; the API does not tell these apart.
        RateLimited,    ///< Over 50 calls a second; arrives as HTTP 500 with its own code.
        TooMuch,        ///< "Internal Error": most often more was asked than the server bears.
        Server,         ///< Any other refusal or breakdown of the server.
        BadResponse,    ///< Not what the API promises: HTML, cut-off JSON, a wrong type at `jsonPath`.
        InvalidRequest, ///< Refused before it was sent, or by the API as malformed.
        Storage,        ///< A file or the keychain.
    };

    Kind kind = Kind::Server;
    int httpStatus = 0; ///< 0: no answer came.
    QString code;       ///< The server's own, e.g. "SoftLayer_Exception_ObjectNotFound".
    QString message;    ///< Translated sentence for people: what happened and what to do.
    QString detail;     ///< Untranslated, redacted: what the server or Qt said, kept short.
    QString jsonPath;   ///< For decoding: where, e.g. "[3].datacenter.name".
    int attempts = 1;   ///< How often it was tried in all.
    std::optional<std::chrono::milliseconds> retryAfter; ///< Only if the answer named a pause.
    /// Of a Timeout: no connection came about in the time that a connection has, so the server never got the
    /// question. To be taken as a connection that was refused or lost. Never true of another kind.
    bool isUnreached = false;

    bool operator==(const ApiError &) const = default;

    /// True for kinds where the same GET may succeed a moment later (softlayer-api §4.4).
    [[nodiscard]] bool isTransient() const;
    /// True if less at once may help: too big an answer ends as Internal Error, in a timeout, or cut off on
    /// the way.
    [[nodiscard]] bool mayBeTooMuch() const { return kind == Kind::TooMuch || isTransient(); }
    /// The question was sent, and nothing came in all the time that a call has: whatever is tried next may
    /// cost as much again.
    [[nodiscard]] bool isSilence() const { return kind == Kind::Timeout && httpStatus == 0 && !isUnreached; }
    /// True for kinds that mean "you may not see this": Forbidden, and NotFound on a single object.
    [[nodiscard]] bool isRefusal() const { return kind == Kind::Forbidden || kind == Kind::NotFound; }
    /// True for kinds after which no further call of this account can succeed: Unauthorized, Inactive,
    /// Tls, Proxy.
    [[nodiscard]] bool stopsEverything() const;

    /// An error with the standard sentence of its kind. `detail` must already be redacted.
    [[nodiscard]] static ApiError make(Kind kind, QString detail = {});
    /// An error with a sentence of its own, translated, where that of its kind does not say what to do.
    /// `detail` must already be redacted.
    [[nodiscard]] static ApiError withMessage(Kind kind, QString message, QString detail = {});
    /// BadResponse at a JSON path, e.g. expected "number", found "object".
    [[nodiscard]] static ApiError wrongType(const QString &path, QStringView expected, QStringView found);
};

/// The kind's name, e.g. "RateLimited"; for logs and tests, not translated.
[[nodiscard]] QString toString(ApiError::Kind kind);
/// The standard sentence for people, translated.
[[nodiscard]] QString sentence(ApiError::Kind kind);

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::ApiError)
