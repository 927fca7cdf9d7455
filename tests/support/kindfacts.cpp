// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/kindfacts.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace layerscope {

using namespace Qt::Literals::StringLiterals;

namespace {

ColumnFacts columnFacts(const QJsonObject &written)
{
    ColumnFacts column;
    column.key = written["key"_L1].toString();
    column.path = written["path"_L1].toString();
    column.wire = written["wire"_L1].toString();
    column.where = written["where"_L1].toString();
    column.isDefault = written["default"_L1].toBool();
    column.isSlow = written["slow"_L1].toBool();
    column.isOnDemand = written["onDemand"_L1].toBool();
    column.metaType = written["metaType"_L1].toString();
    return column;
}

KindFacts kindFacts(const QJsonObject &written)
{
    KindFacts facts;
    facts.kind = written["kind"_L1].toString();
    facts.section = written["section"_L1].toString();
    facts.type = written["type"_L1].toString();
    facts.parent = written["parent"_L1].toString();
    facts.sheet = written["sheet"_L1].toString();
    facts.method = written["method"_L1].toString();
    facts.root = written["root"_L1].toString();
    facts.count = written["count"_L1].toString();
    facts.service = written["service"_L1].toString();
    facts.paging = written["paging"_L1].toString();
    facts.category = written["category"_L1].toString();
    const QJsonArray columns = written["columns"_L1].toArray();
    for (const QJsonValue &column : columns)
        facts.columns.append(columnFacts(column.toObject()));
    return facts;
}

} // namespace

const QMap<QString, KindFacts> &KindFacts::all()
{
    static const QMap<QString, KindFacts> kinds = [] {
        QMap<QString, KindFacts> found;
        const QDir folder(QStringLiteral(KIND_FACTS));
        const QStringList files = folder.entryList({u"*.json"_s}, QDir::Files);
        for (const QString &name : files) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("cannot read %s", qPrintable(file.fileName()));
            const KindFacts facts = kindFacts(QJsonDocument::fromJson(file.readAll()).object());
            if (facts.kind.isEmpty() || facts.columns.isEmpty())
                qFatal("no facts in %s", qPrintable(file.fileName()));
            found.insert(facts.kind, facts);
        }
        if (found.isEmpty())
            qFatal("no facts in %s", KIND_FACTS);
        return found;
    }();
    return kinds;
}

const KindFacts *KindFacts::find(const QString &kind)
{
    const auto facts = all().constFind(kind);
    return facts != all().cend() ? &*facts : nullptr;
}

const ColumnFacts *KindFacts::column(const QString &key) const
{
    const auto found = std::find_if(columns.cbegin(), columns.cend(),
                                    [&key](const ColumnFacts &known) { return known.key == key; });
    return found != columns.cend() ? &*found : nullptr;
}

QString KindFacts::countProperty() const
{
    const QString ofRow = u"row's "_s;
    if (count == u"–"_s)
        return {};
    return count.startsWith(ofRow) ? count.sliced(ofRow.size()) : count;
}

QString KindFacts::serviceName() const
{
    return service == u"–"_s ? QString() : QString(u"SoftLayer_"_s + service);
}

QString KindFacts::filterRoot() const
{
    return root == u"own properties"_s ? QString() : root;
}

} // namespace layerscope
