// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simulatedapi.h"

#include "demo/faultyanswers.h"
#include "demo/gzip.h"
#include "demo/simplelist.h"
#include "demo/wirebody.h"

#include <algorithm>
#include <utility>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = Fault::Kind;

const QString poolService = u"SoftLayer_Network_Bandwidth_Version1_Allotment"_s;
const QString vlanService = u"SoftLayer_Network_Vlan"_s;
const QString subnetService = u"SoftLayer_Network_Subnet"_s;

/// Outside the REST address: XML-RPC for its users, a page for everybody else.
SimulatedResponse elsewhere(const QByteArray &path)
{
    if (!path.startsWith("/xmlrpc/") && !path.startsWith("/soap/"))
        return gatewayPage(404, "404 Not Found");
    SimulatedResponse response;
    response.contentType = "text/xml";
    response.body =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodResponse><fault><value><struct>"
        "<member><name>faultCode</name><value><string>SoftLayer_Exception_Public</string></value></member>"
        "<member><name>faultString</name><value><string>Invalid request</string></value></member>"
        "</struct></value></fault></methodResponse>\n";
    return response;
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

    const QList<Fault> faults = m_judge.judge(call->fullName(), call->mask, call->id, request.now);
    const Fault *slow = find(faults, Kind::ExtraLatency);
    const std::chrono::milliseconds extra(slow ? slow->amount : 0);
    SimulatedResponse response;
    const WireCall meant = withOwnIds(*call, faults);
    if (auto faulty = answerInstead(faults, meant)) {
        response = std::move(*faulty);
        response.delay = m_latency.delay(0, 0) + extra;
    } else {
        auto payload = m_services.call(meant, circumstancesOf(meant, faults));
        const Fault *limit = find(faults, Kind::TooMuchAbove);
        const bool isTooMuch = payload && limit && qint64{payload->rows} * payload->relations > limit->amount;
        if (!payload || isTooMuch) {
            response = refusal(payload ? internalError() : payload.error());
            response.delay = m_latency.delay(0, 0) + extra;
        } else {
            response.rows = payload->rows;
            response.delay = m_latency.delay(payload->relations, payload->rows) + extra;
            bend(*payload, faults);
            response.contentType = "application/json";
            response.body = bentBytes(payload->value.toText(), faults);
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
    response.isStruck = !faults.isEmpty();
    response.drops = find(faults, Kind::Drop) != nullptr;
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
        {poolService + u"::getPrivateNetworkOnlyHardware"_s, &CallCircumstances::vanishedHardware},
        {poolService + u"::getVirtualGuests"_s, &CallCircumstances::vanishedGuests},
        {u"SoftLayer_Account::getNetworkVlans"_s, &CallCircumstances::vanishedVlans},
        {u"SoftLayer_Account::getSubnets"_s, &CallCircumstances::vanishedSubnets},
        {vlanService + u"::getSubnets"_s, &CallCircumstances::vanishedSubnets},
        {vlanService + u"::getHardware"_s, &CallCircumstances::vanishedHardware},
        {vlanService + u"::getVirtualGuests"_s, &CallCircumstances::vanishedGuests},
        {subnetService + u"::getHardware"_s, &CallCircumstances::vanishedHardware},
        {subnetService + u"::getVirtualGuests"_s, &CallCircumstances::vanishedGuests},
    };
    for (const Fault &fault : m_judge.plan().faults) {
        if (fault.kind != Kind::RowsVanish && fault.kind != Kind::RowsAppear)
            continue;
        const auto isInForce = [&](const QString &method) {
            const bool hasHappened = m_listCalls.value(method) >= fault.amount;
            return method.contains(fault.scope.method) && hasHappened == (fault.kind == Kind::RowsVanish);
        };
        for (const auto &[method, missing] : lists) {
            if (isInForce(method))
                circumstances.*missing += fault.ids;
        }
        for (const SimpleList *list : simpleLists()) {
            if (isInForce(list->fullMethod()))
                circumstances.vanishedRows[list->relationName()] += fault.ids;
        }
    }
    ++m_listCalls[call.fullName()];
    return circumstances;
}

} // namespace layerscope::demo
