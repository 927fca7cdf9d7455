// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/canceltoken.h"

#include <QIODevice>
#include <QString>

namespace layerscope {

/// Standard output, a FIFO, a terminal or another device, to be written on a worker: what may take no bytes
/// for as long as it likes. While it waits, for a FIFO's reader or for room, it looks at a token, so that who
/// cancels is not kept waiting. Nothing written can be taken back. POSIX only; one thread.
class StreamDevice final : public QIODevice
{
    Q_OBJECT

public:
    explicit StreamDevice(CancelToken cancel);
    ~StreamDevice() override;

    /// Whether this open descriptor or path is of such a kind. A file is not: it takes bytes at once.
    [[nodiscard]] static bool isStream(int descriptor);
    [[nodiscard]] static bool isStream(const QString &path);

    /// Waits until somebody reads if it is a FIFO. False with errorString(), or if it was cancelled.
    [[nodiscard]] bool openPath(const QString &path);
    /// Leaves the descriptor itself open when it is closed.
    [[nodiscard]] bool openDescriptor(int descriptor);
    void close() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool isTerminal() const;
    [[nodiscard]] qint64 bytesTaken() const { return m_bytesTaken; }
    /// The last error was that there is no room.
    [[nodiscard]] bool isFull() const { return m_isFull; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    [[nodiscard]] bool fail(int errorNumber);
    [[nodiscard]] bool waitForRoom() const;

    CancelToken m_cancel;
    int m_descriptor = -1;
    bool m_isOwned = false;
    bool m_isFull = false;
    qint64 m_bytesTaken = 0;
};

} // namespace layerscope
