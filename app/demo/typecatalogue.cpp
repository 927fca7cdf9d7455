// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/typecatalogue.h"

#include <QDebug>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <memory>
#include <unordered_map>

/// The linker drops the registration of resources from a static library unless somebody asks for it.
static void registerMetadata()
{
    Q_INIT_RESOURCE(api_metadata);
}

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto prefix = "SoftLayer_"_L1;

/// What the server adds without being asked, which the metadata does not tell: softlayer-api §2.2, and for a
/// guest's provisionDate, a relation since, the unmasked row in §6.3.
struct AutoIncludedRow
{
    const char *type;
    const char *relations;
};
constexpr AutoIncludedRow autoIncludedRows[] = {
    {"Hardware", "globalIdentifier hardwareStatus networkManagementIpAddress primaryIpAddress "
                 "primaryBackendIpAddress managedResourceFlag"},
    {"Hardware_Server", "privateIpAddress"},
    {"Virtual_Guest", "globalIdentifier primaryIpAddress primaryBackendIpAddress status managedResourceFlag "
                      "provisionDate"},
};

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    for (const QJsonValue &text : array.toArray())
        texts += text.toString();
    return texts;
}

/// Reads the copy; its form is described in metadata/reduce.py.
class Types
{
public:
    Types()
    {
        registerMetadata();
        QFile file(u":/demo/api-metadata.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the copy of the API's metadata is not in the program");
        m_written = QJsonDocument::fromJson(file.readAll())["types"_L1].toObject();
        for (auto entry = m_written.begin(); entry != m_written.end(); ++entry)
            m_types.emplace(entry.key(), std::make_unique<TypeInfo>());
        for (const auto &entry : m_types)
            fill(entry.first);
        m_written = {};
    }

    [[nodiscard]] const TypeInfo *find(const QString &shortName) const
    {
        const auto found = m_types.find(shortName);
        return found == m_types.end() ? nullptr : found->second.get();
    }

    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const auto &entry : m_types)
            names += entry.second->name;
        names.sort();
        return names;
    }

private:
    struct Declared
    {
        QString typeName;
        QString wire;
        bool isList = false;
        bool isType = false;
        const TypeInfo *target = nullptr;
    };

    /// "Network_Vlan*" or "Float64 decimal". Names of types start with a capital, as two scalars do.
    [[nodiscard]] Declared declared(const QString &text) const
    {
        Declared read;
        const QStringList words = text.split(u' ');
        read.typeName = words.first();
        read.wire = words.value(1);
        if (read.typeName.endsWith(u'*')) {
            read.isList = true;
            read.typeName.chop(1);
        }
        read.isType =
            read.typeName.front().isUpper() && read.typeName != "Time"_L1 && read.typeName != "Float64"_L1;
        if (read.isType) {
            read.target = find(read.typeName);
            read.typeName.prepend(prefix);
        }
        return read;
    }

    void fill(const QString &shortName)
    {
        TypeInfo &type = *m_types.at(shortName);
        if (!type.name.isEmpty())
            return;
        type.name = prefix + shortName;
        const QJsonObject written = m_written.value(shortName).toObject();
        if (const QString base = written["base"_L1].toString(); !base.isEmpty()) {
            fill(base);
            type.base = find(base);
            type.properties = type.base->properties;
            type.locals = type.base->locals;
            type.autoIncluded = type.base->autoIncluded;
            type.removed = type.base->removed;
            type.secrets = type.base->secrets;
        }
        addProperties(type, written);
        addMethods(type, written);
        type.removed += textsOf(written["removed"_L1]);
        type.secrets += textsOf(written["secrets"_L1]);
        type.secretMethods = textsOf(written["secretMethods"_L1]);
        for (const AutoIncludedRow &row : autoIncludedRows) {
            if (shortName == QLatin1String(row.type))
                type.autoIncluded += QString::fromLatin1(row.relations).split(u' ');
        }
    }

    void addProperties(TypeInfo &type, const QJsonObject &written) const
    {
        using PropertyKind = PropertyInfo::Kind;
        const QJsonObject locals = written["local"_L1].toObject();
        for (auto entry = locals.begin(); entry != locals.end(); ++entry) {
            const Declared read = declared(entry->toString());
            type.properties.insert(entry.key(), {PropertyKind::Local, read.typeName, read.wire, nullptr, {}});
            type.locals += entry.key();
        }
        const QJsonObject relations = written["relations"_L1].toObject();
        for (auto entry = relations.begin(); entry != relations.end(); ++entry) {
            const Declared read = declared(entry->toString());
            const PropertyKind kind = read.isList   ? PropertyKind::ToMany
                                      : read.isType ? PropertyKind::ToOne
                                                    : PropertyKind::Scalar;
            type.properties.insert(entry.key(), {kind, read.typeName, read.wire, read.target, {}});
        }
        const QJsonObject counts = written["counts"_L1].toObject();
        for (auto entry = counts.begin(); entry != counts.end(); ++entry)
            type.properties.insert(entry.key(), {PropertyKind::Count, {}, {}, nullptr, entry->toString()});
    }

    void addMethods(TypeInfo &type, const QJsonObject &written) const
    {
        type.isService = written["service"_L1].toBool();
        const QJsonObject methods = written["methods"_L1].toObject();
        for (auto entry = methods.begin(); entry != methods.end(); ++entry) {
            // "(Time, Time) -> Metric_Tracking_Object_Data*"
            const QStringList sides = entry->toString().split(u" -> "_s);
            const Declared read = declared(sides.value(1));
            type.methods.insert(entry.key(),
                                {sides.first() != "()"_L1, read.typeName, read.isList, read.target});
        }
    }

    QJsonObject m_written;
    std::unordered_map<QString, std::unique_ptr<TypeInfo>> m_types; ///< By the name without prefix.
};

const Types &types()
{
    static const Types types;
    return types;
}

} // namespace

const PropertyInfo *TypeInfo::property(const QString &propertyName) const
{
    const auto found = properties.constFind(propertyName);
    return found == properties.cend() ? nullptr : &found.value();
}

std::optional<MethodInfo> TypeInfo::method(const QString &methodName) const
{
    if (!isService || !methodName.startsWith("get"_L1) || methodName.size() < 4 ||
        removed.contains(methodName))
        return std::nullopt;
    if (const auto own = methods.constFind(methodName); own != methods.cend())
        return *own;
    const PropertyInfo *relation = property(methodName.at(3).toLower() + methodName.sliced(4));
    if (!methodName.at(3).isUpper() || !relation || !relation->isRelation())
        return std::nullopt;
    return MethodInfo{false, relation->typeName, relation->kind == PropertyInfo::Kind::ToMany,
                      relation->target};
}

bool TypeInfo::isA(const TypeInfo *other) const
{
    for (const TypeInfo *type = this; type; type = type->base) {
        if (type == other)
            return true;
    }
    return false;
}

const TypeInfo *findType(const QString &name)
{
    return name.startsWith(prefix) ? types().find(name.sliced(prefix.size())) : nullptr;
}

QStringList typeNames()
{
    return types().names();
}

} // namespace layerscope::demo
