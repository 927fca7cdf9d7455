// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/factview.h"

#include "inventory/kinds.h"
#include "widgets/cuttext.h"
#include "widgets/focusbar.h"
#include "widgets/tones.h"

#include <QContextMenuEvent>
#include <QLocale>
#include <QPainter>
#include <QTextBlock>
#include <QTextTable>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// Of the label column, in average characters: "Last transaction" fits, with a gap before its value.
constexpr int labelCharacters = 18;
constexpr double maxLabelShare = 0.4; // of the width
constexpr int keptTogether = 18;      // characters: as "42.2 % of 2,000 GB"
constexpr int amountCharacters = 11;  // "$12,345.67"
constexpr qsizetype mostOfLabel = 300;
constexpr qsizetype mostOfValue = 2000;
constexpr auto linkScheme = "row:"_L1;

/// Of the value column; not all the same, as values are not.
constexpr std::array barShares{0.62, 0.45, 0.54, 0.38};

/// Lines break between the parts of a value, and not within a short one: "192.0.2.7 · VLAN 855".
QString withPartsKept(const QString &value)
{
    const QString dot = u" · "_s;
    QStringList parts = value.split(dot);
    if (parts.size() == 1)
        return value;
    for (QString &part : parts) {
        if (part.size() <= keptTogether)
            part.replace(u' ', QChar(QChar::Nbsp)); // which is copied as a blank
    }
    return parts.join(dot);
}

/// "row:pool:309001"
QString linkTo(RowKey key)
{
    return linkScheme + QLatin1StringView(kindSpec(key.kind).key) + u':' + QString::number(key.id);
}

/// Nothing if it is no such link.
std::optional<RowKey> rowOfLink(const QString &link)
{
    if (!link.startsWith(linkScheme))
        return std::nullopt;
    const QStringList parts = link.sliced(linkScheme.size()).split(u':');
    const std::optional<RowKind> kind = kindOfKey(parts.constFirst());
    return kind && parts.size() == 2 ? std::optional(RowKey{*kind, parts.at(1).toLongLong()}) : std::nullopt;
}

} // namespace

FactView::FactView(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard |
                            Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setOpenLinks(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    new FocusBar(this);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (const std::optional<RowKey> key = rowOfLink(url.toString()))
            Q_EMIT rowActivated(*key);
    });
}

void FactView::setLayout(Layout layout)
{
    m_layout = layout;
}

void FactView::setFacts(const QList<Fact> &facts)
{
    if (facts == m_facts)
        return; // a selection stands
    m_facts = facts;
    rebuild();
}

std::optional<Fact> FactView::factAt(const QPoint &position) const
{
    QTextCursor cursor = cursorForPosition(position);
    const QTextTable *table = cursor.currentTable();
    if (!table)
        return std::nullopt;
    const int row = table->cellAt(cursor).row();
    return row >= 0 && row < m_facts.size() ? std::optional(m_facts.at(row)) : std::nullopt;
}

QSize FactView::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 2 * labelCharacters, height()};
}

QSize FactView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * labelCharacters, height()};
}

void FactView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        followWidth();
}

void FactView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange)
        rebuild();
}

void FactView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint place = isKey ? cursorRect().center() : viewport()->mapFrom(this, event->pos());
    Q_EMIT menuWanted(isKey ? viewport()->mapToGlobal(place) : event->globalPos(), factAt(place));
}

void FactView::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls
}

void FactView::rebuild()
{
    document()->clear();
    if (document()->defaultFont() != font())
        document()->setDefaultFont(font());
    if (!m_facts.isEmpty()) {
        QTextCursor cursor(document());
        cursor.beginEditBlock(); // else all is laid out anew with each line
        QTextTable *table = cursor.insertTable(static_cast<int>(m_facts.size()), 2, tableFormat());
        for (int row = 0; row < m_facts.size(); ++row)
            insertFact(table, row, m_facts.at(row));
        // A table is followed by an empty line, which nobody needs to see.
        QTextBlock last = document()->lastBlock();
        QTextBlockFormat none;
        none.setLineHeight(0, QTextBlockFormat::FixedHeight);
        QTextCursor(last).setBlockFormat(none);
        cursor.endEditBlock();
    }
    fitHeight();
}

/// Bars and the label column follow the width. All of it is built anew only for bars: as the page's scroll
/// bar comes and goes, each section gets another width.
void FactView::followWidth()
{
    const bool hasBars = std::any_of(m_facts.cbegin(), m_facts.cend(),
                                     [](const Fact &fact) { return fact.kind == Fact::Kind::Pending; });
    auto *table = qobject_cast<QTextTable *>(document()->rootFrame()->childFrames().value(0));
    if (hasBars || table == nullptr) {
        rebuild();
        return;
    }
    table->setFormat(tableFormat());
    fitHeight();
}

