// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "widgets/fieldnote.h"
#include "widgets/filteredit.h"
#include "widgets/suggestionlist.h"
#include "widgets/tones.h"

#include <QAction>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The field in a window with something else to go to.
struct FieldInWindow
{
    FieldInWindow()
    {
        window.resize(800, 400);
        edit.setGeometry(100, 10, 500, edit.sizeHint().height());
        other.setGeometry(100, 300, 200, other.sizeHint().height());
        window.show();
        edit.setFocus();
        isActive = QTest::qWaitForWindowActive(&window);
    }

    [[nodiscard]] FieldNote *note() const { return window.findChild<FieldNote *>(); }
    [[nodiscard]] SuggestionList *suggestions() const { return window.findChild<SuggestionList *>(); }
    [[nodiscard]] QAction *warning() const { return edit.findChild<QAction *>(u"filterWarning"_s); }

    QWidget window;
    FilterEdit edit{&window};
    QLineEdit other{&window};
    bool isActive = false;
};

/// Each "bad" is a mistake, and a ':' at the end is one that may become right.
QList<FilterMark> marksOfBadWords(const QString &text)
{
    QList<FilterMark> marks;
    for (qsizetype at = text.indexOf(u"bad"); at >= 0; at = text.indexOf(u"bad", at + 1))
        marks.append({at, 3, false, u"“bad” is <b>bad</b>."_s});
    if (text.endsWith(u':'))
        marks.append({text.size() - 1, 1, true, u"A word is missing."_s});
    return marks;
}

/// "one:" and "other:" behind an 'o', and two values behind a ':'; nothing else.
FilterSuggestions suggestionsFor(const QString &text, qsizetype cursor)
{
    if (text.first(cursor).endsWith(u':'))
        return {cursor, 0, {u"first"_s, u"second"_s}};
    if (text.first(cursor).endsWith(u'o'))
        return {cursor - 1, 1, {u"one:"_s, u"other:"_s}};
    return {};
}

void someSuggestions(const QString &text, qsizetype cursor, const FilterEdit::Give &give)
{
    give(suggestionsFor(text, cursor));
}

/// Where in the field there is something like the waves' colour; null: nowhere.
QRect wavesIn(FilterEdit &edit)
{
    const QImage image = edit.grab().toImage();
    const QColor wave = Tones::on(edit.palette().color(QPalette::Base), edit.palette()).amber;
    const int warmth = (wave.red() - wave.blue()) / 2; // a thin line is mixed with what is below it
    QRect waves;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor pixel = image.pixelColor(x, y); pixel.red() - pixel.blue() > warmth)
                waves |= QRect(x, y, 1, 1);
        }
    }
    return waves;
}

} // namespace

class TestFilterEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksOnceTheTypingPauses()
    {
        FilterEdit edit;
        QSignalSpy changed(&edit, &FilterEdit::filterChanged);
        QTest::keyClicks(&edit, u"web"_s);
        QCOMPARE(changed.count(), 0);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toString(), u"web"_s);
    }

    void speaksAtOnceOnReturn()
    {
        FilterEdit edit;
        QSignalSpy changed(&edit, &FilterEdit::filterChanged);
        QTest::keyClicks(&edit, u"web"_s);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(changed.count(), 1);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(changed.count(), 1); // nothing new
    }

    void isClearedByEscape()
    {
        FilterEdit edit;
        edit.setText(u"web"_s);
        QTest::keyClick(&edit, Qt::Key_Return);
        QSignalSpy changed(&edit, &FilterEdit::filterChanged);
        QTest::keyClick(&edit, Qt::Key_Escape);
        QCOMPARE(edit.text(), QString());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toString(), QString());
    }

    void isClearedByItsButton()
    {
        FilterEdit edit;
        auto *clear = edit.findChild<QAction *>(u"clearFilterInside"_s);
        QVERIFY(clear);
        QVERIFY(!clear->isVisible());
        edit.setText(u"web"_s);
        QVERIFY(clear->isVisible());
        clear->trigger();
        QCOMPARE(edit.text(), QString());
        QVERIFY(!clear->isVisible());
    }

    /// Ctrl+E is the window's Export, also while somebody types here. A line takes it where the desktop's
    /// keys are those of X11, which they are not for tests: so it counts as taken here until it is given
    /// away.
    void leavesExportToTheWindow()
    {
        FilterEdit edit;
        edit.setText(u"web"_s);
        const auto takes = [&edit](int key, Qt::KeyboardModifiers modifiers, bool isTaken) {
            QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
            event.setAccepted(isTaken);
            QCoreApplication::sendEvent(&edit, &event);
            return event.isAccepted();
        };
        QVERIFY(!takes(Qt::Key_E, Qt::ControlModifier, true));
        QVERIFY(!takes(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier, true));
        QVERIFY(takes(Qt::Key_F, Qt::ControlModifier, true)); // what it does not look at stays as it is
        QVERIFY(takes(Qt::Key_A, Qt::ControlModifier, false));
        QVERIFY(takes(Qt::Key_Escape, Qt::NoModifier, false));
        for (const int key : {Qt::Key_F1, Qt::Key_F4, Qt::Key_F5, Qt::Key_F6, Qt::Key_F9})
            QVERIFY(!takes(key, Qt::NoModifier, false));
        for (const int key : {Qt::Key_1, Qt::Key_9, Qt::Key_F, Qt::Key_N, Qt::Key_Q, Qt::Key_T, Qt::Key_W})
            QVERIFY(!takes(key, Qt::ControlModifier, false));
    }

    void marksWhatIsNotUnderstood()
    {
        FieldInWindow field;
        QVERIFY(field.isActive);
        FilterEdit &edit = field.edit;
        const QString usual = edit.accessibleDescription();
        QVERIFY(!usual.isEmpty());
        edit.setWords(marksOfBadWords, {});
        QTest::keyClicks(&edit, u"web good"_s);
        QVERIFY(!field.warning()->isVisible());
        QVERIFY(wavesIn(edit).isNull());

        QTest::keyClicks(&edit, u" bad good"_s);
        const QString sentence = u"“bad” is <b>bad</b>."_s;
        QCOMPARE(edit.remark(), sentence);
        QVERIFY(field.warning()->isVisible());
        QVERIFY(field.warning()->toolTip().contains(u"&lt;b&gt;"_s)); // no HTML
        QCOMPARE(edit.accessibleDescription(), sentence);
        QVERIFY(field.note()->isVisible());
        QCOMPARE(field.note()->text(), sentence);
        QVERIFY(!field.note()->geometry().intersects(edit.geometry()));
        QVERIFY(field.window.rect().contains(field.note()->geometry()));
        QVERIFY(edit.hasFocus());

        const QFontMetrics metrics = edit.fontMetrics();
        const QRect waves = wavesIn(edit);
        QVERIFY(!waves.isNull());
        QCOMPARE_GT(waves.left(), metrics.horizontalAdvance(u"web good"_s)); // the text begins further right
        QCOMPARE_LT(waves.width(), metrics.horizontalAdvance(u"bad good"_s));
        QCOMPARE_GT(waves.width(), metrics.horizontalAdvance(u"bad"_s) / 2);

        edit.clearFilter();
        QVERIFY(!field.warning()->isVisible());
        QVERIFY(!field.note()->isVisible());
        QVERIFY(wavesIn(edit).isNull());
        QCOMPARE(edit.accessibleDescription(), usual);
    }

    /// While somebody types it is no news that something is not finished.
    void waitsForWhatMayBecomeRight()
    {
        FieldInWindow field;
        QVERIFY(field.isActive);
        FilterEdit &edit = field.edit;
        edit.setWords(marksOfBadWords, {});
        QTest::keyClicks(&edit, u"dc:"_s);
        QCOMPARE(edit.remark(), QString());
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(edit.remark(), u"A word is missing."_s);
        QVERIFY(field.note()->isVisible());
        QTest::keyClicks(&edit, u"a:"_s);
        QCOMPARE(edit.remark(), QString());
        QVERIFY(!field.note()->isVisible());
        field.other.setFocus();
        QCOMPARE(edit.remark(), u"A word is missing."_s);
        QVERIFY(!field.note()->isVisible()); // it would lie over what the person went to
        QVERIFY(field.warning()->isVisible());
        edit.setWords({}, {});
        QVERIFY(!field.warning()->isVisible());
    }

    void offersWhatTheTextMayGoOnWith()
    {
        FieldInWindow field;
        QVERIFY(field.isActive);
        FilterEdit &edit = field.edit;
        edit.setWords({}, someSuggestions);
        QSignalSpy changed(&edit, &FilterEdit::filterChanged);
        QSignalSpy left(&edit, &FilterEdit::leaveDown);
        QTest::keyClicks(&edit, u"web o"_s);
        QTRY_VERIFY(field.suggestions()->isVisible()); // at the pause
        QCOMPARE(field.suggestions()->count(), 2);
        QCOMPARE(field.suggestions()->chosen(), QString()); // so that Return means what is typed
        QVERIFY(!field.suggestions()->geometry().intersects(edit.geometry()));
        QVERIFY(field.window.rect().contains(field.suggestions()->geometry()));
        QVERIFY(edit.hasFocus());

        QTest::keyClick(&edit, Qt::Key_Down);
        QTest::keyClick(&edit, Qt::Key_Down);
        QCOMPARE(field.suggestions()->chosen(), u"other:"_s);
        QTest::keyClick(&edit, Qt::Key_Down); // there is no other
        QTest::keyClick(&edit, Qt::Key_Up);
        QCOMPARE(field.suggestions()->chosen(), u"one:"_s);
        QCOMPARE(left.count(), 0);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(edit.text(), u"web one:"_s);
        QCOMPARE(changed.last().first().toString(), u"web one:"_s);
        QVERIFY(field.suggestions()->isVisible()); // its values
        QCOMPARE(field.suggestions()->item(1)->text(), u"second"_s);

        QTest::keyClick(&edit, Qt::Key_Down);
        QTest::keyClick(&edit, Qt::Key_Tab);
        QCOMPARE(edit.text(), u"web one:first"_s);
        QVERIFY(edit.hasFocus());
        QVERIFY(!field.suggestions()->isVisible());
        QTest::keyClick(&edit, Qt::Key_Z, Qt::ControlModifier); // it is as good as typed
        QVERIFY(edit.text() != u"web one:first"_s);
    }

    void suggestionsGetOutOfTheWay()
    {
        FieldInWindow field;
        QVERIFY(field.isActive);
        FilterEdit &edit = field.edit;
        edit.setWords(marksOfBadWords, someSuggestions);
        QSignalSpy changed(&edit, &FilterEdit::filterChanged);
        QSignalSpy left(&edit, &FilterEdit::leaveDown);
        QTest::keyClicks(&edit, u"bad o"_s);
        QVERIFY(field.note()->isVisible());
        QTRY_VERIFY(field.suggestions()->isVisible());
        QVERIFY(!field.note()->isVisible()); // at the same place
        QTest::keyClick(&edit, Qt::Key_Escape);
        QVERIFY(!field.suggestions()->isVisible());
        QVERIFY(field.note()->isVisible());
        QCOMPARE(edit.text(), u"bad o"_s);

        QTest::keyClicks(&edit, u"o"_s);
        QTRY_VERIFY(field.suggestions()->isVisible());
        QTest::keyClicks(&edit, u"x"_s); // at once, without a pause
        QVERIFY(!field.suggestions()->isVisible());
        QTest::keyClick(&edit, Qt::Key_Down);
        QCOMPARE(left.count(), 1);

        edit.setText(u"web"_s); // by nobody who types
        QTest::keyClicks(&edit, u" o"_s);
        QTRY_VERIFY(field.suggestions()->isVisible());
        QTest::keyClick(&edit, Qt::Key_Return); // as it is typed
        QCOMPARE(edit.text(), u"web o"_s);
        QCOMPARE(changed.last().first().toString(), u"web o"_s);
        QVERIFY(!field.suggestions()->isVisible());

        QTest::keyClicks(&edit, u"o"_s);
        QTRY_VERIFY(field.suggestions()->isVisible());
        QTest::keyClick(&edit, Qt::Key_Tab); // none is chosen: to the next widget
        QVERIFY(!edit.hasFocus());
        QVERIFY(!field.suggestions()->isVisible());
        edit.setFocus();
        QTest::keyClicks(&edit, u"o"_s);
        QTRY_VERIFY(field.suggestions()->isVisible());
        edit.showFilter(u"of another table"_s);
        QVERIFY(!field.suggestions()->isVisible());
    }

    /// Each answer may cost a look at all rows of a large table.
    void asksForSuggestionsOnceAChange()
    {
        FieldInWindow field;
        QVERIFY(field.isActive);
        FilterEdit &edit = field.edit;
        int asked = 0;
        edit.setWords({}, [&asked](const QString &text, qsizetype cursor, const FilterEdit::Give &give) {
            ++asked;
            give(suggestionsFor(text, cursor));
        });
        QTest::keyClicks(&edit, u"o"_s);
        QTRY_VERIFY(field.suggestions()->isVisible());
        QCOMPARE(asked, 1);
        QTest::keyClick(&edit, Qt::Key_O); // both the text and the cursor are other ones
        QCOMPARE(asked, 2);
        QVERIFY(field.suggestions()->isVisible());
        edit.resize(edit.width() - 50, edit.height());
        QCOMPARE(asked, 2);
    }

    /// Of a large table they take a while, and must fit what stands in the field by then.
    void suggestionsThatComeLate()
    {
        FieldInWindow field;
        QVERIFY(field.isActive);
        FilterEdit &edit = field.edit;
        QList<std::pair<QString, FilterEdit::Give>> asked;
        edit.setWords({}, [&asked](const QString &text, qsizetype, const FilterEdit::Give &give) {
            asked.append({text, give});
        });
        const auto answerLast = [&asked] {
            const auto [text, give] = asked.constLast();
            give(suggestionsFor(text, text.size()));
        };
        QTest::keyClicks(&edit, u"o"_s);
        QTRY_COMPARE(asked.size(), 1);
        QVERIFY(!field.suggestions()->isVisible());
        answerLast();
        QVERIFY(field.suggestions()->isVisible());

        // What was offered for another text is not taken.
        QTest::keyClick(&edit, Qt::Key_Down);
        QTest::keyClick(&edit, Qt::Key_O);
        QCOMPARE(asked.constLast().first, u"oo"_s);
        QTest::keyClick(&edit, Qt::Key_Down);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(edit.text(), u"oo"_s);
        QVERIFY(!field.suggestions()->isVisible());
        answerLast(); // Return put them away before they came
        QVERIFY(!field.suggestions()->isVisible());

        const qsizetype before = asked.size();
        QTest::keyClicks(&edit, u" o"_s);
        QTRY_COMPARE(asked.size(), before + 1);
        edit.setText(u"other"_s);
        answerLast();
        QVERIFY(!field.suggestions()->isVisible());
    }

    /// With a modifier they are the window's.
    void suggestionsTakePlainKeysOnly()
    {
        FieldInWindow field;
        QVERIFY(field.isActive);
        FilterEdit &edit = field.edit;
        edit.setWords({}, someSuggestions);
        QTest::keyClicks(&edit, u"o"_s);
        QTRY_VERIFY(field.suggestions()->isVisible());
        QTest::keyClick(&edit, Qt::Key_Down);
        QCOMPARE(field.suggestions()->chosen(), u"one:"_s);
        QTest::keyClick(&edit, Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(edit.text(), u"o"_s);
        QVERIFY(edit.hasFocus());
        QTest::keyClick(&edit, Qt::Key_Return, Qt::KeypadModifier); // is no other key
        QCOMPARE(edit.text(), u"one:"_s);
    }

    void suggestionsGoWithAClickElsewhere()
    {
        FieldInWindow field;
        QVERIFY(field.isActive);
        FilterEdit &edit = field.edit;
        edit.setWords({}, someSuggestions);
        QTest::keyClicks(&edit, u"o"_s);
        QTRY_VERIFY(field.suggestions()->isVisible());
        QTest::mouseClick(&edit, Qt::LeftButton, {}, edit.rect().center());
        QVERIFY(field.suggestions()->isVisible());                             // one puts the cursor there
        QTest::mouseClick(&field.window, Qt::LeftButton, {}, QPoint(10, 350)); // takes no focus
        QVERIFY(edit.hasFocus());
        QVERIFY(!field.suggestions()->isVisible());
        QTest::keyClick(&edit, Qt::Key_O);
        QTRY_VERIFY(field.suggestions()->isVisible()); // again at the next pause
    }

    void takesASuggestionByThePointer()
    {
        FieldInWindow field;
        QVERIFY(field.isActive);
        FilterEdit &edit = field.edit;
        edit.setWords({}, someSuggestions);
        QTest::keyClicks(&edit, u"o"_s);
        QTRY_VERIFY(field.suggestions()->isVisible());
        SuggestionList *list = field.suggestions();
        const QPoint second = list->visualItemRect(list->item(1)).center();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, second);
        QCOMPARE(edit.text(), u"other:"_s);
        QVERIFY(edit.hasFocus());
    }

    /// Another table's words are read by that table's rules, and nobody is typing them.
    void readsTheFilterOfAnotherTable()
    {
        FieldInWindow field;
        FilterEdit &edit = field.edit;
        edit.setWords(marksOfBadWords, {});
        QSignalSpy changed(&edit, &FilterEdit::filterChanged);
        edit.showFilter(u"dc:"_s);
        QCOMPARE(edit.remark(), u"A word is missing."_s);
        edit.showFilter({});
        QCOMPARE(edit.remark(), QString());
        QCOMPARE(changed.count(), 0);
    }

    void leavesDownwards()
    {
        FilterEdit edit;
        QSignalSpy changed(&edit, &FilterEdit::filterChanged);
        QSignalSpy left(&edit, &FilterEdit::leaveDown);
        QTest::keyClicks(&edit, u"web"_s);
        QTest::keyClick(&edit, Qt::Key_Down);
        QCOMPARE(left.count(), 1);
        QCOMPARE(changed.count(), 1);
    }
};

LAYERSCOPE_TEST(QTEST_MAIN, TestFilterEdit)
#include "tst_filteredit.moc"
