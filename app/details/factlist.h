// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/jsonreader.h"
#include "details/facttext.h"
#include "details/partvalues.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <functional>
#include <initializer_list>
#include <optional>
#include <vector>

namespace layerscope {

/// One line of a section.
struct Fact
{
    enum class Kind : quint8 {
        Value,
        None,    ///< Asked, and nothing there or nothing told; `value` is the word for it.
        Pending, ///< Will stand here once its part has come.
        Heading, ///< `label` begins a group of lines: an interface, a disk.
    };

    QString label;
    QString value;
    Kind kind = Kind::Value;
    std::optional<RowKey> target = {}; ///< The value names this row, of another kind mostly.

    bool operator==(const Fact &) const = default;
};

/// What a section says, and the first thing in its answers that had another type than the API promises: that
/// is left out of the facts and told.
struct SectionFacts
{
    QList<Fact> facts;
    std::optional<ApiError> unreadable;
};

/// Collects the lines of one section from parts of which some may not be there: a line whose part is still to
/// come is Pending, one whose part was refused or failed is left out (the section says why).
class FactList
{
    Q_DECLARE_TR_FUNCTIONS(layerscope::FactList)

public:
    explicit FactList(const PartValues &values)
        : m_values(values)
    {}

    [[nodiscard]] const FactText &text() const { return m_text; }
    [[nodiscard]] RowKind kind() const { return m_values.kind(); }
    [[nodiscard]] const ListedTraffic &listedTraffic() const { return m_values.listedTraffic(); }

    [[nodiscard]] bool has(ServerPart part) const { return m_values.at(part).value.has_value(); }
    [[nodiscard]] bool isPending(ServerPart part) const { return m_values.at(part).isPending(); }
    /// The part's JSON; absent if it is not there.
    [[nodiscard]] JsonReader read(ServerPart part);

    /// A line told from these parts. Without a value it says "none" once all of them have come.
    void line(std::initializer_list<ServerPart> parts, const QString &label,
              const std::optional<QString> &value);
    /// The same of an amount: without one it says that there is no data, since "none" would read as 0.
    void amountLine(std::initializer_list<ServerPart> parts, const QString &label,
                    const std::optional<QString> &value);
    /// The same, but left out if there is nothing: for what most servers do not have.
    void optionalLine(ServerPart part, const QString &label, const std::optional<QString> &value);
    /// The same of a value that names another row; without its id it leads nowhere.
    void linkLine(ServerPart part, const QString &label, const std::optional<QString> &value, RowKind linked,
                  std::optional<qint64> id);
    void poolLine(ServerPart part, const QString &label, const QString &pool, qint64 poolId);
    void heading(const QString &title);
    /// A line for something that there is none of, instead of a list of them; only if the part has come.
    void none(ServerPart part, const QString &sentence);
    /// Lines for a list whose length is not known yet; only while the part is to come.
    void pendingLines(ServerPart part, int count);

    [[nodiscard]] SectionFacts take() { return {std::move(m_facts), m_issues.error()}; }

private:
    void addLine(std::initializer_list<ServerPart> parts, const QString &label,
                 const std::optional<QString> &value, const QString &nothing);

    const PartValues &m_values;
    FactText m_text;
    JsonIssues m_issues;
    QList<Fact> m_facts;
};

/// The elements of a list in an order of their own: the API's changes from call to call (softlayer-api §3.4).
/// `keyOf` gives the text to sort by, in which numbers count as such.
[[nodiscard]] std::vector<JsonReader> sorted(const JsonReader &list,
                                             const std::function<QString(const JsonReader &)> &keyOf);

/// The number as people read it, or nothing. For arguments of FactList::line().
[[nodiscard]] std::optional<QString> dollars(const FactText &text, const JsonReader &amount);
[[nodiscard]] std::optional<QString> gigabytes(const FactText &text, const JsonReader &amount);
[[nodiscard]] std::optional<QString> moment(const FactText &text, const JsonReader &time);
[[nodiscard]] std::optional<QString> yesNo(const JsonReader &flag);
/// The texts that are there, joined by " · " or another separator; nothing if none is.
[[nodiscard]] std::optional<QString> joined(std::initializer_list<std::optional<QString>> texts,
                                            QStringView separator = u" · ");

} // namespace layerscope
