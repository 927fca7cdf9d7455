// SPDX-License-Identifier: GPL-3.0-or-later
// Icons that are looked up when they are first drawn: each draws something, sharp, in the palette's colours.
#include "support/testmain.h"
#include "widgets/icons.h"

#include <QGuiApplication>
#include <QImage>
#include <QPalette>
#include <QTest>

using namespace layerscope;

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsEachName_data();
    void drawsEachName();
    void isSharpOnALargeScale();
    void followsThePalette();
};

namespace {

/// Of the most opaque pixel.
QColor inkOf(const QImage &image)
{
    QColor ink(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor pixel = image.pixelColor(x, y); pixel.alpha() > ink.alpha())
                ink = pixel;
        }
    }
    return ink;
}

} // namespace

void TestIcons::drawsEachName_data()
{
    QTest::addColumn<IconName>("name");
    QTest::newRow("account") << IconName::Account;
    QTest::newRow("refresh") << IconName::Refresh;
    QTest::newRow("stop") << IconName::Stop;
    QTest::newRow("search") << IconName::Search;
    QTest::newRow("clear") << IconName::Clear;
    QTest::newRow("columns") << IconName::Columns;
    QTest::newRow("group") << IconName::Group;
    QTest::newRow("export") << IconName::Export;
    QTest::newRow("copy") << IconName::Copy;
    QTest::newRow("warning") << IconName::Warning;
}

void TestIcons::drawsEachName()
{
    QFETCH(const IconName, name);
    const QIcon icon = iconOf(name);
    QVERIFY(!icon.isNull());
    const QPixmap pixmap = icon.pixmap(16, 16);
    QCOMPARE(pixmap.size(), QSize(16, 16));
    QCOMPARE_GT(inkOf(pixmap.toImage()).alpha(), 100);
}

void TestIcons::isSharpOnALargeScale()
{
    const QPixmap pixmap = iconOf(IconName::Search).pixmap(QSize(16, 16), 2);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
}

void TestIcons::followsThePalette()
{
    const QPalette usual = QGuiApplication::palette();
    const QIcon icon = iconOf(IconName::Clear);
    for (const QColor &colour : {QColor(0x20, 0x30, 0x40), QColor(0xe0, 0xd0, 0xc0)}) {
        QPalette palette = usual;
        palette.setColor(QPalette::ButtonText, colour);
        QGuiApplication::setPalette(palette);
        const QColor ink = inkOf(icon.pixmap(16, 16).toImage());
        QCOMPARE_LT(std::abs(ink.red() - colour.red()), 3);
        QCOMPARE_LT(std::abs(ink.blue() - colour.blue()), 3);
    }
    QGuiApplication::setPalette(usual);
}

LAYERSCOPE_TEST(QTEST_MAIN, TestIcons)
#include "tst_icons.moc"
