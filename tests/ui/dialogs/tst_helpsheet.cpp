// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/helpsheet.h"

#include "inventory/filterkeys.h"
#include "inventory/filterremark.h"
#include "inventory/kinds.h"
#include "support/testmain.h"

#include <QAccessible>
#include <QTest>
#include <QTreeWidget>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

using Part = HelpSheet::Part;

namespace {

QStringList wordsIn(const QTreeWidget &list)
{
    QStringList words;
    for (int row = 0; row < list.topLevelItemCount(); ++row)
        words.append(list.topLevelItem(row)->text(0));
    return words;
}

} // namespace

class TestHelpSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What is told to be typed is understood: by servers, which have the columns, in each language.
    void itsWordsAreUnderstood()
    {
        for (const QLocale &locale : {QLocale::c(), QLocale(QLocale::German), QLocale(QLocale::French)}) {
            for (const auto &[word, does] : HelpSheet::filterWords()) {
                const QList<FilterRemark> remarks = filterRemarks(word, serverCatalogue(), nullptr, locale);
                QVERIFY2(remarks.isEmpty(), qPrintable(word + u": "_s + remarks.value(0).sentence));
                QVERIFY(!does.isEmpty());
            }
        }
    }

    void listsTheWordsOfItsTable()
    {
        HelpSheet sheet;
        sheet.setTable(serversTable);
        QCOMPARE(wordsIn(sheet.list(Part::Columns)), filterKeys(serverCatalogue()));
        sheet.setTable(poolsTable);
        const QStringList ofPools = wordsIn(sheet.list(Part::Columns));
        QVERIFY(ofPools.contains(u"over"_s));
        QVERIFY(ofPools.contains(u"dc"_s)); // of the rows below
        QCOMPARE(ofPools.count(u"name"_s), 1);
        QVERIFY(!ofPools.contains(u"owner"_s));
        for (int row = 0; row < sheet.list(Part::Columns).topLevelItemCount(); ++row)
            QVERIFY(!sheet.list(Part::Columns).topLevelItem(row)->text(1).isEmpty());
    }

    void opensAtWhatIsWanted()
    {
        HelpSheet sheet;
        sheet.setKeys({{u"F5"_s, u"Refresh"_s}, {u"Esc"_s, u"Stop"_s}});
        for (const Part part : {Part::FilterWords, Part::Keys, Part::Columns, Part::FilterWords}) {
            sheet.setTable(serversTable);
            sheet.showPart(part);
            QVERIFY(QTest::qWaitForWindowActive(&sheet));
            QVERIFY(sheet.list(part).isVisible());
            QVERIFY(sheet.list(part).hasFocus());
            QVERIFY(sheet.list(part).currentItem() != nullptr);
        }
        QVERIFY(!sheet.isModal());
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QVERIFY(!sheet.isVisible());
    }

    /// As cells of a table with titles, without a word of HTML.
    void canBeHeard()
    {
        HelpSheet sheet;
        sheet.setKeys({{u"F5"_s, u"Refresh"_s}});
        sheet.setTable(serversTable);
        for (const Part part : {Part::Keys, Part::FilterWords, Part::Columns}) {
            sheet.showPart(part);
            QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&sheet.list(part));
            QVERIFY(list != nullptr);
            QVERIFY(!list->text(QAccessible::Name).isEmpty());
            QAccessibleTableInterface *table = list->tableInterface();
            QVERIFY(table != nullptr);
            QCOMPARE(table->columnCount(), 2);
            QTRY_COMPARE(table->rowCount(), sheet.list(part).topLevelItemCount()); // laid out
            for (int row = 0; row < table->rowCount(); ++row) {
                for (int column = 0; column < 2; ++column) {
                    const QString heard = table->cellAt(row, column)->text(QAccessible::Name);
                    QCOMPARE(heard, sheet.list(part).topLevelItem(row)->text(column));
                    QVERIFY2(!heard.contains(u"</"_s) && !heard.contains(u"&lt;"_s), qPrintable(heard));
                }
            }
        }
    }
};

LAYERSCOPE_TEST(QTEST_MAIN, TestHelpSheet)
#include "tst_helpsheet.moc"
