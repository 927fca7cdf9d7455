// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectioncheck.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace layerscope {

namespace {

using Access = AccessFinding::Access;
using Area = AccessFinding::Area;

constexpr std::array areas{Area::Hardware, Area::Virtual, Area::Billing, Area::Bandwidth};

/// A person waits: one more try for a hiccup, and no long pauses for a host that is not there.
constexpr int attempts = 2;
constexpr std::chrono::milliseconds patience{30'000};

/// Never 1: some servers then ignore the rest of the question (softlayer-api §0.5).
constexpr ResultLimit fewRows{0, 2};

/// SoftLayer_Network_Bandwidth_Version1_Allotment.bandwidthAllotmentTypeId: the account's default rack, which
/// is none of its pools, and the pools (softlayer-api §6.4).
constexpr qint64 defaultRackAllotment = 1;
constexpr qint64 poolAllotment = 2;

/// The texts of this file; a struct, so that lupdate knows their context.
struct ConnectionCheckText
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionCheck)
};

/// What the account says of itself.
struct AccountAnswer
{
    qint64 id = 0;
    QString companyName;
    std::optional<qint64> hardware;
    std::optional<qint64> guests;
    std::optional<qint64> pools; ///< Without the default rack, which counts as an allotment, too
};

struct UserAnswer
{
    QString userName;
    QString personName;
};

std::optional<qint64> countIn(const JsonReader &account, const char *property)
{
    JsonIssues ignored; // a strange count is not worth the account
    const std::optional<qint64> number = account.withIssues(ignored)[property].integer();
    return number && *number >= 0 ? number : std::nullopt;
}

AccountAnswer decodeAccount(const JsonReader &account)
{
    return {account["id"].integer().value_or(0), account["companyName"].text().value_or(QString()),
            countIn(account, "hardwareCount"), countIn(account, "virtualGuestCount"),
            countIn(account, "virtualDedicatedRackCount")};
}

UserAnswer decodeUser(const JsonReader &user)
{
    const QString first = user["firstName"].text().value_or(QString());
    const QString last = user["lastName"].text().value_or(QString());
    return {user["username"].text().value_or(QString()), QString(first + u' ' + last).trimmed()};
}

/// How many rows came; of at most two.
qint64 countRows(const JsonReader &rows)
{
    qint64 count = 0;
    rows.forEach([&count](const JsonReader &) { ++count; });
    return count;
}

/// The same of pools, should the filter not be kept.
qint64 countPools(const JsonReader &rows)
{
    qint64 count = 0;
    rows.forEach([&count](const JsonReader &row) {
        if (row["bandwidthAllotmentTypeId"].integer() != defaultRackAllotment)
            ++count;
    });
    return count;
}

/// 1 if an amount is there, whatever it is.
qint64 decodeAmount(const JsonReader &account)
{
    return account["nextInvoiceTotalAmount"].isAbsent() ? 0 : 1;
}

ApiRequest accountCall(const char *method, ObjectMask mask)
{
    ApiRequest request;
    request.service = "SoftLayer_Account";
    request.method = method;
    request.mask = std::move(mask);
    return request;
}

ApiRequest probeOf(Area area)
{
    if (area == Area::Billing)
        return accountCall("getObject", ObjectMask{"id", "nextInvoiceTotalAmount"});
    ApiRequest request = accountCall(area == Area::Hardware  ? "getHardware"
                                     : area == Area::Virtual ? "getVirtualGuests"
                                                             : "getBandwidthAllotments",
                                     ObjectMask{"id"});
    request.limit = fewRows;
    if (area == Area::Bandwidth) { // as the list of pools is asked for, or the default rack would be one
        request.mask = ObjectMask{"id", "bandwidthAllotmentTypeId"};
        request.filter.equals("bandwidthAllotments.bandwidthAllotmentTypeId", poolAllotment);
    }
    return request;
}

/// Asking for less would fail as well.
bool isHopeless(const ApiError &error)
{
    return error.stopsEverything() || error.kind == ApiError::Kind::Offline ||
           error.kind == ApiError::Kind::Timeout;
}

} // namespace

class ConnectionCheck::Private
{
public:
    Private(ConnectionCheck &check, const Connection &connection, const ApiClient::Options &options)
        : q(check)
        , client(connection, options)
    {}

    void start();
    /// Alone at first: a wrong key is tried once, a host that is not there is sought once.
    void askForAccount(bool withCounts);
    void askForTheRest();
    void askForUser();
    void probe(Area area);
    /// One of the calls has ended. Whoever hears of the end may delete the check, so nothing comes after.
    void arrived();
    /// The same, after an error that no other call can escape.
    void fail(const ApiError &error);
    [[nodiscard]] AccessFinding finding(Area area) const;
    [[nodiscard]] std::optional<qint64> announced(Area area) const;

    template<class T>
    void ask(ApiRequest request, Decode<T> decode, std::function<void(const Result<Reply<T>> &)> done)
    {
        ++open;
        client.submit(ApiCall::make<T>(std::move(request), Priority::Visible, std::move(decode),
                                       [this, done = std::move(done)](const Result<Reply<T>> &reply) {
                                           --open;
                                           if (!isOver)
                                               done(reply);
                                       }));
    }

