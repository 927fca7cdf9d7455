// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/factview.h"
#include "support/testmain.h"

#include <QAbstractTextDocumentLayout>
#include <QHash>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QTextTable>
#include <QVBoxLayout>

#include <cmath>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestFactView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAsHighAsItsLines();
    void keepsASelectionWhileNothingChanges();
    void followsItsWidth();
    void labelsDoNotMeetValues();
    void nothingMovesWhenAValueComes();
    void isMirroredFromRightToLeft_data();
    void isMirroredFromRightToLeft();
    void poolCanBeActivated();
    void shortPartsAreNotBroken();
    void textIsNeverMarkup();
    void longTextIsShownInPart();

private:
    static Fact fact(const QString &label, const QString &value, Fact::Kind kind = Fact::Kind::Value)
    {
        return {label, value, kind, {}};
    }
};

void TestFactView::isAsHighAsItsLines()
{
    QWidget window;
    QVBoxLayout column(&window);
    auto *view = new FactView(&window);
    column.addWidget(view);
    column.addStretch(1);
    window.resize(500, 400);
    window.show();
    view->setFacts({fact(u"CPU"_s, u"one"_s)});
    const int oneLine = view->height();
    QVERIFY(oneLine >= view->fontMetrics().height());
    QVERIFY(oneLine < 2 * view->fontMetrics().height());
    view->setFacts({fact(u"CPU"_s, u"one"_s), fact(u"RAM"_s, u"two"_s)});
    QVERIFY(view->height() > oneLine);

    // A long word without blanks breaks instead of making the panel wider.
    view->setFacts({fact(u"ID"_s, QString(200, u'x'))});
    QVERIFY(view->height() > 2 * oneLine);
    QVERIFY(view->document()->idealWidth() <= view->viewport()->width());
    view->setFacts({});
    QCOMPARE(view->height(), 0);
}

void TestFactView::keepsASelectionWhileNothingChanges()
{
    FactView view;
    view.resize(400, 100);
    const QList<Fact> facts{fact(u"IP"_s, u"192.0.2.1"_s)};
    view.setFacts(facts);
    view.selectAll();
    QVERIFY(view.textCursor().hasSelection());
    view.setFacts(facts);
    QVERIFY(view.textCursor().hasSelection());
}

/// Without being built anew: a selection stands.
void TestFactView::followsItsWidth()
{
    const QList<Fact> facts{
        fact(u"Heading"_s, {}, Fact::Kind::Heading), fact(u"ID"_s, QString(90, u'x')),
        fact(u"A long label that breaks"_s, u"one two three four five six seven eight"_s)};
    FactView view;
    view.resize(600, 100);
    view.show();
    view.setFacts(facts);
    view.selectAll();
    view.resize(230, view.height());
    QVERIFY(view.textCursor().hasSelection());

    FactView fresh;
    fresh.resize(230, 100);
    fresh.show();
    fresh.setFacts(facts);
    QCOMPARE(view.height(), fresh.height());
    QCOMPARE(view.document()->size(), fresh.document()->size());
    const auto left = [](const FactView &of, const QString &text) {
        const QTextBlock block = of.document()->find(text).block();
        return of.document()->documentLayout()->blockBoundingRect(block).left();
    };
    QCOMPARE(left(view, u"eight"_s), left(fresh, u"eight"_s));
}

void TestFactView::labelsDoNotMeetValues()
{
    FactView view;
    view.resize(400, 100);
    view.show();
    for (int length = 1; length < 40; ++length) { // whichever fills the column to the last pixel
        view.setFacts({fact(QString(length, u'i'), u"value"_s)});
        const QTextTable *table = view.document()->find(u"value"_s).currentTable();
        const QTextBlock label = table->cellAt(0, 0).firstCursorPosition().block();
        const QTextBlock value = table->cellAt(0, 1).firstCursorPosition().block();
        const QAbstractTextDocumentLayout *places = view.document()->documentLayout();
        const double end =
            places->blockBoundingRect(label).left() + label.layout()->lineAt(0).naturalTextRect().right();
        const double gap = places->blockBoundingRect(value).left() - end;
        QVERIFY2(gap > view.fontMetrics().averageCharWidth() - 1, qPrintable(QString::number(gap)));
    }
}

void TestFactView::nothingMovesWhenAValueComes()
{
    FactView view;
    view.resize(400, 100);
    view.setFacts({fact(u"CPU"_s, {}, Fact::Kind::Pending), fact(u"RAM"_s, {}, Fact::Kind::Pending)});
    const int before = view.document()->size().toSize().height();
    view.setFacts({fact(u"CPU"_s, u"16 cores"_s), fact(u"RAM"_s, u"64 GB"_s)});
    QCOMPARE(view.document()->size().toSize().height(), before);
}

