// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/columnlayout.h"

#include "delegates/celldelegate.h"
#include "inventory/kinds.h"
#include "views/tableheader.h"

#include <QDataStream>
#include <QEvent>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

namespace layerscope {

namespace {

constexpr double widthUnit = 100; // widths are kept in hundredths of the font's height
constexpr int widestColumn = 200; // times the font's height: beyond that a layout is broken

} // namespace

/// As they are kept. Earlier versions kept and read yes or no in this place, and anything but 0 as yes.
enum class ColumnLayout::Shown : qint8 {
    No,
    Yes,
    AlsoOfOneKind, ///< Of a column that tells kinds apart: the person showed it where all rows are of one.
};

struct ColumnLayout::Entry
{
    ColumnIndex column;
    int width;
    Shown shown;
};

ColumnLayout::ColumnLayout(TableHeader &header, const Catalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_header(header)
    , m_catalogue(catalogue)
{
    connect(&m_header, &QHeaderView::sectionMoved, this, [this] {
        if (m_isApplying)
            return;
        // The header pins its first section against the mouse only.
        if (const int place = m_header.visualIndex(m_catalogue.nameColumn()); place != 0)
            m_header.moveSection(place, 0);
        else
            Q_EMIT changed();
    });
    connect(&m_header, &QHeaderView::sectionResized, this, [this](int, int before, int now) {
        if (!m_isApplying && before > 0 && now > 0) // else it comes or goes
            m_areWidthsUsual = false;
    });
    m_header.installEventFilter(this);
}

QList<ColumnIndex> ColumnLayout::shown() const
{
    return m_header.shownSections();
}

ColumnSet ColumnLayout::shownSet() const
{
    ColumnSet set;
    for (const ColumnIndex column : shown())
        set.set(static_cast<std::size_t>(column));
    return set;
}

QList<ColumnIndex> ColumnLayout::wanted() const
{
    QList<ColumnIndex> columns;
    for (int place = 0; place < m_header.count(); ++place) {
        const ColumnIndex column = m_header.logicalIndex(place);
        if (isShown(column) || standsBack(column))
            columns.append(column);
    }
    return columns;
}

bool ColumnLayout::isShown(ColumnIndex column) const
{
    return column >= 0 && column < m_header.count() && !m_header.isSectionHidden(column);
}

void ColumnLayout::setShown(ColumnIndex column, bool shown)
{
    if (column < 0 || column >= m_header.count() || column == m_catalogue.nameColumn())
        return;
    m_backWidths.remove(column); // whatever comes next is wished
    if (isShown(column) == shown)
        return;
    if (m_catalogue.column(column).tellsKinds && (m_isOneKind || !shown))
        m_wished.set(static_cast<std::size_t>(column), shown);
    m_header.setSectionHidden(column, !shown);
    if (shown && m_header.sectionSize(column) <= m_header.minimumSectionSize())
        resizeTo(column, usualWidth(column));
    fillRoom();
    Q_EMIT changed();
}

/// Not by the person.
void ColumnLayout::resizeTo(ColumnIndex column, int width)
{
    const QScopedValueRollback applying(m_isApplying, true);
    if (m_header.sectionSize(column) != width)
        m_header.resizeSection(column, width);
}

/// Each that is cut gets the same share of what it lacks.
void ColumnLayout::fillRoom()
{
    if (!m_areWidthsUsual)
        return;
    const QFontMetrics metrics = m_header.fontMetrics();
    QHash<ColumnIndex, int> lacks;
    int room = m_header.width();
    int lack = 0;
    for (const ColumnIndex column : shown()) {
        const int usual = usualWidth(column);
        const int missing = CellDelegate::longerWidth(m_catalogue.column(column), metrics) - usual;
        room -= usual;
        if (missing > 0)
            lack += lacks[column] = missing;
    }
    const double share = lack > 0 ? std::clamp(double(room) / lack, 0.0, 1.0) : 0;
    for (const ColumnIndex column : shown())
        resizeTo(column, usualWidth(column) + static_cast<int>(lacks.value(column) * share));
}

bool ColumnLayout::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_header && event->type() == QEvent::Resize)
        fillRoom();
    return QObject::eventFilter(watched, event);
}

