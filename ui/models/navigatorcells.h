// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/navigatornode.h"

#include <QLocale>
#include <QVariant>

namespace layerscope {

/// What a node of the navigator answers to the roles of NavigatorModel: its title, its count as people read
/// and hear it, and what it filters by. Knows nothing of sections and indexes. A value, in the locale that
/// was the default when it was made.
class NavigatorCells
{
public:
    NavigatorCells();

    [[nodiscard]] QVariant data(const NavigatorNode &node, int role) const;

private:
    [[nodiscard]] QString countText(const NavigatorNode &node) const;
    [[nodiscard]] QString spoken(const NavigatorNode &node) const;

    QLocale m_locale;
};

} // namespace layerscope
