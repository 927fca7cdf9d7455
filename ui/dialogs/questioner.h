// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace layerscope {

/// Asks the person before something is done that cannot be undone. An interface, so that tests can answer.
class Questioner
{
public:
    struct Question
    {
        QString sentence; ///< "Remove “Acme”?"
        QString detail;   ///< What comes of it.
        QString action;   ///< On the button that does it: a verb.
    };
    /// Not called if the person declines.
    using Agreed = std::function<void()>;

    virtual ~Questioner() = default;
    /// Returns at once; `agreed` is called later unless `parent` is gone by then.
    virtual void ask(QWidget *parent, const Question &question, Agreed agreed) = 0;
};

/// A message box on the window. Cancel is what Enter and Esc press.
class MessageBoxQuestioner final : public Questioner
{
public:
    void ask(QWidget *parent, const Question &question, Agreed agreed) override;
};

} // namespace layerscope
