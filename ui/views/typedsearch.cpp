// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/typedsearch.h"

#include <QApplication>

namespace layerscope {

void TypedSearch::type(const QString &letters)
{
    const bool isNew =
        !m_sinceLast.isValid() || m_sinceLast.hasExpired(QApplication::keyboardInputInterval());
    m_sinceLast.start();
    m_typed = isNew ? letters : m_typed + letters;
    const bool isRepeated =
        !m_typed.isEmpty() && m_typed.count(m_typed.front(), Qt::CaseInsensitive) == m_typed.size();
    m_word = isRepeated ? m_typed.left(1) : m_typed;
    m_startsAfterCurrent = isNew || isRepeated;
}

} // namespace layerscope
