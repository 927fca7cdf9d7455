// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace layerscope::demo {

/// A refusal as the API words it: HTTP status, exception code and English text (softlayer-api §4.2).
struct WireError
{
    int status = 500;
    QString code;
    QString text;

    bool operator==(const WireError &) const = default;
};

} // namespace layerscope::demo
