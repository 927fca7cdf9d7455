// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of proxies, from people, files and the environment.
#include "api/proxyaddress.h"

using namespace layerscope;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<ProxyAddress> address = ProxyAddress::parse(text);
    if (!address)
        return 0;
    if (address->host.isEmpty() || address->port == 0)
        qFatal("an address without a place");
    const Result<ProxyAddress> again = ProxyAddress::parse(address->withoutPassword());
    if (!again || again->hostAndPort() != address->hostAndPort() || again->user != address->user ||
        !again->password.isEmpty())
        qFatal("an address that is not read as written");
    return 0;
}
