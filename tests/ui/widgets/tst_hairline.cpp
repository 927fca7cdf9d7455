// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/hairline.h"

#include "support/testmain.h"

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class HairlineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEquallyThickEverywhere_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("points");
        QTest::newRow("100 %") << 1.0 << 1;
        QTest::newRow("125 %") << 1.25 << 1;
        QTest::newRow("150 %") << 1.5 << 1;
        QTest::newRow("175 %") << 1.75 << 1;
        QTest::newRow("200 %") << 2.0 << 2;
        QTest::newRow("300 %") << 3.0 << 3;
    }

    /// One below each row of a table, for instance.
    void isEquallyThickEverywhere()
    {
        QFETCH(const double, scale);
        QFETCH(const int, points);
        for (const Qt::Edge edge : {Qt::TopEdge, Qt::BottomEdge, Qt::LeftEdge, Qt::RightEdge}) {
            for (int place = 0; place < 20; ++place) {
                const bool isUpright = edge == Qt::LeftEdge || edge == Qt::RightEdge;
                const QRect area = isUpright ? QRect(place, 0, 33, 60) : QRect(0, place, 60, 33);
                const QImage image = paintedIn(area, edge, scale);
                const auto isInked = [&](int at) {
                    return isUpright ? isBlack(image, at, image.height() / 2)
                                     : isBlack(image, image.width() / 2, at);
                };
                int inked = 0;
                int last = -1;
                for (int at = 0; at < image.width(); ++at) {
                    if (!isInked(at))
                        continue;
                    ++inked;
                    last = at;
                }
                QCOMPARE(inked, points);
                // Inside of the area, and along its edge.
                const bool isFirst = edge == Qt::LeftEdge || edge == Qt::TopEdge;
                QCOMPARE(last,
                         isFirst ? qRound(place * scale) + points - 1 : qRound((place + 33) * scale) - 1);
            }
        }
    }

    /// Nor does what is painted in the area behind it cover it.
    void isNotPaintedOver()
    {
        constexpr double scale = 1.25;
        QImage image = paper(scale);
        QPainter painter(&image);
        for (int row = 0; row < 3; ++row) {
            const QRect area(0, row * 17, 60, 17);
            painter.fillRect(area, Qt::gray);
            Hairline::paint(painter, area, Qt::BottomEdge, Qt::black);
        }
        painter.end();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y)
            inked += isBlack(image, 10, y) ? 1 : 0;
        QCOMPARE(inked, 3);
    }

    /// Widgets stand between the screen's points, too.
    void countsThePointsOfTheScreen()
    {
        QImage image = paper(1.25);
        QPainter painter(&image);
        painter.translate(0, 7);
        Hairline::paint(painter, QRect(0, 0, 60, 20), Qt::BottomEdge, Qt::black);
        painter.end();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y)
            inked += isBlack(image, 10, y) ? 1 : 0;
        QCOMPARE(inked, 1);
        QVERIFY(isBlack(image, 10, qRound(27 * 1.25) - 1));
    }

private:
    [[nodiscard]] static bool isBlack(const QImage &image, int x, int y)
    {
        return image.pixel(x, y) == qRgb(0, 0, 0);
    }

    [[nodiscard]] static QImage paper(double scale)
    {
        const int side = qRound(60 * scale);
        QImage image(side, side, QImage::Format_RGB32);
        image.setDevicePixelRatio(scale);
        image.fill(Qt::white);
        return image;
    }

    [[nodiscard]] static QImage paintedIn(const QRect &area, Qt::Edge edge, double scale)
    {
        QImage image = paper(scale);
        QPainter painter(&image);
        Hairline::paint(painter, area, edge, Qt::black);
        return image;
    }
};

LAYERSCOPE_TEST(QTEST_MAIN, HairlineTest)
#include "tst_hairline.moc"
