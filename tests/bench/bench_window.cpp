// SPDX-License-Identifier: GPL-3.0-or-later
// How much processor time single turns of the GUI thread take while a large account is loaded and used: rows
// listed, details arriving, a filter typed, sorted, grouped by tag with all groups open and all selected, put
// in another order, the down key held with details open, and typed in the filter's field while it offers
// addresses. Ends with 1 if one turn takes more than 50 ms,
// or more than one in a thousand take 16: bench_window [SERVERS] [POOLS] [LATENCY_MS]
#include "demo/simulatedserver.h"
#include "inventory/kinds.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "session/accountsession.h"
#include "turnwatch.h"
#include "views/rowsview.h"
#include "widgets/filteredit.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListWidget>
#include <QNetworkProxy>

#include <cstdio>
#include <functional>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double mostMs = 50;
constexpr double mostOfNearlyAllMs = 16;
constexpr double nearlyAll = 0.999;
/// As a keyboard repeats.
constexpr std::chrono::milliseconds keyDistance{33};
/// Of somebody who looks at what is offered.
constexpr std::chrono::milliseconds reading{250};
constexpr int keys = 200;

/// But for the members of pools that the demo account keeps from its key.
bool cameWhole(LoadOutcome outcome)
{
    outcome.of(poolmembersTable).refused = 0;
    return outcome.isComplete();
}

void press(QWidget &widget, Qt::Key key, bool isRepeated)
{
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, {}, isRepeated);
    QCoreApplication::sendEvent(&widget, &event);
}

class Bench
{
public:
    Bench(int servers, int pools, std::chrono::milliseconds latency)
        : m_servers(servers)
        , m_server(servers, LatencyModel::fromBase(latency), withoutLimiter(), pools)
    {}

    /// Whether every turn was short enough; nullopt: the account could not be loaded.
    [[nodiscard]] std::optional<bool> run();

private:
    static FaultPlan withoutLimiter()
    {
        FaultPlan plan;
        plan.callsPerSecond = 0;
        return plan;
    }
    /// An act of the person's, and what the window makes of it until it is done.
    void measure(const char *what, const std::function<void()> &act, const std::function<bool()> &isDone);
    void use(AccountSession &session, AccountPage &page);
    void holdDownKey(RowsView &view);
    void typeFilter(RowsPage &page, const QString &filter);
    /// With the words open that the field offers, which it looks for in all rows.
    void typeWithSuggestions(AccountSession &session, AccountPage &page, const QString &filter);
    void report(const char *what);

    int m_servers;
    SimulatedServer m_server;
    TurnWatch m_turns;
    QList<qint64> m_all;       ///< Of all phases, nanoseconds
    bool m_hasOffered = false; ///< The field had words to offer.
};

std::optional<bool> Bench::run()
{
    if (!m_server.start())
        return std::nullopt;
    ApiClient::Options options;
    options.limits.maxStartsPerSecond = 100'000;
    AccountSession session({m_server.restUrl(),
                            {Credentials::Scheme::Basic, m_server.userName(), m_server.apiKey()},
                            QNetworkProxy(QNetworkProxy::NoProxy)},
                           options);
    AccountPage page(session);
    page.resize(1440, 900);
    page.show();
    waitUntil([&] { return page.isVisible(); });
    std::printf("%-44s %8s %10s %10s\n", "ms of processor time a turn", "turns", "99.9 %", "longest");
    use(session, page);
    const bool isWhole = cameWhole(session.loader().outcome());
    session.loader().stop();
    if (!isWhole)
        return std::nullopt;
    m_turns.setUsed(m_all);
    report("all of it");
    if (!m_hasOffered)
        std::fprintf(stderr, "the filter's field offered nothing\n");
    return m_hasOffered && m_turns.usedMs(1) <= mostMs && m_turns.usedMs(nearlyAll) <= mostOfNearlyAllMs;
}

void Bench::use(AccountSession &session, AccountPage &page)
{
    RowsModel &model = session.servers();
    RowsView &view = *page.rows(serversTable).view();
    const auto isArranged = [&] { return !model.isArranging(); };
    measure(
        "listed", [&] { session.loader().start(); },
        [&] { return session.loader().areListsOver(serversTable) && isArranged(); });
    // Details arrive from here on.
    measure(
        "sorted by memory", [&] { model.sort(ServerColumn::MemoryGb, Qt::DescendingOrder); }, isArranged);
    typeFilter(page.rows(serversTable), u"host12"_s);
    measure(
        "filter cleared", [&] { page.rows(serversTable).setFilter({}); }, isArranged);
    measure(
        "grouped by tag", [&] { page.rows(serversTable).setGroup(ServerColumn::Tags); }, isArranged);
    measure(
        "all groups opened", [&] { view.openAll(); }, [] { return true; });
    measure(
        "all selected", [&] { view.selectAll(); }, [] { return true; });
    measure(
        "put in another order", [&] { model.sort(ServerColumn::Fqdn, Qt::DescendingOrder); }, isArranged);
    measure(
        "down key after all selected", [&] { press(view, Qt::Key_Down, false); }, isArranged);
    view.clearSelection();
    measure(
        "the rest of the details", [] {}, [&] { return !session.loader().isRunning() && isArranged(); });
    holdDownKey(view);
    page.rows(serversTable).setGroup({});
    typeWithSuggestions(session, page, u"ip:10"_s);
}

