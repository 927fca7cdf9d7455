// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/rowloader.h"

#include "api/redactor.h"
#include "details/mergedjson.h"
#include "inventory/kinds.h"
#include "loaders/callgroup.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace layerscope {

using std::chrono::milliseconds;

namespace {

/// Their objects; a row has some kB.
constexpr int rowsRemembered = 64;

/// The API spoke, and may say something else of a smaller question: its failures of any sort are a 500, be it
/// that one relation is not there, that a service behind it is down, or that it was too much (softlayer-api
/// §4.2). A gateway before it says as little to a smaller one.
bool isAnswer(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::NotFound:
    case ApiError::Kind::TooMuch:
    case ApiError::Kind::InvalidRequest:
        return true;
    case ApiError::Kind::Server:
    case ApiError::Kind::BadResponse:
        return error.httpStatus < 300 || error.httpStatus == 500;
    default:
        return false;
    }
}

GroupSet only(int group)
{
    return GroupSet().set(static_cast<std::size_t>(group));
}

} // namespace

RowLoader::RowLoader(ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_seen(rowsRemembered)
{}

RowLoader::~RowLoader() = default;

void RowLoader::show(RowKey row)
{
    if (m_row == row)
        return;
    m_row = row;
    const QJsonObject *seen = m_seen.object(row);
    m_object = seen != nullptr ? *seen : QJsonObject();
    const milliseconds now = m_client.clock().now();
    const bool isBurst = m_lastShow && now - *m_lastShow < burstPause;
    m_lastShow = now;
    begin(isBurst ? burstPause : milliseconds(0));
}

void RowLoader::clear()
{
    if (!m_row)
        return;
    m_calls.reset(); // aborts
    ++m_generation;
    m_row.reset();
    m_pending.reset();
    m_failures.clear();
    m_isGone = false;
    m_object = {};
    Q_EMIT changed();
}

void RowLoader::refresh()
{
    if (m_row)
        begin(milliseconds(0));
}

const ApiError *RowLoader::failure(int group) const
{
    const auto failure = m_failures.find(group);
    return failure != m_failures.end() ? &failure->second : nullptr;
}

QString RowLoader::requestText() const
{
    if (!m_row)
        return {};
    const ApiRequest call = request(allGroups());
    return QString(call.label() + u'\n' + QString::fromUtf8(call.mask.toText()));
}

void RowLoader::begin(milliseconds delay)
{
    m_calls.reset(); // aborts
    m_rest.reset();
    m_failures.clear();
    m_isGone = false;
    m_isObjectOld = true;
    m_pending = allGroups();
    const quint64 generation = ++m_generation;
    m_client.clock().callAfter(delay, this, [this, generation] {
        if (generation == m_generation)
            ask();
    });
    Q_EMIT changed();
}

void RowLoader::ask()
{
    if (m_pending.none())
        return;
    m_calls = std::make_unique<CallGroup>(m_client);
    const GroupSet apart = m_apart[static_cast<std::size_t>(m_row->kind)] & m_pending & ~identity();
    askFor(m_pending & ~apart);
    askEach(apart);
}

void RowLoader::askFor(GroupSet groups)
{
    const RowKey row = *m_row;
    const auto decode = [redactor = m_client.redactor(), row, groups,
                         &catalogue = tableOf(row.kind).catalogue()](const JsonReader &root) {
        Answer answer;
        answer.object = redactor.redacted(root.raw()).toObject();
        RowPatches patches = decodeRows(catalogue, row.kind, groups, root);
        if (patches.rows.size() == 1 && patches.rows.constFirst().key == row)
            answer.cells = std::move(patches.rows.first());
        else
            root.reportWrongType(u"the row that was asked for");
        return answer;
    };
    m_calls->add(ApiCall::make<Answer>(request(groups), Priority::Visible, decode,
                                       [this, groups](const Result<Reply<Answer>> &result) {
                                           if (result)
                                               take(groups, result->value);
                                           else
                                               fail(groups, result.error());
                                       }));
}

void RowLoader::askEach(GroupSet groups)
{
    for (int group = 0; group < static_cast<int>(groups.size()); ++group) {
        if (groups.test(static_cast<std::size_t>(group)))
            askFor(only(group));
    }
}

void RowLoader::take(GroupSet groups, const Answer &answer)
{
    m_object = std::exchange(m_isObjectOld, false) ? answer.object : mergedJson(m_object, answer.object);
    for (const auto &[group, error] : answer.cells.failed)
        m_failures.insert_or_assign(group, error);
    if ((groups & identity()).any())
        askEach(std::exchange(m_rest, {}));
    const QPointer<RowLoader> self(this);
    const quint64 generation = m_generation;
    const RowPatch cells = answer.cells; // the answer dies with its call if somebody goes on to another row
    Q_EMIT answered(cells);
    if (self && generation == m_generation) // nobody went on to another row
        settle(groups);
}

void RowLoader::fail(GroupSet groups, const ApiError &error)
{
    if (groups.count() > 1 && isAnswer(error)) {
        m_rest = groups & ~identity();
        askFor(identity());
        return;
    }
    if ((groups & identity()).any())
        groups |= std::exchange(m_rest, {}); // without it there is no row to ask for
    for (int group = 0; group < static_cast<int>(groups.size()); ++group) {
        if (groups.test(static_cast<std::size_t>(group)) && error.kind != ApiError::Kind::Cancelled)
            m_failures.insert_or_assign(group, error);
    }
    m_isGone = m_isGone || (error.kind == ApiError::Kind::NotFound && (groups & identity()).any());
    settle(groups);
}

void RowLoader::settle(GroupSet groups)
{
    m_pending &= ~groups;
    if (m_pending.none()) {
        if (m_isGone) { // nor is it shown from memory
            m_object = {};
            m_seen.remove(*m_row);
        } else if (!m_isObjectOld) {
            m_seen.insert(*m_row, std::make_unique<QJsonObject>(m_object).release());
            GroupSet &apart = m_apart[static_cast<std::size_t>(m_row->kind)];
            apart.reset();
            for (const auto &[group, error] : m_failures)
                apart.set(static_cast<std::size_t>(group), error.isRefusal());
        }
    }
    Q_EMIT changed();
}

GroupSet RowLoader::allGroups() const
{
    if (!m_row || *kindSpec(m_row->kind).service == '\0')
        return {};
    return tableOf(m_row->kind).catalogue().groupsOfKind(m_row->kind);
}

GroupSet RowLoader::identity() const
{
    const Catalogue &catalogue = tableOf(m_row->kind).catalogue();
    return only(catalogue.column(catalogue.rowStateColumn()).group);
}

ApiRequest RowLoader::request(GroupSet groups) const
{
    const KindSpec &kind = kindSpec(m_row->kind);
    ApiRequest request;
    request.service = kind.service;
    request.method = "getObject";
    request.objectId = QString::number(m_row->id);
    request.mask = tableOf(m_row->kind).catalogue().mask(m_row->kind, groups);
    return request;
}

} // namespace layerscope
