// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clienttest.h"

namespace layerscope {

ScriptedServer::Answer ClientTest::status(int code, const QByteArray &body, const QByteArray &header,
                                          const QByteArray &value)
{
    Answer answer{code, body, {}, Fault::None};
    if (!header.isEmpty())
        answer.headers.append({header, value});
    return answer;
}

ApiClient::Options ClientTest::withoutAsking()
{
    ApiClient::Options options;
    options.asksBeside = false;
    return options;
}

void ClientTest::useClient(ApiClient::Options options)
{
    m_client = std::make_unique<ApiClient>(connectionTo(m_server->restBase()), std::move(options), *m_clock);
}

void ClientTest::useLimits(CallLimits limits)
{
    ApiClient::Options options = withoutAsking();
    options.limits = limits;
    useClient(std::move(options));
}

void ClientTest::init()
{
    m_clock = std::make_unique<FakeClock>();
    m_server = std::make_unique<ScriptedServer>();
    m_server->setScript([](const Request &) { return rows(); });
    useClient(withoutAsking());
}

void ClientTest::cleanup()
{
    m_client.reset();
    m_server.reset();
    m_clock.reset();
}

} // namespace layerscope
