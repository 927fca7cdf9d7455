// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportkind.h"
#include "inventory/kinds.h"
#include "support/kindfacts.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

/// Of another sheet, softlayer-api, which tests of their own compare them with.
const QStringList &otherKinds()
{
    static const QStringList kinds{u"bare-metal"_s, u"virtual"_s, u"pools"_s, u"pool-members"_s};
    return kinds;
}

/// The kinds of the catalogue that the sheet has, each with a file of its own.
QList<ExportKind> kindsOfTheSheet()
{
    QList<ExportKind> kinds = ExportKind::wholeAccount();
    kinds.removeIf([](const ExportKind &kind) { return otherKinds().contains(kind.name); });
    return kinds;
}

/// That of its file, of a table or of a part of one.
QString sheetOf(const ExportKind &kind)
{
    return QString::fromLatin1(kind.isWholeTable ? kind.table->sheet
                                                 : kindSpec(kind.rowKinds.constFirst()).sheet);
}

/// Whose rows are in its file.
QList<RowKind> rowKindsOf(const ExportKind &kind)
{
    return kind.isWholeTable ? QList<RowKind>(kind.table->kinds.begin(), kind.table->kinds.end())
                             : kind.rowKinds;
}

/// All lists that have its rows.
QList<ListRelation> listsOf(const ExportKind &kind)
{
    QList<ListRelation> lists;
    const QList<RowKind> rowKinds = rowKindsOf(kind);
    if (kind.table->nesting) {
        for (const ListBelow &list : kind.table->nesting->lists) {
            if (rowKinds.contains(list.kind))
                lists.append(list.names());
        }
        return lists;
    }
    for (const RowKind rowKind : rowKinds) {
        lists.append(kindSpec(rowKind).list);
        for (const ListVariant &variant : kindSpec(rowKind).lists)
            lists.append(variant.list);
    }
    return lists;
}

/// What a list is called in the sheet: that of the account has no service there.
QString nameInSheet(const ExportKind &kind, const ListRelation &list)
{
    QString service = QString::fromLatin1(list.service);
    if (kind.table->parent != nullptr)
        service = QString::fromLatin1(kindSpec(kind.table->parent->kinds.front()).service);
    service.remove(u"SoftLayer_"_s);
    const QString method = QString::fromLatin1(list.method);
    return service == u"Account"_s ? method : QString(service + u"::"_s + method);
}

/// Numbers and dates come in texts, flags as 0 and 1, words of a number's meaning are ours, and several
/// values are a text. But a flag of a text, or a number of a date, is a mistake.
bool fits(ColumnType type, const ColumnFacts &facts)
{
    const bool isText = facts.wire == u"str"_s;
    const bool isInteger = facts.wire == u"int"_s;
    const bool isFraction = facts.wire == u"dec"_s || facts.wire.startsWith(u"num"_s);
    switch (type) {
    case ColumnType::Text:
        return isText || isInteger || isFraction || facts.where.endsWith(u'+');
    case ColumnType::Integer:
        return isText || isInteger || isFraction;
    case ColumnType::Decimal:
        return isText || isInteger || isFraction;
    case ColumnType::Flag:
        return facts.wire == u"bool"_s || isInteger;
    case ColumnType::Timestamp:
        return facts.wire == u"date"_s || isText;
    }
    return false;
}

} // namespace

/// The catalogue of kinds beside servers and pools, against the sheet that they are from.
class TestKindFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFactsAreThoseOfTheSheet();
    void everyKindHasATable();
    void kindsAreAskedForAsTheSheetSays_data();
    void kindsAreAskedForAsTheSheetSays();
    void columnsAreThoseOfTheSheet_data();
    void columnsAreThoseOfTheSheet();

private:
    static void addKinds();
};

void TestKindFacts::addKinds()
{
    QTest::addColumn<QString>("name");
    for (const ExportKind &kind : kindsOfTheSheet())
        QTest::newRow(qPrintable(kind.name)) << kind.name;
}

/// That all of them were read, and as what.
void TestKindFacts::theFactsAreThoseOfTheSheet()
{
    const QMap<QString, KindFacts> &kinds = KindFacts::all();
    QCOMPARE(kinds.size(), 51);
    qsizetype columns = 0;
    QSet<QString> sheets;
    for (const KindFacts &kind : kinds) {
        columns += kind.columns.size();
        sheets.insert(kind.sheet);
        QVERIFY2(kind.parent.isEmpty() || kinds.contains(kind.parent), qPrintable(kind.kind));
        QSet<QString> keys;
        for (const ColumnFacts &column : kind.columns) {
            QVERIFY2(!column.path.isEmpty() && !column.metaType.isEmpty(), qPrintable(column.key));
            keys.insert(column.key);
        }
        QCOMPARE(keys.size(), kind.columns.size());
    }
    QCOMPARE(columns, 705);
    QCOMPARE(sheets.size(), kinds.size());
    const KindFacts &addresses = kinds[u"ip-addresses"_s];
    QCOMPARE(addresses.methodName(), u"getIpAddresses"_s);
    QCOMPARE(addresses.countProperty(), u"ipAddressCount"_s);
    QCOMPARE(kinds[u"pods"_s].filterRoot(), QString());
    QCOMPARE(kinds[u"event-log"_s].serviceName(), QString());
    QVERIFY(kinds[u"firewalls"_s].isInsideOthers());
}

