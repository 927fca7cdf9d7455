// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>

class QTreeView;

namespace layerscope {

/// Keeps what a person looks at in its place while rows around it are put in another order. A value for the
/// time between layoutAboutToBeChanged and the end of the new layout.
///  - The current row, if it is selected and on screen, stays at its height.
///  - Otherwise, after an order that values brought, the first row on screen stays, except at the very top,
///  where one
///    wants to see what comes first.
///  - Otherwise, after an order that the person asked for, the view starts at its top.
class ScrollAnchor
{
public:
    void capture(const QTreeView &view);
    void restore(QTreeView &view, bool personAsked) const;

private:
    struct Place
    {
        QPersistentModelIndex index;
        int y = 0; ///< In the viewport
    };

    Place m_current;
    bool m_isCurrentSeen = false;
    Place m_top;
};

} // namespace layerscope
