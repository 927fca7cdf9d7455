// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"

#include <QList>
#include <QString>

namespace layerscope {

/// Why attempts failed, in a few words for people, translated: "503 Service Unavailable", "timed out". Holds
/// nothing of the server's own prose but its code, which is redacted already.
[[nodiscard]] QString causeInWords(const ApiError &error);

/// Counts failed attempts by cause, those of calls that succeeded later too. One of a client; its thread.
class CauseTally
{
public:
    struct Cause
    {
        QString words;
        int calls = 0; ///< Attempts that ended so.

        bool operator==(const Cause &) const = default;
    };

    /// A server that makes up a new code each time must not fill the memory.
    static constexpr qsizetype maxCauses = 50;

    /// Cancelled counts as nothing.
    void count(const ApiError &error);
    /// The most frequent first.
    [[nodiscard]] QList<Cause> causes() const;

private:
    QList<Cause> m_causes; ///< In the order in which they came up.
};

} // namespace layerscope
