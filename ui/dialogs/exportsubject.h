// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/canceltoken.h"
#include "dialogs/exportchoice.h"
#include "inventory/inventorytable.h"

#include <QList>

#include <functional>

namespace layerscope {

class AccountSession;

/// A load would still bring some of these cells of a row.
[[nodiscard]] bool isWaiting(const InventoryTable &table, int row, GroupSet wanted);

/// What could be written of a table on screen, as it stands at the moment of asking. Owns nothing; GUI
/// thread.
class ExportSubject
{
public:
    virtual ~ExportSubject();

    [[nodiscard]] AccountSession &session() const { return m_session; }
    /// Texts of the dialog about this sort of row, translated.
    struct Words
    {
        QString title;    ///< "Export servers"
        QString all;      ///< "All servers (%1)"
        QString filtered; ///< "Filtered, as on screen (%1)"
        QString selected; ///< "Selected (%1)"
    };
    [[nodiscard]] virtual Words words() const = 0;
    /// How a file of it is called by default, without date and ending.
    [[nodiscard]] virtual QString fileStem() const = 0;

    [[nodiscard]] virtual const InventoryTable &table() const = 0;
    /// Of the screen in their order, or all of the catalogue: first those of the screen, then the others.
    [[nodiscard]] QList<ColumnIndex> columns(bool all) const;
    /// Table rows in screen order; of ExportScope::All in no particular order. O(rows).
    [[nodiscard]] virtual QList<int> rows(ExportScope scope) const = 0;
    [[nodiscard]] virtual qsizetype rowCount(ExportScope scope) const = 0;
    /// Of which node and filter cannot tell whether they belong to the rows; none of All and Selected.
    [[nodiscard]] virtual QList<int> undecidedRows(ExportScope scope) const = 0;
    /// That the account has, as far as it said, and that are not in the table.
    [[nodiscard]] virtual qint64 unlistedRows() const = 0;

    /// By what the rows of a file are chosen, in words: node and filter, for people. Empty: they are all.
    [[nodiscard]] virtual QString filterWords(ExportScope scope) const = 0;

    /// What a file is made of.
    struct Rows
    {
        QList<int> rows; ///< Of the table, in the order of the screen.
        qsizetype undecided = 0;
    };
    /// For a worker: the rows of a snapshot. Selected ones are among All. Nothing if cancelled.
    using Arrange = std::function<Rows(const CancelToken &)>;
    /// Takes the snapshot, as the table stands when it is called.
    using Agreement = std::function<Arrange()>;
    /// Order, node and filter of the screen as they are now, whatever becomes of them until the rows are
    /// wanted. The session must outlive it.
    [[nodiscard]] virtual Agreement agree(ExportScope scope) const = 0;
    /// Columns that a file is waiting for; with them those that order, node and filter look at now. None when
    /// it is written.
    virtual void setExportColumns(const ColumnSet &columns) const = 0;

    /// How much of it is not there.
    struct Gaps
    {
        int waiting = 0;        ///< Rows with values that a load would still bring
        int denied = 0;         ///< Rows with values that are refused, failed or gone
        int undecided = 0;      ///< Rows of which node and filter cannot tell
        bool canDecide = false; ///< Of some of them a load would still bring what they wait for.
        qint64 unlisted = 0;    ///< Rows that the account has and that are not in the table
        bool canList = false;   ///< A load would still list them.
    };
    /// O(rows × cell groups).
    [[nodiscard]] Gaps gaps(ExportScope scope, bool allColumns) const;

protected:
    explicit ExportSubject(AccountSession &session)
        : m_session(session)
    {}
    ExportSubject(const ExportSubject &) = default;
    ExportSubject &operator=(const ExportSubject &) = delete;

    [[nodiscard]] virtual QList<ColumnIndex> shownColumns() const = 0;
    /// Those that order, node and filter look at.
    [[nodiscard]] virtual ColumnSet decidingColumns() const = 0;

private:
    AccountSession &m_session;
};

} // namespace layerscope
