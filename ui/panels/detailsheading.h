// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inventoryroles.h"

#include <QWidget>

class QLabel;

namespace layerscope {

class MutedLabel;
class StatePill;

/// Which server it is: name, kind · datacenter · id, and its state.
class DetailsHeading final : public QWidget
{
    Q_OBJECT

public:
    struct Facts
    {
        QString name;
        QString place; ///< "Bare metal · dal10 · 1403102"
        QString state; ///< "" as long as it is not known.
        StateMark activity = StateMark::Unknown;
        QString transaction = {}; ///< What is being done to it, in the API's words; "": nothing.
        bool hasState = true;     ///< Of rows of some kinds there is none to be known.
        bool operator==(const Facts &) const = default;
    };

    explicit DetailsHeading(QWidget *parent = nullptr);

    void show(const Facts &facts);
    [[nodiscard]] const Facts &facts() const { return m_facts; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitName();

    Facts m_facts;
    QLabel *m_name;
    MutedLabel *m_place;
    StatePill *m_state;
};

} // namespace layerscope
