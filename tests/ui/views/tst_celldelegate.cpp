// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/celldelegate.h"
#include "inventory/cellvalue.h"
#include "inventory/columncatalogue.h"

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
    void longTextIsCut();
    void groupsShowNameCountAndSum();
    void rowsFollowTheFont();

private:
    struct Ink
    {
        QRect box;
        int darkest = 255;
    };

    QModelIndex cell(int column, const QString &text, std::optional<CellState> state);
    [[nodiscard]] Ink paint(const QModelIndex &index, Qt::LayoutDirection direction = Qt::LeftToRight) const;

    static constexpr QSize size{240, 40};
    static constexpr int darkGrey = 50; // between the text's black, smoothed, and the muted tone

    QStandardItemModel m_model{1, ServerColumn::Count};
    CellDelegate m_delegate;
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

CellDelegateTest::Ink CellDelegateTest::paint(const QModelIndex &index, Qt::LayoutDirection direction) const
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.font = QApplication::font();
    option.fontMetrics = QFontMetrics(option.font);
    option.palette = QPalette(Qt::black, Qt::white, Qt::white, Qt::black, Qt::gray, Qt::black, Qt::white);
    option.state = QStyle::State_Enabled | QStyle::State_Active;
    option.direction = direction;
    m_delegate.paint(&painter, option, index);
    painter.end();
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

QTEST_MAIN(CellDelegateTest)
#include "tst_celldelegate.moc"
