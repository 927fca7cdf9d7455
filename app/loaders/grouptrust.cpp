// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/grouptrust.h"

namespace layerscope {

void GroupTrust::succeeded(RowKind kind, GroupSet groups)
{
    Kind &known = of(kind);
    known.succeeded |= groups;
    known.suspects &= ~groups;
    known.givenUp &= ~groups;
}

bool GroupTrust::failed(RowKind kind, int group, const ApiError &error)
{
    Kind &known = of(kind);
    const auto bit = static_cast<std::size_t>(group);
    if (known.succeeded.test(bit) || known.givenUp.test(bit))
        return false;
    const bool isNews = !known.suspects.test(bit);
    known.suspects.set(bit);
    known.errors[bit] = error;
    if (++known.failures[bit] < rowsUntilGivenUp)
        return isNews;
    known.suspects.reset(bit);
    known.givenUp.set(bit);
    return true;
}

const ApiError &GroupTrust::reason(RowKind kind, int group) const
{
    return of(kind).errors[static_cast<std::size_t>(group)];
}

} // namespace layerscope
