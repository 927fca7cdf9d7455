// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rowcopier.h"

#include "core/whendone.h"
#include "models/rowsmodel.h"
#include "views/columnlayout.h"
#include "views/rowselection.h"
#include "views/selectiontext.h"
#include "views/viewaction.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QIcon>
#include <QtConcurrent>
#include <QTreeView>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr qsizetype copiedAtOnce = 2000; // rows whose text takes a few milliseconds; more go to a worker

} // namespace

RowCopier::RowCopier(QTreeView *view)
    : QObject(view)
    , copyRows(addViewAction(*view, tr("Copy"), u"copy"_s, QKeySequence::Copy))
    , copyAsOneLine(
          addViewAction(*view, tr("Copy as one line"), u"copyAsOneLine"_s, QKeySequence(u"Ctrl+Shift+C"_s)))
    , copyCell(addViewAction(*view, tr("Copy cell"), u"copyCell"_s, {}))
    , m_view(*view)
{
    copyRows->setIcon(QIcon::fromTheme(u"edit-copy"_s));
    connect(copyRows, &QAction::triggered, this, [this] { copy(false); });
    connect(copyAsOneLine, &QAction::triggered, this, [this] { copy(true); });
    connect(copyCell, &QAction::triggered, this, &RowCopier::copyCurrentCell);
}

void RowCopier::setModel(const RowsModel *model, const ColumnLayout *columns, const RowSelection *selection)
{
    m_model = model;
    m_columns = columns;
    m_selection = selection;
    if (m_model == nullptr)
        return;
    connect(m_selection, &QItemSelectionModel::currentChanged, this, &RowCopier::nameColumn);
    connect(m_columns, &ColumnLayout::changed, this, &RowCopier::nameColumn);
    nameColumn();
}

void RowCopier::nameColumn()
{
    if (m_model == nullptr)
        return;
    const QString title = m_model->catalogue().column(copiedColumn()).translatedTitle();
    const QString shown = QString(title).replace(u'&', "&&"_L1);
    //: %1 is the title of a column
    copyAsOneLine->setText(tr("Copy “%1” as one line").arg(shown));
    //: %1 is the title of a column
    copyCell->setText(tr("Copy cell “%1”").arg(shown));
}

ColumnIndex RowCopier::copiedColumn() const
{
    const QModelIndex current = m_view.currentIndex();
    return current.isValid() && m_columns->isShown(current.column()) ? current.column()
                                                                     : m_model->catalogue().nameColumn();
}

QString RowCopier::selectionAsTsv() const
{
    if (m_model == nullptr)
        return {};
    const ArrangedTables tables = m_model->snapshot();
    return toTsv(m_model->cellsOf(tables), m_model->catalogue(), m_selection->rows(), m_columns->shown());
}

QString RowCopier::selectionAsOneLine() const
{
    if (m_model == nullptr)
        return {};
    const ArrangedTables tables = m_model->snapshot();
    return toOneLine(m_model->cellsOf(tables), rowsWith(copiedColumn()), copiedColumn());
}

/// Those of the selection that have the column.
QList<ShownRow> RowCopier::rowsWith(ColumnIndex column) const
{
    if (!m_model->catalogue().column(column).isOfRowsBelow)
        return m_selection->rows();
    QList<ShownRow> rows;
    for (const int row : m_selection->childRows())
        rows.append({row, true});
    return rows;
}

void RowCopier::copy(bool asOneLine)
{
    if (m_model == nullptr || m_selection->isEmpty())
        return;
    const int number = ++m_copyNumber;
    const QList<ShownRow> rows = asOneLine ? rowsWith(copiedColumn()) : m_selection->rows();
    if (rows.size() <= copiedAtOnce) {
        QGuiApplication::clipboard()->setText(asOneLine ? selectionAsOneLine() : selectionAsTsv());
        return;
    }
    // 100 000 rows are a second of formatting: on a worker, over a snapshot.
    auto tables = std::make_shared<const ArrangedTables>(m_model->snapshot());
    const auto write = [tables, cells = m_model->cellsOf(*tables), rows, shown = m_columns->shown(),
                        column = copiedColumn(), asOneLine] {
        return asOneLine ? toOneLine(cells, rows, column)
                         : toTsv(cells, tables->rows.catalogue(), rows, shown);
    };
    whenDone(QtConcurrent::run(write), this, [this, number](const QString &text) {
        if (number == m_copyNumber)
            QGuiApplication::clipboard()->setText(text);
    });
}

void RowCopier::copyCurrentCell()
{
    const QModelIndex index = m_view.currentIndex().siblingAtColumn(copiedColumn());
    const QString raw = index.data(RawTextRole).toString();
    QGuiApplication::clipboard()->setText(raw.isEmpty() ? index.data().toString() : raw);
}

} // namespace layerscope
