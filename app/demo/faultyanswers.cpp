// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/faultyanswers.h"

#include "demo/accountshape.h"
#include "demo/faultjudge.h"
#include "demo/maskparser.h"
#include "demo/wirebody.h"

#include <QRegularExpression>

#include <algorithm>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = Fault::Kind;

const QByteArray jsonType = "application/json";
const QByteArray htmlType = "text/html; charset=UTF-8";

// Stand in a value for what no value can hold, until the answer is bytes. No text of the account has them.
constexpr auto notANumber = "@not a number@"_L1;
constexpr auto strayByte = "@stray byte@"_L1;

QByteArray titleOf(qint64 status)
{
    switch (status) {
    case 302:
        return "302 Found";
    case 403:
        return "403 Forbidden";
    case 404:
        return "404 Not Found";
    case 503:
        return "503 Service Unavailable";
    default:
        return QByteArray::number(status);
    }
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

/// `change` of each value that stands under this name, on any level.
template<class Change>
JsonValue withChanged(const JsonValue &value, const QString &property, Change change)
{
    if (value.isArray()) {
        JsonArray elements;
        for (const JsonValue &element : value.toArray())
            elements.append(withChanged(element, property, change));
        return elements;
    }
    if (!value.isObject())
        return value;
    JsonObject object;
    for (const JsonMember &member : value.toObject()) {
        const JsonValue inner = withChanged(member.value, property, change);
        object.insert(member.name, member.name == property ? JsonValue(change(inner)) : inner);
    }
    return object;
}

/// `change` of this property of the object, or of each object of a list; not below them.
template<class Change>
JsonValue withRowsChanged(const JsonValue &value, const QString &property, Change change)
{
    if (value.isArray()) {
        JsonArray rows;
        for (const JsonValue &row : value.toArray())
            rows.append(withRowsChanged(row, property, change));
        return rows;
    }
    JsonObject object = value.toObject();
    if (!value.isObject() || !object.contains(property))
        return value;
    object.insert(property, JsonValue(change(object.value(property))));
    return object;
}

JsonValue asNumberedObject(const JsonValue &value)
{
    if (!value.isArray())
        return value;
    JsonObject object;
    qsizetype key = 0;
    for (const JsonValue &element : value.toArray()) {
        object.insert(QString::number(key), element);
        key += 2;
    }
    return object;
}

JsonValue withStrayByte(const JsonValue &value)
{
    if (!value.isString())
        return value;
    QString text = value.toString();
    return text.insert(text.size() / 2, strayByte);
}

} // namespace

WireError internalError()
{
    return {500, u"SoftLayer_Exception_Public"_s, u"Internal Error"_s};
}

SimulatedResponse refusal(const WireError &error)
{
    SimulatedResponse response;
    response.status = error.status;
    response.contentType = jsonType;
    response.body = wireJson(error);
    return response;
}

SimulatedResponse gatewayPage(int status, const QByteArray &title)
{
    SimulatedResponse response;
    response.status = status;
    response.contentType = htmlType;
    response.body = "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><h1>" + title +
                    "</h1></body></html>\n";
    return response;
}

WireCall withOwnIds(WireCall call, const QList<Fault> &faults)
{
    const Fault *large = find(faults, Kind::LargeIds);
    if (!large)
        return call;
    const auto own = [large](const QString &digits) {
        const qint64 number = digits.toLongLong();
        return number >= large->amount ? QString::number(number - large->amount) : digits;
    };
    call.id = own(call.id);
    static const QRegularExpression numbers(u"\\d+"_s);
    qsizetype at = 0;
    for (auto match = numbers.match(call.filter); match.hasMatch(); match = numbers.match(call.filter, at)) {
        const QString replaced = own(match.captured());
        call.filter.replace(match.capturedStart(), match.capturedLength(), replaced);
        at = match.capturedStart() + replaced.size();
    }
    return call;
}

std::optional<SimulatedResponse> answerInstead(const QList<Fault> &faults, const WireCall &call)
{
    for (const Fault &fault : faults) {
        switch (fault.kind) {
        case Kind::Refusal:
            return refusal({static_cast<int>(fault.amount), fault.property, fault.text});
        case Kind::NumericCode: {
            SimulatedResponse response;
            response.status = static_cast<int>(fault.amount);
            response.contentType = jsonType;
            response.body = R"({"error":"Internal Error","code":500})";
            return response;
        }
        case Kind::GatewayPage: {
            SimulatedResponse response = gatewayPage(static_cast<int>(fault.amount), titleOf(fault.amount));
            if (fault.amount == 302)
                response.headers.emplaceBack("Location", "https://login.example.com/");
            return response;
        }
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
            return refusal(internalError());
        case Kind::SuccessWithError: {
            SimulatedResponse response = refusal(internalError());
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
            response.contentType = jsonType;
            return response;
        }
        case Kind::HtmlBadGateway:
            return gatewayPage(502, "502 Bad Gateway");
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

void bend(Payload &payload, const QList<Fault> &faults)
{
    for (const Fault &fault : faults) {
        switch (fault.kind) {
        case Kind::WrongType:
            payload.value = withRowsChanged(payload.value, fault.property, [](const JsonValue &) {
                return JsonObject{{u"unexpected"_s, JsonArray{1, 2}}};
            });
            break;
        case Kind::OtherNumber:
            payload.value = withChanged(payload.value, fault.property,
                                        [&](const JsonValue &) { return JsonValue(fault.amount); });
            break;
        case Kind::NotANumber:
            payload.value = withChanged(payload.value, fault.property,
                                        [](const JsonValue &) { return JsonValue(notANumber); });
            break;
        case Kind::InvalidUtf8:
            payload.value = withChanged(payload.value, fault.property, withStrayByte);
            break;
        case Kind::ListAsObject:
            payload.value = fault.property.isEmpty()
                                ? asNumberedObject(payload.value)
                                : withChanged(payload.value, fault.property, asNumberedObject);
            break;
        case Kind::LargeIds:
            payload.value = withRowsChanged(payload.value, u"id"_s, [&](const JsonValue &id) {
                return JsonValue(id.toInteger() + fault.amount);
            });
            break;
        case Kind::MissingTotal:
            payload.total.reset();
            break;
        case Kind::WrongTotal:
            if (payload.total)
                payload.total = fault.amount;
            break;
        case Kind::TotalOff:
            if (payload.total)
                payload.total = *payload.total + fault.amount;
            break;
        case Kind::SingleObject:
            if (payload.value.isArray() && payload.value.toArray().size() == 1)
                payload.value = JsonValue(payload.value.toArray().at(0));
            break;
        case Kind::NullElement:
            if (payload.value.isArray()) {
                JsonArray rows = payload.value.toArray();
                rows.insert(rows.size() / 2, JsonValue());
                payload.value = rows;
            }
            break;
        default:
            break; // these come in place of the answer, or concern its bytes
        }
    }
}

QByteArray bentBytes(QByteArray body, const QList<Fault> &faults)
{
    if (find(faults, Kind::NotANumber))
        body.replace(QByteArray(QByteArray("\"") + notANumber.data() + "\""), "NaN");
    if (find(faults, Kind::InvalidUtf8))
        body.replace(strayByte.data(), "\xFF");
    return body;
}

} // namespace layerscope::demo
