// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/connection.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace layerscope {

/// A connection that stood ready on this computer, and where.
struct FoundConnection
{
    Connection connection;
    QString origin; ///< Where the key came from, for people: "the environment" or the file's name.
};

/// Where slcli and its relatives keep user name and key (softlayer-api §8): SL_USERNAME, SL_API_KEY,
/// SL_ENDPOINT_URL, SL_TIMEOUT and https_proxy, then /etc/softlayer.conf and ~/.softlayer, the later file
/// over the earlier. Setting by setting; an empty variable, or a timeout of 0, does not hide a file's.
/// slcli itself reads https_proxy and `proxy`, whatever NO_PROXY says; where both are silent, its library
/// asks the rest of the environment (EnvironmentProxy). The company's CA comes from REQUESTS_CA_BUNDLE or
/// CURL_CA_BUNDLE, which that library reads, or from a file or a folder that `verify` names; nothing can turn
/// verification off. Only reads. Blocking, but for a few small local files; any thread.
class ConnectionSource
{
public:
    /// The environment of this process and the usual files.
    ConnectionSource();
    ConnectionSource(QProcessEnvironment environment, QStringList configFiles);

    /// Errors: NotFound if nothing of an account is set anywhere; InvalidRequest or Storage with a sentence
    /// that says what is missing and what to do, or what is wrong in which file. Never names the key.
    [[nodiscard]] Result<FoundConnection> find() const;
    /// True if user name and key are both given by the environment: the person means them, no need to ask.
    [[nodiscard]] bool environmentHasKey() const;

    [[nodiscard]] static QStringList usualConfigFiles();

private:
    QProcessEnvironment m_environment;
    QStringList m_configFiles;
};

} // namespace layerscope
