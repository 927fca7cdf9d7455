// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/helpsheet.h"

#include "inventory/filterkeys.h"
#include "inventory/kinds.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int sheetCharacters = 110;
constexpr int sheetLines = 32;

void fill(QTreeWidget &list, const QList<HelpSheet::Line> &lines)
{
    const int current = list.indexOfTopLevelItem(list.currentItem());
    list.clear();
    for (const auto &[what, does] : lines)
        new QTreeWidgetItem(&list, {what, does});
    list.setCurrentItem(list.topLevelItem(qBound(0, current, list.topLevelItemCount() - 1)));
    list.resizeColumnToContents(0);
}

/// What a word stands for, with its sentence if it is one column.
QString meaningOf(const QString &word, const Catalogue &catalogue)
{
    const ColumnSet columns = columnsOfFilterKey(word, catalogue);
    QStringList titles;
    QString description;
    for (const ColumnIndex column : catalogue.allColumns()) {
        if (!columns.test(static_cast<std::size_t>(column)))
            continue;
        titles.append(catalogue.column(column).translatedTitle());
        description = catalogue.column(column).translatedDescription();
    }
    return titles.size() == 1 && !description.isEmpty() ? titles.constFirst() + u": "_s + description
                                                        : titles.join(u", "_s);
}

} // namespace

HelpSheet::HelpSheet(QWidget *parent)
    : QDialog(parent)
    , m_parts(new QTabWidget(this))
{
    setObjectName(u"helpSheet"_s);
    setWindowTitle(tr("Keys and filter words"));
    // In the order of Part.
    addList(u"helpKeys"_s, tr("&Keys"), {tr("Key"), tr("What it does")});
    addList(u"helpWords"_s, tr("&Filter words"), {tr("What to type"), tr("Rows it finds")});
    addList(u"helpColumns"_s, tr("&Columns"), {tr("Word"), tr("Column")});
    fill(list(Part::FilterWords), filterWords());

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)
        ->setIcon({}); // without a theme Qt would bring a cross of its own
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_parts);
    column->addWidget(buttons);
}

QTreeWidget *HelpSheet::addList(const QString &objectName, const QString &title, const QStringList &headers)
{
    auto *list = new QTreeWidget(m_parts);
    list->setObjectName(objectName);
    list->setAccessibleName(QString(title).remove(u'&'));
    list->setHeaderLabels(headers);
    list->setRootIsDecorated(false);
    list->setAllColumnsShowFocus(true);
    list->setWordWrap(true);
    list->header()->setSectionsMovable(false);
    m_parts->addTab(list, title);
    return list;
}

QTreeWidget &HelpSheet::list(Part part) const
{
    return *qobject_cast<QTreeWidget *>(m_parts->widget(static_cast<int>(part)));
}

void HelpSheet::setKeys(const QList<Line> &keys)
{
    fill(list(Part::Keys), keys);
}

void HelpSheet::setTable(const TableSpec &table)
{
    QList<Line> lines;
    QStringList words;
    const TableSpec *below = childTable(table);
    for (const TableSpec *each : {&table, below}) {
        if (each == nullptr)
            continue;
        for (const QString &word : filterKeys(each->catalogue())) {
            if (words.contains(word))
                continue; // rows below are found by it, too
            words.append(word);
            lines.append({word, meaningOf(word, each->catalogue())});
        }
    }
    fill(list(Part::Columns), lines);
    //: Of a list of filter words; %1 is a table: "Servers"
    list(Part::Columns).setHeaderLabels({tr("Word"), tr("Column of “%1”").arg(table.translatedTitle())});
}

void HelpSheet::showPart(Part part)
{
    m_parts->setCurrentIndex(static_cast<int>(part));
    show();
    raise();
    activateWindow();
    list(part).setFocus();
}

QSize HelpSheet::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * sheetCharacters, fontMetrics().height() * sheetLines};
}

QList<HelpSheet::Line> HelpSheet::filterWords()
{
    return {
        {u"web"_s, tr("With this in any column; in “power” and yes/no columns if they are shown")},
        {u"web dal10"_s, tr("With all of the words")},
        {u"\"two words\""_s, tr("With just this; quotes also make plain text of what would mean something")},
        {u"dc:dal10"_s, tr("With this in that column; the words for columns are in the list of columns")},
        {u"dc:dal10,fra02"_s, tr("With either of these in it")},
        {u"tag=web"_s, tr("That have just this there; of tags, as one of them")},
        {u"ram>64"_s, tr("With more; also >=, < and <=, for numbers, dates and texts")},
        {u"ram>64gb"_s, tr("The same with the number's unit")},
        {u"fee>$1,000.50"_s, tr("The same with separators, in this way or that of your language")},
        {u"created>=2026-03"_s, tr("Since a year, a month, a day or a time")},
        {u"ip:10.1.2.3"_s, tr("With this address and no other")},
        {u"ip:10.1."_s, tr("With an address that begins so")},
        {u"ip:10.1.2.0/24"_s, tr("With an address in this network")},
        {u"ip:10.1.2.3-10.1.2.9"_s, tr("With an address from the first to the last")},
        {u"owner:-"_s, tr("That have nothing there")},
        {u"owner:?"_s, tr("Of which it is not known")},
        {u"owner:-,alice"_s, tr("That have nothing there, or this")},
        {u"-tag:test"_s, tr("All but these")},
        {u"dc:dal10 web or dc:fra02"_s, tr("Of either side of “or”")},
    };
}

} // namespace layerscope
