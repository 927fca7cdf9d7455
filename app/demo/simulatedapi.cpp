// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simulatedapi.h"

#include "demo/accountshape.h"
#include "demo/gzip.h"
#include "demo/wirebody.h"

#include <algorithm>
#include <utility>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = Fault::Kind;

constexpr QByteArrayView jsonType = "application/json";
constexpr QByteArrayView htmlType = "text/html; charset=UTF-8";

const QString poolService = u"SoftLayer_Network_Bandwidth_Version1_Allotment"_s;

const WireError internalError{500, u"SoftLayer_Exception_Public"_s, u"Internal Error"_s};

SimulatedResponse refusal(const WireError &error)
{
    SimulatedResponse response;
    response.status = error.status;
    response.contentType = jsonType.toByteArray();
    response.body = wireJson(error);
    return response;
}

SimulatedResponse page(int status, const QByteArray &title)
{
    SimulatedResponse response;
    response.status = status;
    response.contentType = htmlType.toByteArray();
    response.body = "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><h1>" + title +
                    "</h1></body></html>\n";
    return response;
}

/// Outside the REST address: XML-RPC for its users, a page for everybody else.
SimulatedResponse elsewhere(const QByteArray &path)
{
    if (!path.startsWith("/xmlrpc/") && !path.startsWith("/soap/"))
        return page(404, "404 Not Found");
    SimulatedResponse response;
    response.contentType = "text/xml";
    response.body =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodResponse><fault><value><struct>"
        "<member><name>faultCode</name><value><string>SoftLayer_Exception_Public</string></value></member>"
        "<member><name>faultString</name><value><string>Invalid request</string></value></member>"
        "</struct></value></fault></methodResponse>\n";
    return response;
}

bool concerns(const Fault &fault, const WireCall &call)
{
    return std::any_of(fault.ids.cbegin(), fault.ids.cend(), [&](qint64 id) {
        const QString text = QString::number(id);
        if (call.id == text)
            return true;
        // Whole numbers only: 14 must not be found in 140.
        for (qsizetype at = call.filter.indexOf(text); at >= 0; at = call.filter.indexOf(text, at + 1)) {
            const bool startsHere = at == 0 || !call.filter.at(at - 1).isDigit();
            const qsizetype end = at + text.size();
            if (startsHere && (end == call.filter.size() || !call.filter.at(end).isDigit()))
                return true;
        }
        return false;
    });
}

bool isAbout(const WireCall &call, const QString &relation)
{
    if (call.method.compare(QString(u"get"_s + relation), Qt::CaseInsensitive) == 0)
        return true;
    const auto tree = parseMask(call.mask);
    if (!tree)
        return false;
    const auto names = [&](const auto &self, const QList<MaskNode> &nodes) -> bool {
        return std::any_of(nodes.cbegin(), nodes.cend(), [&](const MaskNode &node) {
            return node.name == relation || self(self, node.children);
        });
    };
    return std::any_of(tree->roots.cbegin(), tree->roots.cend(),
                       [&](const RootMask &root) { return names(names, root.children); });
}

