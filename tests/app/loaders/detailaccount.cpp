// SPDX-License-Identifier: GPL-3.0-or-later
#include "detailaccount.h"

#include "inventory/kinds.h"
#include "loaders/grouphealth.h"
#include "loaders/wrongtypes.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace layerscope {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = ApiError::Kind;

constexpr int extraLimit = 5; ///< Beyond the ids asked for, a list sends so many when it ignores the filter.

/// Fewer than it takes to believe them.
constexpr int accidents = WrongTypes::questionsIfAll - 2;

bool isAnyOf(RowKind kind, const QSet<RowKey> &rows)
{
    return std::any_of(rows.cbegin(), rows.cend(), [kind](RowKey key) { return key.kind == kind; });
}

} // namespace

DetailAccount::DetailAccount(quint32 seed)
    : m_draw(seed)
{
    drawRows();
    drawTrouble();
    drawChance();
}

void DetailAccount::drawRows()
{
    QList<RowKind> kinds{RowKind::BareMetal, RowKind::Virtual};
    m_catalogue = &serverCatalogue();
    if (isOneIn(4)) { // two of these come by themselves only
        m_catalogue = &memberCatalogue();
        kinds += {RowKind::BareMetalInstance, RowKind::Controller};
    }
    const int rows = 1 + below(isOneIn(5) ? 70 : 20);
    for (int row = 0; row < rows; ++row)
        m_keys.append({kinds[below(static_cast<int>(kinds.size()))], 1000 + row});
    const int most = 1 + below(6);
    for (int i = 0; i < most; ++i)
        m_wanted.set(static_cast<std::size_t>(1 + below(m_catalogue->groupCount() - 1)));
    if (isOneIn(5))
        m_mostIds = 1 + below(8);
}

/// For good. Each row has one trouble at most that is about the row as a whole.
void DetailAccount::drawTrouble()
{
    m_lastingError = std::array{Kind::Forbidden, Kind::NotFound, Kind::Server,
                                Kind::TooMuch}[static_cast<std::size_t>(below(4))];
    for (const int odds : {3, 8}) {
        if (!isOneIn(odds))
            continue;
        const auto group = static_cast<std::size_t>(anyGroup());
        const RowKind kind = anyRow().kind;
        for (const RowKey key : std::as_const(m_keys)) {
            if (odds != 3 || key.kind == kind)
                m_refusedGroups[key.kind].set(group);
        }
    }
    if (isOneIn(16))
        m_refusedGroups[anyRow().kind].set();
    m_groupOfRefusedCells = anyGroup();
    m_groupOfWrong = anyGroup();
    if (isOneIn(4))
        drawInto(m_refusedRows, 2);
    else if (isOneIn(3))
        drawInto(m_refusedCells, 2);
    if (isOneIn(4))
        drawInto(m_vanished, 3);
    if (isOneIn(5))
        drawInto(m_hidden, 3);
    if (isOneIn(4))
        drawInto(m_wrong, isOneIn(3) ? 100 : 3);
    m_vanished -= m_refusedRows;
    m_vanished -= m_refusedCells;
    m_hidden -= m_refusedRows;
    m_hidden -= m_refusedCells;
    if (isOneIn(10)) { // this key has lost sight of a kind
        m_blind = anyRow().kind;
        const bool isGone = isOneIn(2);
        for (const RowKey key : std::as_const(m_keys)) {
            if (key.kind == m_blind && !m_refusedRows.contains(key) && !m_refusedCells.contains(key))
                (isGone || !isOneIn(4) ? m_vanished : m_hidden).insert(key);
        }
    }
    m_hidden -= m_vanished;
    if (isOneIn(5))
        m_mostCells = 8 + below(60);
    if (isOneIn(6))
        m_filterIgnored = anyRow().kind;
}

void DetailAccount::drawChance()
{
    if (isOneIn(3))
        m_failuresLeft = 1 + below(2);
    if (isOneIn(8)) {
        m_isStormy = true;
        m_failuresLeft = 10 + below(200);
    }
    m_isShaken = m_failuresLeft > 0;
    if (isOneIn(4))
        m_cancelsLeft = 1 + below(5);
    m_groupOfAccidents = anyGroup();
    if (isOneIn(4) && (m_wrong.isEmpty() || m_groupOfAccidents != m_groupOfWrong))
        m_accidentsLeft = accidents;
}

