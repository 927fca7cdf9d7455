// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/connection.h"
#include "api/serverpace.h"

#include <QDateTime>
#include <QString>

#include <chrono>

namespace layerscope {

/// Where the pace of each account is kept between two starts. A cache: what cannot be read, or makes no
/// sense, counts as unknown, and what cannot be written is measured anew next time. Accounts are told apart
/// by a hash of endpoint and user, never by their names. Of a server on this machine nothing is kept: it is
/// the demo account, or a tunnel that leads somewhere else tomorrow. A value; reads and writes a small file,
/// several processes at once.
class PaceFile
{
public:
    /// Beyond so many accounts the one goes whose pace has been the same for longest.
    static constexpr int maxAccounts = 50;

    /// Of nothing: reads as unknown, writes nowhere.
    PaceFile() = default;
    explicit PaceFile(QString path);
    /// In the person's own cache folder.
    [[nodiscard]] static QString usualPath();

    /// What was too much longer ago is worth another try: the server may have been ill. And who was refused
    /// something may be permitted it by now.
    static constexpr std::chrono::hours limitsLast{24};
    /// `now`: in UTC, as in setPace().
    [[nodiscard]] ServerPace pace(const Connection &connection, const QDateTime &now) const;
    void setPace(const Connection &connection, const ServerPace &pace, const QDateTime &now) const;

private:
    QString m_path;
};

} // namespace layerscope
