// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiclient.h"
#include "app/loaders/quickclock.h"
#include "demo/device.h"
#include "demo/simulatedserver.h"
#include "demo/wirevalues.h"
#include "panels/bandwidthchart.h"
#include "panels/bandwidthpanel.h"
#include "panels/bandwidthtext.h"
#include "panels/chartmessage.h"
#include "support/testmain.h"
#include "widgets/tones.h"

#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsTextItem>
#include <QLineSeries>
#include <QNetworkProxy>
#include <QPushButton>
#include <QStackedBarSeries>
#include <QTest>
#include <QToolButton>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;
using Mode = BandwidthPlot::Mode;
using State = BandwidthHistoryLoader::State;

namespace {

constexpr int patience = 60'000; // ms; sanitizers are slow
constexpr qint64 day = 86'400'000;
constexpr qint64 firstDay = demo::cycleStart * 1000 / day * day;

qint64 gb(double amount)
{
    return static_cast<qint64>(amount * bytesPerGb);
}

/// Days of a cycle of 31 days in GB out; a tenth of it comes in. Below 0: unknown.
BandwidthHistory historyOf(const QList<double> &outGb)
{
    BandwidthHistory history;
    history.cycle = {{demo::cycleStart * 1000}, {demo::cycleStart * 1000 + 31 * day}};
    for (qsizetype i = 0; i < outGb.size(); ++i) {
        BandwidthDay entry{{firstDay + i * day}, {}, {}};
        if (outGb.at(i) >= 0) {
            entry.outBytes = gb(outGb.at(i));
            entry.inBytes = gb(outGb.at(i) / 10);
        }
        history.days.append(entry);
    }
    return history;
}

UsageFacts factsOf(const char *allocation, const char *projected, const char *out = "")
{
    const auto decimal = [](const char *text) { return Decimal::fromText(QString::fromLatin1(text)); };
    return {decimal(allocation), decimal(projected), decimal(out), {}, {}};
}

QList<double> valuesOf(const QBarSet *set)
{
    QList<double> values;
    for (int i = 0; i < set->count(); ++i)
        values += set->at(i);
    return values;
}

QStringList namesOf(const BandwidthPlot *plot)
{
    QStringList names;
    for (const ChartLegend::Entry &entry : plot->legend())
        names += entry.text;
    return names;
}

QLineSeries *lineOf(const BandwidthPlot *plot, const QString &beginning)
{
    for (QAbstractSeries *series : plot->chart()->series()) {
        auto *line = qobject_cast<QLineSeries *>(series);
        if (line && line->name().startsWith(beginning))
            return line;
    }
    return nullptr;
}

QCategoryAxis *axisOf(const BandwidthPlot *plot, Qt::Orientation orientation)
{
    return qobject_cast<QCategoryAxis *>(plot->chart()->axes(orientation).constFirst());
}

/// With blanks that may break.
QString plain(QString text)
{
    return text.replace(QChar(QChar::Nbsp), u' ');
}

class Answers
{
public:
    explicit Answers(FaultPlan plan = {})
        : server(300)
    {
        if (!server.start())
            qFatal("no port for the demo account");
        setFaults(std::move(plan));
        client = std::make_unique<ApiClient>(
            Connection{server.restUrl(),
                       {Credentials::Scheme::Basic, server.userName(), server.apiKey()},
                       QNetworkProxy(QNetworkProxy::NoProxy)},
            clock);
    }
    void setFaults(FaultPlan plan)
    {
        plan.callsPerSecond = 0;
        server.setFaultPlan(plan);
    }
    [[nodiscard]] demo::Device busy(demo::DeviceKind kind) const
    {
        for (int index = 0;; ++index) {
            const demo::Device device(server.account().shape(), kind, index);
            if (device.outboundPublic().value_or(0) > 100'000 && device.hasBillingItem())
                return device;
        }
    }
    [[nodiscard]] RowKey busyServer() const
    {
        return {RowKind::BareMetal, busy(demo::DeviceKind::Hardware).id()};
    }

    SimulatedServer server;
    QuickClock clock;
    std::unique_ptr<ApiClient> client;
};

} // namespace

class TestBandwidthChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void barsHoldTheDays();
    void linesInDailyArePacesOfADay();
    void linesInCumulativeAddUp();
    void farLimitsAreNamedOnly();
    void axesSuitTheDays();
    void axesSuitTheWidth();
    void smallTrafficHasASmallUnit();
    void nothingSentStillHasAnAxis();
    void unknownDaysAreNoData();
    void unknownDaysCanBeSeen();
    void keysChooseADay();
    void mouseChoosesADay();
    void modesCanBeChosen();
    void legendWrapsAndTellsWithoutColour();
    void followsThePalette();
    void numbersAndSummaries();

