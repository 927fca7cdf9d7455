// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorystore.h"
#include "loaders/callgroup.h"
#include "loaders/vieworder.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace layerscope {

/// The third pattern, its second stage: rows stand already (Pages brought their ids), now come their details,
/// in batches
/// ("id in […]"), the rows on screen first, everything else in view order. A batch is made when a slot is
/// free, never earlier, so scrolling costs nothing. Its size adapts to what the server bears (batchsizer.h).
/// Each answer is checked against the ids asked for: strangers mean that the filter was ignored, and then, or
/// when a batch is refused, each of its rows is asked for by itself (getObject), and each refused row by its
/// cell groups, so that one refused relation costs that relation only. Missing ids are asked for once more by
/// themselves: gone if the API does not know them. A group that is refused row after row is given up for its
/// kind (grouphealth.h); the client remembers that for the next load, which tries it on a few rows first.
/// What to ask next is decided by DetailsPolicy; this makes the calls and tells of their ends. Writes into
/// the store; GUI thread; client and store outlive it.
class RowDetailsLoader : public QObject
{
    Q_OBJECT

public:
    RowDetailsLoader(ApiClient &client, InventoryStore &store, QObject *parent = nullptr);
    ~RowDetailsLoader() override;

    /// The groups to have for every row. May grow or shrink at any time; what is in flight is finished.
    void setWanted(GroupSet groups);
    [[nodiscard]] GroupSet wanted() const;
    /// What the person looks at, as far as it is known. Rows that are not in it come last.
    void setViewOrder(const ViewOrder &order);
    /// How many rows there will be, as far as somebody said: batches are planned for all of them.
    void setExpectedRows(std::optional<qint64> rows);
    /// While held, only rows on and near the screen are asked for: what the screen will be is still to be
    /// told.
    void setSweepHeld(bool held);
    /// Adds to each answered row what its answer cannot know, before it goes into the store: the share of
    /// something else, say.
    void setCompletion(std::function<void(RowPatch &)> completion);
    /// Rows were added; goes on.
    void wake();
    /// Asks again for what failed or was refused in these rows. Groups that were given up for a kind, and a
    /// filter that was not kept, get another chance.
    void retry(const QList<int> &rows);
    /// Aborts what is in flight (their cells go back to what they were) and asks for nothing more until
    /// start().
    void stop();
    void start();

    /// No row lacks a wanted group that could still be asked for, and nothing is in flight.
    [[nodiscard]] bool isDone() const;
    /// Rows with every wanted group answered (value, refused, failed or gone).
    [[nodiscard]] int settledRows() const;

Q_SIGNALS:
    void progressed();
    /// isDone() became true. From the event loop.
    void done();
    /// A call failed in a way that stops everything (ApiError::stopsEverything): has stopped by itself.
    void blocked(const layerscope::ApiError &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace layerscope