void TestFactView::isMirroredFromRightToLeft_data()
{
    QTest::addColumn<FactView::Layout>("layout");
    QTest::newRow("labels") << FactView::Layout::Labels;
    QTest::newRow("amounts") << FactView::Layout::Amounts;
}

/// Each text is as far from the right edge as it is from the left one otherwise.
void TestFactView::isMirroredFromRightToLeft()
{
    QFETCH(const FactView::Layout, layout);
    FactView view;
    view.resize(400, 100);
    view.show();
    view.setLayout(layout);
    view.setFacts(
        {fact(u"Heading"_s, {}, Fact::Kind::Heading), fact(u"CPU"_s, u"four"_s), fact({}, u"sentence"_s)});
    const auto place = [&view](const QString &words) {
        const QTextBlock block = view.document()->find(words).block();
        return block.layout()->lineAt(0).naturalTextRect().translated(
            view.document()->documentLayout()->blockBoundingRect(block).topLeft());
    };
    const double width = view.viewport()->width();
    const QStringList texts{u"Heading"_s, u"CPU"_s, u"four"_s, u"sentence"_s};
    QHash<QString, QRectF> before;
    for (const QString &text : texts)
        before.insert(text, place(text));
    QVERIFY(before.value(u"CPU"_s).right() < before.value(u"four"_s).left());

    view.setLayoutDirection(Qt::RightToLeft);
    for (const QString &text : texts) {
        const QRectF now = place(text);
        const double left = width - now.right();
        QVERIFY2(std::abs(left - before.value(text).left()) < 2,
                 qPrintable(u"%1: %2, not %3"_s.arg(text).arg(left).arg(before.value(text).left())));
        QCOMPARE(now.width(), before.value(text).width());
    }
    view.setLayoutDirection(Qt::LeftToRight);
    QCOMPARE(place(u"CPU"_s), before.value(u"CPU"_s));
}

void TestFactView::poolCanBeActivated()
{
    FactView view;
    view.resize(400, 100);
    view.setFacts({{u"Pool"_s, u"EU pool"_s, Fact::Kind::Value, RowKey{RowKind::Pool, 309001}}});
    view.show();
    QSignalSpy activated(&view, &FactView::rowActivated);
    QTextCursor cursor = view.document()->find(u"EU"_s);
    view.setTextCursor(cursor);
    const QPoint place = view.cursorRect(cursor).center() - QPoint(4, 0);
    QCOMPARE(view.anchorAt(place), u"row:pool:309001"_s);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().value<RowKey>(), (RowKey{RowKind::Pool, 309001}));
    QCOMPARE(view.factAt(place)->value, u"EU pool"_s);
}

void TestFactView::shortPartsAreNotBroken()
{
    const QString value = u"198.18.236.78 · VLAN 855 · Standard"_s;
    int mostLines = 1;
    for (const int width : {240, 270, 300, 330, 360, 500}) {
        FactView view;
        view.resize(width, 100);
        view.show();
        view.setFacts({fact(u"Public"_s, value)});
        for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
            mostLines = qMax(mostLines, block.layout()->lineCount());
            for (int i = 0; i < block.layout()->lineCount(); ++i) {
                const QTextLine line = block.layout()->lineAt(i);
                QVERIFY(!block.text().mid(line.textStart(), line.textLength()).startsWith(u"855"_s));
            }
        }
        view.selectAll();
        QVERIFY(view.textCursor().selection().toPlainText().contains(value)); // copied as it was
    }
    QVERIFY(mostLines > 1); // else it proves nothing
}

void TestFactView::textIsNeverMarkup()
{
    FactView view;
    view.setFacts({fact(u"<b>Notes</b>"_s, u"<a href=\"row:pool:1\">x</a>"_s)});
    QVERIFY(view.toPlainText().contains(u"<b>Notes</b>"_s));
    QVERIFY(view.toPlainText().contains(u"<a href=\"row:pool:1\">x</a>"_s));
}

/// 100 000 characters without a break would stop the window for seconds.
void TestFactView::longTextIsShownInPart()
{
    FactView view;
    view.resize(400, 100);
    view.show();
    const QString whole(100'000, u'x');
    view.setFacts({fact(whole, whole), fact(whole, {}, Fact::Kind::Heading), fact({}, whole)});
    QVERIFY2(view.document()->characterCount() < 6000,
             qPrintable(QString::number(view.document()->characterCount())));
    QVERIFY(view.toPlainText().contains(u"x… (the first 2"_s));
    QCOMPARE(view.facts().first().value, whole); // which is what is copied

    const QString most(2000, u'y');
    view.setFacts({fact(u"Notes"_s, most)});
    QVERIFY(view.toPlainText().contains(most));
    QVERIFY(!view.toPlainText().contains(u'…'));
}

LAYERSCOPE_TEST(QTEST_MAIN, TestFactView)
#include "tst_factview.moc"
