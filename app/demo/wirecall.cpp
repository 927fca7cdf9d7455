// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/wirecall.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView restRoots[] = {"/rest/v3.1/", "/rest/v3/"};

QString decoded(const QByteArray &text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

/// In a query a plus is a blank (softlayer-api §1.6).
QString decodedValue(QByteArray text)
{
    return decoded(text.replace('+', ' '));
}

QString defaultMethod(const QByteArray &verb)
{
    static const QHash<QByteArray, QString> methods = {
        {"GET", u"getObject"_s},
        {"POST", u"createObject"_s},
        {"PUT", u"editObject"_s},
        {"DELETE", u"deleteObject"_s},
    };
    return methods.value(verb);
}

WireError badRequest()
{
    return {500, u"SoftLayer_Exception_WebService_BadRequest"_s, u"Bad request"_s};
}

/// Ids are numbers or UUIDs; methods start with a letter and have no hyphen.
bool looksLikeId(const QString &segment)
{
    return !segment.isEmpty() && (segment.front().isDigit() || segment.contains(u'-'));
}

} // namespace

QString WireCall::fullName() const
{
    return service + u"::"_s + method;
}

bool isRestPath(const QByteArray &path)
{
    return std::any_of(std::begin(restRoots), std::end(restRoots),
                       [&](QByteArrayView root) { return path.startsWith(root); });
}

Result<WireCall, WireError> readCall(const QByteArray &verb, const QByteArray &path, const QByteArray &query,
                                     const QByteArray &body)
{
    WireCall call;
    call.extension = u"json"_s;
    call.method = defaultMethod(verb);
    if (call.method.isEmpty())
        return Unexpected(badRequest());

    QStringList segments = decoded(path).split(u'/', Qt::SkipEmptyParts).sliced(2);
    if (segments.isEmpty() || segments.size() > 3)
        return Unexpected(badRequest());
    if (const qsizetype dot = segments.last().lastIndexOf(u'.'); dot >= 0) {
        call.extension = segments.last().sliced(dot + 1);
        segments.last().truncate(dot);
    }
    call.service = segments.takeFirst();
    if (!segments.isEmpty() && (segments.size() == 2 || looksLikeId(segments.first())))
        call.id = segments.takeFirst();
    if (!segments.isEmpty())
        call.method = segments.takeFirst();

    for (const QByteArray &part : query.split('&')) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = part.left(equals);
        const QString value = equals < 0 ? QString() : decodedValue(part.sliced(equals + 1));
        if (name == "objectMask")
            call.mask = value;
        else if (name == "objectFilter")
            call.filter = value;
        else if (name == "resultLimit")
            call.limit = value;
    }

    call.bringsArguments = verb == "POST" || verb == "PUT";
    if (call.bringsArguments) {
        const QJsonDocument document = QJsonDocument::fromJson(body);
        const bool isExpected = document.isObject() && document["parameters"_L1].isArray();
        if (!body.isEmpty() && !isExpected)
            return Unexpected(badRequest());
        call.parameters = document["parameters"_L1].toArray();
    }
    return call;
}

} // namespace layerscope::demo
