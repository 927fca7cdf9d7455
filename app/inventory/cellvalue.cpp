// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/cellvalue.h"

namespace layerscope {

QByteArray toText(RowState state)
{
    switch (state) {
    case RowState::Complete:
        return QByteArrayLiteral("complete");
    case RowState::Partial:
        return QByteArrayLiteral("partial");
    case RowState::Refused:
        return QByteArrayLiteral("refused");
    case RowState::Failed:
        return QByteArrayLiteral("failed");
    case RowState::Gone:
        return QByteArrayLiteral("gone");
    }
    return {};
}

} // namespace layerscope
