// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/loadoutcome.h"

#include <QList>
#include <QObject>

#include <optional>

namespace layerscope {

/// The lists that the rows of one table come from, whoever has them: what a TableLoader needs of them. They
/// write into its store. GUI thread.
///
///     start() → rowsListed(), totalsChanged() … → ended()      stop(), or destroying it: no further word
///     begin() → the same, and announce() at any time before the end
class TableLists : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Nothing can be loaded if no list brings a row but an error, whatever that is. Else only an error that
    /// stops everything says so. Off by default; of lists that nobody announces nothing changes.
    virtual void setNeedsRows(bool) {}
    /// Cell groups to ask for besides those that are cheap in the list, if it bears them. At any time.
    virtual void setWanted(GroupSet) {}

    /// Forgets the former lists, and asks for the first page of each: what the account announces is still to
    /// be told. Where there is nothing to wait for: areOver() at once, without a word.
    virtual void begin(const QList<RowKind> &kinds) = 0;
    /// What the account announced; nullopt: nobody will ever know.
    virtual void announce(const std::optional<AccountSummary> &account) = 0;
    /// Both.
    virtual void start(const QList<RowKind> &kinds, const std::optional<AccountSummary> &account) = 0;
    /// Without a word; what arrived stays.
    virtual void stop() = 0;
    /// Goes on with the lists that stop() ended, and with those that ended because nothing could be loaded at
    /// all.
    virtual void resume() = 0;
    /// The same, and asks again for what lists could not bring: of one that failed for what is missing, of
    /// one that came whole and still is less than was announced for all.
    virtual void retry() = 0;
    /// As before the first start().
    virtual void clear() = 0;

    [[nodiscard]] virtual bool areOver() const = 0;
    /// Rows that arrived, each once.
    [[nodiscard]] virtual qint64 listed() const = 0;
    /// nullopt: nobody told, or not all of it.
    [[nodiscard]] virtual std::optional<qint64> expected() const = 0;
    /// What came and what did not, a kind each.
    [[nodiscard]] virtual QList<LoadOutcome::List> outcome() const = 0;
    /// What rows that stand for others stand for, as far as these groups go. O(parents).
    [[nodiscard]] virtual RestTally rest(GroupSet) const { return {}; }

    /// Whether rows may be asked for by themselves from now on, or, after stop(), again: what lists may still
    /// bring would be asked twice.
    [[nodiscard]] virtual bool areDetailsFree() const { return true; }
    /// Rows of which asking again may bring more. O(rows).
    [[nodiscard]] virtual QList<int> rowsToRetry() const = 0;
    /// Puts into an answer what only others than the row can tell.
    virtual void complete(RowPatch &) const {}
    /// Cells came, or failed.
    virtual void setUnsettled() {}
    /// No row lacks anything that could still be asked for: puts into the store what follows from all of
    /// them. May ask for lists more, if it follows that there are others: then they are not over.
    virtual void settle() {}
    /// settle() was called since setUnsettled(), or has nothing to do.
    [[nodiscard]] virtual bool isSettled() const { return true; }

Q_SIGNALS:
    void rowsListed();
    void totalsChanged();
    /// The account's counts, asked once more.
    void recounted(const layerscope::AccountSummary &counts);
    /// `hopeless`: why nothing can be loaded at all. Rows that are gone are out of the store by then.
    void ended(const std::optional<layerscope::ApiError> &hopeless);
};

} // namespace layerscope
