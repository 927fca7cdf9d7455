// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/selectiontext.h"

#include "models/rowsmodel.h"

#include <QItemSelection>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace layerscope {

namespace {

/// A selected row with where it stands: at the top, or below what is there.
struct Selected
{
    int top = 0;
    int below = -1;
    ShownRow row;

    bool operator<(const Selected &other) const
    {
        return top != other.top ? top < other.top : below < other.below;
    }
    bool operator==(const Selected &other) const { return top == other.top && below == other.below; }
};

class Collector
{
public:
    explicit Collector(const Arrangement &arrangement)
        : m_arrangement(arrangement)
    {}

    void add(const QItemSelectionRange &range)
    {
        const int top = range.parent().isValid() ? range.parent().row() : -1;
        if (m_arrangement.isGrouped && top < 0) {
            for (int group = range.top(); group <= range.bottom(); ++group) {
                const auto rows = static_cast<int>(m_arrangement.groups.at(group).rows.size());
                addBelow(group, m_arrangement.groups.at(group).rows, 0, rows - 1, false);
            }
        } else if (m_arrangement.isGrouped) {
            addBelow(top, m_arrangement.groups.at(top).rows, range.top(), range.bottom(), false);
        } else if (top < 0) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                m_selected.push_back({row, -1, {m_arrangement.groups.constFirst().rows.at(row), false}});
        } else if (!m_arrangement.children->areToCome.testBit(top)) { // what stands in is no row
            addBelow(top, m_arrangement.children->rowsBelow(top), range.top(), range.bottom(), true);
        }
    }

    [[nodiscard]] QList<ShownRow> takeInOrder()
    {
        if (!std::is_sorted(m_selected.cbegin(), m_selected.cend()))
            std::sort(m_selected.begin(), m_selected.end());
        m_selected.erase(std::unique(m_selected.begin(), m_selected.end()), m_selected.end());
        QList<ShownRow> rows;
        rows.reserve(static_cast<qsizetype>(m_selected.size()));
        for (const Selected &selected : m_selected)
            rows.append(selected.row);
        return rows;
    }

private:
    void addBelow(int top, const QList<int> &rows, int first, int last, bool areChildren)
    {
        for (int below = first; below <= last; ++below)
            m_selected.push_back({top, below, {rows.at(below), areChildren}});
    }

    const Arrangement &m_arrangement;
    std::vector<Selected> m_selected;
};

QVariant cellOf(const RowCells &cells, ShownRow row, ColumnIndex column, int role)
{
    return row.isChild ? cells.childData(row.row, column, role) : cells.rowData(row.row, column, role);
}

} // namespace

QList<ShownRow> shownRowsOf(const RowsModel &model, const QItemSelection &selection)
{
    const std::shared_ptr<const Arrangement> arrangement = model.arrangement();
    Collector collector(*arrangement);
    for (const QItemSelectionRange &range : selection) {
        if (range.isValid()) // else its rows have gone since, or to different parents
            collector.add(range);
    }
    return collector.takeInOrder();
}

QList<int> tableRowsOf(const RowsModel &model, const QItemSelection &selection)
{
    const QList<ShownRow> selected = shownRowsOf(model, selection);
    QList<int> rows;
    rows.reserve(selected.size());
    for (const ShownRow &row : selected) {
        if (!row.isChild)
            rows.append(row.row);
    }
    return rows;
}

QList<int> childRowsOf(const RowsModel &model, const QItemSelection &selection)
{
    const std::shared_ptr<const Arrangement> arrangement = model.arrangement();
    if (!arrangement->children)
        return {};
    QList<int> rows;
    int whole = -1; // the place of the last row that is selected itself: all below it are there already
    for (const ShownRow &row : shownRowsOf(model, selection)) {
        if (!row.isChild) {
            whole = arrangement->places.at(row.row).row;
            rows += arrangement->children->rowsBelow(whole);
        } else if (arrangement->children->places.at(row.row).group != whole) {
            rows.append(row.row);
        }
    }
    return rows;
}

QString toTsv(const RowCells &cells, const Catalogue &catalogue, const QList<ShownRow> &rows,
              const QList<ColumnIndex> &columns)
{
    QString text;
    const auto addLine = [&text, &columns](const auto &field) {
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (i > 0)
                text += u'\t';
            text += field(columns.at(i));
        }
        text += u'\n';
    };
    addLine([&catalogue](ColumnIndex column) { return catalogue.column(column).translatedTitle(); });
    for (const ShownRow &row : rows) {
        addLine([&cells, row](ColumnIndex column) {
            // One line already; a tab in a tag or a name would shift the columns.
            return cellOf(cells, row, column, Qt::DisplayRole).toString().replace(u'\t', u' ');
        });
    }
    return text;
}

QString toOneLine(const RowCells &cells, const QList<ShownRow> &rows, ColumnIndex column)
{
    QStringList texts;
    for (const ShownRow &row : rows) {
        const QString text = cellOf(cells, row, column, RawTextRole).toString().simplified();
        if (!text.isEmpty())
            texts.append(text);
    }
    return texts.join(u' ');
}

} // namespace layerscope
