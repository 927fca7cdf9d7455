// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace layerscope {

/// Tabs without boxes: words on a thin line (drawBase()), the chosen one underlined. A tab may have a shorter
/// text for when not all have room. GUI thread.
class FlatTabBar final : public QTabBar
{
    Q_OBJECT

public:
    explicit FlatTabBar(QWidget *parent = nullptr);

    /// `shortText` stands where `text` has no room.
    int addTab(const QString &text, const QString &shortText);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;

private:
    struct Texts
    {
        QString whole;
        QString brief;
    };

    void chooseTexts();
    [[nodiscard]] int padding() const;
    [[nodiscard]] QFont chosenFont() const;

    QList<Texts> m_texts;
};

} // namespace layerscope
