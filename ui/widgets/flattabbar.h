// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace layerscope {

/// Tabs without boxes: words on a thin line (drawBase()), the chosen one underlined. A tab may have a shorter
/// text for when not all have room. Where that is too little the gaps between them narrow, then the longest
/// are cut short, and only where nothing could be read of them the tabs are scrolled. GUI thread.
class FlatTabBar final : public QTabBar
{
    Q_OBJECT

public:
    explicit FlatTabBar(QWidget *parent = nullptr);

    /// `shortText` stands where `text` has no room.
    int addTab(const QString &text, const QString &shortText);

    /// Whether there is such a tab for whoever looks; at first there is. One that is not takes no room and
    /// keeps its place, so that it is still the same index.
    void setTabShown(int index, bool isShown);
    /// What is painted of a tab's text: all of it, if there is room.
    [[nodiscard]] QString shownText(int index) const;
    /// How wide it has to be for all of the shorter texts.
    [[nodiscard]] int briefWidth() const;
    /// Room for all texts, whatever is shown now.
    [[nodiscard]] QSize sizeHint() const override;
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
        bool isShown = true;
    };

    void chooseTexts();
    void showTexts();
    [[nodiscard]] QFont chosenFont() const;

    QList<Texts> m_texts;
    int m_wholeWidth = 0; ///< Of all tabs with their whole texts
    bool m_areBrief = false;
    int m_padding = 0;    ///< Left and right of each text
    int m_widestText = 0; ///< No text takes more.
};

} // namespace layerscope
