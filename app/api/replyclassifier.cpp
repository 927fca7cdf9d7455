// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/replyclassifier.h"

#include "api/jsonmender.h"
#include "api/transporterror.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <array>

namespace layerscope {

namespace {

using Kind = ApiError::Kind;

/// The texts of this file; a struct, so that lupdate knows their context.
struct ReplyClassifierText
{
    Q_DECLARE_TR_FUNCTIONS(ReplyClassifier)
};

/// Enough of a body to find a page's title in it.
constexpr qsizetype titleRange = 4096;
/// What people can read of a server's prose.
constexpr qsizetype longestDetail = 300;
/// And of a body that is no answer at all.
constexpr qsizetype longestAlien = 80;

/// Redacted before it is cut: of half a key nobody can tell that it is one.
QString shortened(const QString &text, const Redactor &redactor)
{
    const QString simple = redactor.redacted(text).simplified();
    return simple.size() <= longestDetail ? simple : simple.first(longestDetail) + QStringLiteral("…");
}

// --- the server's own error objects
// ------------------------------------------------------------------------------------

struct ServerError
{
    QString code;
    QString text;
};

/// {"error": "…", "code": "…"}, the code may be missing (softlayer-api §4.1). It may also be a number, or
/// null; a property of an object that happens to be called "error" has no code beside it.
std::optional<ServerError> serverError(const QJsonValue &root)
{
    const QJsonObject object = root.toObject();
    const QJsonValue text = object.value(QLatin1String("error"));
    const QJsonValue code = object.value(QLatin1String("code"));
    const bool isCode = code.isString() || code.isDouble() || code.isNull();
    if (!text.isString() || (!isCode && object.size() != 1))
        return std::nullopt;
    return ServerError{code.toVariant().toString(), text.toString().trimmed()};
}

struct KnownCode
{
    QLatin1String ending; ///< After "SoftLayer_Exception".
    Kind kind;
};

/// Codes that say what happened (softlayer-api §4.2). The ending is compared, since some carry a service in
/// between.
constexpr std::array knownCodes{
    KnownCode{QLatin1String("_RateLimitExceeded"), Kind::RateLimited},
    KnownCode{QLatin1String("_ObjectNotFound"), Kind::NotFound},
    KnownCode{QLatin1String("_NotFound"), Kind::NotFound},
    KnownCode{QLatin1String("_AccessTokenValidation"), Kind::Unauthorized},
    KnownCode{QLatin1String("_AccountLocked"), Kind::Unauthorized},
    KnownCode{QLatin1String("_LoginFailed"), Kind::Unauthorized},
    KnownCode{QLatin1String("_AccessDenied"), Kind::Forbidden},
    KnownCode{QLatin1String("_PermissionDenied"), Kind::Forbidden},
    KnownCode{QLatin1String("_ObjectMask"), Kind::InvalidRequest},
    KnownCode{QLatin1String("_BadRequest"), Kind::InvalidRequest},
    KnownCode{QLatin1String("_InvalidValue"), Kind::InvalidRequest},
    KnownCode{QLatin1String("_Validation"), Kind::InvalidRequest},
    KnownCode{QLatin1String("_MaximumResultLimit"), Kind::TooMuch},
    KnownCode{QLatin1String("_ApiRequestFailed"), Kind::TooMuch},
};

bool contains(const QString &text, const char *words)
{
    return text.contains(QLatin1String(words), Qt::CaseInsensitive);
}

/// By prose, where one code serves for everything.
std::optional<Kind> kindByText(const QString &text)
{
    if (text.startsWith(QLatin1String("Internal Error"), Qt::CaseInsensitive))
        return Kind::TooMuch;
    if (contains(text, "is not ACTIVE"))
        return Kind::Inactive;
    if (contains(text, "Failed to exchange token"))
        return Kind::Unauthorized;
    if (contains(text, "Rate limit of"))
        return Kind::RateLimited;
    if (contains(text, "Access Denied"))
        return Kind::Forbidden;
    if (contains(text, "is not a valid method for this service") || contains(text, "Service does not exist"))
        return Kind::InvalidRequest;
    return std::nullopt;
}

Kind kindByStatus(int status)
{
    switch (status) {
    case 403:
        return Kind::Forbidden;
    case 404:
        return Kind::NotFound;
    case 408:
        return Kind::Timeout;
    case 400:
        return Kind::InvalidRequest;
    default:
        return Kind::Server;
    }
}

Kind kindOf(const ServerError &error, int status)
{
    for (const KnownCode &known : knownCodes) {
        if (error.code.endsWith(known.ending))
            return known.kind;
    }
    if (const std::optional<Kind> kind = kindByText(error.text))
        return *kind;
    // With a success status the code may be the status that should have been sent.
    bool isNumber = false;
    const int code = error.code.toInt(&isNumber);
    return kindByStatus(status < 300 && isNumber ? code : status);
}

ApiError errorFrom(const ServerError &server, int status, const Redactor &redactor)
{
    ApiError error = ApiError::make(kindOf(server, status), shortened(server.text, redactor));
    error.code = server.code;
    if (error.kind == Kind::TooMuch &&
        !server.text.startsWith(QLatin1String("Internal Error"), Qt::CaseInsensitive))
        error.message = ReplyClassifierText::tr("More was asked for at once than the server gives.");
    return error;
}

// --- bodies that are no JSON
// -------------------------------------------------------------------------------------------

/// "web page “502 Bad Gateway”", "XML", "text": what it is and what its title says, never its markup.
QString describeAlien(const QByteArray &body, const Redactor &redactor)
{
    const QString start = QString::fromUtf8(body.first(std::min(body.size(), titleRange))).trimmed();
    if (!start.startsWith(QLatin1Char('<')))
        return QStringLiteral("not JSON: \"%1\"").arg(shortened(start, redactor).left(longestAlien));
    static const QRegularExpression html(QStringLiteral("^<(!doctype html|html|head|body|center|h1)"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (!html.match(start).hasMatch() && !contains(start, "<html"))
        return QStringLiteral("XML instead of JSON");
    static const QRegularExpression title(QStringLiteral("<(title|h1)[^>]*>([^<]*)<"),
                                          QRegularExpression::CaseInsensitiveOption);
    const QString words = shortened(title.match(start).captured(2), redactor);
    return words.isEmpty() ? QStringLiteral("a web page instead of JSON")
                           : QStringLiteral("a web page instead of JSON: \"%1\"").arg(words);
}

struct Parsed
{
    QJsonValue root;
    QString problem; ///< Empty: it is JSON.
    bool hadInvalidUtf8 = false;
};

/// What a parser refuses is mended and tried once more. The problem is that of the text as it came.
QJsonDocument parseDocument(const QByteArray &text, QJsonParseError &problem, bool &hadInvalidUtf8)
{
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error == QJsonParseError::NoError)
        return document;
    const std::optional<MendedJson> mended = mendedJson(text);
    if (!mended)
        return document;
    QJsonParseError secondProblem;
    const QJsonDocument second = QJsonDocument::fromJson(mended->text, &secondProblem);
    if (secondProblem.error != QJsonParseError::NoError)
        return document;
    problem = secondProblem;
    hadInvalidUtf8 = mended->hadInvalidUtf8;
    return second;
}

/// QJsonDocument takes arrays and objects only, but a getX of a scalar answers with a bare value: wrapped in
/// an array.
Parsed parse(const QByteArray &body, const Redactor &redactor)
{
    const QByteArray trimmed = body.trimmed();
    if (trimmed.isEmpty())
        return {{}, QStringLiteral("empty answer")};
    if (trimmed.startsWith('<'))
        return {{}, describeAlien(trimmed, redactor)};
    const bool isContainer = trimmed.startsWith('{') || trimmed.startsWith('[');
    QJsonParseError problem;
    bool hadInvalidUtf8 = false;
    const QJsonDocument document =
        parseDocument(isContainer ? trimmed : '[' + trimmed + ']', problem, hadInvalidUtf8);
    if (problem.error != QJsonParseError::NoError) {
        if (!isContainer)
            return {{}, describeAlien(trimmed, redactor)};
        return {{},
                QStringLiteral("cut off or malformed at byte %1 of %2: %3")
                    .arg(problem.offset)
                    .arg(trimmed.size())
                    .arg(problem.errorString())};
    }
    if (isContainer)
        return {document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()),
                {},
                hadInvalidUtf8};
    if (document.array().size() != 1)
        return {{}, describeAlien(trimmed, redactor)};
    return {document.array().at(0), {}, hadInvalidUtf8};
}

// --- statuses
// ----------------------------------------------------------------------------------------------------------

/// Seconds, or a date as HTTP writes it.
std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray &value, const QDateTime &now)
{
    bool isNumber = false;
    const int seconds = value.trimmed().toInt(&isNumber);
    if (isNumber)
        return std::chrono::seconds(std::max(0, seconds));
    QString text = QString::fromLatin1(value.trimmed());
    if (!text.endsWith(QLatin1String(" GMT")))
        return std::nullopt;
    text.chop(4);
    const QDateTime local = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"));
    if (!local.isValid())
        return std::nullopt;
    const QDateTime moment(local.date(), local.time(), QTimeZone::utc());
    return std::chrono::milliseconds(std::max<qint64>(0, now.msecsTo(moment)));
}

ApiError fromRedirect(const HttpAnswer &answer)
{
    // Credentials never follow a redirect, so the person has to decide.
    const QUrl target = QUrl::fromEncoded(answer.location);
    ApiError error = ApiError::make(Kind::Server, QStringLiteral("HTTP %1, redirected").arg(answer.status));
    error.message =
        target.host().isEmpty()
            ? ReplyClassifierText::tr("The server sends calls on to another address. Check the endpoint.")
            : ReplyClassifierText::tr(
                  "The server sends calls on to “%1”. If you trust it, set it as the endpoint.")
                  .arg(target.host());
    return error;
}

/// For an answer whose status is an error and whose body is no error object.
ApiError fromStatus(int status, const QString &problem)
{
    const bool isEmpty = problem == QLatin1String("empty answer");
    Kind kind = kindByStatus(status);
    // A gateway's page says nothing about the object, and a plain 500 without a word is a cut-off answer.
    if (!isEmpty && (status == 404 || status == 400))
        kind = Kind::BadResponse;
    else if (!isEmpty && status == 403)
        kind = Kind::Server;
    else if (isEmpty && status == 500)
        kind = Kind::BadResponse;
    return ApiError::make(kind, QStringLiteral("HTTP %1, %2").arg(status).arg(problem));
}

ApiError errorOfStatus(const HttpAnswer &answer, const Redactor &redactor)
{
    const Parsed parsed = parse(answer.body, redactor);
    const QString problem =
        parsed.problem.isEmpty() ? QStringLiteral("JSON without an error in it") : parsed.problem;
    const auto server = serverError(parsed.root);
    if (answer.status == 401 || answer.status == 407 || answer.status == 429) { // whatever the body says
        const Kind kind = answer.status == 401   ? Kind::Unauthorized
                          : answer.status == 407 ? Kind::Proxy
                                                 : Kind::RateLimited;
        ApiError error = ApiError::make(kind, server ? shortened(server->text, redactor) : problem);
        error.code = server ? server->code : QString();
        return error;
    }
    if (server)
        return errorFrom(*server, answer.status, redactor);
    return answer.status >= 300 && answer.status < 400 ? fromRedirect(answer)
                                                       : fromStatus(answer.status, problem);
}

std::optional<qint64> parseTotal(const QByteArray &header)
{
    bool ok = false;
    const qint64 total = header.trimmed().toLongLong(&ok);
    return ok && total >= 0 ? std::optional(total) : std::nullopt;
}

Result<JsonAnswer> judge(const HttpAnswer &answer, const Redactor &redactor)
{
    if (const auto error = transportError(answer))
        return Unexpected(*error);
    if (answer.status < 200 || answer.status >= 300)
        return Unexpected(errorOfStatus(answer, redactor));
    const Parsed parsed = parse(answer.body, redactor);
    if (!parsed.problem.isEmpty())
        return Unexpected(ApiError::make(Kind::BadResponse, parsed.problem));
    if (const auto server = serverError(parsed.root))
        return Unexpected(errorFrom(*server, answer.status, redactor));
    return JsonAnswer{parsed.root, parseTotal(answer.totalItems), parsed.hadInvalidUtf8};
}

} // namespace

Result<JsonAnswer> classify(const HttpAnswer &answer, const Redactor &redactor)
{
    Result<JsonAnswer> result = judge(answer, redactor);
    if (result)
        return result;
    ApiError &error = result.error();
    error.httpStatus = answer.status;
    error.retryAfter = parseRetryAfter(answer.retryAfter, answer.receivedAt);
    error.detail = redactor.redacted(error.detail);
    error.code = redactor.redacted(error.code);
    // It may name a host that the server sent. The usual sentence of its kind holds nothing but our own
    // words: a short secret that is one of them is told by none.
    if (error.message != sentence(error.kind))
        error.message = redactor.redacted(error.message);
    return result;
}

} // namespace layerscope
