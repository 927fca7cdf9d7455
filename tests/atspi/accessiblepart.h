// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <optional>

namespace layerscope {

/// What assistive tools see of a part of a program, over their bus: AT-SPI's object, a value. Each question
/// is a call; one that is not answered gives an empty answer.
class AccessiblePart
{
public:
    /// Of AT-SPI's AtspiStateType.
    enum class State {
        Collapsed = 5,
        Expandable = 9,
        Expanded = 10,
        Focused = 12,
        Selected = 23,
        Showing = 25
    };

    AccessiblePart(QDBusConnection bus, QString service, QString path)
        : m_bus(std::move(bus))
        , m_service(std::move(service))
        , m_path(std::move(path))
    {}

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QStringList interfaces() const;
    [[nodiscard]] bool has(State state) const;
    [[nodiscard]] int childCount() const;
    [[nodiscard]] QList<AccessiblePart> children() const;
    /// The first below it, level by level, that is on screen and as wanted. Does not look into tables.
    [[nodiscard]] std::optional<AccessiblePart>
    find(const std::function<bool(const AccessiblePart &part)> &isWanted) const;
    /// The same of this name, which can do this: "Table", "Action", "EditableText".
    [[nodiscard]] std::optional<AccessiblePart> find(const QString &name, const QString &interface) const;

    /// False: it cannot do that.
    bool act(const QString &action) const;
    bool setText(const QString &text) const;

    // ---- of a table
    // --------------------------------------------------------------------------------------------------
    [[nodiscard]] int rows() const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] QString titleOf(int column) const;
    [[nodiscard]] std::optional<AccessiblePart> cell(int row, int column) const;

private:
    [[nodiscard]] QVariantList call(const QString &interface, const QString &method,
                                    const QVariantList &arguments = {}) const;
    [[nodiscard]] QVariant property(const QString &interface, const QString &name) const;

    QDBusConnection m_bus;
    QString m_service;
    QString m_path;
};

} // namespace layerscope
