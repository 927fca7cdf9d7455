// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interruptwatcher.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#    include <QSocketNotifier>

#    include <csignal>
#    include <sys/socket.h>
#    include <unistd.h>
#endif

namespace layerscope {

#ifdef Q_OS_UNIX

namespace {

// A signal handler may do next to nothing: it writes a byte into a pair of sockets, whose other end the event
// loop watches.
int wakeSockets[2] = {-1, -1};

void onSignal(int number)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(wakeSockets[0], &byte, sizeof byte);
    std::signal(number, SIG_DFL);
}

} // namespace

InterruptWatcher::InterruptWatcher(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, wakeSockets) != 0)
        return; // then Ctrl+C ends the program the hard way, as without us
    auto *notifier = new QSocketNotifier(wakeSockets[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(wakeSockets[1], &byte, sizeof byte) > 0)
            Q_EMIT interrupted();
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

InterruptWatcher::~InterruptWatcher()
{
    if (wakeSockets[0] < 0)
        return;
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    for (int &socket : wakeSockets) {
        ::close(socket);
        socket = -1;
    }
}

#else

InterruptWatcher::InterruptWatcher(QObject *parent)
    : QObject(parent)
{}

InterruptWatcher::~InterruptWatcher() = default;

#endif

} // namespace layerscope
