// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QIcon>
#include <QImage>
#include <QTest>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

namespace {

/// How strongly each pixel is covered, with the colour of the strongest.
struct Ink
{
    int covered = 0;
    bool isBlack = true;
};

Ink inkOf(const QImage &image)
{
    Ink ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            if (colour.alpha() < 128)
                continue;
            ++ink.covered;
            ink.isBlack = ink.isBlack && colour.lightness() == 0;
        }
    }
    return ink;
}

} // namespace

/// The resources that executables link: present, drawable at the smallest size, and tintable.
class TestResources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void iconIsLegible_data();
    void iconIsLegible();
    void translationLoads_data();
    void translationLoads();
};

void TestResources::iconIsLegible_data()
{
    QTest::addColumn<QString>("path");
    int count = 0;
    for (QDirIterator icons(u":/icons"_s); icons.hasNext(); ++count) {
        const QString path = icons.next();
        QTest::newRow(qPrintable(path)) << path;
    }
    QCOMPARE_GE(count, 14);
}

void TestResources::iconIsLegible()
{
    QFETCH(const QString, path);
    const QImage image = QIcon(path).pixmap(16, 16).toImage();
    QCOMPARE(image.size(), QSize(16, 16));
    const Ink ink = inkOf(image);
    QCOMPARE_GE(ink.covered, 16);  // a line across
    QCOMPARE_LE(ink.covered, 200); // not a blot
    // Action icons are tinted by the palette, so they carry no colour of their own; the program's icon does.
    QCOMPARE(ink.isBlack, !path.endsWith("/layerscope.svg"_L1));
}

void TestResources::translationLoads_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("plural forms") << u"en"_s;
    QTest::newRow("German") << u"de"_s;
}

void TestResources::translationLoads()
{
    QFETCH(const QString, language);
    QTranslator translator;
    QVERIFY(translator.load(QLocale(language), u"layerscope"_s, u"_"_s, u":/i18n"_s));
    QCOMPARE(QLocale(translator.language()).language(), QLocale(language).language());
}

QTEST_MAIN(TestResources)
#include "tst_resources.moc"
