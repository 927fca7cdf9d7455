// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/wirebody.h"

#include "demo/jsonvalue.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

QByteArray wireJson(const WireError &error)
{
    JsonObject object{{u"error"_s, error.text}};
    if (!error.code.isEmpty())
        object.insert(u"code"_s, error.code);
    return JsonValue(object).toText();
}

QByteArray wireXml(const WireError &error)
{
    return QString(
               u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<root><error>%1</error><code>%2</code></root>\n"_s)
        .arg(error.text.toHtmlEscaped(), error.code.toHtmlEscaped())
        .toUtf8();
}

} // namespace layerscope::demo
