#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# No mask can ask for a secret (passwords, licence keys, user data), and no log line is given one: secrets.sh ROOT
# In texts, where masks come from, the names may stand only where they are hidden (redactor, secretpatterns), refused
# (allow-list), told to people (the password of a proxy), or part of the data that the demo account imitates.
source "$(dirname "${BASH_SOURCE[0]}")/lint.sh"
cd "$1"

code app ui \
    | not_matching '^app/(api/(redactor|secretpatterns|allowlist|transporterror)\.|demo/)' \
    | { grep -E -i '"[^"]*\b(passwords?|remoteManagementAccounts?|apiAuthenticationKeys?|userData|manufacturerLicenseInstance|manufacturerActivationCode)\b' || true; } \
    | complain "names a secret of the API; nothing of Layerscope may ask for one"

# The log's redactor is the second net, not the first. And it must stay the only one who hears the log,
# but for a moment at the start of the window.
code app ui \
    | { grep -E -i '\bq(C?(Debug|Info|Warning|Critical)|Fatal)\b.*\b(credentials|secret|authorizationHeader|password|proxy\(\)|environment)\b' || true; } \
    | complain "logs a secret, or what holds one"
code app ui \
    | not_matching '^(app/api/logredaction|ui/displaycheck)\.cpp:' \
    | { grep -E '\bqInstallMessageHandler\b' || true; } \
    | complain "takes the log away from its redactor"

# Making a redactor compiles its patterns; and one that was made of less than the connection would miss a secret.
code app ui \
    | not_matching '^app/api/' \
    | matching '\bRedactor *(\(|\{|[A-Za-z_]+ *[({;])' \
    | complain "makes a redactor of its own; the client has one"
