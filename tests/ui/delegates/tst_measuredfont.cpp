// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/measuredfont.h"
#include "support/testmain.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

#include <functional>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class MeasuredFontTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWidthsAsTheirFontDoes();
    void paintsAsAPainterDoes_data();
    void paintsAsAPainterDoes();
    void remembersNoMoreThanItMay();
};

void MeasuredFontTest::tellsWidthsAsTheirFontDoes()
{
    QFont bold = QApplication::font();
    bold.setBold(true);
    for (const QFont &font : {QApplication::font(), bold}) {
        const MeasuredFont measured(font);
        QCOMPARE(measured.font(), font);
        for (const QString &text : {u""_s, u"db01.example.com"_s, u"≥ 1 204"_s, u"name"_s, u"Name"_s}) {
            const int width = QFontMetrics(font).horizontalAdvance(text);
            QCOMPARE(measured.widthOf(text), width);
            QCOMPARE(measured.widthOf(text), width); // remembered
        }
    }
}

void MeasuredFontTest::paintsAsAPainterDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a name") << u"db01.example.com"_s;
    QTest::newRow("signs") << u"≥ 1 204 · $4,210.00 …"_s;
    QTest::newRow("from right to left") << u"שרת 12 (dal10)"_s;
    QTest::newRow("both ways") << u"db שרת 12"_s;
    QTest::newRow("several lines") << u"first\nsecond\tthird"_s;
    QTest::newRow("nothing") << QString();
}

/// To the dot, on screens of any scale, the first time and from memory.
void MeasuredFontTest::paintsAsAPainterDoes()
{
    QFETCH(const QString, text);
    QFont bold = QApplication::font();
    bold.setBold(true);
    for (const double ratio : {1.0, 1.25, 1.5, 1.75, 2.0}) {
        for (const int y : {24, 25, 26, 27}) {
            const QFont font = y % 2 == 0 ? bold : QApplication::font();
            const auto painted = [&](const std::function<void(QPainter &)> &paint) {
                QImage image(QSize(300, 40) * ratio, QImage::Format_RGB32);
                image.setDevicePixelRatio(ratio);
                image.fill(Qt::white);
                QPainter painter(&image);
                painter.setPen(Qt::darkBlue);
                paint(painter);
                painter.end();
                return image;
            };
            const MeasuredFont measured(font);
            const QImage expected = painted([&](QPainter &painter) {
                painter.setFont(font);
                painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
                painter.drawText(QPoint(7, y), text);
            });
            for (int time = 0; time < 2; ++time)
                QCOMPARE(painted([&](QPainter &painter) {
                             measured.paint(painter, {7, y}, text);
                         }),
                         expected);
        }
    }
    const MeasuredFont usual{QApplication::font()};
    for (const int width : {1, 20, 60, 1000})
        QCOMPARE(usual.elided(text, width),
                 QFontMetrics(QApplication::font()).elidedText(text, Qt::ElideRight, width));
}

void MeasuredFontTest::remembersNoMoreThanItMay()
{
    const MeasuredFont measured{QApplication::font()};
    const int digit = measured.widthOf(u"0"_s);
    for (int number = 0; number <= 2 * MeasuredFont::mostRemembered; ++number)
        QVERIFY(measured.widthOf(QString::number(number)) >= digit);
    QCOMPARE(measured.widthOf(u"0"_s), digit);
}

LAYERSCOPE_TEST(QTEST_MAIN, MeasuredFontTest)
#include "tst_measuredfont.moc"
