// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flattabbar.h"

#include "support/testmain.h"

#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

bool isScrolled(const FlatTabBar &bar)
{
    const QList<QToolButton *> scrollers = bar.findChildren<QToolButton *>();
    return std::any_of(scrollers.cbegin(), scrollers.cend(),
                       [](const QToolButton *scroller) { return scroller->isVisible(); });
}

int endOf(const FlatTabBar &bar)
{
    return bar.tabRect(bar.count() - 1).right() + 1;
}

/// Of which no text is a whole number of pixels wide.
QFont unevenFont()
{
    QFont font;
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.3);
    return font;
}

} // namespace

class TestFlatTabBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bar.reset(); }
    void takesTheShorterTexts();
    void narrowsItsGapsFirst();
    void cutsTheLongestShort();
    void cutsNothingThatHasRoom();
    void scrollsWhereNothingCouldBeRead();
    void sixFitIntoANarrowPanel();
    void showsThatItHasTheFocus();
    void hiddenTabsTakeNoRoom();

private:
    void resize(int width) { m_bar->resize(width, m_bar->sizeHint().height()); }

    std::unique_ptr<FlatTabBar> m_bar;
    int m_whole = 0; ///< How wide all of it is
    int m_brief = 0; ///< And with the shorter texts
    int m_tight = 0; ///< And with these and gaps half as wide
};

void TestFlatTabBar::init()
{
    m_bar = std::make_unique<FlatTabBar>();
    m_bar->addTab(u"Overview"_s, u"Overview"_s);
    m_bar->addTab(u"Network"_s, u"Network"_s);
    m_bar->addTab(u"Hardware and software"_s, u"Hardware"_s);
    m_bar->addTab(u"Billing"_s, u"Billing"_s);
    m_bar->addTab(u"Raw"_s, u"Raw"_s);
    m_bar->show();
    resize(5000);
    m_whole = endOf(*m_bar);
    QCOMPARE(m_bar->tabText(2), u"Hardware and software"_s);
    resize(m_whole - 1);
    m_brief = endOf(*m_bar);
    QCOMPARE(m_bar->briefWidth(), m_brief);
    QVERIFY(m_brief < m_whole);
    const int usual = m_bar->fontMetrics().averageCharWidth();
    m_tight = m_brief - 2 * m_bar->count() * (usual - usual / 2);
}

void TestFlatTabBar::takesTheShorterTexts()
{
    QCOMPARE(m_bar->tabText(2), u"Hardware"_s);
    QCOMPARE(m_bar->tabToolTip(2), u"Hardware and software"_s);
    QCOMPARE(m_bar->accessibleTabName(2), u"Hardware and software"_s);
    QCOMPARE(m_bar->tabToolTip(0), QString());
    resize(m_whole);
    QCOMPARE(m_bar->tabText(2), u"Hardware and software"_s);
}

void TestFlatTabBar::narrowsItsGapsFirst()
{
    for (const int width : {m_brief - 1, (m_brief + m_tight) / 2, m_tight}) {
        resize(width);
        QVERIFY2(endOf(*m_bar) <= width, qPrintable(QString::number(endOf(*m_bar))));
        for (int index = 0; index < m_bar->count(); ++index)
            QCOMPARE(m_bar->shownText(index), m_bar->tabText(index));
        QCOMPARE(m_bar->tabToolTip(0), QString());
        QCOMPARE(m_bar->sizeHint().width(), m_whole);
    }
    QCOMPARE(endOf(*m_bar), m_tight);
}

void TestFlatTabBar::cutsTheLongestShort()
{
    resize(m_tight);
    const int raw = m_bar->tabRect(4).width();
    resize(m_tight - 4 * m_bar->fontMetrics().averageCharWidth());
    QVERIFY(!isScrolled(*m_bar));
    QVERIFY2(endOf(*m_bar) <= m_bar->width(), qPrintable(QString::number(endOf(*m_bar))));
    QCOMPARE(m_bar->tabToolTip(0), u"Overview"_s); // all that is not to be read
    QCOMPARE(m_bar->tabRect(4).width(), raw);      // the short ones are whole
    QCOMPARE(m_bar->tabToolTip(4), QString());
    QCOMPARE(m_bar->sizeHint().width(), m_whole); // it takes the room again when there is some
    resize(m_brief);
    QCOMPARE(endOf(*m_bar), m_brief);
    QCOMPARE(m_bar->tabToolTip(0), QString());
}

