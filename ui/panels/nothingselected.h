// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace layerscope {

/// What a panel of details says as long as it has nothing to tell of.
class NothingSelected final : public QWidget
{
    Q_OBJECT

public:
    /// `hint`: what to do about it; a sentence, translated.
    explicit NothingSelected(const QString &hint, QWidget *parent = nullptr);
};

} // namespace layerscope