int ColumnLayout::nextPlace(ColumnIndex column, int step) const
{
    for (int place = m_header.visualIndex(column) + step; place > 0 && place < m_header.count();
         place += step) {
        if (!m_header.isSectionHidden(m_header.logicalIndex(place)))
            return place;
    }
    return -1;
}

bool ColumnLayout::canMove(ColumnIndex column, int places) const
{
    return column != m_catalogue.nameColumn() && isShown(column) && places != 0 &&
           nextPlace(column, places < 0 ? -1 : 1) > 0;
}

void ColumnLayout::move(ColumnIndex column, int places)
{
    const int step = places < 0 ? -1 : 1;
    for (int i = 0; i < std::abs(places) && canMove(column, step); ++i)
        m_header.moveSection(m_header.visualIndex(column), nextPlace(column, step));
}

void ColumnLayout::widen(ColumnIndex column, int steps)
{
    if (!isShown(column))
        return;
    const int step = m_header.fontMetrics().height();
    m_header.resizeSection(column, std::clamp(m_header.sectionSize(column) + steps * step,
                                              m_header.minimumSectionSize(), widestColumn * step));
}

int ColumnLayout::usualWidth(ColumnIndex column) const
{
    const QFontMetrics metrics = m_header.fontMetrics();
    const int usual = CellDelegate::usualWidth(m_catalogue.column(column), metrics);
    // The tree's arrow, and a level below it: as TreeTableView indents them.
    const int indent = column == m_catalogue.nameColumn() ? 2 * (metrics.height() * 5 / 4) : 0;
    return std::max(m_header.titleWidth(column), usual + indent);
}

void ColumnLayout::apply(const QList<Entry> &entries)
{
    const bool areUsual = std::all_of(entries.cbegin(), entries.cend(), [this](const Entry &entry) {
        return std::abs(entry.width - usualWidth(entry.column)) <= 1; // what is kept is rounded
    });
    m_isApplying = true;
    m_backWidths.clear();
    int place = 0;
    for (const Entry &entry : entries) {
        m_header.moveSection(m_header.visualIndex(entry.column), place++);
        m_header.setSectionHidden(entry.column, false); // a hidden section has no size to set
        m_header.resizeSection(entry.column, entry.width);
        m_header.setSectionHidden(entry.column, entry.shown == Shown::No);
        m_wished.set(static_cast<std::size_t>(entry.column), entry.shown == Shown::AlsoOfOneKind);
        standBack(entry.column);
    }
    m_isApplying = false;
    m_areWidthsUsual = areUsual;
    fillRoom();
    Q_EMIT changed();
}

/// Those shown at first, and each of the others behind the one that it follows in the catalogue: that is
/// where it comes when it is shown.
QList<ColumnIndex> ColumnLayout::firstOrder() const
{
    QList<ColumnIndex> order = tableSpec(m_catalogue).columnsShownAtFirst();
    ColumnIndex before = m_catalogue.nameColumn();
    for (const ColumnIndex column : m_catalogue.viewColumns()) {
        if (!order.contains(column))
            order.insert(order.indexOf(before) + 1, column);
        before = column;
    }
    return order;
}

void ColumnLayout::reset()
{
    const QList<ColumnIndex> shown = tableSpec(m_catalogue).columnsShownAtFirst();
    QList<Entry> entries;
    for (const ColumnIndex column : firstOrder())
        entries.append({column, usualWidth(column), shown.contains(column) ? Shown::Yes : Shown::No});
    apply(entries);
}

