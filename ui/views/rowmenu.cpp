// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rowmenu.h"

#include "views/columnactions.h"
#include "views/rowcopier.h"
#include "views/rowlinks.h"
#include "views/rowretrier.h"
#include "widgets/menukeys.h"

namespace layerscope {

RowMenu::RowMenu(const Sources &sources, const QModelIndex &current, QWidget *parent)
    : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    MenuKeys::installOn(*this);
    addActions(sources.copier.actions());
    addLinkActions(
        *this, sources.model, current, [this](RowKey key) { Q_EMIT rowWanted(key); },
        [this](const Jump &jump) { Q_EMIT jumpWanted(jump); });
    if (!sources.retrier.rows().isEmpty()) {
        addSeparator();
        addAction(sources.retrier.retry);
    }
    addSeparator();
    addMenu(sources.columns.makeMenu(sources.copier.copiedColumn(), this));
}

} // namespace layerscope
