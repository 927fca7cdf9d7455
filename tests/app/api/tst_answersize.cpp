// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiclient.h"

#include "api/httpattempt.h"
#include "support/clienttest.h"
#include "support/testmain.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace layerscope;
using namespace std::chrono_literals;

namespace {

/// Answers each request with a head and then with the same piece again and again.
class EndlessServer
{
public:
    enum class Pace {
        AsTaken,
        OfALine, ///< A piece a millisecond, 250 MB a second: more than comes over any line.
    };

    EndlessServer(QByteArray head, QByteArray piece, Pace pace = Pace::AsTaken)
        : m_head(std::move(head))
        , m_piece(std::move(piece))
        , m_pace(pace)
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                serve(socket);
        });
    }

    [[nodiscard]] QUrl restBase() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/rest/v3.1/").arg(m_server.serverPort()));
    }
    [[nodiscard]] qint64 sent() const { return m_sent; }
    [[nodiscard]] int open() const { return m_open; }

private:
    void serve(QTcpSocket *socket)
    {
        ++m_open;
        QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
            --m_open;
            socket->deleteLater();
        });
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            if (!socket->readAll().endsWith("\r\n\r\n"))
                return;
            socket->write(m_head);
            begin(socket);
        });
    }

    void begin(QTcpSocket *socket)
    {
        if (m_pace == Pace::AsTaken) {
            QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [this, socket] {
                while (send(socket)) {
                }
            });
            send(socket);
            return;
        }
        auto *timer = new QTimer(socket);
        timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(timer, &QTimer::timeout, socket, [this, socket] { send(socket); });
        timer->start(1);
    }

    /// False: the client is gone, or has not taken what was sent.
    bool send(QTcpSocket *socket)
    {
        if (socket->state() != QAbstractSocket::ConnectedState ||
            socket->bytesToWrite() >= 4 * m_piece.size())
            return false;
        socket->write(m_piece);
        m_sent += m_piece.size();
        return true;
    }

    QTcpServer m_server;
    QByteArray m_head;
    QByteArray m_piece;
    Pace m_pace;
    qint64 m_sent = 0;
    int m_open = 0;
};

constexpr qint64 piece = 256 * 1024;
/// What Qt, the sockets and the system may hold beside what was taken.
constexpr qint64 onTheWay = 24 * 1024 * 1024;

/// A zlib stream of that many bytes, about a tenth as long: less dense than what Qt takes for a bomb.
QByteArray deflated(qint64 size)
{
    QByteArray block(4096, ' ');
    QByteArray text("[");
    text.reserve(size);
    QRandomGenerator random(1);
    while (text.size() < size) {
        for (int i = 0; i < 400; ++i)
            block[i] = static_cast<char>('a' + random.bounded(26));
        text += block;
    }
    return qCompress(text, 1).mid(4); // after the length that qCompress puts before it
}

} // namespace

/// Answers that are longer than anything that we ask for may be.
class TestAnswerSize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopsAnEndlessAnswer_data();
    void stopsAnEndlessAnswer();
    void believesALength();
    void countsWhatIsUnpacked();
    void stopsAnEndlessHead();
    void readsWhatTheSystemCounts();
    void takesALongOne_data();
    void takesALongOne();
};

void TestAnswerSize::stopsAnEndlessAnswer_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("without a length") << QByteArray("HTTP/1.1 200 OK\r\n\r\n[") << QByteArray(piece, '[');
    QByteArray chunk = QByteArray::number(piece, 16) + "\r\n" + QByteArray(piece, ' ') + "\r\n";
    QTest::newRow("in chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                               << chunk;
    QTest::newRow("an error's") << QByteArray("HTTP/1.1 500 No\r\n\r\n[") << QByteArray(piece, '[');
}

void TestAnswerSize::stopsAnEndlessAnswer()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, body);
    // Of chunks Qt reads ahead whatever buffer it was given: as fast as memory, it hears late that it is
    // enough.
    const bool isChunked = head.contains("chunked");
    EndlessServer server(head, body, isChunked ? EndlessServer::Pace::OfALine : EndlessServer::Pace::AsTaken);
    FakeClock clock;
    ApiClient::Options options;
    options.maxAttempts = 1;
    ApiClient client(connectionTo(server.restBase()), options, clock);
    CallOutcome outcome;
    client.submit(idCall(outcome));
    QTRY_VERIFY_WITH_TIMEOUT(outcome.timesDone == 1, 60'000);
    QVERIFY2(outcome.failedAs(ApiError::Kind::TooMuch), qPrintable(outcome.error->message));
    QTRY_COMPARE(server.open(), 0); // and nobody goes on sending
    QVERIFY2(server.sent() < HttpAttempt::largestBody + onTheWay, qPrintable(QString::number(server.sent())));
}

