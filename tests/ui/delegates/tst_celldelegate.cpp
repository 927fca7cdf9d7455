// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/celldelegate.h"
#include "inventory/cellvalue.h"
#include "inventory/columncatalogue.h"
#include "support/testmain.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyleOptionViewItem>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// That share of all there is; nobody knows where it will end.
Usage usedUp(double share)
{
    return {share, std::nullopt, StateMark::Unknown};
}

} // namespace

/// Paints single cells and looks where there is ink, and of which colour.
class CellDelegateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadingIsABarWhereTheValueWillStand_data();
    void loadingIsABarWhereTheValueWillStand();
    void nothingIsNothing();
    void activityHasAShape_data();
    void activityHasAShape();
    void wordsOfStatesAreNotBlack_data();
    void wordsOfStatesAreNotBlack();
    void oneMarkAFailedRow();
    void longTextIsCut();
    void groupsShowNameCountAndSum();
    void barsAreAsLongAsWhatIsUsed();
    void barsTakeTheColourOfAnAlarm();
    void aTickShowsWhereItWillEnd_data();
    void aTickShowsWhereItWillEnd();
    void theNumberStandsBesideTheBar();
    void barsAreMirrored();
    void textsReadAsTheyDoFromLeftToRight_data();
    void textsReadAsTheyDoFromLeftToRight();
    void narrowBarsLeaveRoomForTheNumber();
    void secondaryValuesAreMuted();
    void rowsFollowTheFont();
    void compactRowsAreLower();

private:
    struct Ink
    {
        QRect box;
        int darkest = 255;
    };

    QModelIndex cell(int column, const QString &text, std::optional<CellState> state);
    [[nodiscard]] Ink paint(const QModelIndex &index, Qt::LayoutDirection direction = Qt::LeftToRight) const;
    [[nodiscard]] static QImage render(const CellDelegate &delegate, const QModelIndex &index,
                                       Qt::LayoutDirection direction, QSize imageSize = size);
    [[nodiscard]] static Ink inkOf(const QImage &image);
    /// A pool's cell with a bar.
    [[nodiscard]] QImage bar(const Usage &usage, const QString &text = {},
                             Qt::LayoutDirection direction = Qt::LeftToRight, QSize imageSize = size);
    /// Where the bar stands in an image of the usual size.
    [[nodiscard]] static QRect barRect();
    /// How many points of the bar have the colour of its beginning.
    [[nodiscard]] static int filled(const QImage &image);

    static constexpr QSize size{240, 40};
    static constexpr int darkGrey = 50; // between the text's black, smoothed, and the muted tone

    QStandardItemModel m_model{1, ServerColumn::Count};
    CellDelegate m_delegate{serverCatalogue()};
    QStandardItemModel m_pools{1, PoolColumn::Count};
    CellDelegate m_poolDelegate{poolCatalogue()};
};

QModelIndex CellDelegateTest::cell(int column, const QString &text, std::optional<CellState> state)
{
    const QModelIndex index = m_model.index(0, column);
    m_model.setItemData(index, {});
    m_model.clearItemData(index);
    m_model.setData(index, text, Qt::DisplayRole);
    const bool isNumber = column == ServerColumn::FeeMonthUsd;
    m_model.setData(index, int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter),
                    Qt::TextAlignmentRole);
    if (state)
        m_model.setData(index, QVariant::fromValue(*state), CellStateRole);
    return index;
}

QImage CellDelegateTest::render(const CellDelegate &delegate, const QModelIndex &index,
                                Qt::LayoutDirection direction, QSize imageSize)
{
    QImage image(imageSize, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setLayoutDirection(direction); // as a view's
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.font = QApplication::font();
    option.fontMetrics = QFontMetrics(option.font);
    option.palette = QPalette(Qt::black, Qt::white, Qt::white, Qt::black, Qt::gray, Qt::black, Qt::white);
    option.state = QStyle::State_Enabled | QStyle::State_Active;
    option.direction = direction;
    delegate.paint(&painter, option, index);
    return image;
}

CellDelegateTest::Ink CellDelegateTest::inkOf(const QImage &image)
{
    Ink ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == qRgb(255, 255, 255))
                continue;
            ink.box |= QRect(x, y, 1, 1);
            ink.darkest = std::min(ink.darkest, qGray(image.pixel(x, y)));
        }
    }
    return ink;
}

