// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablecells.h"

#include "core/utc.h"
#include "inventory/kinds.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

std::optional<RowKind> restKindOf(const Catalogue &catalogue)
{
    const std::optional<Nesting> &nesting = tableSpec(catalogue).nesting;
    return nesting ? nesting->restKind : std::nullopt;
}

double share(const InventoryTable &table, int row, ColumnIndex percent)
{
    return table.decimal(row, percent).toDouble() / 100.0;
}

} // namespace

TableCells::TableCells(const InventoryTable &table)
    : m_table(table)
    , m_looks(looksOf(table.catalogue()))
    , m_restKind(restKindOf(table.catalogue()))
    , m_scale(m_looks.usageColumn, m_looks.usageWithin, m_restKind)
    , m_summable(summableColumns(table.catalogue()))
{}

TableCells::TableCells(const InventoryTable &table, const TableCells &other)
    : m_table(table)
    , m_looks(other.m_looks)
    , m_restKind(other.m_restKind)
    , m_scale(m_looks.usageColumn, m_looks.usageWithin, m_restKind)
    , m_format(other.m_format)
    , m_shown(other.m_shown)
    , m_summable(other.m_summable)
    , m_isLoadRunning(other.m_isLoadRunning)
{}

QVariant TableCells::groupData(const Arrangement::Group &group, std::optional<ColumnIndex> groupColumn,
                               ColumnIndex column, int role) const
{
    if (role == IsGroupRole)
        return true;
    if (column == catalogue().nameColumn()) {
        const QString name = m_format.groupName(group, catalogue().column(groupColumn.value_or(column)));
        switch (role) {
        case Qt::DisplayRole:
            return name;
        case GroupDetailRole:
            return m_format.groupDetail(group, tableSpec(catalogue()));
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return QString(name % u", " % m_format.groupDetail(group, tableSpec(catalogue())));
        default:
            return {};
        }
    }
    const auto sum = m_summable.indexOf(column);
    if (sum < 0 || sum >= group.sums.size())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return m_format.sum(group.sums.at(sum), catalogue().column(column));
    case Qt::ToolTipRole: {
        const ColumnSum &parts = group.sums.at(sum);
        if (parts.known == parts.total || parts.known == 0)
            return QString();
        return m_looks.sumOfKnown(m_format.count(parts.known), m_format.count(parts.total));
    }
    default:
        return {};
    }
}

int TableCells::alignment(ColumnIndex column) const
{
    const ColumnSpec &spec = catalogue().column(column);
    const bool isNumber =
        spec.type == ColumnType::Integer || spec.type == ColumnType::Decimal || spec.holdsNumbers;
    return static_cast<int>((isNumber && column != m_looks.usageColumn ? Qt::AlignRight : Qt::AlignLeft) |
                            Qt::AlignVCenter);
}

QVariant TableCells::rowData(int row, ColumnIndex column, int role) const
{
    if (column == catalogue().nameColumn() && isRest(row)) {
        if (const QVariant ofRest = restData(row, role); ofRest.isValid())
            return ofRest;
    }
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::AccessibleTextRole:
        return spoken(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case SortRole:
        return sortValue(row, column);
    case KeyRole:
        return QVariant::fromValue(m_table.key(row));
    case CellStateRole:
        return QVariant::fromValue(column == catalogue().rowStateColumn() ? CellState::Value
                                                                          : m_table.cellState(row, column));
    case ErrorRole:
        return error(row, column);
    case IsGroupRole:
        return false;
    case RawTextRole:
        return column == catalogue().rowStateColumn() ? rowState(row) : m_format.raw(m_table, row, column);
    case StateMarkRole:
        return stateMark(row, column);
    case UsageRole:
        return column == m_looks.usageColumn ? usage(row) : QVariant();
    case IsSecondaryRole:
        return isMuted(row, column);
    case IsRepeatedFailureRole:
        return isRepeatedFailure(row, column);
    default:
        return {};
    }
}

QVariant TableCells::stateMark(int row, ColumnIndex column) const
{
    if (column == m_looks.state)
        return static_cast<int>(CellFormat::mark(m_table, row));
    if (catalogue().column(column).tones.empty())
        return {};
    return static_cast<int>(CellFormat::markOf(catalogue(), column, m_table.text(row, column)));
}

bool TableCells::isMuted(int row, ColumnIndex column) const
{
    if (m_looks.muted.test(static_cast<std::size_t>(column)))
        return true;
    if (!m_looks.isCalmStateMuted || column != m_looks.state)
        return false;
    const StateMark mark = CellFormat::mark(m_table, row);
    return mark == StateMark::Unknown || mark == StateMark::Plain;
}

