// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rowretrier.h"

#include "models/rowsmodel.h"
#include "views/columnlayout.h"
#include "views/rowselection.h"
#include "views/rowstoretry.h"
#include "views/viewaction.h"

#include <QApplication>
#include <QIcon>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

RowRetrier::RowRetrier(QTreeView *view)
    : QObject(view)
    , retry(addViewAction(*view, tr("Retry"), u"retry"_s, {}))
{
    retry->setIcon(QIcon::fromTheme(u"view-refresh"_s));
    connect(retry, &QAction::triggered, this, &RowRetrier::retrySelection);
    connect(view, &QTreeView::clicked, this, &RowRetrier::retryCell);
}

void RowRetrier::setModel(const RowsModel *model, const ColumnLayout *columns, const RowSelection *selection)
{
    m_model = model;
    m_columns = columns;
    m_selection = selection;
}

QList<int> RowRetrier::rows() const
{
    return m_model != nullptr ? rowsToRetry(*m_model, m_selection->rows(), m_columns->shownSet())
                              : QList<int>();
}

void RowRetrier::retryCell(const QModelIndex &index)
{
    const QVariant state = index.data(CellStateRole);
    if (!state.isValid() || state.value<CellState>() != CellState::Failed ||
        index.data(IsRepeatedFailureRole).toBool() || QApplication::keyboardModifiers() != Qt::NoModifier)
        return;
    if (const std::optional<int> row = m_model->tableRowAtOrAbove(index))
        Q_EMIT wanted({*row});
}

void RowRetrier::retrySelection()
{
    if (const QList<int> found = rows(); !found.isEmpty())
        Q_EMIT wanted(found);
}

} // namespace layerscope
