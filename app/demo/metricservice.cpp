// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/metricservice.h"

#include "api/timestamp.h"
#include "demo/deviceproperties.h"
#include "demo/metricids.h"
#include "demo/metricseries.h"
#include "demo/pool.h"
#include "demo/poolindex.h"
#include "demo/wirevalues.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint64 metricKey = 0x6D657472U; // keeps these lots apart from those of devices and pools

// The server's choice where no rollup is asked.
constexpr qint64 ownStep = 3600;
// More rows than this are "too large": where the real limit is, is not known (softlayer-api §4.2). A month of
// the finest rows of both directions still passes.
constexpr qint64 maxRows = 20'000;

WireError invalid(const QString &text)
{
    return {500, u"SoftLayer_Exception_InvalidValue"_s, text};
}

/// One counter: its rows' type, the usage of this cycle, and which lots are its own.
struct Counter
{
    QString type;
    std::optional<qint64> usage; ///< 10^-5 GB. nullopt: it has none.
    bool isPublic = true;
};

/// Whose traffic it is, as far as it matters here.
struct Subject
{
    JsonObject trackingObject;
    qint64 since = 0;
    bool isDevice = true;
    bool isGuest = false;
    std::vector<Counter> counters;
};

Subject subjectOf(const Device &device)
{
    Subject subject;
    subject.trackingObject = property(device, u"metricTrackingObject"_s).toObject();
    subject.since = device.createdAt();
    subject.isGuest = !device.isHardware();
    // A server that is still being set up has sent nothing yet.
    const auto unlessNew = [&](qint64 amount) {
        return device.isProvisioning() ? std::nullopt : std::optional(amount);
    };
    subject.counters = {{u"publicIn_net_octet"_s, device.inboundPublic(), true},
                        {u"publicOut_net_octet"_s, device.outboundPublic(), true},
                        {u"privateIn_net_octet"_s, unlessNew(device.inboundPrivate()), false},
                        {u"privateOut_net_octet"_s, unlessNew(device.outboundPrivate()), false}};
    return subject;
}

Subject subjectOf(const Pool &pool, const PoolTotals &totals)
{
    Subject subject;
    subject.trackingObject = {{u"id"_s, metricIdOfPool(pool.number())},
                              {u"resourceTableId"_s, pool.id()},
                              {u"startDate"_s, wireDate(pool.createdAt())}};
    subject.since = pool.createdAt();
    subject.isDevice = false;
    subject.counters = {{u"publicIn_net_octet"_s, totals.inbound, true},
                        {u"publicOut_net_octet"_s, totals.outbound, true}};
    return subject;
}

/// nullopt: nothing has this tracking object, or what had it is deleted.
std::optional<Subject> findSubject(const SimulatedAccount &account, qint64 id,
                                   const CallCircumstances &circumstances)
{
    const AccountShape &shape = account.shape();
    const std::optional<MetricOwner> owner = metricOwner(shape, id);
    if (!owner)
        return std::nullopt;
    if (owner->kind == MetricOwner::Kind::Pool) {
        const Pool pool(shape, owner->number);
        if (circumstances.vanishedPools.contains(pool.id()))
            return std::nullopt;
        return subjectOf(pool, account.pools()->totals(owner->number));
    }
    const auto kind = owner->kind == MetricOwner::Kind::Hardware ? DeviceKind::Hardware : DeviceKind::Guest;
    const Device device(shape, kind, owner->number);
    if (circumstances.vanished(kind).contains(device.id()))
        return std::nullopt;
    return subjectOf(device);
}

/// Dates come as YYYY-MM-DD, ISO 8601 or seconds of the epoch, which may be a text too (softlayer-api §6.13).
std::optional<qint64> readMoment(const QJsonValue &value)
{
    if (value.isDouble())
        return static_cast<qint64>(value.toDouble());
    const QString text = value.toString().trimmed();
    bool isNumber = false;
    if (const qint64 seconds = text.toLongLong(&isNumber); isNumber)
        return seconds;
    const auto moment = Timestamp::fromIso(text);
    if (!moment)
        return std::nullopt;
    // Without a zone it is US Central time (softlayer-api §5), which this account keeps at -06:00.
    static const QRegularExpression zone(u"[T ].*(Z|[+-]\\d\\d:?\\d\\d)$"_s);
    constexpr qint64 central = 6 * 3600;
    return moment->msecsUtc / 1000 + (zone.match(text).hasMatch() ? 0 : central);
}

/// The arguments of getBandwidthData.
struct Span
{
    qint64 begin = 0;
    qint64 end = 0;
    QString network; ///< "public", "private", or empty for both and the rest.
    std::optional<qint64> rollup;
};

Result<Span, WireError> readSpan(const QJsonArray &parameters)
{
    static constexpr std::array rollups{300, 600, 1800, 3600, 43200, 86400};
    const auto begin = readMoment(parameters.at(0));
    const auto end = readMoment(parameters.at(1));
    if (!begin || !end)
        return Unexpected(invalid(u"Invalid date."_s));
    // Outward to the boundaries of collection.
    const auto floored = [](qint64 time) { return time - time % MetricSeries::slotSeconds; };
    Span span{
        floored(*begin), floored(*end + MetricSeries::slotSeconds - 1), parameters.at(2).toString(), {}};
    if (!span.network.isEmpty() && span.network != "public"_L1 && span.network != "private"_L1)
        return Unexpected(invalid(u"Invalid bandwidth type."_s));
    if (const QJsonValue rollup = parameters.at(3); !rollup.isNull() && !rollup.isUndefined()) {
        if (std::find(rollups.begin(), rollups.end(), rollup.toInt()) == rollups.end())
            return Unexpected(invalid(u"Invalid rollup."_s));
        span.rollup = rollup.toInt();
    }
    return span;
}

