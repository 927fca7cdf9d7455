// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessiblepart.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int patienceOfCall = 30'000; // ms; sanitizers on a busy machine
constexpr int mostParts = 5'000;       // then it is no window of ours

QString interfaceNamed(const QString &name)
{
    return u"org.a11y.atspi."_s + name;
}

/// "(so)"
std::pair<QString, QString> readReference(const QDBusArgument &argument)
{
    QString service;
    QDBusObjectPath path;
    argument.beginStructure();
    argument >> service >> path;
    argument.endStructure();
    return {service, path.path()};
}

bool isNothing(const QString &path)
{
    return path.isEmpty() || path == u"/org/a11y/atspi/null"_s;
}

} // namespace

QVariantList AccessiblePart::call(const QString &interface, const QString &method,
                                  const QVariantList &arguments) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(m_service, m_path, interface, method);
    message.setArguments(arguments);
    const QDBusMessage reply = m_bus.call(message, QDBus::Block, patienceOfCall);
    return reply.type() == QDBusMessage::ReplyMessage ? reply.arguments() : QVariantList();
}

QVariant AccessiblePart::property(const QString &interface, const QString &name) const
{
    const QVariantList reply =
        call(u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {interfaceNamed(interface), name});
    return reply.value(0).value<QDBusVariant>().variant();
}

QString AccessiblePart::name() const
{
    return property(u"Accessible"_s, u"Name"_s).toString();
}

QStringList AccessiblePart::interfaces() const
{
    return call(interfaceNamed(u"Accessible"_s), u"GetInterfaces"_s).value(0).toStringList();
}

bool AccessiblePart::has(State state) const
{
    const QVariantList reply = call(interfaceNamed(u"Accessible"_s), u"GetState"_s);
    const auto bits = qdbus_cast<QList<uint>>(reply.value(0));
    return !bits.isEmpty() && (bits.constFirst() & (1U << static_cast<unsigned>(state))) != 0;
}

int AccessiblePart::childCount() const
{
    return property(u"Accessible"_s, u"ChildCount"_s).toInt();
}

QList<AccessiblePart> AccessiblePart::children() const
{
    QList<AccessiblePart> parts;
    const QVariantList reply = call(interfaceNamed(u"Accessible"_s), u"GetChildren"_s);
    if (reply.isEmpty())
        return parts;
    const auto argument = reply.constFirst().value<QDBusArgument>();
    argument.beginArray();
    while (!argument.atEnd()) {
        const auto [service, path] = readReference(argument);
        if (!isNothing(path))
            parts.append({m_bus, service, path});
    }
    argument.endArray();
    return parts;
}

std::optional<AccessiblePart>
AccessiblePart::find(const std::function<bool(const AccessiblePart &part)> &isWanted) const
{
    QList<AccessiblePart> toLookAt = children();
    for (qsizetype next = 0; next < toLookAt.size() && next < mostParts; ++next) {
        const AccessiblePart part = toLookAt.at(next);
        if (isWanted(part) && part.has(State::Showing))
            return part;
        if (!part.interfaces().contains(interfaceNamed(u"Table"_s)))
            toLookAt += part.children();
    }
    return std::nullopt;
}

std::optional<AccessiblePart> AccessiblePart::find(const QString &name, const QString &interface) const
{
    return find([&](const AccessiblePart &part) {
        return part.name() == name && part.interfaces().contains(interfaceNamed(interface));
    });
}

bool AccessiblePart::act(const QString &action) const
{
    const QVariantList reply = call(interfaceNamed(u"Action"_s), u"GetActions"_s);
    if (reply.isEmpty())
        return false;
    const auto argument = reply.constFirst().value<QDBusArgument>();
    std::optional<int> wanted;
    argument.beginArray();
    for (int number = 0; !argument.atEnd(); ++number) {
        QString name;
        QString description;
        QString keys;
        argument.beginStructure();
        argument >> name >> description >> keys;
        argument.endStructure();
        if (name == action)
            wanted = number;
    }
    argument.endArray();
    return wanted && call(interfaceNamed(u"Action"_s), u"DoAction"_s, {*wanted}).value(0).toBool();
}

bool AccessiblePart::setText(const QString &text) const
{
    return call(interfaceNamed(u"EditableText"_s), u"SetTextContents"_s, {text}).value(0).toBool();
}

int AccessiblePart::rows() const
{
    return property(u"Table"_s, u"NRows"_s).toInt();
}

int AccessiblePart::columns() const
{
    return property(u"Table"_s, u"NColumns"_s).toInt();
}

QString AccessiblePart::titleOf(int column) const
{
    return call(interfaceNamed(u"Table"_s), u"GetColumnDescription"_s, {column}).value(0).toString();
}

std::optional<AccessiblePart> AccessiblePart::cell(int row, int column) const
{
    const QVariantList reply = call(interfaceNamed(u"Table"_s), u"GetAccessibleAt"_s, {row, column});
    if (reply.isEmpty())
        return std::nullopt;
    const auto [service, path] = readReference(reply.constFirst().value<QDBusArgument>());
    return isNothing(path) ? std::nullopt : std::optional(AccessiblePart(m_bus, service, path));
}

} // namespace layerscope
