// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/streamdevice.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <utility>

#ifdef Q_OS_UNIX
#    include <climits>
#    include <csignal>
#    include <fcntl.h>
#    include <poll.h>
#    include <sys/stat.h>
#    include <unistd.h>
#endif

namespace layerscope {

StreamDevice::StreamDevice(CancelToken cancel)
    : m_cancel(std::move(cancel))
{}

StreamDevice::~StreamDevice()
{
    StreamDevice::close();
}

qint64 StreamDevice::readData(char *data, qint64 maxSize)
{
    Q_UNUSED(data)
    Q_UNUSED(maxSize)
    return -1;
}

#ifdef Q_OS_UNIX

namespace {

/// How long Ctrl+C may take to be noticed; twenty looks a second cost nothing.
constexpr int cancelCheckMsecs = 50;

bool isStreamMode(mode_t mode)
{
    return !S_ISREG(mode) && !S_ISDIR(mode);
}

} // namespace

bool StreamDevice::isStream(int descriptor)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 && isStreamMode(status.st_mode);
}

bool StreamDevice::isStream(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 && isStreamMode(status.st_mode);
}

bool StreamDevice::fail(int errorNumber)
{
    m_isFull = errorNumber == ENOSPC || errorNumber == EDQUOT;
    setErrorString(qt_error_string(errorNumber));
    return false;
}

bool StreamDevice::openPath(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    while (!m_cancel.isCancelled()) {
        m_descriptor = ::open(name.constData(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
        if (m_descriptor >= 0) {
            m_isOwned = true;
            // A reader that goes away is an error to tell of, not the end of the program.
            ::signal(SIGPIPE, SIG_IGN);
            return open(QIODevice::WriteOnly | QIODevice::Unbuffered);
        }
        if (errno != ENXIO || !isStream(path)) // ENXIO: a FIFO that nobody reads yet
            return fail(errno);
        ::poll(nullptr, 0, cancelCheckMsecs);
    }
    return false;
}

bool StreamDevice::openDescriptor(int descriptor)
{
    // Not set non-blocking, since others share it: a shell its terminal, say. A terminal is opened once more
    // instead, for us alone; elsewhere no more is written at once than there is room for.
    if (::isatty(descriptor) == 1) {
        if (const char *terminal = ::ttyname(descriptor)) {
            m_descriptor = ::open(terminal, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
            m_isOwned = m_descriptor >= 0;
        }
    }
    if (m_descriptor < 0)
        m_descriptor = descriptor;
    const int flags = ::fcntl(m_descriptor, F_GETFL);
    if (flags < 0)
        return fail(errno);
    if ((flags & O_ACCMODE) == O_RDONLY)
        return fail(EBADF);
    ::signal(SIGPIPE, SIG_IGN);
    return open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

void StreamDevice::close()
{
    if (isOpen())
        QIODevice::close();
    if (m_isOwned)
        ::close(m_descriptor);
    m_descriptor = -1;
    m_isOwned = false;
}

bool StreamDevice::isTerminal() const
{
    return ::isatty(m_descriptor) == 1;
}

/// False: cancelled.
bool StreamDevice::waitForRoom() const
{
    while (!m_cancel.isCancelled()) {
        pollfd waiting{m_descriptor, POLLOUT, 0};
        if (::poll(&waiting, 1, cancelCheckMsecs) > 0)
            return true; // room, or an error that the next write tells of
    }
    return false;
}

qint64 StreamDevice::writeData(const char *data, qint64 size)
{
    while (waitForRoom()) {
        // So much fits into a pipe that has room, be it set blocking (POSIX).
        const auto atOnce = static_cast<std::size_t>(std::min<qint64>(size, PIPE_BUF));
        const ssize_t written = ::write(m_descriptor, data, atOnce);
        if (written > 0) {
            m_bytesTaken += written;
            return written;
        }
        if (written < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
            (void)fail(errno);
            return -1;
        }
    }
    return -1;
}

#else

bool StreamDevice::isStream(int)
{
    return false;
}

bool StreamDevice::isStream(const QString &)
{
    return false;
}

bool StreamDevice::fail(int)
{
    return false;
}

bool StreamDevice::openPath(const QString &)
{
    return false;
}

bool StreamDevice::openDescriptor(int)
{
    return false;
}

void StreamDevice::close() {}

bool StreamDevice::isTerminal() const
{
    return false;
}

bool StreamDevice::waitForRoom() const
{
    return false;
}

qint64 StreamDevice::writeData(const char *, qint64)
{
    return -1;
}

#endif

} // namespace layerscope
