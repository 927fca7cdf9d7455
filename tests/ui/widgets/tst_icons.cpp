// SPDX-License-Identifier: GPL-3.0-or-later
// Icons that are looked up when they are first drawn: each draws something, sharp, in the palette's colours.
#include "support/testmain.h"
#include "ui/ink.h"
#include "widgets/filteredit.h"
#include "widgets/icons.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPalette>
#include <QTemporaryDir>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsEachName_data();
    void drawsEachName();
    void isSharpOnALargeScale();
    void followsThePalette();
    void takesTheThemes();
    void leavesATheme();
    void ofAThemeForTheOtherPaletteIsOurOwn();
    void inAFieldIsOfItsText();
    void cleanup();

private:
    void makeTheme(const QString &name, const QColor &colour) const;

    const QPalette m_usual = QGuiApplication::palette();
    const QString m_usualTheme = QIcon::themeName();
    const QStringList m_usualPaths = QIcon::themeSearchPaths();
    QTemporaryDir m_themes;
};

void TestIcons::cleanup()
{
    QGuiApplication::setPalette(m_usual);
    QIcon::setThemeName(m_usualTheme);
    QIcon::setThemeSearchPaths(m_usualPaths);
}

/// One that has a square of this colour for a magnifier, and nothing else.
void TestIcons::makeTheme(const QString &name, const QColor &colour) const
{
    const QDir folder(m_themes.filePath(name));
    QVERIFY(folder.mkpath(u"16x16"_s));
    QFile index(folder.filePath(u"index.theme"_s));
    QVERIFY(index.open(QIODevice::WriteOnly));
    index.write("[Icon Theme]\nName=Test\nDirectories=16x16\n[16x16]\nSize=16\nType=Fixed\n");
    index.close();
    QImage square(16, 16, QImage::Format_ARGB32);
    square.fill(colour);
    QVERIFY(square.save(folder.filePath(u"16x16/edit-find.png"_s)));
    QIcon::setThemeSearchPaths({m_themes.path()});
    QIcon::setThemeName(name);
    QVERIFY(QIcon::hasThemeIcon(u"edit-find"_s));
}

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

void TestIcons::takesTheThemes()
{
    QGuiApplication::setPalette(paletteOf(m_usual, lightSurface, darkInk));
    const QColor themes(0xb0, 0x10, 0x10);
    makeTheme(u"red"_s, themes);
    QCOMPARE_LT(distance(inkOf(iconOf(IconName::Search).pixmap(16, 16).toImage()), themes), 4);
    // What it lacks is ours.
    QCOMPARE_LT(distance(inkOf(iconOf(IconName::Group).pixmap(16, 16).toImage()), darkInk), 6);
}

void TestIcons::leavesATheme()
{
    QGuiApplication::setPalette(paletteOf(m_usual, lightSurface, darkInk));
    const QColor first(0xb0, 0x10, 0x10);
    const QColor second(0x10, 0x10, 0xb0);
    makeTheme(u"first"_s, first);
    const QIcon icon = iconOf(IconName::Search);
    QCOMPARE_LT(distance(inkOf(icon.pixmap(16, 16).toImage()), first), 4);
    makeTheme(u"second"_s, second);
    QCOMPARE_LT(distance(inkOf(icon.pixmap(16, 16).toImage()), second), 4);
}

void TestIcons::ofAThemeForTheOtherPaletteIsOurOwn()
{
    const QColor themes(0x23, 0x26, 0x29);
    makeTheme(u"dark"_s, themes);
    const QIcon icon = iconOf(IconName::Search);
    QGuiApplication::setPalette(paletteOf(m_usual, lightSurface, darkInk));
    QCOMPARE_LT(distance(inkOf(icon.pixmap(16, 16).toImage()), themes), 4);
    QGuiApplication::setPalette(
        paletteOf(m_usual, darkSurface, lightInk)); // at run time, with the same theme
    QCOMPARE_LT(distance(inkOf(icon.pixmap(16, 16).toImage()), lightInk), 6);
}

void TestIcons::inAFieldIsOfItsText()
{
    const QIcon icon = fieldIconOf(IconName::Search);
    makeTheme(u"any"_s, QColor(0xb0, 0x10, 0x10));
    // A desktop whose fields are dark among light buttons.
    QPalette palette = paletteOf(m_usual, lightSurface, darkInk);
    palette.setColor(QPalette::Base, darkSurface);
    palette.setColor(QPalette::Text, lightInk);
    QGuiApplication::setPalette(palette);
    QCOMPARE_LT(distance(inkOf(icon.pixmap(16, 16).toImage()), lightInk), 6);

    FilterEdit filter;
    filter.setText(u"web"_s);
    const QList<QAction *> actions = filter.actions();
    QCOMPARE_GE(actions.size(), 2); // the magnifier and what clears it
    for (const QAction *action : actions)
        QCOMPARE_LT(distance(inkOf(action->icon().pixmap(16, 16).toImage()), lightInk), 6);
}

LAYERSCOPE_TEST(QTEST_MAIN, TestIcons)
#include "tst_icons.moc"
