// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/accountloader.h"

#include <QList>
#include <QObject>

namespace layerscope {

/// The states a loader goes through from now on.
class StateLog : public QObject
{
public:
    using States = QList<AccountLoader::State>;

    explicit StateLog(AccountLoader &loader)
    {
        connect(&loader, &AccountLoader::stateChanged, this,
                [this](AccountLoader::State state) { states.append(state); });
    }

    States states;
};

} // namespace layerscope