/// Whatever failed of a row is tried again together, so one of its cells offers that: the first that is
/// shown, or the name of a row whose list failed.
bool TableCells::isRepeatedFailure(int row, ColumnIndex column) const
{
    if (column == catalogue().rowStateColumn() || m_table.cellState(row, column) != CellState::Failed)
        return false;
    if (isRest(row) && m_table.groupState(row, m_looks.groupOfRest) == CellState::Failed)
        return true;
    for (const ColumnIndex other : catalogue().allColumns()) {
        if (other == column)
            return false;
        if (m_shown.test(static_cast<std::size_t>(other)) && other != catalogue().rowStateColumn() &&
            m_table.cellState(row, other) == CellState::Failed)
            return true;
    }
    return false;
}

bool TableCells::isRest(int row) const
{
    return m_restKind && m_table.key(row).kind == *m_restKind;
}

/// Of its name, which is a sentence; invalid: as of any other row.
QVariant TableCells::restData(int row, int role) const
{
    const int group = m_looks.groupOfRest;
    switch (role) {
    case StateMarkRole:
        return static_cast<int>(StateMark::Attention);
    case CellStateRole: // a list that failed can be tried again
        return QVariant::fromValue(m_table.groupState(row, group) == CellState::Failed ? CellState::Failed
                                                                                       : CellState::Value);
    case IsRepeatedFailureRole:
        return false;
    case ErrorRole:
    case Qt::ToolTipRole: {
        const ApiError *error = m_table.failure(row, group);
        return error != nullptr ? error->message : QString();
    }
    default:
        return {};
    }
}

bool TableCells::areBarsMeasuredBy(GroupSet groups) const
{
    return m_looks.usageWithin != TableLooks::none &&
           groups.test(static_cast<std::size_t>(catalogue().column(m_looks.usageColumn).group));
}

QVariant TableCells::usage(int row) const
{
    if (!m_table.hasValue(row, m_looks.usageColumn))
        return {};
    Usage usage{share(m_table, row, m_looks.usageColumn), std::nullopt, CellFormat::mark(m_table, row)};
    if (m_looks.usageWithin != TableLooks::none) {
        if (const double largest = m_scale.largestBeside(m_table, row) / 100.0; largest > 0)
            usage.used /= largest;
    }
    if (m_looks.projection != TableLooks::none && m_table.hasValue(row, m_looks.projection))
        usage.projected = share(m_table, row, m_looks.projection);
    return QVariant::fromValue(usage);
}

QString TableCells::usageWithProjection(int row) const
{
    const bool hasBoth = m_looks.projection != TableLooks::none &&
                         m_table.hasValue(row, m_looks.projection) &&
                         m_table.hasValue(row, m_looks.usageColumn);
    if (!hasBoth)
        return {};
    //: Of a bandwidth pool's allocation; %1 is "78 % used", %2 "118 %"
    const QString text =
        tr("%1, %2 projected").arg(display(row, m_looks.usageColumn), display(row, m_looks.projection));
    if (m_looks.excess == TableLooks::none || !m_table.hasValue(row, m_looks.excess))
        return text;
    //: %1 is "78 % used, 118 % projected", %2 a number
    return tr("%1, over by %2 GB").arg(text, display(row, m_looks.excess));
}

QString TableCells::stateInFull(int row) const
{
    const QString state = display(row, m_looks.state);
    if (m_looks.stateDetail == TableLooks::none)
        return state;
    return CellFormat::stateInFull(state, m_table.text(row, m_looks.stateDetail));
}

/// Empty if there is no more to say of it than the cell does.
QString TableCells::stateToolTip(int row) const
{
    const QString meaning = m_looks.meaningOf(m_table.text(row, m_looks.state));
    if (!meaning.isEmpty()) {
        const QString amounts = usageWithProjection(row);
        return amounts.isEmpty() ? meaning : QString(meaning % u'\n' % amounts);
    }
    const QString text = stateInFull(row);
    return text == display(row, m_looks.state) ? QString() : text;
}

QString TableCells::rowState(int row) const
{
    return QString::fromLatin1(toText(m_table.rowState(row, catalogue().groupsOf(m_shown))));
}

QString TableCells::display(int row, ColumnIndex column) const
{
    if (column == catalogue().rowStateColumn())
        return CellFormat::word(rowState(row));
    if (column == m_looks.place)
        return place(row);
    if (m_table.hasValue(row, column)) {
        const QString text = m_format.display(m_table, row, column);
        return column == m_looks.usageColumn ? m_looks.usage(text) : text;
    }
    return withoutValue(row, column);
}