void ColumnLayout::setOneKind(bool isOne)
{
    if (m_isOneKind == isOne)
        return;
    m_isOneKind = isOne;
    const ColumnSet before = shownSet();
    for (const ColumnIndex column : m_catalogue.viewColumns()) {
        if (isOne)
            standBack(column);
        else if (standsBack(column))
            setShown(column, true);
    }
    if (isOne && shownSet() != before) {
        fillRoom();
        Q_EMIT changed();
    }
}

/// If it is one that does, and shown.
void ColumnLayout::standBack(ColumnIndex column)
{
    const bool isWished = m_wished.test(static_cast<std::size_t>(column));
    if (!m_isOneKind || isWished || !m_catalogue.column(column).tellsKinds || !isShown(column))
        return;
    m_backWidths.insert(column, m_header.sectionSize(column));
    m_header.setSectionHidden(column, true);
}

// ---- keeping
// -----------------------------------------------------------------------------------------------------

ColumnLayout::Shown ColumnLayout::keptAs(ColumnIndex column) const
{
    if (!isShown(column) && !standsBack(column))
        return Shown::No;
    return m_wished.test(static_cast<std::size_t>(column)) ? Shown::AlsoOfOneKind : Shown::Yes;
}

int ColumnLayout::widthToKeep(ColumnIndex column) const
{
    if (m_areWidthsUsual)
        return usualWidth(column);
    // A hidden section has size 0 and keeps its former one to itself: it gets the usual one when it comes
    // back.
    return m_header.isSectionHidden(column) ? m_backWidths.value(column, usualWidth(column))
                                            : m_header.sectionSize(column);
}

void ColumnLayout::save(QDataStream &out) const
{
    out << static_cast<qint32>(m_header.count());
    const double unit = m_header.fontMetrics().height() / widthUnit;
    for (int place = 0; place < m_header.count(); ++place) {
        const int column = m_header.logicalIndex(place);
        out << QByteArray(m_catalogue.column(column).key)
            << static_cast<qint32>(std::lround(widthToKeep(column) / unit))
            << static_cast<qint8>(keptAs(column));
    }
}

bool ColumnLayout::restore(QDataStream &in)
{
    qint32 count = 0;
    in >> count;
    if (in.status() != QDataStream::Ok || count < 1 || count > static_cast<qint32>(ColumnSet().size()))
        return false;
    const double unit = m_header.fontMetrics().height() / widthUnit;
    QList<Entry> entries;
    ColumnSet known;
    for (qint32 i = 0; i < count; ++i) {
        QByteArray key;
        qint32 width = 0;
        qint8 shown = 0;
        in >> key >> width >> shown;
        if (in.status() != QDataStream::Ok || width < 0 || width > widestColumn * widthUnit)
            return false;
        const std::optional<ColumnIndex> column = m_catalogue.findInView(QString::fromLatin1(key));
        if (!column || known.test(static_cast<std::size_t>(*column)))
            continue;
        known.set(static_cast<std::size_t>(*column));
        const int pixels =
            std::max(m_header.minimumSectionSize(), static_cast<int>(std::lround(width * unit)));
        const bool isShown = shown != 0 || *column == m_catalogue.nameColumn();
        const bool isWished = shown == static_cast<qint8>(Shown::AlsoOfOneKind);
        entries.append({*column, pixels, isWished ? Shown::AlsoOfOneKind : isShown ? Shown::Yes : Shown::No});
    }
    // Columns of a newer version than the layout's: at the end, hidden until asked for.
    for (const ColumnIndex column : m_catalogue.viewColumns()) {
        if (!known.test(static_cast<std::size_t>(column)))
            entries.append(
                {column, usualWidth(column), column == m_catalogue.nameColumn() ? Shown::Yes : Shown::No});
    }
    std::stable_partition(entries.begin(), entries.end(),
                          [this](const Entry &entry) { return entry.column == m_catalogue.nameColumn(); });
    apply(entries);
    return true;
}

} // namespace layerscope