void TestAnswerSize::believesALength()
{
    EndlessServer server("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n[", QByteArray(piece, ' '));
    FakeClock clock;
    ApiClient::Options options;
    options.maxAttempts = 1;
    ApiClient client(connectionTo(server.restBase()), options, clock);
    CallOutcome outcome;
    client.submit(idCall(outcome));
    QTRY_VERIFY_WITH_TIMEOUT(outcome.failedAs(ApiError::Kind::TooMuch), 60'000);
    QTRY_COMPARE(server.open(), 0);
    QVERIFY2(server.sent() < onTheWay, qPrintable(QString::number(server.sent())));
}

void TestAnswerSize::countsWhatIsUnpacked()
{
    const QByteArray body = deflated(HttpAttempt::largestBody + 8 * 1024 * 1024);
    QVERIFY2(body.size() < HttpAttempt::largestBody / 4 && body.size() > HttpAttempt::largestBody / 30,
             qPrintable(QString::number(body.size())));
    ScriptedServer server;
    server.setScript([&](const ScriptedServer::Request &) {
        ScriptedServer::Answer answer = ScriptedServer::json(body);
        answer.headers.emplaceBack("Content-Encoding", "deflate");
        return answer;
    });
    FakeClock clock;
    ApiClient::Options options;
    options.maxAttempts = 1;
    ApiClient client(connectionTo(server.restBase()), options, clock);
    CallOutcome outcome;
    client.submit(idCall(outcome));
    QTRY_VERIFY_WITH_TIMEOUT(outcome.timesDone == 1, 60'000);
    QVERIFY2(outcome.failedAs(ApiError::Kind::TooMuch), qPrintable(outcome.error->message));
}

/// Something arrives and arrives, and no head of an answer comes of it.
void TestAnswerSize::stopsAnEndlessHead()
{
    ScriptedServer server;
    server.setScript([](const ScriptedServer::Request &) {
        return ScriptedServer::fault(ScriptedServer::Answer::Fault::Hold);
    });
    FakeClock clock;
    qint64 read = 1'000'000'000;
    ArrivalMeter arrivals([&read] { return std::optional(read); });
    ConnectionLife life;
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    const ConnectionPool::Sent sent{manager.get(QNetworkRequest(server.restBase())), &life, nullptr,
                                    &arrivals};
    HttpAttempt attempt(sent, {10min, 10min}, clock, nullptr);
    QSignalSpy finished(&attempt, &HttpAttempt::finished);
    QTRY_COMPARE(server.heldCount(), 1);

    read += 500'000'000; // another answer's
    arrivals.claim(500'000'000);
    clock.advance(10s);
    QCOMPARE(finished.size(), 0);
    read += HttpAttempt::largestHead;
    clock.advance(1s);
    QCOMPARE(finished.size(), 0);
    read += 1;
    clock.advance(1s);
    QCOMPARE(finished.size(), 1);
    QVERIFY(finished.first().first().value<HttpAnswer>().ending == HttpAnswer::Ending::TooLarge);
    QTRY_COMPARE(server.heldCount(), 0);
}

void TestAnswerSize::readsWhatTheSystemCounts()
{
    ArrivalMeter arrivals;
    const std::optional<qint64> before = arrivals.unclaimed();
    if (!before)
        QSKIP("this system does not count what a process reads");
    QFile zeros(QStringLiteral("/dev/zero"));
    QVERIFY(zeros.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    QCOMPARE(zeros.read(1'000'000).size(), 1'000'000);
    const std::optional<qint64> after = arrivals.unclaimed();
    QVERIFY(after);
    QVERIFY(*after - *before >= 1'000'000 && *after - *before < 1'100'000);
    arrivals.claim(400'000);
    QVERIFY(*arrivals.unclaimed() - *before < 700'000);
}

void TestAnswerSize::takesALongOne_data()
{
    QTest::addColumn<bool>("isPacked");
    QTest::newRow("as it is") << false;
    QTest::newRow("packed") << true;
}

/// Longer than what is read ahead; nothing of it may be lost, nor stay where it is.
void TestAnswerSize::takesALongOne()
{
    QFETCH(const bool, isPacked);
    QByteArray body("[");
    qint64 count = 0;
    for (; body.size() < 30'000'000; ++count) {
        body += "{\"id\":" + QByteArray::number(count) + ",\"note\":\"" +
                QByteArray::number(QRandomGenerator::global()->generate64(), 36) + "\"},\n";
    }
    body += "{\"id\":" + QByteArray::number(count) + "}]";
    ScriptedServer server;
    server.setScript([&](const ScriptedServer::Request &) {
        ScriptedServer::Answer answer = ScriptedServer::json(isPacked ? qCompress(body, 1).mid(4) : body);
        if (isPacked)
            answer.headers.emplaceBack("Content-Encoding", "deflate");
        return answer;
    });
    FakeClock clock;
    ApiClient client(connectionTo(server.restBase()), clock);
    CallOutcome outcome;
    client.submit(idCall(outcome));
    QTRY_VERIFY_WITH_TIMEOUT(outcome.timesDone == 1, 120'000);
    QVERIFY2(outcome.reply, outcome.error ? qPrintable(outcome.error->message) : "");
    QCOMPARE(outcome.reply->value.size(), count + 1);
    QCOMPARE(outcome.reply->value.last(), count);
    QCOMPARE(outcome.reply->bytes, qint64(body.size()));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestAnswerSize)
#include "tst_answersize.moc"
