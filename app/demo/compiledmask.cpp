// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/compiledmask.h"

#include <algorithm>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

WireError maskError(const QString &text)
{
    return {500, u"SoftLayer_Exception_WebService_ObjectMask"_s, text};
}

/// "[mask[a.b],mask[a.c]]" and "a.b,a.c" mean a[b,c]: one node a name. A bare "a" beside "a.b" keeps a's
/// locals, which an empty name marks.
void merge(QList<MaskNode> &into, const MaskNode &node)
{
    const auto same = std::find_if(into.begin(), into.end(),
                                   [&](const MaskNode &other) { return other.name == node.name; });
    if (same == into.end()) {
        into.append(node);
        return;
    }
    if (same->cast.isEmpty())
        same->cast = node.cast;
    if (same->children.isEmpty() != node.children.isEmpty())
        same->children.append(MaskNode{});
    for (const MaskNode &child : node.children)
        merge(same->children, child);
}

/// A level's properties with the type that must know them: a cast widens the view of one root mask only.
struct Wanted
{
    QList<MaskNode> nodes;
    bool keepsDefaults = false;
};

std::optional<WireError> checkNames(const QList<MaskNode> &nodes, const TypeInfo &type)
{
    for (const MaskNode &node : nodes) {
        if (!node.name.isEmpty() && !type.property(node.name))
            return maskError(u"Property '%1' not valid for '%2'."_s.arg(node.name, type.name));
    }
    return std::nullopt;
}

Wanted wantedOf(const QList<MaskNode> &nodes)
{
    Wanted wanted;
    for (const MaskNode &node : nodes) {
        if (node.name.isEmpty())
            wanted.keepsDefaults = true;
        else
            merge(wanted.nodes, node);
    }
    return wanted;
}

} // namespace

Result<CompiledMask, WireError> CompiledMask::compile(const MaskTree &mask, const TypeInfo *declared,
                                                      const TypeInfo *actual)
{
    QList<MaskNode> nodes;
    bool nothingNamed = false;
    for (const RootMask &root : mask.roots) {
        const TypeInfo *type = root.cast.isEmpty() ? declared : findType(root.cast);
        if (!type)
            return Unexpected(maskError(u"'%1' is not a valid type."_s.arg(root.cast)));
        if (!actual->isA(type))
            continue;
        if (const auto error = checkNames(root.children, *type))
            return Unexpected(*error);
        nothingNamed = nothingNamed || root.children.isEmpty();
        nodes += root.children;
    }
    Wanted wanted = wantedOf(nodes);

    CompiledMask compiled;
    const bool namesLocal =
        std::any_of(wanted.nodes.cbegin(), wanted.nodes.cend(), [&](const MaskNode &node) {
            return actual->property(node.name)->kind == PropertyInfo::Kind::Local;
        });
    // The local-deselect rule (softlayer-api §2.2): naming one local leaves out all others.
    if (!namesLocal || wanted.keepsDefaults || nothingNamed)
        compiled.addDefaults(*actual);
    for (const MaskNode &node : std::as_const(wanted.nodes)) {
        const PropertyInfo &info = *actual->property(node.name);
        std::shared_ptr<const CompiledMask> target;
        if (info.target) {
            const TypeInfo *targetType = node.cast.isEmpty() ? info.target : findType(node.cast);
            if (!targetType)
                return Unexpected(maskError(u"'%1' is not a valid type."_s.arg(node.cast)));
            auto inner = compile({false, {{{}, node.children}}}, targetType, targetType);
            if (!inner)
                return inner;
            target = std::make_shared<const CompiledMask>(std::move(*inner));
        } else if (!node.children.isEmpty()) {
            const MaskNode &child = node.children.first();
            const bool isLeftOut =
                info.kind == PropertyInfo::Kind::ToOne || info.kind == PropertyInfo::Kind::ToMany;
            if (isLeftOut) // no word of the API, but of the one who must add the type to metadata/
                return Unexpected(maskError(u"'%1' is not simulated."_s.arg(info.typeName)));
            return Unexpected(maskError(u"Property '%1' not valid for '%2'."_s.arg(child.name, node.name)));
        }
        compiled.add(node.name, info, std::move(target), true);
    }
    return compiled;
}

JsonObject CompiledMask::apply(const Values &values) const
{
    JsonObject row;
    for (const Field &field : m_fields) {
        JsonValue value = values(field.name, field.parts);
        if (field.info->kind == PropertyInfo::Kind::Count && value.isUndefined())
            value = values(field.info->countOf, {}).toArray().size();
        if (value.isUndefined())
            continue;
        if (field.target && value.isObject()) {
            value = field.target->apply(value.toObject());
        } else if (field.target && value.isArray()) {
            JsonArray elements;
            for (const JsonValue &element : value.toArray())
                elements.append(element.isObject() ? field.target->apply(element.toObject()) : element);
            value = elements;
        }
        row.insert(field.name, value);
    }
    return row;
}

JsonObject CompiledMask::apply(const JsonObject &row) const
{
    return apply([&row](const QString &name, const QStringList &) { return row.value(name); });
}

int CompiledMask::relationCount() const
{
    int count = 0;
    for (const Field &field : m_fields) {
        if (!field.isNamed)
            continue;
        const bool isRelation = field.target || field.info->kind == PropertyInfo::Kind::Count;
        count += (isRelation ? 1 : 0) + (field.target ? field.target->relationCount() : 0);
    }
    return count;
}

bool CompiledMask::names(const QString &property) const
{
    return std::any_of(m_fields.cbegin(), m_fields.cend(), [&](const Field &field) {
        return field.isNamed && (field.name == property || (field.target && field.target->names(property)));
    });
}

void CompiledMask::addDefaults(const TypeInfo &type)
{
    for (const QString &name : type.locals)
        add(name, *type.property(name), nullptr, false);
    for (const QString &name : type.autoIncluded) {
        const PropertyInfo &info = *type.property(name);
        std::shared_ptr<CompiledMask> target;
        if (info.target) {
            target = std::make_shared<CompiledMask>();
            target->addDefaults(*info.target);
        }
        add(name, info, std::move(target), false);
    }
}

void CompiledMask::add(const QString &name, const PropertyInfo &info,
                       std::shared_ptr<const CompiledMask> target, bool isNamed)
{
    const auto same = std::find_if(m_fields.begin(), m_fields.end(),
                                   [&](const Field &field) { return field.name == name; });
    Field field{name, &info, std::move(target), isNamed, {}};
    if (field.target) {
        for (const Field &part : field.target->m_fields) {
            field.parts += part.name;
            if (part.info->kind == PropertyInfo::Kind::Count)
                field.parts += part.info->countOf;
        }
    }
    if (same == m_fields.end())
        m_fields.push_back(std::move(field));
    else
        *same = std::move(field);
}

} // namespace layerscope::demo
