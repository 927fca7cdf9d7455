// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/faultplan.h"

#include <QList>

namespace layerscope {

/// A way to go wrong that asking again gets over.
struct PassingFault
{
    const char *name;
    Fault fault;
    bool isOnlyAskedAgain = false; ///< Each call that it strikes costs one more, and nothing else.
};

/// All that an answer of the API or of a gateway may be, now and then (softlayer-api §4 and §9).
[[nodiscard]] inline QList<PassingFault> passingFaults()
{
    using Kind = Fault::Kind;
    using namespace Qt::Literals::StringLiterals;
    const auto refusal = [](const QString &code, const QString &text) {
        return Fault{Kind::Refusal, {}, 500, code, {}, text};
    };
    return {{"rate limit", {Kind::RateLimited}, true},
            {"429", {Kind::TooManyRequests}, true},
            {"429 with a pause", {Kind::TooManyRequests, {}, 1}, true},
            {"internal error", {Kind::InternalError}},
            {"500 with another text", refusal(u"SoftLayer_Exception"_s, u"Unable to edit the object."_s)},
            {"metrics' words", refusal({}, u"Metric Service call failed after attempting to connect."_s)},
            {"unavailable", refusal(u"SoftLayer_Exception_Unavailable"_s, u"Try again later."_s)},
            {"503", {Kind::GatewayPage, {}, 503}, true},
            {"success that is an error", {Kind::SuccessWithError}},
            {"number as code, 200", {Kind::NumericCode, {}, 200}},
            {"number as code, 500", {Kind::NumericCode, {}, 500}},
            {"empty body", {Kind::EmptyBody}, true},
            {"cut-off JSON", {Kind::TruncatedJson}, true},
            {"XML", {Kind::Xml}, true},
            {"null between rows", {Kind::NullElement}},
            {"one row without brackets", {Kind::SingleObject}},
            {"no total", {Kind::MissingTotal}},
            {"list as an object", {Kind::ListAsObject}},
            {"tags as an object", {Kind::ListAsObject, {}, 0, u"tagReferences"_s}},
            {"compressed", {Kind::Gzip}},
            {"slow", {Kind::ExtraLatency, {}, 20}},
            {"dropped", {Kind::Drop}}};
}

} // namespace layerscope
