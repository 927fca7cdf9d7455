// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowpatch.h"
#include "loaders/pages.h"
#include "support/scriptedserver.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace layerscope {

/// A list of an account whose rows come and go while it is read.
class ChangingList
{
public:
    using Answer = ScriptedServer::Answer;
    using Request = ScriptedServer::Request;

    explicit ChangingList(int count) { create(count); }

    QList<qint64> ids;
    bool tellsTotal = true;
    std::optional<qint64> wrongTotal;
    int maxRows = 1'000'000;                          ///< A page has no more, whatever was asked.
    std::function<void(ChangingList &)> beforeAnswer; ///< `calls` counts the one at hand.
    std::function<std::optional<Answer>(qint64 offset, int limit)> fault;
    int calls = 0;

    /// At the end.
    void create(int count);
    [[nodiscard]] Answer answer(const Request &request);
};

/// What tests of Pages have in common: a server for each test function, and the run of a list to its end.
class PagesTest : public QObject
{
    Q_OBJECT

protected:
    using Answer = ScriptedServer::Answer;
    using Request = ScriptedServer::Request;

    static constexpr int patience = 60'000; ///< ms; sanitizers are slow

    [[nodiscard]] static Answer failure(int statusCode, const QByteArray &body)
    {
        return {statusCode, body, {}, Answer::Fault::None};
    }
    /// The run of a list with groups besides the identity; what it came to.
    Pages::Outcome run(Pages::Query query, int callsAtOnce = 30);
    /// Of servers, pages of 100 rows.
    Pages::Outcome run(ChangingList &list, std::optional<qint64> expected, int callsAtOnce = 30);
    [[nodiscard]] QSet<qint64> listedIds() const;

    std::unique_ptr<ScriptedServer> m_server;
    QList<RowPatch> m_rows;

private Q_SLOTS:
    void init() { m_server = std::make_unique<ScriptedServer>(); }
};

} // namespace layerscope