void TestFlatTabBar::cutsNothingThatHasRoom()
{
    FlatTabBar bar;
    bar.setFont(unevenFont());
    for (const QString &text : {u"Servers"_s, u"Bandwidth pools"_s, u"VLANs"_s, u"Subnets"_s, u"SSH keys"_s})
        bar.addTab(text, text);
    bar.resize(bar.sizeHint());
    for (int chosen = 0; chosen < bar.count(); ++chosen) {
        bar.setCurrentIndex(chosen);
        for (int index = 0; index < bar.count(); ++index)
            QCOMPARE(bar.shownText(index), bar.tabText(index));
    }
}

void TestFlatTabBar::scrollsWhereNothingCouldBeRead()
{
    resize(m_brief / 3);
    QVERIFY(isScrolled(*m_bar));
    for (int index = 0; index < m_bar->count(); ++index)
        QCOMPARE(m_bar->shownText(index), m_bar->tabText(index)); // what is in sight can be read
    resize(m_whole);
    QVERIFY(!isScrolled(*m_bar));
}

/// Those of a server's details, beside a table in a small window.
void TestFlatTabBar::sixFitIntoANarrowPanel()
{
    FlatTabBar bar;
    for (const QString &text :
         {u"Overview"_s, u"Network"_s, u"Hardware"_s, u"Billing"_s, u"Bandwidth"_s, u"Raw"_s})
        bar.addTab(text, text);
    bar.show();
    bar.resize(bar.fontMetrics().averageCharWidth() * 40, bar.sizeHint().height());
    QVERIFY(!isScrolled(bar));
    QVERIFY(endOf(bar) <= bar.width());
    QCOMPARE(bar.shownText(5), u"Raw"_s);
}

void TestFlatTabBar::showsThatItHasTheFocus()
{
    resize(m_whole);
    m_bar->setCurrentIndex(1);
    m_bar->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
    m_bar->clearFocus();
    QVERIFY(!m_bar->hasFocus());
    const QPoint chosen = m_bar->tabRect(1).topLeft() + QPoint(1, 1);
    const QPoint other = m_bar->tabRect(0).topLeft() + QPoint(1, 1);
    const QImage without = m_bar->grab().toImage();
    QCOMPARE(without.pixelColor(chosen), without.pixelColor(other));
    m_bar->setFocus();
    QVERIFY(m_bar->hasFocus());
    const QImage with = m_bar->grab().toImage();
    QVERIFY(with.pixelColor(chosen) != without.pixelColor(chosen));
    QCOMPARE(with.pixelColor(other), without.pixelColor(other));
}

/// And keep their index; the others have their room.
void TestFlatTabBar::hiddenTabsTakeNoRoom()
{
    resize(m_whole);
    m_bar->setCurrentIndex(4);
    const int wide = m_bar->tabRect(2).width();
    const int brief = m_bar->briefWidth();
    QVERIFY(wide > 0);
    m_bar->setTabShown(2, false);
    QVERIFY(!m_bar->isTabVisible(2));
    QCOMPARE(m_bar->count(), 5);
    QCOMPARE(m_bar->currentIndex(), 4);
    QCOMPARE(endOf(*m_bar), m_whole - wide);
    QCOMPARE(m_bar->sizeHint().width(), m_whole - wide);
    QVERIFY(m_bar->briefWidth() < brief);
    resize(m_whole - wide);
    QCOMPARE(m_bar->tabRect(1).right() + 1, m_bar->tabRect(3).left()); // with whole texts
    QCOMPARE(endOf(*m_bar), m_whole - wide);

    m_bar->setTabShown(2, true);
    resize(m_whole);
    QCOMPARE(m_bar->tabRect(2).width(), wide);
    QCOMPARE(endOf(*m_bar), m_whole);
}

LAYERSCOPE_TEST(QTEST_MAIN, TestFlatTabBar)
#include "tst_flattabbar.moc"
