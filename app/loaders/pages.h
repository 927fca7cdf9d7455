// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowpatch.h"
#include "loaders/callgroup.h"
#include "loaders/listsource.h"

#include <QObject>

#include <memory>
#include <optional>

namespace layerscope {

/// The first pattern: a long list as pages side by side. Every row exactly once: always ordered by id, the
/// last page included, duplicates dropped by id, the total looked at again on every page, a missing total
/// header survived by going on until nothing new comes, a page that is too much (Internal Error) halved and
/// asked again (softlayer-api §9.1-9.9). A page that is lost costs its own rows, never the others. If no
/// answer comes, nor to less in two places or more, the list is given up: within twice a call's time limit
/// after the last that came, if those calls may be under way side by side.
///
/// Rows that come and go meanwhile shift those behind them, past the edge of a page that was read already,
/// and the total may be what it was. So each page begins with the last row of the one before: where they do
/// not meet, the rows there are read again, a few times, and if they never meet the outcome says so. GUI
/// thread. One list an object.
///
///     start() ▶ rowsArrived(), totalKnown() … ▶ finished()      cancel() ▶ finished()
///     stop(), while it runs ▶ no further word      resume(), when it is stopped or finished ▶ as start()
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
        /// If known beforehand the pages go out together, ten at first, else after the first. A hint: it may
        /// be wrong by any amount.
        std::optional<qint64> expectedTotal;
        Priority priority = Priority::Visible;
    };

    /// What a run came to.
    struct Outcome
    {
        qint64 listed = 0;               ///< Distinct rows.
        std::optional<qint64> announced; ///< The newest total the server named, if it named any.
        int withoutId = 0;
        /// Rows that stood in the list once more: the total counts them, and there are no others for them.
        qint64 twins = 0;
        /// One for each slice that could not be loaded in the end, one for all rows without id, one for a
        /// list that changed too often while it was read, or of which nothing proves that all of it came.
        QList<ApiError> errors;
        bool wasCancelled = false;

        /// Every announced row came.
        [[nodiscard]] bool isComplete() const
        {
            return errors.isEmpty() && !wasCancelled && withoutId == 0 &&
                   (!announced || listed + twins >= *announced);
        }
    };

    Pages(ApiClient &client, const Catalogue &catalogue, Query query, QObject *parent = nullptr);
    ~Pages() override;

    void start();
    /// Others say so only now: pages up to there go out at once, unless the list has named its own total.
    /// A hint as Query::expectedTotal. Before start(), or when finished: nothing happens at once.
    void setExpectedTotal(std::optional<qint64> total);
    void cancel();
    /// Without a word; what is in flight is aborted.
    void stop();
    /// Goes on with what did not come: because it was stopped, or failed. Rows that came do not come again,
    /// and the outcome is that of all runs together.
    void resume();
    [[nodiscard]] bool isRunning() const;

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
