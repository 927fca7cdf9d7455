// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/apicalls.h"
#include "support/scriptedserver.h"

#include <QObject>

#include <memory>

namespace layerscope {

/// What tests of the client have in common: for each test function a clock that stands still, a server that
/// answers two rows to everything, and a client between them.
class ClientTest : public QObject
{
    Q_OBJECT

protected:
    using Answer = ScriptedServer::Answer;
    using Fault = ScriptedServer::Answer::Fault;
    using Request = ScriptedServer::Request;

    [[nodiscard]] static Answer rows() { return ScriptedServer::json(R"([{"id":1},{"id":2}])"); }
    [[nodiscard]] static Answer hold() { return ScriptedServer::fault(Fault::Hold); }
    [[nodiscard]] static Answer status(int code, const QByteArray &body = "{}", const QByteArray &header = {},
                                       const QByteArray &value = {});

    /// What most tests are about is one attempt after the other.
    [[nodiscard]] static ApiClient::Options withoutAsking();
    /// Another client in place of the one that is there.
    void useClient(ApiClient::Options options);
    void useLimits(CallLimits limits);
    /// One call at a time, so that others have to queue.
    void useOneSlot() { useLimits({1, 1, 1'000}); }

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_client;

private Q_SLOTS:
    void init();
    void cleanup();
};

} // namespace layerscope
