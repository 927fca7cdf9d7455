// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/openfiles.h"

#include <sys/resource.h>

#include <algorithm>

namespace layerscope {

std::optional<QString> OpenFiles::makeRoom()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return std::nullopt; // then nobody knows, and it may well be enough
    if (limit.rlim_cur < needed && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = std::min<rlim_t>(needed, limit.rlim_max);
        (void)setrlimit(RLIMIT_NOFILE, &limit); // what counts is what is there afterwards
        if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
            return std::nullopt;
    }
    return problemOf(limit.rlim_cur);
}

std::optional<QString> OpenFiles::problemOf(quint64 limit)
{
    if (limit >= least)
        return std::nullopt;
    //: %1 and %2 are numbers; "ulimit -n" is typed as it is
    return tr("Only %1 files and connections may be open at once here, %2 are needed. Allow more "
              "(ulimit -n %2), then try again.")
        .arg(limit)
        .arg(needed);
}

} // namespace layerscope
