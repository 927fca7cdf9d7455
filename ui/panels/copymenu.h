// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

#include <functional>

class QTextEdit;

namespace layerscope {

/// A context menu of what can be copied. Goes by itself when it is closed.
class CopyMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit CopyMenu(QWidget *parent);

    /// Puts this text on the clipboard; disabled if there is none.
    void addText(const QString &title, const QString &text);
    /// "Copy", of what is selected in the text, and "Copy all", of what `all` says when it is chosen. The
    /// text outlives the menu.
    void addSelectionAndAll(QTextEdit &text, const std::function<QString()> &all);
};

} // namespace layerscope
