// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

class QMenu;
class QToolButton;

namespace layerscope {

class FilterEdit;
class WindowActions;

/// Account · Refresh or Stop, in one place · filter, the widest · Group · Columns · Export. Shows and routes,
/// decides nothing.
class AccountToolBar : public QToolBar
{
    Q_OBJECT

public:
    struct Menus
    {
        QMenu *account;
        QMenu *group;
        QMenu *exporting;
    };

    AccountToolBar(const WindowActions &actions, const Menus &menus, QWidget *parent = nullptr);

    [[nodiscard]] FilterEdit &filter() const { return *m_filter; }
    /// Below which the choice of columns opens. Not seen where the tool bar has no room for it.
    [[nodiscard]] const QWidget &columnsButton() const;

    /// `title` says more than the name, for which alone there is room.
    void setAccount(const QString &name, const QString &title);
    /// Refresh, Stop or Go on: each takes the same place, nothing moves.
    void showLoadAction(QAction *now);
    void setGroupSummary(const QString &summary);
    /// Only where rows can be grouped.
    void setGroupShown(bool shown);

protected:
    bool event(QEvent *event) override;

private:
    void keepPlaceOfLoad();
    [[nodiscard]] QToolButton *buttonAt(QAction *place) const;
    /// Without a menu it is told of by clicked().
    QAction *addMenuButton(const QString &name, const QString &text, QMenu *menu);

    const WindowActions &m_actions;
    QToolButton *m_account;
    QToolButton *m_load;
    FilterEdit *m_filter;
    QToolButton *m_columns;
    QToolButton *m_group;
    QAction *m_groupPlace; ///< The button's place in the bar
};

} // namespace layerscope
