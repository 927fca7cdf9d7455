// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace layerscope {

/// What an icon stands for, not what it looks like.
enum class IconName { Account, Refresh, Stop, Search, Clear, Columns, Group, Export, Copy, Warning };

/// The desktop theme's icon, else our own drawing (`:/icons/<name>.svg`) in the palette's text colour, which
/// follows the palette and the scale by itself. Which of the two is found out when the icon is first drawn,
/// and again when theme or palette change: of a theme that was made for the other one nothing can be seen.
/// GUI thread.
[[nodiscard]] QIcon iconOf(IconName name);

/// For the inside of a field one types into: our own drawing in the colour of its text. GUI thread.
[[nodiscard]] QIcon fieldIconOf(IconName name);

/// The program's own icon, in all sizes.
[[nodiscard]] QIcon applicationIcon();

} // namespace layerscope
