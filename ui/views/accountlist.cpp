// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/accountlist.h"

#include "delegates/accountdelegate.h"
#include "models/accountsmodel.h"

#include <QKeyEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int accountCharacters = 64;
constexpr int minAccountCharacters = 36;
constexpr double maxRowsShown = 5.5; ///< The half one says that there are more.
constexpr double minRowsShown = 2;

} // namespace

AccountList::AccountList(QWidget *parent)
    : QListView(parent)
{
    setItemDelegate(new AccountDelegate(AccountDelegate::Shape::TwoLines, this));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setMouseTracking(true); // the row under the pointer shows
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    connect(this, &QAbstractItemView::clicked, this, &AccountList::choose);
}

QSize AccountList::sizeHint() const
{
    const int rows = model() != nullptr ? model()->rowCount() : 0;
    return {fontMetrics().averageCharWidth() * accountCharacters,
            heightOf(std::min<double>(rows, maxRowsShown))};
}

QSize AccountList::minimumSizeHint() const
{
    const int rows = model() != nullptr ? model()->rowCount() : 0;
    return {fontMetrics().averageCharWidth() * minAccountCharacters,
            heightOf(std::min<double>(rows, minRowsShown))};
}

int AccountList::heightOf(double rows) const
{
    return static_cast<int>(rows * sizeHintForRow(0));
}

void AccountList::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        choose(currentIndex());
        event->accept();
        break;
    default:
        QListView::keyPressEvent(event);
    }
}

/// By keyboard: there is a current row from the start.
void AccountList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (model() == nullptr)
        return;
    if (!selectionModel()->hasSelection() && event->reason() != Qt::MouseFocusReason)
        setCurrentIndex(currentIndex().isValid() ? currentIndex() : model()->index(0, 0));
}

void AccountList::choose(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT accountChosen(index.data(AccountsModel::IdRole).toString());
}

} // namespace layerscope