    void panelLoadsAServer();
    void panelLoadsAPool();
    void panelDrawsNewFactsWithoutNewCalls();
    void panelSaysWhatStandsInTheWay();
    void panelCanBeCleared();
    void panelTellsOldFromNew();
};

void TestBandwidthChart::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestBandwidthChart::barsHoldTheDays()
{
    BandwidthChart chart;
    chart.setContents(historyOf({10, -1, 30}), {});
    const QList<QAbstractSeries *> series = chart.plot()->chart()->series();
    QCOMPARE(series.size(), 1);
    const auto *bars = qobject_cast<QStackedBarSeries *>(series.first());
    QVERIFY(bars);
    QCOMPARE(valuesOf(bars->barSets().at(0)), QList<double>({10, 0, 30}));
    const QList<double> in = valuesOf(bars->barSets().at(1));
    QVERIFY(qAbs(in.at(0) + 1) < 1e-6 && in.at(1) == 0 && qAbs(in.at(2) + 3) < 1e-6); // below the line
    QCOMPARE(namesOf(chart.plot()), QStringList({u"Out 40 GB"_s, u"In 4 GB"_s, u"No data"_s}));
}

void TestBandwidthChart::linesInDailyArePacesOfADay()
{
    BandwidthChart chart;
    chart.setContents(historyOf({10, 20, 30}), factsOf("930", "620"));
    const QLineSeries *allocation = lineOf(chart.plot(), u"Allocation"_s);
    const QLineSeries *projected = lineOf(chart.plot(), u"Projected"_s);
    QVERIFY(allocation && projected);
    QCOMPARE(allocation->points(), QList<QPointF>({{-0.5, 30}, {31.5, 30}})); // 930 GB over 31 days
    QCOMPARE(projected->points(), QList<QPointF>({{-0.5, 20}, {31.5, 20}}));
    QVERIFY(namesOf(chart.plot()).contains(u"Allocation 30 GB a day"_s));
    QVERIFY(namesOf(chart.plot()).contains(u"Projected 20 GB a day"_s));
    QVERIFY(allocation->pen().dashPattern() != projected->pen().dashPattern());
}

void TestBandwidthChart::linesInCumulativeAddUp()
{
    BandwidthChart chart;
    chart.setContents(historyOf({10, -1, 30}), factsOf("100", "90"));
    chart.setMode(Mode::Cumulative);
    QCOMPARE(lineOf(chart.plot(), u"Out"_s)->points(),
             QList<QPointF>({{-0.5, 0}, {0.5, 10}, {1.5, 10}, {2.5, 40}}));
    QCOMPARE(lineOf(chart.plot(), u"Projected"_s)->points(), QList<QPointF>({{2.5, 40}, {31.5, 90}}));
    QCOMPARE(lineOf(chart.plot(), u"Allocation"_s)->points(), QList<QPointF>({{-0.5, 100}, {31.5, 100}}));
    QVERIFY(axisOf(chart.plot(), Qt::Vertical)->max() >= 100);
    QCOMPARE(axisOf(chart.plot(), Qt::Vertical)->min(), 0.0);
}