CellDelegateTest::Ink CellDelegateTest::paint(const QModelIndex &index, Qt::LayoutDirection direction) const
{
    return inkOf(render(m_delegate, index, direction));
}

QImage CellDelegateTest::bar(const Usage &usage, const QString &text, Qt::LayoutDirection direction,
                             QSize imageSize)
{
    const QModelIndex index = m_pools.index(0, PoolColumn::UsedPercent);
    m_pools.clearItemData(index);
    m_pools.setData(index, text.isEmpty() ? u" "_s : text, Qt::DisplayRole);
    m_pools.setData(index, int(Qt::AlignLeft | Qt::AlignVCenter), Qt::TextAlignmentRole);
    m_pools.setData(index, QVariant::fromValue(usage), UsageRole);
    return render(m_poolDelegate, index, direction, imageSize);
}

QRect CellDelegateTest::barRect()
{
    const QFontMetrics metrics(QApplication::font());
    const int height = metrics.height() * 7 / 8;
    return {CellDelegate::padding(metrics), (size.height() - height) / 2,
            CellDelegate::usageBarWidth(metrics), height};
}

int CellDelegateTest::filled(const QImage &image)
{
    const QRect place = barRect();
    const QRgb fill = image.pixel(place.left() + 3, place.center().y());
    int points = 0;
    for (int x = place.left(); x <= place.right(); ++x)
        points += image.pixel(x, place.center().y()) == fill ? 1 : 0;
    return points;
}

void CellDelegateTest::loadingIsABarWhereTheValueWillStand_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("value");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<bool>("isAtRight");
    QTest::newRow("text") << int(ServerColumn::Os) << u"Debian 12"_s << Qt::LeftToRight << false;
    QTest::newRow("number") << int(ServerColumn::FeeMonthUsd) << u"412.50"_s << Qt::LeftToRight << true;
    QTest::newRow("text, mirrored") << int(ServerColumn::Os) << u"Debian 12"_s << Qt::RightToLeft << true;
    QTest::newRow("number, mirrored")
        << int(ServerColumn::FeeMonthUsd) << u"412.50"_s << Qt::RightToLeft << false;
}

void CellDelegateTest::loadingIsABarWhereTheValueWillStand()
{
    QFETCH(int, column);
    QFETCH(QString, value);
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(bool, isAtRight);
    for (const CellState state : {CellState::Loading, CellState::NotAsked}) {
        const QRect bar = paint(cell(column, {}, state), direction).box;
        const QRect text = paint(cell(column, value, CellState::Value), direction).box;
        QVERIFY(bar.isValid() && text.isValid());
        const int inset = CellDelegate::padding(QFontMetrics(QApplication::font()));
        const int barEdge = isAtRight ? size.width() - 1 - bar.right() : bar.left();
        const int textEdge = isAtRight ? size.width() - 1 - text.right() : text.left();
        QCOMPARE(barEdge, inset);
        QVERIFY2(qAbs(textEdge - inset) <= 2, "the bar does not stand where the text does"); // side bearing
        QVERIFY(bar.width() > inset && bar.width() < size.width() * 3 / 4);
        QVERIFY(bar.height() < text.height());
    }
}

void CellDelegateTest::nothingIsNothing()
{
    QVERIFY(!paint(cell(ServerColumn::Os, {}, CellState::Empty)).box.isValid());
    QVERIFY(!paint(cell(ServerColumn::Os, {}, CellState::Value)).box.isValid());
}

void CellDelegateTest::activityHasAShape_data()
{
    QTest::addColumn<StateMark>("activity");
    QTest::newRow("running") << StateMark::Running;
    QTest::newRow("stopped") << StateMark::Stopped;
    QTest::newRow("working") << StateMark::Working;
    QTest::newRow("neither") << StateMark::Plain;
}

