// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/relationactions.h"

#include "models/rowsmodel.h"

#include <QCoreApplication>
#include <QMenu>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct RelationActionsText
{
    Q_DECLARE_TR_FUNCTIONS(RelationActions)
};

void show(QAction &action, const RowsModel &model, RowKey key, const Relation &relation)
{
    const InventoryTable &table = model.table();
    const std::optional<int> row = table.find(key);
    const bool isUnknownThere = row && isUnknown(table, *row, relation);
    action.setEnabled(row && jumpFrom(table, *row, relation));
    QString text = relation.translatedTitle().replace(u'&', "&&"_L1);
    if (isUnknownThere) {
        const QVariant why = model.cellsOf(table).rowData(*row, relation.column, Qt::AccessibleTextRole);
        //: In a menu: "VLANs of this server", and why it cannot be chosen
        text = RelationActionsText::tr("%1 (%2)").arg(text, why.toString());
    }
    action.setText(text);
}

} // namespace

void addRelationActions(QMenu &menu, const RowsModel &model, RowKey row,
                        const std::function<void(const Jump &)> &jump)
{
    const InventoryTable &table = model.table();
    const int now = table.find(row).value();
    bool isFirst = true;
    for (const Relation &relation : tableSpec(model.catalogue()).relations) {
        const bool isUnknownNow = isUnknown(table, now, relation);
        if (!isUnknownNow && !jumpFrom(table, now, relation))
            continue;
        if (std::exchange(isFirst, false))
            menu.addSeparator();
        QAction *action = menu.addAction(QString());
        action->setObjectName(u"relation_"_s + QLatin1StringView(relation.key));
        show(*action, model, row, relation);
        QObject::connect(action, &QAction::triggered, action, [&table, row, &relation, jump] {
            const std::optional<int> there = table.find(row);
            if (const std::optional<Jump> to = there ? jumpFrom(table, *there, relation) : std::nullopt)
                jump(*to);
        });
        if (isUnknownNow)
            QObject::connect(&model, &RowsModel::dataChanged, action,
                             [action, &model, row, &relation] { show(*action, model, row, relation); });
    }
}

} // namespace layerscope
