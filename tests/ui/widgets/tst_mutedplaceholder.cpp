// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mutedplaceholder.h"

#include "palettes.h"
#include "support/testmain.h"
#include "widgets/tones.h"

#include <QLineEdit>
#include <QTest>

#include <utility>

using namespace layerscope;

class MutedPlaceholderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canBeRead_data() { addPalettes(); }
    void canBeRead();
    void followsTheWindow();

private:
    static double contrast(const QLineEdit &edit)
    {
        return Tones::contrast(edit.palette().color(QPalette::Active, QPalette::PlaceholderText),
                               edit.palette().color(QPalette::Active, QPalette::Base));
    }
};

void MutedPlaceholderTest::canBeRead()
{
    QFETCH(QPalette, palette);
    palette.setColor(QPalette::PlaceholderText, palette.color(QPalette::Base)); // as a theme may leave it
    QWidget window;
    window.setPalette(palette);
    auto *edit = new QLineEdit(&window);
    QVERIFY(contrast(*edit) < Tones::minimumContrast);
    new MutedPlaceholder(edit);
    QVERIFY(contrast(*edit) >= Tones::minimumContrast);
    QCOMPARE(edit->palette().color(QPalette::Base), palette.color(QPalette::Base));
}

void MutedPlaceholderTest::followsTheWindow()
{
    QWidget window;
    auto *edit = new QLineEdit(&window);
    new MutedPlaceholder(edit);
    constexpr QRgb dark = 0x1b1e20;
    constexpr QRgb light = 0xfcfcfc;
    for (const auto &[base, text] : {std::pair(dark, light), std::pair(light, dark)}) {
        QPalette palette;
        palette.setColor(QPalette::Base, QColor(base));
        palette.setColor(QPalette::Text, QColor(text));
        window.setPalette(palette);
        QCOMPARE(edit->palette().color(QPalette::Base), QColor(base));
        QVERIFY(contrast(*edit) >= Tones::minimumContrast);
    }
}

LAYERSCOPE_TEST(QTEST_MAIN, MutedPlaceholderTest)
#include "tst_mutedplaceholder.moc"
