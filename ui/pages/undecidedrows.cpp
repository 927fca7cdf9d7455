// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/undecidedrows.h"

#include "inventory/kinds.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using Why = PageFacts::Undecided;

constexpr qsizetype maxTitles = 4;

/// Why a cell that is not known is not.
Why whyOf(CellState state, bool isRunning)
{
    switch (state) {
    case CellState::Refused:
        return Why::NotPermitted;
    case CellState::Gone:
        return Why::Gone;
    case CellState::Failed:
        return Why::Failed;
    default:
        return isRunning ? Why::Coming : Why::NotLoaded;
    }
}

/// What is found in one row after the other.
class Reasons
{
public:
    explicit Reasons(bool isRunning)
        : m_isRunning(isRunning)
    {}

    void add(CellState state) { m_why = std::min(m_why, whyOf(state, m_isRunning)); }
    /// Whether one of these cells is not known.
    bool lookAt(const InventoryTable &table, int row, const ColumnSet &deciding)
    {
        bool isAnyMissing = false;
        for (const ColumnIndex column : table.catalogue().allColumns()) {
            if (!deciding.test(static_cast<std::size_t>(column)) ||
                column == table.catalogue().rowStateColumn() || table.isKnown(row, column))
                continue;
            isAnyMissing = true;
            m_missing.set(static_cast<std::size_t>(column));
            add(table.cellState(row, column));
        }
        return isAnyMissing;
    }
    /// Of the columns that were missing in rows of this table so far.
    void takeTitles(const Catalogue &catalogue)
    {
        const ColumnSet missing = std::exchange(m_missing, {});
        for (const ColumnIndex column : catalogue.allColumns()) {
            const QString title = catalogue.column(column).translatedTitle();
            if (missing.test(static_cast<std::size_t>(column)) && !m_titles.contains(title))
                m_titles.append(title);
        }
    }

    [[nodiscard]] Why why() const { return m_why; }
    [[nodiscard]] QString titles() const
    {
        return (m_titles.size() > maxTitles ? m_titles.first(maxTitles) << u"…"_s : m_titles).join(u", "_s);
    }

private:
    bool m_isRunning;
    Why m_why = Why::Gone;
    ColumnSet m_missing;
    QStringList m_titles;
};

ColumnSet decidingColumns(const ArrangementSpec &spec)
{
    ColumnSet columns = spec.filter.namedColumns();
    if (spec.filter.hasPlainWords())
        columns |= spec.searchedColumns;
    if (spec.scopeColumn)
        columns.set(static_cast<std::size_t>(*spec.scopeColumn));
    return columns;
}

/// The rows below: those that are not known explain why the one above them is not decided. `parents` are
/// those that were looked at, in view order, and so are the rows below them.
void lookBelow(const InventoryTable &children, const Arrangement &arrangement, const QList<qint64> &parents,
               Reasons &reasons, QSet<qint64> &unexplained)
{
    const TableSpec &spec = tableSpec(children.catalogue());
    const ColumnIndex parentIdColumn = spec.nesting->parentIdColumn;
    const ColumnSet deciding = decidingColumns(arrangement.spec.ofChildren(spec));
    const QSet<qint64> areLookedAt(parents.cbegin(), parents.cend());
    qsizetype looked = 0;
    for (const int row : arrangement.children->undecidedRows) {
        if (row >= children.rowCount())
            continue;
        if (children.key(row).kind == spec.nesting->restKind)
            continue; // what stands for the rest leaves no row undecided
        const qint64 parent = children.bits(row, parentIdColumn);
        if (++looked > UndecidedRows::maxRowsBelowLookedAt) {
            // Those from here on were not looked at to the end: they tell nothing.
            for (qsizetype at = parents.indexOf(parent); at >= 0 && at < parents.size(); ++at)
                unexplained.remove(parents.at(at));
            return;
        }
        if (areLookedAt.contains(parent) && reasons.lookAt(children, row, deciding))
            unexplained.remove(parent);
    }
}

} // namespace

UndecidedRows UndecidedRows::of(const InventoryTable &table, const InventoryTable *children,
                                const Arrangement &arrangement, bool isRunning)
{
    QList<int> unseen; // as many as are looked at
    UndecidedRows undecided;
    const QList<ArrangedPlace> &places = arrangement.places;
    for (const int row : arrangement.undecidedRows) {
        if (row >= table.rowCount() || (row < places.size() && places.at(row).group >= 0))
            continue;
        ++undecided.rows;
        if (unseen.size() < maxRowsLookedAt)
            unseen.append(row);
    }
    if (unseen.isEmpty() || arrangement.visibleRows > 0) // then nobody asks why
        return undecided;
    Reasons reasons(isRunning);
    QSet<qint64> unexplained;
    const ColumnSet deciding = decidingColumns(arrangement.spec);
    QList<qint64> looked;
    for (const int row : std::as_const(unseen)) {
        looked.append(table.key(row).id);
        if (!reasons.lookAt(table, row, deciding))
            unexplained.insert(looked.constLast());
    }
    reasons.takeTitles(table.catalogue());
    if (children != nullptr && arrangement.children) {
        lookBelow(*children, arrangement, looked, reasons, unexplained);
        reasons.takeTitles(children->catalogue());
    }
    undecided.columns = reasons.titles();
    if (undecided.columns.isEmpty() || (children != nullptr && !unexplained.isEmpty()))
        reasons.add(CellState::NotAsked); // what else there is, of them or below them, is still to come
    undecided.why = reasons.why();
    return undecided;
}

QString UndecidedRows::text(bool isRunning) const
{
    if (rows == 0)
        return {};
    const QString text = isRunning ? QCoreApplication::translate("UndecidedRows", "%1 not decided yet")
                                   : QCoreApplication::translate("UndecidedRows", "%1 cannot be decided");
    return text.arg(QLocale().toString(rows));
}

} // namespace layerscope
