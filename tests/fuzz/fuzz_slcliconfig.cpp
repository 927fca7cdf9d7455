// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration that slcli writes; a zero byte parts two files.
#include "accounts/slcliconfig.h"

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype end = bytes.indexOf('\0');
    SlcliConfig config;
    const bool first = config.add(QString::fromUtf8(bytes.left(end)), u"first"_s).has_value();
    const bool second =
        end >= 0 && config.add(QString::fromUtf8(bytes.sliced(end + 1)), u"second"_s).has_value();
    for (const QString &key :
         {u"username"_s, u"api_key"_s, u"endpoint_url"_s, u"timeout"_s, u"proxy"_s, u"verify"_s}) {
        const QString file = config.fileOf(key);
        if ((file == "first"_L1 && !first) || (file == "second"_L1 && !second))
            qFatal("a setting of a file that was refused");
        if (!config.value(key).isEmpty() && file.isEmpty())
            qFatal("a setting of no file");
    }
    return 0;
}
