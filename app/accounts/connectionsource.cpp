// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectionsource.h"

#include "accounts/slcliconfig.h"
#include "api/companyca.h"
#include "api/proxyaddress.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <initializer_list>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionSource)
};

ApiError errorOf(ApiError::Kind kind, const QString &sentence)
{
    ApiError error = ApiError::make(kind);
    error.message = sentence;
    return error;
}

Unexpected<ApiError> refuse(const QString &sentence)
{
    return Unexpected(errorOf(ApiError::Kind::InvalidRequest, sentence));
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

/// The files' settings, and which of them the key is from.
struct Configs
{
    SlcliConfig settings;
    QString fileOfKey;
};

Result<Configs> readConfigs(const QStringList &files)
{
    Configs configs;
    for (const QString &name : files) {
        QFile file(name);
        // The same as slcli: a file that is not there, or may not be read, counts as absent.
        if (!QFileInfo(name).isFile() || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.read(largestConfig);
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = decoder.decode(bytes);
        if (decoder.hasError())
            return refuse(Text::tr("%1 is not written in UTF-8. Save it in that encoding.").arg(name));
        const QString formerKey = configs.settings.value(u"api_key"_s);
        if (Result<Done> added = configs.settings.add(text, name); !added)
            return Unexpected(added.error());
        const QString key = configs.settings.value(u"api_key"_s);
        if (key != formerKey || configs.fileOfKey.isEmpty())
            configs.fileOfKey = name;
    }
    return configs;
}

/// Seconds, perhaps with a fraction; 0 and nothing are no limit of the person's own.
Result<std::optional<std::chrono::milliseconds>> timeoutFrom(const QString &text)
{
    constexpr double mostSeconds = 24 * 3600;
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (!text.isEmpty() && (!isNumber || !(seconds >= 0)))
        return refuse(Text::tr("The timeout is no number of seconds. Set timeout = 60, for instance."));
    if (text.isEmpty() || seconds <= 0)
        return std::optional<std::chrono::milliseconds>();
    return std::optional(
        std::chrono::milliseconds(qRound64(std::max(0.001, std::min(seconds, mostSeconds)) * 1000)));
}

bool isZero(const QString &text)
{
    bool isNumber = false;
    return text.toDouble(&isNumber) == 0.0 && isNumber;
}

/// What slcli takes for yes and no is of no interest: a certificate is always verified.
bool isSwitch(const QString &verify)
{
    static const QStringList words{u"true"_s, u"false"_s, u"yes"_s, u"no"_s,
                                   u"on"_s,   u"off"_s,   u"1"_s,   u"0"_s};
    return verify.isEmpty() || words.contains(verify.toLower());
}

/// Why nobody can call with these; nullopt: they are complete.
std::optional<ApiError> objectionTo(const Credentials &credentials, const SlcliConfig &config)
{
    if (credentials.isComplete())
        return std::nullopt;
    const bool hasNeither = credentials.user.isEmpty() && credentials.secret.isEmpty();
    if (credentials.secret.isEmpty() && !config.value(u"access_token"_s).isEmpty()) {
        return errorOf(
            ApiError::Kind::InvalidRequest,
            Text::tr("The configuration holds an access token, which lasts an hour. Layerscope needs "
                     "a user name and an API key: set SL_USERNAME and SL_API_KEY, or username and "
                     "api_key in ~/.softlayer."));
    }
    if (hasNeither) {
        return errorOf(
            ApiError::Kind::NotFound,
            Text::tr("No account is known here. Set SL_USERNAME and SL_API_KEY, or run 'slcli config "
                     "setup', or look at the demo account with --demo."));
    }
    if (credentials.user.isEmpty()) {
        return errorOf(ApiError::Kind::InvalidRequest,
                       Text::tr("There is an API key, but no user name. Set SL_USERNAME, or username in "
                                "~/.softlayer."));
    }
    return errorOf(
        ApiError::Kind::InvalidRequest,
        Text::tr("There is a user name (%1), but no API key. Set SL_API_KEY, or api_key in ~/.softlayer.")
            .arg(credentials.user));
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
    const Result<Configs> configs = readConfigs(m_configFiles);
    if (!configs)
        return Unexpected(configs.error());
    const SlcliConfig &config = configs->settings;

    FoundConnection found;
    const QString environmentKey = keyIn(m_environment);
    found.origin = environmentKey.isEmpty() ? configs->fileOfKey : Text::tr("the environment");
    Credentials &credentials = found.connection.credentials;
    credentials.user = firstOf(userIn(m_environment), config.value(u"username"_s));
    credentials.secret = firstOf(environmentKey, config.value(u"api_key"_s));
    if (const std::optional<ApiError> objection = objectionTo(credentials, config))
        return Unexpected(*objection);

    const Result<QUrl> base = Connection::restBaseFrom(
        firstOf(fromEnvironment(m_environment, {u"SL_ENDPOINT_URL"_s, u"SOFTLAYER_ENDPOINT_URL"_s}),
                config.value(u"endpoint_url"_s)));
    if (!base)
        return Unexpected(base.error());
    found.connection.restBase = *base;

    // Without one of our own QNetworkAccessManager follows the system's proxy. Loopback never goes through
    // any.
    const QString proxyAddress =
        firstOf(fromEnvironment(m_environment, {u"https_proxy"_s}), config.value(u"proxy"_s));
    if (Connection::isLoopback(base->host())) {
        found.connection.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    } else if (!proxyAddress.isEmpty()) {
        const Result<QNetworkProxy> proxy = proxyFrom(proxyAddress);
        if (!proxy)
            return Unexpected(proxy.error());
        found.connection.proxy = *proxy;
    }

    QString timeout = fromEnvironment(m_environment, {u"SL_TIMEOUT"_s, u"SOFTLAYER_TIMEOUT"_s});
    if (timeout.isEmpty() || isZero(timeout))
        timeout = config.value(u"timeout"_s);
    const Result<std::optional<std::chrono::milliseconds>> limit = timeoutFrom(timeout);
    if (!limit)
        return Unexpected(limit.error());
    found.connection.timeout = *limit;

    if (const QString verify = config.value(u"verify"_s); !isSwitch(verify)) {
        const Result<QList<QSslCertificate>> certificates = companyCertificatesFrom(verify);
        if (!certificates)
            return Unexpected(certificates.error());
        found.connection.companyCertificates = *certificates;
    }
    return found;
}

} // namespace layerscope