void TestBandwidthChart::farLimitsAreNamedOnly()
{
    BandwidthChart chart;
    chart.setContents(historyOf({10, 20, 30}), factsOf("20000", ""));
    QVERIFY(!lineOf(chart.plot(), u"Allocation"_s));
    QVERIFY(namesOf(chart.plot()).contains(u"Allocation 645.2 GB a day (above)"_s));
    QVERIFY(axisOf(chart.plot(), Qt::Vertical)->max() < 40);
    // Pay as you go has no limit.
    chart.setContents(historyOf({10, 20, 30}), factsOf("0", ""));
    QCOMPARE(namesOf(chart.plot()), QStringList({u"Out 60 GB"_s, u"In 6 GB"_s}));
}

void TestBandwidthChart::axesSuitTheDays()
{
    BandwidthChart chart;
    chart.resize(900, 320);
    chart.setContents(historyOf({100, 250, 310}), {});
    QVERIFY(chart.grab().width() > 0);
    QCategoryAxis *days = axisOf(chart.plot(), Qt::Horizontal);
    QCOMPARE(days->min(), -0.5);
    QCOMPARE(days->max(), 31.5); // the whole cycle, days to come included
    QCOMPARE(days->categoriesLabels().first(), u"Jan 22"_s);
    QCategoryAxis *amounts = axisOf(chart.plot(), Qt::Vertical);
    QVERIFY(amounts->max() > 310 && amounts->max() < 340);
    QVERIFY(amounts->min() < -31 && amounts->min() > -40);
    QVERIFY(amounts->categoriesLabels().contains(u"100"_s));
    QVERIFY(amounts->categoriesLabels().contains(u"0"_s));
}

void TestBandwidthChart::axesSuitTheWidth()
{
    BandwidthChart chart;
    chart.setContents(historyOf(QList<double>(31, 5)), {});
    for (const int width : {240, 300, 330, 900, 2000}) {
        chart.resize(width, 260);
        QVERIFY(chart.grab().width() > 0);
        QCoreApplication::sendPostedEvents(); // the axis is laid out once more
        QVERIFY(chart.grab().width() > 0);
        QStringList drawn;
        for (const QGraphicsItem *item : chart.plot()->scene()->items()) {
            if (const auto *text = qgraphicsitem_cast<const QGraphicsTextItem *>(item))
                drawn.append(text->toPlainText());
        }
        const QStringList labels = axisOf(chart.plot(), Qt::Horizontal)->categoriesLabels();
        QVERIFY(labels.size() >= 2);
        int needed = 0;
        for (const QString &label : labels)
            needed += chart.fontMetrics().horizontalAdvance(label);
        QVERIFY2(needed < width, qPrintable(labels.join(u' ')));
        for (const QString &label : labels)
            QVERIFY2(drawn.contains(label), qPrintable(drawn.join(u' '))); // none is cut short
    }
    QCOMPARE(axisOf(chart.plot(), Qt::Horizontal)->count(), 32); // at last each day has its own
}

void TestBandwidthChart::smallTrafficHasASmallUnit()
{
    BandwidthChart chart;
    chart.setContents(historyOf({0.01, 0.02}), {});
    QVERIFY(chart.plot()->unit().name == TrafficUnit::Name::Megabytes);
    const auto *bars = qobject_cast<QStackedBarSeries *>(chart.plot()->chart()->series().first());
    QVERIFY(qAbs(bars->barSets().at(0)->at(1) - 20.48) < 1e-3);
}

void TestBandwidthChart::nothingSentStillHasAnAxis()
{
    BandwidthChart chart;
    chart.setContents(historyOf({0, 0}), factsOf("250", "0"));
    QCategoryAxis *amounts = axisOf(chart.plot(), Qt::Vertical);
    QVERIFY(amounts->max() > amounts->min());
    chart.plot()->chooseDay(0);
    QCOMPARE(chart.readout(), u"Jan 22 · out 0 GB · in 0 GB"_s);
    chart.setContents({}, {}); // nor does nothing at all
    QVERIFY(chart.grab().width() > 0);
}