void Bench::typeFilter(RowsPage &page, const QString &filter)
{
    int typed = 0;
    QTimer keyboard;
    QObject::connect(&keyboard, &QTimer::timeout, &page, [&] {
        if (typed < filter.size())
            page.setFilter(filter.left(++typed));
    });
    measure(
        "filter typed", [&] { keyboard.start(std::chrono::milliseconds(120)); },
        [&] { return typed == filter.size() && !page.view()->rowsModel()->isArranging(); });
}

void Bench::typeWithSuggestions(AccountSession &session, AccountPage &page, const QString &filter)
{
    RowsPage &rows = page.rows(serversTable);
    const auto isQuiet = [&] {
        return !session.loader().isRunning() && !rows.view()->rowsModel()->isArranging();
    };
    rows.setFilter(filter); // which asks for all columns of its key
    waitUntil(isQuiet);
    rows.setFilter({});
    waitUntil(isQuiet);

    FilterEdit field(&page);
    field.setWords({}, [&rows](const QString &text, qsizetype cursor, const FilterEdit::Give &give) {
        rows.completeFilter(text, cursor, [give](const FilterCompletion &completion) {
            give({completion.from, completion.length, completion.words});
        });
    });
    QObject::connect(&field, &FilterEdit::filterChanged, &rows, &RowsPage::setFilter);
    field.show();
    page.activateWindow(); // without the focus it offers nothing
    field.setFocus();
    const auto *suggestions = page.findChild<QListWidget *>(u"suggestions"_s);
    int typed = 0;
    QTimer keyboard; // slower than the pause after which the field offers something
    QObject::connect(&keyboard, &QTimer::timeout, &field, [&] {
        m_hasOffered = m_hasOffered || (suggestions != nullptr && suggestions->isVisible());
        if (typed < filter.size()) {
            QKeyEvent typing(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, filter.mid(typed, 1));
            QCoreApplication::sendEvent(&field, &typing);
        }
        ++typed;
    });
    measure(
        "filter typed, suggestions open", [&] { keyboard.start(FilterEdit::pause + reading); },
        [&] { return typed > filter.size() && isQuiet(); });
}

void Bench::holdDownKey(RowsView &view)
{
    view.setFocus();
    view.setCurrentIndex(view.model()->index(0, 0));
    int pressed = 0;
    QTimer keyboard;
    QObject::connect(&keyboard, &QTimer::timeout, &view, [&] {
        press(view, Qt::Key_Down, pressed > 0);
        ++pressed;
    });
    measure(
        "down key held, details open", [&] { keyboard.start(keyDistance); }, [&] { return pressed >= keys; });
}

void Bench::measure(const char *what, const std::function<void()> &act, const std::function<bool()> &isDone)
{
    waitUntil([] { return true; }); // what came before is over
    m_turns.clear();
    QTimer::singleShot(0, &m_turns, act); // a turn of its own, as the person's click is
    bool isFirst = true;
    waitUntil([&] { return !std::exchange(isFirst, false) && isDone(); });
    waitUntil([] { return true; }); // and painted
    report(what);
    m_all += m_turns.used();
}

void Bench::report(const char *what)
{
    std::printf("%-44s %8lld %10.1f %10.1f\n", what, static_cast<long long>(m_turns.used().size()),
                m_turns.usedMs(nearlyAll), m_turns.usedMs(1));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int servers = arguments.value(1, u"100000"_s).toInt();
    const int pools = arguments.value(2, u"200"_s).toInt();
    const std::chrono::milliseconds latency(arguments.value(3, u"0"_s).toInt());
    const std::optional<bool> areShort = Bench(servers, pools, latency).run();
    if (!areShort)
        std::fprintf(stderr, "the account did not come whole\n");
    else if (!*areShort)
        std::fprintf(stderr, "a turn took more than %.0f ms, or one in a thousand more than %.0f\n", mostMs,
                     mostOfNearlyAllMs);
    return areShort.value_or(false) ? 0 : 1;
}
