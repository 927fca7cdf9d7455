// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/proxyaddress.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProxyAddress)
};

constexpr int usualPort = 3128;

Unexpected<ApiError> refused(const QString &sentence)
{
    ApiError error = ApiError::make(ApiError::Kind::InvalidRequest);
    error.message = sentence;
    return Unexpected(error);
}

} // namespace

Result<QNetworkProxy> proxyFrom(const QString &address)
{
    const QString text = address.trimmed();
    const QUrl url(text.contains("://"_L1) ? text : "http://"_L1 + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.port(usualPort) == 0)
        return refused(Text::tr("The proxy is not an address. It looks like http://proxy.example.com:3128."));
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return refused(Text::tr("Only HTTP proxies work here. An address looks like "
                                "http://proxy.example.com:3128."));
    return QNetworkProxy(QNetworkProxy::HttpProxy, url.host(), static_cast<quint16>(url.port(usualPort)),
                         url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
}

} // namespace layerscope
