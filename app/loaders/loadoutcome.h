// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"
#include "inventory/rowkey.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace layerscope {

/// Who this account is, from Account::getObject (softlayer-api §6.1).
struct AccountSummary
{
    qint64 id = 0;
    QString companyName;
    std::optional<qint64> hardwareCount; ///< nullopt: the key may not see it, or it was not sent
    std::optional<qint64> virtualGuestCount;
};

/// Where a load stands. Denominators are true ones: from the account's counts, then from the lists' own
/// totals.
struct LoadProgress
{
    std::optional<qint64> expectedRows; ///< nullopt until the account or a list named it
    qint64 listedRows = 0;
    qint64 settledRows = 0; ///< Rows whose wanted cells are all answered
    int callsInFlight = 0;
    std::optional<std::chrono::seconds> timeLeft; ///< Only when enough has come to tell
};

/// What a load came to. Partial success is normal.
struct LoadOutcome
{
    struct List
    {
        RowKind kind = RowKind::BareMetal;
        std::optional<qint64> announced; ///< What the account or the list said there is
        qint64 listed = 0;
        QList<ApiError> errors;
        [[nodiscard]] bool isComplete() const
        {
            return errors.isEmpty() && (!announced || listed >= *announced);
        }
    };
    QList<List> lists;
    qint64 completeRows = 0;
    qint64 partialRows = 0;
    qint64 refusedRows = 0;
    qint64 failedRows = 0;
    qint64 goneRows = 0;
    bool wasStopped = false;
    std::optional<ApiError> fatal; ///< Why nothing (more) could be had

    /// Every server of the account is there with every wanted cell answered by a value.
    [[nodiscard]] bool isComplete() const;
    /// A sentence for each thing that is missing: "1 198 of 1 204 virtual servers were listed." Translated.
    [[nodiscard]] QStringList reasons() const;
};

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::LoadOutcome)
Q_DECLARE_METATYPE(layerscope::AccountSummary)
