// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/measuredfont.h"

namespace layerscope {

int MeasuredFont::widthOf(const QString &text) const
{
    if (const auto known = m_widths.constFind(text); known != m_widths.cend())
        return *known;
    if (m_widths.size() >= mostRemembered)
        m_widths.clear();
    const int width = m_metrics.horizontalAdvance(text);
    m_widths.insert(text, width);
    return width;
}

} // namespace layerscope