void TestBandwidthChart::unknownDaysAreNoData()
{
    BandwidthHistory history = historyOf({10, -1, 30});
    history.days[2].inBytes.reset();
    BandwidthChart chart;
    chart.setContents(history, {});
    chart.plot()->chooseDay(1);
    QCOMPARE(chart.readout(), u"Jan 23 · no data"_s);
    chart.plot()->chooseDay(2);
    QCOMPARE(chart.readout(), u"Jan 24 · out 30 GB · in no data"_s);
    chart.setMode(Mode::Cumulative);
    QCOMPARE(chart.readout(), u"By Jan 24 · out ≥ 40 GB · in ≥ 1 GB"_s);
    chart.plot()->chooseDay(0);
    QCOMPARE(chart.readout(), u"By Jan 22 · out 10 GB · in 1 GB"_s);
    chart.plot()->chooseDay(-1);
    QVERIFY(chart.plot()->accessibleDescription().contains(u"Days without data: 1."_s));
    QVERIFY(chart.plot()->accessibleDescription().contains(u"Most went out on Jan 24: 30 GB."_s));
}

void TestBandwidthChart::unknownDaysCanBeSeen()
{
    BandwidthChart chart;
    chart.resize(600, 300);
    // Two days with nothing sent, one of them known to be so.
    chart.setContents(historyOf({10, 0, -1}), {});
    const QImage image = chart.plot()->grab().toImage();
    const QRectF plot = chart.plot()->chart()->plotArea();
    const QColor background = chart.palette().color(QPalette::Window);
    const double width = plot.width() / 32;
    const auto isDrawn = [&](int column) {
        // Left to right through the upper part of the column, between lines of the grid.
        for (double y = plot.top() + 4; y < plot.top() + plot.height() / 2; ++y) {
            int drawn = 0;
            for (double x = plot.left() + column * width + 2; x < plot.left() + (column + 1) * width - 2; ++x)
                drawn += image.pixelColor(int(x), int(y)) != background ? 1 : 0;
            if (drawn > 0 && drawn < int(width) - 5)
                return true; // some, but not a whole line of the grid
        }
        return false;
    };
    QVERIFY(!isDrawn(1));
    QVERIFY(isDrawn(2));
    QVERIFY(!isDrawn(3)); // a day to come
}

void TestBandwidthChart::keysChooseADay()
{
    BandwidthChart chart;
    chart.resize(600, 300);
    chart.setContents(historyOf({10, 20, 30}), {});
    BandwidthPlot *plot = chart.plot();
    QTest::keyClick(plot, Qt::Key_Left);
    QCOMPARE(plot->chosenDay(), 2); // the latest first
    QCOMPARE(chart.readout(), u"Jan 24 · out 30 GB · in 3 GB"_s);
    QCOMPARE(plot->accessibleDescription(), chart.readout());
    QTest::keyClick(plot, Qt::Key_Left);
    QCOMPARE(plot->chosenDay(), 1);
    QTest::keyClick(plot, Qt::Key_Right);
    QTest::keyClick(plot, Qt::Key_Right);
    QCOMPARE(plot->chosenDay(), 2); // no day after today
    QTest::keyClick(plot, Qt::Key_Home);
    QCOMPARE(plot->chosenDay(), 0);
    QTest::keyClick(plot, Qt::Key_Left);
    QCOMPARE(plot->chosenDay(), 0);
    QTest::keyClick(plot, Qt::Key_End);
    QCOMPARE(plot->chosenDay(), 2);
    chart.setContents(historyOf({10, 20}), {});
    QCOMPARE(plot->chosenDay(), 1);
    QCOMPARE(chart.readout(), u"Jan 23 · out 20 GB · in 2 GB"_s);
}

