// SPDX-License-Identifier: GPL-3.0-or-later
#include "apinames.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace layerscope {

using namespace Qt::Literals::StringLiterals;

namespace {

QString typeIn(const QString &declaration)
{
    QString name = declaration.section(u' ', 0, 0);
    if (name.endsWith(u'*'))
        name.chop(1);
    return name;
}

/// A type with properties of its own, not a bare value.
bool isObject(const QString &typeName)
{
    static const QStringList values{u"string"_s,  u"int"_s,  u"uint"_s, u"bool"_s,
                                    u"Float64"_s, u"Time"_s, u"byte"_s, u"any"_s};
    return !values.contains(typeName);
}

} // namespace

ApiNames::ApiNames(const QString &file)
{
    QFile copy(file);
    if (!copy.open(QIODevice::ReadOnly))
        qFatal("no metadata at %s", qPrintable(file));
    m_types = QJsonDocument::fromJson(copy.readAll()).object().value("types"_L1).toObject();
    if (m_types.isEmpty())
        qFatal("no types in the metadata");
}

bool ApiNames::isListed(const QString &typeName, const QString &section, const QString &name) const
{
    for (QString at = typeName; !at.isEmpty(); at = type(at).value("base"_L1).toString()) {
        if (type(at).value(section).toArray().contains(name))
            return true;
    }
    return false;
}

std::optional<ApiNames::Found> ApiNames::property(const QString &typeName, const QString &name) const
{
    for (QString at = typeName; !at.isEmpty(); at = type(at).value("base"_L1).toString()) {
        for (const QString &section : {u"local"_s, u"relations"_s, u"counts"_s}) {
            const QJsonObject names = type(at).value(section).toObject();
            if (names.contains(name))
                return Found{section == "counts"_L1 ? u"uint"_s : names.value(name).toString(), section};
        }
    }
    return std::nullopt;
}

bool ApiNames::hasLocalSecrets(const QString &typeName) const
{
    for (QString at = typeName; !at.isEmpty(); at = type(at).value("base"_L1).toString()) {
        for (const QJsonValue &secret : type(at).value("secrets"_L1).toArray()) {
            if (type(at).value("local"_L1).toObject().contains(secret.toString()))
                return true;
        }
    }
    return false;
}

/// Walks "mask(Type)[a,b[c,d]]" as the program writes it: no dots, no casts below the root.
class MaskCheck
{
public:
    MaskCheck(const ApiNames &names, const QString &mask, QStringList &faults)
        : m_names(names)
        , m_mask(mask)
        , m_faults(faults)
    {}

    void run(const QString &returned)
    {
        QString root = returned;
        if (!m_mask.startsWith("mask"_L1)) {
            m_faults += u"not a mask: "_s + m_mask;
            return;
        }
        m_at = 4;
        if (peek() == u'(') {
            const qsizetype end = m_mask.indexOf(u')', m_at);
            QString cast = m_mask.sliced(m_at + 1, end - m_at - 1);
            m_at = end + 1;
            cast.remove("SoftLayer_"_L1);
            QString above = cast;
            while (!above.isEmpty() && above != returned)
                above = m_names.type(above).value("base"_L1).toString();
            if (above.isEmpty())
                m_faults += u"cast to %1, which is no %2"_s.arg(cast, returned);
            root = cast;
        }
        level(root, u"mask"_s);
        if (m_at != m_mask.size())
            m_faults += u"more after the mask: "_s + m_mask.sliced(m_at);
    }

private:
    [[nodiscard]] QChar peek() const { return m_at < m_mask.size() ? m_mask.at(m_at) : QChar(); }

    void level(const QString &typeName, const QString &path)
    {
        if (peek() != u'[') {
            m_faults += path + u" names nothing"_s;
            return;
        }
        bool namesLocal = false;
        do {
            ++m_at; // '[' or ','
            QString name;
            while (peek().isLetterOrNumber() || peek() == u'_')
                name += m_mask.at(m_at++);
            namesLocal = entry(typeName, path + u'.' + name, name) || namesLocal;
        } while (peek() == u',');
        if (peek() != u']')
            m_faults += u"unexpected '%1' at %2"_s.arg(peek()).arg(path);
        ++m_at;
        if (!namesLocal && m_names.hasLocalSecrets(typeName))
            m_faults += path + u" names no local property, so that the secrets of "_s + typeName + u" come"_s;
    }

