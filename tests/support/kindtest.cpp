// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/kindtest.h"

#include "inventory/celltext.h"
#include "inventory/inventorytable.h"
#include "inventory/kinds.h"
#include "inventory/rowpatch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace layerscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The row itself; of a list its first.
QJsonObject rowOf(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document.isNull())
        qFatal("not JSON: %s in %s", qPrintable(error.errorString()), json.constData());
    return document.isArray() ? document.array().at(0).toObject() : document.object();
}

} // namespace

DecodedRow KindTest::row(RowKind kind, const QByteArray &json)
{
    const TableSpec &spec = tableOf(kind);
    const Catalogue &catalogue = spec.catalogue();
    QJsonObject object = rowOf(json);
    if (kindSpec(kind).keyOf == nullptr && !object.contains("id"_L1))
        object["id"_L1] = 1;

    JsonIssues issues;
    const RowPatches patches =
        decodeRows(catalogue, kind, catalogue.groupsOfKind(kind), JsonReader(object, issues));
    DecodedRow decoded;
    decoded.isThere = patches.rows.size() == 1;
    if (!decoded.isThere)
        return decoded;
    RowPatch patch = patches.rows.constFirst();
    for (const ColumnIndex column : patch.wrong)
        decoded.wrong.append(QString::fromLatin1(catalogue.column(column).key));

    InventoryTable table(catalogue);
    if (spec.complete != nullptr)
        spec.complete(table, patch);
    table.listRow(patch, nullptr);
    for (const ColumnIndex column : catalogue.allColumns())
        decoded.cells.insert(QString::fromLatin1(catalogue.column(column).key), rawText(table, 0, column));
    return decoded;
}

void KindTest::addQuirks()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isWrong");
}

void KindTest::quirk(const char *name, const char *json, const char *column, const QString &text)
{
    QTest::addRow("%s, %s", name, column) << QByteArray(json) << QString::fromLatin1(column) << text << false;
}

void KindTest::wrongType(const char *name, const char *json, const char *column)
{
    QTest::addRow("%s, %s", name, column)
        << QByteArray(json) << QString::fromLatin1(column) << QString() << true;
}

void KindTest::compareQuirk(RowKind kind)
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, column);
    QFETCH(const QString, text);
    QFETCH(const bool, isWrong);
    const DecodedRow decoded = row(kind, json);
    QVERIFY(decoded.isThere);
    QVERIFY2(decoded.cells.contains(column), "there is no such column");
    QCOMPARE(decoded.cells.value(column), text);
    QCOMPARE(decoded.wrong.contains(column), isWrong);
}

} // namespace layerscope
