// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/wirefilter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

WireError filterError(const QString &text)
{
    return {500, u"SoftLayer_Exception_Public"_s, text};
}

/// Walks the filter's tree down to the operations.
class Reader
{
public:
    Reader(WireFilter::UnknownPaths unknownPaths, std::vector<WireFilter::Condition> &conditions,
           std::vector<WireFilter::Sort> &sorts)
        : m_unknownPaths(unknownPaths)
        , m_conditions(conditions)
        , m_sorts(sorts)
    {}

    void read(const QJsonObject &level, const TypeInfo *type, const QStringList &path)
    {
        for (auto entry = level.begin(); entry != level.end() && !m_error; ++entry) {
            const PropertyInfo *property = type->property(entry.key());
            const QJsonObject below = entry->toObject();
            if (!property)
                unknown(path + QStringList{entry.key()});
            else if (below.contains("operation"_L1))
                addOperation(below, path + QStringList{entry.key()});
            else if (property->target)
                read(below, property->target, path + QStringList{entry.key()});
            else
                unknown(path + QStringList{entry.key()});
        }
    }

    void unknown(const QStringList &path)
    {
        if (m_unknownPaths == WireFilter::UnknownPaths::Refused)
            m_error = filterError(u"objectFilter path '%1' does not exist."_s.arg(path.join(u'.')));
    }

    [[nodiscard]] const std::optional<WireError> &error() const { return m_error; }

private:
    void addOperation(const QJsonObject &operation, const QStringList &path)
    {
        if (operation.value("operation"_L1).toString() == "orderBy"_L1) {
            addSort(operation.value("options"_L1).toArray(), path);
            return;
        }
        auto predicate = readPredicate(operation);
        if (predicate)
            m_conditions.push_back({path, std::move(*predicate)});
        else
            m_error = predicate.error();
    }

    void addSort(const QJsonArray &options, const QStringList &path)
    {
        WireFilter::Sort sort{path};
        for (const QJsonValue &option : options) {
            const QJsonValue value = option["value"_L1].toArray().first();
            if (option["name"_L1].toString() == "sort"_L1)
                sort.isDescending = value.toString().compare("DESC"_L1, Qt::CaseInsensitive) == 0;
            else if (option["name"_L1].toString() == "sortOrder"_L1)
                sort.rank = value.toInt();
        }
        m_sorts.push_back(sort);
    }

    WireFilter::UnknownPaths m_unknownPaths;
    std::vector<WireFilter::Condition> &m_conditions;
    std::vector<WireFilter::Sort> &m_sorts;
    std::optional<WireError> m_error;
};

bool holds(const WireFilter::Condition &condition, const JsonValue &value, qsizetype from)
{
    if (value.isArray()) {
        const JsonArray elements = value.toArray();
        if (elements.isEmpty())
            return condition.predicate.test(JsonValue::undefined());
        return std::any_of(elements.begin(), elements.end(),
                           [&](const JsonValue &element) { return holds(condition, element, from); });
    }
    if (from == condition.path.size())
        return condition.predicate.test(value);
    return holds(condition, value.toObject().value(condition.path.at(from)), from + 1);
}

JsonValue prunedBy(const WireFilter::Condition &condition, const JsonValue &value, qsizetype from)
{
    if (value.isArray()) {
        JsonArray kept;
        for (const JsonValue &element : value.toArray()) {
            if (holds(condition, element, from))
                kept.append(prunedBy(condition, element, from));
        }
        return kept;
    }
    if (from >= condition.path.size() || !value.isObject())
        return value;
    JsonObject object = value.toObject();
    const QString &name = condition.path.at(from);
    if (object.contains(name))
        object.insert(name, prunedBy(condition, object.value(name), from + 1));
    return object;
}

} // namespace

Result<WireFilter, WireError> WireFilter::parse(const QString &text, const QString &root,
                                                const TypeInfo *type, UnknownPaths unknownPaths)
{
    WireFilter filter;
    if (text.isEmpty())
        return filter;
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &parsing);
    if (parsing.error != QJsonParseError::NoError || !document.isObject())
        return Unexpected(filterError(u"Unable to parse object filter."_s));

    Reader reader(unknownPaths, filter.m_conditions, filter.m_sorts);
    const QJsonObject tree = document.object();
    for (auto entry = tree.begin(); entry != tree.end(); ++entry) {
        if (entry.key() == root)
            reader.read(entry->toObject(), type, {});
        else
            reader.unknown({entry.key()});
    }
    if (reader.error())
        return Unexpected(*reader.error());
    std::stable_sort(filter.m_sorts.begin(), filter.m_sorts.end(),
                     [](const Sort &a, const Sort &b) { return a.rank < b.rank; });
    return filter;
}

bool WireFilter::matches(const std::function<JsonValue(const QString &)> &values) const
{
    return std::all_of(m_conditions.cbegin(), m_conditions.cend(), [&](const Condition &condition) {
        return holds(condition, values(condition.path.first()), 1);
    });
}

JsonValue WireFilter::pruned(const QString &property, const JsonValue &value) const
{
    JsonValue rest = value;
    for (const Condition &condition : m_conditions) {
        if (condition.path.first() == property)
            rest = prunedBy(condition, rest, 1);
    }
    return rest;
}

JsonValue valueAt(const JsonValue &start, const QStringList &path, qsizetype from)
{
    if (start.isArray()) {
        for (const JsonValue &element : start.toArray()) {
            const JsonValue value = valueAt(element, path, from);
            if (!value.isUndefined())
                return value;
        }
        return JsonValue::undefined();
    }
    if (from == path.size())
        return start;
    return valueAt(start.toObject().value(path.at(from)), path, from + 1);
}

} // namespace layerscope::demo
