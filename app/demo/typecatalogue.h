// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace layerscope::demo {

struct TypeInfo;

/// One property of a type, as the API's metadata declares it (softlayer-api §6).
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
    const TypeInfo *target = nullptr; ///< ToOne and ToMany only.
    QString countOf;                  ///< Count only: the relation that is counted.

    /// True for what has a getX of its own.
    [[nodiscard]] bool isRelation() const { return kind != Kind::Local && kind != Kind::Count; }
};

/// A data type. Lives as long as the program; its properties include the inherited ones.
struct TypeInfo
{
    QString name; ///< e.g. "SoftLayer_Hardware_Server"
    const TypeInfo *base = nullptr;
    QHash<QString, PropertyInfo> properties;
    QStringList locals;
    QStringList autoIncluded; ///< Relations the server adds unasked beside the locals (softlayer-api §2.2).

    [[nodiscard]] const PropertyInfo *property(const QString &propertyName) const;
    [[nodiscard]] bool isA(const TypeInfo *other) const;
};

/// The type of this name ("SoftLayer_…"), or nullptr. Thread-safe.
[[nodiscard]] const TypeInfo *findType(const QString &name);

/// "tagReferences" -> "tagReferenceCount", "hardware" -> "hardwareCount".
[[nodiscard]] QString countName(const QString &relation);

} // namespace layerscope::demo
