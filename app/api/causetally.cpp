// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/causetally.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct CauseTallyText
{
    Q_DECLARE_TR_FUNCTIONS(CauseTally)
};

/// The standard's names (RFC 9110, RFC 6585), since what a server sends in their place is anybody's prose.
QString phraseOf(int status)
{
    switch (status) {
    case 301:
        return u"Moved Permanently"_s;
    case 302:
        return u"Found"_s;
    case 303:
        return u"See Other"_s;
    case 307:
        return u"Temporary Redirect"_s;
    case 308:
        return u"Permanent Redirect"_s;
    case 400:
        return u"Bad Request"_s;
    case 401:
        return u"Unauthorized"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"Not Found"_s;
    case 405:
        return u"Method Not Allowed"_s;
    case 407:
        return u"Proxy Authentication Required"_s;
    case 408:
        return u"Request Timeout"_s;
    case 410:
        return u"Gone"_s;
    case 413:
        return u"Content Too Large"_s;
    case 414:
        return u"URI Too Long"_s;
    case 429:
        return u"Too Many Requests"_s;
    case 500:
        return u"Internal Server Error"_s;
    case 501:
        return u"Not Implemented"_s;
    case 502:
        return u"Bad Gateway"_s;
    case 503:
        return u"Service Unavailable"_s;
    case 504:
        return u"Gateway Timeout"_s;
    default:
        return {};
    }
}

/// What cannot be told by a status.
QString wordsOf(ApiError::Kind kind)
{
    switch (kind) {
    case ApiError::Kind::Offline:
        return CauseTallyText::tr("not reached, or the connection was lost");
    case ApiError::Kind::Timeout:
        return CauseTallyText::tr("timed out");
    case ApiError::Kind::Tls:
        return CauseTallyText::tr("the certificate was not accepted");
    case ApiError::Kind::Proxy:
        return CauseTallyText::tr("the proxy refused");
    case ApiError::Kind::Unauthorized:
        return CauseTallyText::tr("user name or key not accepted");
    case ApiError::Kind::Inactive:
        return CauseTallyText::tr("the account is not active");
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::NotFound:
        return CauseTallyText::tr("not permitted, or not there");
    case ApiError::Kind::RateLimited:
        return CauseTallyText::tr("too many calls a second");
    case ApiError::Kind::TooMuch:
        return u"Internal Error"_s; // the API's own words (softlayer-api §4.4)
    case ApiError::Kind::BadResponse:
        return CauseTallyText::tr("unreadable answer");
    case ApiError::Kind::InvalidRequest:
        return CauseTallyText::tr("request not accepted");
    default:
        return CauseTallyText::tr("refused by the server");
    }
}

} // namespace

QString causeInWords(const ApiError &error)
{
    if (error.kind == ApiError::Kind::BadResponse && !error.jsonPath.isEmpty())
        return CauseTallyText::tr("unexpected type in an answer");
    const bool isStatus = error.httpStatus >= 300;
    QString words = isStatus ? phraseOf(error.httpStatus) : QString();
    // These say more than the status that they come with.
    if (words.isEmpty() || error.kind == ApiError::Kind::TooMuch || error.kind == ApiError::Kind::Inactive ||
        (error.kind == ApiError::Kind::RateLimited && error.httpStatus != 429))
        words = wordsOf(error.kind);
    // A lost connection was lost whatever its first bytes said.
    if (isStatus && error.kind != ApiError::Kind::Offline)
        words.prepend(QString::number(error.httpStatus) + u' ');
    if (!error.code.isEmpty())
        words += u" ("_s + error.code.left(80) + u')';
    return words;
}

void CauseTally::count(const ApiError &error)
{
    if (error.kind == ApiError::Kind::Cancelled)
        return;
    const auto sameWords = [](const QString &words) {
        return [&words](const Cause &cause) { return cause.words == words; };
    };
    QString words = causeInWords(error);
    auto cause = std::find_if(m_causes.begin(), m_causes.end(), sameWords(words));
    if (cause == m_causes.end() && m_causes.size() >= maxCauses) {
        words = CauseTallyText::tr("other causes");
        cause = std::find_if(m_causes.begin(), m_causes.end(), sameWords(words));
    }
    if (cause == m_causes.end())
        cause = m_causes.insert(cause, {words, 0});
    ++cause->calls;
}

QList<CauseTally::Cause> CauseTally::causes() const
{
    QList<Cause> sorted = m_causes;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Cause &a, const Cause &b) { return a.calls > b.calls; });
    return sorted;
}

} // namespace layerscope
