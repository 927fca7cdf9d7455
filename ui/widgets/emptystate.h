// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractScrollArea;
class QLabel;
class QPushButton;

namespace layerscope {

/// A sentence and one action in the middle of a table that has nothing to show. Covers the table's rows, not
/// its header.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QAbstractScrollArea *table);

    /// `action` empty: no button.
    void say(const QString &sentence, const QString &detail, const QString &action);
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void actionChosen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void coverRows();

    QAbstractScrollArea *m_table;
    QLabel *m_sentence;
    QLabel *m_detail;
    QPushButton *m_action;
};

} // namespace layerscope
