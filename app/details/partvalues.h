// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"
#include "core/decimal.h"
#include "details/serverparts.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>

#include <array>
#include <chrono>
#include <optional>

namespace layerscope {

/// What is known about one part of a server. A value.
struct PartStatus
{
    std::optional<QJsonValue> value; ///< The last answer, redacted; from memory until a newer one comes.
    QDateTime asOf;                  ///< When it came (UTC).
    std::chrono::milliseconds duration{0}; ///< How long its call took.
    bool isLoading = false;                ///< A call for it is under way or about to be.
    QDateTime loadingSince;                ///< UTC; only while isLoading.
    std::optional<ApiError> error;         ///< Of the last call, if that failed; an older value may stand.

    /// Nothing to show yet, but soon.
    [[nodiscard]] bool isPending() const { return isLoading && !value; }
    [[nodiscard]] bool isRefused() const { return error && error->isRefusal(); }
};

/// What the account's own list says of a server's traffic in this billing cycle, in GB, and of the pool it
/// shares that with; nullopt: nothing.
struct ListedTraffic
{
    std::optional<Decimal> out;
    std::optional<Decimal> in;
    std::optional<Decimal> projected;
    std::optional<Decimal> allocation;
    std::optional<qint64> poolId;
    QString pool; ///< Its name; may be empty.
};

/// What is known about a server, part by part: what facts are told from. A value, cheap to copy.
class PartValues
{
public:
    PartValues() = default;
    explicit PartValues(RowKind kind)
        : m_kind(kind)
    {}

    [[nodiscard]] RowKind kind() const { return m_kind; }
    [[nodiscard]] const PartStatus &at(ServerPart part) const
    {
        return m_parts[static_cast<std::size_t>(part)];
    }
    [[nodiscard]] PartStatus &at(ServerPart part) { return m_parts[static_cast<std::size_t>(part)]; }

    /// Stands where the parts are silent.
    [[nodiscard]] const ListedTraffic &listedTraffic() const { return m_listedTraffic; }
    void setListedTraffic(const ListedTraffic &traffic) { m_listedTraffic = traffic; }

    /// The API does not know the server any more, or does not let this key see it at all: its object was not
    /// found, by either call.
    [[nodiscard]] bool isGone() const;

    /// The server as one object, as a single getObject with all masks would have brought it: the small object
    /// with each known part under its own name; parts of one object or list are laid over each other, rows by
    /// their ids. Redacted, since each part is.
    [[nodiscard]] QJsonObject wholeObject() const;

private:
    RowKind m_kind = RowKind::BareMetal;
    std::array<PartStatus, serverPartCount> m_parts;
    ListedTraffic m_listedTraffic;
};

} // namespace layerscope
