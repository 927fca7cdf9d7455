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
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RelationActions)
};

QString whyUnknown(CellState state)
{
    switch (state) {
    case CellState::Loading:
        return Text::tr("loading");
    case CellState::Refused:
        return Text::tr("not permitted");
    case CellState::Failed:
        return Text::tr("unavailable");
    case CellState::Gone:
        return Text::tr("gone");
    case CellState::NotAsked:
    case CellState::Value:
    case CellState::Empty:
    case CellState::Stale:
        break;
    }
    return Text::tr("not loaded yet");
}

void show(QAction &action, const InventoryTable &table, RowKey key, const Relation &relation)
{
    const std::optional<int> row = table.find(key);
    const bool isUnknownThere = row && isUnknown(table, *row, relation);
    action.setEnabled(row && jumpFrom(table, *row, relation));
    QString text = relation.translatedTitle().replace(u'&', "&&"_L1);
    if (isUnknownThere)
        //: In a menu: "VLANs of this server", and why it cannot be chosen
        text = Text::tr("%1 (%2)").arg(text, whyUnknown(table.cellState(*row, relation.column)));
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
        show(*action, table, row, relation);
        QObject::connect(action, &QAction::triggered, action, [&table, row, &relation, jump] {
            const std::optional<int> there = table.find(row);
            if (const std::optional<Jump> to = there ? jumpFrom(table, *there, relation) : std::nullopt)
                jump(*to);
        });
        if (isUnknownNow)
            QObject::connect(&model, &RowsModel::dataChanged, action,
                             [action, &table, row, &relation] { show(*action, table, row, relation); });
    }
}

} // namespace layerscope
