// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/detailscache.h"
#include "details/partvalues.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace layerscope {

/// The server that a person looks at, in full: its parts side by side (loaders/objectparts.h), each with a
/// state of its own. Another server takes the place of the present one at once: what is under way for the old
/// one is aborted, what is remembered of the new one stands from the first moment, marked with its age, and
/// is refreshed. GUI thread; owns its calls, not the client.
///
/// Calls go out in the next turn of the event loop. Only while one server follows another faster than
/// `burstPause` (a key held down) they wait until that long after the last one: else the calls of servers
/// that nobody saw would use up the 45 starts a second that the account may make.
class DetailsLoader : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds burstPause{100};

    explicit DetailsLoader(ApiClient &client, QObject *parent = nullptr);
    ~DetailsLoader() override;

    /// Shows this server; nothing if it is shown already.
    void show(RowKey server);
    /// Shows none.
    void clear();
    /// Asks again for every part; what stands stays until it is replaced.
    void refresh();
    /// Asks again for one part, also while it is under way.
    void retry(ServerPart part);

    [[nodiscard]] std::optional<RowKey> server() const { return m_server; }
    /// Of the server that is shown.
    [[nodiscard]] const PartValues &values() const { return m_values; }
    [[nodiscard]] bool isLoading() const;

Q_SIGNALS:
    /// server() is another one, or none; every part with it.
    void serverChanged();
    void partChanged(layerscope::ServerPart part);

private:
    void ask();
    void askSoon(std::chrono::milliseconds delay);
    void markLoading();
    void take(ServerPart part, const QJsonValue &value, std::chrono::milliseconds duration);
    void fail(ServerPart part, const ApiError &error);

    ApiClient &m_client;
    DetailsCache m_cache;
    std::optional<RowKey> m_server;
    PartValues m_values;
    std::unique_ptr<ObjectParts> m_parts; ///< Of m_server, once its calls were made.
    quint64 m_generation = 0; ///< Of the server and its load: a delayed start of an older one does nothing.
    std::optional<std::chrono::milliseconds> m_lastShow;
};

} // namespace layerscope