JsonObject row(const JsonValue &counter, qint64 time, const QString &type)
{
    return {{u"counter"_s, counter}, {u"dateTime"_s, wireDate(time)}, {u"type"_s, type}};
}

/// What a device's counters bring besides traffic.
void addLoad(JsonArray &rows, const Draw &draw, qint64 time)
{
    const auto nth = static_cast<quint64>(time);
    rows.append(row(draw.below(10'000, Trait::Cores, nth) / 100.0, time, u"cpu0"_s));
    rows.append(row(draw.below(64, Trait::Memory, nth), time, u"memory"_s));
    rows.append(row(draw.below(10'000, Trait::Memory, nth + 1) / 100.0, time, u"memory_usage"_s));
}

Answer bandwidthData(const AccountShape &shape, const Subject &subject, qint64 id, const WireCall &call,
                     const CallCircumstances &circumstances)
{
    const auto span = readSpan(call.parameters);
    if (!span)
        return Unexpected(span.error());
    if (circumstances.refusesGuestRollup && subject.isGuest && span->rollup) {
        // Without a code, as it was reported [I softlayer-python#1561].
        return Unexpected(WireError{500,
                                    {},
                                    u"Metric Service call failed after attempting to connect to these "
                                    u"hosts, in order: metrics01.example.com, metrics02.example.com"_s});
    }

    const Draw draw(scramble(shape.seed()) ^ scramble(metricKey + static_cast<quint64>(id)));
    const MetricGaps gaps(draw, subject.since);
    struct Asked
    {
        QString type;
        MetricSeries series;
    };
    std::vector<Asked> asked;
    for (const Counter &counter : subject.counters) {
        const bool isWanted = span->network.isEmpty() || (span->network == "public"_L1) == counter.isPublic;
        if (isWanted && counter.usage)
            asked.push_back({counter.type, MetricSeries(draw, asked.size(), gaps, *counter.usage)});
    }

    const qint64 step = span->rollup.value_or(ownStep);
    const qint64 end = std::min(span->end, accountNow);
    const bool bringsLoad = span->network.isEmpty() && subject.isDevice;
    const qint64 types = static_cast<qint64>(asked.size()) + (bringsLoad ? 3 : 0);
    if ((span->end - span->begin) / step * types > maxRows) {
        return Unexpected(WireError{500, u"SoftLayer_Exception_MaximumResultLimit"_s,
                                    u"The expected result is too large."_s});
    }

    JsonArray rows;
    for (qint64 start = span->begin - span->begin % step; start < end; start += step) {
        const qint64 from = std::max(start, span->begin);
        const qint64 until = std::min(start + step, end);
        for (const Asked &counter : asked) {
            if (const auto bytes = counter.series.bytes(from, until))
                rows.append(row(*bytes, start, counter.type));
        }
        if (bringsLoad && !gaps.isMissing(from / 3600))
            addLoad(rows, draw, start);
    }
    return Payload{rows, std::nullopt, static_cast<int>(rows.size()), 0};
}

Answer dataTypes(const Subject &subject)
{
    JsonArray types;
    for (const Counter &counter : subject.counters) {
        QString keyName = counter.type;
        keyName.chop(qsizetype{u"_net_octet"_s.size()});
        types.append(JsonObject{{u"keyName"_s, keyName.toUpper()},
                                {u"name"_s, counter.type},
                                {u"summaryType"_s, u"sum"_s},
                                {u"unit"_s, u"bytes"_s}});
    }
    return Payload{types, std::nullopt, static_cast<int>(types.size()), 0};
}

/// SoftLayer_Metric_Tracking_Object_Type. Only the pools' words are documented; nobody should read the
/// others.
Answer typeOf(const Subject &subject)
{
    const JsonObject pool{{u"keyname"_s, u"VIRTUAL_DEDICATED_RACK"_s}, {u"name"_s, u"Bandwidth Allotment"_s}};
    const JsonObject device{{u"keyname"_s, subject.isGuest ? u"VIRTUAL_GUEST"_s : u"HARDWARE_SERVER"_s},
                            {u"name"_s, subject.isGuest ? u"Virtual Server"_s : u"Server"_s}};
    return Payload{subject.isDevice ? device : pool, std::nullopt, 1, 0};
}

} // namespace

Answer callMetric(const SimulatedAccount &account, const WireCall &call,
                  const CallCircumstances &circumstances)
{
    const qint64 id = call.id.toLongLong();
    const auto subject = findSubject(account, id, circumstances);
    if (!subject)
        return Unexpected(notFound(call.id));
    if (call.method == "getBandwidthData"_L1)
        return bandwidthData(account.shape(), *subject, id, call, circumstances);
    if (call.method == "getMetricDataTypes"_L1)
        return dataTypes(*subject);
    if (call.method == "getType"_L1)
        return typeOf(*subject);
    if (call.method == "getObject"_L1) {
        const TypeInfo *type = findType(u"SoftLayer_Metric_Tracking_Object"_s);
        return objectAnswer(
            [&](const QString &name, const QStringList &) { return subject->trackingObject.value(name); },
            call, type, type);
    }
    return Unexpected(unknownMethod(call));
}

} // namespace layerscope::demo
