// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace layerscope {

/// Plain text for secondary facts, in the muted tone of whatever palette is in use. One line is cut short
/// with "…" where room is missing, the whole being its tooltip; with setWordWrap it wraps instead. One whose
/// text can be selected, which is to be said before it is shown, wraps or has room.
class MutedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit MutedLabel(QWidget *parent = nullptr);
    explicit MutedLabel(const QString &text, QWidget *parent = nullptr);

    /// Is never elided. Before it is shown.
    void setKeptWhole(bool isWhole) { m_isKeptWhole = isWhole; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] bool isSelectable() const;
    void useMutedTone();

    bool m_isKeptWhole = false;
};

} // namespace layerscope
