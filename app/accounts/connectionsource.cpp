// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectionsource.h"

#include "accounts/slcliconfig.h"
#include "api/companyca.h"
#include "api/environmentproxy.h"
#include "api/proxyaddress.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct ConnectionSourceText
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionSource)
};

/// The names of a setting in the environment. softlayer-go reads two, SL_ first.
struct Variables
{
    QStringList names;
    bool isUnsetByZero = false;
};

const Variables userVariables{{u"SL_USERNAME"_s, u"SOFTLAYER_USERNAME"_s}};
const Variables keyVariables{{u"SL_API_KEY"_s, u"SOFTLAYER_API_KEY"_s}};
const Variables endpointVariables{{u"SL_ENDPOINT_URL"_s, u"SOFTLAYER_ENDPOINT_URL"_s}};
const Variables timeoutVariables{{u"SL_TIMEOUT"_s, u"SOFTLAYER_TIMEOUT"_s}, true};
const Variables proxyVariables{{u"https_proxy"_s}}; ///< slcli reads it in lower case only
const Variables caVariables{{u"REQUESTS_CA_BUNDLE"_s, u"CURL_CA_BUNDLE"_s}}; ///< in requests' order

/// A configuration is a few lines; something larger is not one.
constexpr qint64 largestConfig = 1'000'000;

/// What a setting is, and where it stands, for people. Empty: it is not set.
struct Setting
{
    QString value;
    QString place;
};

bool isZero(const QString &text)
{
    bool isNumber = false;
    return text.toDouble(&isNumber) == 0.0 && isNumber;
}

/// Of the first of the variables that says something.
Setting inEnvironment(const QProcessEnvironment &environment, const Variables &variables)
{
    for (const QString &name : variables.names) {
        const QString value = environment.value(name).trimmed();
        if (!value.isEmpty() && !(variables.isUnsetByZero && isZero(value)))
            return {value, name};
    }
    return {};
}

/// What the error says, and where to look.
Unexpected<ApiError> withPlace(ApiError error, const Setting &setting)
{
    //: %1 is a whole sentence, %2 where a setting stands: "SL_TIMEOUT" or "timeout in ~/.softlayer"
    error.message = ConnectionSourceText::tr("%1 See %2.").arg(error.message, setting.place);
    return Unexpected(std::move(error));
}

/// As people write it: "~/.softlayer".
QString shownName(const QString &file)
{
    const QString home = QDir::homePath() + u'/';
    return file.startsWith(home) ? "~/"_L1 + file.sliced(home.size()) : file;
}

/// What the files say together.
struct Configs
{
    SlcliConfig settings;
    QStringList unreadable; ///< They are there, but slcli and we take them for absent.
};

Result<QString> textOf(QFile &file, const QString &name)
{
    const QByteArray bytes = file.read(largestConfig + 1);
    if (bytes.size() > largestConfig)
        return failure(
            ApiError::Kind::InvalidRequest,
            ConnectionSourceText::tr("%1 is far too large for a configuration of slcli.").arg(name));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return failure(
            ApiError::Kind::InvalidRequest,
            ConnectionSourceText::tr("%1 is not written in UTF-8. Save it in that encoding.").arg(name));
    return text;
}

Result<Configs> readConfigs(const QStringList &files)
{
    Configs configs;
    for (const QString &path : files) {
        const QString name = shownName(path);
        QFile file(path);
        if (!file.exists())
            continue;
        // Only files: a pipe would keep us waiting for whoever writes into it.
        if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
            configs.unreadable.append(name);
            continue;
        }
        const Result<QString> text = textOf(file, name);
        if (!text)
            return Unexpected(text.error());
        if (Result<Done> added = configs.settings.add(*text, name); !added)
            return Unexpected(added.error());
    }
    return configs;
}

Setting inConfig(const SlcliConfig &config, const QString &key)
{
    const QString value = config.value(key);
    if (value.isEmpty())
        return {};
    //: %1 is a setting, %2 a file: "timeout in ~/.softlayer"
    return {value, ConnectionSourceText::tr("%1 in %2").arg(key, config.fileOf(key))};
}

/// Seconds, perhaps with a fraction. slcli's set-up writes 0 by itself, so that is no wish to wait for ever.
Result<std::optional<std::chrono::milliseconds>> timeoutFrom(const QString &text)
{
    constexpr double maxSeconds = 24 * 3600;
    if (text.isEmpty() || isZero(text))
        return std::optional<std::chrono::milliseconds>();
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (!isNumber || !(seconds > 0)) // not a number at all is neither
        return failure(ApiError::Kind::InvalidRequest,
                       ConnectionSourceText::tr("The timeout is no number of seconds. It looks like 60."));
    return std::optional(std::chrono::milliseconds(qRound64(std::clamp(seconds, 0.001, maxSeconds) * 1000)));
}

/// What slcli takes for yes and no is of no interest: a certificate is always verified.
bool isSwitch(const QString &verify)
{
    static const QStringList words{u"true"_s, u"false"_s, u"yes"_s, u"no"_s,
                                   u"on"_s,   u"off"_s,   u"1"_s,   u"0"_s};
    return verify.isEmpty() || words.contains(verify.toLower());
}

