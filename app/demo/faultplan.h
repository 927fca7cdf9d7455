// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace layerscope {

/// Which calls a fault strikes. Parts that are left empty do not restrict; without `everyNth`, `firstCalls`
/// and `perMille` each call that matches is struck. Calls are counted apart for each fault, attempts again
/// included. An outage is a window: it begins with `afterCalls` and ends with `forCalls` or `forMs`, and the
/// other counts are those of the calls within.
struct FaultScope
{
    QString method = {}; ///< Part of "SoftLayer_Account::getHardware".
    QString mask = {};   ///< Part of the object mask as sent.
    int everyNth = 0;
    int firstCalls = 0;
    int perMille = 0;   ///< Share of the calls, drawn by lot.
    quint32 seed = 1;   ///< Of the lot.
    qint64 id = 0;      ///< The object the URL names: one getX of one object, together with `method`.
    int afterCalls = 0; ///< So many calls that match go well first.
    int forCalls = 0;   ///< After so many more calls that match it is over. 0: it is not.
    int forMs = 0;      ///< So long after the first call that it met it is over. 0: it is not.

    bool operator==(const FaultScope &) const = default;
};

/// One way in which the simulated API goes wrong.
struct Fault
{
    /// The numbers take part in what is drawn by lot: append, never renumber.
    enum class Kind {
        RateLimited,      ///< HTTP 500 RateLimitExceeded although there is room.
        TooManyRequests,  ///< HTTP 429 from a gateway, with a body in plain text and Retry-After: `amount` s
                          ///< if > 0.
        InternalError,    ///< HTTP 500 Internal Error.
        TooMuchAbove,     ///< The same if rows × relations of the mask exceed `amount`.
        SuccessWithError, ///< HTTP 200 whose body is an error object.
        ExpiredToken,     ///< HTTP 500 AccessTokenValidation.
        EmptyBody,        ///< HTTP 200 and nothing.
        HtmlBadGateway,   ///< HTTP 502 with a page.
        TruncatedJson,    ///< The second half of the body is missing, Content-Length is right.
        Xml,              ///< The answer in the other format.
        WrongType,        ///< `property` of each row is an object where something else is declared.
        SingleObject,     ///< A list of one row without its brackets; other lists stay.
        NullElement,      ///< A null between the rows of a list.
        MissingTotal,     ///< No SoftLayer-Total-Items.
        LimitOneQuirk,    ///< With limit 1 the offset is ignored.
        RowsVanish,      ///< The `ids` are deleted after `amount` calls of a list method in scope: servers by
                         ///< the lists of servers, pools by the lists of pools, and so on.
        FilterIgnored,   ///< As if the objectFilter did not hit: every row comes back.
        NotFound,        ///< 404 for calls that are about one of `ids`: by URL, or by `id in`.
        RefusedRelation, ///< AccessDenied for each call whose mask or method is about `property`.
        Gzip,            ///< Compressed body, if the client accepts it.
        ExtraLatency,    ///< `amount` ms longer.
        Hang,            ///< No answer, ever.
        ConcealedRelation, ///< As RefusedRelation, but 404 ObjectNotFound: no permission often looks like
                           ///< this (softlayer-api §0, fact 8).
        GuestRollup,     ///< HTTP 500 from the metrics of guests if a rollup is asked (softlayer-api §6.13).
        InactiveAccount, ///< HTTP 500 "Account … is not ACTIVE" for the calls in scope (softlayer-api §4.2).
        Refusal,         ///< `amount` as HTTP status, `property` as the exception's code, `text` as its text:
                         ///< whatever softlayer-api §4.2 lists. No code: the body has none.
        NumericCode,     ///< `{"error":"Internal Error","code":500}` with HTTP status `amount`.
        GatewayPage,     ///< An HTML page of a gateway with HTTP status `amount`: 302 leads to a page to log
                         ///< in, 503 and 403 to none.
        OtherNumber,     ///< `property` is the number `amount` wherever it stands in the answer.
        NotANumber,      ///< `property` is a bare NaN wherever it stands: no JSON.
        InvalidUtf8,     ///< A byte in the middle of the text `property`, wherever it stands, is no UTF-8.
        ListAsObject,    ///< The list `property`, or without one the answer itself, is an object whose keys
                         ///< are numbers with gaps: {"0":…,"2":…}.
        LargeIds,        ///< The ids of rows are `amount` higher on the wire than in the account, and are
                         ///< asked for like that. To be in force for each call from the first on.
        WrongTotal,      ///< SoftLayer-Total-Items is `amount`.
        TotalOff,        ///< SoftLayer-Total-Items is `amount` more than there are, or fewer if negative.
        RowsAppear,      ///< The `ids` are created after `amount` calls of a list method in scope, and do not
                         ///< exist before. With RowsVanish and as many ids the total stays the same.
        Drop,            ///< The connection is closed without an answer.
    };

    Kind kind;
    FaultScope scope = {};
    qint64 amount = 0;
    QString property = {};
    QList<qint64> ids = {};
    QString text = {};

    bool operator==(const Fault &) const = default;
};

/// What shall go wrong, in which order it is looked at. The default plan is an API in good health.
struct FaultPlan
{
    QList<Fault> faults;
    int callsPerSecond = 50;    ///< Above this the API refuses (softlayer-api §4.4). 0: no limiter.
    bool strictFilters = false; ///< Unknown filter paths are refused instead of ignored.

    bool operator==(const FaultPlan &) const = default;
};

} // namespace layerscope