void CellDelegateTest::activityHasAShape()
{
    QFETCH(StateMark, activity);
    const auto painted = [this](StateMark what) {
        const QModelIndex index = cell(ServerColumn::State, u"Word"_s, CellState::Value);
        m_model.setData(index, int(what), StateMarkRole);
        return paint(index);
    };
    const Ink unknown = painted(StateMark::Unknown);
    const Ink known = painted(activity);
    QVERIFY(known.box.left() < unknown.box.left());   // a shape stands before the word
    QCOMPARE(known.box.right(), unknown.box.right()); // which stays in its place
}

void CellDelegateTest::wordsOfStatesAreNotBlack_data()
{
    QTest::addColumn<CellState>("state");
    QTest::addColumn<bool>("isBlack");
    QTest::newRow("value") << CellState::Value << true;
    QTest::newRow("stale") << CellState::Stale << false;
    QTest::newRow("loading again") << CellState::Loading << false;
    QTest::newRow("refused") << CellState::Refused << false;
    QTest::newRow("failed") << CellState::Failed << false;
    QTest::newRow("gone") << CellState::Gone << false;
    QTest::newRow("private only") << CellState::Empty << false;
}

void CellDelegateTest::wordsOfStatesAreNotBlack()
{
    QFETCH(CellState, state);
    const Ink ink = paint(cell(ServerColumn::Os, u"HHH"_s, state));
    QTEST(ink.darkest < darkGrey, "isBlack");
}

/// The other cells that failed are as quiet as one that there is nothing to say of.
void CellDelegateTest::oneMarkAFailedRow()
{
    const QModelIndex index = cell(ServerColumn::Os, u"–"_s, CellState::Failed);
    const Ink offer = paint(index);
    const QSize offered = m_delegate.sizeHint({}, index);
    m_model.setData(index, true, IsRepeatedFailureRole);
    const Ink repeated = paint(index);
    QVERIFY(repeated.box.width() < offer.box.width()); // no mark
    QVERIFY(repeated.darkest >= darkGrey);
    QVERIFY(m_delegate.sizeHint({}, index).width() < offered.width());
}

