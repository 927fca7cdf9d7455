// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "inventory/rowpatch.h"

#include <QCache>
#include <QJsonObject>
#include <QObject>

#include <array>
#include <chrono>
#include <map>
#include <memory>
#include <optional>

namespace layerscope {

class CallGroup;

/// The row of a table that a person looks at, in full: every column that its kind has, shown or not, by one
/// getObject. What came is told as cells for the table and kept as the object that it was, redacted. If the
/// API refuses the call as a whole, the cell groups are asked for one by one, so that a refused relation
/// costs itself alone; of later rows of the kind such a group is asked for beside the others from the start.
///
/// Another row takes the place of the present one at once: what is under way for the old one is aborted.
/// Calls go out in the next turn of the event loop. Only while one row follows another faster than
/// `burstPause` (a key held down) they wait until that long after the last one, so that rows that nobody saw
/// cost nothing. GUI thread; owns its calls, not the client.
class RowLoader final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds burstPause{100};

    explicit RowLoader(ApiClient &client, QObject *parent = nullptr);
    ~RowLoader() override;

    /// Shows this row; nothing if it is shown already. Of a kind that the API brings in lists alone there is
    /// nothing to ask for.
    void show(RowKey row);
    /// Shows none.
    void clear();
    /// Asks again for all of it; what stands stays until it is replaced.
    void refresh();

    [[nodiscard]] std::optional<RowKey> row() const { return m_row; }
    [[nodiscard]] bool isLoading() const { return m_pending.any(); }
    /// Whether the cells of this group are still to come.
    [[nodiscard]] bool isLoading(int group) const { return m_pending.test(static_cast<std::size_t>(group)); }
    /// Why the last answer to this group's call was none; nullptr: it came, or was not asked for.
    [[nodiscard]] const ApiError *failure(int group) const;
    [[nodiscard]] bool hasFailures() const { return !m_failures.empty(); }
    /// The API does not know the row any more, or does not let this key see it at all.
    [[nodiscard]] bool isGone() const { return m_isGone; }
    /// As the API sent it, redacted: of former looks until the first answer comes, then what came of it.
    [[nodiscard]] const QJsonObject &object() const { return m_object; }
    /// The call as text to hand on to whoever can help. Holds no key.
    [[nodiscard]] QString requestText() const;

Q_SIGNALS:
    /// Any of the above.
    void changed();
    /// Cells of the row, as the table wants them: not redacted, since they are the person's data.
    void answered(const layerscope::RowPatch &answer);

private:
    struct Answer
    {
        RowPatch cells;
        QJsonObject object;
    };

    void begin(std::chrono::milliseconds delay);
    void ask();
    void askFor(GroupSet groups);
    void askEach(GroupSet groups);
    void take(GroupSet groups, const Answer &answer);
    void fail(GroupSet groups, const ApiError &error);
    void settle(GroupSet groups);
    [[nodiscard]] GroupSet allGroups() const;
    /// That which says which row it is: no permission hides it from whoever may see the row.
    [[nodiscard]] GroupSet identity() const;
    [[nodiscard]] ApiRequest request(GroupSet groups) const;

    ApiClient &m_client;
    std::optional<RowKey> m_row;
    GroupSet m_pending;
    GroupSet m_rest; ///< Of a refused call, while the row's identity is asked for.
    std::map<int, ApiError> m_failures;
    bool m_isGone = false;
    QJsonObject m_object;
    bool m_isObjectOld = true; ///< Of a former look.
    QCache<RowKey, QJsonObject> m_seen;
    std::array<GroupSet, rowKindCount> m_apart; ///< Asked for beside the others: they were refused.
    std::unique_ptr<CallGroup> m_calls;         ///< Of m_row, once they were made.
    quint64 m_generation = 0; ///< Of the row and its load: a delayed start of an older one does nothing.
    std::optional<std::chrono::milliseconds> m_lastShow;
};

} // namespace layerscope
