// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace layerscope::demo {

struct TypeInfo;

/// One property of a type, as the API's metadata declares it.
struct PropertyInfo
{
    enum class Kind {
        Local,  ///< Comes without being asked for, unless a mask names other locals.
        Scalar, ///< Relational value without parts: only by mask or by its getX.
        ToOne,
        ToMany,
        Count, ///< Implicit number of rows of a to-many relation: by mask only.
    };

    Kind kind = Kind::Local;
    QString typeName;                 ///< "string", "Float64", "SoftLayer_Location"; empty for counts.
    QString wire;                     ///< "decimal" or "float" where the metadata tells, otherwise empty.
    const TypeInfo *target = nullptr; ///< ToOne and ToMany, if the copy of the metadata holds it.
    QString countOf;                  ///< Count only: the relation that is counted; may be empty.

    /// True for what has a getX of its own.
    [[nodiscard]] bool isRelation() const { return kind != Kind::Local && kind != Kind::Count; }
};

/// A get method of a service.
struct MethodInfo
{
    bool takesArguments = false;      ///< Then it is a POST (softlayer-api §1.3).
    QString returns;                  ///< As PropertyInfo::typeName.
    bool isList = false;              ///< It returns rows.
    const TypeInfo *target = nullptr; ///< What it returns, if that is a type the copy holds.
};

/// A data type. Lives as long as the program; its properties include the inherited ones.
struct TypeInfo
{
    QString name; ///< e.g. "SoftLayer_Hardware_Server"
    const TypeInfo *base = nullptr;
    QHash<QString, PropertyInfo> properties;
    QStringList locals;
    QStringList autoIncluded; ///< Relations the server adds unasked beside the locals (softlayer-api §2.2).
    bool isService = false;   ///< It can be called.
    QHash<QString, MethodInfo> methods; ///< Those of no relation; method() knows all.
    QStringList removed;                ///< Properties and methods that the API no longer has.
    QStringList secrets;                ///< Properties that no mask may name.
    QStringList secretMethods;          ///< Methods that nobody may call.

    [[nodiscard]] const PropertyInfo *property(const QString &propertyName) const;
    /// nullopt: the service has no such get method, or this is no service.
    [[nodiscard]] std::optional<MethodInfo> method(const QString &methodName) const;
    [[nodiscard]] bool isA(const TypeInfo *other) const;
};

/// The type of this name ("SoftLayer_…") as the API's own metadata has it (metadata/api-metadata.json, a
/// reduced copy), or nullptr. Thread-safe; the first call reads the copy, which takes a few milliseconds.
[[nodiscard]] const TypeInfo *findType(const QString &name);
/// Names of all types in the copy, sorted.
[[nodiscard]] QStringList typeNames();

} // namespace layerscope::demo
