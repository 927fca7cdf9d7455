// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>

class QMainWindow;

namespace layerscope {

class PanelDock;

/// Panels one above the other, or behind each other, beside the tables. A value.
struct PanelColumn
{
    int wished = 0; ///< How wide the person, or the first start, wants it.
    int least = 0;  ///< Narrower it is of no use.
    bool yieldsFirst = false;

    bool operator==(const PanelColumn &) const = default;
};

/// How wide they are where they have this room together: as wished if they can, else those that yield first
/// are narrower, then the others; none is below its least, whatever the room.
[[nodiscard]] QList<int> fittedWidths(const QList<PanelColumn> &columns, int room);

/// Has the panels beside the tables give way to them: down to four fifths of their usual width, as long as
/// that leaves the tables less than they wish. They get it back when there is room again. Where somebody
/// split one side into several columns that side is left alone. GUI thread; docks and their window outlive
/// it.
class PanelRoom
{
public:
    PanelRoom(QMainWindow &window, const QList<PanelDock *> &docks);

    /// 0, as at first: nothing gives way.
    void setCentreWish(int width) { m_centreWish = width; }
    /// Whether the tables keep their minimum beside it and what else is open. True of those that are not
    /// beside them.
    [[nodiscard]] bool hasRoomFor(const PanelDock &dock) const;
    /// To be called when the window, or a panel's being open, changed. Not when the person moves an edge:
    /// that is what they wish.
    void fit();

private:
    struct Given
    {
        int wished;
        int width;
    };

    [[nodiscard]] QList<PanelDock *> columns() const;
    [[nodiscard]] int wishedWidth(const PanelDock &dock, bool isForced) const;
    [[nodiscard]] static int leastWidth(const PanelDock &dock);

    QMainWindow &m_window;
    const QList<PanelDock *> &m_docks;
    int m_centreWish = 0;
    QHash<const PanelDock *, Given> m_given;
};

} // namespace layerscope