QTextTableFormat FactView::tableFormat() const
{
    const int width = viewport()->width();
    const int character = fontMetrics().averageCharWidth();
    const bool isAmounts = m_layout == Layout::Amounts;
    const int side = isAmounts ? character * amountCharacters
                               : qMin(character * labelCharacters, static_cast<int>(width * maxLabelShare));
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(0); // else labels would not stand under the title
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    const QTextLength fixed(QTextLength::FixedLength, side);
    const QTextLength rest(QTextLength::FixedLength, qMax(0, width - side));
    format.setColumnWidthConstraints(isAmounts != isMirrored() ? QList{rest, fixed} : QList{fixed, rest});
    return format;
}

void FactView::insertFact(QTextTable *table, int row, const Fact &fact)
{
    const Tones tones = Tones::on(palette().color(QPalette::Window), palette());
    QTextCharFormat label;
    QTextCharFormat value;
    label.setForeground(m_layout == Layout::Amounts ? tones.text : tones.muted);
    value.setForeground(fact.kind == Fact::Kind::None ? tones.muted : tones.text);
    const double padding = fontMetrics().height() / 8.0;
    const bool isHeading = fact.kind == Fact::Kind::Heading;
    const QString labelText = cutText(fact.label, mostOfLabel);
    for (int column = 0; column < 2; ++column) {
        QTextTableCell cell = table->cellAt(row, column);
        QTextTableCellFormat format = cell.format().toTableCellFormat();
        format.setTopPadding(isHeading && row > 0 ? 4 * padding : padding);
        format.setBottomPadding(padding);
        if (column == labelColumn() && !isHeading && !fact.label.isEmpty()) {
            const int gap = fontMetrics().averageCharWidth();
            if (isMirrored())
                format.setLeftPadding(gap);
            else
                format.setRightPadding(gap);
        }
        cell.setFormat(format);
        const bool isAmount =
            m_layout == Layout::Amounts && column == valueColumn() && !isHeading && !fact.label.isEmpty();
        if (isAmount || isMirrored()) {
            QTextBlockFormat block; // absolute, since each text runs its own way
            block.setAlignment((isAmount != isMirrored() ? Qt::AlignRight : Qt::AlignLeft) |
                               Qt::AlignAbsolute);
            cell.firstCursorPosition().setBlockFormat(block);
        }
    }
    if (isHeading) {
        table->mergeCells(row, 0, 1, 2);
        label.setForeground(tones.text);
        label.setFontWeight(QFont::Medium);
        table->cellAt(row, 0).firstCursorPosition().insertText(labelText, label);
        return;
    }
    if (fact.label.isEmpty())
        table->mergeCells(row, 0, 1, 2);
    else
        table->cellAt(row, labelColumn()).firstCursorPosition().insertText(labelText, label);

    QTextCursor cursor = table->cellAt(row, fact.label.isEmpty() ? 0 : valueColumn()).firstCursorPosition();
    if (fact.kind == Fact::Kind::Pending) {
        insertBar(cursor, row);
        return;
    }
    if (fact.target) {
        value.setAnchor(true);
        value.setAnchorHref(linkTo(*fact.target));
        value.setForeground(tones.accent);
        value.setFontUnderline(true);
    }
    cursor.insertText(withPartsKept(shownPart(fact.value)), value);
}

QString FactView::shownPart(const QString &value)
{
    if (value.size() <= mostOfValue)
        return value;
    const QLocale locale;
    //: The beginning of a text that is too long to show, and how much of it that is
    return tr("%1 (the first %2 of %3 characters)")
        .arg(cutText(value, mostOfValue), locale.toString(mostOfValue), locale.toString(value.size()));
}

void FactView::insertBar(QTextCursor cursor, int row)
{
    const double ratio = devicePixelRatioF();
    const double share = barShares[static_cast<std::size_t>(row) % barShares.size()];
    const double width = viewport()->width() * (m_layout == Layout::Amounts ? 0.1 : share * 0.6);
    // As high as text above its baseline, so that the line is as high as a line of text.
    const QSizeF size(width, fontMetrics().ascent());
    const double thickness = size.height() / 2;
    QImage image((size * ratio).toSize().expandedTo(QSize(1, 1)), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Tones::on(palette().color(QPalette::Window), palette()).softBar);
    painter.drawRoundedRect(QRectF(0, thickness * 0.6, width, thickness), thickness / 2, thickness / 2);
    painter.end();
    const QString name = u"bar:%1"_s.arg(row);
    document()->addResource(QTextDocument::ImageResource, QUrl(name), image);
    QTextImageFormat format;
    format.setName(name);
    format.setWidth(size.width());
    format.setHeight(size.height());
    cursor.insertImage(format);
}

void FactView::fitHeight()
{
    document()->setTextWidth(viewport()->width());
    setFixedHeight(m_facts.isEmpty() ? 0 : static_cast<int>(std::ceil(document()->size().height())));
}

} // namespace layerscope
