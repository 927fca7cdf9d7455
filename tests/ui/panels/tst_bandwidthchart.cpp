// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiclient.h"
#include "app/loaders/quickclock.h"
#include "demo/device.h"
#include "demo/simulatedserver.h"
#include "demo/wirevalues.h"
#include "models/cellformat.h"
#include "panels/bandwidthchart.h"
#include "panels/bandwidthpanel.h"
#include "panels/bandwidthtext.h"
#include "panels/chartmessage.h"
#include "support/testmain.h"
#include "widgets/tones.h"

#include <QNetworkProxy>
#include <QPushButton>
#include <QScopeGuard>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <optional>

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

QStringList namesOf(const BandwidthPlot *plot)
{
    QStringList names;
    for (const ChartLegend::Entry &entry : plot->drawing().legend())
        names += entry.text;
    return names;
}

std::optional<BandwidthDrawing::Line> lineOf(const BandwidthPlot *plot, const QString &beginning)
{
    for (const BandwidthDrawing::Line &line : plot->drawing().lines()) {
        if (line.name.startsWith(beginning))
            return line;
    }
    return std::nullopt;
}

QStringList textsOf(const QList<BandwidthPlot::Label> &labels)
{
    QStringList texts;
    for (const BandwidthPlot::Label &label : labels)
        texts += label.text;
    return texts;
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
    void farLimitsStandAtTheEdge();
    void farLimitsCanBeSeen();
    void axesSuitTheDays();
    void axesSuitTheWidth();
    void smallTrafficHasASmallUnit();
    void nothingSentStillHasAnAxis();
    void unknownDaysAreNoData();
    void unknownDaysCanBeSeen();
    void barsAndLinesAreDrawnWhereTheyAre();
    void levelsAreEquallyThick();
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
    const BandwidthDrawing &drawing = chart.plot()->drawing();
    QVERIFY(drawing.lines().isEmpty());
    QCOMPARE(drawing.bars().size(), 2);
    QCOMPARE(drawing.bars().at(0).amounts, QList<double>({10, 0, 30}));
    const QList<double> &in = drawing.bars().at(1).amounts;
    QVERIFY(qAbs(in.at(0) + 1) < 1e-6 && in.at(1) == 0 && qAbs(in.at(2) + 3) < 1e-6); // below the line
    QCOMPARE(namesOf(chart.plot()), QStringList({u"Out 40 GB"_s, u"In 4 GB"_s, u"No data"_s}));
}

void TestBandwidthChart::linesInDailyArePacesOfADay()
{
    BandwidthChart chart;
    chart.setContents(historyOf({10, 20, 30}), factsOf("930", "620"));
    const auto allocation = lineOf(chart.plot(), u"Allocation"_s);
    const auto projected = lineOf(chart.plot(), u"Projected"_s);
    QVERIFY(allocation && projected);
    QCOMPARE(allocation->points, QList<QPointF>({{-0.5, 30}, {31.5, 30}})); // 930 GB over 31 days
    QCOMPARE(projected->points, QList<QPointF>({{-0.5, 20}, {31.5, 20}}));
    QVERIFY(namesOf(chart.plot()).contains(u"Allocation 30 GB a day"_s));
    QVERIFY(namesOf(chart.plot()).contains(u"Projected 20 GB a day"_s));
    const auto dashesOf = [](const BandwidthDrawing::Line &line) {
        return penOf(line.mark, line.color).dashPattern();
    };
    QVERIFY(dashesOf(*allocation) != dashesOf(*projected));
}

void TestBandwidthChart::linesInCumulativeAddUp()
{
    BandwidthChart chart;
    chart.setContents(historyOf({10, -1, 30}), factsOf("100", "90"));
    chart.setMode(Mode::Cumulative);
    QCOMPARE(lineOf(chart.plot(), u"Out"_s)->points,
             QList<QPointF>({{-0.5, 0}, {0.5, 10}, {1.5, 10}, {2.5, 40}}));
    QCOMPARE(lineOf(chart.plot(), u"Projected"_s)->points, QList<QPointF>({{2.5, 40}, {31.5, 90}}));
    QCOMPARE(lineOf(chart.plot(), u"Allocation"_s)->points, QList<QPointF>({{-0.5, 100}, {31.5, 100}}));
    QVERIFY(chart.plot()->drawing().highest() >= 100);
    QCOMPARE(chart.plot()->drawing().lowest(), 0.0);
}