void TestBandwidthChart::mouseChoosesADay()
{
    BandwidthChart chart;
    chart.resize(600, 300);
    chart.setContents(historyOf({10, 20, 30}), {});
    chart.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    BandwidthPlot *plot = chart.plot();
    const QRectF area = plot->chart()->plotArea();
    const double width = area.width() / 32;
    const auto move = [&](double day) {
        QTest::mouseMove(plot->viewport(),
                         plot->mapFromScene(area.left() + (day + 0.5) * width, area.center().y()));
    };
    move(1);
    QTRY_COMPARE(plot->chosenDay(), 1);
    move(5); // not yet
    QTRY_COMPARE(plot->chosenDay(), -1);
    QCOMPARE(chart.readout(), QString());
}

void TestBandwidthChart::modesCanBeChosen()
{
    BandwidthChart chart;
    chart.setContents(historyOf({10, 20, 30}), {});
    QVERIFY(chart.mode() == Mode::Daily);
    chart.findChild<QToolButton *>(u"bandwidthCumulative"_s)->click();
    QVERIFY(chart.mode() == Mode::Cumulative);
    QVERIFY(chart.plot()->mode() == Mode::Cumulative);
    QVERIFY(!chart.findChild<QToolButton *>(u"bandwidthDaily"_s)->isChecked());
    QVERIFY(lineOf(chart.plot(), u"Out"_s));
    chart.findChild<QToolButton *>(u"bandwidthDaily"_s)->click();
    QVERIFY(!lineOf(chart.plot(), u"Out"_s));
}

void TestBandwidthChart::legendWrapsAndTellsWithoutColour()
{
    BandwidthChart chart;
    chart.setContents(historyOf({10, -1, 30}), factsOf("930", "620"));
    ChartLegend *legend = chart.legend();
    QVERIFY(legend->heightForWidth(250) > legend->heightForWidth(1200));
    for (const Mode mode : {Mode::Daily, Mode::Cumulative}) {
        chart.setMode(mode);
        QList<ChartMark> marks;
        for (const ChartLegend::Entry &entry : legend->entries()) {
            QVERIFY(!marks.contains(entry.mark));
            marks.append(entry.mark);
        }
        QCOMPARE(marks.size(), 5);
    }
    QVERIFY(legend->accessibleName().contains(u"Allocation"_s));
}

void TestBandwidthChart::followsThePalette()
{
    BandwidthChart chart;
    chart.setContents(historyOf({10, 20, 30}), factsOf("930", "1000"));
    QPalette dark;
    dark.setColor(QPalette::Window, QColor(0x2a2e32));
    dark.setColor(QPalette::Base, QColor(0x1b1e20));
    dark.setColor(QPalette::Text, QColor(0xfcfcfc));
    dark.setColor(QPalette::WindowText, QColor(0xfcfcfc));
    dark.setColor(QPalette::Highlight, QColor(0x3daee9));
    chart.setPalette(dark);
    const Tones tones = Tones::on(QColor(0x2a2e32), dark);
    const auto *bars = qobject_cast<QStackedBarSeries *>(chart.plot()->chart()->series().first());
    QCOMPARE(bars->barSets().first()->color(), tones.accent);
    QCOMPARE(axisOf(chart.plot(), Qt::Vertical)->labelsBrush().color(), tones.muted);
    QCOMPARE(lineOf(chart.plot(), u"Projected"_s)->pen().color(), tones.amber); // it will be over
    QCOMPARE(chart.legend()->entries().first().color, tones.accent);
    const QImage image = chart.plot()->grab().toImage();
    QCOMPARE(image.pixelColor(0, image.height() - 1), QColor(0x2a2e32));
}

