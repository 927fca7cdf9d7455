// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/canceltoken.h"
#include "dialogs/exportchoice.h"
#include "inventory/inventorytable.h"

#include <QList>

#include <functional>

namespace layerscope {

class AccountSession;

/// What could be written of a table on screen, as it stands at the moment of asking. Owns nothing; GUI
/// thread. One class for each sort of row (serverssubject.h, poolssubject.h).
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
    /// For a worker: the rows of a snapshot of the table as it stands now, in the order of the screen.
    /// Selected ones are among All. Empty if cancelled.
    using Arrange = std::function<QList<int>(const CancelToken &)>;
    [[nodiscard]] virtual Arrange arrange(ExportScope scope) const = 0;
    /// Columns that a file is waiting for; none when it is written.
    virtual void setExportColumns(const ColumnSet &columns) const = 0;

    /// How much of it is not there.
    struct Gaps
    {
        int waiting = 0; ///< Rows with values that a load would still bring
        int denied = 0;  ///< Rows with values that are refused, failed or gone
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

private:
    AccountSession &m_session;
};

} // namespace layerscope
