// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/panelcontext.h"
#include "docks/panelspec.h"
#include "session/accountsession.h"
#include "views/navigatorview.h"

#include <QCoreApplication>

namespace layerscope {

extern const PanelSpec navigatorPanel;

/// The account as a tree; its page listens to what is chosen there.
const PanelSpec navigatorPanel{
    .id = "navigator",
    .title = QT_TRANSLATE_NOOP("Panels", "&Navigator"),
    .area = Qt::LeftDockWidgetArea,
    .shortcut = Qt::Key_F9,
    .make = [](PanelContext &context) -> QWidget * {
        auto *view = new NavigatorView;
        view->setNavigatorModel(&context.session().navigator());
        return view;
    },
};

} // namespace layerscope
