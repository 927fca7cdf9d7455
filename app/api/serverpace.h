// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QMap>

namespace layerscope {

/// How many rows one answer may have.
struct RowsBorne
{
    int rows = 0;           ///< 0: nobody knows.
    bool isLimited = false; ///< More were too much.

    bool operator==(const RowsBorne &) const = default;
};

/// What the server of one account was seen to bear, and to refuse. Kept from load to load, so that the next
/// one begins where this one ended, and does not find out again what was too much, or what is not permitted.
/// A value.
struct ServerPace
{
    int callsAtOnce = 0;               ///< 0: nobody knows.
    QMap<QByteArray, RowsBorne> lists; ///< Details in batches, by the name of the list's method.
    /// What was refused for all rows of a sort, in words of whoever asked for it: see ApiClient::refused().
    QMap<QByteArray, QByteArrayList> refused = {};

    bool operator==(const ServerPace &) const = default;
};

} // namespace layerscope