/// Where nothing is said, QNetworkAccessManager follows the desktop. Loopback never goes through any.
Result<std::optional<QNetworkProxy>> proxyFromSettings(const QUrl &base, Setting address,
                                                       const EnvironmentProxy &environment)
{
    const std::optional<QNetworkProxy> none = QNetworkProxy(QNetworkProxy::NoProxy);
    if (Connection::isLoopback(base.host()))
        return none;
    if (address.value.isEmpty() && environment.isSet()) {
        if (environment.isBypassedFor(base))
            return none;
        address = {environment.address(), environment.variable()};
    }
    if (address.value.isEmpty())
        return std::optional<QNetworkProxy>();
    const Result<QNetworkProxy> proxy = proxyFrom(address.value);
    if (!proxy)
        return withPlace(proxy.error(), address);
    return std::optional(*proxy);
}

QString withHome(const QString &path)
{
    return path.startsWith("~/"_L1) ? QDir::homePath() + path.sliced(1) : path;
}

/// Why nobody can call with these; nullopt: they are complete.
std::optional<ApiError> objectionTo(const Credentials &credentials, const Configs &configs)
{
    if (credentials.isComplete())
        return std::nullopt;
    for (const QString &way : {u"access_token"_s, u"auth_cert"_s, u"userid"_s}) {
        if (credentials.secret.isEmpty() && !configs.settings.value(way).isEmpty()) {
            return ApiError::withMessage(
                ApiError::Kind::InvalidRequest,
                //: %1 is the name of a setting, %2 a file
                ConnectionSourceText::tr(
                    "To sign in, %2 has only %1. Layerscope needs a user name and an API "
                    "key: set SL_USERNAME and SL_API_KEY, or username and api_key in "
                    "~/.softlayer.")
                    .arg(way, configs.settings.fileOf(way)));
        }
    }
    if (!configs.unreadable.isEmpty()) {
        return ApiError::withMessage(
            ApiError::Kind::Storage,
            ConnectionSourceText::tr(
                "%1 cannot be read. Check who may read it, or set SL_USERNAME and SL_API_KEY.")
                .arg(configs.unreadable.constLast()));
    }
    if (credentials.user.isEmpty() && credentials.secret.isEmpty()) {
        return ApiError::withMessage(
            ApiError::Kind::NotFound,
            ConnectionSourceText::tr(
                "No account is known here. Set SL_USERNAME and SL_API_KEY, or run 'slcli config "
                "setup', or look at the demo account with --demo."));
    }
    if (credentials.user.isEmpty()) {
        return ApiError::withMessage(
            ApiError::Kind::InvalidRequest,
            ConnectionSourceText::tr("There is an API key, but no user name. Set SL_USERNAME, or username in "
                                     "~/.softlayer."));
    }
    return ApiError::withMessage(
        ApiError::Kind::InvalidRequest,
        ConnectionSourceText::tr(
            "There is a user name (%1), but no API key. Set SL_API_KEY, or api_key in ~/.softlayer.")
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
    return !inEnvironment(m_environment, userVariables).value.isEmpty() &&
           !inEnvironment(m_environment, keyVariables).value.isEmpty();
}

Result<FoundConnection> ConnectionSource::find() const
{
    const Result<Configs> configs = readConfigs(m_configFiles);
    if (!configs)
        return Unexpected(configs.error());
    const auto setting = [&](const Variables &variables, const QString &key) {
        const Setting first = inEnvironment(m_environment, variables);
        return first.value.isEmpty() ? inConfig(configs->settings, key) : first;
    };

    FoundConnection found;
    Credentials &credentials = found.connection.credentials;
    credentials.user = setting(userVariables, u"username"_s).value;
    credentials.secret = setting(keyVariables, u"api_key"_s).value;
    if (const std::optional<ApiError> objection = objectionTo(credentials, *configs))
        return Unexpected(*objection);
    found.origin = inEnvironment(m_environment, keyVariables).value.isEmpty()
                       ? configs->settings.fileOf(u"api_key"_s)
                       : ConnectionSourceText::tr("the environment");

    const Setting endpoint = setting(endpointVariables, u"endpoint_url"_s);
    const Result<QUrl> base = Connection::restBaseFrom(endpoint.value);
    if (!base)
        return withPlace(base.error(), endpoint);
    found.connection.restBase = *base;

    const Result<std::optional<QNetworkProxy>> proxy =
        proxyFromSettings(*base, setting(proxyVariables, u"proxy"_s), EnvironmentProxy(m_environment));
    if (!proxy)
        return Unexpected(proxy.error());
    found.connection.proxy = *proxy;

    const Setting timeout = setting(timeoutVariables, u"timeout"_s);
    const Result<std::optional<std::chrono::milliseconds>> limit = timeoutFrom(timeout.value);
    if (!limit)
        return withPlace(limit.error(), timeout);
    found.connection.timeout = *limit;

    // True and False only of the file's, where requests reads a path in any case.
    Setting bundle = inEnvironment(m_environment, caVariables);
    if (bundle.value.isEmpty())
        bundle = inConfig(configs->settings, u"verify"_s);
    if (!isSwitch(bundle.value)) {
        const Result<QList<QSslCertificate>> certificates = companyCertificatesFrom(withHome(bundle.value));
        if (!certificates)
            return withPlace(certificates.error(), bundle);
        found.connection.companyCertificates = *certificates;
    }
    return found;
}

} // namespace layerscope
