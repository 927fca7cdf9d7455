// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/panelcontext.h"

#include <utility>

namespace layerscope {

PanelContext::PanelContext(AccountSession &session, std::function<PanelSelection()> selection,
                           QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_selection(std::move(selection))
{}

} // namespace layerscope
