// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/factlist.h"

#include <QTextBrowser>

#include <optional>

namespace layerscope {

/// The lines of one section: muted labels in a column of one width, values beside them that can be selected
/// with mouse and keyboard, over several lines too, and break anywhere where room is missing. A soft bar
/// stands where a value will come. As high as its lines; whatever is around it scrolls. Does not move while
/// its facts stay the same. Of a value that is longer than a page it shows the first part and says so;
/// facts() have the whole. GUI thread.
class FactView final : public QTextBrowser
{
    Q_OBJECT

public:
    enum class Layout {
        Labels,  ///< Labels narrow, values wide.
        Amounts, ///< Labels are names of any length, values amounts at the right edge.
    };

    explicit FactView(QWidget *parent = nullptr);

    void setLayout(Layout layout);
    void setFacts(const QList<Fact> &facts);
    [[nodiscard]] const QList<Fact> &facts() const { return m_facts; }
    /// The fact at this place of the viewport, or nullopt.
    [[nodiscard]] std::optional<Fact> factAt(const QPoint &position) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The name of another row was activated (Fact::target).
    void rowActivated(layerscope::RowKey key);
    /// The menu is wanted at this place of the screen, for this fact if there is one.
    void menuWanted(const QPoint &globalPosition, const std::optional<layerscope::Fact> &fact);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void rebuild();
    void followWidth();
    [[nodiscard]] QTextTableFormat tableFormat() const;
    [[nodiscard]] bool isMirrored() const { return layoutDirection() == Qt::RightToLeft; }
    /// Qt's tables go from left to right whatever the window does.
    [[nodiscard]] int labelColumn() const { return isMirrored() ? 1 : 0; }
    [[nodiscard]] int valueColumn() const { return isMirrored() ? 0 : 1; }
    void insertFact(QTextTable *table, int row, const Fact &fact);
    [[nodiscard]] static QString shownPart(const QString &value);
    void insertBar(QTextCursor cursor, int row);
    void fitHeight();

    QList<Fact> m_facts;
    Layout m_layout = Layout::Labels;
};

} // namespace layerscope
