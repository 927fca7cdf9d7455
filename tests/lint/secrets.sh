#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# No mask can ask for a secret (passwords, licence keys, user data): secrets.sh ROOT
# In texts, where masks come from, the names may stand only where they are hidden (redactor), refused (allow-list),
# told to people (the password of a proxy), or part of the data that the demo account imitates.
source "$(dirname "${BASH_SOURCE[0]}")/lint.sh"
cd "$1"

code app ui \
    | not_matching '^app/(api/(redactor|allowlist|transporterror)\.|demo/)' \
    | { grep -E -i '"[^"]*\b(passwords?|remoteManagementAccounts?|apiAuthenticationKeys?|userData|manufacturerLicenseInstance|manufacturerActivationCode)\b' || true; } \
    | complain "names a secret of the API; nothing of Layerscope may ask for one"
