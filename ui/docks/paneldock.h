// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

#include <optional>

namespace layerscope {

class PanelContext;
struct PanelSpec;

/// The dock of one panel: can be moved, floated and closed. Whether it is open is the person's choice, or as
/// its spec says until they made one, and independent of whether its account is on screen; while that is not,
/// it is hidden also where it floats.
/// Behind the tab of another one it is open, but its panel is hidden, so that it asks for nothing. GUI
/// thread.
class PanelDock final : public QDockWidget
{
    Q_OBJECT

public:
    /// Makes the panel.
    PanelDock(const PanelSpec &spec, PanelContext &context, QWidget *parent);

    [[nodiscard]] const PanelSpec &spec() const { return m_spec; }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// By the person: from now on it opens or closes by itself no more. Also brings it to the front of others
    /// in the same place. Does not take the focus.
    void setOpen(bool open);
    /// Whether openForSelection() opens it.
    [[nodiscard]] bool waitsForSelection() const;
    /// Neither takes the focus nor comes to the front of others.
    void openForSelection();
    /// openForSelection() opened it, and the person left it so.
    [[nodiscard]] bool isOpenByItself() const;
    /// One that is open by itself: it waits again.
    void closeForRoom();
    /// What is to be kept for the next start; nullopt: it is as it is by itself.
    [[nodiscard]] std::optional<bool> openToKeep() const;
    /// As it was kept.
    void restoreOpen(std::optional<bool> isOpen);
    /// Open, but behind the tab of another one in the same place.
    [[nodiscard]] bool isBehindATab() const;
    /// Whether its account is.
    void setOnScreen(bool isOnScreen);
    /// Shows or hides it as it should be, after Qt has put it somewhere.
    void applyOpen();
    [[nodiscard]] bool hasFocusWithin() const;
    /// Where it was last, else at the first thing that takes it. False: there is none, or it is closed.
    bool takeFocus();

Q_SIGNALS:
    /// It is closed, or comes behind the tab of another one, and had the focus in it: that should go
    /// somewhere that stays.
    void focusLeft();
    void openChanged(bool isOpen);

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void followVisibility();
    void makeOpen(bool open);

    const PanelSpec &m_spec;
    std::optional<bool> m_chosen; ///< Open or not, by the person.
    bool m_isOpen;
    bool m_isOnScreen = false;
};

} // namespace layerscope
