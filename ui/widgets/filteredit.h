// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

#include <chrono>

namespace layerscope {

/// The quick filter's field. Says what was typed once the person pauses; Return says it at once, Esc and ×
/// clear it.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    /// Long enough not to filter between two keys, short enough to feel immediate.
    static constexpr std::chrono::milliseconds pause{150};

    explicit FilterEdit(QWidget *parent = nullptr);

    /// Shows what another table is filtered by, without saying so.
    void showFilter(const QString &text);
    /// Says at once what was typed, if that was not said yet.
    void finishTyping() { announce(); }
    /// Clears and says so at once.
    void clearFilter();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Never twice in a row with the same text.
    void filterChanged(const QString &text);
    /// The person wants to go on to the rows: arrow down.
    void leaveDown();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void announce();

    QTimer m_pause;
    QAction *m_clear;
    QString m_announced;
};

} // namespace layerscope
