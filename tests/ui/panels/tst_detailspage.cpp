// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/detailspage.h"
#include "panels/detailssection.h"
#include "panels/factview.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// On which each look at the time finds it later than a turn may take.
class HastyClock final : public Clock
{
public:
    [[nodiscard]] Milliseconds now() const override
    {
        m_clock.advance(m_step);
        return m_clock.now();
    }
    [[nodiscard]] QDateTime utcNow() const override { return m_clock.utcNow(); }
    void callAfter(Milliseconds /*delay*/, QObject *context, std::function<void()> action) override
    {
        m_clock.callAfter(Milliseconds(1'000'000), context, std::move(action)); // when the test says so
    }
    bool runOneTurn()
    {
        const std::optional<Milliseconds> next = m_clock.untilNext();
        if (!next)
            return false;
        m_clock.advance(*next);
        return true;
    }

private:
    static constexpr Milliseconds m_step{3};
    mutable FakeClock m_clock;
};

} // namespace

/// What somebody sees of a page that takes several turns.
class DetailsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysUntilAllOfItStands();
    void showsNothingWhileServersPass();
    void isWholeForWhoeverLooks();

private:
    static PartValues pending()
    {
        PartValues values(RowKind::Virtual);
        for (const ServerPartSpec &spec : partsOf(RowKind::Virtual))
            values.at(spec.part).isLoading = true;
        return values;
    }
    static bool isFrozen(const DetailsPage &page) { return !page.viewport()->updatesEnabled(); }
};

void DetailsPageTest::staysUntilAllOfItStands()
{
    HastyClock clock;
    DetailsPage page(DetailsTab::Overview, clock);
    page.QWidget::show();
    page.show(pending(), clock.utcNow());
    QVERIFY(isFrozen(page));
    int turns = 0;
    while (clock.runOneTurn())
        ++turns;
    QVERIFY(turns > 1);
    QVERIFY(!isFrozen(page));
    const QString text = page.text();
    QVERIFY(!text.isEmpty());
    page.show(pending(), clock.utcNow()); // the same
    while (clock.runOneTurn())
        ;
    QCOMPARE(page.text(), text);
    QVERIFY(!isFrozen(page));
}

void DetailsPageTest::showsNothingWhileServersPass()
{
    HastyClock clock;
    DetailsPage page(DetailsTab::Overview, clock);
    page.QWidget::show();
    page.beginAnother();
    QVERIFY(page.widget()->isVisible()); // nothing was left undone
    page.show(pending(), clock.utcNow());
    page.beginAnother();
    QVERIFY(!page.widget()->isVisible());
    QVERIFY(!isFrozen(page));
    page.show(pending(), clock.utcNow());
    QVERIFY(!page.widget()->isVisible());
    QVERIFY(!isFrozen(page));
    while (clock.runOneTurn())
        ;
    QVERIFY(page.widget()->isVisible());
    QVERIFY(!isFrozen(page));
}

void DetailsPageTest::isWholeForWhoeverLooks()
{
    HastyClock clock;
    DetailsPage page(DetailsTab::Overview, clock);
    page.QWidget::show();
    page.show(pending(), clock.utcNow());
    int lines = 0;
    for (DetailsSection *section : page.sections())
        lines += static_cast<int>(section->facts().facts().size());
    QVERIFY(lines > 5);
    QVERIFY(!isFrozen(page));
}

LAYERSCOPE_TEST(QTEST_MAIN, DetailsPageTest)
#include "tst_detailspage.moc"