void TestBandwidthChart::farLimitsStandAtTheEdge()
{
    BandwidthChart chart;
    chart.setContents(historyOf({10, 20, 30}), factsOf("20000", ""));
    const auto edgeOf = [&chart](const QString &name) {
        const auto line = lineOf(chart.plot(), name);
        const bool isLevel = line && line->isAbove && line->points.size() == 2 &&
                             line->points.first().y() == line->points.last().y();
        return isLevel ? line->points.first().y() : -1;
    };
    // Above the traffic, and in sight, but not where it would press the traffic flat.
    QVERIFY(edgeOf(u"Allocation"_s) > 30);
    QVERIFY(edgeOf(u"Allocation"_s) < chart.plot()->drawing().highest());
    QVERIFY(namesOf(chart.plot()).contains(u"Allocation 645.2 GB a day (above)"_s));
    QVERIFY(chart.plot()->drawing().highest() < 40);
    // The higher one of both stands above the other.
    chart.setContents(historyOf({10, 20, 30}), factsOf("20000", "15000"));
    QVERIFY(edgeOf(u"Projected"_s) > 30);
    QVERIFY(edgeOf(u"Allocation"_s) > edgeOf(u"Projected"_s));
    chart.setContents(historyOf({10, 20, 30}), factsOf("15000", "20000"));
    QVERIFY(edgeOf(u"Allocation"_s) > 30);
    QVERIFY(edgeOf(u"Projected"_s) > edgeOf(u"Allocation"_s));
    // Sums are at their places early in a cycle, too.
    chart.setMode(Mode::Cumulative);
    chart.setContents(historyOf({10, 20, 30}), factsOf("1100", "620"));
    QCOMPARE(lineOf(chart.plot(), u"Allocation"_s)->points, QList<QPointF>({{-0.5, 1100}, {31.5, 1100}}));
    QCOMPARE(lineOf(chart.plot(), u"Projected"_s)->points, QList<QPointF>({{2.5, 60}, {31.5, 620}}));
    chart.setContents(historyOf({10, 20, 30}), factsOf("20000", "620"));
    QVERIFY(edgeOf(u"Allocation"_s) > 620);
    chart.setMode(Mode::Daily);
    // Pay as you go has no limit.
    chart.setContents(historyOf({10, 20, 30}), factsOf("0", ""));
    QCOMPARE(namesOf(chart.plot()), QStringList({u"Out 60 GB"_s, u"In 6 GB"_s}));
}

void TestBandwidthChart::farLimitsCanBeSeen()
{
    BandwidthChart chart;
    chart.resize(900, 400);
    chart.setContents(historyOf({10, 20, 30}), {});
    const BandwidthPlot *plot = chart.plot();
    const QImage without = chart.plot()->grab().toImage();
    chart.setContents(historyOf({10, 20, 30}), factsOf("20000", ""));
    const QImage with = chart.plot()->grab().toImage();
    QCOMPARE(with.size(), without.size()); // and the same scale: what differs is the limit
    const QRect area = plot->plotArea().toRect();
    const double depth = plot->plotArea().height() / (plot->drawing().highest() - plot->drawing().lowest()) *
                         (plot->drawing().highest() - lineOf(plot, u"Allocation"_s)->points.first().y());
    const auto differs = [&](int x, int top, int bottom) {
        for (int y = top; y < bottom; ++y) {
            if (with.pixel(x, y) != without.pixel(x, y))
                return true;
        }
        return false;
    };
    int ofLine = 0; // which has gaps
    QList<int> ofArrow;
    for (int x = area.left() + 1; x < area.right(); ++x) {
        ofLine += differs(x, area.top(), area.top() + int(depth) + 3) ? 1 : 0;
        if (differs(x, area.top(), area.top() + int(depth) - 1))
            ofArrow.append(x);
    }
    QVERIFY2(ofLine > area.width() / 2, qPrintable(QString::number(ofLine)));
    QVERIFY2(ofArrow.size() >= 3, qPrintable(QString::number(ofArrow.size())));
    QVERIFY(ofArrow.first() > area.right() - 2 * plot->fontMetrics().height());
    QVERIFY(ofArrow.last() - ofArrow.first() < plot->fontMetrics().height());
}

