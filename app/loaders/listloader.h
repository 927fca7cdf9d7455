// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/loadoutcome.h"
#include "loaders/pages.h"

#include <QObject>

#include <memory>
#include <optional>

namespace layerscope {

/// One list of one kind, of the account or of a parent row, in as many runs as it takes: what it announced,
/// what came, why the rest did not. Rows that only came because a filter was not kept are left out and not
/// counted. GUI thread; the client outlives it; may be destroyed by whoever hears its signals.
///
///     Idle ─start()▶ Listing ▶ Ended ─retry()▶ Listing
///                       └─stop()▶ Cut ─resume()▶ Listing
class ListLoader : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Listing,
        Cut,  ///< It was stopped.
        Ended ///< Whole or not.
    };

    /// `query.expectedTotal` is what others announced: the account, or the parent row.
    ListLoader(ApiClient &client, const Catalogue &catalogue, Pages::Query query, QObject *parent = nullptr);
    ~ListLoader() override;

    /// All of it, whatever came before.
    void start();
    /// Without a word; what arrived stays.
    void stop();
    /// Goes on where stop() ended it. Else nothing.
    void resume();
    /// The same; and of one that failed asks for what is missing, of one that came whole and still is less
    /// than was announced for all. Nothing of one that has it all.
    void retry();
    /// Ended for a reason for which nothing can be loaded at all: resume() goes on with it.
    void setCut();

    /// Others announce a number only now, or another. What is under way then asks for that many.
    void setExpected(std::optional<qint64> expected);

    [[nodiscard]] RowKind kind() const { return m_query.kind; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isListing() const { return m_state == State::Listing; }
    [[nodiscard]] qint64 listed() const { return m_listed; }
    /// By others or by the list, whoever says more; nullopt: neither says. Without rows that it had twice.
    [[nodiscard]] std::optional<qint64> announced() const;
    [[nodiscard]] const QList<ApiError> &errors() const { return m_errors; }
    /// Every row came that the list itself promised: who is not among them is none any more.
    [[nodiscard]] bool isWhole() const { return m_state == State::Ended && m_isWhole; }
    /// It is whole, and still less than others announced.
    [[nodiscard]] bool isShort() const { return isWhole() && announced().value_or(0) > m_listed; }
    /// Why nothing more can be loaded at all: a wrong key, say.
    [[nodiscard]] std::optional<ApiError> fatalError() const;
    [[nodiscard]] LoadOutcome::List outcome() const;

Q_SIGNALS:
    /// New ones only.
    void rowsArrived(const QList<layerscope::RowPatch> &rows);
    /// The list's own total.
    void totalKnown();
    /// Ended was reached.
    void ended();

private:
    void run();
    void receive(const QList<RowPatch> &rows);
    void end(const Pages::Outcome &outcome);

    ApiClient &m_client;
    const Catalogue &m_catalogue;
    Pages::Query m_query;
    std::unique_ptr<Pages> m_pages;
    State m_state = State::Idle;
    bool m_isWhole = false;
    std::optional<qint64> m_expected; ///< By others.
    std::optional<qint64> m_total;    ///< The list's own.
    qint64 m_listed = 0;
    qint64 m_strangers = 0;
    qint64 m_twins = 0;
    QList<ApiError> m_errors;
};

} // namespace layerscope
