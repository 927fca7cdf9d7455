// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectionsource.h"

#include "accounts/slcliconfig.h"
#include "api/proxyaddress.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <initializer_list>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionSource)
};

Unexpected<ApiError> refuse(const QString &sentence)
{
    ApiError error = ApiError::make(ApiError::Kind::InvalidRequest);
    error.message = sentence;
    return Unexpected(error);
}

/// softlayer-go reads both names, SL_ first.
QString fromEnvironment(const QProcessEnvironment &environment, std::initializer_list<QString> names)
{
    for (const QString &name : names) {
        if (const QString value = environment.value(name).trimmed(); !value.isEmpty())
            return value;
    }
    return {};
}

QString firstOf(const QString &first, const QString &second)
{
    return first.isEmpty() ? second : first;
}

QString userIn(const QProcessEnvironment &environment)
{
    return fromEnvironment(environment, {u"SL_USERNAME"_s, u"SOFTLAYER_USERNAME"_s});
}

QString keyIn(const QProcessEnvironment &environment)
{
    return fromEnvironment(environment, {u"SL_API_KEY"_s, u"SOFTLAYER_API_KEY"_s});
}

/// A configuration is a few lines; something larger is not one.
constexpr qint64 largestConfig = 1'000'000;

Result<SlcliConfig> readConfigs(const QStringList &files)
{
    SlcliConfig config;
    for (const QString &name : files) {
        QFile file(name);
        if (!file.exists())
            continue;
        // The same as slcli: a file that may not be read counts as absent.
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (Result<Done> added = config.add(QString::fromUtf8(file.read(largestConfig)), name); !added)
            return Unexpected(added.error());
    }
    return config;
}

} // namespace

ConnectionSource::ConnectionSource()
    : ConnectionSource(QProcessEnvironment::systemEnvironment(), usualConfigFiles())
{}

ConnectionSource::ConnectionSource(QProcessEnvironment environment, QStringList configFiles)
    : m_environment(std::move(environment))
    , m_configFiles(std::move(configFiles))
{}

QStringList ConnectionSource::usualConfigFiles()
{
    return {u"/etc/softlayer.conf"_s, QDir::homePath() + "/.softlayer"_L1};
}

bool ConnectionSource::environmentHasKey() const
{
    return !userIn(m_environment).isEmpty() && !keyIn(m_environment).isEmpty();
}

Result<FoundConnection> ConnectionSource::find() const
{
    const Result<SlcliConfig> config = readConfigs(m_configFiles);
    if (!config)
        return Unexpected(config.error());

    const QString environmentKey = keyIn(m_environment);
    FoundConnection found;
    Credentials &credentials = found.connection.credentials;
    credentials.user = firstOf(userIn(m_environment), config->value(u"username"_s));
    credentials.secret = firstOf(environmentKey, config->value(u"api_key"_s));
    found.origin = environmentKey.isEmpty() ? m_configFiles.value(m_configFiles.size() - 1)
                                            : Text::tr("the environment");

    if (credentials.user.isEmpty() && credentials.secret.isEmpty()) {
        return refuse(
            Text::tr("No account is known here. Set SL_USERNAME and SL_API_KEY, or run 'slcli config "
                     "setup', or look at "
                     "the demo account with --demo."));
    }
    if (credentials.user.isEmpty())
        return refuse(
            Text::tr("There is an API key, but no user name. Set SL_USERNAME, or username in ~/.softlayer."));
    if (credentials.secret.isEmpty()) {
        return refuse(
            Text::tr("There is a user name (%1), but no API key. Set SL_API_KEY, or api_key in ~/.softlayer.")
                .arg(credentials.user));
    }

    const QString endpoint =
        firstOf(fromEnvironment(m_environment, {u"SL_ENDPOINT_URL"_s, u"SOFTLAYER_ENDPOINT_URL"_s}),
                config->value(u"endpoint_url"_s));
    Result<QUrl> base = Connection::restBaseFrom(endpoint);
    if (!base)
        return Unexpected(base.error());
    found.connection.restBase = *base;

    // Without one of our own QNetworkAccessManager follows the system's proxy. Loopback never goes through
    // any.
    if (!Connection::isLoopback(base->host())) {
        const QString address =
            firstOf(fromEnvironment(m_environment, {u"https_proxy"_s}), config->value(u"proxy"_s));
        if (!address.isEmpty()) {
            Result<QNetworkProxy> proxy = proxyFrom(address);
            if (!proxy)
                return Unexpected(proxy.error());
            found.connection.proxy = *proxy;
        }
    } else {
        found.connection.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    }
    return found;
}

} // namespace layerscope
