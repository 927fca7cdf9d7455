// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QVariantMap>

namespace layerscope {

/// Where the panels beside the tables of an account are, by PanelSpec::id. What is not there is as at first.
/// A value.
struct PanelsLayout
{
    QByteArray docks; ///< Opaque bytes of PanelDocks: places and sizes; empty: those of the first start.
    QMap<QString, bool> open;
    QVariantMap states; ///< What panels want kept of themselves.
    /// In pixels, of the time before there were docks; counts only where `docks` is empty.
    QMap<QString, int> formerWidths;

    bool operator==(const PanelsLayout &) const = default;
};

} // namespace layerscope