    /// True if the name is a local property.
    bool entry(const QString &typeName, const QString &path, const QString &name)
    {
        if (m_names.isListed(typeName, u"secrets"_s, name))
            m_faults += path + u" is a secret"_s;
        if (m_names.isListed(typeName, u"removed"_s, name))
            m_faults += path + u" was removed from the API"_s;
        const auto found = m_names.property(typeName, name);
        if (!found) {
            m_faults += u"%1: %2 has no '%3'"_s.arg(path, typeName, name);
            if (peek() == u'[')
                skipLevel();
            return false;
        }
        const QString target = typeIn(found->declaration);
        if (peek() == u'[' && !isObject(target)) {
            m_faults += path + u" has nothing below it"_s;
            skipLevel();
        } else if (isObject(target) && m_names.type(target).isEmpty()) {
            m_faults += u"%1: the type %2 is not in the copy of the metadata"_s.arg(path, target);
            if (peek() == u'[')
                skipLevel();
        } else if (isObject(target)) {
            level(target, path); // softlayer-api §0.3: every property on every level
        }
        return found->section == "local"_L1;
    }

    void skipLevel()
    {
        int depth = 0;
        do {
            depth += peek() == u'[' ? 1 : peek() == u']' ? -1 : 0;
            ++m_at;
        } while (depth > 0 && m_at < m_mask.size());
    }

    const ApiNames &m_names;
    const QString &m_mask;
    QStringList &m_faults;
    qsizetype m_at = 0;
};

QStringList ApiNames::faults(const Call &call) const
{
    QStringList faults;
    QString service = call.service;
    if (!service.startsWith("SoftLayer_"_L1) || type(service.remove(0, 10)).isEmpty())
        return {u"no service "_s + call.service};
    if (!type(service).value("service"_L1).toBool())
        return {call.service + u" cannot be called"_s};

    // A method is the getter of a relation, or listed.
    QString returned;
    bool takesArguments = false;
    QString relation = call.method.sliced(std::min(call.method.size(), qsizetype(3)));
    if (!relation.isEmpty())
        relation[0] = relation.at(0).toLower();
    const auto found = property(service, relation);
    const QString written = type(service).value("methods"_L1).toObject().value(call.method).toString();
    if (!written.isEmpty()) {
        const QStringList sides = written.split(u") -> "_s);
        takesArguments = sides.value(0) != "("_L1;
        returned = typeIn(sides.value(1));
    } else if (call.method.startsWith("get"_L1) && found && found->section == "relations"_L1) {
        returned = typeIn(found->declaration);
    } else {
        return {u"%1 has no method %2"_s.arg(call.service, call.method)};
    }
    if (isListed(service, u"removed"_s, call.method))
        faults += call.method + u" was removed from the API"_s;
    if (isListed(service, u"secretMethods"_s, call.method))
        faults += call.method + u" brings secrets"_s;
    if (takesArguments != call.hasArguments)
        faults += call.method + (takesArguments ? u" takes arguments"_s : u" takes no arguments"_s);

    checkMask(call, returned, faults);
    checkFilter(call, returned, faults);
    return faults;
}

void ApiNames::checkMask(const Call &call, const QString &returned, QStringList &faults) const
{
    if (!call.mask.isEmpty() && !isObject(returned))
        faults += u"a mask for a bare value"_s;
    else if (!call.mask.isEmpty())
        MaskCheck(*this, call.mask, faults).run(returned);
    else if (isObject(returned) && hasLocalSecrets(returned))
        faults += u"no mask, so that the secrets of "_s + returned + u" come"_s;
}

void ApiNames::checkFilter(const Call &call, const QString &returned, QStringList &faults) const
{
    if (call.filter.isEmpty())
        return;
    const QJsonDocument document = QJsonDocument::fromJson(call.filter.toUtf8());
    if (!document.isObject()) {
        faults += u"the filter is no JSON object"_s;
        return;
    }
    const auto walk = [&](const auto &self, const QJsonObject &level, const QString &typeName,
                          const QString &path) -> void {
        for (auto entry = level.begin(); entry != level.end(); ++entry) {
            const QString here = path + entry.key();
            const auto found = property(typeName, entry.key());
            const QJsonObject below = entry->toObject();
            if (!found) {
                faults += u"filter %1: %2 has no '%3'"_s.arg(here, typeName, entry.key());
                continue;
            }
            const QString target = typeIn(found->declaration);
            const bool isEnd = below.contains("operation"_L1);
            if (isEnd == isObject(target))
                faults += u"filter %1 %2"_s.arg(here, isEnd ? u"compares an object"_s : u"ends too early"_s);
            else if (!isEnd)
                self(self, below, target, here + u'.');
        }
    };
    // The root is the service's type, and of it the relation that the method lists (softlayer-api §3.1).
    const QJsonObject root = document.object();
    QString relation = call.method.sliced(3);
    relation[0] = relation.at(0).toLower();
    for (auto entry = root.begin(); entry != root.end(); ++entry) {
        if (entry.key() != relation)
            faults += u"filter starts at '%1' instead of '%2'"_s.arg(entry.key(), relation);
        else
            walk(walk, entry->toObject(), returned, entry.key() + u'.');
    }
}

} // namespace layerscope
