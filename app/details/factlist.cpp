// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/factlist.h"

#include "inventory/naturalorder.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace layerscope {

JsonReader FactList::read(ServerPart part)
{
    const std::optional<QJsonValue> &value = m_values.at(part).value;
    return {value.value_or(QJsonValue(QJsonValue::Undefined)), m_issues};
}

void FactList::line(std::initializer_list<ServerPart> parts, const QString &label,
                    const std::optional<QString> &value)
{
    addLine(parts, label, value, tr("none"));
}

void FactList::amountLine(std::initializer_list<ServerPart> parts, const QString &label,
                          const std::optional<QString> &value)
{
    //: Instead of an amount that the API does not tell
    addLine(parts, label, value, tr("no data"));
}

void FactList::addLine(std::initializer_list<ServerPart> parts, const QString &label,
                       const std::optional<QString> &value, const QString &nothing)
{
    if (value) {
        m_facts.append({label, *value, Fact::Kind::Value, {}});
        return;
    }
    const auto isPending = [this](ServerPart part) { return m_values.at(part).isPending(); };
    if (std::any_of(parts.begin(), parts.end(), isPending)) {
        m_facts.append({label, {}, Fact::Kind::Pending, {}});
        return;
    }
    if (std::all_of(parts.begin(), parts.end(), [this](ServerPart part) { return has(part); }))
        m_facts.append({label, nothing, Fact::Kind::None, {}});
}

void FactList::optionalLine(ServerPart part, const QString &label, const std::optional<QString> &value)
{
    if (value || m_values.at(part).isPending())
        line({part}, label, value);
}

void FactList::linkLine(ServerPart part, const QString &label, const std::optional<QString> &value,
                        RowKind linked, std::optional<qint64> id)
{
    optionalLine(part, label, value);
    if (value && id)
        m_facts.last().target = RowKey{linked, *id};
}

void FactList::poolLine(ServerPart part, const QString &label, const QString &pool, qint64 poolId)
{
    line({part}, label, pool);
    if (poolId != 0)
        m_facts.last().target = RowKey{RowKind::Pool, poolId};
}

void FactList::heading(const QString &title)
{
    m_facts.append({title, {}, Fact::Kind::Heading, {}});
}

void FactList::none(ServerPart part, const QString &sentence)
{
    if (has(part))
        m_facts.append({{}, sentence, Fact::Kind::None, {}});
}

void FactList::pendingLines(ServerPart part, int count)
{
    if (m_values.at(part).isPending())
        m_facts.append(QList<Fact>(count, {{}, {}, Fact::Kind::Pending, {}}));
}

std::vector<JsonReader> sorted(const JsonReader &list,
                               const std::function<QString(const JsonReader &)> &keyOf)
{
    std::vector<std::pair<std::string, JsonReader>> keyed;
    list.forEach([&](const JsonReader &element) { keyed.emplace_back(naturalKey(keyOf(element)), element); });
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<JsonReader> elements;
    elements.reserve(keyed.size());
    for (const auto &[key, element] : keyed)
        elements.push_back(element);
    return elements;
}

std::optional<QString> dollars(const FactText &text, const JsonReader &amount)
{
    const std::optional<Decimal> number = amount.decimal();
    return number ? std::optional(text.dollars(*number)) : std::nullopt;
}

std::optional<QString> gigabytes(const FactText &text, const JsonReader &amount)
{
    const std::optional<Decimal> number = amount.decimal();
    return number ? std::optional(text.gigabytes(*number)) : std::nullopt;
}

std::optional<QString> moment(const FactText &text, const JsonReader &time)
{
    const std::optional<Timestamp> stamp = time.timestamp();
    return stamp ? std::optional(text.moment(*stamp)) : std::nullopt;
}

std::optional<QString> yesNo(const JsonReader &flag)
{
    const std::optional<bool> value = flag.flag();
    return value ? std::optional(FactText::yesNo(*value)) : std::nullopt;
}

std::optional<QString> joined(std::initializer_list<std::optional<QString>> texts, QStringView separator)
{
    QStringList parts;
    for (const std::optional<QString> &text : texts) {
        if (text && !text->isEmpty())
            parts.append(*text);
    }
    return parts.isEmpty() ? std::nullopt : std::optional(parts.join(separator));
}

} // namespace layerscope
