// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tones.h"

#include "palettes.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TonesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastOfKnownPairs();
    void everyToneCanBeRead_data() { addPalettes(); }
    void everyToneCanBeRead();
    void selectionCanBeTold_data() { addPalettes(); }
    void selectionCanBeTold();
    void keepsWhatIsLegible();
};

void TonesTest::contrastOfKnownPairs()
{
    QCOMPARE(Tones::contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(Tones::contrast(Qt::red, Qt::red), 1.0);
    QVERIFY(qAbs(Tones::contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01); // WCAG's well-known grey
}

void TonesTest::everyToneCanBeRead()
{
    QFETCH(QPalette, palette);
    const TableTones all(palette);
    for (const Tones *tones : {&all.table, &all.selected, &all.selectedInactive, &all.group, &all.window,
                               &all.windowSelected, &all.windowSelectedInactive}) {
        for (const QColor &color :
             {tones->text, tones->muted, tones->accent, tones->green, tones->amber, tones->red})
            QVERIFY2(Tones::contrast(color, tones->background) >= Tones::minimumContrast,
                     qPrintable(color.name() + u" on " + tones->background.name()));
    }
}

void TonesTest::selectionCanBeTold()
{
    QFETCH(QPalette, palette);
    const TableTones all(palette);
    QVERIFY(Tones::contrast(all.selected.background, all.table.background) > 1.1);
    QVERIFY(Tones::contrast(all.selectedInactive.background, all.table.background) > 1.1);
    QVERIFY(Tones::contrast(all.windowSelected.background, all.window.background) > 1.1);
}

void TonesTest::keepsWhatIsLegible()
{
    QCOMPARE(Tones::legible(QColor(0x1a7f4b), Qt::white), QColor(0x1a7f4b));
    QVERIFY(Tones::legible(QColor(0xffff80), Qt::white) != QColor(0xffff80));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TonesTest)
#include "tst_tones.moc"
