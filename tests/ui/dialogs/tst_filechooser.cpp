// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/filechooser.h"
#include "support/testmain.h"

#include <QFileDialog>
#include <QTest>
#include <QWidget>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestFileChooser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersFilesOfTheFormat_data();
    void offersFilesOfTheFormat();
};

void TestFileChooser::offersFilesOfTheFormat_data()
{
    QTest::addColumn<FileFormat>("format");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("CSV") << FileFormat::Csv << u"csv"_s;
    QTest::newRow("workbook") << FileFormat::Xlsx << u"xlsx"_s;
    QTest::newRow("JSON") << FileFormat::Json << u"json"_s;
    QTest::newRow("JSON lines") << FileFormat::JsonLines << u"jsonl"_s;
}

/// A workbook under the name of a CSV file would be one that no spreadsheet opens.
void TestFileChooser::offersFilesOfTheFormat()
{
    QFETCH(FileFormat, format);
    QFETCH(QString, suffix);
    QWidget window;
    NativeFileChooser chooser;
    chooser.chooseFileToWrite(&window, u"Export"_s, format, QString(), [](const QString &) {});
    const auto *dialog = window.findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->defaultSuffix(), suffix);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    QVERIFY2(dialog->nameFilters().constFirst().contains(u"(*."_s + suffix + u')'),
             qPrintable(dialog->nameFilters().constFirst()));
}

LAYERSCOPE_TEST(QTEST_MAIN, TestFileChooser)
#include "tst_filechooser.moc"