/// What it is, and where.
QString TableCells::place(int row) const
{
    if (isRest(row))
        return {};
    const QString kind = display(row, m_looks.placeKind);
    const QString place = m_table.hasValue(row, m_looks.place) ? m_format.display(m_table, row, m_looks.place)
                                                               : withoutValue(row, m_looks.place);
    return place.isEmpty() ? kind : QString(kind % u" · " % place);
}

QString TableCells::withoutValue(int row, ColumnIndex column) const
{
    if (!m_isLoadRunning && m_table.cellState(row, column) == CellState::NotAsked)
        return CellFormat::whyUnknown(CellState::NotAsked, false);
    if (isRepeatedFailure(row, column))
        return u"–"_s;
    return m_format.stateText(m_table, row, column);
}

QString TableCells::spoken(int row, ColumnIndex column) const
{
    if (column == m_looks.place)
        return display(row, column); // what it is is known before
    const CellState state =
        column == catalogue().rowStateColumn() ? CellState::Value : m_table.cellState(row, column);
    switch (state) {
    case CellState::Loading:
        if (m_table.hasValue(row, column))
            return tr("%1, loading again").arg(display(row, column));
        return CellFormat::whyUnknown(state, m_isLoadRunning);
    case CellState::NotAsked:
    case CellState::Failed:
        return CellFormat::whyUnknown(state, m_isLoadRunning);
    case CellState::Stale: {
        const QString text = display(row, column);
        return tr("%1, from an earlier load").arg(text.isEmpty() ? tr("none") : text);
    }
    case CellState::Empty: {
        const QString text = display(row, column);
        return text.isEmpty() ? tr("none") : text;
    }
    case CellState::Value:
        if (column == m_looks.usageColumn) {
            if (const QString text = usageWithProjection(row); !text.isEmpty())
                return text;
        }
        if (column == m_looks.state)
            return stateInFull(row);
        break;
    case CellState::Refused:
    case CellState::Gone:
        break;
    }
    return display(row, column);
}

QString TableCells::error(int row, ColumnIndex column) const
{
    const ApiError *error = m_table.failure(row, catalogue().column(column).group);
    return error != nullptr ? error->message : QString();
}

/// Of a value that the last load did not bring again, and why it did not.
QString TableCells::age(int row, ColumnIndex column) const
{
    const QString when = CellFormat::moment(m_table.loadTime(row, catalogue().column(column).group),
                                            QDateTime::currentDateTimeUtc());
    const QString age = when.isEmpty() ? tr("From an earlier load") : tr("As of %1").arg(when);
    const QString sentence = error(row, column);
    //: %1 is "As of 14:02", %2 a sentence that says why
    return sentence.isEmpty() ? age : tr("%1; the refresh failed: %2").arg(age, sentence);
}

QString TableCells::toolTip(int row, ColumnIndex column) const
{
    if (column != catalogue().rowStateColumn() && m_table.cellState(row, column) == CellState::Stale) {
        const QString full = m_format.full(m_table, row, column);
        return full.isEmpty() ? age(row, column) : QString(full % u'\n' % age(row, column));
    }
    if (const QString sentence = error(row, column); !sentence.isEmpty())
        return sentence;
    if (column == m_looks.usageColumn) {
        if (const QString text = usageWithProjection(row); !text.isEmpty())
            return text;
        if (const QString meaning = m_looks.barMeaning(); !meaning.isEmpty() && m_table.hasValue(row, column))
            return display(row, column) % u'\n' % meaning;
    }
    if (column == m_looks.state) {
        if (const QString text = stateToolTip(row); !text.isEmpty())
            return text;
    }
    return m_format.full(m_table, row, column);
}

QVariant TableCells::sortValue(int row, ColumnIndex column) const
{
    if (column == catalogue().rowStateColumn())
        return rowState(row);
    if (!m_table.hasValue(row, column))
        return {};
    switch (catalogue().column(column).type) {
    case ColumnType::Text:
        return m_table.text(row, column);
    case ColumnType::Integer:
        return m_table.bits(row, column);
    case ColumnType::Decimal:
        return m_table.decimal(row, column).toDouble();
    case ColumnType::Flag:
        return m_table.bits(row, column) != 0;
    case ColumnType::Timestamp:
        return utcFromMSecs(m_table.bits(row, column));
    }
    return {};
}

} // namespace layerscope