void DetailAccount::heal()
{
    m_failuresLeft = 0;
    m_accidentsLeft = 0;
    m_isStormy = false;
    m_isShaken = false;
}

int DetailAccount::anyGroup()
{
    QList<int> groups;
    for (int group = 0; group < m_catalogue->groupCount(); ++group) {
        if (m_wanted.test(static_cast<std::size_t>(group)))
            groups.append(group);
    }
    return groups[below(static_cast<int>(groups.size()))];
}

void DetailAccount::drawInto(QSet<RowKey> &rows, int most)
{
    for (int count = 1 + below(most); count > 0; --count)
        rows.insert(anyRow());
}

// --- answers
// --------------------------------------------------------------------------------------------------

Result<RowPatches> DetailAccount::answer(const DetailRequest &ask)
{
    if (m_cancelsLeft > 0 && isOneIn(6)) {
        --m_cancelsLeft;
        return Unexpected(ApiError::make(Kind::Cancelled));
    }
    if (const std::optional<ApiError> error = passingFailure())
        return Unexpected(*error);
    ApiError lasting = ApiError::make(m_lastingError, u"for good"_s);
    lasting.httpStatus = 500;
    const bool isSingle = ask.form == DetailRequest::Form::Single;
    const QList<qint64> ids = idsThatCome(ask);
    if ((ask.groups & refusedGroups(ask.kind)).any())
        return Unexpected(lasting);
    const auto cells = static_cast<int>(ids.size() * static_cast<qsizetype>(ask.groups.count()));
    if (!isSingle && m_mostCells > 0 && ids.size() > 1 && cells > m_mostCells)
        return Unexpected(ApiError::make(Kind::TooMuch, u"for good"_s));
    RowPatches answer;
    for (const qint64 id : ids) {
        const RowKey key{ask.kind, id};
        if (isRefused(key, ask.groups)) {
            if (!ask.ids.contains(id))
                continue; // a stranger
            return Unexpected(lasting);
        }
        if (isSingle && m_vanished.contains(key))
            return Unexpected(ApiError::make(Kind::NotFound, u"vanished"_s));
        if (isSingle || !(m_vanished.contains(key) || m_hidden.contains(key)))
            answer.rows.append(rowOf(ask, id));
    }
    const auto accident = static_cast<std::size_t>(m_groupOfAccidents);
    if (m_accidentsLeft > 0 && ask.groups.test(accident) && !answer.rows.isEmpty() && isOneIn(2))
        --m_accidentsLeft;
    else
        return answer;
    for (RowPatch &row : answer.rows) {
        if (!row.loaded.test(accident))
            continue;
        row.loaded.reset(accident);
        row.failed.emplace_back(m_groupOfAccidents, ApiError::wrongType(u"[0]"_s, u"string", u"array"));
    }
    return answer;
}

std::optional<ApiError> DetailAccount::passingFailure()
{
    if (m_failuresLeft == 0 || !isOneIn(3))
        return std::nullopt;
    --m_failuresLeft;
    static constexpr std::array kinds{Kind::Forbidden, Kind::Server,      Kind::TooMuch,    Kind::Timeout,
                                      Kind::Offline,   Kind::RateLimited, Kind::BadResponse};
    return ApiError::make(kinds[static_cast<std::size_t>(below(kinds.size()))], u"by chance"_s);
}

/// Those that the answer is about, whether or not they are there.
QList<qint64> DetailAccount::idsThatCome(const DetailRequest &ask) const
{
    if (ask.form == DetailRequest::Form::Single || m_filterIgnored != ask.kind)
        return ask.ids;
    QList<qint64> ids;
    for (const RowKey key : m_keys) {
        if (key.kind == ask.kind && ids.size() < ask.ids.size() + extraLimit)
            ids.append(key.id);
    }
    return ids;
}

bool DetailAccount::isRefused(RowKey key, GroupSet groups) const
{
    return m_refusedRows.contains(key) ||
           (m_refusedCells.contains(key) && groups.test(static_cast<std::size_t>(m_groupOfRefusedCells)));
}

/// So many rows are refused by themselves that all of their kind may be believed to be.
bool DetailAccount::isOutvoted(RowKind kind) const
{
    int rows = m_isShaken ? 1 : 0;
    for (const RowKey key : m_keys) {
        const bool isBy404 = m_vanished.contains(key) && !kindSpec(kind).comesInBatches;
        if (key.kind == kind && (isBy404 || m_refusedRows.contains(key) || m_refusedCells.contains(key)))
            ++rows;
    }
    return rows >= GroupHealth::onGoodDays.rows;
}

