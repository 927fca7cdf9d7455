// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/serverfacts.h"

#include <QJsonDocument>
#include <QStringList>

namespace layerscope {

inline QJsonValue json(const char *utf8)
{
    const QJsonDocument document = QJsonDocument::fromJson('[' + QByteArray(utf8) + ']');
    Q_ASSERT(!document.isNull());
    return document[0];
}

/// As if the parts had just come.
class ServerSample
{
public:
    explicit ServerSample(RowKind kind)
        : values(kind)
    {}
    ServerSample &with(ServerPart part, const char *utf8)
    {
        values.at(part).value = json(utf8);
        return *this;
    }
    ServerSample &loading(ServerPart part)
    {
        values.at(part).isLoading = true;
        return *this;
    }
    ServerSample &failed(ServerPart part, ApiError::Kind kind)
    {
        values.at(part).error = ApiError::make(kind);
        return *this;
    }

    PartValues values;
};

/// "# heading", "label: value", "label: (none)", "label ..." for lines to come.
inline QStringList linesOf(const SectionFacts &section)
{
    QStringList lines;
    for (const Fact &fact : section.facts) {
        switch (fact.kind) {
        case Fact::Kind::Value:
            lines.append(QString(fact.label + QLatin1String(": ") + fact.value));
            break;
        case Fact::Kind::None:
            lines.append(QString(fact.label + QLatin1String(": (") + fact.value + QLatin1Char(')')));
            break;
        case Fact::Kind::Pending:
            lines.append(QString(fact.label + QLatin1String(" ...")));
            break;
        case Fact::Kind::Heading:
            lines.append(QString(QLatin1String("# ") + fact.label));
            break;
        }
    }
    return lines;
}

} // namespace layerscope