void TestBandwidthChart::axesSuitTheDays()
{
    BandwidthChart chart;
    chart.resize(900, 320);
    chart.setContents(historyOf({100, 250, 310}), {});
    QVERIFY(chart.grab().width() > 0);
    const BandwidthDrawing &drawing = chart.plot()->drawing();
    QCOMPARE(drawing.firstDay(), -0.5);
    QCOMPARE(drawing.lastDay(), 31.5); // the whole cycle, days to come included
    QCOMPARE(textsOf(chart.plot()->dayLabels()).first(), u"Jan 22"_s);
    QVERIFY(drawing.highest() > 310 && drawing.highest() < 340);
    QVERIFY(drawing.lowest() < -31 && drawing.lowest() > -40);
    QVERIFY(textsOf(chart.plot()->amountLabels()).contains(u"100"_s));
    QVERIFY(textsOf(chart.plot()->amountLabels()).contains(u"0"_s));
}

void TestBandwidthChart::axesSuitTheWidth()
{
    BandwidthChart chart;
    chart.setContents(historyOf(QList<double>(31, 5)), {});
    const BandwidthPlot *plot = chart.plot();
    for (const int width : {240, 300, 330, 900, 2000}) {
        chart.resize(width, 260);
        QVERIFY(chart.grab().width() > 0);
        const QList<BandwidthPlot::Label> labels = plot->dayLabels();
        QVERIFY(labels.size() >= 2);
        for (qsizetype i = 0; i < labels.size(); ++i) {
            const BandwidthPlot::Label &label = labels.at(i);
            const QString where =
                QStringLiteral("%1 at %2 of %3").arg(label.text).arg(label.place.left()).arg(width);
            // None is cut short, and none meets another one.
            QVERIFY2(label.place.width() >= plot->fontMetrics().horizontalAdvance(label.text),
                     qPrintable(where));
            QVERIFY2(QRectF(plot->rect()).contains(label.place), qPrintable(where));
            QVERIFY2(i == 0 || labels.at(i - 1).place.right() < label.place.left(), qPrintable(where));
            for (const BandwidthPlot::Label &amount : plot->amountLabels())
                QVERIFY2(!amount.place.intersects(label.place), qPrintable(where));
        }
    }
    QCOMPARE(plot->dayLabels().size(), 32); // at last each day has its own
}

void TestBandwidthChart::smallTrafficHasASmallUnit()
{
    BandwidthChart chart;
    chart.setContents(historyOf({0.01, 0.02}), {});
    QVERIFY(chart.plot()->drawing().unit().name == TrafficUnit::Name::Megabytes);
    QVERIFY(qAbs(chart.plot()->drawing().bars().at(0).amounts.at(1) - 20.48) < 1e-3);
}

