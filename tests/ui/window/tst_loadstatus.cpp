// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "ui/ink.h"
#include "ui/window/windowfixture.h"
#include "widgets/tones.h"
#include "window/loadstatus.h"

#include <QApplication>
#include <QTest>
#include <QToolButton>

#include <utility>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class LoadStatusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { usePalette(m_usual); }

    void problemsFollowThePalette();

private:
    const QPalette m_usual = QApplication::palette();
};

/// The word for what is missing, when the desktop turns dark and light again.
void LoadStatusTest::problemsFollowThePalette()
{
    Fault refused{Fault::Kind::RefusedRelation};
    refused.property = u"billingItem"_s;
    WindowFixture fixture(20, std::chrono::milliseconds(0), FaultPlan{{refused}, 0, false});
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    auto *problems = fixture.window->findChild<QToolButton *>(u"problems"_s);
    QTRY_VERIFY(problems->isVisible());
    for (const auto &[surface, ink] : {std::pair(darkSurface, lightInk), std::pair(lightSurface, darkInk)}) {
        const QPalette palette = paletteOf(m_usual, surface, ink);
        usePalette(palette);
        QCOMPARE(problems->palette().color(QPalette::ButtonText), Tones::on(surface, palette).amber);
        QCOMPARE(problems->palette().color(QPalette::Window), surface);
    }
}

LAYERSCOPE_TEST(QTEST_MAIN, LoadStatusTest)
#include "tst_loadstatus.moc"
