// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/objectparts.h"

#include "api/redactor.h"
#include "loaders/callgroup.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace layerscope {

ObjectParts::ObjectParts(ApiClient &client, QByteArray service, QString objectId, QList<PartSpec> parts,
                         QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_service(std::move(service))
    , m_objectId(std::move(objectId))
    , m_parts(std::move(parts))
{}

ObjectParts::~ObjectParts() = default;

void ObjectParts::start()
{
    m_underWay.clear();
    for (const PartSpec &part : std::as_const(m_parts))
        ask(part);
}

bool ObjectParts::retry(const QByteArray &key)
{
    const auto part = std::find_if(m_parts.cbegin(), m_parts.cend(),
                                   [&key](const PartSpec &candidate) { return candidate.key == key; });
    if (part == m_parts.cend())
        return false;
    ask(*part);
    return true;
}

void ObjectParts::cancel()
{
    m_underWay.clear();
}

ApiRequest ObjectParts::request(const PartSpec &part) const
{
    ApiRequest request;
    request.service = m_service;
    request.method = part.method;
    request.objectId = m_objectId;
    request.mask = part.mask;
    request.parameters = part.parameters;
    return request;
}

void ObjectParts::ask(const PartSpec &part)
{
    // What is not kept cannot leak: secrets that nobody asked for end on the worker.
    const auto decode = [redactor = m_client.redactor()](const JsonReader &root) {
        return redactor.redacted(root.raw());
    };
    auto callGroup = std::make_unique<CallGroup>(m_client);
    callGroup->add(ApiCall::make<QJsonValue>(
        request(part), Priority::Visible, decode,
        [this, key = part.key](const Result<Reply<QJsonValue>> &result) { end(key, result); }));
    m_underWay.insert_or_assign(part.key, std::move(callGroup));
}

void ObjectParts::end(const QByteArray &key, const Result<Reply<QJsonValue>> &result)
{
    const QByteArray name = key; // the caller's dies with its CallGroup
    m_underWay.erase(name);
    const QPointer<ObjectParts> self(this);
    if (result)
        Q_EMIT arrived(name, result->value, result->duration);
    else
        Q_EMIT failed(name, result.error());
    if (self && isDone())
        Q_EMIT done();
}

} // namespace layerscope