void TestBandwidthChart::numbersAndSummaries()
{
    const BandwidthText text;
    QCOMPARE(text.number(0), u"0"_s);
    QCOMPARE(text.number(2.5), u"2.5"_s);
    QCOMPARE(text.number(2.754), u"2.75"_s);
    QCOMPARE(text.number(9.999), u"10"_s);
    QCOMPARE(text.number(980.44), u"980.4"_s);
    QCOMPARE(text.number(999.96), u"1,000"_s);
    QCOMPARE(text.number(1336.7), u"1,337"_s);
    QCOMPARE(text.amount(640 * 1024.0), u"0.63 MB"_s);
    QCOMPARE(text.amount(64 * 1024.0), u"64 KB"_s);

    QCOMPARE(plain(text.summary(factsOf("20000", "1337", "980.4"), {})),
             u"980.4 GB out · projected 1,337 GB · of 20,000 GB"_s);
    QCOMPARE(plain(text.summary(factsOf("0", "", "980.4"), {})), u"980.4 GB out · pay as you go"_s);
    QCOMPARE(plain(text.summary({}, historyOf({10, 20}))), u"30 GB out, summed by day"_s);
    QCOMPARE(plain(text.summary({}, historyOf({10, -1}))), u"≥ 10 GB out, summed by day"_s);
    QCOMPARE(text.summary({}, {}), QString());
    // What the table says in gigabytes is not so many megabytes here.
    QCOMPARE(text.total(640 * 1024.0 * 1024), u"0.63 GB"_s);
    QCOMPARE(text.total(52 * 1024.0 * 1024), u"0.05 GB"_s);
    QCOMPARE(text.total(1024.0), u"< 0.01 GB"_s);
    QCOMPARE(text.total(0), u"0 GB"_s);
    QCOMPARE(plain(text.summary(factsOf("5000", "0.09", "0.04"), {})),
             u"0.04 GB out · projected 0.09 GB · of 5,000 GB"_s);
    QCOMPARE(BandwidthText(QLocale(QLocale::German)).day({firstDay}), u"22 Jan."_s);
}

