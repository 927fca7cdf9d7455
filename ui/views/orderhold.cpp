// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/orderhold.h"

#include "models/rowsmodel.h"

#include <QApplication>

using namespace std::chrono_literals;

namespace layerscope {

namespace {

constexpr auto readingTime = 1500ms; // so long after the last move or key nothing is put in another order

} // namespace

OrderHold::OrderHold(QObject *parent)
    : QObject(parent)
{
    m_readingTimer.setSingleShot(true);
    m_readingTimer.setInterval(readingTime);
    connect(&m_readingTimer, &QTimer::timeout, this, &OrderHold::release);
}

void OrderHold::personIsActive()
{
    if (m_model == nullptr)
        return;
    if (!m_readingTimer.isActive())
        m_model->setHoldOrder(true);
    m_readingTimer.start();
}

void OrderHold::release()
{
    const bool isBusy =
        QApplication::activePopupWidget() != nullptr || QApplication::mouseButtons() != Qt::NoButton;
    if (isBusy)
        m_readingTimer.start();
    else if (m_model != nullptr)
        m_model->setHoldOrder(false);
}

} // namespace layerscope