/// Faults that answer in place of the API. nullopt: the call goes through.
std::optional<SimulatedResponse> faultyAnswer(const QList<Fault> &faults, const WireCall &call)
{
    for (const Fault &fault : faults) {
        switch (fault.kind) {
        case Kind::RateLimited:
            return refusal({500, u"SoftLayer_Exception_WebService_RateLimitExceeded"_s,
                            u"Rate limit of 50 requests for every 1 second(s) exceeded."_s});
        case Kind::TooManyRequests: {
            SimulatedResponse response;
            response.status = 429;
            response.contentType = "text/plain";
            response.body = "slow down\n";
            if (fault.amount > 0)
                response.headers.emplaceBack("Retry-After", QByteArray::number(fault.amount));
            return response;
        }
        case Kind::InternalError:
            return refusal(internalError);
        case Kind::SuccessWithError: {
            SimulatedResponse response = refusal(internalError);
            response.status = 200;
            return response;
        }
        case Kind::ExpiredToken:
            return refusal({500, u"SoftLayer_Exception_Account_Authentication_AccessTokenValidation"_s,
                            u"Unable to validate access token"_s});
        case Kind::InactiveAccount:
            return refusal({500, u"SoftLayer_Exception_Public"_s,
                            u"Account %1 is not ACTIVE. Your request cannot be processed."_s.arg(
                                AccountShape::accountId())});
        case Kind::EmptyBody: {
            SimulatedResponse response;
            response.contentType = jsonType.toByteArray();
            return response;
        }
        case Kind::HtmlBadGateway:
            return page(502, "502 Bad Gateway");
        case Kind::Xml: {
            SimulatedResponse response;
            response.contentType = "application/xml";
            response.body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<root><item/></root>\n";
            return response;
        }
        case Kind::NotFound:
            if (concerns(fault, call)) {
                return refusal({404, u"SoftLayer_Exception_ObjectNotFound"_s,
                                u"Unable to find object with id of '%1'."_s.arg(
                                    call.id.isEmpty() ? QString::number(fault.ids.first()) : call.id)});
            }
            break;
        case Kind::RefusedRelation:
            if (isAbout(call, fault.property))
                return refusal({500, u"SoftLayer_Exception_AccessDenied"_s, u"Access Denied."_s});
            break;
        case Kind::ConcealedRelation:
            if (isAbout(call, fault.property))
                return refusal(notFound(call.id));
            break;
        default:
            break; // these bend the answer instead
        }
    }
    return std::nullopt;
}

QJsonValue withWrongType(const QJsonValue &value, const QString &property)
{
    const auto bend = [&](const QJsonValue &row) {
        QJsonObject object = row.toObject();
        if (object.contains(property))
            object.insert(property, QJsonObject{{u"unexpected"_s, QJsonArray{1, 2}}});
        return object;
    };
    if (!value.isArray())
        return bend(value);
    QJsonArray rows;
    for (const QJsonValue &row : value.toArray())
        rows.append(bend(row));
    return rows;
}

/// Faults that change what the answer says.
void bend(Payload &payload, const QList<Fault> &faults)
{
    for (const Fault &fault : faults) {
        if (fault.kind == Kind::WrongType)
            payload.value = withWrongType(payload.value, fault.property);
        if (fault.kind == Kind::MissingTotal)
            payload.total.reset();
        if (!payload.value.isArray())
            continue;
        QJsonArray rows = payload.value.toArray();
        if (fault.kind == Kind::SingleObject && rows.size() == 1) {
            payload.value = rows.first();
        } else if (fault.kind == Kind::NullElement) {
            rows.insert(rows.size() / 2, QJsonValue());
            payload.value = rows;
        }
    }
}

} // namespace

SimulatedApi::SimulatedApi(const SimulatedAccount &account, LatencyModel latency, FaultPlan plan,
                           Credentials credentials)
    : m_services(account)
    , m_latency(latency)
    , m_judge(std::move(plan))
    , m_credentials(std::move(credentials))
{}

void SimulatedApi::setFaultPlan(FaultPlan plan)
{
    m_judge = FaultJudge(std::move(plan));
    m_listCalls.clear();
}

