// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/banner.h"

#include "support/testmain.h"
#include "ui/ink.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

#include <utility>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class BannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { usePalette(m_usual); }

    /// Its sign, too, which is a picture.
    void followsThePalette()
    {
        Banner banner;
        banner.say(u"The server does not answer."_s, {}, {});
        const auto *sign = banner.findChild<QLabel *>(u"bannerSign"_s);
        for (const auto &[surface, ink] :
             {std::pair(lightSurface, darkInk), std::pair(darkSurface, lightInk)}) {
            usePalette(paletteOf(m_usual, surface, ink));
            QCOMPARE_LT(distance(inkOf(sign->pixmap().toImage()), ink), 6);
        }
    }

private:
    const QPalette m_usual = QApplication::palette();
};

LAYERSCOPE_TEST(QTEST_MAIN, BannerTest)
#include "tst_banner.moc"
