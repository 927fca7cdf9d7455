// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simplelist.h"

#include "demo/deviceproperties.h"
#include "demo/networkview.h"
#include "demo/simulatedaccount.h"
#include "demo/vocabulary.h"

#include <QHash>

#include <algorithm>
#include <optional>
#include <vector>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Beside those that something carries.
struct OldTag
{
    Tag tag;
    int references; ///< Of servers that are gone (softlayer-kinds §2.37).
    int internal;
};

const std::vector<OldTag> &oldTags()
{
    static const std::vector<OldTag> table{
        {{5158013, u"project-x (closed)"_s}, 3, 0},
        {{5158014, u"unused"_s}, 0, 0},
        {{5158015, u"ims:billing"_s}, 1, 1},
    };
    return table;
}

/// Each with as many references as things have it. Counted when somebody asks: it takes O(servers).
class Tags final : public WholeRows
{
public:
    explicit Tags(const SimulatedAccount &account)
        : m_account(account)
    {}

    [[nodiscard]] int count() const override { return ownCount() + static_cast<int>(oldTags().size()); }
    [[nodiscard]] JsonObject row(int row) const override
    {
        JsonObject whole = alone(row);
        whole.insert(u"referenceCount"_s, references(row));
        return whole;
    }
    [[nodiscard]] JsonValue value(int row, const QString &property) const override
    {
        return property == "referenceCount"_L1 ? JsonValue(references(row)) : alone(row).value(property);
    }
    [[nodiscard]] std::optional<int> rowOfId(qint64 id) const override
    {
        for (int row = 0; row < count(); ++row) {
            if (tag(row).id == id)
                return row;
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] static int ownCount() { return static_cast<int>(tags().size()); }
    [[nodiscard]] static const OldTag *old(int row)
    {
        return row < ownCount() ? nullptr : &oldTags()[static_cast<size_t>(row - ownCount())];
    }
    [[nodiscard]] static const Tag &tag(int row)
    {
        return old(row) != nullptr ? old(row)->tag : tags()[static_cast<size_t>(row)];
    }
    [[nodiscard]] static JsonObject alone(int row)
    {
        return {{u"id"_s, tag(row).id},
                {u"accountId"_s, AccountShape::accountId()},
                {u"internal"_s, old(row) != nullptr ? old(row)->internal : 0},
                {u"name"_s, tag(row).name}};
    }
    [[nodiscard]] int references(int row) const
    {
        if (old(row) != nullptr)
            return old(row)->references;
        if (!m_counts)
            countAll();
        return m_counts->value(tag(row).id);
    }
    void countAll() const;
    void countIn(const JsonValue &references) const
    {
        for (const JsonValue &reference : references.toArray())
            ++(*m_counts)[reference["tagId"_L1].toInteger()];
    }

    const SimulatedAccount &m_account;
    mutable std::optional<QHash<qint64, int>> m_counts; ///< By the tag's id.
};

void Tags::countAll() const
{
    const QString name = u"tagReferences"_s;
    m_counts.emplace();
    const AccountShape &shape = m_account.shape();
    for (const DeviceKind kind : {DeviceKind::Hardware, DeviceKind::Guest}) {
        for (int index = 0; index < shape.deviceCount(kind); ++index)
            countIn(property(Device(shape, kind, index), name));
    }
    const NetworkView network(m_account.network(), shape);
    for (const int row : network.vlans())
        countIn(vlanProperty(network, row, name));
    for (const int row : network.subnets())
        countIn(subnetProperty(network, row, name));
    for (const SimpleList *list : simpleLists()) {
        if (list->rows == nullptr) // none of those has tags
            continue;
        for (const JsonValue &row : list->rows(shape))
            countIn(row["tagReferences"_L1]);
    }
}

std::unique_ptr<WholeRows> source(const SimulatedAccount &account)
{
    return std::make_unique<Tags>(account);
}

} // namespace

extern const SimpleList tagsList;
const SimpleList tagsList{.relation = "tags", .source = source};

} // namespace layerscope::demo
