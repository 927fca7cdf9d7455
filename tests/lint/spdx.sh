#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Each file of code names its licence in one of its first three lines: spdx.sh ROOT
source "$(dirname "${BASH_SOURCE[0]}")/lint.sh"
cd "$1"

find . \( -name .git -o -path ./build -o -path ./out \) -prune -o -type f \
    \( -name '*.cpp' -o -name '*.h' -o -name '*.sh' -o -name '*.cmake' -o -name CMakeLists.txt \
       -o -name '*.supp' -o -path './.ci/*' \) -print0 \
    | sort -z \
    | xargs -0 -r awk '
        FNR == 1 { if (file != "" && !named) print file; file = FILENAME; named = 0 }
        FNR <= 3 && /SPDX-License-Identifier: GPL-3.0-or-later/ { named = 1 }
        END { if (file != "" && !named) print file }' \
    | complain "no SPDX-License-Identifier: GPL-3.0-or-later"
