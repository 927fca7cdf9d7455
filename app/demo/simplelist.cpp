// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simplelist.h"

#include "demo/devicerows.h"
#include "demo/simulatedaccount.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

class RowsOfArray final : public WholeRows
{
public:
    explicit RowsOfArray(JsonArray rows)
        : m_rows(std::move(rows))
    {}

    [[nodiscard]] int count() const override { return m_rows.count(); }
    [[nodiscard]] JsonObject row(int row) const override { return m_rows.at(row); }
    [[nodiscard]] JsonValue value(int row, const QString &property) const override
    {
        return m_rows.value(row, property);
    }
    [[nodiscard]] std::optional<int> rowOfId(qint64 id) const override { return m_rows.rowOfId(id); }

private:
    ArrayRows m_rows;
};

/// All but some.
class RemainingRows final : public WholeRows
{
public:
    RemainingRows(std::unique_ptr<WholeRows> all, const QList<qint64> &vanished)
        : m_all(std::move(all))
    {
        QSet<int> gone;
        for (const qint64 id : vanished) {
            if (const auto row = m_all->rowOfId(id))
                gone.insert(*row);
        }
        for (int row = 0; row < m_all->count(); ++row) {
            if (!gone.contains(row))
                m_rows.append(row);
        }
    }

    [[nodiscard]] int count() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] JsonObject row(int row) const override { return m_all->row(m_rows.at(row)); }
    [[nodiscard]] JsonValue value(int row, const QString &property) const override
    {
        return m_all->value(m_rows.at(row), property);
    }
    [[nodiscard]] JsonValue parts(int row, const QString &property, const QStringList &wanted) const override
    {
        return m_all->parts(m_rows.at(row), property, wanted);
    }
    [[nodiscard]] std::optional<int> rowOfId(qint64 id) const override
    {
        return positionOf(m_rows, m_all->rowOfId(id));
    }

private:
    std::unique_ptr<WholeRows> m_all;
    QList<int> m_rows; ///< Positions there, ascending.
};

} // namespace

QString SimpleList::fullMethod() const
{
    const QString name = relationName();
    return u"SoftLayer_Account::get"_s + name.front().toUpper() + name.sliced(1);
}

const TypeInfo *SimpleList::type() const
{
    return findType(u"SoftLayer_Account"_s)->property(relationName())->target;
}

std::unique_ptr<WholeRows> SimpleList::all(const SimulatedAccount &account) const
{
    if (source != nullptr)
        return source(account);
    return std::make_unique<RowsOfArray>(rows(account.shape()));
}

std::unique_ptr<WholeRows> SimpleList::existing(const SimulatedAccount &account,
                                                const CallCircumstances &circumstances) const
{
    std::unique_ptr<WholeRows> known = all(account);
    const QList<qint64> vanished = circumstances.vanishedRows.value(relationName());
    if (vanished.isEmpty())
        return known;
    return std::make_unique<RemainingRows>(std::move(known), vanished);
}

const SimpleList *simpleListNamed(const QString &relation)
{
    const auto lists = simpleLists();
    const auto list = std::find_if(lists.begin(), lists.end(), [&relation](const SimpleList *known) {
        return relation == QLatin1StringView(known->relation);
    });
    return list != lists.end() ? *list : nullptr;
}

bool isInSimpleList(const TypeInfo *type)
{
    const auto lists = simpleLists();
    return std::any_of(lists.begin(), lists.end(),
                       [type](const SimpleList *list) { return list->type() == type; });
}

Answer listSimply(const SimpleList &list, const SimulatedAccount &account, const WireCall &call,
                  const CallCircumstances &circumstances)
{
    return listAnswer(*list.existing(account, circumstances), call, list.relationName(), list.type(),
                      list.type(), circumstances);
}

Answer callSimpleRow(const TypeInfo *service, const SimulatedAccount &account, const WireCall &call,
                     const CallCircumstances &circumstances)
{
    JsonObject row;
    for (const SimpleList *list : simpleLists()) { // several may have rows of one type
        if (list->type() != service)
            continue;
        const std::unique_ptr<WholeRows> rows = list->existing(account, circumstances);
        if (const auto position = rows->rowOfId(call.id.toLongLong()))
            row = rows->row(*position);
    }
    if (row.isEmpty())
        return Unexpected(notFound(call.id));
    if (call.method == "getObject"_L1) {
        return objectAnswer([&row](const QString &name, const QStringList &) { return row.value(name); },
                            call, service, service);
    }
    const QString name = relationOf(call.method);
    const PropertyInfo *property = service->property(name);
    if (!property || !property->isRelation() || !row.contains(name))
        return Unexpected(unknownMethod(call));
    return relationAnswer(row.value(name), *property, name, call, circumstances);
}

JsonArray arrayOf(const WholeRows &rows)
{
    JsonArray all;
    for (int row = 0; row < rows.count(); ++row)
        all.append(rows.row(row));
    return all;
}

} // namespace layerscope::demo
