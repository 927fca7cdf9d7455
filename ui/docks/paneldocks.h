// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docks/paneldock.h"
#include "docks/panelroom.h"
#include "session/panelslayout.h"

#include <QList>
#include <QMainWindow>

#include <memory>

class QStyle;

namespace layerscope {

/// The tables of an account with the panels around them as docks. Part of its page and not of the window, so
/// that each account has its own panels, made with its session and gone with it, and its own layout; Qt's
/// main window is what can hold docks. GUI thread.
class PanelDocks final : public QMainWindow
{
    Q_OBJECT

public:
    /// Makes all of these panels. Takes over their context, and what stands in the centre, which is never
    /// squeezed below its minimum.
    PanelDocks(const QList<const PanelSpec *> &panels, PanelContext *context, QWidget *centre,
               QWidget *parent = nullptr);
    ~PanelDocks() override;

    /// Panels beside the centre are narrower than they would like to be as long as it is narrower than this,
    /// and none opens by itself, or stays open by itself, where that would leave it less than its minimum. 0,
    /// as at first: it is content with its minimum.
    void setCentreWish(int width) { m_room.setCentreWish(width); }

    /// In the order of the panels.
    [[nodiscard]] const QList<PanelDock *> &docks() const { return m_docks; }
    /// nullptr: there is none of this id.
    [[nodiscard]] PanelDock *dock(const QString &id) const;
    /// The first panel of this class; nullptr: none is.
    template<class Panel>
    [[nodiscard]] Panel *find() const
    {
        for (const PanelDock *dock : m_docks) {
            if (auto *panel = qobject_cast<Panel *>(dock->widget()))
                return panel;
        }
        return nullptr;
    }

    /// Of an unknown id: no, and nothing.
    [[nodiscard]] bool isOpen(const QString &id) const;
    void setOpen(const QString &id, bool open);
    /// What its entry in a menu does: closes it if it can be seen; else opens it, or brings it to the front
    /// of others in the same place.
    void toggle(const QString &id);
    /// What its key does: moves the focus into it, opened or brought to the front where it is not seen. Where
    /// there is nothing to be done of that, as the focus is there already or nothing there takes it, closes
    /// it.
    void goTo(const QString &id);
    /// Every panel where it is at the first start, as large as then, and open or closed as then; those that
    /// open with a selection are open if there is one.
    void resetLayout();

    /// Also what it does not know of the layout it was given: of panels of a newer version.
    [[nodiscard]] PanelsLayout layoutToKeep() const;
    /// Panels open and close at once; places and sizes come when this is seen for the first time, as they
    /// need its size. What is broken, or not ours, leaves them as at the first start.
    void restoreLayout(const PanelsLayout &layout);

    /// Moves the focus to the next panel that is open, from the last one to the centre and from there to the
    /// first; or the other way. False: to the centre, which does not know what of it takes the focus.
    bool focusNextPanel(bool forward);

Q_SIGNALS:
    void openChanged(const QString &id, bool isOpen);
    /// A panel that had the focus was closed, or another one in the same place came in front of it.
    void focusLeft();

protected:
    void childEvent(QChildEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void placeAsAtFirst();
    void sizeAsAtFirst(const QMap<QString, int> &formerWidths);
    bool restorePlaces(const QByteArray &saved);
    void openForSelection();
    void makeRoom();

    std::unique_ptr<QStyle> m_style;
    std::unique_ptr<QStyle> m_tabStyle; ///< Of docks on top of each other
    PanelContext *m_context;
    QList<PanelDock *> m_docks;
    PanelRoom m_room;
    PanelsLayout m_given;
    bool m_isPlaced = false; ///< As in m_given. Needs a size.
};

} // namespace layerscope