void CellDelegateTest::longTextIsCut()
{
    const QRect box = paint(cell(ServerColumn::Notes, QString(100'000, u'm'), CellState::Value)).box;
    const int inset = CellDelegate::padding(QFontMetrics(QApplication::font()));
    QVERIFY(box.right() < size.width() - inset);
}

void CellDelegateTest::groupsShowNameCountAndSum()
{
    const QModelIndex name = cell(ServerColumn::Fqdn, u"dal10"_s, {});
    m_model.setData(name, true, IsGroupRole);
    const int nameAlone = paint(name).box.width();
    m_model.setData(name, u"402 servers"_s, GroupDetailRole);
    QVERIFY(paint(name).box.width() > nameAlone + 20);

    const QModelIndex sum = cell(ServerColumn::FeeMonthUsd, u"61,402.00"_s, {});
    m_model.setData(sum, true, IsGroupRole);
    const Ink ink = paint(sum);
    QVERIFY(ink.box.left() > size.width() / 2);
    QVERIFY(ink.darkest >= darkGrey); // muted
}

void CellDelegateTest::barsAreAsLongAsWhatIsUsed()
{
    const int whole = barRect().width();
    QVERIFY(qAbs(filled(bar(usedUp(0.25))) - whole / 4) <= 3); // rounded corners
    QVERIFY(qAbs(filled(bar(usedUp(0.5))) - whole / 2) <= 3);
    QVERIFY(qAbs(filled(bar(usedUp(1.0))) - whole) <= 3);
    QVERIFY(qAbs(filled(bar(usedUp(3.5))) - whole) <= 3); // more than all is all
    // Nothing used is still a bar, so that it is not taken for nothing known.
    const QImage empty = bar(usedUp(0));
    QVERIFY(inkOf(empty).box.isValid());
    QVERIFY(qAbs(filled(empty) - whole) <= 3);
    QVERIFY(empty.pixel(barRect().center()) != bar(usedUp(1.0)).pixel(barRect().center()));
}

void CellDelegateTest::barsTakeTheColourOfAnAlarm()
{
    const auto colourOf = [this](StateMark mark) {
        return QColor(bar({0.9, std::nullopt, mark}).pixel(barRect().left() + 3, barRect().center().y()));
    };
    const QColor within = colourOf(StateMark::Unknown);
    const QColor projected = colourOf(StateMark::ProjectedOver);
    const QColor over = colourOf(StateMark::Over);
    QVERIFY2(over.red() - over.green() > 40 && over.red() - over.blue() > 40, qPrintable(over.name()));
    QVERIFY2(projected.red() - projected.blue() > 40 && projected.green() > over.green(),
             qPrintable(projected.name()));
    QVERIFY2(within.red() - within.blue() < 10, qPrintable(within.name()));

    // Not by colour alone: a shape stands before the number.
    const QString text = u"104.5 %"_s;
    QVERIFY(inkOf(bar({1.045, std::nullopt, StateMark::Over}, text)).box.right() >
            inkOf(bar(usedUp(1.045), text)).box.right() + 5);
}

void CellDelegateTest::aTickShowsWhereItWillEnd_data()
{
    QTest::addColumn<double>("projected");
    QTest::addColumn<double>("share"); // of the bar
    QTest::newRow("later") << 0.75 << 0.75;
    QTest::newRow("nothing") << 0.0 << 0.0;
    QTest::newRow("all") << 1.0 << 1.0;
    QTest::newRow("more than all") << 1.41 << 1.0;
}

void CellDelegateTest::aTickShowsWhereItWillEnd()
{
    QFETCH(double, projected);
    QFETCH(double, share);
    const int above = barRect().top() - 1; // a tick is a little higher than its bar
    QVERIFY(inkOf(bar(usedUp(0.25))).box.top() > above);
    const QImage image = bar({0.25, projected});
    QList<int> places;
    for (int x = 0; x < image.width(); ++x) {
        if (image.pixel(x, above) != qRgb(255, 255, 255))
            places.append(x);
    }
    QVERIFY(!places.isEmpty() && places.size() <= 6);
    QVERIFY(places.constFirst() >= barRect().left());
    QVERIFY(places.constLast() <= barRect().right());
    const double wanted = barRect().left() + share * barRect().width();
    QVERIFY2(qAbs(places.constFirst() - wanted) <= static_cast<double>(places.size()) + 1,
             qPrintable(QString::number(places.constFirst())));
}

void CellDelegateTest::theNumberStandsBesideTheBar()
{
    const QFontMetrics metrics(QApplication::font());
    const QString text = u"38.0 %"_s;
    const Ink alone = inkOf(bar(usedUp(0.38)));
    QVERIFY(alone.box.right() <= barRect().right());
    const Ink ink = inkOf(bar(usedUp(0.38), text));
    const int begin = barRect().right() + 1 + CellDelegate::padding(metrics);
    QVERIFY2(qAbs(ink.box.right() - (begin + metrics.horizontalAdvance(text))) <= 2,
             qPrintable(QString::number(ink.box.right())));
    QVERIFY(ink.darkest < darkGrey);
}

void CellDelegateTest::barsAreMirrored()
{
    for (const Usage &usage : {usedUp(0.3), Usage{0.3, 0.8, StateMark::ProjectedOver}}) {
        const QImage left = bar(usage);
        const QImage right = bar(usage, {}, Qt::RightToLeft);
        const QRect place = barRect();
        const int y = place.center().y();
        for (int x = place.left() + 3; x < place.right() - 3; ++x) {
            if (left.pixel(x, y) != right.pixel(size.width() - 1 - x, y))
                QFAIL(qPrintable(QString::number(x)));
        }
    }
    const Ink ink = inkOf(bar(usedUp(0.3), u"30.0 %"_s, Qt::RightToLeft));
    QVERIFY(ink.box.right() <= size.width() - 1 - barRect().left());
    QVERIFY(ink.box.left() < size.width() - 1 - barRect().right());
}

void CellDelegateTest::textsReadAsTheyDoFromLeftToRight_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u"12 servers"_s, u"78.4 % used"_s, u"≥ 1,204.90"_s, u"3/14/26 9:05 AM"_s, u"web-01 (old)"_s})
        QTest::newRow(qPrintable(text)) << text;
}

