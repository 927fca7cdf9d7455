// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowpatch.h"
#include "loaders/fanout.h"
#include "loaders/listsource.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace layerscope {

/// The first pattern: a long list as pages side by side. Every row exactly once: always ordered by id, the
/// last page included, duplicates dropped by id, the total looked at again on every page, a missing total
/// header survived by going on until an empty page, a page that is too much (Internal Error) halved and asked
/// again (softlayer-api §9.1-9.9). GUI thread. One run an object.
class Pages : public QObject
{
    Q_OBJECT

public:
    struct Query
    {
        RowKind kind = RowKind::BareMetal;
        std::optional<ListSource> source; ///< nullopt: the account's list of this kind.
        GroupSet groups;     ///< Cell groups to ask for besides the identity. If the list is refused with
                             ///< them, or is too much, it is asked for without: they are missing then.
        int pageSize = 1000; ///< Rows a page; slim rows bear many. Never 1 (softlayer-api §0.5).
        std::optional<qint64>
            expectedTotal; ///< If known beforehand all pages go out together, else after the first.
        Priority priority = Priority::Visible;
    };

    /// What a run came to.
    struct Outcome
    {
        qint64 listed = 0;               ///< Distinct rows.
        std::optional<qint64> announced; ///< The newest total the server named, if it named any.
        int duplicates = 0;
        int withoutId = 0;
        QList<ApiError>
            errors; ///< One for each slice that could not be had in the end, one for all rows without id.
        bool wasCancelled = false;

        /// Every announced row came.
        [[nodiscard]] bool isComplete() const
        {
            return errors.isEmpty() && !wasCancelled && withoutId == 0 &&
                   (!announced || listed >= *announced);
        }
    };

    Pages(ApiClient &client, const Catalogue &catalogue, Query query, QObject *parent = nullptr);
    ~Pages() override;

    void start();
    void cancel();

Q_SIGNALS:
    /// New rows in id order within the page; pages arrive in any order. Never a row twice.
    void rowsArrived(const QList<layerscope::RowPatch> &rows);
    /// The server's own total, as soon as it is known or when it changes.
    void totalKnown(qint64 total);
    /// Once, at the end.
    void finished(const layerscope::Pages::Outcome &outcome);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace layerscope
