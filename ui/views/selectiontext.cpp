// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/selectiontext.h"

#include "models/rowsmodel.h"

#include <QItemSelection>
#include <QStringList>

#include <algorithm>
#include <compare>
#include <vector>

namespace layerscope {

namespace {

/// Rows that stand one after the other: below what is at the top, in a view without such a level below its
/// first row; or that row itself, which then is -1.
struct Span
{
    int top = 0;
    int first = 0;
    int last = 0;

    auto operator<=>(const Span &) const = default;
};

/// By spans, since there may be 100 000 rows in a few of them.
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
            for (int group = range.top(); group <= range.bottom(); ++group)
                m_spans.push_back({group, 0, static_cast<int>(rowsOfGroup(group).size()) - 1});
        } else if (m_arrangement.isGrouped) {
            m_spans.push_back({top, range.top(), range.bottom()});
        } else if (top < 0 && !m_arrangement.children) {
            m_spans.push_back({0, range.top(), range.bottom()});
        } else if (top < 0) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                m_spans.push_back({row, -1, -1});
        } else if (!m_arrangement.children->areToCome.testBit(top)) { // what stands in is no row
            m_spans.push_back({top, range.top(), range.bottom()});
        }
    }

    [[nodiscard]] QList<ShownRow> takeInOrder()
    {
        std::sort(m_spans.begin(), m_spans.end());
        QList<ShownRow> rows;
        Span taken{-1, -1, -1};
        for (const Span &span : m_spans) {
            const bool isSameTop = span.top == taken.top;
            const int first = isSameTop ? std::max(span.first, taken.last + 1) : span.first;
            for (int below = first; below <= span.last; ++below)
                rows.append(rowAt(span.top, below));
            taken = {span.top, span.first, isSameTop ? std::max(span.last, taken.last) : span.last};
        }
        return rows;
    }

private:
    [[nodiscard]] const QList<int> &rowsOfGroup(int group) const
    {
        return m_arrangement.groups.at(group).rows;
    }

    [[nodiscard]] ShownRow rowAt(int top, int below) const
    {
        if (!m_arrangement.children)
            return {rowsOfGroup(top).at(below), false};
        if (below < 0)
            return {rowsOfGroup(0).at(top), false};
        return {m_arrangement.children->rows.at(m_arrangement.children->firsts.at(top) + below), true};
    }

    const Arrangement &m_arrangement;
    std::vector<Span> m_spans;
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
