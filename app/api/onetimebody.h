// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace layerscope {

/// The body of a request, most often an empty one, that can be read once only. When a connection breaks
/// before the answer came, QNetworkAccessManager sends the request again by itself, and nobody who counts
/// requests a second sees it. With a body that cannot be rewound it gives up instead (ContentReSendError),
/// and the call is sent again by us.
class OneTimeBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneTimeBody(QByteArray bytes, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return false; }
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace layerscope