/// Those that have none yet are told; in the end there shall be none.
void TestKindFacts::everyKindHasATable()
{
    QSet<QString> made;
    for (const ExportKind &kind : kindsOfTheSheet()) {
        QVERIFY2(KindFacts::find(kind.name) != nullptr, qPrintable(kind.name));
        made.insert(kind.name);
    }
    QStringList missing;
    for (const QString &kind : KindFacts::all().keys()) {
        if (!made.contains(kind))
            missing.append(kind);
    }
    if (!missing.isEmpty())
        qInfo("not there yet: %s", qPrintable(missing.join(u", "_s)));
}

void TestKindFacts::kindsAreAskedForAsTheSheetSays_data()
{
    addKinds();
}

void TestKindFacts::kindsAreAskedForAsTheSheetSays()
{
    QFETCH(const QString, name);
    const ExportKind kind = ExportKind::find(name).value();
    const KindFacts *facts = KindFacts::find(name);
    QVERIFY(facts != nullptr);

    QCOMPARE(categoryTitle(kind.table->category), facts->category);
    QCOMPARE(sheetOf(kind), facts->sheet);
    QCOMPARE(kind.table->parent != nullptr, !facts->parent.isEmpty());
    if (kind.table->parent != nullptr)
        QCOMPARE(kind.table->parent, ExportKind::find(facts->parent).value().table);

    const QString service = QString::fromLatin1(kindSpec(rowKindsOf(kind).constFirst()).service);
    const bool canBeAskedFor = facts->paging == u"P"_s || !service.isEmpty();
    QCOMPARE(service, canBeAskedFor ? facts->serviceName() : QString());

    const QList<ListRelation> lists = listsOf(kind);
    if (facts->isInsideOthers()) {
        for (const RowKind rowKind : rowKindsOf(kind)) {
            const std::span<const ListVariant> variants = kindSpec(rowKind).lists;
            QVERIFY(!variants.empty());
            QVERIFY(std::all_of(variants.begin(), variants.end(),
                                [](const ListVariant &variant) { return variant.inside.has_value(); }));
        }
        return;
    }
    const auto list = std::find_if(lists.cbegin(), lists.cend(), [&](const ListRelation &known) {
        return nameInSheet(kind, known) == facts->method;
    });
    QVERIFY2(list != lists.cend(), qPrintable(facts->method));
    QCOMPARE(QString::fromLatin1(list->filterRoot), facts->filterRoot());
    QCOMPARE(QString::fromLatin1(list->countProperty), facts->countProperty());
    QCOMPARE(list->paging == Paging::OneCall, facts->paging == u"n"_s);
}

void TestKindFacts::columnsAreThoseOfTheSheet_data()
{
    addKinds();
}

/// In its order; columns of ours may stand between them.
void TestKindFacts::columnsAreThoseOfTheSheet()
{
    QFETCH(const QString, name);
    const ExportKind kind = ExportKind::find(name).value();
    const Catalogue &catalogue = kind.catalogue();
    qsizetype last = -1;
    for (const ColumnFacts &facts : KindFacts::find(name)->columns) {
        const std::optional<ColumnIndex> index = catalogue.find(facts.key);
        const QByteArray key = facts.key.toLatin1();
        QVERIFY2(index, key.constData());
        const qsizetype place = catalogue.allColumns().indexOf(*index);
        QVERIFY2(place > last, key.constData());
        last = place;

        const ColumnSpec &column = catalogue.column(*index);
        QVERIFY2(fits(column.type, facts), key.constData());
        QVERIFY2(column.isDefault == facts.isDefault, key.constData());
        QVERIFY2(!column.isSlow || facts.isSlow || facts.isOnDemand, key.constData());
        for (const RowKind rowKind : rowKindsOf(kind)) {
            const QList<QByteArray> paths = QByteArray(column.mask(rowKind)).split(',');
            QVERIFY2(paths.contains(facts.path.toLatin1()), key.constData());
        }
    }
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestKindFacts)
#include "tst_kindfacts.moc"
