// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/partvalues.h"

#include "details/mergedjson.h"

namespace layerscope {

bool PartValues::isGone() const
{
    const auto isNotFound = [this](ServerPart part) {
        const PartStatus &status = at(part);
        return !status.value && status.error && status.error->kind == ApiError::Kind::NotFound;
    };
    return isNotFound(ServerPart::Object) && isNotFound(ServerPart::StateAndPlace);
}

QJsonObject PartValues::wholeObject() const
{
    QJsonObject whole;
    for (const ServerPartSpec &spec : partsOf(m_kind)) {
        const std::optional<QJsonValue> &value = at(spec.part).value;
        if (!value)
            continue;
        const QLatin1String property(spec.property);
        if (property.isEmpty())
            whole = mergedJson(whole, value->toObject());
        else
            whole.insert(property, mergedJson(whole.value(property), *value));
    }
    return whole;
}

} // namespace layerscope
