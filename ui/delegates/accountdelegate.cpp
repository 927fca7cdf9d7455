// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/accountdelegate.h"

#include "delegates/celldelegate.h"
#include "models/accountsmodel.h"
#include "widgets/plaintooltip.h"
#include "widgets/readingorder.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

QFont semibold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

/// From the edge to the text. On a surface of its own a row needs more air.
int insetOf(AccountDelegate::Shape shape, const QFontMetrics &metrics)
{
    return shape == AccountDelegate::Shape::Cells ? CellDelegate::padding(metrics) : metrics.height() * 5 / 4;
}

/// A row is one thing, whichever of its cells was clicked.
bool hasCursor(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view != nullptr && view->hasFocus() && view->currentIndex().row() == index.row();
}

int leftOf(const QRect &rect, int width, Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft ? rect.right() + 1 - width : rect.left();
}

} // namespace

AccountDelegate::AccountDelegate(Shape shape, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_shape(shape)
{}

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const TableTones &all = m_tones.of(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isActive = option.state.testFlag(QStyle::State_Active);
    const bool isUnderPointer =
        m_shape == Shape::TwoLines && option.state.testFlag(QStyle::State_MouseOver) && !isSelected;
    const Tones &tones = isUnderPointer ? all.group
                         : !isSelected  ? all.table
                         : isActive     ? all.selected
                                        : all.selectedInactive;
    painter->save();
    painter->fillRect(option.rect, tones.background);
    const QFontMetrics metrics(option.font);
    if (hasCursor(option, index) && index.column() == AccountsModel::NameColumn) {
        const int thickness = std::max(2, metrics.height() / 7);
        painter->fillRect(leftOf(option.rect, thickness, option.direction), option.rect.top(), thickness,
                          option.rect.height(), tones.accent);
    }
    const int inset = insetOf(m_shape, metrics);
    const QRect rect = option.rect.adjusted(inset, 0, -inset, 0);
    const auto draw = [&](const QRect &where, const QFont &font, const QColor &color, const QString &text) {
        painter->setFont(font);
        painter->setPen(color);
        const auto alignment =
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
        readInOwnOrder(*painter, text);
        painter->drawText(where, alignment | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, where.width()));
    };
    const QString text = index.data().toString();
    if (m_shape == Shape::Cells) {
        draw(rect, option.font, index.column() == AccountsModel::NameColumn ? tones.text : tones.muted, text);
    } else {
        const int line = metrics.lineSpacing();
        QRect upper(rect.left(), rect.top() + (rect.height() - 2 * line) / 2, rect.width(), line);
        draw(upper, semibold(option.font), tones.text, text);
        draw(upper.translated(0, line), option.font, tones.muted,
             index.data(AccountsModel::DetailRole).toString());
    }
    painter->restore();
}

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    const int inset = 2 * insetOf(m_shape, metrics);
    const QString text = index.data().toString();
    if (m_shape == Shape::Cells)
        return {metrics.horizontalAdvance(text) + inset, CellDelegate::rowHeight(metrics)};
    const int width = std::max(QFontMetrics(semibold(option.font)).horizontalAdvance(text),
                               metrics.horizontalAdvance(index.data(AccountsModel::DetailRole).toString()));
    return {width + inset, 2 * metrics.lineSpacing() + metrics.height()};
}

bool AccountDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text;
    if (sizeHint(option, index).width() > view->visualRect(index).width()) {
        text = index.data().toString();
        if (m_shape == Shape::TwoLines)
            text += u'\n' + index.data(AccountsModel::DetailRole).toString();
    }
    QToolTip::showText(event->globalPos(), plainToolTip(text), view);
    return true;
}

void AccountDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

} // namespace layerscope
