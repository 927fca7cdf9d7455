// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <memory>

class QTcpSocket;

namespace layerscope {

/// Forwards bytes between a client and an HTTP server on loopback, and damages some of the answers on the
/// way, below what a well-behaved server can do by itself. Lives on the test's thread.
class FaultProxy : public QObject
{
    Q_OBJECT

public:
    enum class Fault {
        None,
        Drop,        ///< The connection is closed when the request arrives; the server never sees it.
        HalfBody,    ///< The head and half of the first piece of the body, then closed.
        Drip,        ///< The whole answer, a few bytes a turn of the event loop.
        Hang,        ///< No answer, ever; the server never sees the request.
        HalfHead,    ///< Half of the head, then closed.
        DamagedGzip, ///< The body is said to be compressed and begins as if it were.
        LongLength,  ///< Content-Length says more than comes before the connection is closed.
        ShortLength, ///< Content-Length says less than comes.
        BadChunk,    ///< Chunks, one of which has no length.
        EndlessBody, ///< Rows without end, for as long as the client takes them.
        EndlessHead, ///< Header lines without end, likewise.
    };
    /// Asked for each request, in order of arrival.
    using Plan = std::function<Fault()>;

    /// A share of the requests in a thousand, drawn by lot.
    [[nodiscard]] static Plan sometimes(Fault fault, quint32 perMille, quint32 seed = 1);
    /// An outage: begins after so many requests and ends after so many more. 0: it never ends.
    [[nodiscard]] static Plan outage(Fault fault, int afterRequests, int forRequests = 0);

    explicit FaultProxy(quint16 serverPort, QObject *parent = nullptr);
    ~FaultProxy() override;

    void setPlan(Plan plan);
    [[nodiscard]] quint16 port() const;
    /// The server's base with this proxy's port in it.
    [[nodiscard]] QUrl restBase() const; ///< "http://127.0.0.1:<port>/rest/v3.1/"
    [[nodiscard]] int faultCount() const { return m_faults; }
    /// Requests so far, damaged ones included: what really went out, with those that the network layer sent
    /// again by itself.
    [[nodiscard]] int requestCount() const { return m_requests; }
    /// Bytes of endless answers that clients took.
    [[nodiscard]] qint64 endlessBytes() const { return m_endlessBytes; }

private:
    class Pair;

    QTcpServer m_listener;
    quint16 m_serverPort;
    Plan m_plan;
    int m_faults = 0;
    int m_requests = 0;
    qint64 m_endlessBytes = 0;
};

} // namespace layerscope