SimulatedResponse SimulatedApi::answer(const SimulatedRequest &request)
{
    if (!isRestPath(request.path))
        return elsewhere(request.path);
    const auto call = readCall(request.verb, request.path, request.query, request.body);
    if (!call)
        return refusal(call.error());

    const auto logged = [&](SimulatedResponse response) {
        response.call = *call;
        return response;
    };
    if (!isAuthorized(request.authorization))
        return logged(refusal({401, u"SoftLayer_Exception_Public"_s, u"Access Denied. "_s}));
    if (!m_limiter.admit(request.now, m_judge.plan().callsPerSecond)) {
        return logged(refusal({500, u"SoftLayer_Exception_WebService_RateLimitExceeded"_s,
                               u"Rate limit of %1 requests for every 1 second(s) exceeded."_s.arg(
                                   m_judge.plan().callsPerSecond)}));
    }
    if (call->extension != "json"_L1) {
        SimulatedResponse response =
            refusal({500, u"SoftLayer_Exception_Public"_s, u"Only JSON is simulated."_s});
        response.contentType = "application/xml";
        response.body = wireXml({500, u"SoftLayer_Exception_Public"_s, u"Only JSON is simulated."_s});
        return logged(response);
    }

    const QList<Fault> faults = m_judge.judge(call->fullName(), call->mask, call->id);
    const Fault *slow = find(faults, Kind::ExtraLatency);
    const std::chrono::milliseconds extra(slow ? slow->amount : 0);
    SimulatedResponse response;
    if (auto faulty = faultyAnswer(faults, *call)) {
        response = std::move(*faulty);
        response.delay = m_latency.delay(0, 0) + extra;
    } else {
        auto payload = m_services.call(*call, circumstancesOf(*call, faults));
        const Fault *limit = find(faults, Kind::TooMuchAbove);
        const bool isTooMuch = payload && limit && qint64{payload->rows} * payload->relations > limit->amount;
        if (!payload || isTooMuch) {
            response = refusal(payload ? internalError : payload.error());
            response.delay = m_latency.delay(0, 0) + extra;
        } else {
            response.rows = payload->rows;
            response.delay = m_latency.delay(payload->relations, payload->rows) + extra;
            bend(*payload, faults);
            response.contentType = jsonType.toByteArray();
            response.body = wireJson(payload->value);
            if (payload->total)
                response.headers.emplaceBack("SoftLayer-Total-Items", QByteArray::number(*payload->total));
        }
    }
    if (find(faults, Kind::TruncatedJson))
        response.body.truncate(response.body.size() / 2);
    if (find(faults, Kind::Gzip) && request.acceptsGzip) {
        response.body = gzip(response.body);
        response.headers.emplaceBack("Content-Encoding", "gzip");
    }
    response.headers.emplaceBack("Vary", "Accept-Encoding");
    response.hangs = find(faults, Kind::Hang) != nullptr;
    return logged(std::move(response));
}

bool SimulatedApi::isAuthorized(const QByteArray &authorization) const
{
    constexpr QByteArrayView basic = "Basic ";
    if (authorization.startsWith(basic)) {
        const auto pair = QString::fromUtf8(QByteArray::fromBase64(authorization.sliced(basic.size())));
        return pair == m_credentials.userName + u':' + m_credentials.apiKey ||
               pair == u"apikey:"_s + m_credentials.apiKey;
    }
    return authorization == "Bearer " + m_credentials.accessToken.toUtf8();
}

CallCircumstances SimulatedApi::circumstancesOf(const WireCall &call, const QList<Fault> &faults)
{
    CallCircumstances circumstances;
    circumstances.number = ++m_callNumber;
    circumstances.ignoresFilter = find(faults, Kind::FilterIgnored);
    circumstances.ignoresOffsetOfOne = find(faults, Kind::LimitOneQuirk);
    circumstances.refusesGuestRollup = find(faults, Kind::GuestRollup);
    if (m_judge.plan().strictFilters)
        circumstances.unknownPaths = WireFilter::UnknownPaths::Refused;

    // Which rows a list method shows, and so what a fault in its scope may take away.
    static const std::pair<QString, QList<qint64> CallCircumstances::*> lists[] = {
        {u"SoftLayer_Account::getHardware"_s, &CallCircumstances::vanishedHardware},
        {u"SoftLayer_Account::getVirtualGuests"_s, &CallCircumstances::vanishedGuests},
        {u"SoftLayer_Account::getBandwidthAllotments"_s, &CallCircumstances::vanishedPools},
        {u"SoftLayer_Account::getVirtualDedicatedRacks"_s, &CallCircumstances::vanishedPools},
        {poolService + u"::getHardware"_s, &CallCircumstances::vanishedHardware},
        {poolService + u"::getBareMetalInstances"_s, &CallCircumstances::vanishedHardware},
        {poolService + u"::getVirtualGuests"_s, &CallCircumstances::vanishedGuests},
    };
    for (const Fault &fault : m_judge.plan().faults) {
        if (fault.kind != Kind::RowsVanish)
            continue;
        for (const auto &[method, vanished] : lists) {
            if (method.contains(fault.scope.method) && m_listCalls.value(method) >= fault.amount)
                circumstances.*vanished += fault.ids;
        }
    }
    ++m_listCalls[call.fullName()];
    return circumstances;
}

} // namespace layerscope::demo
