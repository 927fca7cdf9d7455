// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/partvalues.h"

namespace layerscope {

QJsonObject PartValues::wholeObject() const
{
    QJsonObject whole = at(ServerPart::Object).value.value_or(QJsonValue()).toObject();
    for (const ServerPartSpec &spec : partsOf(m_kind)) {
        const std::optional<QJsonValue> &value = at(spec.part).value;
        if (value && spec.part != ServerPart::Object)
            whole.insert(QLatin1String(spec.property), *value);
    }
    return whole;
}

} // namespace layerscope
