// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/connectionreport.h"
#include "api/apiclient.h"

#include <QObject>

#include <memory>

namespace layerscope {

/// Tries a connection before anything is saved: who am I, which account is it, and what may this key see.
/// First the account alone, so that a wrong key is tried once, then a few small calls side by side; reads
/// only. Ends with finished() exactly once after start(), unless it is destroyed first, which aborts it
/// silently; it may be deleted by whoever hears finished(). GUI thread.
class ConnectionCheck : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionCheck(const Connection &connection, const ApiClient::Options &options = {},
                             QObject *parent = nullptr);
    ~ConnectionCheck() override;

    void start();

Q_SIGNALS:
    /// Errors: why no call can succeed, each kind with its own sentence (wrong key, unknown host, TLS, proxy,
    /// no route, inactive account …). A refused or failed part is a finding, no error.
    void finished(const layerscope::Result<layerscope::ConnectionReport> &report);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace layerscope