void TestBandwidthChart::nothingSentStillHasAnAxis()
{
    BandwidthChart chart;
    chart.setContents(historyOf({0, 0}), factsOf("250", "0"));
    QVERIFY(chart.plot()->drawing().highest() > chart.plot()->drawing().lowest());
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
    const QRectF plot = chart.plot()->plotArea();
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

void TestBandwidthChart::barsAndLinesAreDrawnWhereTheyAre()
{
    BandwidthChart chart;
    chart.resize(900, 400);
    chart.setContents(historyOf({10, 0, 30}), factsOf("930", ""));
    const BandwidthPlot *plot = chart.plot();
    QImage image = chart.plot()->grab().toImage();
    const auto isAt = [&](const QColor &color, double day, double amount) {
        const BandwidthDrawing &drawing = plot->drawing();
        const QRectF area = plot->plotArea();
        const double x = area.left() + area.width() * (day + 0.5) / 32;
        const double y = area.bottom() -
                         area.height() * (amount - drawing.lowest()) / (drawing.highest() - drawing.lowest());
        for (const int beside : {-1, 0, 1}) { // a line may lie between two rows of pixels
            if (image.pixel(int(x), int(y) + beside) == color.rgb())
                return true;
        }
        return false;
    };
    const Tones tones = Tones::on(chart.palette().color(QPalette::Window), chart.palette());
    const QColor in = plot->drawing().bars().at(1).color;
    // No line of the grid is at any of these.
    QVERIFY(isAt(tones.accent, 0, 3));
    QVERIFY(isAt(tones.background, 0, 13));
    QVERIFY(isAt(tones.background, 0.48, 3)); // days do not meet
    QVERIFY(isAt(tones.background, 1, 3));
    QVERIFY(isAt(tones.accent, 2, 3));
    QVERIFY(isAt(tones.accent, 2, 27));
    QVERIFY(isAt(tones.background, 3, 3));
    QVERIFY(isAt(in, 2, -1.3));
    QVERIFY(isAt(tones.background, 0, -1.3));
    QVERIFY(isAt(tones.muted, 20, 0)); // the line of zero
    bool isAllocationDrawn = false;
    for (double day = 10; day < 11; day += 0.05) // it has gaps
        isAllocationDrawn = isAllocationDrawn || isAt(tones.text, day, 30);
    QVERIFY(isAllocationDrawn);

    chart.setContents(historyOf({10, 0, 30}), {});
    chart.setMode(Mode::Cumulative);
    image = chart.plot()->grab().toImage();
    QVERIFY(isAt(tones.accent, 1, 10)); // nothing was added on that day
    QVERIFY(isAt(tones.accent, 2, 25)); // half of 30 more
    QVERIFY(isAt(tones.background, 2, 13));
    QVERIFY(isAt(tones.background, 3, 37)); // nor does it go on into days to come
}

/// Where a point of the program is one and a quarter of the screen, too.
void TestBandwidthChart::levelsAreEquallyThick()
{
    constexpr double scale = 1.25;
    BandwidthChart chart;
    chart.resize(900, 400);
    chart.setContents(historyOf({100}), {});
    QVERIFY(chart.grab().width() > 0);
    BandwidthPlot *plot = chart.plot();
    QImage image(plot->size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    plot->render(&image);
    const QRgb background = chart.palette().color(QPalette::Window).rgb();
    const int x = int((plot->plotArea().right() - 5) * scale); // days to come
    QVERIFY(plot->amountLabels().size() > 2);
    for (const BandwidthPlot::Label &label : plot->amountLabels()) {
        const int middle = int(label.place.center().y() * scale);
        int points = 0;
        for (int y = std::max(0, middle - 5); y < std::min(image.height(), middle + 6); ++y)
            points += image.pixel(x, y) != background ? 1 : 0;
        QVERIFY2(points == 1, qPrintable(u"%1: %2"_s.arg(label.text).arg(points)));
    }
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
    const QRectF area = plot->plotArea();
    const double width = area.width() / 32;
    const auto move = [&](double day) {
        QTest::mouseMove(plot, QPointF(area.left() + (day + 0.5) * width, area.center().y()).toPoint());
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
    QCOMPARE(chart.plot()->drawing().bars().first().color, tones.accent);
    QCOMPARE(lineOf(chart.plot(), u"Projected"_s)->color, tones.amber); // it will be over
    QCOMPARE(chart.legend()->entries().first().color, tones.accent);
    const QImage image = chart.plot()->grab().toImage();
    QCOMPARE(image.pixelColor(0, image.height() - 1), QColor(0x2a2e32));
    // A label is painted as muted as it can be read, and not as strong as text.
    const QRect label = chart.plot()->amountLabels().constLast().place.toAlignedRect();
    double strongest = 0;
    for (int x = label.left(); x <= label.right(); ++x) {
        for (int y = label.top(); y <= label.bottom(); ++y)
            strongest = std::max(strongest, Tones::contrast(image.pixelColor(x, y), tones.background));
    }
    QVERIFY(strongest > 2);
    QVERIFY(strongest < Tones::contrast(tones.muted, tones.background) + 0.1);
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
    const BandwidthDrawing &drawing = panel.chart()->plot()->drawing();
    for (const double value : drawing.bars().first().amounts)
        sum += value * drawing.unit().bytes;
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

    // In the one style of times that the program has, also where a locale would add seconds.
    const auto back = qScopeGuard([usual = QLocale()] { QLocale::setDefault(usual); });
    QLocale::setDefault(QLocale::c());
    panel.reload();
    QTRY_VERIFY_WITH_TIMEOUT(panel.loader().state() == State::Value, patience);
    QCOMPARE(panel.footnote(),
             QString(u"As of "_s + CellFormat::moment(panel.loader().asOf(), answers.clock.utcNow())));
    QVERIFY2(panel.footnote().count(u':') == 1, qPrintable(panel.footnote()));
}

LAYERSCOPE_TEST(QTEST_MAIN, TestBandwidthChart)
#include "tst_bandwidthchart.moc"
