// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/logredaction.h"

#include "api/connection.h"
#include "api/redactor.h"
#include "core/terminaltext.h"

#include <QMutex>

#include <cstdio>
#include <optional>
#include <utility>

namespace layerscope {

namespace {

/// Only what is secret of a connection, and whose it is.
struct Known
{
    Credentials credentials;
    std::optional<QNetworkProxy> proxy;

    [[nodiscard]] bool isSame(const Known &other) const
    {
        return credentials.user == other.credentials.user && credentials.secret == other.credentials.secret &&
               proxy == other.proxy;
    }
    void addTo(Redactor &redactor) const { redactor.addSecretsOf({{}, credentials, proxy}); }
};

/// Never destroyed: the last lines of a process come from the destructors of others.
struct Store
{
    QMutex mutex;
    QList<Known> known; ///< The one that was learnt last at the end.
    Redactor redactor;  ///< Of all: with one for each, a short secret could cut another one in two.
};

Store &store()
{
    static auto *instance = new Store;
    return *instance;
}

/// Qt warns of itself when a call ends that had its error and not its end yet. It is right to end it, and it
/// tells people nothing.
bool isAboutQtItself(const QString &message)
{
    return message.startsWith(QLatin1String("QNetworkReplyImplPrivate::error: Internal problem"));
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (isAboutQtItself(message))
        return;
    const QString line = qFormatLogMessage(type, context, message);
    if (line.isNull()) // the pattern leaves out this kind of message
        return;
    // In one piece, so that the lines of several threads do not mix.
    const QByteArray bytes = terminalText(LogRedaction::redacted(line)).toLocal8Bit() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace

void LogRedaction::install()
{
    qInstallMessageHandler(write);
}

void LogRedaction::learn(const Connection &connection)
{
    const Known known{connection.credentials, connection.proxy};
    Store &all = store();
    const QMutexLocker lock(&all.mutex);
    for (qsizetype i = 0; i < all.known.size(); ++i) {
        if (all.known[i].isSame(known)) {
            all.known.move(i, all.known.size() - 1);
            return;
        }
    }
    all.known.append(known);
    if (all.known.size() <= maxConnections) {
        known.addTo(all.redactor);
        return;
    }
    all.known.removeFirst();
    all.redactor = {};
    for (const Known &one : std::as_const(all.known))
        one.addTo(all.redactor);
}

QString LogRedaction::redacted(const QString &text)
{
    Store &all = store();
    Redactor redactor;
    {
        const QMutexLocker lock(&all.mutex);
        redactor = all.redactor;
    }
    return redactor.redacted(text);
}

} // namespace layerscope
