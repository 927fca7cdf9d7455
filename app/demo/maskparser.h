// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/wireerror.h"

#include <QList>
#include <QString>

namespace layerscope::demo {

/// A property of an object mask with what is asked of its target.
struct MaskNode
{
    QString name;
    QString cast; ///< Type name in "resource(SoftLayer_Virtual_Guest)", or empty.
    QList<MaskNode> children;

    bool operator==(const MaskNode &) const = default;
};

/// One of possibly several masks of a call.
struct RootMask
{
    QString cast;
    QList<MaskNode> children;

    bool operator==(const RootMask &) const = default;
};

struct MaskTree
{
    bool isFiltered = false; ///< "filteredMask": the filter prunes nested arrays as well.
    QList<RootMask> roots;   ///< None: no mask at all.

    bool operator==(const MaskTree &) const = default;
};

/// Reads an object mask in all forms of softlayer-api §2.1. Blanks and line breaks between words are skipped.
/// Errors: SoftLayer_Exception_WebService_ObjectMask with the place of the offence.
[[nodiscard]] Result<MaskTree, WireError> parseMask(const QString &text);

} // namespace layerscope::demo