void TestBandwidthChart::panelLoadsAServer()
{
    Answers answers;
    const demo::Device device = answers.busy(demo::DeviceKind::Hardware);
    BandwidthPanel panel(*answers.client);
    QVERIFY(!panel.showsChart());
    panel.showServer({RowKind::BareMetal, device.id()}, factsOf("20000", "1337", "980.4"));
    QVERIFY(!panel.showsChart());
    QCOMPARE(panel.message()->sentence(), u"Loading the traffic by day …"_s);
    QCOMPARE(plain(panel.summary()), u"980.4 GB out · projected 1,337 GB · of 20,000 GB"_s); // known already
    QTRY_VERIFY_WITH_TIMEOUT(panel.showsChart(), patience);
    QVERIFY(panel.footnote().startsWith(u"As of "_s));

    double sum = 0;
    const auto *bars = qobject_cast<QStackedBarSeries *>(panel.chart()->plot()->chart()->series().first());
    for (const double value : valuesOf(bars->barSets().first()))
        sum += value * panel.chart()->plot()->unit().bytes;
    QCOMPARE(qRound64(sum / bytesPerGb * 100'000), *device.outboundPublic());
}

void TestBandwidthChart::panelLoadsAPool()
{
    Answers answers;
    BandwidthPanel panel(*answers.client);
    UsageFacts facts;
    facts.cycle = BillingCycle{{demo::cycleStart * 1000}, {demo::cycleStart * 1000 + 31 * day}};
    const SimulatedAccount &account = answers.server.account();
    int index = 0;
    while (account.poolValue(index, u"outboundPublicBandwidthUsage"_s).toString().size() < 4)
        ++index;
    panel.showPool(account.poolId(index), facts);
    QTRY_VERIFY_WITH_TIMEOUT(panel.showsChart(), patience);
    QVERIFY(plain(panel.summary()).endsWith(u" GB out, summed by day"_s)); // summed up from the days
}

void TestBandwidthChart::panelDrawsNewFactsWithoutNewCalls()
{
    Answers answers;
    BandwidthPanel panel(*answers.client);
    panel.showServer(answers.busyServer(), {});
    QTRY_VERIFY_WITH_TIMEOUT(panel.showsChart(), patience);
    const qsizetype calls = answers.server.log().calls().size();
    UsageFacts facts = factsOf("20000", "1337", "980.4");
    facts.cycle = panel.loader().history()->cycle;
    panel.showServer(answers.busyServer(), facts);
    QVERIFY(panel.loader().state() == State::Value);
    QCOMPARE(plain(panel.summary()), u"980.4 GB out · projected 1,337 GB · of 20,000 GB"_s);
    QCOMPARE(answers.server.log().calls().size(), calls);
}

void TestBandwidthChart::panelSaysWhatStandsInTheWay()
{
    Fault refused{Fault::Kind::RefusedRelation};
    refused.property = u"bandwidthData"_s;
    Answers answers({{refused}});
    BandwidthPanel panel(*answers.client);
    panel.showServer(answers.busyServer(), {});
    QTRY_VERIFY_WITH_TIMEOUT(panel.loader().state() == State::Refused, patience);
    QCOMPARE(panel.message()->sentence(), u"Your user may not see traffic."_s);
    QVERIFY(panel.message()->detail().contains(u"BANDWIDTH_MANAGE"_s));

    answers.setFaults({{{Fault::Kind::TruncatedJson}}});
    panel.showServer({RowKind::Virtual, answers.busy(demo::DeviceKind::Guest).id()}, {});
    QTRY_VERIFY_WITH_TIMEOUT(panel.loader().state() == State::Failed, patience);
    QCOMPARE(panel.message()->sentence(), u"The traffic could not be loaded."_s);
    answers.setFaults({});
    panel.message()->findChild<QPushButton *>(u"chartAction"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(panel.showsChart(), patience);

    // A server without public network has nothing that could be counted.
    int index = 0;
    while (!demo::Device(answers.server.account().shape(), demo::DeviceKind::Hardware, index).isPrivateOnly())
        ++index;
    panel.showServer({RowKind::BareMetal, answers.server.account().hardwareId(index)}, {});
    QTRY_VERIFY_WITH_TIMEOUT(panel.loader().state() == State::Value, patience);
    QVERIFY(!panel.showsChart());
    QVERIFY(panel.message()->sentence().startsWith(u"No data"_s));
}

void TestBandwidthChart::panelCanBeCleared()
{
    Answers answers;
    BandwidthPanel panel(*answers.client);
    panel.showServer(answers.busyServer(), factsOf("20000", "1337", "980.4"));
    panel.clear();
    QVERIFY(panel.loader().state() == State::Idle);
    QVERIFY(!panel.showsChart());
    QCOMPARE(plain(panel.summary()), QString());
    QCOMPARE(panel.message()->sentence(), QString());
}

void TestBandwidthChart::panelTellsOldFromNew()
{
    Answers answers;
    BandwidthPanel panel(*answers.client);
    panel.showServer(answers.busyServer(), {});
    QTRY_VERIFY_WITH_TIMEOUT(panel.showsChart(), patience);
    answers.setFaults({{{Fault::Kind::TruncatedJson}}});
    panel.reload();
    QVERIFY(panel.showsChart()); // what is known stays
    QCOMPARE(panel.footnote(), u"Refreshing …"_s);
    QTRY_VERIFY_WITH_TIMEOUT(panel.loader().state() == State::Failed, patience);
    QVERIFY(panel.showsChart());
    QVERIFY(panel.footnote().startsWith(u"Could not be refreshed."_s));
    answers.setFaults({});
    panel.findChild<QPushButton *>(u"bandwidthRetry"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(panel.loader().state() == State::Value, patience);
    QVERIFY(panel.footnote().startsWith(u"As of "_s));
}

LAYERSCOPE_TEST(QTEST_MAIN, TestBandwidthChart)
#include "tst_bandwidthchart.moc"
