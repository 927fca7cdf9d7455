// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/loaders/pagestest.h"

#include "inventory/kinds.h"
#include "quickclock.h"
#include "support/apicalls.h"

#include <QSignalSpy>

#include <algorithm>
#include <utility>

namespace layerscope {

void ChangingList::create(int count)
{
    constexpr qint64 firstId = 1001;
    for (int nth = 0; nth < count; ++nth)
        ids.append(ids.isEmpty() ? firstId : ids.constLast() + 1);
}

ScriptedServer::Answer ChangingList::answer(const Request &request)
{
    ++calls;
    const QList<QByteArray> limit = request.query("resultLimit").split(',');
    const qint64 offset = limit.value(0).toLongLong();
    const int count = std::min(limit.value(1).toInt(), maxRows);
    if (beforeAnswer)
        beforeAnswer(*this);
    if (fault) {
        if (const std::optional<Answer> wrong = fault(offset, count))
            return *wrong;
    }
    QByteArrayList rows;
    for (qint64 row = offset; row < std::min<qint64>(offset + count, ids.size()); ++row)
        rows.append("{\"id\":" + QByteArray::number(ids[row]) + '}');
    Answer answer = ScriptedServer::json('[' + rows.join(',') + ']');
    if (tellsTotal)
        answer.headers.append({"SoftLayer-Total-Items", QByteArray::number(wrongTotal.value_or(ids.size()))});
    return answer;
}

Pages::Outcome PagesTest::run(Pages::Query query, int callsAtOnce)
{
    m_rows.clear();
    const Catalogue &catalogue = query.kind == RowKind::Pool ? poolCatalogue()
                                 : query.source.has_value()  ? memberCatalogue()
                                                             : serverCatalogue();
    QuickClock clock;
    ApiClient::Options options;
    options.limits = {callsAtOnce, callsAtOnce, 100'000};
    options.leavesDownAlone = false; // what a list does by itself
    options.asksBeside = false;
    ApiClient client(connectionTo(m_server->restBase()), options, clock);
    Pages pages(client, catalogue, std::move(query));
    connect(&pages, &Pages::rowsArrived, this, [this](const QList<RowPatch> &rows) { m_rows += rows; });
    Pages::Outcome outcome;
    QSignalSpy finished(&pages, &Pages::finished);
    connect(&pages, &Pages::finished, this, [&outcome](const Pages::Outcome &came) { outcome = came; });
    pages.start();
    if (!finished.wait(patience))
        outcome.wasCancelled = true;
    return outcome;
}

Pages::Outcome PagesTest::run(ChangingList &list, std::optional<qint64> expected, int callsAtOnce)
{
    m_server->setScript([&list](const Request &request) { return list.answer(request); });
    Pages::Query query;
    query.kind = RowKind::BareMetal;
    query.pageSize = 100;
    query.expectedTotal = expected;
    return run(std::move(query), callsAtOnce);
}

QSet<qint64> PagesTest::listedIds() const
{
    QSet<qint64> ids;
    for (const RowPatch &row : m_rows)
        ids.insert(row.key.id);
    return ids;
}

} // namespace layerscope
