// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonValue>
#include <QString>

#include <functional>

namespace layerscope {

/// What a CSV cell has to say about a server, worked out from its raw JSON by the words of the product's
/// column list and the API's fact sheet alone: nothing of the catalogue or of its decoders is used here.
class ServerTruth
{
public:
    /// A property of the server; Undefined if it has none.
    using Property = std::function<QJsonValue(const QString &name)>;

    ServerTruth(bool isBareMetal, Property property)
        : m_isBareMetal(isBareMetal)
        , m_property(std::move(property))
    {}

    /// The whole cell of a column, by its key. `row_state` is that of a load without trouble.
    [[nodiscard]] QString cell(const QString &key) const;

private:
    [[nodiscard]] QString text(const QString &dottedPath) const;
    [[nodiscard]] QString number(const QString &dottedPath) const;
    [[nodiscard]] QString date(const QString &dottedPath) const;
    [[nodiscard]] QJsonValue at(const QString &dottedPath) const;
    [[nodiscard]] QString operatingSystem() const;
    [[nodiscard]] QString tags() const;
    [[nodiscard]] QString vlans(const QString &space) const;
    [[nodiscard]] QString vlanIds() const;
    [[nodiscard]] QString memory() const;

    bool m_isBareMetal;
    Property m_property;
    /// What was asked for already: many cells come from the same property, and making one takes long.
    mutable QHash<QString, QJsonValue> m_roots;
};

} // namespace layerscope