    ConnectionCheck &q;
    ApiClient client;
    int open = 0; ///< Calls without an answer
    bool isOver = false;
    std::optional<AccountAnswer> account;
    UserAnswer user;
    std::array<std::optional<Result<qint64>>, areas.size()> rows;
    std::optional<qint64> poolTotal; ///< By the list of pools
};

void ConnectionCheck::Private::start()
{
    askForAccount(true);
}

void ConnectionCheck::Private::askForTheRest()
{
    askForUser();
    for (const Area area : areas)
        probe(area);
}

void ConnectionCheck::Private::askForAccount(bool withCounts)
{
    ObjectMask mask{"id", "companyName"};
    if (withCounts)
        mask.addAll("hardwareCount,virtualGuestCount,virtualDedicatedRackCount");
    ask<AccountAnswer>(accountCall("getObject", mask), decodeAccount,
                       [this, withCounts](const Result<Reply<AccountAnswer>> &reply) {
                           if (reply) {
                               account = reply->value;
                               askForTheRest();
                           } else if (withCounts && !isHopeless(reply.error())) {
                               askForAccount(false); // perhaps only the counts are not permitted
                           } else {
                               fail(reply.error());
                           }
                       });
}

void ConnectionCheck::Private::askForUser()
{
    ask<UserAnswer>(accountCall("getCurrentUser", ObjectMask{"id", "username", "firstName", "lastName"}),
                    decodeUser, [this](const Result<Reply<UserAnswer>> &reply) {
                        if (!reply && reply.error().stopsEverything()) {
                            fail(reply.error());
                            return;
                        }
                        if (reply)
                            user = reply->value; // a name is nice to have
                        arrived();
                    });
}

void ConnectionCheck::Private::probe(Area area)
{
    ask<qint64>(probeOf(area),
                area == Area::Billing     ? decodeAmount
                : area == Area::Bandwidth ? countPools
                                          : countRows,
                [this, area](const Result<Reply<qint64>> &reply) {
                    if (!reply && reply.error().stopsEverything()) {
                        fail(reply.error());
                        return;
                    }
                    rows[static_cast<std::size_t>(area)] =
                        reply ? Result<qint64>(reply->value) : Result<qint64>(Unexpected(reply.error()));
                    if (reply && area == Area::Bandwidth)
                        poolTotal = reply->totalItems;
                    arrived();
                });
}

void ConnectionCheck::Private::arrived()
{
    if (isOver || open > 0)
        return;
    isOver = true;
    ConnectionReport report;
    report.userName = user.userName;
    report.personName = user.personName;
    report.accountId = account->id;
    report.companyName = account->companyName;
    for (const Area area : areas)
        report.findings.append(finding(area));
    Q_EMIT q.finished(report);
}

void ConnectionCheck::Private::fail(const ApiError &error)
{
    if (std::exchange(isOver, true))
        return;
    client.cancelAll();
    Q_EMIT q.finished(Unexpected(error));
}

std::optional<qint64> ConnectionCheck::Private::announced(Area area) const
{
    switch (area) {
    case Area::Hardware:
        return account->hardware;
    case Area::Virtual:
        return account->guests;
    case Area::Bandwidth:
        if (poolTotal.value_or(0) > 0)
            return poolTotal;
        return account->pools;
    case Area::Billing:
        break;
    }
    return std::nullopt;
}

AccessFinding ConnectionCheck::Private::finding(Area area) const
{
    AccessFinding finding;
    finding.area = area;
    finding.permission = permissionOf(area);
    const Result<qint64> &seen = *rows[static_cast<std::size_t>(area)];
    const std::optional<qint64> count = announced(area);
    if (!seen && seen.error().isRefusal()) {
        finding.access = Access::No;
        finding.sentence = ConnectionCheckText::tr("Not permitted. Ask for %1.").arg(permissionInWords(area));
    } else if (!seen) {
        finding.sentence = ConnectionCheckText::tr("Could not be told. %1").arg(seen.error().message);
    } else if (*seen > 0) {
        finding.access = Access::Yes;
        if (count.value_or(0) > 0)
            //: Of the servers, or the bandwidth pools, of an account
            finding.sentence =
                ConnectionCheckText::tr("%Ln in this account.", nullptr, static_cast<int>(*count));
    } else if (count.value_or(0) > 0) {
        finding.access = Access::No;
        finding.sentence =
            ConnectionCheckText::tr(
                "The account has %Ln, but this key sees none. Ask for %1 and for access to the devices.",
                nullptr, static_cast<int>(*count))
                .arg(permissionInWords(area));
    } else if (area == Area::Billing) {
        finding.sentence = ConnectionCheckText::tr("The API did not say.");
    } else {
        finding.sentence = ConnectionCheckText::tr("None were listed, so it cannot be told.");
    }
    return finding;
}

ConnectionCheck::ConnectionCheck(const Connection &connection, const ApiClient::Options &options,
                                 QObject *parent)
    : QObject(parent)
{
    ApiClient::Options quick = options;
    quick.maxAttempts = attempts;
    quick.leavesDownAlone = false; // a person waits for it, and it is a handful of calls
    Connection tried = connection;
    tried.timeout = std::min(connection.timeout.value_or(options.transferTimeout), patience);
    d = std::make_unique<Private>(*this, tried, quick);
}

ConnectionCheck::~ConnectionCheck() = default;

void ConnectionCheck::start()
{
    d->start();
}

} // namespace layerscope
