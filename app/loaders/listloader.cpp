// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/listloader.h"

#include "inventory/kinds.h"

#include <algorithm>
#include <utility>

namespace layerscope {

ListLoader::ListLoader(ApiClient &client, const Catalogue &catalogue, Pages::Query query, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_catalogue(catalogue)
    , m_query(std::move(query))
    , m_expected(m_query.expectedTotal)
{}

ListLoader::~ListLoader() = default;

void ListLoader::start()
{
    m_query.expectedTotal = announced();
    m_total.reset();
    m_listed = 0;
    m_strangers = 0;
    m_twins = 0;
    run();
    m_pages = std::make_unique<Pages>(m_client, m_catalogue, m_query);
    connect(m_pages.get(), &Pages::totalKnown, this, [this](qint64 total) {
        m_total = total;
        Q_EMIT totalKnown();
    });
    connect(m_pages.get(), &Pages::rowsArrived, this, &ListLoader::receive);
    connect(m_pages.get(), &Pages::finished, this, &ListLoader::end);
    m_pages->start();
}

void ListLoader::run()
{
    m_state = State::Listing;
    m_isWhole = false;
    m_errors.clear();
}

void ListLoader::stop()
{
    if (m_state != State::Listing)
        return;
    m_pages->stop();
    m_state = State::Cut;
}

void ListLoader::resume()
{
    if (m_state != State::Cut)
        return;
    run();
    m_pages->resume();
}

void ListLoader::retry()
{
    if (m_state == State::Ended && (!isWhole() || isShort())) {
        if (m_errors.isEmpty()) {
            start(); // all of it came, and nobody knows where the others are
            return;
        }
        setCut();
    }
    resume();
}

void ListLoader::setCut()
{
    if (m_state == State::Ended)
        m_state = State::Cut;
}

void ListLoader::setExpected(std::optional<qint64> expected)
{
    m_expected = expected;
    if (isListing())
        m_pages->setExpectedTotal(expected);
}

std::optional<qint64> ListLoader::announced() const
{
    const auto without = [](qint64 total, qint64 others) { return std::max<qint64>(0, total - others); };
    const std::optional<qint64> own =
        m_total ? std::optional(without(*m_total, m_strangers + m_twins)) : std::nullopt;
    std::optional<qint64> byOthers = m_expected;
    if (byOthers && *byOthers >= m_total.value_or(0)) // they counted twins as the list did
        byOthers = without(*byOthers, m_twins);
    return std::max(own, byOthers); // unknown is less than any number
}

std::optional<ApiError> ListLoader::fatalError() const
{
    const auto fatal = std::find_if(m_errors.crbegin(), m_errors.crend(),
                                    [](const ApiError &error) { return error.stopsEverything(); });
    return fatal != m_errors.crend() ? std::optional(*fatal) : std::nullopt;
}

LoadOutcome::List ListLoader::outcome() const
{
    return {kind(), announced(), m_listed, m_errors};
}

void ListLoader::receive(const QList<RowPatch> &rows)
{
    QList<RowPatch> own = rows;
    if (const auto isStranger = kindSpec(kind()).isStranger)
        m_strangers += own.removeIf(isStranger);
    m_listed += own.size();
    Q_EMIT rowsArrived(own);
}

void ListLoader::end(const Pages::Outcome &outcome)
{
    m_state = State::Ended;
    m_isWhole = outcome.isComplete();
    m_total = outcome.announced;
    m_listed = outcome.listed - m_strangers;
    m_twins = outcome.twins;
    m_errors = outcome.errors;
    Q_EMIT ended();
}

} // namespace layerscope
