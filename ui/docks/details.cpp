// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/panelcontext.h"
#include "docks/panelspec.h"
#include "docks/selectiondetails.h"
#include "panels/detailspanel.h"
#include "panels/poolpanel.h"

#include <QCoreApplication>

namespace layerscope {

extern const PanelSpec detailsPanel;

namespace {

void showSelection(SelectionDetails &details, const PanelSelection &selection)
{
    const auto &[shown, rows, count] = selection;
    if (shown == nullptr)
        return;
    const TableSpec &table = rows.isEmpty() ? *shown : tableOf(rows.constFirst().kind);
    if (PoolPanel::isFor(table) && !rows.isEmpty())
        details.showPool(rows.constFirst().id);
    else if (PoolPanel::isFor(table) || DetailsPanel::isFor(table))
        details.showServers(rows, count); // which says of none that nothing is selected
    else
        details.showRow(table, rows.isEmpty() ? std::nullopt : std::optional(rows.constFirst()));
}

QWidget *makeDetails(PanelContext &context)
{
    auto *details = new SelectionDetails(context.session());
    const auto follow = [details, &context] {
        if (details->isVisible())
            showSelection(*details, context.selection());
    };
    QObject::connect(&context, &PanelContext::selectionChanged, details, follow);
    QObject::connect(details, &SelectionDetails::shown, details, follow);
    QObject::connect(&context, &PanelContext::loadedAnew, details, &SelectionDetails::refresh);
    QObject::connect(details, &SelectionDetails::rowWanted, &context, &PanelContext::rowWanted);
    QObject::connect(details, &SelectionDetails::jumpWanted, &context, &PanelContext::jumpWanted);
    return details;
}

} // namespace

/// What is known of what is selected.
const PanelSpec detailsPanel{
    .id = "details",
    .title = QT_TRANSLATE_NOOP("Panels", "&Details"),
    .area = Qt::RightDockWidgetArea,
    .shortcut = Qt::Key_F4,
    .isOpenAtFirst = false, // of nothing there is nothing to say
    .opensWithSelection = true,
    .textMargin = 1,
    .make = makeDetails,
    .state = [](const QWidget &panel) -> QVariant {
        return static_cast<const SelectionDetails &>(panel).servers().currentTab();
    },
    .restoreState =
        [](QWidget &panel, const QVariant &state) {
            static_cast<SelectionDetails &>(panel).servers().setCurrentTab(state.toInt());
        },
};

} // namespace layerscope