/// In a window from right to left texts begin at the right; what they say keeps its order.
void CellDelegateTest::textsReadAsTheyDoFromLeftToRight()
{
    QFETCH(const QString, text);
    const auto inked = [&](Qt::LayoutDirection direction) {
        const QImage image = render(m_delegate, cell(ServerColumn::Os, text, CellState::Value), direction);
        return image.copy(inkOf(image).box);
    };
    const QImage usual = inked(Qt::LeftToRight);
    QVERIFY(!usual.isNull());
    QCOMPARE(inked(Qt::RightToLeft), usual);
}

void CellDelegateTest::narrowBarsLeaveRoomForTheNumber()
{
    const QSize narrow(barRect().width(), size.height());
    const QImage image = bar(usedUp(1.0), u"104.5 %"_s, Qt::LeftToRight, narrow);
    const QRgb fill = image.pixel(barRect().left() + 3, barRect().center().y());
    int end = 0;
    for (int x = 0; x < image.width(); ++x) {
        if (image.pixel(x, barRect().center().y()) == fill)
            end = x;
    }
    QVERIFY(end > narrow.width() / 4 && end <= narrow.width() / 2);
    QVERIFY(inkOf(image).box.right() > end); // some of the number
    QVERIFY(inkOf(image).box.right() < narrow.width() - 1);
}

void CellDelegateTest::secondaryValuesAreMuted()
{
    const auto darkest = [this](bool isSecondary) {
        const QModelIndex index = m_pools.index(0, PoolColumn::Over);
        m_pools.clearItemData(index);
        m_pools.setData(index, u"Within"_s, Qt::DisplayRole);
        m_pools.setData(index, int(Qt::AlignLeft | Qt::AlignVCenter), Qt::TextAlignmentRole);
        m_pools.setData(index, int(StateMark::Unknown), StateMarkRole);
        m_pools.setData(index, isSecondary, IsSecondaryRole);
        return inkOf(render(m_poolDelegate, index, Qt::LeftToRight)).darkest;
    };
    QVERIFY(darkest(false) < darkGrey);
    QVERIFY(darkest(true) >= darkGrey);
}

void CellDelegateTest::rowsFollowTheFont()
{
    QStyleOptionViewItem option;
    option.font = QApplication::font();
    const QModelIndex index = cell(ServerColumn::Os, u"Debian 12"_s, CellState::Value);
    const QSize normal = m_delegate.sizeHint(option, index);
    option.font.setPointSizeF(option.font.pointSizeF() * 2);
    const QSize large = m_delegate.sizeHint(option, index);
    QCOMPARE(normal.height(), 2 * QFontMetrics(QApplication::font()).height());
    QVERIFY(large.height() > normal.height() * 3 / 2);
    QVERIFY(large.width() > normal.width() * 3 / 2);
}

/// About 22 pixels in place of 34 where a line of text has 17; all of a cell still fits.
void CellDelegateTest::compactRowsAreLower()
{
    QStyleOptionViewItem option;
    option.font = QApplication::font();
    const QModelIndex index = cell(ServerColumn::Os, u"Debian 12"_s, CellState::Value);
    CellDelegate delegate(serverCatalogue());
    const QSize comfortable = delegate.sizeHint(option, index);
    delegate.setDensity(RowDensity::Compact);
    const QSize compact = delegate.sizeHint(option, index);
    const QFontMetrics metrics(option.font);
    QCOMPARE(compact.width(), comfortable.width());
    QCOMPARE(compact.height(), metrics.height() * 13 / 10);
    QVERIFY(compact.height() > metrics.height());
    QVERIFY(metrics.height() * 7 / 8 + 2 < compact.height()); // a bar with its tick
}

LAYERSCOPE_TEST(QTEST_MAIN, CellDelegateTest)
#include "tst_celldelegate.moc"
