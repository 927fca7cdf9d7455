// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace layerscope {

/// The accounts of an AccountsModel to choose from: a click, Enter or Space chooses, once. As high as its
/// rows, up to a few; then it scrolls.
class AccountList final : public QListView
{
    Q_OBJECT

public:
    explicit AccountList(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void accountChosen(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void choose(const QModelIndex &index);
    [[nodiscard]] int heightOf(double rows) const;
};

} // namespace layerscope
