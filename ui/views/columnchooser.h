// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"

#include <QFrame>

class QModelIndex;
class QPushButton;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace layerscope {

class ColumnLayout;
class SearchEdit;

/// Where people choose which columns a table shows: all of them by what they are about, and a search field.
/// Stays open while columns are switched, by a click, Space or Enter, and shows what is switched elsewhere.
/// Esc, or a click beside it, closes it. While it is open keys are for it alone, as for a menu. Return in the
/// search field switches the column found. GUI thread; closes by itself when the layout goes.
class ColumnChooser final : public QFrame
{
    Q_OBJECT

public:
    ColumnChooser(ColumnLayout &layout, QWidget *parent);

    /// Below this widget, as large as the screen allows.
    void popUpBelow(const QWidget &anchor);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    bool event(QEvent *event) override;

private:
    void fill();
    void addTopic(ColumnTopic topic);
    [[nodiscard]] QList<QStandardItem *> choices() const;
    void connectParts();
    void lookFor(const QString &words);
    void switchOver(const QModelIndex &index);
    void take(const QStandardItem &choice);
    void showWhatIsShown();
    [[nodiscard]] QModelIndex firstFound() const;
    [[nodiscard]] bool isKeyOfList(int key);
    [[nodiscard]] QSize wantedSize() const;

    ColumnLayout &m_layout;
    SearchEdit *m_search;
    QTreeView *m_list;
    QStandardItemModel *m_choices;
    QPushButton *m_reset;
    bool m_isShowing = false; ///< What the layout says, so nothing that the person did
};

} // namespace layerscope
