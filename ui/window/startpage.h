// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/accountchoice.h"

#include <QList>
#include <QWidget>

class QLabel;

namespace layerscope {

/// What is seen while no account is open: what Layerscope is for, and a card for each way to begin.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(const QList<AccountChoice> &choices, QWidget *parent = nullptr);

    /// Under the cards: why the last choice did not open, or how to get more choices.
    void setNote(const QString &sentence);

Q_SIGNALS:
    /// The id of a choice.
    void accountWanted(const QString &id);

private:
    QLabel *m_note;
};

} // namespace layerscope
