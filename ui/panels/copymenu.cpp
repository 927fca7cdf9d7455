// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/copymenu.h"

#include "widgets/menukeys.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QTextEdit>

namespace layerscope {

CopyMenu::CopyMenu(QWidget *parent)
    : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    MenuKeys::installOn(*this);
}

void CopyMenu::addText(const QString &title, const QString &text)
{
    QAction *action = addAction(title);
    action->setEnabled(!text.isEmpty());
    connect(action, &QAction::triggered, action, [text] { QGuiApplication::clipboard()->setText(text); });
}

void CopyMenu::addSelectionAndAll(QTextEdit &text, const std::function<QString()> &all)
{
    QAction *copy = addAction(tr("Copy"));
    copy->setEnabled(text.textCursor().hasSelection());
    connect(copy, &QAction::triggered, &text, &QTextEdit::copy);
    QAction *copyAll = addAction(tr("Copy all"));
    connect(copyAll, &QAction::triggered, &text, [all] { QGuiApplication::clipboard()->setText(all()); });
}

} // namespace layerscope