bool DetailAccount::isAnyRefused(RowKind kind) const
{
    return refusedGroups(kind).any() || isAnyOf(kind, m_refusedRows) || isAnyOf(kind, m_refusedCells);
}

RowPatch DetailAccount::rowOf(const DetailRequest &ask, qint64 id)
{
    RowPatch row;
    row.key = {ask.kind, id};
    row.loaded = ask.groups;
    const auto wrong = static_cast<std::size_t>(m_groupOfWrong);
    if (m_wrong.contains(row.key) && ask.groups.test(wrong)) {
        row.loaded.reset(wrong);
        row.failed.emplace_back(m_groupOfWrong, ApiError::wrongType(u"[0]"_s, u"string", u"array"));
    }
    return row;
}

GroupSet DetailAccount::refusedGroups(RowKind kind) const
{
    const auto groups = m_refusedGroups.find(kind);
    return groups != m_refusedGroups.end() ? groups->second : GroupSet();
}

// --- what is right
// ------------------------------------------------------------------------------------------------

bool DetailAccount::mayEndAs(RowKey key, int group, CellState state) const
{
    const auto bit = static_cast<std::size_t>(group);
    const GroupSet asked = m_wanted & m_catalogue->groupsOfKind(key.kind);
    const bool isRefusal = m_lastingError == Kind::Forbidden || m_lastingError == Kind::NotFound;
    const CellState lasting = isRefusal ? CellState::Refused : CellState::Failed;
    const bool isLasting = state == lasting;
    const bool isSomeTrouble = state == CellState::Refused || state == CellState::Failed;
    const bool isLost = m_isStormy && isSomeTrouble;

    if (!asked.test(bit))
        return state == CellState::Value; // its kind does not have it
    if (m_vanished.contains(key)) {
        // A 404 by itself may be a refusal; that the row vanished is told by a batch without it. Where
        // questions are refused, it may be told by neither.
        const bool isTold = kindSpec(key.kind).comesInBatches;
        const bool isClear = isTold && m_filterIgnored != key.kind && !m_isShaken && !isAnyRefused(key.kind);
        return (state == CellState::Gone && isTold) || (state == CellState::Refused && !isClear) ||
               (isLasting && isAnyRefused(key.kind)) || isLost;
    }
    if (isSomeTrouble && isOutvoted(key.kind))
        return true;
    const bool isRefusedHere = isRefused(key, GroupSet().set(bit)) || refusedGroups(key.kind).test(bit);
    if (isRefusedHere) // the last word on it may be another's
        return isLasting || (isSomeTrouble && (m_isShaken || isAnyOf(key.kind, m_vanished)));
    if (m_hidden.contains(key) && m_blind == key.kind) // some that vanished speak for it
        return true;
    if (m_wrong.contains(key) && group == m_groupOfWrong)
        return state == CellState::Failed || isLost;
    return state == CellState::Value || isLost;
}

QString DetailAccount::toText() const
{
    QStringList words{u"%1 rows, wanted %2"_s.arg(m_keys.size()).arg(m_wanted.to_ulong(), 0, 2)};
    for (const auto &[kind, groups] : m_refusedGroups)
        words += u"refused of kind %1: %2"_s.arg(int(kind)).arg(groups.to_ulong(), 0, 2);
    words += u"lasting error %1"_s.arg(layerscope::toString(m_lastingError));
    const auto list = [&words](const QString &name, const QSet<RowKey> &rows) {
        for (const RowKey key : rows)
            words += u"%1 %2/%3"_s.arg(name).arg(int(key.kind)).arg(key.id);
    };
    list(u"refused"_s, m_refusedRows);
    list(u"refused in group %1"_s.arg(m_groupOfRefusedCells), m_refusedCells);
    list(u"vanished"_s, m_vanished);
    list(u"hidden"_s, m_hidden);
    list(u"wrong in group %1"_s.arg(m_groupOfWrong), m_wrong);
    words += u"most cells %1, most ids %2"_s.arg(m_mostCells).arg(m_mostIds);
    if (m_filterIgnored)
        words += u"filter of kind %1 ignored"_s.arg(int(*m_filterIgnored));
    if (m_isShaken)
        words += u"shaken"_s;
    if (m_isStormy)
        words += u"stormy"_s;
    return words.join(u"; "_s);
}

} // namespace layerscope
