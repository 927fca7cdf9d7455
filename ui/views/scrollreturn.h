// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scrollplace.h"

namespace layerscope {

class RowsView;

/// The way back to where a table was scrolled to, while its rows come. A value.
class ScrollReturn
{
public:
    explicit ScrollReturn(const ScrollPlace &place)
        : m_place(place)
    {}

    /// nullopt: there are no rows, or none on screen that can be found again. Of a row that is in several
    /// groups only the first place can.
    [[nodiscard]] static std::optional<ScrollPlace> placeOf(const RowsView &view);

    [[nodiscard]] const ScrollPlace &place() const { return m_place; }
    /// As far as the view can be scrolled. To be called after each arrangement: one that only has more rows
    /// at its end is not laid out for it. False: the row is not there, or not opened.
    bool go(RowsView &view);

private:
    ScrollPlace m_place;
    int m_row = -1;   ///< Of a flat table, where the row was at last …
    int m_value = -1; ///< … and where that took the view.
};

} // namespace layerscope
