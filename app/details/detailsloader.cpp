// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/detailsloader.h"

#include "inventory/kinds.h"

#include <algorithm>

namespace layerscope {

using std::chrono::milliseconds;

DetailsLoader::DetailsLoader(ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{}

DetailsLoader::~DetailsLoader() = default;

void DetailsLoader::show(RowKey server)
{
    if (m_server == server)
        return;
    m_parts.reset(); // aborts
    m_server = server;
    m_values = PartValues(server.kind);
    for (const ServerPartSpec &spec : partsOf(server.kind)) {
        if (const std::optional<DetailsCache::Seen> seen = m_cache.find(server, spec.part)) {
            PartStatus &status = m_values.at(spec.part);
            status.value = seen->value;
            status.asOf = seen->asOf;
            status.duration = seen->duration;
        }
    }
    markLoading();

    const milliseconds now = m_client.clock().now();
    const bool isBurst = m_lastShow && now - *m_lastShow < burstPause;
    m_lastShow = now;
    askSoon(isBurst ? burstPause : milliseconds(0));
    Q_EMIT serverChanged();
}

void DetailsLoader::clear()
{
    if (!m_server)
        return;
    m_parts.reset();
    m_server.reset();
    m_values = PartValues();
    ++m_generation;
    Q_EMIT serverChanged();
}

void DetailsLoader::refresh()
{
    if (!m_server)
        return;
    m_parts.reset();
    markLoading();
    askSoon(milliseconds(0));
    for (const ServerPartSpec &spec : partsOf(m_server->kind))
        Q_EMIT partChanged(spec.part);
}

void DetailsLoader::retry(ServerPart part)
{
    const ServerPartSpec *spec = m_server ? specOf(m_server->kind, part) : nullptr;
    if (!spec || !m_parts) // not asked for yet: will be
        return;
    PartStatus &status = m_values.at(part);
    status.isLoading = true;
    status.loadingSince = m_client.clock().utcNow();
    status.error.reset();
    m_parts->retry(spec->key);
    Q_EMIT partChanged(part);
}

bool DetailsLoader::isLoading() const
{
    if (!m_server)
        return false;
    const std::span<const ServerPartSpec> parts = partsOf(m_server->kind);
    return std::any_of(parts.begin(), parts.end(),
                       [this](const ServerPartSpec &spec) { return m_values.at(spec.part).isLoading; });
}

void DetailsLoader::markLoading()
{
    for (const ServerPartSpec &spec : partsOf(m_server->kind)) {
        PartStatus &status = m_values.at(spec.part);
        status.isLoading = true;
        status.loadingSince = m_client.clock().utcNow();
        status.error.reset();
    }
}

void DetailsLoader::askSoon(milliseconds delay)
{
    const quint64 generation = ++m_generation;
    m_client.clock().callAfter(delay, this, [this, generation] {
        if (generation == m_generation)
            ask();
    });
}

void DetailsLoader::ask()
{
    const RowKind kind = m_server->kind;
    m_parts = std::make_unique<ObjectParts>(m_client, kindSpec(kind).service, QString::number(m_server->id),
                                            partSpecsOf(kind));
    connect(m_parts.get(), &ObjectParts::arrived, this,
            [this, kind](const QByteArray &key, const QJsonValue &value, milliseconds duration) {
                if (const std::optional<ServerPart> part = partOfKey(kind, key))
                    take(*part, value, duration);
            });
    connect(m_parts.get(), &ObjectParts::failed, this,
            [this, kind](const QByteArray &key, const ApiError &error) {
                if (const std::optional<ServerPart> part = partOfKey(kind, key))
                    fail(*part, error);
            });
    m_parts->start();
}

void DetailsLoader::take(ServerPart part, const QJsonValue &value, milliseconds duration)
{
    PartStatus &status = m_values.at(part);
    status.value = value;
    status.asOf = m_client.clock().utcNow();
    status.duration = duration;
    status.isLoading = false;
    status.error.reset();
    m_cache.put(*m_server, part, {value, status.asOf, duration});
    Q_EMIT partChanged(part);
}

void DetailsLoader::fail(ServerPart part, const ApiError &error)
{
    PartStatus &status = m_values.at(part);
    status.isLoading = false;
    status.error = error;
    if (status.isRefused()) { // what may not be seen any more is not shown from memory either
        status.value.reset();
        m_cache.forget(*m_server, part);
    }
    Q_EMIT partChanged(part);
}

} // namespace layerscope
