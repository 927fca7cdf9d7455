// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apirequest.h"
#include "inventory/rowkey.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace layerscope {

struct ListBelow;

/// Where a list of rows comes from: a to-many relation of the account, or of one of its rows. A value.
struct ListSource
{
    QByteArray service;
    QString objectId; ///< Empty for the account.
    QByteArray method;
    QByteArray filterRoot; ///< What paths of filters start with.
    /// Only rows with this number at this path; who relies on it looks at the rows, since a filter may be
    /// silently ignored (softlayer-api §9.34).
    struct Condition
    {
        QByteArray path;
        qint64 number = 0;
    };
    std::optional<Condition> only;

    /// All rows of a kind. Of pools those of type 2, without the default rack (softlayer-api §3.4).
    [[nodiscard]] static ListSource ofAccount(RowKind kind);
    /// One of the lists of rows below this one.
    [[nodiscard]] static ListSource below(RowKey parent, const ListBelow &list);

    /// One slice of it, ordered by id so that pages fit together.
    [[nodiscard]] ApiRequest page(const ObjectMask &mask, ResultLimit limit) const;
};

} // namespace layerscope
